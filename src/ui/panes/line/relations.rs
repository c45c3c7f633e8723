//! Relatives who sit in the unit where somebody comes to.
use super::Step;
use super::parts::Part;
use crate::app::State;
use crate::model::{EmployeeIx, PositionIx};
use crate::text::screen::{self, Word, word};

pub(super) fn parts(state: &State, steps: &[Step]) -> Vec<Part> {
    let desk = &state.desk;
    let group = |post: PositionIx| desk.grounds().projection.group[post.at()];
    let seat = |who: EmployeeIx| {
        let step = steps.iter().find(|(other, _)| *other == who).map(|(_, to)| *to);
        step.or_else(|| desk.placement.post(&desk.grounds().projection, who))
    };
    let relations = &desk.grounds().facts.relations;
    let of = |(who, to): &Step| {
        let (who, unit) = (*who, group(*to));
        let others = relations.iter().filter_map(move |(a, b, _)| match (*a == who, *b == who) {
            (true, _) => Some(*b),
            (_, true) => Some(*a),
            _ => None,
        });
        others.filter(|other| unit.is_some() && seat(*other).and_then(group) == unit).collect::<Vec<_>>()
    };
    let relatives = steps.iter().flat_map(of);
    let name = |who| screen::person(state.lang, desk, who, state.is_masked);
    relatives.map(|who| Part::kept(format!("{} {}", word(state.lang, Word::RelativeThere), name(who)))).collect()
}
