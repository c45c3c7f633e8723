//! R36: the class of the jabatan falls, and with it the allowance: information for whoever decides. Allowances and
//! distances are in no list, so nothing is said of them; nor where a class is unknown.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let (from, to) = case.person().class.zip(case.position().class)?;
    Some(Finding::holds(from <= to, Reason::ClassChange { from, to }))
}
