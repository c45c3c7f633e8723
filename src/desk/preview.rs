//! What letting go would do, before anything is done.
use super::Desk;
use super::edit::Refusal;
use crate::metrics::post_reward;
use crate::model::plan::{Action, Proposal, Source};
use crate::model::{EmployeeIx, PositionIx, Seat, UnitIx};
use crate::rules::{Outcome, RuleId, Severity, Verdict};
use crate::scoring::{Score, Valuer, factors};

/// What a person carried is held over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A post.
    Post(PositionIx),
    /// A unit: its best eligible post.
    Unit(UnitIx),
    /// Another person: swap.
    Person(EmployeeIx),
}

/// What a drop comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landing {
    /// Takes a free place of this post.
    Takes(PositionIx),
    /// Swaps with its holder.
    Swaps(EmployeeIx, PositionIx),
    /// Goes back to the present post.
    PutsBack,
    /// Changes nothing: the person sits there in the plan already.
    Stays,
    /// Refused.
    Refused(Refusal),
}

/// What one target would do.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What letting go comes to.
    pub landing: Landing,
    /// The post it is about, where there is one.
    pub post: Option<PositionIx>,
    /// Every verdict that is not a plain pass, the blocking ones first.
    pub verdicts: Vec<Verdict>,
    /// Orang: change of the person's own score against the present post, hundredths of a point.
    pub person: Option<i64>,
    /// Rencana: change of this plan's objective by this drop alone.
    pub plan: Option<i64>,
}

impl Desk {
    /// Looks at one target.
    pub fn preview(&self, who: EmployeeIx, target: Target) -> Preview {
        match target {
            Target::Post(post) => self.preview_post(who, post),
            Target::Unit(unit) => match self.best_post_of(who, unit) {
                Some(post) => self.preview_post(who, post),
                None => self.unit_without_post(who, unit),
            },
            Target::Person(other) => match self.placement.post(&self.grounds().projection, other) {
                Some(post) if other != who && self.placement.post(&self.grounds().projection, who) != Some(post) => {
                    self.preview_swap(who, other, post)
                }
                _ => self.nothing(Landing::Stays, None),
            },
        }
    }

    /// The score of a pair.
    pub fn score(&self, who: EmployeeIx, post: PositionIx) -> Score {
        Score::of(&self.grounds().policy.weights, &factors(self.grounds(), who, post))
    }

    /// Orang: the score there less the score at the present post; `None` without a present post.
    pub fn score_change(&self, who: EmployeeIx, post: PositionIx) -> Option<i64> {
        let present = self.grounds().present(who)?;
        Some(self.score(who, post).total - self.score(who, present).total)
    }

    /// The eligible post of a unit with the highest score that has a free place; else the first post
    /// with the fewest obstacles, so that the refusal tells something.
    pub fn best_post_of(&self, who: EmployeeIx, unit: UnitIx) -> Option<PositionIx> {
        let here = self.placement.post(&self.grounds().projection, who);
        let posts = self
            .grounds()
            .posts_in_scope()
            .filter(|post| self.grounds().facts.position_unit[post.at()] == Some(unit) && Some(*post) != here);
        posts
            .filter(|post| self.may_drop(who, *post).is_ok())
            .max_by_key(|post| (self.score(who, *post).total, std::cmp::Reverse(*post)))
    }

    /// Rencana: what one drop alone changes in this plan's objective.
    pub fn objective_change(&self, who: EmployeeIx, to: PositionIx) -> i64 {
        let here = self.placement.post(&self.grounds().projection, who);
        if here == Some(to) {
            return 0;
        }
        let before = match self.placement.target(who) {
            Some(target) => self.worth(who, target),
            None => self.base.ledger.stay(who),
        };
        self.worth(who, to) - before + self.reward_change(who, here, to)
    }

    /// Rencana of a target: a held structural post changes hands, any other gains a holder.
    pub fn target_change(&self, who: EmployeeIx, to: PositionIx) -> i64 {
        match self.only_holder(to).filter(|holder| *holder != who) {
            Some(holder) => self.swap_change(who, holder),
            None => self.objective_change(who, to),
        }
    }

    /// Rencana of a swap: no post and no unit has more or fewer holders after it.
    fn swap_change(&self, one: EmployeeIx, other: EmployeeIx) -> i64 {
        let seat = |who: EmployeeIx| self.placement.post(&self.grounds().projection, who);
        let change = |who: EmployeeIx, to: Option<PositionIx>| {
            to.map_or(0, |to| self.worth(who, to) - seat(who).map_or(0, |from| self.worth(who, from)))
        };
        change(one, seat(other)) + change(other, seat(one))
    }

    /// Value of a pair, less all prices of the move.
    fn worth(&self, who: EmployeeIx, post: PositionIx) -> i64 {
        let valuer = Valuer::new(self.grounds(), who);
        if self.grounds().present(who) == Some(post) {
            valuer.present()
        } else {
            valuer.at(post) - self.judge().pair(who, post).price
        }
    }

