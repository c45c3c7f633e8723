//! Need and holders of both units, before and after.
use super::parts::Part;
use crate::app::State;
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use crate::text::screen::{self, Word, word};

/// The unit gained first: it matters more.
pub(super) fn parts(state: &State, who: EmployeeIx, to: PositionIx, is_swap: bool) -> Vec<Part> {
    let desk = &state.desk;
    let group = |post: PositionIx| desk.grounds().projection.group[post.at()];
    let from = desk.placement.post(&desk.grounds().projection, who).and_then(group);
    let into = group(to);
    // A swap, or a move within, leaves every unit as many.
    if is_swap || from == into {
        return Vec::new();
    }
    let told = |unit: Option<UnitIx>, by: i64| {
        let fill = state.desk.tally.fill(unit?)?;
        let heads = i64::from(fill.heads);
        Some(format!("{} {heads}→{} {} {}", screen::unit(desk, fill.unit), heads + by, word(state.lang, Word::Of), fill.need))
    };
    let gained = told(into, 1).map(|text| Part::spare(text, 1));
    let left = told(from, -1).map(|text| Part::spare(text, 4));
    gained.into_iter().chain(left).collect()
}
