//! Rantai mutasi: every move of the plan, as chains from the post that is filled to the place that stays free, and cycles.
use super::proposals::{detail, kind};
use super::{Content, Kind, Label, about_nothing, card};
use crate::app::State;
use crate::app::command::Id;
use crate::app::layout::Layout;
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::desk::chains::{Chain, Chains, Conservation, Course, End, Link, Start};
use crate::model::PositionIx;
use std::collections::HashMap;

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Chains, command: Some(Id::Chains), about: about_nothing, content, enter: card, detail };

fn content(state: &State, _: Option<RowId>) -> Content {
    let chains = Chains::of(&state.desk);
    let mut count = HashMap::new();
    let mut rows = |is_cycle: bool| -> Vec<Row> {
        let those = chains.all.iter().filter(|chain| (chain.course == Course::Cycle) == is_cycle);
        those.flat_map(|chain| rows_of(state, chain, &mut count)).collect()
    };
    let mut sections = vec![section(Label::Chains, rows(false))];
    let cycles = rows(true);
    if !cycles.is_empty() {
        sections.push(section(Label::Cycles, cycles));
    }
    if chains.chains() == 0 && sections.len() > 1 {
        sections.remove(0);
    }
    let facts = if chains.all.is_empty() { Vec::new() } else { facts(state, &chains) };
    Content { facts, sections }
}

fn section(title: Label, rows: Vec<Row>) -> Section {
    let columns = vec![
        Column::words(title, 22, 52, 0),
        Column::words(Label::LeftBehind, 22, 52, 0),
        Column::figures(Label::PersonChange, 6, 1),
        Column::figures(Label::Cost, 7, 2),
        Column::words(Label::Kind, 10, 10, 4),
        Column::figures(Label::Class, 5, 3),
    ];
    Section { title: Some(title), columns, rows: rows.into(), empty: Label::NoChains }
}

/// How many there are, how they end, and that nobody is lost.
fn facts(state: &State, chains: &Chains) -> Vec<(Label, Cell)> {
    let ends = End::ALL.into_iter().map(|end| (end, chains.ending(end))).filter(|(_, count)| *count > 0);
    let ends: Vec<Cell> = ends.map(|(end, count)| Cell::Counted(count, said(end))).collect();
    let conservation = Conservation::of(&state.desk);
    let (total, holds) = (conservation.total, conservation.holds());
    let balance = Cell::Moved(total.before.into(), total.after.into(), Better::Neither);
    let adds_up = if holds { Cell::Word(Label::AddsUp) } else { Cell::Missing(Label::DoesNotAddUp) };
    let balance = Cell::All(vec![adds_up, balance]);
    let moves = chains.all.iter().map(|chain| chain.links.len()).sum();
    let counts = vec![
        Cell::Counted(chains.chains(), Label::ChainCount),
        Cell::Counted(chains.cycles(), Label::Cycles),
        Cell::Counted(moves, Label::Moves),
    ];
    let mut facts = vec![(Label::Nothing, Cell::All(counts))];
    if !ends.is_empty() {
        facts.push((Label::Ends, Cell::All(ends)));
    }
    // A short window needs its rows for the chains, unless something is wrong.
    if !holds || state.layout() >= Layout::Small {
        facts.push((Label::Heads, balance));
        facts.push((Label::Longest, Cell::Counted(chains.longest(), Label::Moves)));
    }
    facts
}

/// How a chain ends, in a word.
pub(super) const fn said(end: End) -> Label {
    match end {
        End::Vacant => Label::EndsVacant,
        End::Acting => Label::EndsActing,
        End::Short => Label::EndsShort,
        End::SurplusShrinks => Label::EndsInSurplus,
        End::OutsideScope => Label::EndsOutside,
        End::NoPlace => Label::EndsNowhere,
    }
}

/// The post filled; each move; the place that stays free.
fn rows_of(state: &State, chain: &Chain, count: &mut HashMap<(PositionIx, bool), u32>) -> Vec<Row> {
    let mut number = |post: PositionIx, is_end: bool| {
        let count = count.entry((post, is_end)).or_insert(0);
        *count += 1;
        *count
    };
    let head = chain.head();
    let moves = Cell::Counted(chain.links.len(), Label::Moves);
    let cells = vec![Cell::Post(head), began(state, chain), Cell::Blank, Cell::Blank, moves];
    let stem = Row { id: RowId::Place(head, number(head, false)), cells };
    let end = chain.end().map(|end| {
        let (id, place) = match (chain.last(), chain.links.last()) {
            (Some(post), _) => (RowId::Left(post, number(post, true)), Cell::All(vec![Cell::Post(post), heads(state, post)])),
            (None, Some(link)) => (RowId::Verdict(link.who, 0), Cell::Blank),
            (None, None) => (RowId::Line(0), Cell::Blank),
        };
        Row { id, cells: vec![Cell::Word(said(end)), place] }
    });
    let full = |mut row: Row| {
        row.cells.resize(6, Cell::Blank);
        row
    };
    std::iter::once(stem).chain(chain.links.iter().map(|link| of_link(state, link))).chain(end).map(full).collect()
}

/// Holders of the need, after the plan.
fn heads(state: &State, post: PositionIx) -> Cell {
    Cell::Heads(state.desk.placement.heads(post), state.desk.grounds().projection.need[post.at()])
}

/// What was there before the first move.
fn began(state: &State, chain: &Chain) -> Cell {
    let head = chain.head();
    match chain.course {
        Course::Cycle if chain.links.len() == 2 => Cell::Word(Label::Swap),
        Course::Cycle => Cell::Word(Label::Ring),
        Course::Chain(Start::Vacancy, _) => {
            let days = state.desk.grounds().vacant_days(head);
            let vacant = days.and_then(|days| usize::try_from(days).ok());
            let vacant = vacant.map_or(Cell::Word(Label::Vacant), |days| Cell::Counted(days, Label::DaysOfVacancy));
            Cell::All(vec![Cell::Grade(head), vacant])
        }
        Course::Chain(Start::Shortage, _) => Cell::Word(Label::ShortOfNeed),
        Course::Chain(Start::Surplus, _) => Cell::Missing(Label::BeyondNeed),
    }
}

fn of_link(state: &State, link: &Link) -> Row {
    let grounds = state.desk.grounds();
    let class = match (grounds.people[link.who.at()].class, grounds.facts.positions[link.to.at()].class) {
        (Some(from), Some(to)) => Cell::Moved(from.into(), to.into(), Better::Neither),
        _ => Cell::Blank,
    };
    let cells = vec![
        Cell::Person(link.who),
        link.from.map_or(Cell::Missing(Label::NoPost), Cell::Post),
        Cell::Change(state.desk.score_change(link.who, link.to)),
        Cell::Cost(link.who, link.to),
        Cell::Kind(kind(state, link.who, link.to)),
        class,
    ];
    Row { id: RowId::Pair(link.who, link.to), cells }
}
