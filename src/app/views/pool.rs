//! Mengapa calon sedikit: how many fail which rule for a post or unit, how many that rule alone, and from which date on
//! they could come.
use super::{Content, Kind, Label, card, no_detail};
use crate::app::State;
use crate::app::command::{Id, OfViews, Unavailable};
use crate::app::lists::places::PlaceRow;
use crate::app::sought::Sought;
use crate::app::state::Pane;
use crate::app::table::{Cell, Column, Row, RowId, Section};
use crate::desk::pool::{Fallen, Pool, PoolOf, RuleShare};

/// The view.
pub static VIEW: Kind = Kind { title: Label::Pool, command: Some(Id::Pool), about, content, enter: card, detail: no_detail };

/// The selected post or unit; else where the selected person sits.
fn about(state: &State) -> Result<Option<RowId>, Unavailable> {
    let seat = || state.desk.placement.post(&state.desk.grounds().projection, state.selected_person()?).map(RowId::Post);
    let unit = || match (state.selected_row(), state.places.selected) {
        (Some(RowId::Unit(unit)), _) => Some(RowId::Unit(unit)),
        (None, Some(PlaceRow::Unit(unit, _))) if state.focus == Pane::Places => Some(RowId::Unit(unit)),
        _ => None,
    };
    let found = unit().or_else(|| state.selected_place().map(RowId::Post)).or_else(seat);
    found.map(Some).ok_or(Unavailable::Views(OfViews::NoPostSelected))
}

/// What a view on a post or unit asks for.
pub(in crate::app) const fn of_row(row: RowId) -> Option<PoolOf> {
    match row {
        RowId::Post(post) => Some(PoolOf::Post(post)),
        RowId::Unit(unit) => Some(PoolOf::Unit(unit)),
        _ => None,
    }
}

fn content(state: &State, about: Option<RowId>) -> Content {
    let Some(of) = about.and_then(of_row) else { return Content::default() };
    match state.sought.pool.of(&of) {
        Some(Sought::Known(pool)) => Content { facts: facts(pool), sections: vec![rules(pool), people(state, pool)] },
        Some(Sought::Failed) => waiting(Label::NotWorkedOut),
        _ => waiting(Label::WorkingOut),
    }
}

fn waiting(empty: Label) -> Content {
    let section = Section { title: None, columns: vec![Column::words(Label::Rules, 20, 60, 0)], rows: Vec::new().into(), empty };
    Content { facts: Vec::new(), sections: vec![section] }
}

fn facts(pool: &Pool) -> Vec<(Label, Cell)> {
    let count = |number: usize| Cell::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let mut facts = vec![
        (Label::Considered, count(pool.considered)),
        (Label::Eligible, count(pool.eligible)),
        (Label::OpenToCore, count(pool.automatic)),
    ];
    if pool.unverified > 0 {
        facts.push((Label::ToVerify, count(pool.unverified)));
    }
    facts
}

fn rules(pool: &Pool) -> Section {
    let count = |number: usize| Cell::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let row = |(at, it): (usize, &RuleShare)| {
        let later = it.later.first().map_or((Cell::Blank, Cell::Blank), |(day, people)| (Cell::Date(*day), count(*people)));
        let cells = vec![Cell::Rule(it.rule), count(it.fail), count(it.only), later.0, later.1];
        super::line(at, cells)
    };
    Section {
        title: Some(Label::FallenBy),
        columns: vec![
            Column::words(Label::Rules, 18, 44, 0),
            Column::figures(Label::Fail, 7, 1),
            Column::figures(Label::FailOnly, 10, 0),
            Column::figures(Label::LawfulFrom, 12, 0),
            Column::figures(Label::SoMany, 6, 2),
        ],
        rows: pool.rules.iter().enumerate().map(row).collect(),
        empty: Label::NobodyFalls,
    }
}

fn people(state: &State, pool: &Pool) -> Section {
    let grounds = state.desk.grounds();
    let is_unit = matches!(pool.of, PoolOf::Unit(_));
    let row = |it: &Fallen| {
        let seat = grounds.present(it.who).map_or(Cell::Missing(Label::NoPost), Cell::Post);
        let cells = vec![
            Cell::Person(it.who),
            Cell::Text(it.rules.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
            it.lawful_from.map_or(Cell::Missing(Label::None), Cell::Date),
            if is_unit { Cell::Post(it.post) } else { seat },
        ];
        Row { id: RowId::Person(it.who), cells }
    };
    Section {
        title: Some(Label::WhoFalls),
        columns: vec![
            Column::words(Label::Name, 18, 34, 0),
            Column::words(Label::Rules, 12, 24, 0),
            Column::figures(Label::LawfulFrom, 12, 0),
            Column::words(if is_unit { Label::Nearest } else { Label::From }, 14, 44, 1),
        ],
        rows: pool.fallen.iter().map(row).collect(),
        empty: Label::NobodyFalls,
    }
}
