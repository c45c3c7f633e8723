//! Putus rantai: what withdrawing one move brings with it, before it is done.
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::desk::chains::{Chains, Cut};
use crate::desk::edit::{Edit, Refusal};
use crate::metrics::Metrics;
use crate::model::EmployeeIx;
use crate::model::plan::Action;

/// The view.
pub static VIEW: Kind = Kind { title: Label::Cut, command: None, about: about_nothing, content, enter: card, detail: no_detail };

/// What the view on top would do.
pub fn edit(state: &State) -> Option<Edit> {
    match cut(state, state.view()?.about?)?.ok()?.action {
        Action::Adopt { changes, .. } => Some(Edit::Together(changes)),
        _ => None,
    }
}

/// What withdrawing somebody's move would come to.
pub fn refusal(state: &State, who: EmployeeIx) -> Option<Refusal> {
    state.desk.cut(&Chains::of(&state.desk), who).err()
}

fn cut(state: &State, about: RowId) -> Option<Result<Cut, Refusal>> {
    Some(state.desk.cut(&Chains::of(&state.desk), about.person()?))
}

fn content(state: &State, about: Option<RowId>) -> Content {
    let Some(Ok(cut)) = about.and_then(|about| cut(state, about)) else {
        return Content { facts: Vec::new(), sections: vec![section(Vec::new())] };
    };
    let reopened: Vec<Cell> = cut.reopened.iter().map(|post| Cell::Post(*post)).collect();
    let reopened = if reopened.is_empty() { Cell::Missing(Label::None) } else { Cell::All(reopened) };
    let again = std::iter::once((Label::Nothing, Cell::CutAgain));
    let facts = again.chain(figures(&state.desk.metrics, &cut.after)).chain([(Label::Reopened, reopened)]);
    let sections = vec![section(cut.falls.iter().map(|who| row(state, *who)).collect())];
    Content { facts: facts.collect(), sections }
}

/// The figures now and after it.
fn figures(now: &Metrics, after: &Metrics) -> Vec<(Label, Cell)> {
    let count = |now: u32, after: u32, better| Cell::Moved(now.into(), after.into(), better);
    vec![
        (Label::Moves, count(now.moves, after.moves, Better::Neither)),
        (Label::StructuralVacant, count(now.structural_vacant, after.structural_vacant, Better::Less)),
        (Label::Short, count(now.vacancies, after.vacancies, Better::Less)),
        (Label::Filled, Cell::Share(now.filled_permille, after.filled_permille)),
        (Label::WishesServed, count(now.wishes_met, after.wishes_met, Better::More)),
        (Label::Objective, Cell::Change(Some(after.objective - now.objective))),
    ]
}

fn section(rows: Vec<Row>) -> Section {
    let columns = vec![
        Column::words(Label::FallsBack, 16, 34, 0),
        Column::words(Label::LeavesAgain, 16, 48, 0),
        Column::words(Label::BackTo, 16, 48, 0),
        Column::figures(Label::PersonChange, 6, 1),
    ];
    Section { title: None, columns, rows: rows.into(), empty: Label::NoCut }
}

fn row(state: &State, who: EmployeeIx) -> Row {
    let grounds = state.desk.grounds();
    let target = state.desk.placement.target(who);
    let change = target.and_then(|post| state.desk.score_change(who, post)).map(|change| -change);
    let cells = vec![
        Cell::Person(who),
        target.map_or(Cell::Blank, Cell::Post),
        grounds.present(who).map_or(Cell::Missing(Label::NoPost), Cell::Post),
        Cell::Change(change),
    ];
    Row { id: target.map_or(RowId::Person(who), |post| RowId::Pair(who, post)), cells }
}
