//! Riwayat perubahan: who decided what and when, the newest first.
use super::{Content, Kind, Label, about_nothing, differs, no_detail};
use crate::app::State;
use crate::app::command::Id;
use crate::app::table::{Cell, Column, Row, RowId, Section};
use crate::model::History;
use crate::model::plan::Action;
use crate::store::journal::Entry;
use std::collections::HashSet;

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Journal, command: Some(Id::Journal), about: about_nothing, content, enter, detail: no_detail };

/// An entry opens what is otherwise since.
const fn enter(row: RowId) -> Option<(&'static Kind, RowId)> {
    match row {
        RowId::Entry(_) => Some((&differs::VIEW, row)),
        _ => None,
    }
}

fn content(state: &State, _: Option<RowId>) -> Content {
    let history = state.history();
    let counting: HashSet<u64> = history.counting().map(|(sequence, _)| sequence).collect();
    let row = |entry: &Entry| {
        let label = match entry.action {
            Action::Undo { .. } | Action::Redo { .. } => Cell::Blank,
            _ if counting.contains(&entry.sequence) => Cell::Word(Label::Counts),
            _ => Cell::Missing(Label::Undone),
        };
        let cells = vec![
            Cell::Number(i64::try_from(entry.sequence).unwrap_or(i64::MAX)),
            Cell::When(entry.sequence),
            Cell::Text(entry.actor.clone()),
            Cell::Entry(entry.sequence),
            label,
        ];
        Row { id: RowId::Entry(entry.sequence), cells }
    };
    let columns = vec![
        Column::figures(Label::EntryNumber, 5, 1),
        Column::words(Label::When, 18, 18, 0),
        Column::words(Label::Actor, 8, 20, 3),
        Column::words(Label::Decision, 24, 90, 0),
        Column::words(Label::Counting, 10, 16, 2),
    ];
    let rows = state.journal.iter().rev().map(row).collect();
    Content { facts: Vec::new(), sections: vec![Section { title: None, columns, rows, empty: Label::NoEntries }] }
}

impl State {
    /// What the journal's entries come to.
    pub fn history(&self) -> History {
        let mut history = History::default();
        for entry in &self.journal {
            history.push(entry.sequence, entry.action.clone());
        }
        history
    }

    /// An entry of the journal: they are numbered from 1, without gaps.
    pub fn entry(&self, sequence: u64) -> Option<&Entry> {
        self.journal.get(usize::try_from(sequence.checked_sub(1)?).ok()?)
    }
}
