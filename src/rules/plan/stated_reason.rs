//! R37: every move has a stated reason before the plan is approved (I-MUT asks for it by name).
use super::{PersonFinding, PlanCase};
use crate::model::EmployeeIx;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &PlanCase<'_>, who: EmployeeIx) -> Vec<PersonFinding> {
    let Some(post) = case.placement.target(who) else { return Vec::new() };
    let stated = case.plan.reasons.get(&case.grounds.facts.employees[who.at()].nip).is_some_and(|text| !text.trim().is_empty());
    if stated { Vec::new() } else { vec![(post, Finding::holds(false, Reason::NoReason))] }
}
