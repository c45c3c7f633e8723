//! R20: headcount after the plan at most max(K, headcount before), on staff and functional posts.
use super::{PersonFinding, PlanCase, failing};
use crate::model::EmployeeIx;
use crate::rules::Reason;

pub(super) fn judge(case: &PlanCase<'_>, who: EmployeeIx) -> Vec<PersonFinding> {
    let Some(post) = case.placement.target(who) else { return Vec::new() };
    let projection = &case.grounds.projection;
    let (after, most) = (case.placement.heads(post), projection.need[post.at()].max(projection.holders[post.at()]));
    if after <= most || case.grounds.facts.positions[post.at()].is_structural() {
        return Vec::new();
    }
    vec![(post, failing(Reason::Headcount { after, most }, false))]
}
