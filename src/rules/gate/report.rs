//! R35: officials replaced with the approval of the Mendagri (R23, R24) are reported within seven working days after the
//! decree.
use super::GateCase;
use crate::model::{Days, DocumentKind, Status, days_after};
use crate::rules::{Finding, Reason, RuleId};

pub(super) fn judge(case: &GateCase<'_>) -> Option<(Finding, Option<Status>)> {
    let parameters = &case.grounds.policy.parameters;
    let approved = |who, post| [RuleId::R23, RuleId::R24].iter().any(|rule| case.overrides.contains(&(who, post, *rule)));
    let movers = case.placement.moves().filter(|(who, post)| approved(*who, *post)).count() as u32;
    let date = |document| case.plan.documents.get(&document).map(|it| it.date);
    let (decreed, on) = (date(DocumentKind::Decree), date(DocumentKind::Report));
    let due = decreed.map(|day| days_after(day, parameters.report_working_days, Days::Working, &parameters.holidays));
    // A report that came late does not hold, nor does one of before the decree.
    let in_time = on.is_some_and(|on| decreed.is_none_or(|day| day <= on) && due.is_none_or(|due| on <= due));
    (movers > 0).then_some((Finding::holds(in_time, Reason::Report { movers, due, on }), Some(Status::Implemented)))
}
