//! The desk: grounds, pack and plan together, and every decision made on them. Pure: the same engine
//! behind the screen and every command.
//!
//! - [`edit`]: what a planner asks for, accepted as an [`Action`] or refused with the rule;
//! - [`preview`]: what letting go would do; [`tally`]: what follows from a plan, kept up with every change;
//! - [`together`]: several people dropped at once;
//! - [`acting`]: who may act on a vacant post;
//! - [`chains`]: the moves as chains and cycles, cutting one, and that nobody is lost; [`fill`]: the best chain for a
//!   vacant post;
//! - [`staffing`]: from facts to the matching problem; [`conflicts`]: the relatives in it;
//!   [`composition`]: the core's plan and its proof;
//! - [`live`]: the best total kept up with every edit, and Biaya; [`outlook`]: what the next moves buy;
//! - [`contradiction`]: the smallest set of pins in conflict; [`constraints`]: what pins, bans and permissions cost;
//! - [`pool`]: why candidates are few;
//! - [`review`]: a plan's decisions after an import;
//! - [`evenness`]: how evenly the shortage lies on the units;
//! - [`shift`]: what another effective date changes;
//! - `locks`: everyone of a level or unit held where the plan has them;
//! - [`guard_rails`]: warnings before a solved plan is accepted;
//! - [`difference`]: what is otherwise in one plan than in another; [`talent`]: the nine boxes;
//! - [`shares`]: what a plan's gain is made of;
//! - [`ranking`]: best posts for a person, best people for a post; [`quality`]: BKN's indicators.
pub mod acting;
pub mod chains;
pub mod composition;
pub mod conflicts;
pub mod constraints;
pub mod contradiction;
pub mod difference;
pub mod dimacs;
pub mod edit;
pub mod evenness;
pub mod fill;
pub mod guard_rails;
pub mod headroom;
pub mod live;
mod locks;
pub mod outlook;
pub mod packs;
pub mod pool;
pub mod preview;
pub mod quality;
pub mod ranking;
pub mod review;
pub mod shares;
pub mod shift;
pub mod staffing;
pub mod talent;
pub mod tally;
mod ties;
pub mod together;

use crate::metrics::{Ledger, Metrics};
use crate::model::plan::{Action, Plan};
use crate::model::{EmployeeIx, Grounds, Nip, Placement, Policy, PositionId, PositionIx};
use crate::rules::gate::{Gate, GateCase, gates};
use crate::rules::plan::Overrides;
use crate::rules::{Judge, Pack, RuleId, Verdict};
use jiff::civil::Date;
use rayon::prelude::*;
use std::sync::Arc;
use tally::{Change, Tally};

/// What never changes while a plan is edited: shared with workers.
#[derive(Debug)]
pub struct Foundation {
    /// Facts, policy, projection.
    pub grounds: Grounds,
    /// The rule pack.
    pub pack: Pack,
    /// Everyone's present value.
    pub ledger: Ledger,
    /// "Nobody moves", and what follows from it.
    status_quo: (Placement, Tally),
    /// Whom the core may move at all, without any permission.
    movable: Vec<EmployeeIx>,
}

impl Foundation {
    /// Works out the ledger, and what follows where nobody moves.
    pub fn new(grounds: Grounds, pack: Pack) -> Self {
        let ledger = Ledger::new(&grounds);
        let status_quo = Tally::status_quo(&grounds, &pack, &ledger);
        let judge = Judge { grounds: &grounds, pack: &pack, overrides: &Overrides::new() };
        let is_movable =
            |who: &EmployeeIx| grounds.projection.standing[who.at()].seat().is_some() && judge.personal_obstacle(*who).is_none();
        let movable = (0..grounds.facts.employees.len()).into_par_iter().map(EmployeeIx::of).filter(is_movable).collect();
        Self { ledger, status_quo, movable, grounds, pack }
    }

    /// The same facts on another effective date (TMT), with the figures of the rules in force then.
    pub fn on(&self, tmt: Date) -> Self {
        let policy = &self.grounds.policy;
        let parameters = self.pack.chosen(tmt, &policy.choices);
        let grounds = Grounds::new(self.grounds.facts.clone(), Policy { tmt, parameters, ..policy.clone() });
        Self::new(grounds, self.pack.clone())
    }

    /// The same facts and policy under another pack.
    pub fn under(&self, pack: Pack) -> Self {
        let policy = &self.grounds.policy;
        let parameters = pack.chosen(policy.tmt, &policy.choices);
        Self::new(Grounds::new(self.grounds.facts.clone(), Policy { parameters, ..policy.clone() }), pack)
    }
}

