//! Jabatan lowong: every hole that the plan leaves, by eselon and by how long; who acts there; which fall vacant soon.
use super::unit::days_vacant;
use super::{Content, Kind, Label, about_nothing, card};
use crate::app::State;
use crate::app::command::Id;
use crate::app::lists::places::{soon_vacant, vacancies};
use crate::app::table::{Cell, Column, Row, RowId, Section};
use crate::model::records::Acting;
use crate::model::{EmployeeIx, Level, Lock, PositionIx, whole_months};
use jiff::civil::Date;

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Holes, command: Some(Id::Holes), about: about_nothing, content, enter: card, detail };

/// Eselon and level, from above: the order in which holes are filled.
const TIERS: [(Label, u8, Option<u8>); 4] = [
    (Label::EselonTwo, 2, None),
    (Label::EselonThree, 3, None),
    (Label::EselonFourA, 4, Some(1)),
    (Label::EselonFourB, 4, Some(2)),
];

fn content(state: &State, _: Option<RowId>) -> Content {
    let vacant = vacancies(&state.desk);
    let of = |tier: &(Label, u8, Option<u8>)| -> Vec<PositionIx> {
        let is_of = |post: &&PositionIx| {
            let echelon = state.desk.grounds().facts.positions[post.at()].echelon;
            echelon.is_some_and(|it| it.tier() == tier.1 && tier.2.is_none_or(|letter| it.code() % 10 == letter))
        };
        vacant.iter().filter(is_of).copied().collect()
    };
    let tiers: Vec<(Label, u8, Vec<PositionIx>)> = TIERS.iter().map(|tier| (tier.0, tier.1, of(tier))).collect();
    let told: usize = tiers.iter().map(|tier| tier.2.len()).sum();
    let mut sections: Vec<Section> =
        tiers.iter().filter(|tier| !tier.2.is_empty()).map(|(title, _, posts)| vacant_section(state, *title, posts)).collect();
    if told == 0 {
        sections.push(vacant_section(state, Label::Holes, &[]));
    }
    sections.push(soon(state));
    let short = short_of_need(state);
    if !short.is_empty() {
        sections.push(short_section(state, &short));
    }
    Content { facts: facts(state, &tiers), sections }
}

/// Per eselon how many are vacant, and whether its level is locked; what to do next.
fn facts(state: &State, tiers: &[(Label, u8, Vec<PositionIx>)]) -> Vec<(Label, Cell)> {
    let fact = |(title, tier, posts): &(Label, u8, Vec<PositionIx>)| {
        let is_locked = level_of(*tier).is_some_and(|level| state.desk.plan.locks.is_closed(&Lock::Level(level)));
        let lock = if is_locked { Label::Locked } else { Label::NotLocked };
        let count = Cell::Counted(posts.len(), Label::Vacant);
        (!posts.is_empty() || is_locked).then(|| (*title, Cell::All(vec![count, Cell::Word(lock)])))
    };
    let mut facts = vec![(Label::Nothing, Cell::FillFromAbove)];
    facts.extend(tiers.iter().filter_map(fact));
    facts
}

const fn level_of(tier: u8) -> Option<Level> {
    match tier {
        2 => Some(Level(5)),
        3 => Some(Level(4)),
        4 => Some(Level(3)),
        _ => None,
    }
}

fn vacant_section(state: &State, title: Label, posts: &[PositionIx]) -> Section {
    let columns = vec![
        Column::words(title, 20, 50, 0),
        Column::figures(Label::DaysVacant, 11, 0),
        Column::words(Label::Acting, 16, 60, 1),
        Column::figures(Label::Class, 5, 2),
    ];
    let rows = posts.iter().map(|post| {
        let class = state.desk.grounds().facts.positions[post.at()].class.map_or(Cell::Blank, |it| Cell::Number(it.into()));
        Row { id: RowId::Post(*post), cells: vec![Cell::Post(*post), days_vacant(state, *post), acting(state, *post), class] }
    });
    Section { title: Some(title), columns, rows: rows.collect(), empty: Label::NoVacancy }
}

