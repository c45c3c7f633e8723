//! What is otherwise now than right after an entry of the journal; and the way back there.
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::desk::difference::{Difference, between, undos_to};
use crate::metrics::Metrics;
use crate::model::{Nip, PositionId};

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Difference, command: None, about: about_nothing, content, enter: card, detail: no_detail };

/// How many decisions are to be taken back to be where the plan was after the entry of the view on top.
pub fn undos(state: &State) -> Option<(u64, Option<usize>)> {
    let sequence = match (state.view()?.about, state.selected_row()) {
        (Some(RowId::Entry(sequence)), _) | (None, Some(RowId::Entry(sequence))) => sequence,
        _ => return None,
    };
    Some((sequence, undos_to(&state.history(), sequence)))
}

fn content(state: &State, about: Option<RowId>) -> Content {
    let Some(RowId::Entry(sequence)) = about else { return Content::default() };
    let then = state.history().plan_before(sequence + 1);
    let rows = between(&then, &state.desk.plan).into_iter().enumerate().map(|(at, it)| row(state, at, it)).collect();
    let before = state.desk.replanned(then, None).metrics;
    let columns = vec![
        Column::words(Label::Differs, 10, 14, 1),
        Column::words(Label::Name, 16, 30, 0),
        Column::words(Label::Then, 16, 44, 0),
        Column::words(Label::Now, 16, 44, 0),
    ];
    let facts = std::iter::once((Label::Decision, Cell::Entry(sequence))).chain(figures(&before, &state.desk.metrics));
    Content { facts: facts.collect(), sections: vec![Section { title: None, columns, rows, empty: Label::NoDifference }] }
}

/// The figures then and now.
fn figures(then: &Metrics, now: &Metrics) -> Vec<(Label, Cell)> {
    let count = |then: u32, now: u32, better| Cell::Moved(then.into(), now.into(), better);
    vec![
        (Label::Moves, count(then.moves, now.moves, Better::Neither)),
        (Label::StructuralVacant, count(then.structural_vacant, now.structural_vacant, Better::Less)),
        (Label::Filled, Cell::Share(then.filled_permille, now.filled_permille)),
        (Label::Blocked, count(then.blocked, now.blocked, Better::Less)),
        (Label::Warnings, count(then.warnings, now.warnings, Better::Less)),
        (Label::Objective, Cell::Change(Some(now.objective - then.objective))),
    ]
}

fn row(state: &State, at: usize, difference: Difference) -> Row {
    let facts = &state.desk.grounds().facts;
    let post = |position: &PositionId| facts.position(position).map_or_else(|| Cell::Text(position.to_string()), Cell::Post);
    let place = |position: Option<PositionId>| position.map_or(Cell::Missing(Label::None), |position| post(&position));
    let text = |text: Option<String>| text.map_or(Cell::Missing(Label::None), Cell::Text);
    let either = |is_now: bool, cell: Cell| {
        if is_now { (Cell::Missing(Label::None), cell) } else { (cell, Cell::Missing(Label::None)) }
    };
    let (label, nip, (then, now)): (Label, Nip, (Cell, Cell)) = match difference {
        Difference::Proposal(nip, then, now) => (Label::Proposal, nip, (place(then), place(now))),
        Difference::Pin(nip, then, now) => (Label::Pin, nip, (place(then), place(now))),
        Difference::Ban(nip, position, is_now) => (Label::Ban, nip, either(is_now, post(&position))),
        Difference::Permission(nip, position, rule, is_now) => {
            (Label::Permission, nip, either(is_now, Cell::All(vec![Cell::Text(rule), post(&position)])))
        }
        Difference::Reason(nip, then, now) => (Label::Reason, nip, (text(then), text(now))),
        Difference::Comment(nip, then, now) => (Label::Remark, nip, (text(then), text(now))),
    };
    let who = facts.employee(&nip);
    let name = who.map_or_else(|| Cell::Unlisted(nip), Cell::Person);
    // Somebody may stand here more than once: the first row bears the person.
    let id = u32::try_from(at).map_or(RowId::Line(u32::MAX), RowId::Line);
    let id = who.map_or(id, |who| RowId::Verdict(who, u32::try_from(at).unwrap_or(u32::MAX)));
    Row { id, cells: vec![Cell::Word(label), name, then, now] }
}
