//! R15: Baik or better in each of the last two calendar years. Blocks a promotion, warns on a rotation.
use super::Case;
use crate::model::Predicate;
use crate::rules::{Aspect, Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let predicates = case.person().predicates;
    let holds = if predicates.iter().flatten().any(|predicate| *predicate < Predicate::Good) {
        Some(false)
    } else {
        predicates.iter().all(Option::is_some).then_some(true)
    };
    let reason = Reason::Performance { last_year: case.policy().today.year() - 1, predicates };
    Some(Finding::known(holds, reason).on(Aspect::Promotion, case.is_promotion() == Some(true)))
}
