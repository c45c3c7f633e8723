//! Several people at once: where those in hand go on a unit or a post, and whether the plan as a whole takes it.
use super::Desk;
use super::edit::Refusal;
use super::preview::{Glance, Landing, Obstacle, Preview, Target};
use crate::matching::{Control, NO_UNIT, ProblemBuilder, Segment, solve};
use crate::model::plan::{Action, Change, Source};
use crate::model::{EmployeeIx, Nip, PositionIx};
use crate::rules::{Scope, Verdict};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// Where each of several people goes; `None`: back to where he is.
pub type Spread = Vec<(EmployeeIx, Option<PositionIx>)>;

/// So many ways are looked at until one is lawful as a whole: more than a planner has relatives in hand.
const WAYS: usize = 64;

impl Desk {
    /// Where several people go who are dropped together: within the free places of the post or unit, with the
    /// highest total of scores that is lawful. Who sits there already stays.
    ///
    /// # Errors
    /// [`Refusal`], which names those who do not fit.
    pub fn spread(&self, people: &[EmployeeIx], target: Target) -> Result<Spread, Refusal> {
        let mut posts = match target {
            Target::Post(post) => vec![post],
            Target::Unit(unit) => self.grounds().index.posts_of(unit).to_vec(),
            Target::Person(other) if self.placement.post(&self.grounds().projection, other).is_some() => {
                return Err(Refusal::ManyForOne(other));
            }
            Target::Person(_) | Target::Tray => return self.all_back(people),
        };
        let here = |who: &EmployeeIx| self.placement.post(&self.grounds().projection, *who);
        let coming: Vec<EmployeeIx> =
            people.iter().copied().filter(|who| here(who).is_none_or(|post| !posts.contains(&post))).collect();
        let mut table = Table {
            free: posts.iter().map(|post| self.free_places(*post)).collect(),
            scores: coming.iter().map(|who| posts.iter().map(|post| self.score_of_drop(*who, *post)).collect()).collect(),
        };
        // Who takes no place at home (PPPK paruh waktu) goes back there however full it is: a place of his own.
        for (at, home) in self.homes_without_a_place(&coming, &posts) {
            let own = posts.iter().position(|post| *post == home).and_then(|post| table.scores[at][post]);
            posts.push(home);
            table.free.push(1);
            table.scores.iter_mut().enumerate().for_each(|(who, row)| row.push(own.filter(|_| who == at)));
        }
        let mut first_breach = None;
        for way in table.ways() {
            let way = way.map_err(|left| self.left_over(&coming, &left, &posts))?;
            let spread: Spread = coming.iter().zip(&way).map(|(who, at)| (*who, self.back_or(*who, posts[*at]))).collect();
            match self.breach(&self.changes(&spread)) {
                None => return Ok(spread),
                Some(breach) => first_breach = first_breach.or(Some(breach)),
            }
        }
        Err(first_breach.unwrap_or(Refusal::Unplaced(coming, None)))
    }

    /// What letting several people go together would do.
    pub fn preview_many(&self, people: &[EmployeeIx], target: Target) -> Preview {
        let (landing, plan) = match self.spread(people, target) {
            Ok(spread) if spread.is_empty() => (Landing::Stays, None),
            Ok(spread) => {
                let action = Action::Adopt { source: Source::Hand, changes: self.changes(&spread) };
                (Landing::Spreads(spread), Some(self.metrics_after(&action).objective - self.metrics.objective))
            }
            Err(refusal) => (Landing::Refused(refusal), None),
        };
        let person = match &landing {
            Landing::Spreads(spread) => {
                let change = |(who, to): &(EmployeeIx, Option<PositionIx>)| to.map_or(Some(0), |to| self.score_change(*who, to));
                spread.iter().map(change).sum::<Option<i64>>()
            }
            _ => None,
        };
        let post = if let Target::Post(post) = target { Some(post) } else { None };
        Preview { landing, post, verdicts: Vec::new(), person, plan }
    }

    /// Looks at a target for several people at a glance; `None` where it leads to no post.
    pub fn glance_many(&self, people: &[EmployeeIx], target: Target) -> Option<Glance> {
        let post = match target {
            Target::Post(post) => post,
            Target::Unit(unit) => *self.grounds().index.posts_of(unit).first()?,
            Target::Person(other) => self.placement.post(&self.grounds().projection, other)?,
            Target::Tray => return None,
        };
        let preview = self.preview_many(people, target);
        let worst = match &preview.landing {
            Landing::Refused(Refusal::Rules(_, _, verdicts)) => verdicts.first().copied(),
            Landing::Refused(Refusal::Unplaced(_, Some(why))) => match why.as_ref() {
                Refusal::Rules(_, _, verdicts) => verdicts.first().copied(),
                _ => None,
            },
            _ => None,
        };
        Some(Glance {
            target,
            post,
            is_allowed: matches!(preview.landing, Landing::Spreads(_)),
            other: None,
            is_here: preview.landing == Landing::Stays,
            worst,
            obstacle: match &preview.landing {
                Landing::Refused(refusal) => Obstacle::of(refusal),
                _ => None,
            },
            person: preview.person,
            plan: preview.plan,
        })
    }

