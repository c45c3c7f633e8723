//! R18: one holder of a structural post after the plan. Two who hold it today may stay: a warning.
use super::{PlanCase, PlanFinding, failing, newcomers};
use crate::model::{PositionIx, Seat};
use crate::rules::Reason;

pub(super) fn judge(case: &PlanCase<'_>) -> Vec<PlanFinding> {
    case.grounds.posts_in_scope().filter(|post| case.placement.heads(*post) > 1).flat_map(|post| judge_post(case, post)).collect()
}

pub(super) fn judge_post(case: &PlanCase<'_>, post: PositionIx) -> Vec<PlanFinding> {
    let after = case.placement.heads(post);
    if after < 2 || !case.grounds.facts.positions[post.at()].is_structural() {
        return Vec::new();
    }
    let reason = Reason::Incumbents { after };
    let new: Vec<PlanFinding> = newcomers(case, post).map(|who| (who, post, failing(reason, false))).collect();
    if !new.is_empty() {
        return new;
    }
    let standing = &case.grounds.projection.standing;
    let stay = case
        .grounds
        .everyone()
        .filter(|who| standing[who.at()].seat() == Some(Seat::Post(post)) && case.placement.target(*who).is_none());
    stay.map(|who| (who, post, failing(reason, true))).collect()
}
