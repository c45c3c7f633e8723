//! Everything that can happen.
use super::filling::FillAnswer;
use super::hit::Place;
use super::ranks::{Answer, Question};
use super::sought::Found;
use super::told::Told;
use super::wake::Wake;
use crate::desk::Desk;
use crate::desk::composition::{ComposeError, Composition};
use crate::desk::live::Costs;
use crate::desk::preview::Target;
use crate::model::{EmployeeIx, PositionIx};
use crate::store::journal::Entry;
use crossterm::event::KeyEvent;
use std::sync::Arc;

/// One thing that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Pasted(String),
    /// The left button went down on something, at a cell.
    Pressed(Option<Place>, (u16, u16)),
    /// The pointer moved with the button held.
    Dragged(Option<Place>, (u16, u16)),
    /// The button was released.
    Released(Option<Place>),
    /// The right button went down.
    RightPressed,
    /// The wheel turned over something, by rows.
    Wheeled(Option<Place>, i32),
    /// The window changed its size.
    Resized(u16, u16),
    /// The window lost the focus.
    FocusLost,
    /// What the state waited for has come.
    Woke(Wake),
    /// A decision is on disk.
    Saved {
        /// The desk it led to.
        desk: Arc<Desk>,
        /// When, as `10.42`.
        at: String,
        /// Whether undo and redo are open.
        reversible: (bool, bool),
        /// The journal's entries that the state does not have yet.
        entries: Vec<Entry>,
    },
    /// A decision was refused, or could not be written; nothing changed.
    NotSaved(Told),
    /// The core is that far (done, total).
    Progress(u64, u64),
    /// The core composed the best plan, to be looked at.
    Composed {
        /// The version of the plan it was asked for.
        version: u64,
        /// The answer.
        answer: Result<Arc<Composition>, ComposeError>,
    },
    /// The chains that fill a post.
    Filled {
        /// The version of the plan it was asked for.
        version: u64,
        /// The post.
        post: PositionIx,
        /// At most so many moves.
        depth: usize,
        /// The answer.
        answer: FillAnswer,
    },
    /// What the best plan earns.
    Best {
        /// The problem it was asked for.
        problem: u64,
        /// Its total.
        answer: Result<i64, ComposeError>,
    },
    /// The best totals for a person carried.
    Totals {
        /// The problem they were asked for.
        problem: u64,
        /// Who.
        who: EmployeeIx,
        /// Biaya per post.
        costs: Costs,
    },
    /// Biaya of drops that move several people.
    Joint {
        /// The version of the plan they were asked for.
        version: u64,
        /// Who is carried.
        who: EmployeeIx,
        /// Where, and Biaya; `None` where no plan has them so.
        costs: Vec<(Target, Option<i64>)>,
    },
    /// A list, or what else it takes long to look up.
    Listed(Arc<Desk>, Question, Answer),
    /// What a view shows and only a worker could tell.
    Sought {
        /// The problem it was asked for.
        problem: u64,
        /// The answer.
        found: Found,
    },
}
