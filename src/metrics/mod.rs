//! The figures of a plan: what the strip shows, and the objective behind them.
//!
//! A new figure is a field of [`Metrics`], a line in [`Metrics::of`] and its words in [`crate::text`].
mod objective;
mod units;

pub use objective::{Ledger, post_reward};
pub use units::{UnitFill, unit_fills};

use crate::model::{EmployeeIx, Grounds, Placement, UnitIx, WishTarget, round_half_up};
use crate::rules::{Outcome, Verdict};

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
    /// The figures of a plan whose verdicts are known.
    pub fn of<'a>(
        grounds: &Grounds,
        ledger: &Ledger,
        placement: &Placement,
        movers: &[(EmployeeIx, i64)],
        verdicts: impl Iterator<Item = &'a Verdict>,
    ) -> Self {
        let fills = unit_fills(grounds, placement);
        let worst = fills
            .iter()
            .filter(|fill| fill.need >= 3)
            .min_by_key(|fill| fill.permille())
            .map(|fill| (fill.unit, fill.permille()));
        let (filled, need) = fills.iter().fold((0, 0), |(filled, need), fill| (filled + fill.filled, need + fill.need));
        let mut metrics = Self {
            filled_permille: permille(filled, need),
            worst_unit: worst,
            vacancies: need - filled,
            structural_vacant: 0,
            holes: 0,
            wishes_met: 0,
            wishes_partly: 0,
            wishes_open: 0,
            blocked: 0,
            overridden: 0,
            warnings: 0,
            unknown: 0,
            incomplete: ledger.incomplete_after(grounds, placement),
            moves: movers.len() as u32,
            objective: ledger.objective(grounds, placement, movers),
            status_quo: ledger.status_quo(grounds),
        };
        metrics.count_posts(grounds, placement);
        metrics.count_wishes(grounds, placement);
        metrics.count_verdicts(verdicts);
        metrics
    }

    /// Capaian: how much of the gain that is possible the plan reaches, permille; `None` where nothing is.
    pub fn gain_permille(&self, best: i64) -> Option<i64> {
        (best > self.status_quo).then(|| round_half_up(1000 * (self.objective - self.status_quo), best - self.status_quo))
    }

    fn count_posts(&mut self, grounds: &Grounds, placement: &Placement) {
        for post in grounds.posts_in_scope() {
            let (before, after, need) =
                (grounds.projection.holders[post.at()], placement.heads(post), grounds.projection.need[post.at()]);
            self.structural_vacant += u32::from(after == 0 && need > 0 && grounds.facts.positions[post.at()].is_structural());
            self.holes += u32::from(after < need && before >= need || after == 0 && before > 0);
        }
    }

    fn count_wishes(&mut self, grounds: &Grounds, placement: &Placement) {
        for who in grounds.everyone().filter(|who| grounds.projection.standing[who.at()].seat().is_some()) {
            let person = &grounds.facts.people[who.at()];
            if person.asks_to_stay {
                let stays = placement.target(who).is_none();
                self.wishes_met += u32::from(stays);
                self.wishes_open += u32::from(!stays);
            } else if !person.wishes.is_empty() {
                match rank_served(grounds, placement, who) {
                    Some(1) => self.wishes_met += 1,
                    Some(_) => self.wishes_partly += 1,
                    None => self.wishes_open += 1,
                }
            }
        }
    }

    fn count_verdicts<'a>(&mut self, verdicts: impl Iterator<Item = &'a Verdict>) {
        for verdict in verdicts.filter(|verdict| verdict.scope != crate::rules::Scope::Gate) {
            self.blocked += u32::from(verdict.blocks());
            self.overridden += u32::from(verdict.outcome == Outcome::Overridden);
            self.warnings += u32::from(verdict.warns());
            self.unknown += u32::from(verdict.outcome == Outcome::Unknown);
        }
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
