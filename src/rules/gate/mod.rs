//! Gates: what must be there before a plan goes on to its next status, of the plan as a whole. What each mover needs
//! (a stated reason, a successor) is judged with the mover, in [`super::plan`].
mod documents;
mod objections;
mod report;

use super::plan::Overrides;
use super::{Finding, Pack, RuleId, Verdict};
use crate::model::{Grounds, Placement, Status, plan::Plan};

/// A plan on its way, to be judged.
#[derive(Clone, Copy)]
pub struct GateCase<'a> {
    /// The grounds.
    pub grounds: &'a Grounds,
    /// Who sits where after it.
    pub placement: &'a Placement,
    /// The plan.
    pub plan: &'a Plan,
    /// The pack: it tells which document whom concerns.
    pub pack: &'a Pack,
    /// Pairs and rules overridden.
    pub overrides: &'a Overrides,
}

/// A gate of a plan as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// The verdict.
    pub verdict: Verdict,
    /// The status that needs it; `None` for a clock that only runs.
    pub before: Option<Status>,
}

/// A rule on a plan's way: nothing where it does not concern the plan.
type GateRule = fn(&GateCase<'_>) -> Option<(Finding, Option<Status>)>;

const RULES: &[(RuleId, GateRule)] = &[
    (RuleId::R32, documents::judge_minutes),
    (RuleId::R33, documents::judge_pertek),
    (RuleId::R34, objections::judge),
    (RuleId::R35, report::judge),
];

/// The gates that concern a plan, in the order of the catalogue.
pub fn gates(case: &GateCase<'_>) -> Vec<Gate> {
    let judged = RULES.iter().filter_map(|(rule, judge)| judge(case).map(|(finding, before)| (*rule, finding, before)));
    let gate = |(rule, finding, before): (RuleId, Finding, Option<Status>)| {
        let (scope, severity) = (case.pack.scope(rule, finding.aspect), case.pack.severity(rule, finding.aspect));
        Gate { verdict: Verdict { rule, scope, severity, outcome: finding.outcome, reason: finding.reason }, before }
    };
    judged.map(gate).collect()
}
