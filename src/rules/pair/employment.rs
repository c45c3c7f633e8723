//! R01: mutasi is for PNS (Perban BKN 5/2019). CPNS are R03's business, PPPK R02's.
use super::Case;
use crate::model::EmploymentKind;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let kind = case.person().kind;
    let pns_since = case.grounds.facts.employees[case.who.at()].tmt_pns;
    Some(Finding::holds(matches!(kind, EmploymentKind::Pns | EmploymentKind::Cpns), Reason::Employment { kind, pns_since }))
}
