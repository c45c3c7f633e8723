//! Tanpa izin atau sematan itu: the best plan without one constraint, beside the best plan with it.
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::sought::Sought;
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::desk::constraints::{Constraint, Otherwise};
use crate::model::{EmployeeIx, PositionIx};

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Otherwise, command: None, about: about_nothing, content, enter: card, detail: no_detail };

fn content(state: &State, about: Option<RowId>) -> Content {
    let Some(of) = about.and_then(|row| state.constraint_of(row)) else {
        return table(vec![], Vec::new(), Label::NoConstraints);
    };
    let named = (Label::Without, named(&of));
    match state.sought.otherwise.of(&of) {
        Some(Sought::Known(otherwise)) => {
            let rows = otherwise.displaced.iter().map(row).collect();
            table(std::iter::once(named).chain(figures(otherwise)).collect(), rows, Label::NobodyElsewhere)
        }
        Some(Sought::Failed) => table(vec![named], Vec::new(), Label::NoPlanSo),
        _ => table(vec![named], Vec::new(), Label::WorkingOut),
    }
}

fn table(facts: Vec<(Label, Cell)>, rows: Vec<Row>, empty: Label) -> Content {
    let columns = vec![
        Column::words(Label::Name, 16, 34, 0),
        Column::words(Label::WithIt, 16, 48, 0),
        Column::words(Label::WithoutIt, 16, 48, 0),
    ];
    Content { facts, sections: vec![Section { title: None, columns, rows: rows.into(), empty }] }
}

fn named(of: &Constraint) -> Cell {
    match of {
        Constraint::Permission(who, post, rule) => {
            Cell::All(vec![Cell::Text(rule.to_string()), Cell::Person(*who), Cell::Post(*post)])
        }
        Constraint::Pin(who, post) => Cell::All(vec![Cell::Word(Label::Pin), Cell::Person(*who), Cell::Post(*post)]),
        Constraint::Ban(who, post) => Cell::All(vec![Cell::Word(Label::Ban), Cell::Person(*who), Cell::Post(*post)]),
        Constraint::Lock(lock) => Cell::Lock(lock.clone()),
    }
}

/// The figures of the best plan without it, and with it.
fn figures(it: &Otherwise) -> Vec<(Label, Cell)> {
    let [with, without] = &it.metrics;
    let count = |without: u32, with: u32, better| Cell::Moved(without.into(), with.into(), better);
    vec![
        (Label::Objective, Cell::Change(Some(with.objective - without.objective))),
        (Label::Moves, count(without.moves, with.moves, Better::Neither)),
        (Label::StructuralVacant, count(without.structural_vacant, with.structural_vacant, Better::Less)),
        (Label::Short, count(without.vacancies, with.vacancies, Better::Less)),
        (Label::Filled, Cell::Share(without.filled_permille, with.filled_permille)),
    ]
}

fn row((who, with, without): &(EmployeeIx, Option<PositionIx>, Option<PositionIx>)) -> Row {
    let post = |at: &Option<PositionIx>| at.map_or(Cell::Missing(Label::NoPost), Cell::Post);
    Row { id: RowId::Person(*who), cells: vec![Cell::Person(*who), post(with), post(without)] }
}
