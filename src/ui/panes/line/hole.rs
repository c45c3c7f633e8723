//! The post left behind: who could follow; in a swap, who comes and what that is to them.
use super::Step;
use crate::app::State;
use crate::app::layout::Layout;
use crate::model::EmployeeIx;
use crate::text::figures;
use crate::text::screen::{self, Word, word};

/// The post left behind, and who could follow.
pub(super) fn left(state: &State, who: EmployeeIx) -> String {
    let lang = state.lang;
    let desk = &state.desk;
    // A short line needs its room for who follows.
    let drop = if state.layout() < Layout::Small { String::new() } else { format!("{}: ", word(lang, Word::DropHere)) };
    let Some(left) = desk.placement.post(&desk.grounds().projection, who) else {
        return format!("{drop}{}", word(lang, Word::NoPost));
    };
    let leaves = format!("{drop}{} {}", word(lang, Word::LeavesPost), screen::post(desk, left));
    if !desk.grounds().projection.in_scope[left.at()] {
        return format!("{leaves} ({})", word(lang, Word::OutsideHole));
    }
    if !desk.leaves_a_hole(left) {
        return leaves;
    }
    let named = |next| format!("{}: {}", word(lang, Word::Successor), screen::person(lang, desk, next, state.is_masked));
    let successor = match desk.successor_at_once(left, who) {
        None => format!("{}: …", word(lang, Word::Successor)),
        Some(None) => word(lang, Word::NoSuccessor).to_owned(),
        Some(Some(next)) => named(next),
    };
    format!("{leaves} ({successor})")
}

/// Who takes the post left behind, and that person's own change of score.
pub(super) fn swap(state: &State, (other, to): Step) -> String {
    let lang = state.lang;
    let name = screen::person(lang, &state.desk, other, state.is_masked);
    let own = state.desk.score_change(other, to).map_or_else(|| "–".to_owned(), |change| figures::change(lang, change));
    let to = screen::post(&state.desk, to);
    format!("{}: {} {name} → {to} ({} {own})", word(lang, Word::DropHere), word(lang, Word::Swaps), word(lang, Word::Person))
}
