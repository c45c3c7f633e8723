//! R20: headcount after the plan at most max(K, headcount before), on staff and functional posts.
use super::{PlanCase, PlanFinding, failing, newcomers, targets};
use crate::model::PositionIx;
use crate::rules::Reason;

pub(super) fn judge(case: &PlanCase<'_>) -> Vec<PlanFinding> {
    targets(case).into_iter().flat_map(|post| judge_post(case, post)).collect()
}

pub(super) fn judge_post(case: &PlanCase<'_>, post: PositionIx) -> Vec<PlanFinding> {
    let projection = &case.grounds.projection;
    let (after, most) = (case.placement.heads(post), projection.need[post.at()].max(projection.holders[post.at()]));
    if after <= most || case.grounds.facts.positions[post.at()].is_structural() {
        return Vec::new();
    }
    newcomers(case, post).map(|who| (who, post, failing(Reason::Headcount { after, most }, false))).collect()
}
