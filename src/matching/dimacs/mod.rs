//! The matching problem as a DIMACS minimum-cost flow (`p min`), so that any flow solver can check
//! this one: employees (supply 1) → posts → the sink, or → one unit → the sink; cost = −value;
//! parallel arcs are concave rewards.
//!
//! [`read`](read()) needs 12 bytes per arc and little else where each source's arcs stand together, since
//! the arcs as read become the rows of the problem where they lie; in any other order half as much again for a while.

mod fields;
mod flows;
mod read;
mod reason;
mod rows;
mod shape;
#[cfg(test)]
mod tests;
mod write;

use std::io::BufRead;

use super::problem::Problem;

pub use flows::{charges, write_flows};
pub use read::{Arcs, parse};
pub use reason::{DimacsError, Field, Reason};
pub use shape::Network;
pub use write::{Names, Numbering, Unnamed, write, write_rows};

/// Reads a file of the shape above, in any numbering and order of lines, with or without units;
/// anything else is refused with its line.
pub fn read(input: impl BufRead) -> Result<(Problem, Network), DimacsError> {
    parse(input)?.shape()
}