    /// What the posts and units concerned earn more or less.
    fn reward_change(&self, who: EmployeeIx, from: Option<PositionIx>, to: PositionIx) -> i64 {
        let grounds = self.grounds();
        let in_scope = |post: PositionIx| grounds.projection.in_scope[post.at()];
        let earns =
            |post: PositionIx, before: u32, after: u32| post_reward(grounds, post, after) - post_reward(grounds, post, before);
        let mut change = 0;
        if in_scope(to) {
            let heads = self.placement.heads(to);
            change += earns(to, heads, heads + 1);
        }
        let counts_there =
            self.placement.target(who).is_some() || matches!(grounds.projection.standing[who.at()].seat(), Some(Seat::Post(_)));
        let left = from.filter(|post| counts_there && in_scope(*post));
        if let Some(post) = left {
            let heads = self.placement.heads(post);
            change += earns(post, heads, heads - 1);
        } else if let Some(post) = from {
            // An outside post: its holder's reward goes with the last pool member on it.
            let others = grounds.everyone().filter(|other| *other != who && self.placement.target(*other).is_none());
            let still_held =
                others.into_iter().any(|other| grounds.projection.standing[other.at()].seat() == Some(Seat::Pool(Some(post))));
            change -= if still_held { 0 } else { grounds.policy.rewards.for_holder(&grounds.facts.positions[post.at()]) };
        }
        let group = |post: PositionIx| grounds.projection.group[post.at()];
        let (group_to, group_from) = (in_scope(to).then(|| group(to)).flatten(), left.and_then(group));
        if group_to != group_from {
            change +=
                group_to.map_or(0, |unit| self.unit_change(unit, 1)) + group_from.map_or(0, |unit| self.unit_change(unit, -1));
        }
        change
    }

    fn unit_change(&self, unit: UnitIx, by: i32) -> i64 {
        let grounds = self.grounds();
        let heads: u32 = grounds
            .posts_in_scope()
            .filter(|post| grounds.projection.group[post.at()] == Some(unit))
            .map(|post| self.placement.heads(post))
            .sum();
        let need = grounds.projection.group_need[unit.at()];
        if by > 0 {
            grounds.policy.rewards.for_unit_place(need, heads + 1)
        } else {
            -grounds.policy.rewards.for_unit_place(need, heads)
        }
    }

    fn preview_post(&self, who: EmployeeIx, post: PositionIx) -> Preview {
        let projection = &self.grounds().projection;
        if self.placement.post(projection, who) == Some(post) {
            return self.nothing(Landing::Stays, Some(post));
        }
        if self.grounds().present(who) == Some(post) && self.may_drop(who, post).is_ok() {
            return Preview {
                plan: Some(self.objective_change(who, post)),
                person: Some(0),
                ..self.nothing(Landing::PutsBack, Some(post))
            };
        }
        if let Some(holder) = self.only_holder(post).filter(|holder| *holder != who) {
            return self.preview_swap(who, holder, post);
        }
        let landing = match self.may_drop(who, post) {
            Ok(()) => Landing::Takes(post),
            Err(refusal) => Landing::Refused(refusal),
        };
        Preview {
            landing,
            post: Some(post),
            verdicts: telling(self.drop_verdicts(who, post)),
            person: self.score_change(who, post),
            plan: Some(self.objective_change(who, post)),
        }
    }

    fn preview_swap(&self, who: EmployeeIx, other: EmployeeIx, post: PositionIx) -> Preview {
        let nip = |who: EmployeeIx| self.grounds().facts.employees[who.at()].nip;
        let (landing, plan) = match self.decide(super::edit::Edit::Swap(nip(who), nip(other))) {
            Ok(action) => (Landing::Swaps(other, post), Some(self.after(&action).metrics.objective - self.metrics.objective)),
            Err(refusal) => (Landing::Refused(refusal), None),
        };
        let verdicts = match &landing {
            Landing::Refused(Refusal::Rules(_, _, verdicts)) => verdicts.clone(),
            _ => telling(self.judge().verdicts(who, post)),
        };
        Preview { landing, post: Some(post), verdicts, person: self.score_change(who, post), plan }
    }

    /// The desk as it would be after an action.
    pub fn after(&self, action: &Action) -> Self {
        let mut plan = self.plan.clone();
        plan.apply(action);
        Self::new(self.base.clone(), plan)
    }

    /// The desk as it would be with one person on a post.
    pub fn with(&self, who: EmployeeIx, post: PositionIx) -> Self {
        let (nip, position) = (self.grounds().facts.employees[who.at()].nip, self.grounds().facts.positions[post.at()].id());
        let mut plan = self.plan.clone();
        plan.proposals.insert(nip, Proposal { position, source: Source::Hand });
        Self::new(self.base.clone(), plan)
    }

