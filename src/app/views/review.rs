//! Tinjau ulang: what the last import made of every decision of the plan.
use super::{Content, Kind, Label, about_nothing, card, line, no_detail};
use crate::app::State;
use crate::app::command::Id;
use crate::app::sought::Sought;
use crate::app::table::{Cell, Column, Row, RowId, Section};
use crate::desk::review::{Fate, Review, Reviewed};
use crate::model::{Nip, PositionId};

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Review, command: Some(Id::Review), about: about_nothing, content, enter: card, detail: no_detail };

fn content(state: &State, _: Option<RowId>) -> Content {
    match &state.sought.review {
        Sought::Known(review) => told(state, review),
        Sought::Failed => empty(Label::NoImport),
        Sought::Unasked | Sought::Asked => empty(Label::WorkingOut),
    }
}

fn empty(said: Label) -> Content {
    let columns = vec![Column::words(Label::Name, 16, 40, 0)];
    Content { facts: Vec::new(), sections: vec![Section { title: None, columns, rows: Vec::new().into(), empty: said }] }
}

fn told(state: &State, review: &Review) -> Content {
    let [impossible, changed, unchanged] = review.counts().map(|count| Cell::Number(i64::try_from(count).unwrap_or(i64::MAX)));
    let mut facts = vec![(Label::Impossible, impossible), (Label::Changed, changed), (Label::AsBefore, unchanged)];
    let all = || review.decisions.iter().enumerate();
    let section = |title, rows: Vec<Row>, empty| Section { title: Some(title), columns: columns(), rows: rows.into(), empty };
    let of = |wanted: fn(&Fate) -> bool| -> Vec<Row> {
        all().filter(|(_, it)| wanted(&it.fate)).map(|(at, it)| row(state, at, it)).collect()
    };
    let mut sections = vec![
        section(Label::Impossible, of(|fate| matches!(fate, Fate::Impossible(_))), Label::NothingImpossible),
        section(Label::Changed, of(|fate| matches!(fate, Fate::Changed { .. })), Label::NothingChanged),
    ];
    if !review.in_tray.is_empty() {
        facts.push((Label::NewInTray, Cell::Number(i64::try_from(review.in_tray.len()).unwrap_or(i64::MAX))));
        let rows = review.in_tray.iter().enumerate().map(|(at, nip)| {
            let blank = || Cell::Blank;
            person(state, at, *nip, vec![Cell::Word(Label::NoPost), blank(), blank()])
        });
        sections.push(section(Label::NewInTray, rows.collect(), Label::NothingChanged));
    }
    Content { facts, sections }
}

fn columns() -> Vec<Column> {
    vec![
        Column::words(Label::Name, 14, 28, 0),
        Column::words(Label::Decision, 9, 16, 2),
        Column::words(Label::Position, 14, 40, 1),
        Column::words(Label::Now, 20, 80, 0),
    ]
}

fn row(state: &State, at: usize, it: &Reviewed) -> Row {
    let cells = vec![Cell::Decided(it.decided.clone()), post(state, &it.position), Cell::Fate(it.fate.clone())];
    person(state, at, it.employee, cells)
}

/// A row about somebody, whom the facts may no longer have.
fn person(state: &State, at: usize, nip: Nip, rest: Vec<Cell>) -> Row {
    let number = u32::try_from(at).unwrap_or(u32::MAX);
    match state.desk.grounds().facts.employee(&nip) {
        Some(who) => Row { id: RowId::Verdict(who, number), cells: std::iter::once(Cell::Person(who)).chain(rest).collect() },
        None => line(at, std::iter::once(Cell::Unlisted(nip)).chain(rest).collect()),
    }
}

fn post(state: &State, id: &PositionId) -> Cell {
    let facts = &state.desk.grounds().facts;
    let former = || facts.abolished.get(id).map_or_else(|| id.to_string(), |post| post.name.to_string());
    facts.position(id).map_or_else(|| Cell::Text(former()), Cell::Post)
}
