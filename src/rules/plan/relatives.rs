//! R22: no relatives in a line of command after the plan: neither heads the unit where the other holds
//! a post, nor the unit directly above it. A line that stands today and that nobody touches is a warning.
use super::{PersonFinding, PlanCase, failing};
use crate::model::{EmployeeIx, Grounds, PositionIx};
use crate::rules::Reason;

pub(super) fn judge(case: &PlanCase<'_>, who: EmployeeIx) -> Vec<PersonFinding> {
    let relation = |at: &u32| &case.grounds.facts.relations[*at as usize];
    let couples = case.grounds.index.relations_of(who).iter().map(relation);
    couples.filter_map(|(a, b, _)| judge_couple(case, *a, *b, who)).collect()
}

/// What a couple's line of command says of one of the two.
fn judge_couple(case: &PlanCase<'_>, a: EmployeeIx, b: EmployeeIx, who: EmployeeIx) -> Option<PersonFinding> {
    let projection = &case.grounds.projection;
    // Who sits out of scope commands there like anyone else.
    let post = |who: EmployeeIx| case.placement.post(projection, who).or(projection.held[who.at()]);
    let (at_a, at_b) = (post(a)?, post(b)?);
    if !in_line(case.grounds, at_a, at_b) {
        return None;
    }
    let moved = [a, b].map(|who| case.placement.target(who).is_some());
    // Who moved is to blame; where neither did, the line stands today and is told once.
    let concerned = match moved {
        [false, false] => who == a,
        [a_moved, b_moved] => a_moved && who == a || b_moved && who == b,
    };
    let (here, other) = if who == a { (at_a, b) } else { (at_b, a) };
    let stands_today = moved == [false, false];
    concerned.then(|| (here, failing(Reason::Relative { other, stands_today }, stands_today)))
}

/// Whether the holder of one post heads the unit of the other, or the unit directly above it.
fn in_line(grounds: &Grounds, a: PositionIx, b: PositionIx) -> bool {
    let unit = |post: PositionIx| grounds.facts.position_unit[post.at()];
    let commands = |head: PositionIx, of: PositionIx| {
        let (Some(own), Some(unit)) = (unit(head), unit(of)) else { return false };
        (own == unit || grounds.facts.parent[unit.at()] == Some(own)) && head != of && grounds.index.heads_of(own).contains(&head)
    };
    commands(a, b) || commands(b, a)
}