/// A plan on its foundation, with what follows from it. A copy shares all it can: it costs little.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Facts, policy, pack.
    pub base: Arc<Foundation>,
    /// The plan.
    pub plan: Arc<Plan>,
    /// Who sits where after it.
    pub placement: Placement,
    /// Pairs and rules overridden.
    pub overrides: Overrides,
    /// Verdicts and fills.
    pub tally: Tally,
    /// Its figures.
    pub metrics: Metrics,
    /// The hole asked about last.
    hole: preview::LastHole,
}

impl Desk {
    /// Lays a plan on its foundation.
    pub fn new(base: Arc<Foundation>, plan: Plan) -> Self {
        let (placement, tally) = base.status_quo.clone();
        let metrics = tally.metrics(&tally);
        let nobody = Self {
            base,
            plan: Arc::default(),
            placement,
            overrides: Overrides::new(),
            tally,
            metrics,
            hole: preview::LastHole::default(),
        };
        nobody.replanned(plan, None)
    }

    /// The desk with another plan, which differs from this one at most in what concerns these people (`None`:
    /// anybody). What it costs depends on how many they are, not on how many there are.
    pub fn replanned(&self, plan: Plan, people: Option<Vec<Nip>>) -> Self {
        let facts = &self.grounds().facts;
        let people = people.unwrap_or_else(|| [self.plan.as_ref(), &plan].into_iter().flat_map(Plan::people).collect());
        let mut people: Vec<EmployeeIx> = people.iter().filter_map(|nip| facts.employee(nip)).collect();
        people.sort_unstable();
        people.dedup();
        let to = |who: &EmployeeIx| {
            let proposal = plan.proposals.get(&facts.employees[who.at()].nip);
            (*who, proposal.and_then(|proposal| facts.position(&proposal.position)))
        };
        let moves: Vec<_> = people.iter().map(to).collect();
        let overrides = overrides(self.grounds(), &plan);
        let change = Change { plan: &plan, overrides: &overrides, moves: &moves, reworded: &people };
        let (placement, tally) = Tally::after(self, &change);
        let metrics = tally.metrics(&self.base.status_quo.1);
        let (base, plan) = (self.base.clone(), Arc::new(plan));
        Self { base, plan, placement, overrides, tally, metrics, hole: preview::LastHole::default() }
    }

    /// The desk as it would be after an action.
    pub fn after(&self, action: &Action) -> Self {
        let mut plan = Plan::clone(&self.plan);
        plan.apply(action);
        self.replanned(plan, action.people())
    }

    /// The figures as they would be after an action: where it only moves people, the plan is not even copied.
    pub fn metrics_after(&self, action: &Action) -> Metrics {
        match action.moves() {
            Some(moves) => self.moved(&moves).metrics(&self.base.status_quo.1),
            None => self.after(action).metrics,
        }
    }

    /// What would follow from moves alone. Whoever is not known stays, as in a plan.
    fn moved(&self, moves: &[(Nip, Option<PositionId>)]) -> Tally {
        let facts = &self.grounds().facts;
        let to = |(nip, position): &(Nip, Option<PositionId>)| {
            Some((facts.employee(nip)?, position.as_ref().and_then(|position| facts.position(position))))
        };
        let moves: Vec<_> = moves.iter().filter_map(to).collect();
        Tally::after(self, &Change { plan: &self.plan, overrides: &self.overrides, moves: &moves, reworded: &[] }).1
    }

    /// The grounds.
    pub fn grounds(&self) -> &Grounds {
        &self.base.grounds
    }

    /// Who sits where as long as nobody moves, and what follows from it.
    pub fn before(&self) -> (&Placement, &Tally) {
        (&self.base.status_quo.0, &self.base.status_quo.1)
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

    /// Verdicts on one person in the plan.
    pub fn verdicts_on(&self, who: EmployeeIx) -> impl Iterator<Item = &Verdict> + '_ {
        self.tally.verdicts_on(who).iter().map(|(_, verdict)| verdict)
    }

    /// The gates that concern the plan as a whole.
    pub fn gates(&self) -> Vec<Gate> {
        let (pack, overrides) = (&self.base.pack, &self.overrides);
        gates(&GateCase { grounds: self.grounds(), placement: &self.placement, plan: &self.plan, pack, overrides })
    }

    /// Every verdict of the plan, with whom and where: by person, post and rule.
    pub fn verdicts(&self) -> Vec<(EmployeeIx, PositionIx, Verdict)> {
        self.tally.verdicts().collect()
    }
}

fn overrides(grounds: &Grounds, plan: &Plan) -> Overrides {
    let resolved = |(nip, position, rule): &(crate::model::Nip, crate::model::PositionId, String)| {
        Some((grounds.facts.employee(nip)?, grounds.facts.position(position)?, RuleId::parse(rule)?))
    };
    plan.overrides.keys().filter_map(resolved).collect()
}
