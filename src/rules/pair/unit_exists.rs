//! R19: the post is in the peta jabatan (it would not be judged otherwise) and its unit is active.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let known = case.grounds.facts.position_unit[case.post.at()].is_some();
    Some(Finding::holds(known, Reason::UnitKnown(known)))
}