    /// A spread as changes of the plan.
    pub fn changes(&self, spread: &[(EmployeeIx, Option<PositionIx>)]) -> Vec<Change> {
        let facts = &self.grounds().facts;
        let id = |post: &PositionIx| facts.positions[post.at()].id();
        let change = |(who, to): &(EmployeeIx, Option<PositionIx>)| Change {
            employee: facts.employees[who.at()].nip,
            position: to.as_ref().map(id),
        };
        spread.iter().map(change).collect()
    }

    /// Some changes of the planner's hand at once.
    pub(super) fn together(&self, changes: Vec<Change>) -> Result<Action, Refusal> {
        for change in &changes {
            let who = self.planned(&change.employee)?;
            let post = match &change.position {
                Some(position) => self.known(position)?,
                None => match (self.placement.target(who), self.grounds().present(who)) {
                    (None, _) => return Err(Refusal::NoProposal(who)),
                    // Pinned on the present post, the way back leads to the pin.
                    (Some(target), present) if self.is_pinned_off(&change.employee, present) => {
                        return Err(Refusal::Pinned(who, target));
                    }
                    (Some(_), None) => continue,
                    (Some(_), Some(present)) => present,
                },
            };
            self.is_open_to(who, post)?;
        }
        self.at_once(Source::Hand, changes)
    }

    /// Whether somebody is pinned on another post than this.
    fn is_pinned_off(&self, nip: &Nip, post: Option<PositionIx>) -> bool {
        self.plan.pins.get(nip).is_some_and(|pin| self.grounds().facts.position(pin) != post)
    }

    /// Several proposals at once, each lawful by itself and all of them together.
    pub(super) fn at_once(&self, source: Source, changes: Vec<Change>) -> Result<Action, Refusal> {
        for change in &changes {
            let who = self.planned(&change.employee)?;
            if let Some(position) = &change.position {
                let post = self.known(position)?;
                let blocking: Vec<Verdict> = self.judge().verdicts(who, post).into_iter().filter(Verdict::blocks).collect();
                if !blocking.is_empty() {
                    return Err(Refusal::Rules(who, post, blocking));
                }
            }
        }
        // Lawful as a whole is not lawful in part: somebody's new post may be held by one who was left out.
        match self.breach(&changes) {
            None => Ok(Action::Adopt { source, changes }),
            Some(breach) => Err(breach),
        }
    }

    /// The first thing that the plan breaks with somebody once these changes are made.
    pub(super) fn breach(&self, changes: &[Change]) -> Option<Refusal> {
        let action = Action::Adopt { source: Source::Hand, changes: changes.to_vec() };
        let moves = action.moves().unwrap_or_default();
        let after = self.moved(&moves);
        let mut takes_part: Vec<EmployeeIx> = moves.iter().filter_map(|(nip, _)| self.grounds().facts.employee(nip)).collect();
        takes_part.sort_unstable();
        let breaks = |verdict: &Verdict| verdict.blocks() && verdict.scope != Scope::Gate;
        takes_part.into_iter().find_map(|who| {
            let (post, verdict) = after.verdicts_on(who).iter().find(|(_, verdict)| breaks(verdict))?;
            Some(Refusal::Rules(who, *post, vec![*verdict]))
        })
    }

    /// Everyone with a proposal goes back to where it came from.
    fn all_back(&self, people: &[EmployeeIx]) -> Result<Spread, Refusal> {
        let of_plan = |who: &EmployeeIx| self.placement.target(*who).is_some();
        if let Some(who) = people.iter().find(|who| !of_plan(who) && self.grounds().present(**who).is_some()) {
            return Err(Refusal::NotPostless(*who));
        }
        let spread: Spread = people.iter().copied().filter(of_plan).map(|who| (who, None)).collect();
        self.together(self.changes(&spread))?;
        Ok(spread)
    }

    fn back_or(&self, who: EmployeeIx, post: PositionIx) -> Option<PositionIx> {
        Some(post).filter(|post| self.grounds().present(who) != Some(*post))
    }

    /// How many more a post takes: R18 and R20.
    fn free_places(&self, post: PositionIx) -> u32 {
        let (grounds, heads) = (self.grounds(), self.placement.heads(post));
        let most = if grounds.facts.positions[post.at()].is_structural() {
            1
        } else {
            grounds.projection.need[post.at()].max(grounds.projection.holders[post.at()])
        };
        most.saturating_sub(heads)
    }

