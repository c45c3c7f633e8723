//! Isi jabatan ini: the chains found for a vacant post, the best first, each with the place that it leaves free.
use super::chains::said;
use super::proposals::kind;
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::filling::Filled;
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::desk::chains::Link;
use crate::desk::fill::Filling;
use crate::model::PositionIx;

/// The view.
pub static VIEW: Kind = Kind { title: Label::Fill, command: None, about: about_nothing, content, enter: card, detail: no_detail };

fn content(state: &State, about: Option<RowId>) -> Content {
    let found = about.and_then(RowId::post).and_then(|post| state.fillings(post));
    let Some(found) = found else { return Content { facts: Vec::new(), sections: vec![section(Vec::new())] } };
    let rows = (0u32..).zip(found.fillings.iter()).flat_map(|(at, it)| rows_of(state, found.post, at, it)).collect();
    Content { facts: facts(state, found), sections: vec![section(rows)] }
}

/// What the best of them changes, and which keys take and look further.
fn facts(state: &State, found: &Filled) -> Vec<(Label, Cell)> {
    let depth = (Label::Nothing, Cell::FillAgain(found.depth));
    let Some(best) = found.fillings.first() else { return vec![depth] };
    let (now, after) = (&state.desk.metrics, &best.after);
    let count = |now: u32, after: u32, better| Cell::Moved(now.into(), after.into(), better);
    vec![
        depth,
        (Label::StructuralVacant, count(now.structural_vacant, after.structural_vacant, Better::Less)),
        (Label::Short, count(now.vacancies, after.vacancies, Better::Less)),
        (Label::Filled, Cell::Share(now.filled_permille, after.filled_permille)),
        (Label::Objective, Cell::Change(Some(best.gain))),
    ]
}

fn section(rows: Vec<Row>) -> Section {
    let columns = vec![
        Column::words(Label::ChainCount, 22, 44, 0),
        Column::words(Label::LeftBehind, 22, 52, 0),
        Column::figures(Label::PersonChange, 6, 2),
        Column::figures(Label::PlanChange, 7, 0),
        Column::words(Label::Kind, 10, 10, 3),
        Column::figures(Label::Class, 5, 4),
    ];
    Section { title: None, columns, rows: rows.into(), empty: Label::NoFilling }
}

/// How it ends and what it gains; then its moves.
fn rows_of(state: &State, post: PositionIx, at: u32, it: &Filling) -> Vec<Row> {
    let stem = vec![
        Cell::All(vec![Cell::Number(i64::from(at) + 1), Cell::Word(said(it.end))]),
        it.leaves.map_or(Cell::Blank, Cell::Post),
        Cell::Blank,
        Cell::Change(Some(it.gain)),
        Cell::Counted(it.links.len(), Label::Moves),
        Cell::Blank,
    ];
    let links = (0u32..).zip(&it.links).map(|(step, link)| of_link(state, at * 100 + step, link));
    std::iter::once(Row { id: RowId::Place(post, at), cells: stem }).chain(links).collect()
}

fn of_link(state: &State, number: u32, link: &Link) -> Row {
    let grounds = state.desk.grounds();
    let class = match (grounds.people[link.who.at()].class, grounds.facts.positions[link.to.at()].class) {
        (Some(from), Some(to)) => Cell::Moved(from.into(), to.into(), Better::Neither),
        _ => Cell::Blank,
    };
    let cells = vec![
        Cell::Person(link.who),
        link.from.map_or(Cell::Missing(Label::NoPost), Cell::Post),
        Cell::Change(state.desk.score_change(link.who, link.to)),
        Cell::Blank,
        Cell::Kind(kind(state, link.who, link.to)),
        class,
    ];
    Row { id: RowId::Verdict(link.who, number), cells }
}
