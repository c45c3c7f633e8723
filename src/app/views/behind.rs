//! What stands behind the figures of the strip, where no other view shows it: vacant posts, wishes, and what the law says.
use super::unit::of_posts;
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::table::{Cell, Column, Row, RowId, Rows, Section};
use crate::metrics::rank_served;
use crate::model::{EmployeeIx, Placement, PositionIx, WishTarget};
use crate::rules::{Scope, Verdict};

const fn kind(title: Label, content: fn(&State, Option<RowId>) -> Content) -> Kind {
    Kind { title, command: None, about: about_nothing, content, enter: card, detail: no_detail }
}

/// Structural posts without a holder, and those that the plan fills.
pub static VACANT: Kind = kind(Label::VacantPosts, vacant);
/// Who wishes for what, and has it.
pub static WISHES: Kind = Kind { detail: wished_in_full, ..kind(Label::WishesServed, wishes) };
/// What the law forbids in the plan.
pub static BLOCKED: Kind = kind(Label::BlockedBy, blocked);
/// What it wants to be looked at.
pub static WARNINGS: Kind = kind(Label::WarnedOf, warnings);

fn vacant(state: &State, _: Option<RowId>) -> Content {
    let (desk, projection) = (&state.desk, &state.desk.grounds().projection);
    let is_filled = |post: &PositionIx| {
        let position = &desk.grounds().facts.positions[post.at()];
        let was_vacant = projection.holders[post.at()] == 0 && projection.need[post.at()] > 0;
        position.is_structural() && was_vacant && desk.placement.heads(*post) > 0
    };
    let filled: Vec<PositionIx> = desk.grounds().posts_in_scope().filter(is_filled).collect();
    let section = |title, posts: &[PositionIx], empty| Section { title: Some(title), ..of_posts(state, posts, empty) };
    Content {
        facts: Vec::new(),
        sections: vec![
            section(Label::StillVacant, state.places.vacancies(), Label::NoVacancy),
            section(Label::FilledByPlan, &filled, Label::NothingFilled),
        ],
    }
}

/// Those who wait come first.
fn wishes(state: &State, _: Option<RowId>) -> Content {
    let grounds = state.desk.grounds();
    let wishes_something = |who: &EmployeeIx| {
        let person = &grounds.facts.people[who.at()];
        person.asks_to_stay || !person.wishes.is_empty()
    };
    let mut wishers: Vec<(bool, EmployeeIx)> = grounds
        .everyone()
        .filter(|who| grounds.projection.standing[who.at()].seat().is_some() && wishes_something(who))
        .map(|who| (is_served(state, &state.desk.placement, who), who))
        .collect();
    wishers.sort_unstable_by_key(|(is_served, who)| (*is_served, state.alphabet.person(*who)));
    let columns = vec![
        Column::words(Label::Name, 16, 30, 0),
        Column::words(Label::Wished, 18, 70, 0),
        Column::words(Label::Position, 14, 40, 2),
        Column::words(Label::Before, 6, 7, 1),
        Column::words(Label::Now, 5, 7, 0),
        Column::figures(Label::Order, 6, 3),
    ];
    let rows = Rows::looked(wishers.into_iter().map(|(_, who)| RowId::Person(who)).collect(), wisher);
    Content { facts: Vec::new(), sections: vec![Section { title: None, columns, rows, empty: Label::NobodyWishes }] }
}

/// The wishes in full: a column has room for one.
fn wished_in_full(state: &State, row: RowId) -> Vec<(Label, Cell)> {
    row.person().map(|who| (Label::Wished, wished(state, who))).into_iter().collect()
}

fn wished(state: &State, who: EmployeeIx) -> Cell {
    let person = &state.desk.grounds().facts.people[who.at()];
    if person.asks_to_stay {
        return Cell::Word(Label::AsksToStay);
    }
    let target = |target| match target {
        Some(WishTarget::Position(post)) => Cell::Post(post),
        Some(WishTarget::Unit(unit)) => Cell::Unit(unit),
        None => Cell::Missing(Label::UnknownPost),
    };
    Cell::All(person.wishes.iter().map(|wish| target(wish.target)).collect())
}

/// As the figure counts it.
fn is_served(state: &State, placement: &Placement, who: EmployeeIx) -> bool {
    let grounds = state.desk.grounds();
    if grounds.facts.people[who.at()].asks_to_stay {
        return placement.target(who).is_none();
    }
    rank_served(grounds, placement, who).is_some()
}

fn wisher(state: &State, row: RowId) -> Vec<Cell> {
    let Some(who) = row.person() else { return Vec::new() };
    let grounds = state.desk.grounds();
    let person = &grounds.facts.people[who.at()];
    let word = |placement| Cell::Word(if is_served(state, placement, who) { Label::Served } else { Label::Open });
    let rank = rank_served(grounds, &state.desk.placement, who).filter(|_| !person.asks_to_stay);
    let seat = state.desk.placement.post(&grounds.projection, who);
    vec![
        Cell::Person(who),
        wished(state, who),
        seat.map_or(Cell::Missing(Label::NoPost), Cell::Post),
        word(state.desk.before().0),
        word(&state.desk.placement),
        rank.map_or(Cell::Blank, |rank| Cell::Number(rank.into())),
    ]
}

fn blocked(state: &State, _: Option<RowId>) -> Content {
    verdicts(state, Verdict::blocks, Label::NothingBlocked)
}

fn warnings(state: &State, _: Option<RowId>) -> Content {
    verdicts(state, Verdict::warns, Label::NothingWarned)
}

/// Verdicts of the plan by person, as the figures count them: without the steps still to be taken.
fn verdicts(state: &State, counts: fn(&Verdict) -> bool, empty: Label) -> Content {
    let mut found = state.desk.verdicts();
    found.retain(|(_, _, verdict)| verdict.scope != Scope::Gate && counts(verdict));
    found.sort_by_key(|(who, ..)| state.alphabet.person(*who));
    let row = |(at, (who, post, verdict)): (usize, &(EmployeeIx, PositionIx, Verdict))| {
        // Numbered person by person: a verdict on somebody else moves no selection.
        let earlier = found[..at].iter().rev().take_while(|(other, ..)| other == who).count();
        let cells = vec![Cell::Person(*who), Cell::Post(*post), Cell::Verdict(*verdict)];
        Row { id: RowId::Verdict(*who, u32::try_from(earlier).unwrap_or(u32::MAX)), cells }
    };
    let columns = vec![
        Column::words(Label::Name, 16, 28, 0),
        Column::words(Label::Position, 16, 40, 1),
        Column::words(Label::Rules, 30, 160, 0),
    ];
    let rows = found.iter().enumerate().map(row).collect();
    Content { facts: Vec::new(), sections: vec![Section { title: None, columns, rows, empty }] }
}
