//! What the next moves buy: the value of the best plan of every number of moves
//! ([`matching::curve`](crate::matching::curve)), read from where a plan is.
use super::Desk;
use super::composition::ComposeError;
use super::live::core::Made;
use super::staffing::Staffing;
use crate::matching::curve::{Curve, curve};
use crate::matching::{Control, Problem, Solution, SolveError};
use crate::model::EmployeeIx;
use std::collections::HashSet;
use std::sync::Arc;

/// The best plan possible, from which the curve is worked out.
#[derive(Debug)]
pub struct Outlook {
    pub(super) field: Field,
    pub(super) movable: HashSet<EmployeeIx>,
}

/// What there is to choose from.
#[derive(Debug)]
pub(super) enum Field {
    /// All pairs, the arc of staying of everyone, and the optimum.
    Whole { problem: Box<Problem>, stay: Vec<u32>, optimum: Solution },
    /// Pairs that are made, with the optimum, and the node of staying of everyone.
    Made { made: Box<Made>, staffing: Arc<Staffing>, home: Vec<u32> },
}

impl Outlook {
    /// The curve, with about as many plans as `points`.
    ///
    /// # Errors
    /// [`ComposeError::Cancelled`].
    pub fn curve(self, points: usize, control: &Control<'_>) -> Result<Gains, ComposeError> {
        let found = match self.field {
            Field::Whole { problem, stay, optimum } => curve(&problem, &stay, &optimum, points, control),
            Field::Made { mut made, staffing, home } => made.curve(&staffing, &home, points, control),
        };
        let curve = found.map_err(|error| match error {
            SolveError::Cancelled => ComposeError::Cancelled,
            _ => ComposeError::Unproved,
        })?;
        Ok(Gains { curve, movable: self.movable })
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
