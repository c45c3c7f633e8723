//! R24: in the first six months after the inauguration the head replaces officials only with the written approval of
//! the Mendagri (UU 10/2016 Art. 162 (3)). Free again on the same day of the month, six months later. Officials as in R23.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let (tmt, months) = (case.policy().tmt, case.policy().parameters.new_head_months);
    let inaugurated = case.policy().head.inaugurated.filter(|day| *day <= tmt && case.concerns_official())?;
    let free_from = case.policy().head.free_from(months)?;
    Some(Finding::holds(free_from <= tmt, Reason::NewHead { inaugurated, free_from }))
}
