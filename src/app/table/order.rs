//! What rows are ordered by, and what a filter looks at.
use super::{Cell, Move};
use crate::app::State;
use crate::app::carry::Cost;
use crate::metrics::permille;
use std::cmp::Ordering;

/// Which way a number gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither.
    Neither,
}

/// What a cell counts as in an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
    /// Nothing: last, whichever way.
    Nothing,
}

/// Sorts by keys; rows with the same one stay as they were.
pub(super) fn sort(rows: &mut Vec<usize>, is_falling: bool, key: &dyn Fn(usize) -> Key) {
    let mut keyed: Vec<(Key, usize)> = rows.iter().map(|at| (key(*at), *at)).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Key::Nothing, Key::Nothing) => Ordering::Equal,
        (Key::Nothing, _) => Ordering::Greater,
        (_, Key::Nothing) => Ordering::Less,
        _ if is_falling => b.cmp(a),
        _ => a.cmp(b),
    });
    *rows = keyed.into_iter().map(|(_, at)| at).collect();
}

/// What a cell counts as in an order.
pub fn key(state: &State, cell: &Cell) -> Key {
    let number = |number: Option<i64>| number.map_or(Key::Nothing, Key::Number);
    match cell {
        Cell::Number(it) | Cell::Surplus(it) | Cell::Points(it) | Cell::Days(it) | Cell::Months(it) => Key::Number(*it),
        Cell::Moved(_, to, _) | Cell::Share(_, to) | Cell::Fraction(_, to) => Key::Number(*to),
        // The worst filled first or last, whatever the size.
        Cell::Heads(heads, need) if *heads + *need > 0 => Key::Number(permille(*heads, *need)),
        Cell::Bar(part, whole) => number((*whole > 0).then(|| part * 1000 / whole)),
        Cell::Change(change) => number(*change),
        Cell::Level(held, asked) => number(held.zip(*asked).map(|(held, asked)| i64::from(held) - i64::from(asked))),
        Cell::Date(date) | Cell::Changed(_, date) => Key::Text(date.to_string()),
        Cell::Entry(sequence) | Cell::When(sequence) => number(i64::try_from(*sequence).ok()),
        Cell::Box(it) | Cell::Advice(it) => number(it.number.map(i64::from)),
        Cell::Cost(who, post) => match state.price(*who, *post) {
            Cost::Is(cost) => Key::Number(cost),
            Cost::Pending | Cost::Never => Key::Nothing,
        },
        Cell::Grade(post) => {
            let position = &state.desk.grounds().facts.positions[post.at()];
            let grade = position.grade();
            let rank = grade.map(|grade| (i64::from(grade.level().0), position.echelon.map_or(99, |echelon| echelon.code())));
            number(rank.map(|(level, echelon)| 100 * level - i64::from(echelon)))
        }
        Cell::Kind(Move::Unknown) => Key::Nothing,
        Cell::Kind(kind) => Key::Number(*kind as i64),
        Cell::By(source) => Key::Number(*source as i64),
        // Lawful first, then by what stands in the way most.
        Cell::Sign(None) => Key::Number(0),
        Cell::Sign(Some(verdict)) | Cell::Verdict(verdict) => {
            let weight = if verdict.blocks() { 100 } else { 50 };
            Key::Number(weight - verdict.severity as i64)
        }
        Cell::All(cells) => cells.first().map_or(Key::Nothing, |first| key(state, first)),
        Cell::Counted(count, _) => number(i64::try_from(*count).ok()),
        Cell::Blank
        | Cell::CutAgain
        | Cell::FillAgain(_)
        | Cell::FillFromAbove
        | Cell::Awaited
        | Cell::Heads(..)
        | Cell::Ahead
        | Cell::Reached
        | Cell::Missing(_) => Key::Nothing,
        Cell::Decided(_) | Cell::Fate(_) => Key::Nothing,
        Cell::Rule(rule) => Key::Number(rule.order()),
        Cell::Lock(lock) => Key::Text(lock.to_string()),
        Cell::Word(label) => Key::Number(*label as i64),
        Cell::Person(who) => Key::Number(state.alphabet.person(*who).into()),
        Cell::Unit(unit) => Key::Number(state.alphabet.unit(*unit).into()),
        // Posts of one name by their units.
        Cell::Post(post) => {
            let unit = state.desk.grounds().facts.position_unit[post.at()].map_or(0, |unit| 1 + state.alphabet.unit(unit));
            Key::Number(i64::from(state.alphabet.post(*post)) << 32 | i64::from(unit))
        }
        Cell::Nip(_) | Cell::Unlisted(_) | Cell::Text(_) => Key::Text(words(state, cell).to_lowercase()),
    }
}

/// The names in a cell, for a filter.
pub fn words(state: &State, cell: &Cell) -> String {
    let facts = &state.desk.grounds().facts;
    match cell {
        Cell::Person(who) => {
            let employee = &facts.employees[who.at()];
            format!("{} {}", employee.name, employee.nip)
        }
        Cell::Post(post) => {
            let unit = facts.position_unit[post.at()].map_or("", |unit| facts.units[unit.at()].name.as_str());
            format!("{} {unit}", facts.positions[post.at()].name)
        }
        Cell::Grade(post) => {
            let position = &facts.positions[post.at()];
            position.echelon.map(|it| it.to_string()).or(position.jenjang.map(|it| it.to_string())).unwrap_or_default()
        }
        Cell::Unit(unit) => facts.units[unit.at()].name.clone(),
        Cell::Sign(Some(verdict)) | Cell::Verdict(verdict) => verdict.rule.to_string(),
        Cell::Rule(rule) => rule.to_string(),
        Cell::Entry(sequence) => {
            let people = state.entry(*sequence).and_then(|entry| entry.action.people()).unwrap_or_default();
            let known = people.iter().filter_map(|nip| facts.employee(nip));
            known.map(|who| facts.employees[who.at()].name.as_str()).collect::<Vec<_>>().join(" ")
        }
        Cell::Unlisted(nip) => nip.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::All(cells) => cells.iter().map(|cell| words(state, cell)).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}
