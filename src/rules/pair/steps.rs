//! R38 (ours): a promotion goes one step at a time — pelaksana, pengawas, administrator, JPT; one
//! jenjang within functional posts — and never into JPT without selection.
use super::Case;
use crate::model::Grade;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let Some((from, to)) = case.grades() else {
        return Some(Finding::unknown(Reason::Steps { steps: 0, into_jpt: false }));
    };
    if to.level() <= from.level() {
        return None;
    }
    let steps = match (from, to) {
        (Grade::Functional(from), Grade::Functional(to)) => to.step().saturating_sub(from.step()),
        _ => ladder(to).saturating_sub(ladder(from)),
    };
    let into_jpt = to.is_jpt();
    Some(Finding::holds(steps <= 1 && !into_jpt, Reason::Steps { steps, into_jpt }))
}

/// The step on the ladder pelaksana, pengawas, administrator, JPT. Functional posts stand beside the
/// managerial level they equal; JF Pertama and Penyelia stand beside pelaksana, below pengawas.
const fn ladder(grade: Grade) -> u8 {
    match grade.level().0 {
        5 => 3,
        4 => 2,
        3 => 1,
        _ => 0,
    }
}
