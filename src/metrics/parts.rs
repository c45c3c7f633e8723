//! The figures that add up: person by person, post by post, unit by unit. A plan's figures are the sum of
//! its parts, and a change takes the parts of whom it concerns out and puts them back as they are then.
use super::objective::{Ledger, post_reward};
use super::units::UnitFill;
use super::{permille, rank_served};
use crate::model::{EmployeeIx, Grounds, Placement, PositionIx, Seat};
use crate::rules::{Judge, Outcome, Scope, Verdict};
use crate::scoring::{Valuer, factors};
use std::ops::{AddAssign, SubAssign};

macro_rules! parts {
    ($($field:ident),* $(,)?) => {
        /// A part of the figures, or their sum: as the fields of [`Metrics`](super::Metrics) of these names.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub struct Parts { $(pub $field: i64),* }
        impl AddAssign for Parts {
            fn add_assign(&mut self, other: Self) { $(self.$field += other.$field;)* }
        }
        impl SubAssign for Parts {
            fn sub_assign(&mut self, other: Self) { $(self.$field -= other.$field;)* }
        }
    };
}
parts! {
    need,
    filled,
    structural_vacant,
    holes,
    wishes_met,
    wishes_partly,
    wishes_open,
    blocked,
    overridden,
    warnings,
    unknown,
    incomplete,
    moves,
    objective,
}

/// A plan carried out, to be counted.
#[derive(Clone, Copy)]
pub struct Count<'a> {
    /// Grounds, pack and permissions.
    pub judge: Judge<'a>,
    /// Everyone's present value.
    pub ledger: &'a Ledger,
    /// Who sits where.
    pub placement: &'a Placement,
}

impl Count<'_> {
    /// What one person counts: the value (less the price of a move), the wishes, the verdicts.
    pub fn person<'v>(&self, who: EmployeeIx, verdicts: impl Iterator<Item = &'v Verdict>) -> Parts {
        let grounds = self.judge.grounds;
        let mut parts = Parts { objective: self.ledger.stay(who), ..Parts::default() };
        parts.incomplete = i64::from(self.ledger.is_incomplete(who));
        if let Some(post) = self.placement.target(who) {
            parts.moves = 1;
            parts.objective = Valuer::new(grounds, who).at(post) - self.judge.pair(who, post).price;
            parts.incomplete = i64::from(factors(grounds, who, post).contains(&None));
        }
        if grounds.projection.standing[who.at()].seat().is_some() {
            self.wishes(&mut parts, who);
        }
        for verdict in verdicts.filter(|verdict| verdict.scope != Scope::Gate) {
            parts.blocked += i64::from(verdict.blocks());
            parts.overridden += i64::from(verdict.outcome == Outcome::Overridden);
            parts.warnings += i64::from(verdict.warns());
            parts.unknown += i64::from(verdict.outcome == Outcome::Unknown);
        }
        parts
    }

    /// What one post counts: whether it is vacant or left, and what it earns. A post out of scope earns its
    /// holder's reward once while a pool member stays on it.
    pub fn post(&self, post: PositionIx) -> Parts {
        let grounds = self.judge.grounds;
        let projection = &grounds.projection;
        let position = &grounds.facts.positions[post.at()];
        if !projection.in_scope[post.at()] {
            let stays = |who: &EmployeeIx| {
                self.placement.target(*who).is_none() && projection.standing[who.at()].seat() == Some(Seat::Pool(Some(post)))
            };
            let is_held = grounds.index.seated_on(post).iter().any(stays);
            let objective = if is_held { grounds.policy.rewards.for_holder(position) } else { 0 };
            return Parts { objective, ..Parts::default() };
        }
        let (before, after, need) = (projection.holders[post.at()], self.placement.heads(post), projection.need[post.at()]);
        Parts {
            structural_vacant: i64::from(after == 0 && need > 0 && position.is_structural()),
            holes: i64::from(after < need && before >= need || after == 0 && before > 0),
            objective: post_reward(grounds, post, after),
            ..Parts::default()
        }
    }

    fn wishes(&self, parts: &mut Parts, who: EmployeeIx) {
        let person = &self.judge.grounds.facts.people[who.at()];
        if person.asks_to_stay {
            let stays = self.placement.target(who).is_none();
            parts.wishes_met = i64::from(stays);
            parts.wishes_open = i64::from(!stays);
        } else if !person.wishes.is_empty() {
            match rank_served(self.judge.grounds, self.placement, who) {
                Some(1) => parts.wishes_met = 1,
                Some(_) => parts.wishes_partly = 1,
                None => parts.wishes_open = 1,
            }
        }
    }
}

impl UnitFill {
    /// What a unit counts.
    pub fn parts(&self, grounds: &Grounds) -> Parts {
        let rewards = &grounds.policy.rewards;
        let objective = (1..=self.heads.min(self.need)).map(|place| rewards.for_unit_place(self.need, place)).sum();
        Parts { need: i64::from(self.need), filled: i64::from(self.filled), objective, ..Parts::default() }
    }

    /// Keterisian: filled / K, permille.
    pub fn permille(&self) -> i64 {
        permille(self.filled, self.need)
    }
}
