//! R09: not retired by TMT (R09a), nor within 12 months after it, 24 for a managerial post (R09b).
use super::Case;
use crate::model::{Grade, months_after};
use crate::rules::{Finding, Reason};

pub(super) fn judge_retired(case: &Case<'_>) -> Option<Finding> {
    let date = case.person().retires;
    let holds = date.map(|date| case.policy().tmt < date);
    Some(Finding::known(holds, Reason::Retirement { date, margin_months: 0 }))
}

pub(super) fn judge_margin(case: &Case<'_>) -> Option<Finding> {
    let parameters = &case.policy().parameters;
    let managerial = case.terms().grade.is_some_and(Grade::is_structural);
    let margin_months =
        if managerial { parameters.retirement_margin_managerial_months } else { parameters.retirement_margin_months };
    let date = case.person().retires;
    let holds = date.map(|date| months_after(case.policy().tmt, margin_months) <= date);
    Some(Finding::known(holds, Reason::Retirement { date, margin_months }))
}
