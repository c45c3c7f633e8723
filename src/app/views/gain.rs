//! Capaian: whom and what the plan's gain comes from. All shares together are the gain.
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::desk::shares::Sharer;
use crate::metrics::UnitFill;
use crate::model::{EmployeeIx, PositionIx, UnitIx};

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::GainShares, command: None, about: about_nothing, content, enter: card, detail: no_detail };

fn content(state: &State, _: Option<RowId>) -> Content {
    let mut shares = state.desk.shares();
    shares.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
    let (mut people, mut posts, mut units) = (Vec::new(), Vec::new(), Vec::new());
    for (sharer, points) in shares {
        match sharer {
            Sharer::Person(who) => people.push(person(state, who, points)),
            Sharer::Post(at) => posts.push(post(state, at, points)),
            Sharer::Unit(at) => units.push(unit(state, at, points)),
        }
    }
    let share = Column::figures(Label::Share, 9, 0);
    let section = |title, columns, rows: Vec<Row>, empty| Section { title: Some(title), columns, rows: rows.into(), empty };
    let heads = Column::figures(Label::HoldersShort, 7, 1);
    Content {
        facts: vec![(Label::Nothing, Cell::Reached)],
        sections: vec![
            section(
                Label::ByPeople,
                vec![
                    Column::words(Label::Name, 16, 30, 0),
                    share,
                    Column::words(Label::From, 12, 44, 2),
                    Column::words(Label::To, 14, 44, 1),
                ],
                people,
                Label::NoProposals,
            ),
            section(Label::ByPosts, vec![Column::words(Label::Position, 20, 40, 0), share, heads], posts, Label::NoShare),
            section(
                Label::ByUnits,
                vec![Column::words(Label::Unit, 20, 40, 0), share, heads, Column::figures(Label::Filled, 10, 2)],
                units,
                Label::NoShare,
            ),
        ],
    }
}

fn person(state: &State, who: EmployeeIx, points: i64) -> Row {
    let post = |at: Option<PositionIx>| at.map_or(Cell::Missing(Label::NoPost), Cell::Post);
    let (from, to) = (state.desk.grounds().present(who), state.desk.placement.target(who));
    Row { id: RowId::Person(who), cells: vec![Cell::Person(who), Cell::Change(Some(points)), post(from), post(to)] }
}

fn post(state: &State, at: PositionIx, points: i64) -> Row {
    let before = state.desk.grounds().projection.holders[at.at()];
    let heads = Cell::Moved(before.into(), state.desk.placement.heads(at).into(), Better::Neither);
    Row { id: RowId::Post(at), cells: vec![Cell::Post(at), Cell::Change(Some(points)), heads] }
}

fn unit(state: &State, at: UnitIx, points: i64) -> Row {
    let (before, after) = (state.places.fills_before.get(&at), state.desk.tally.fill(at));
    let heads = |fill: Option<&UnitFill>| fill.map_or(0, |fill| i64::from(fill.heads));
    let share = |fill: Option<&UnitFill>| fill.map_or(0, UnitFill::permille);
    let cells = vec![
        Cell::Unit(at),
        Cell::Change(Some(points)),
        Cell::Moved(heads(before), heads(after), Better::Neither),
        Cell::Share(share(before), share(after)),
    ];
    Row { id: RowId::Unit(at), cells }
}
