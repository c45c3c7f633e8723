//! R34: an objection (keberatan) is admissible within 14 days after the decree, and decided within 21 days after it came
//! in (PP 79/2021); how the days are counted stands in the pack. The clock begins with the recorded decree and runs
//! until *today* is past its last day.
use super::GateCase;
use crate::model::{DocumentKind, Status};
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &GateCase<'_>) -> Option<(Finding, Option<Status>)> {
    let policy = &case.grounds.policy;
    let decreed = case.plan.documents.get(&DocumentKind::Decree)?.date;
    let until = policy.parameters.objection.last_day(decreed, &policy.parameters.holidays);
    Some((Finding::holds(until < policy.today, Reason::Objection { decreed, until }), None))
}
