//! What the next moves buy: the value of the best plan of every number of moves
//! ([`matching::curve`](crate::matching::curve)), read from where a plan is.
use super::Desk;
use super::composition::ComposeError;
use crate::matching::curve::{Curve, curve};
use crate::matching::{Control, Problem, Solution, SolveError};
use crate::model::EmployeeIx;
use std::collections::HashSet;

/// A problem with its optimum, from which the curve is worked out.
#[derive(Debug)]
pub struct Outlook {
    pub(super) problem: Problem,
    pub(super) stay: Vec<u32>,
    pub(super) optimum: Solution,
    pub(super) movable: HashSet<EmployeeIx>,
}

impl Outlook {
    /// The curve, with about as many plans as `points`.
    ///
    /// # Errors
    /// [`ComposeError::Cancelled`].
    pub fn curve(self, points: usize, control: &Control<'_>) -> Result<Gains, ComposeError> {
        let found = curve(&self.problem, &self.stay, &self.optimum, points, control).map_err(|error| match error {
            SolveError::Cancelled => ComposeError::Cancelled,
            _ => ComposeError::Unproved,
        })?;
        Ok(Gains { curve: found, movable: self.movable })
    }
}

/// What moves buy. Whoever is pinned elsewhere, or has no post to stay on, is placed and not counted as a move.
#[derive(Debug)]
pub struct Gains {
    curve: Curve,
    movable: HashSet<EmployeeIx>,
}

impl Gains {
    /// The moves of a plan that count here.
    pub fn moves_of(&self, desk: &Desk) -> usize {
        desk.placement.moves().filter(|(who, _)| self.movable.contains(who)).count()
    }

    /// What the best plan of so many moves more earns above the best plan of so many, hundredths of a point.
    pub fn next(&self, moves: usize, more: usize) -> i64 {
        self.curve.next(moves, more).unwrap_or(0)
    }

    /// The fewest moves that buy so many percent of all that moves can buy, as far as plans are known.
    pub fn moves_for(&self, percent: i64) -> Option<usize> {
        let (first, last) = self.curve.points().first().zip(self.curve.points().last())?;
        let aim =
            |total: i64| 100 * i128::from(total - first.total) >= i128::from(percent) * i128::from(last.total - first.total);
        (first.moves..=last.moves).find(|moves| self.curve.estimate(*moves).is_some_and(aim))
    }

    /// The moves of the best plan.
    pub fn most(&self) -> usize {
        self.curve.points().last().map_or(0, |last| last.moves)
    }
}
