//! The matching core.

mod auction;
pub mod budget;
pub mod certificate;
mod difference;
pub mod dimacs;
mod dimacs_shape;
mod flow;
mod net;
pub mod problem;
mod repair;
mod search;
pub mod solution;
pub mod solver;
#[cfg(test)]
mod ssp;
pub mod targets;
#[cfg(test)]
mod tests;
pub mod ties;

pub use problem::{NO_UNIT, Problem, ProblemBuilder, ProblemError, Segment};
pub use solution::{Control, Prices, Progress, Solution, SolveError};
pub use solver::{solve, solve_from};
