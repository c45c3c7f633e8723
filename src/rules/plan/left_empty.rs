//! R21: what a move leaves behind. A structural post that stays empty after the plan, with no acting appointment (Plt)
//! in force on TMT, is a gate until somebody takes note of it; elsewhere it is a warning where the unit left falls below
//! a share of its need, or below what it has today.
use super::{PersonFinding, PlanCase};
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use crate::rules::{Aspect, Finding, Outcome, Reason};

pub(super) fn judge(case: &PlanCase<'_>, who: EmployeeIx) -> Vec<PersonFinding> {
    let left = case.placement.target(who).zip(case.grounds.present(who));
    let Some((target, left)) = left else { return Vec::new() };
    let finding = if case.grounds.facts.positions[left.at()].is_structural() {
        empty_post(case, left)
    } else {
        thin_unit(case, left, target)
    };
    finding.map(|finding| (target, finding)).into_iter().collect()
}

fn empty_post(case: &PlanCase<'_>, left: PositionIx) -> Option<Finding> {
    let (grounds, tmt) = (case.grounds, case.grounds.policy.tmt);
    let is_empty = case.placement.heads(left) == 0 && grounds.projection.need[left.at()] > 0;
    if !is_empty || grounds.acting(left).any(|acting| acting.from.is_none_or(|from| from <= tmt)) {
        return None;
    }
    let is_acknowledged = case.plan.acknowledged.contains_key(&grounds.facts.positions[left.at()].id());
    let finding = Finding::holds(false, Reason::LeftEmpty { post: left }).on(Aspect::Structural, true);
    Some(if is_acknowledged { Finding { outcome: Outcome::Overridden, ..finding } } else { finding })
}

/// Only who leaves the unit is to blame, and only where posts of it are planned here.
fn thin_unit(case: &PlanCase<'_>, left: PositionIx, target: PositionIx) -> Option<Finding> {
    let projection = &case.grounds.projection;
    let planned = |post: PositionIx| projection.group[post.at()].filter(|_| projection.in_scope[post.at()]);
    let unit = planned(left).filter(|unit| planned(target) != Some(*unit))?;
    let (need, before, after) = fill(case, unit);
    let least = (need * case.grounds.policy.parameters.kept_pct).div_ceil(100).min(before);
    (after < least).then(|| Finding::holds(false, Reason::ThinUnit { unit, after, least, need }))
}

/// Need of a unit, and its filled places before and after the plan.
fn fill(case: &PlanCase<'_>, unit: UnitIx) -> (u32, u32, u32) {
    let projection = &case.grounds.projection;
    let of_post = |post: &PositionIx| {
        let need = projection.need[post.at()];
        (need, projection.holders[post.at()].min(need), case.placement.heads(*post).min(need))
    };
    let add = |(need, before, after), (k, b, n)| (need + k, before + b, after + n);
    case.grounds.index.sharing(unit).iter().map(of_post).fold((0, 0, 0), add)
}
