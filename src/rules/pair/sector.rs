//! R30: a guru stays in schools, a health worker in health services; a unit counts by its own name or that of a unit
//! above it. Whether an STR is still valid no list tells.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let profession = case.person().profession?;
    // A post without a unit is R19's failure.
    case.grounds.facts.position_unit[case.post.at()]?;
    Some(Finding::holds(case.terms().sectors.suits(profession), Reason::Sector { profession }))
}
