//! R13: from pengawas to administrator only after 36 months as pengawas in all; R14: from pelaksana to
//! pengawas only after 48 months as pelaksana. Cumulative over all such posts, the present one included.
use super::Case;
use crate::model::{Cumulative, Grade};
use crate::rules::{Finding, Reason};

pub(super) fn judge_supervisor(case: &Case<'_>) -> Option<Finding> {
    let (from, to) = case.grades()?;
    let applies = from.is_supervisor() && to.is_administrator();
    applies.then(|| finding(case.person().as_supervisor, case.policy().parameters.supervisor_months))
}

pub(super) fn judge_staff(case: &Case<'_>) -> Option<Finding> {
    let (from, to) = case.grades()?;
    let applies = from == Grade::Staff && to.is_supervisor();
    applies.then(|| finding(case.person().as_staff, case.policy().parameters.staff_months))
}

fn finding(tenure: Cumulative, minimum: i32) -> Finding {
    let enough = tenure.months >= minimum;
    let reason = Reason::Cumulative { months: tenure.months, minimum };
    Finding::known((enough || tenure.is_complete).then_some(enough), reason)
}
