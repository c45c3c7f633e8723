//! Rencana: what a drop alone changes in this plan's objective, from the posts and units concerned.
use super::{Desk, Glance};
use crate::metrics::post_reward;
use crate::model::{EmployeeIx, PositionIx, Seat, UnitIx};
use crate::scoring::Valuer;

impl Desk {
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

    /// Rencana of a target as it was looked at.
    pub fn glance_change(&self, who: EmployeeIx, glance: &Glance) -> i64 {
        match glance.other {
            Some(other) => self.swap_change(who, other),
            None => self.objective_change(who, glance.post),
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
            let stays = |other: &EmployeeIx| {
                *other != who
                    && self.placement.target(*other).is_none()
                    && grounds.projection.standing[other.at()].seat() == Some(Seat::Pool(Some(post)))
            };
            let still_held = grounds.index.seated_on(post).iter().any(stays);
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

    pub(in crate::desk) fn unit_change(&self, unit: UnitIx, by: i32) -> i64 {
        let grounds = self.grounds();
        let heads = self.tally.fill(unit).map_or(0, |fill| fill.heads);
        let need = grounds.projection.group_need[unit.at()];
        if by > 0 {
            grounds.policy.rewards.for_unit_place(need, heads + 1)
        } else {
            -grounds.policy.rewards.for_unit_place(need, heads)
        }
    }
}