    /// The one who sits on a structural post after the plan.
    pub fn only_holder(&self, post: PositionIx) -> Option<EmployeeIx> {
        if !self.grounds().facts.positions[post.at()].is_structural() || self.placement.heads(post) != 1 {
            return None;
        }
        self.holders(post).next()
    }

    /// Everyone who sits on a post after the plan, newcomers included.
    pub fn holders(&self, post: PositionIx) -> impl Iterator<Item = EmployeeIx> + '_ {
        let projection = &self.grounds().projection;
        self.grounds().everyone().filter(move |who| {
            projection.standing[who.at()].seat().is_some() && self.placement.post(projection, *who) == Some(post)
        })
    }

    fn unit_without_post(&self, who: EmployeeIx, unit: UnitIx) -> Preview {
        let here = self.placement.post(&self.grounds().projection, who);
        let first = self
            .grounds()
            .posts_in_scope()
            .find(|post| self.grounds().facts.position_unit[post.at()] == Some(unit) && Some(*post) != here);
        first.map_or_else(|| self.nothing(Landing::Stays, None), |post| self.preview_post(who, post))
    }

    const fn nothing(&self, landing: Landing, post: Option<PositionIx>) -> Preview {
        Preview { landing, post, verdicts: Vec::new(), person: None, plan: None }
    }
}

/// The verdicts worth telling: all but passes, blocking first, then by severity.
fn telling(mut verdicts: Vec<Verdict>) -> Vec<Verdict> {
    verdicts.retain(|verdict| {
        verdict.outcome != Outcome::Pass && !(verdict.severity == Severity::I && verdict.outcome == Outcome::Unknown)
    });
    verdicts.sort_by_key(|verdict| (!verdict.blocks(), verdict.severity, verdict.rule));
    verdicts
}

/// A target at a glance, for every row on the screen: cheaper than a [`Preview`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    /// The post it is about.
    pub post: PositionIx,
    /// Whether letting go would do something lawful.
    pub is_allowed: bool,
    /// Who would swap with the person.
    pub other: Option<EmployeeIx>,
    /// Whether the person sits there already.
    pub is_here: bool,
    /// The verdict that decides, or the heaviest warning; `None`: all pass, or no rule decides.
    pub worst: Option<Verdict>,
    /// Orang.
    pub person: Option<i64>,
}

impl Desk {
    /// Looks at a target at a glance; `None` where it leads to no post.
    pub fn glance(&self, who: EmployeeIx, target: Target) -> Option<Glance> {
        let projection = &self.grounds().projection;
        let here = self.placement.post(projection, who);
        let post = match target {
            Target::Post(post) => post,
            Target::Unit(unit) => self.best_post_of(who, unit).or_else(|| {
                self.grounds()
                    .posts_in_scope()
                    .find(|post| self.grounds().facts.position_unit[post.at()] == Some(unit) && Some(*post) != here)
            })?,
            Target::Person(other) => self.placement.post(projection, other)?,
        };
        let is_here = here == Some(post);
        let other = match target {
            Target::Person(other) => Some(other),
            _ => self.only_holder(post),
        };
        let other = other.filter(|other| !is_here && *other != who);
        let (is_allowed, verdicts) = match other {
            Some(other) => self.swap_at_a_glance(who, other, post),
            None => {
                let verdicts = telling(self.drop_verdicts(who, post));
                (!is_here && self.may_drop(who, post).is_ok(), verdicts)
            }
        };
        Some(Glance {
            post,
            is_allowed,
            other,
            is_here,
            // Long enough in a post (R06) is a reason to move, not one against it.
            worst: verdicts.iter().find(|verdict| verdict.rule != RuleId::R06).copied(),
            person: self.score_change(who, post),
        })
    }

    /// Both sides count: what keeps the other one from coming here keeps this one from going there.
    fn swap_at_a_glance(&self, who: EmployeeIx, other: EmployeeIx, post: PositionIx) -> (bool, Vec<Verdict>) {
        let nip = |who: EmployeeIx| self.grounds().facts.employees[who.at()].nip;
        match self.decide(super::edit::Edit::Swap(nip(who), nip(other))) {
            Ok(_) => (true, telling(self.judge().verdicts(who, post))),
            Err(Refusal::Rules(_, _, verdicts)) => (false, verdicts),
            Err(_) => (false, Vec::new()),
        }
    }

    /// Who could follow on a post that this person leaves: the lawful candidate with the highest score.
    pub fn successor(&self, post: PositionIx, besides: EmployeeIx) -> Option<EmployeeIx> {
        let grounds = self.grounds();
        let free = grounds.everyone().filter(|who| {
            *who != besides
                && grounds.projection.standing[who.at()].seat().is_some()
                && self.placement.target(*who).is_none()
                && grounds.present(*who) != Some(post)
        });
        free.filter(|who| self.judge().automatic_price(*who, post).is_some())
            .max_by_key(|who| (self.score(*who, post).total, std::cmp::Reverse(*who)))
    }
}
