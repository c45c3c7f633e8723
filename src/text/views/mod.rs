//! The words of the views: titles, heads, cells. A view holds values; they are worded here when it is drawn.
mod cells;
mod labels;
mod talent;

pub use cells::{Tone, cell, short, tone};
pub use labels::{empty, label};

use crate::app::State;
use crate::app::table::RowId;
use crate::app::views::{Label, View};
use crate::text::figures;
use crate::text::screen::{Word, person, post, unit, word};

/// The title of a view: what it is, what it is about, how many rows it has.
pub fn title(state: &State, view: &View) -> String {
    let lang = state.lang;
    let about = match view.about {
        Some(RowId::Person(who) | RowId::Pair(who, _)) => person(lang, &state.desk, who, state.is_masked),
        Some(RowId::Post(at)) => post(&state.desk, at),
        Some(RowId::Unit(at)) => unit(&state.desk, at),
        Some(RowId::Entry(sequence)) => format!("{} {sequence}", label(lang, Label::EntryNumber)),
        _ => String::new(),
    };
    let name = label(lang, view.kind.title);
    let table = &view.table;
    let total = figures::count(lang, table.total());
    let name = match table.sections.len() {
        0 | 1 if table.query.is_empty() => format!("{name} {total}"),
        0 | 1 => format!("{name} {} {} {total}", figures::count(lang, table.shown()), word(lang, Word::Of)),
        _ => name.to_owned(),
    };
    if about.is_empty() { name } else { format!("{name} · {about}") }
}
