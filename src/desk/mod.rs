//! The desk: grounds, pack and plan together, and every decision made on them. Pure: the same engine
//! behind the screen and every command.
//!
//! - [`edit`]: what a planner asks for, accepted as an [`Action`](crate::model::plan::Action) or refused with the rule;
//! - [`preview`]: what letting go would do;
//! - [`staffing`]: from facts to the matching problem; [`conflicts`]: the relatives in it;
//!   [`composition`]: the core's plan and its proof;
//! - [`live`]: the best total kept up with every edit, and Biaya; [`outlook`]: what the next moves buy;
//! - [`guard_rails`]: warnings before a solved plan is accepted;
//! - [`ranking`]: best posts for a person, best people for a post; [`quality`]: BKN's indicators.
pub mod composition;
pub mod conflicts;
pub mod dimacs;
pub mod edit;
pub mod guard_rails;
pub mod headroom;
pub mod live;
pub mod outlook;
pub mod preview;
pub mod quality;
pub mod ranking;
pub mod staffing;
mod ties;

use crate::metrics::{Ledger, Metrics};
use crate::model::{EmployeeIx, Grounds, Nip, Placement, PositionId, PositionIx, plan::Plan};
use crate::rules::plan::{Overrides, PlanCase, verdicts};
use crate::rules::{Judge, Pack, RuleId, Verdict};
use crate::scoring::Valuer;
use std::sync::Arc;

/// What never changes while a plan is edited: shared with workers.
#[derive(Debug)]
pub struct Foundation {
    /// Facts, policy, projection.
    pub grounds: Grounds,
    /// The rule pack.
    pub pack: Pack,
    /// Everyone's present value.
    pub ledger: Ledger,
}

impl Foundation {
    /// Works out the ledger.
    pub fn new(grounds: Grounds, pack: Pack) -> Self {
        Self { ledger: Ledger::new(&grounds), grounds, pack }
    }
}

/// A plan on its foundation, with what follows from it.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Facts, policy, pack.
    pub base: Arc<Foundation>,
    /// The plan.
    pub plan: Plan,
    /// Who sits where after it.
    pub placement: Placement,
    /// Pairs and rules overridden.
    pub overrides: Overrides,
    /// Every verdict of the plan, with whom and where.
    pub verdicts: Vec<(EmployeeIx, PositionIx, Verdict)>,
    /// Its figures.
    pub metrics: Metrics,
}

impl Desk {
    /// Lays a plan on its foundation.
    pub fn new(base: Arc<Foundation>, plan: Plan) -> Self {
        let grounds = &base.grounds;
        let placement = Placement::of(&grounds.facts, &grounds.projection, &plan);
        let overrides = overrides(grounds, &plan);
        let judge = Judge { grounds, pack: &base.pack, overrides: &overrides };
        let mut found: Vec<(EmployeeIx, PositionIx, Verdict)> = placement
            .moves()
            .flat_map(|(who, post)| judge.verdicts(who, post).into_iter().map(move |verdict| (who, post, verdict)))
            .collect();
        found.extend(verdicts(&PlanCase { grounds, placement: &placement, plan: &plan }, &base.pack, &overrides));
        found.sort_by_key(|(who, post, verdict)| (*who, *post, verdict.rule));
        let movers = mover_values(&judge, &placement);
        let metrics = Metrics::of(grounds, &base.ledger, &placement, &movers, found.iter().map(|(_, _, verdict)| verdict));
        Self { base, plan, placement, overrides, verdicts: found, metrics }
    }

    /// The grounds.
    pub fn grounds(&self) -> &Grounds {
        &self.base.grounds
    }

    /// Pins and proposals whose person or post the facts no longer have: they count for nothing.
    pub fn lost(&self) -> Vec<(Nip, PositionId)> {
        let facts = &self.grounds().facts;
        let proposed = self.plan.proposals.iter().map(|(nip, proposal)| (*nip, proposal.position.clone()));
        let pinned = self.plan.pins.iter().map(|(nip, position)| (*nip, position.clone()));
        let mut all: Vec<(Nip, PositionId)> = proposed.chain(pinned).collect();
        all.sort();
        all.dedup();
        all.retain(|(nip, position)| facts.employee(nip).is_none() || facts.position(position).is_none());
        all
    }

    /// Judges pairs under this plan's overrides.
    pub fn judge(&self) -> Judge<'_> {
        Judge { grounds: &self.base.grounds, pack: &self.base.pack, overrides: &self.overrides }
    }

    /// Verdicts on one person's move in the plan.
    pub fn verdicts_on(&self, who: EmployeeIx) -> impl Iterator<Item = &Verdict> + '_ {
        self.verdicts.iter().filter(move |(whose, ..)| *whose == who).map(|(_, _, verdict)| verdict)
    }
}

/// Moves of a placement with their value less all prices.
pub(crate) fn mover_values(judge: &Judge<'_>, placement: &Placement) -> Vec<(EmployeeIx, i64)> {
    placement.moves().map(|(who, post)| (who, Valuer::new(judge.grounds, who).at(post) - judge.pair(who, post).price)).collect()
}

fn overrides(grounds: &Grounds, plan: &Plan) -> Overrides {
    let resolved = |(nip, position, rule): &(crate::model::Nip, crate::model::PositionId, String)| {
        Some((grounds.facts.employee(nip)?, grounds.facts.position(position)?, RuleId::parse(rule)?))
    };
    plan.overrides.keys().filter_map(resolved).collect()
}
