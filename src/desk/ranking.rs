//! Best posts for a person, best people for a post: who may go first, then the highest score.
use super::Desk;
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::PairJudgement;
use crate::scoring::{Score, Valuer, factors};
use rayon::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Lists of at most so many pairs are made at once, on whichever thread asks.
pub(super) const AT_ONCE: usize = 2_000;
/// So many pairs are rated before anyone looks whether to go on.
const STRETCH: usize = 512;

/// Whom or what a list ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ranking {
    /// Everyone in the plan, for a post.
    People(PositionIx),
    /// All posts in scope, for a person.
    Posts(EmployeeIx),
}

/// A pair with what decides its place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rated {
    /// Who.
    pub who: EmployeeIx,
    /// Where.
    pub post: PositionIx,
    /// The score, 0–10,000.
    pub total: i64,
    /// Whether every factor of the score is known.
    pub is_complete: bool,
    /// Whether the planner may propose it.
    pub is_eligible: bool,
}

/// A pair with its score, its value and all that the pair rules say.
#[derive(Clone, Copy, Debug)]
pub struct Ranked {
    /// Who.
    pub who: EmployeeIx,
    /// Where.
    pub post: PositionIx,
    /// The score.
    pub score: Score,
    /// Value in the core, before any price.
    pub value: i64,
    /// What the pair rules say. `is_automatic` holds only where the core has the pair as an arc.
    pub judged: PairJudgement,
}

impl Desk {
    /// Scores and judges one pair.
    pub fn rank(&self, who: EmployeeIx, post: PositionIx) -> Ranked {
        let grounds = self.grounds();
        let mut judged = self.judge().pair(who, post);
        judged.is_automatic &= self.core_may(who, post);
        Ranked {
            who,
            post,
            score: Score::of(&grounds.policy.weights, &factors(grounds, who, post)),
            value: Valuer::new(grounds, who).at(post),
            judged,
        }
    }

    /// The best of a list, with all that is known of them.
    pub fn best(&self, of: Ranking, top: usize) -> Vec<Ranked> {
        self.rated(of).into_iter().take(top).map(|it| self.rank(it.who, it.post)).collect()
    }

    /// A whole list: eligible pairs first, then by score, then by NIP or by the post's id.
    pub fn rated(&self, of: Ranking) -> Vec<Rated> {
        self.rated_unless(of, &AtomicBool::new(false)).unwrap_or_default()
    }

    /// As [`Desk::rated`]; `None` once told to stop.
    pub fn rated_unless(&self, of: Ranking, stop: &AtomicBool) -> Option<Vec<Rated>> {
        let pairs = self.pairs(of);
        let stretch = |pairs: &[(EmployeeIx, PositionIx)]| {
            let goes_on = !stop.load(Ordering::Relaxed);
            goes_on.then(|| pairs.iter().map(|(who, post)| self.rate(*who, *post)).collect())
        };
        let facts = &self.grounds().facts;
        let order = |a: &Rated, b: &Rated| {
            let place = |it: &Rated| (!it.is_eligible, -it.total);
            place(a).cmp(&place(b)).then_with(|| match of {
                Ranking::People(_) => facts.employees[a.who.at()].nip.cmp(&facts.employees[b.who.at()].nip),
                Ranking::Posts(_) => facts.positions[a.post.at()].key().cmp(&facts.positions[b.post.at()].key()),
            })
        };
        if pairs.len() <= AT_ONCE {
            let mut rated: Vec<Rated> = stretch(&pairs)?;
            rated.sort_unstable_by(order);
            return Some(rated);
        }
        let stretches: Option<Vec<Vec<Rated>>> = pairs.par_chunks(STRETCH).map(stretch).collect();
        let mut rated = stretches?.concat();
        rated.par_sort_unstable_by(order);
        Some(rated)
    }

    /// Whether a list is so short that nobody need wait for it.
    pub fn is_rated_at_once(&self, of: Ranking) -> bool {
        let facts = &self.grounds().facts;
        AT_ONCE
            >= match of {
                Ranking::People(_) => facts.employees.len(),
                Ranking::Posts(_) => facts.positions.len(),
            }
    }

    /// Whether all lists are the same on another desk: proposals, pins and bans change none.
    pub fn rates_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.base, &other.base) && self.overrides == other.overrides
    }

    fn pairs(&self, of: Ranking) -> Vec<(EmployeeIx, PositionIx)> {
        let grounds = self.grounds();
        match of {
            Ranking::People(post) => {
                let in_plan = |who: &EmployeeIx| grounds.projection.standing[who.at()].seat().is_some();
                grounds.everyone().filter(in_plan).map(|who| (who, post)).collect()
            }
            Ranking::Posts(who) => grounds.posts_in_scope().map(|post| (who, post)).collect(),
        }
    }

    fn rate(&self, who: EmployeeIx, post: PositionIx) -> Rated {
        let grounds = self.grounds();
        let score = Score::of(&grounds.policy.weights, &factors(grounds, who, post));
        let is_eligible = self.judge().is_eligible(who, post);
        Rated { who, post, total: score.total, is_complete: score.is_complete, is_eligible }
    }

    /// What beside the judged pair decides whether the core may propose it: the person is in the
    /// plan, the post is planned here and takes newcomers, the pair is not banned, nor the person
    /// pinned elsewhere.
    pub(super) fn core_may(&self, who: EmployeeIx, post: PositionIx) -> bool {
        let grounds = self.grounds();
        let projection = &grounds.projection;
        if projection.standing[who.at()].seat().is_none() {
            return false;
        }
        let nip = grounds.facts.employees[who.at()].nip;
        let id = grounds.facts.positions[post.at()].id();
        if let Some(pinned) = self.plan.pins.get(&nip) {
            return *pinned == id;
        }
        let stays = grounds.present(who) == Some(post);
        stays
            || projection.in_scope[post.at()] && projection.is_open(&grounds.facts, post) && !self.plan.bans.contains(&(nip, id))
    }
}
