//! R37: every move has a stated reason before the plan is approved (I-MUT asks for it by name).
use super::{PlanCase, PlanFinding};
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &PlanCase<'_>) -> Vec<PlanFinding> {
    let stated = |who: crate::model::EmployeeIx| {
        case.plan.reasons.get(&case.grounds.facts.employees[who.at()].nip).is_some_and(|text| !text.trim().is_empty())
    };
    case.placement
        .moves()
        .filter(|(who, _)| !stated(*who))
        .map(|(who, post)| (who, post, Finding::holds(false, Reason::NoReason)))
        .collect()
}
