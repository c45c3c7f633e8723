//! Conservation: nobody is lost and nobody counted twice. Per unit, heads before and arrivals less departures are heads
//! after.
use crate::desk::Desk;
use crate::model::{PositionIx, UnitIx};
use std::collections::BTreeMap;

/// Heads of a unit, without PPPK paruh waktu.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Holders on TMT before the plan.
    pub before: u32,
    /// Moves into the unit from elsewhere.
    pub comes: u32,
    /// Moves out of it.
    pub goes: u32,
    /// Holders after the plan, counted person by person.
    pub after: u32,
    /// Holders after the plan, as the plan's figures count them.
    pub counted: u32,
}

impl Balance {
    /// Whether everyone is accounted for.
    pub const fn holds(&self) -> bool {
        self.before + self.comes == self.after + self.goes && self.after == self.counted
    }

    fn add(&mut self, other: &Self) {
        self.before += other.before;
        self.after += other.after;
        self.counted += other.counted;
    }
}

/// Heads before and after a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conservation {
    /// Per unit of the posts, in scope or out of it, by number.
    pub units: BTreeMap<UnitIx, Balance>,
    /// All of them: who comes had no post or is counted apart at home; nobody goes.
    pub total: Balance,
}

impl Conservation {
    /// Counts everyone anew: what the plan's own figures say is compared, not used.
    pub fn of(desk: &Desk) -> Self {
        let grounds = desk.grounds();
        let (projection, placement) = (&grounds.projection, &desk.placement);
        let unit = |post: PositionIx| grounds.facts.position_unit[post.at()];
        let mut units: BTreeMap<UnitIx, Balance> = BTreeMap::new();
        let mut total = Balance::default();
        for who in grounds.everyone() {
            let (held, target) = (projection.held[who.at()], placement.target(who));
            // Whoever is counted apart at home (PPPK paruh waktu) counts where the plan puts him.
            let after = target.or(held);
            if let Some(unit) = held.and_then(unit) {
                units.entry(unit).or_default().before += 1;
            }
            if let Some(unit) = after.and_then(unit) {
                units.entry(unit).or_default().after += 1;
            }
            let (from, to) = (held.and_then(unit), after.and_then(unit));
            if from != to {
                if let Some(unit) = to {
                    units.entry(unit).or_default().comes += 1;
                }
                if let Some(unit) = from {
                    units.entry(unit).or_default().goes += 1;
                }
            }
            total.comes += u32::from(from.is_none() && to.is_some());
            total.goes += u32::from(from.is_some() && to.is_none());
        }
        for post in grounds.every_post() {
            if let (Some(unit), heads @ 1..) = (unit(post), placement.heads(post)) {
                units.entry(unit).or_default().counted += heads;
            }
        }
        units.values().for_each(|balance| total.add(balance));
        Self { units, total }
    }

    /// Whether everyone is accounted for, in every unit and in all.
    pub fn holds(&self) -> bool {
        self.total.holds() && self.units.values().all(Balance::holds)
    }

    /// Units whose heads change hands.
    pub fn changed(&self) -> impl Iterator<Item = (UnitIx, &Balance)> {
        self.units.iter().filter(|(_, it)| it.comes + it.goes > 0 || !it.holds()).map(|(unit, it)| (*unit, it))
    }
}