    /// Of some people, those who take no place of their own post, with that post where it is one of these.
    fn homes_without_a_place(&self, people: &[EmployeeIx], posts: &[PositionIx]) -> Vec<(usize, PositionIx)> {
        let without = |(at, who): (usize, &EmployeeIx)| {
            let home = self.grounds().present(*who).filter(|post| posts.contains(post))?;
            self.placement.target(*who)?;
            let back = self.after(&Action::Withdraw { employee: self.grounds().facts.employees[who.at()].nip });
            (back.placement.heads(home) == self.placement.heads(home)).then_some((at, home))
        };
        people.iter().enumerate().filter_map(without).collect()
    }

    /// The score of somebody on a post, where nothing about the two alone stands in the way.
    fn score_of_drop(&self, who: EmployeeIx, post: PositionIx) -> Option<i64> {
        let is_lawful = self.is_open_to(who, post).is_ok() && self.judge().is_eligible(who, post);
        is_lawful.then(|| self.score(who, post).total)
    }

    /// Who has no place: with what stands in the way of the first where the least does, where that is more than that all
    /// places are taken.
    fn left_over(&self, coming: &[EmployeeIx], left: &[usize], posts: &[PositionIx]) -> Refusal {
        let who: Vec<EmployeeIx> = left.iter().map(|at| coming[*at]).collect();
        let refused = |who: EmployeeIx| {
            let refused = |post: &PositionIx| Some((*post, self.may_drop(who, *post).err()?));
            let all: Vec<(PositionIx, Refusal)> = posts.iter().map(refused).collect::<Option<_>>()?;
            all.into_iter().min_by_key(|(post, why)| {
                // A post that is merely full says more than one that was never meant for this person.
                let is_meant = self.score_of_drop(who, *post).is_some();
                (!is_meant, why.obstacles(), Reverse(self.score(who, *post).total))
            })
        };
        let why = who.first().and_then(|first| refused(*first)).map(|(_, why)| Box::new(why));
        Refusal::Unplaced(who, why)
    }
}

/// Free places and scores: per person and post what it is worth, `None` where it is not lawful.
struct Table {
    free: Vec<u32>,
    scores: Vec<Vec<Option<i64>>>,
}

/// A part of all ways: these stand, and these do not.
#[derive(Clone, Default)]
struct Part {
    stands: Vec<usize>,
    not: HashSet<(usize, usize)>,
}

impl Table {
    /// The ways to place everybody, the best first (K. G. Murty, *An algorithm for ranking all the assignments*,
    /// 1968); or those who have no place even in the best.
    fn ways(&self) -> impl Iterator<Item = Result<Vec<usize>, Vec<usize>>> + '_ {
        let mut open: BinaryHeap<(i64, Vec<usize>, usize)> = BinaryHeap::new();
        let mut parts: Vec<Part> = Vec::new();
        let mut failed = None;
        match self.best(&Part::default()) {
            Ok((total, way)) => {
                parts.push(Part::default());
                open.push((total, way, 0));
            }
            Err(left) => failed = Some(Err(left)),
        }
        let next = move || {
            let (_, way, part) = open.pop()?;
            let part = parts[part].clone();
            for at in part.stands.len()..way.len() {
                let mut rest = Part { stands: way[..at].to_vec(), not: part.not.clone() };
                rest.not.insert((at, way[at]));
                if let Ok((total, way)) = self.best(&rest) {
                    open.push((total, way, parts.len()));
                    parts.push(rest);
                }
            }
            Some(Ok(way))
        };
        failed.into_iter().chain(std::iter::from_fn(next)).take(WAYS)
    }

    /// The best way within a part, with its total; or who is left over.
    fn best(&self, part: &Part) -> Result<(i64, Vec<usize>), Vec<usize>> {
        let (people, posts) = (self.scores.len(), self.free.len());
        let all: Vec<usize> = (0..people).collect();
        let mut problem = ProblemBuilder::new();
        for free in &self.free {
            problem.add_post(NO_UNIT, &[Segment { width: *free, reward: 0 }]);
        }
        // Whoever has no place waits beside the posts, at more than any score could buy.
        problem.add_post(NO_UNIT, &[Segment { width: people as u32, reward: 0 }]);
        let most = self.scores.iter().flatten().flatten().map(|score| score.abs()).max().unwrap_or(0);
        let waiting = -(2 * people as i64 + 1) * (most + 1);
        for (who, scores) in self.scores.iter().enumerate() {
            let may =
                |post: &usize| part.stands.get(who).is_none_or(|stands| stands == post) && !part.not.contains(&(who, *post));
            let lawful = (0..posts).filter(may).filter_map(|post| Some((post as u32, scores[post]?)));
            problem.extend_employee(lawful.chain([(posts as u32, waiting)]));
        }
        let Ok(problem) = problem.build() else { return Err(all) };
        let Ok(solution) = solve(&problem, &Control::unattended()) else { return Err(all) };
        let way: Vec<usize> = solution.choice.iter().map(|arc| problem.post_of(*arc as usize)).collect();
        let left: Vec<usize> = all.into_iter().filter(|who| way[*who] == posts).collect();
        if left.is_empty() { Ok((solution.objective, way)) } else { Err(left) }
    }
}
