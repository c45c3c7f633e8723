//! R05: at least the minimum tenure (24 or 6 months, a dated parameter) in the present post on TMT.
//! Someone whose post was abolished has no present post to serve in.
use super::Case;
use crate::model::{Seat, months_after, whole_months};
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    if case.grounds.projection.standing[case.who.at()].seat() == Some(Seat::Tray) {
        return None;
    }
    let minimum = case.policy().parameters.minimum_tenure_months;
    let Some(since) = case.person().in_post_since else {
        return Some(Finding::unknown(Reason::Tenure { since: None, months: 0, minimum, met_on: None }));
    };
    let met_on = months_after(since, minimum);
    let months = whole_months(since, case.policy().tmt);
    Some(Finding::holds(
        met_on <= case.policy().tmt,
        Reason::Tenure { since: Some(since), months, minimum, met_on: Some(met_on) },
    ))
}
