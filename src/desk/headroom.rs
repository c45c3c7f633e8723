//! Whether a plan without moves is surely below the best: answered without composing the best.
use super::Desk;
use crate::metrics::{post_reward, unit_fills};
use crate::model::{EmployeeIx, PositionIx, Seat};
use crate::scoring::Valuer;
use rayon::prelude::*;

impl Desk {
    /// Whether nobody moves and a single move would gain: then the plan reaches nothing of what is
    /// possible, however much that is. `false` says nothing.
    pub fn is_surely_below_best(&self) -> bool {
        if self.placement.moves().next().is_some() || !self.plan.pins.is_empty() {
            return false;
        }
        let grounds = self.grounds();
        let projection = &grounds.projection;
        let has_room = |post: &PositionIx| {
            projection.is_open(&grounds.facts, *post) && projection.places(&grounds.facts, *post) > projection.holders[post.at()]
        };
        let vacant: Vec<PositionIx> = grounds.posts_in_scope().filter(has_room).collect();
        let gains = self.last_places();
        let people: Vec<EmployeeIx> = grounds.everyone().collect();
        people.into_par_iter().any(|who| {
            let Some(Seat::Post(present)) = projection.standing[who.at()].seat() else { return false };
            if self.judge().personal_obstacle(who).is_some() {
                return false;
            }
            let valuer = Valuer::new(grounds, who);
            vacant.iter().filter(|post| **post != present).any(|post| {
                let same_unit = projection.group[post.at()] == projection.group[present.at()];
                let unit = if same_unit { 0 } else { gains.unit(self, *post).1 - gains.unit(self, present).0 };
                let gain = valuer.at(*post) - valuer.present() + unit + gains.post[post.at()].1 - gains.post[present.at()].0;
                let price = || self.judge().automatic_price(who, *post).filter(|_| !self.is_banned(who, *post));
                gain > 0 && price().is_some_and(|price| gain > price)
            })
        })
    }

    fn is_banned(&self, who: EmployeeIx, post: PositionIx) -> bool {
        let facts = &self.grounds().facts;
        !self.plan.bans.is_empty() && self.plan.bans.contains(&(facts.employees[who.at()].nip, facts.positions[post.at()].id()))
    }

    fn last_places(&self) -> LastPlaces {
        let grounds = self.grounds();
        let rewards = &grounds.policy.rewards;
        let of_post = |post: PositionIx| {
            let heads = self.placement.heads(post);
            let here = post_reward(grounds, post, heads);
            (here - post_reward(grounds, post, heads.saturating_sub(1)), post_reward(grounds, post, heads + 1) - here)
        };
        let mut unit = vec![(0, 0); grounds.facts.units.len()];
        for fill in unit_fills(grounds, &self.placement) {
            let last = if fill.heads == 0 { 0 } else { rewards.for_unit_place(fill.need, fill.heads) };
            unit[fill.unit.at()] = (last, rewards.for_unit_place(fill.need, fill.heads + 1));
        }
        LastPlaces { post: grounds.every_post().map(of_post).collect(), unit }
    }
}

/// Per post and unit: what the last filled place earns, and what the next would.
struct LastPlaces {
    post: Vec<(i64, i64)>,
    unit: Vec<(i64, i64)>,
}

impl LastPlaces {
    fn unit(&self, desk: &Desk, post: PositionIx) -> (i64, i64) {
        desk.grounds().projection.group[post.at()].map_or((0, 0), |unit| self.unit[unit.at()])
    }
}