/// Who acts there and until when; that it has lasted too long.
fn acting(state: &State, post: PositionIx) -> Cell {
    let grounds = state.desk.grounds();
    let told = |it: &Acting| {
        let who = grounds.facts.employee(&it.nip).map_or_else(|| Cell::Text(it.nip.to_string()), Cell::Person);
        let too_long = grounds.acting_too_long(it).map(|_| Cell::Missing(Label::TooLong));
        let until = it.until.map(|until| Cell::All(vec![Cell::Date(until)]));
        Cell::All(too_long.into_iter().chain([who]).chain(until).collect())
    };
    let all: Vec<Cell> = grounds.acting(post).map(told).collect();
    if all.is_empty() { Cell::Blank } else { Cell::All(all) }
}

/// Holes to come: who retires from which post, and in which month after the plan's date.
fn soon(state: &State) -> Section {
    let tmt = state.desk.grounds().projection.tmt;
    let row = |(date, post, who): (Date, PositionIx, EmployeeIx)| Row {
        id: RowId::Pair(who, post),
        cells: vec![
            Cell::Post(post),
            Cell::Date(date),
            Cell::Person(who),
            Cell::Counted(usize::try_from(whole_months(tmt, date)).unwrap_or(0), Label::MonthsAfter),
        ],
    };
    let columns = vec![
        Column::words(Label::SoonVacant, 20, 50, 0),
        Column::figures(Label::Retires, 11, 0),
        Column::words(Label::HolderNames, 16, 60, 1),
        Column::figures(Label::PlanMonth, 14, 2),
    ];
    let rows = soon_vacant(&state.desk).into_iter().map(row).collect();
    Section { title: Some(Label::SoonVacant), columns, rows, empty: Label::NothingSoon }
}

/// Other posts with fewer holders than they need, those that lack most first.
fn short_of_need(state: &State) -> Vec<PositionIx> {
    let (desk, projection) = (&state.desk, &state.desk.grounds().projection);
    let is_structural = |post: &PositionIx| desk.grounds().facts.positions[post.at()].is_structural();
    let mut posts: Vec<PositionIx> =
        desk.grounds().posts_in_scope().filter(|post| !is_structural(post) && desk.is_short(*post)).collect();
    let lacks = |post: &PositionIx| projection.need[post.at()].saturating_sub(desk.placement.heads(*post));
    posts.sort_by_key(|post| std::cmp::Reverse(lacks(post)));
    posts
}

fn short_section(state: &State, posts: &[PositionIx]) -> Section {
    let row = |post: &PositionIx| {
        let (need, heads) = (state.desk.grounds().projection.need[post.at()], state.desk.placement.heads(*post));
        let cells =
            vec![Cell::Post(*post), Cell::Surplus(i64::from(heads) - i64::from(need)), Cell::Heads(heads, need), Cell::Blank];
        Row { id: RowId::Post(*post), cells }
    };
    let columns = vec![
        Column::words(Label::ShortOfNeed, 20, 50, 0),
        Column::figures(Label::Surplus, 11, 0),
        Column::words(Label::HoldersOfNeed, 16, 60, 1),
        Column::figures(Label::Nothing, 5, 2),
    ];
    Section { title: Some(Label::ShortOfNeed), columns, rows: posts.iter().map(row).collect(), empty: Label::NoVacancy }
}

/// Who acts, in full, with the letter.
fn detail(state: &State, row: RowId) -> Vec<(Label, Cell)> {
    let RowId::Post(post) = row else { return Vec::new() };
    let grounds = state.desk.grounds();
    let told = |it: &Acting| {
        let who = grounds.facts.employee(&it.nip).map_or_else(|| Cell::Text(it.nip.to_string()), Cell::Person);
        let dates = [it.from, it.until].into_iter().flatten().map(Cell::Date);
        let letter = (!it.letter.is_empty()).then(|| Cell::Text(it.letter.clone()));
        let too_long = grounds.acting_too_long(it).map(|_| Cell::Missing(Label::TooLong));
        (Label::Acting, Cell::All(std::iter::once(who).chain(dates).chain(letter).chain(too_long).collect()))
    };
    grounds.acting(post).map(told).collect()
}
