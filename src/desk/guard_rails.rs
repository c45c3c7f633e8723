//! Guard rails (plan-model): warnings that open the preview of a solved plan. They forbid nothing; the
//! planner protects a unit, or takes a move back.
//!
//! Pure functions over the foundation and two placements: what stands before, what would stand after.
mod experience;
mod rails;

use super::Foundation;
use crate::model::{EmployeeIx, Placement, PositionIx, UnitIx};
use std::collections::BTreeMap;

/// The figures of the rails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// At most this share of the people in scope moves, percent.
    pub moving_pct: u32,
    /// At most this share of a unit's people leaves it, percent; one always may.
    pub leaving_pct: u32,
    /// What a move that fills no hole gains at least for the person, hundredths of a point.
    pub least_gain: i64,
    /// A unit keeps this share of K filled, percent, or what it has.
    pub kept_pct: u32,
    /// From when on someone counts as experienced or settled in a unit, months.
    pub settled_months: i32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { moving_pct: 20, leaving_pct: 25, least_gain: 500, kept_pct: 60, settled_months: 12 }
    }
}

/// A warning, with its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuardRail {
    /// More of the people in scope move than should.
    ManyMove {
        /// How many move.
        moving: u32,
        /// Of how many.
        people: u32,
        /// At most.
        most: u32,
    },
    /// More of a unit's people leave it than should.
    ManyLeave {
        /// The unit.
        unit: UnitIx,
        /// How many leave.
        leaving: u32,
        /// Of how many.
        people: u32,
        /// At most.
        most: u32,
    },
    /// A move fills no hole, itself or through its chain, and gains the person little.
    LittleGain {
        /// Who.
        who: EmployeeIx,
        /// Where to.
        post: PositionIx,
        /// What it gains the person, hundredths of a point, before any price.
        gain: i64,
        /// At least.
        least: i64,
    },
    /// A unit falls below what it should keep.
    ThinUnit {
        /// The unit.
        unit: UnitIx,
        /// Filled places before.
        before: u32,
        /// Filled places after.
        after: u32,
        /// At least.
        least: u32,
        /// K.
        need: u32,
    },
    /// Lurah and sekretaris of one kelurahan leave at once.
    BothHeads {
        /// The kelurahan.
        unit: UnitIx,
        /// The lurah.
        lurah: EmployeeIx,
        /// The sekretaris.
        secretary: EmployeeIx,
    },
    /// No experienced pengawas stays where there was one.
    NoExperienced {
        /// The unit.
        unit: UnitIx,
        /// How many there were.
        before: u32,
        /// From how many months on one counts as experienced.
        months: i32,
    },
}

/// The staff of a unit, or of all, at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Staff {
    /// Heads, PPPK paruh waktu not counted.
    pub people: u32,
    /// Those whose latest predicate of the last two years is Baik or better.
    pub rated: u32,
    /// Those in the unit for twelve months or more on TMT.
    pub settled: u32,
}

impl Staff {
    /// Share rated Baik or better, permille.
    pub fn rated_permille(&self) -> i64 {
        crate::metrics::permille(self.rated, self.people)
    }

    /// Share settled in the unit, permille.
    pub fn settled_permille(&self) -> i64 {
        crate::metrics::permille(self.settled, self.people)
    }
}

/// What the preview opens with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuardReport {
    /// The warnings.
    pub warnings: Vec<GuardRail>,
    /// The staff of all posts in scope, before and after.
    pub staff: (Staff, Staff),
    /// The staff of each unit that changes, before and after.
    pub units: BTreeMap<UnitIx, (Staff, Staff)>,
}

/// The warnings of a plan carried out, against how things stand today.
pub fn check(base: &Foundation, after: &Placement) -> Vec<GuardRail> {
    report(base, &Placement::status_quo(&base.grounds.projection), after, &Limits::default()).warnings
}

/// Everything the rails have to say of going from one placement to another.
pub fn report(base: &Foundation, before: &Placement, after: &Placement, limits: &Limits) -> GuardReport {
    let step = rails::Step { grounds: &base.grounds, before, after, limits };
    let moves = step.moves();
    let mut warnings: Vec<GuardRail> = step.many_move(&moves).into_iter().collect();
    warnings.extend(step.many_leave(&moves));
    warnings.extend(step.thin_units());
    warnings.extend(step.both_heads());
    warnings.extend(step.no_experienced());
    warnings.extend(step.little_gain(&moves));
    let (staff, units) = step.staff();
    GuardReport { warnings, staff, units }
}
