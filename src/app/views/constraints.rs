//! Izin dan sematan: what officials permitted, what is pinned, locked and banned; what each costs the best plan.
use super::otherwise::VIEW as OTHERWISE;
use super::{Content, Kind, Label, about_nothing};
use crate::app::State;
use crate::app::command::Id;
use crate::app::sought::Sought;
use crate::app::table::{Cell, Column, Row, RowId, Section};
use crate::desk::constraints::{Constraint, ConstraintPrices, Sort};
use crate::desk::contradiction::Contradiction;
use crate::model::{EmployeeIx, PositionIx};

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Constraints, command: Some(Id::Constraints), about: about_nothing, content, enter, detail };

/// Any row opens the best plan without what it is about.
const fn enter(row: RowId) -> Option<(&'static Kind, RowId)> {
    Some((&OTHERWISE, row))
}

/// A price that is awaited, known, or not to be had.
fn price(prices: &Sought<ConstraintPrices>, of: impl Fn(&ConstraintPrices) -> Option<i64>) -> Cell {
    match prices {
        Sought::Known(prices) => Cell::Change(of(prices)),
        Sought::Unasked | Sought::Asked => Cell::Awaited,
        Sought::Failed => Cell::Change(None),
    }
}

fn content(state: &State, _: Option<RowId>) -> Content {
    let all = state.desk.constraints();
    let section = |sort: Sort| {
        let those = all.iter().enumerate().filter(|(_, it)| it.sort() == sort);
        let rows: Vec<Row> = those.map(|(at, it)| row(state, at, it)).collect();
        (!rows.is_empty()).then(|| Section {
            title: Some(title(sort)),
            columns: columns(sort),
            rows: rows.into(),
            empty: Label::NoConstraints,
        })
    };
    let in_conflict = state.sought.contradiction.known().map(|it| conflict(state, it));
    let mut sections: Vec<Section> = in_conflict.into_iter().chain(Sort::ALL.into_iter().filter_map(section)).collect();
    if sections.is_empty() {
        sections.push(Section { title: None, columns: columns(Sort::Pin), rows: Vec::new().into(), empty: Label::NoConstraints });
    }
    let facts = if state.sought.contradiction.known().is_some() { Vec::new() } else { facts(state, &all) };
    Content { facts, sections }
}

/// The smallest set of pins in conflict, and who set each.
fn conflict(state: &State, it: &Contradiction) -> Section {
    let history = state.history();
    let row = |(at, (who, post)): (usize, &(EmployeeIx, PositionIx))| {
        let entry = history.pinned_by(&state.nip(*who)).and_then(|sequence| state.entry(sequence));
        let set = entry.map_or(Cell::Blank, |entry| Cell::All(vec![Cell::Text(entry.actor.clone()), Cell::When(entry.sequence)]));
        // The pin has a row of its own below: this one is numbered from the other end.
        let id = RowId::Verdict(*who, u32::MAX - u32::try_from(at).unwrap_or_default());
        Row { id, cells: vec![Cell::Person(*who), Cell::Post(*post), set] }
    };
    let title = if it.is_smallest { Label::InConflict } else { Label::InConflictPerhaps };
    Section {
        title: Some(title),
        columns: vec![
            Column::words(Label::Name, 16, 34, 0),
            Column::words(Label::Position, 16, 44, 0),
            Column::words(Label::SetBy, 14, 40, 1),
        ],
        rows: it.pins.iter().enumerate().map(row).collect(),
        empty: Label::NoConstraints,
    }
}

const fn title(sort: Sort) -> Label {
    match sort {
        Sort::Permission => Label::Permissions,
        Sort::Pin => Label::PinsAndLocks,
        Sort::Ban => Label::Bans,
    }
}

fn columns(sort: Sort) -> Vec<Column> {
    let mut columns = vec![
        Column::words(Label::Name, 16, 34, 0),
        Column::words(Label::Position, 16, 44, 1),
        Column::figures(Label::Cost, 8, 0),
    ];
    if sort == Sort::Permission {
        columns.insert(2, Column::words(Label::Rules, 9, 9, 0));
        columns.push(Column::words(Label::Document, 10, 30, 2));
    }
    columns
}

/// Per kind the prices added up, and all of the kind let go at once: they need not be the same.
fn facts(state: &State, all: &[Constraint]) -> Vec<(Label, Cell)> {
    let prices = &state.sought.constraints;
    let fact = |sort: Sort| {
        let count = all.iter().filter(|it| it.sort() == sort).count();
        let sum = price(prices, |prices| Some(prices.sum(sort)));
        let together = price(prices, |prices| prices.together[sort as usize]);
        let sum = (count > 0).then_some((title(sort), sum));
        let together = (count > 1).then_some((Label::LetGoTogether, together));
        sum.into_iter().chain(together)
    };
    Sort::ALL.into_iter().flat_map(fact).collect()
}

fn row(state: &State, at: usize, it: &Constraint) -> Row {
    let number = u32::try_from(at).unwrap_or(u32::MAX);
    let known = |prices: &ConstraintPrices| prices.each.iter().find(|(of, _)| of == it).and_then(|(_, price)| *price);
    let cost = price(&state.sought.constraints, known);
    let post = it.post().map_or(Cell::Blank, Cell::Post);
    let (id, cells) = match it {
        Constraint::Lock(lock) => (RowId::Line(number), vec![Cell::Lock(lock.clone()), Cell::Word(Label::AllThere), cost]),
        Constraint::Permission(who, _, rule) => {
            let signed = state.desk.permission(it);
            let document = signed.map_or(Cell::Blank, |it| Cell::Text(it.document.clone()));
            (RowId::Verdict(*who, number), vec![Cell::Person(*who), post, Cell::Text(rule.to_string()), cost, document])
        }
        Constraint::Pin(who, _) | Constraint::Ban(who, _) => (RowId::Verdict(*who, number), vec![Cell::Person(*who), post, cost]),
    };
    Row { id, cells }
}

/// What the official signed, in full.
fn detail(state: &State, row: RowId) -> Vec<(Label, Cell)> {
    let Some(it) = state.constraint_of(row) else { return Vec::new() };
    let Some(signed) = state.desk.permission(&it) else { return Vec::new() };
    let document =
        Cell::All(vec![Cell::Text(signed.document.clone()), Cell::Date(signed.date), Cell::Text(signed.official.clone())]);
    vec![(Label::Document, document), (Label::Reason, Cell::Text(signed.reason.clone()))]
}
