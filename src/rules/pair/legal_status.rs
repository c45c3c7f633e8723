//! R04: the kedudukan hukum is active on TMT.
use super::Case;
use crate::model::LegalStatus;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let status = case.grounds.facts.employees[case.who.at()].status;
    let holds = (status != LegalStatus::Unknown).then_some(status == LegalStatus::Active);
    Some(Finding::known(holds, Reason::Status(status)))
}
