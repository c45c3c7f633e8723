//! What the solvers are given besides the problem, and what they return.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};

use thiserror::Error;

/// How far a solver is: `done` of `total` steps of work that it knows of now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub done: u64,
    /// Steps in sight; may change as the work becomes known.
    pub total: u64,
}

/// The caller's hand on a running solver.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Set by the caller, from any thread, to stop.
    pub cancelled: &'a AtomicBool,
    /// Told of progress, at most a few thousand times per solve.
    pub progress: &'a dyn Fn(Progress),
}

impl Control<'static> {
    /// Nobody watches and nobody cancels.
    pub fn unattended() -> Self {
        static NEVER: AtomicBool = AtomicBool::new(false);
        Self { cancelled: &NEVER, progress: &|_| {} }
    }
}

impl std::fmt::Debug for Control<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Control").field("cancelled", &self.cancelled).finish_non_exhaustive()
    }
}

impl Control<'_> {
    /// An error once the caller has cancelled.
    pub(super) fn check(&self) -> Result<(), SolveError> {
        if self.cancelled.load(Ordering::Relaxed) { Err(SolveError::Cancelled) } else { Ok(()) }
    }

    /// Progress of a part of the work that begins and ends at these thousandths of the whole: whatever the part says,
    /// the whole never goes back.
    pub fn part(&self, from: u64, to: u64) -> impl Fn(Progress) + use<'_> {
        let reached = Cell::new(from);
        move |Progress { done, total }| {
            let share = u128::from(to - from) * u128::from(done.min(total)) / u128::from(total.max(1));
            reached.set(reached.get().max(from + share as u64));
            (self.progress)(Progress { done: reached.get(), total: 1000 });
        }
    }

    pub(super) fn report(&self, done: u64, total: u64) {
        (self.progress)(Progress { done, total });
    }
}

/// The optimal dual: what one more place is worth at a post (`Y_p` of the contract) and in a unit
/// (`Z_u`), as charges.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prices {
    /// One charge per post.
    pub post: Vec<i64>,
    /// One charge per unit.
    pub unit: Vec<i64>,
}

/// An optimal plan with the prices that prove it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Per employee the arc taken, an index into all arcs of the problem.
    pub choice: Vec<u32>,
    /// Total value and rewards of the plan.
    pub objective: i64,
    /// Charges whose bound equals the objective.
    pub prices: Prices,
}

/// Why there is no solution.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SolveError {
    /// These employees may hold none but these posts, whose places (their own, or of their units, less
    /// what other posts of the units must hold) are fewer than the employees: Hall's condition fails, so no
    /// plan places everyone.
    #[error("{} people share {} posts that have too few places for them", employees.len(), posts.len())]
    Infeasible {
        /// The employees, ascending.
        employees: Vec<u32>,
        /// All posts they may hold, ascending.
        posts: Vec<u32>,
    },
    /// These posts and units must hold more people, by their minima, than can come to them: only these
    /// employees may hold one of the posts, and other posts of the units add no more than their places.
    #[error("{} posts and {} units must hold more people than the {} who may come there", posts.len(), units.len(), employees.len())]
    Short {
        /// Everyone who may hold one of the posts, ascending.
        employees: Vec<u32>,
        /// The posts, ascending.
        posts: Vec<u32>,
        /// The units, ascending.
        units: Vec<u32>,
    },
    /// Even the plan with the fewest moves has more than the limit.
    #[error("every plan moves at least {fewest} people, more than the limit")]
    Limit {
        /// The fewest moves any plan has.
        fewest: usize,
    },
    /// The given plan is no plan of this problem, or its prices do not prove it.
    #[error("the plan to start from is not an optimal plan of this problem")]
    NotOptimal,
    /// The caller cancelled.
    #[error("cancelled")]
    Cancelled,
}
