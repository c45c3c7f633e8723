//! What [`update`](super::update()) asks to be done outside.
use super::sought::Seek;
use crate::desk::acting::Appointment;
use crate::desk::composition::Composition;
use crate::desk::edit::Edit;
use crate::model::{EmployeeIx, PositionIx};
use std::sync::Arc;

/// Something to be done outside the state.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Ask the desk for an edit and write it.
    Edit(Edit),
    /// Write down who acts on a vacant post.
    Appoint(Appointment),
    /// Write the core's plan, with its certificate.
    Solve(Arc<Composition>),
    /// Take the last decision back.
    Undo,
    /// Take so many decisions back, to be where the plan was after an entry.
    GoBack(u64, usize),
    /// Let it count again.
    Redo,
    /// Compose the best plan on a worker, to be looked at.
    Compose,
    /// Look for the best chains of at most so many moves that fill a post, on a worker.
    Fill(PositionIx, usize),
    /// What is possible: the best total under the plan's pins, bans and permissions, on a worker.
    Follow,
    /// What a view shows and only a worker can tell.
    Seek(Seek),
    /// The exact best total for every target of a person, on a worker.
    Totals(EmployeeIx),
    /// Stop the worker.
    Cancel,
    /// Give a row to the clipboard of whoever sits before the terminal: a person, a post, or both.
    Copy(Option<EmployeeIx>, Option<PositionIx>),
    /// Switch the mouse on or off.
    Mouse(bool),
    /// Suspend the program.
    Suspend,
    /// Draw everything anew.
    Repaint,
}
