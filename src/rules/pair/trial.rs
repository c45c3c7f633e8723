//! R08: no criminal proceedings (proses peradilan) on TMT. Whoever is in no list has none.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let is_on_trial = case.person().is_on_trial;
    Some(Finding::holds(!is_on_trial, Reason::Trial { is_on_trial }))
}
