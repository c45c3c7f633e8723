//! The chains of a plan, and that nobody is lost, as `plan` and `check` print them.
use crate::desk::Desk;
use crate::desk::chains::{Chain, Chains, Conservation};
use serde::Serialize;

/// A chain or cycle: each fills the place that the one before leaves.
#[derive(Serialize)]
pub(super) struct ChainJson {
    /// NIP.
    moves: Vec<String>,
    /// The post of the first move.
    fills: String,
    /// How it ends; `cycle` where it does not.
    end: &'static str,
    /// The post left last, where one is.
    leaves: Option<String>,
}

impl ChainJson {
    /// All of a desk's plan.
    pub(super) fn of(desk: &Desk) -> Vec<Self> {
        let facts = &desk.grounds().facts;
        let id = |post: crate::model::PositionIx| facts.positions[post.at()].id().to_string();
        let told = |chain: &Chain| Self {
            moves: chain.links.iter().map(|link| facts.employees[link.who.at()].nip.to_string()).collect(),
            fills: id(chain.head()),
            end: chain.end().map_or("cycle", |end| end.name()),
            leaves: chain.last().map(id),
        };
        Chains::of(desk).all.iter().map(told).collect()
    }
}

/// Heads of a unit.
#[derive(Serialize)]
struct BalanceJson {
    unit: String,
    before: u32,
    comes: u32,
    goes: u32,
    after: u32,
}

/// That heads in and heads out are heads after, in every unit whose heads change.
#[derive(Serialize)]
pub(super) struct ConservationJson {
    holds: bool,
    before: u32,
    after: u32,
    units: Vec<BalanceJson>,
}

impl ConservationJson {
    pub(super) fn of(desk: &Desk, it: &Conservation) -> Self {
        let id = |unit: crate::model::UnitIx| desk.grounds().facts.units[unit.at()].id.to_string();
        let units = it.changed().map(|(unit, it)| BalanceJson {
            unit: id(unit),
            before: it.before,
            comes: it.comes,
            goes: it.goes,
            after: it.after,
        });
        Self { holds: it.holds(), before: it.total.before, after: it.total.after, units: units.collect() }
    }
}
