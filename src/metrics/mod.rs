//! The figures of a plan: what the strip shows, and the objective behind them.
//!
//! A new figure is a field of [`Metrics`], one of [`Parts`] where it adds up, a line in [`Metrics::of`] and its
//! words in [`crate::text`].
mod objective;
mod parts;
mod spread;
mod units;

pub use objective::{Ledger, post_reward};
pub use parts::{Count, Parts};
pub use spread::Spread;
pub use units::{UnitFill, unit_fills};

use crate::model::{EmployeeIx, Grounds, Placement, UnitIx, WishTarget, round_half_up};

/// The figures of a plan. Permille are rounded half up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metrics {
    /// 1000 Σ min(n, K) / ΣK over the posts in scope.
    pub filled_permille: i64,
    /// The unit (K ≥ 3) with the lowest fill.
    pub worst_unit: Option<(UnitIx, i64)>,
    /// Σ max(0, K − n).
    pub vacancies: u32,
    /// Structural posts without a holder.
    pub structural_vacant: u32,
    /// Posts that the plan brought below K or emptied.
    pub holes: u32,
    /// People who hold their first wish, or stay as asked.
    pub wishes_met: u32,
    /// People who hold a lower-ranked wish.
    pub wishes_partly: u32,
    /// The other wishers.
    pub wishes_open: u32,
    /// Failing B and un-overridden O of scope pair and plan.
    pub blocked: u32,
    /// Overridden verdicts.
    pub overridden: u32,
    /// Failing warnings.
    pub warnings: u32,
    /// Verdicts without a datum.
    pub unknown: u32,
    /// People in the plan with an incomplete score where they sit after it.
    pub incomplete: u32,
    /// People who move.
    pub moves: u32,
    /// Objective of the plan, hundredths of a point.
    pub objective: i64,
    /// Objective of "nobody moves".
    pub status_quo: i64,
}

impl Metrics {
    /// The figures of a plan whose parts are added up, beside those of "nobody moves".
    pub fn of(parts: &Parts, status_quo: &Parts, worst_unit: Option<(UnitIx, i64)>) -> Self {
        // The parts of a whole plan are counts: none is below zero.
        let count = |part: i64| u32::try_from(part).unwrap_or(0);
        Self {
            filled_permille: permille(count(parts.filled), count(parts.need)),
            worst_unit,
            vacancies: count(parts.need - parts.filled),
            structural_vacant: count(parts.structural_vacant),
            holes: count(parts.holes),
            wishes_met: count(parts.wishes_met),
            wishes_partly: count(parts.wishes_partly),
            wishes_open: count(parts.wishes_open),
            blocked: count(parts.blocked),
            overridden: count(parts.overridden),
            warnings: count(parts.warnings),
            unknown: count(parts.unknown),
            incomplete: count(parts.incomplete),
            moves: count(parts.moves),
            objective: parts.objective,
            status_quo: status_quo.objective,
        }
    }

    /// Capaian: how much of the gain that is possible the plan reaches, permille; `None` where nothing is.
    pub fn gain_permille(&self, best: i64) -> Option<i64> {
        (best > self.status_quo).then(|| round_half_up(1000 * (self.objective - self.status_quo), best - self.status_quo))
    }
}

/// The best rank among the wishes that the post after the plan serves.
pub fn rank_served(grounds: &Grounds, placement: &Placement, who: EmployeeIx) -> Option<i8> {
    let post = placement.post(&grounds.projection, who)?;
    let unit = grounds.facts.position_unit[post.at()];
    let serves = |target: WishTarget| match target {
        WishTarget::Position(wished) => wished == post,
        WishTarget::Unit(wished) => Some(wished) == unit,
    };
    grounds.facts.people[who.at()].wishes.iter().filter(|wish| wish.target.is_some_and(serves)).map(|wish| wish.order).min()
}

/// 1000 part / whole, half up; 1000 of nothing.
pub fn permille(part: u32, whole: u32) -> i64 {
    if whole == 0 { 1000 } else { round_half_up(1000 * i64::from(part), i64::from(whole)) }
}
