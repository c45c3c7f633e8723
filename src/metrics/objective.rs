//! The objective of a plan, counted from the plan itself and not from the core (plan-model, "The
//! objective"): Σ values − prices of the moves + filled posts + filled units; [`Parts`](super::Parts) adds it up.
use crate::model::{EmployeeIx, Grounds, PositionIx};
use crate::scoring::{Valuer, factors};
use rayon::prelude::*;

/// What everyone's staying is worth, worked out once.
#[derive(Clone, Debug)]
pub struct Ledger {
    stay: Vec<i64>,
    incomplete: Vec<bool>,
}

impl Ledger {
    /// Works out everyone's present value.
    pub fn new(grounds: &Grounds) -> Self {
        let everyone: Vec<EmployeeIx> = grounds.everyone().collect();
        // Who is in the plan without a post counts nothing, and who is not has no present post here.
        let of = |who: &EmployeeIx| {
            let incomplete = grounds.present(*who).is_some_and(|post| factors(grounds, *who, post).contains(&None));
            (Valuer::new(grounds, *who).present(), incomplete)
        };
        let (stay, incomplete): (Vec<i64>, Vec<bool>) = everyone.par_iter().map(of).unzip();
        Self { stay, incomplete }
    }

    /// Value of someone's staying.
    pub fn stay(&self, who: EmployeeIx) -> i64 {
        self.stay[who.at()]
    }

    /// Whether someone's score at the present post is incomplete.
    pub fn is_incomplete(&self, who: EmployeeIx) -> bool {
        self.incomplete[who.at()]
    }
}

/// Reward of a post with that many heads: its holder's, and its places under a workload event.
pub fn post_reward(grounds: &Grounds, post: PositionIx, heads: u32) -> i64 {
    let rewards = &grounds.policy.rewards;
    let holder = if heads > 0 { rewards.for_holder(&grounds.facts.positions[post.at()]) } else { 0 };
    let places = if grounds.projection.has_event[post.at()] { heads.min(grounds.projection.need[post.at()]) } else { 0 };
    holder + i64::from(places) * rewards.workload_place
}
