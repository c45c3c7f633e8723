//! The words of the views: titles, heads, cells. A view holds values; they are worded here when it is drawn.
mod cells;
mod labels;
mod talent;

pub use cells::{Tone, cell, short, tone};
pub use labels::{empty, label};

use crate::app::State;
use crate::app::table::RowId;
use crate::app::views::View;
use crate::text::Lang;
use crate::text::figures;
use crate::text::screen::{Word, person, post, unit, word};

/// The title of a view: what it is, what it is about, how many rows it has.
pub fn title(state: &State, view: &View) -> String {
    let lang = state.lang;
    let about = match view.about {
        Some(RowId::Person(who) | RowId::Pair(who, _)) => person(lang, &state.desk, who, state.is_masked),
        Some(RowId::Post(at)) => post(&state.desk, at),
        Some(RowId::Unit(at)) => unit(&state.desk, at),
        _ => String::new(),
    };
    let name = match view.about {
        Some(RowId::Entry(sequence)) => format!("{} ·", since(lang, sequence)),
        _ => label(lang, view.kind.title).to_owned(),
    };
    let table = &view.table;
    let total = figures::count(lang, table.total());
    let total = match view.about {
        // Beside the number of an entry a bare count would be read as one.
        Some(RowId::Entry(_)) => format!("{total} {}", word(lang, Word::Items)),
        _ => total,
    };
    let name = match table.sections.len() {
        0 | 1 if table.query.is_empty() => format!("{name} {total}"),
        0 | 1 => format!("{name} {} {} {total}", figures::count(lang, table.shown()), word(lang, Word::Of)),
        _ => name,
    };
    if about.is_empty() { name } else { format!("{name} · {about}") }
}

/// What differs since an entry of the journal.
fn since(lang: Lang, sequence: u64) -> String {
    match lang {
        Lang::Id => format!("Selisih no. {sequence} dengan kini"),
        Lang::En => format!("From no. {sequence} to now"),
    }
}
