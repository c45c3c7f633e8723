//! The objective of a plan, counted from the plan itself and not from the core (plan-model, "The
//! objective"): Σ values − prices of the moves + filled posts + filled units.
use crate::model::{EmployeeIx, Grounds, Placement, PositionIx, Seat};
use crate::scoring::{Valuer, factors};
use rayon::prelude::*;

/// What everyone's staying is worth, worked out once.
#[derive(Clone, Debug)]
pub struct Ledger {
    stay: Vec<i64>,
    incomplete: Vec<bool>,
    stay_sum: i64,
    incomplete_sum: u32,
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
        let incomplete_sum = incomplete.iter().filter(|it| **it).count() as u32;
        Self { stay_sum: stay.iter().sum(), incomplete_sum, stay, incomplete }
    }

    /// Value of someone's staying.
    pub fn stay(&self, who: EmployeeIx) -> i64 {
        self.stay[who.at()]
    }

    /// Objective of "nobody moves".
    pub fn status_quo(&self, grounds: &Grounds) -> i64 {
        self.objective(grounds, &Placement::status_quo(&grounds.projection), &[])
    }

    /// Objective of a plan. `movers` are its moves with their value less all prices.
    pub fn objective(&self, grounds: &Grounds, placement: &Placement, movers: &[(EmployeeIx, i64)]) -> i64 {
        let people = self.stay_sum + movers.iter().map(|(who, value)| value - self.stay(*who)).sum::<i64>();
        people + filled_posts(grounds, placement) + filled_units(grounds, placement) + outside_posts(grounds, placement)
    }

    /// People with an incomplete score where they sit after a plan.
    pub fn incomplete_after(&self, grounds: &Grounds, placement: &Placement) -> u32 {
        placement.moves().fold(self.incomplete_sum, |sum, (who, post)| {
            sum + u32::from(factors(grounds, who, post).contains(&None)) - u32::from(self.incomplete[who.at()])
        })
    }
}

/// Reward of a post with that many heads: its holder's, and its places under a workload event.
pub fn post_reward(grounds: &Grounds, post: PositionIx, heads: u32) -> i64 {
    let rewards = &grounds.policy.rewards;
    let holder = if heads > 0 { rewards.for_holder(&grounds.facts.positions[post.at()]) } else { 0 };
    let places = if grounds.projection.has_event[post.at()] { heads.min(grounds.projection.need[post.at()]) } else { 0 };
    holder + i64::from(places) * rewards.workload_place
}

fn filled_posts(grounds: &Grounds, placement: &Placement) -> i64 {
    grounds.posts_in_scope().map(|post| post_reward(grounds, post, placement.heads(post))).sum()
}

fn filled_units(grounds: &Grounds, placement: &Placement) -> i64 {
    let fills = super::unit_fills(grounds, placement);
    let reward = |fill: &super::UnitFill| {
        (1..=fill.heads.min(fill.need)).map(|j| grounds.policy.rewards.for_unit_place(fill.need, j)).sum::<i64>()
    };
    fills.iter().map(reward).sum()
}

/// An outside post earns its holder's reward once while a pool member sits on it.
fn outside_posts(grounds: &Grounds, placement: &Placement) -> i64 {
    let staying = grounds.everyone().filter(|who| placement.target(*who).is_none());
    let mut posts: Vec<PositionIx> = staying
        .filter_map(|who| match grounds.projection.standing[who.at()].seat() {
            Some(Seat::Pool(post)) => post,
            _ => None,
        })
        .collect();
    posts.sort_unstable();
    posts.dedup();
    posts.into_iter().map(|post| grounds.policy.rewards.for_holder(&grounds.facts.positions[post.at()])).sum()
}
