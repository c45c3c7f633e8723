//! What the program tells, as a value: it gets its words when it is drawn, in the language, with the names
//! (or without) and the keys of that moment.
use super::command::{Id, Unavailable};
use super::keymap::Key;
use crate::desk::composition::ComposeError;
use crate::desk::edit::Refusal;
use crate::desk::fill::NoFilling;
use crate::model::plan::Action;
use crate::model::{EmployeeIx, Nip, PositionId, PositionIx};
use crate::store::journal::{Entry, JournalError, Torn};
use std::sync::Arc;

/// Something told.
#[derive(Clone, Debug)]
pub enum Told {
    /// A command cannot be used now.
    Unavailable(Unavailable),
    /// No command has this key.
    UnknownKey(Key),
    /// Nothing here to drop on.
    NoTarget,
    /// No target is lawful.
    NoLawfulTarget,
    /// No target but the one under the hand is lawful.
    NoOtherTarget,
    /// A digit beyond the ranked list.
    NoSuchRow,
    /// A click on a hint: a second one runs the command, said by what it does now.
    ClickAgain(Id),
    /// Going back takes so many decisions back; the key once more does it.
    GoBackAgain(u64, usize),
    /// So many decisions were taken back, to be where an entry was.
    WentBack(u64, usize),
    /// Somebody was put back.
    PutBack(EmployeeIx),
    /// So many were put back.
    PutBackMany(usize),
    /// So many are marked.
    Marked(usize),
    /// The desk refuses.
    Refused(Refusal),
    /// Somebody is appointed to act on a post.
    Appointed(Nip, PositionId),
    /// No chain fills a post; why.
    NoFilling(PositionIx, NoFilling),
    /// The chain is not cut: somebody who would fall back may not.
    NotCut(Refusal),
    /// A decision is on disk.
    Saved {
        /// When, as `10.42`.
        at: String,
        /// The decision, and those it takes back or repeats.
        entries: Vec<Entry>,
    },
    /// A decision could not be written.
    NotWritten(Arc<JournalError>),
    /// The core has no plan.
    NoPlan(Arc<ComposeError>),
    /// The core has nothing to change; the best is at most that far above.
    NothingBetter(i64),
    /// None of the core's proposals was chosen.
    NothingTaken,
    /// The core was stopped.
    Cancelled,
    /// Whoever keeps the best plan is gone.
    NoBest,
    /// A field is empty.
    FieldMissing,
    /// A NIP is none.
    NipExpected,
    /// A date is none.
    DateExpected,
    /// The program cannot be suspended here.
    CannotSuspend,
    /// The journal's last line is torn.
    Torn(Torn),
    /// Another program has the plan open; this one follows it.
    Followed(String),
    /// The workspace is thrown away at the end.
    ThrowAway,
    /// A row was given to the terminal's clipboard.
    Copied,
    /// Many keys and not one report of the mouse: this terminal may have none.
    NoMouseHeard,
    /// Something failed, as the system words it.
    Failed(String),
}

impl Told {
    /// The last decision of a journal, saved: with the entries it speaks of, and no others.
    pub fn saved(entries: &[Entry], at: String) -> Self {
        let mut told: Vec<Entry> = entries.last().cloned().into_iter().collect();
        while let Some(Action::Undo { entry } | Action::Redo { entry }) = told.last().map(|entry| &entry.action)
            && let Some(earlier) = entries.iter().find(|earlier| earlier.sequence == *entry)
        {
            told.push(earlier.clone());
        }
        Self::Saved { at, entries: told }
    }
}
