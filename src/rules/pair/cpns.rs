//! R03: a CPNS, or someone without TMT PNS, must be appointed PNS first.
use super::Case;
use crate::model::EmploymentKind;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let kind = case.person().kind;
    let pns_since = case.grounds.facts.employees[case.who.at()].tmt_pns;
    Some(Finding::holds(kind != EmploymentKind::Cpns && pns_since.is_some(), Reason::Employment { kind, pns_since }))
}
