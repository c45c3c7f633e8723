//! R22: no relatives in a line of command after the plan: neither heads the unit where the other holds
//! a post, nor the unit directly above it. A line that stands today and that nobody touches is a warning.
use super::{PlanCase, PlanFinding, failing};
use crate::model::{EmployeeIx, Facts, Grounds, PositionIx, UnitIx};
use crate::rules::Reason;
use std::collections::HashMap;

pub(super) fn judge(case: &PlanCase<'_>) -> Vec<PlanFinding> {
    case.grounds.facts.relations.iter().flat_map(|(a, b, _)| judge_couple(case, *a, *b)).collect()
}

pub(super) fn judge_person(case: &PlanCase<'_>, who: EmployeeIx) -> Vec<PlanFinding> {
    let relations = case.grounds.facts.relations.iter().filter(|(a, b, _)| *a == who || *b == who);
    relations.flat_map(|(a, b, _)| judge_couple(case, *a, *b)).collect()
}

fn judge_couple(case: &PlanCase<'_>, a: EmployeeIx, b: EmployeeIx) -> Vec<PlanFinding> {
    let projection = &case.grounds.projection;
    // Who sits out of scope commands there like anyone else.
    let post = |who: EmployeeIx| case.placement.post(projection, who).or(projection.held[who.at()]);
    let (Some(at_a), Some(at_b)) = (post(a), post(b)) else { return Vec::new() };
    if !in_line(case.grounds, at_a, at_b) {
        return Vec::new();
    }
    let moved = [a, b].map(|who| case.placement.target(who).is_some());
    let finding = |other| failing(Reason::Relative { other, stands_today: moved == [false, false] }, moved == [false, false]);
    let (on_a, on_b) = ((a, at_a, finding(b)), (b, at_b, finding(a)));
    match moved {
        [true, true] => vec![on_a, on_b],
        [false, true] => vec![on_b],
        [_, false] => vec![on_a],
    }
}

/// Whether the holder of one post heads the unit of the other, or the unit directly above it.
fn in_line(grounds: &Grounds, a: PositionIx, b: PositionIx) -> bool {
    let unit = |post: PositionIx| grounds.facts.position_unit[post.at()];
    let commands = |head: PositionIx, of: PositionIx| {
        let (Some(own), Some(unit)) = (unit(head), unit(of)) else { return false };
        (own == unit || grounds.facts.parent[unit.at()] == Some(own))
            && head != of
            && heads_of(&grounds.facts, own).contains(&head)
    };
    commands(a, b) || commands(b, a)
}

/// The posts that head each unit, for many units at once: as [`heads_of`].
pub fn heads_by_unit(facts: &Facts) -> HashMap<UnitIx, Vec<PositionIx>> {
    let mut heads: HashMap<UnitIx, Vec<PositionIx>> = HashMap::new();
    for (at, position) in facts.positions.iter().enumerate().filter(|(_, position)| position.is_structural()) {
        let (Some(unit), Some(echelon)) = (facts.position_unit[at], position.echelon) else { continue };
        let list = heads.entry(unit).or_default();
        match list.first().and_then(|first| facts.positions[first.at()].echelon) {
            Some(highest) if echelon > highest => {}
            Some(highest) if echelon == highest => list.push(PositionIx::of(at)),
            _ => *list = vec![PositionIx::of(at)],
        }
    }
    heads
}

/// The posts that head a unit: its structural posts of the highest eselon.
pub fn heads_of(facts: &Facts, unit: UnitIx) -> Vec<PositionIx> {
    let structural = || {
        (0..facts.positions.len())
            .filter(|at| facts.position_unit[*at] == Some(unit))
            .filter_map(|at| Some((facts.positions[at].echelon.filter(|_| facts.positions[at].is_structural())?, at)))
    };
    let highest = structural().map(|(echelon, _)| echelon).min();
    structural().filter(|(echelon, _)| Some(*echelon) == highest).map(|(_, at)| PositionIx::of(at)).collect()
}
