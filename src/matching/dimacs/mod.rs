//! The matching problem as a DIMACS minimum-cost flow (`p min`), so that any flow solver can check
//! this one: employees (supply 1) → posts → the sink, or → one unit → the sink; cost = −value;
//! parallel arcs are concave rewards.

mod read;
mod shape;
#[cfg(test)]
mod tests;
mod write;

use std::io::BufRead;

use thiserror::Error;

use super::problem::Problem;

pub use read::{Arcs, parse};
pub use shape::Network;
pub use write::{Names, Numbering, Unnamed, write, write_rows};

/// Why a file is refused: the line (from 1; 0 where the file as a whole is meant) and what was
/// expected of it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {reason}")]
pub struct DimacsError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

pub(super) fn refuse<T>(line: usize, reason: impl Into<String>) -> Result<T, DimacsError> {
    Err(DimacsError { line, reason: reason.into() })
}

/// Reads a file of the shape above, in any numbering and order of lines, with or without units;
/// anything else is refused with its line.
pub fn read(input: impl BufRead) -> Result<(Problem, Network), DimacsError> {
    parse(input)?.shape()
}
