//! R07: not serving, nor under examination for, a disciplinary measure of any level on TMT. A person
//! in no list of discipline has none.
use super::Case;
use crate::rules::{Aspect, Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let level = case.person().discipline;
    Some(Finding::holds(level.is_none(), Reason::Discipline { level }).on(Aspect::Promotion, case.is_promotion() == Some(true)))
}
