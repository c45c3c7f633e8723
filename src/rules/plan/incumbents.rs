//! R18: one holder of a structural post after the plan. Two who hold it today may stay: a warning.
use super::{PersonFinding, PlanCase, failing};
use crate::model::{EmployeeIx, Seat};
use crate::rules::Reason;

pub(super) fn judge(case: &PlanCase<'_>, who: EmployeeIx) -> Vec<PersonFinding> {
    let (post, stays) = match (case.placement.target(who), case.grounds.projection.standing[who.at()].seat()) {
        (Some(post), _) => (post, false),
        (None, Some(Seat::Post(post))) => (post, true),
        _ => return Vec::new(),
    };
    let after = case.placement.heads(post);
    if after < 2 || !case.grounds.facts.positions[post.at()].is_structural() {
        return Vec::new();
    }
    // Whoever comes is to blame, not those who were there.
    if stays && case.placement.newcomers(post).next().is_some() {
        return Vec::new();
    }
    vec![(post, failing(Reason::Incumbents { after }, stays))]
}
