//! The optimal plan behind [`LiveBest`](super::LiveBest): a live one where all pairs fit in memory beside
//! what re-optimising needs, one solved with made pairs where they do not.
use super::room::{self, FAR, Held};
use crate::desk::composition::{ComposeError, from_solve_error};
use crate::desk::staffing::{Placed, Staffing};
use crate::matching::live::{Carried, Edit, EditError, Live};
use crate::matching::{Control, SolveError, pricing, solve};

/// With more pairs than this the live plan would take more than some 150 MB.
pub(super) const MOST_PAIRS: usize = 3_000_000;

/// An optimal plan.
#[derive(Debug)]
pub(super) enum Core {
    /// Re-optimised around edits.
    Live(Box<Live>),
    /// Solved anew after them.
    Made(Placed),
}

/// What it would cost to have one person anywhere.
pub(super) enum Lifted {
    Live(Carried),
    /// The total without what the person is worth, and per post what room costs.
    Made(i64, Vec<i64>),
}

impl Lifted {
    /// The best total with the person on a node, worth that much there; none where no plan has that.
    pub fn total_at(&self, node: u32, value: i64) -> Option<i64> {
        match self {
            Self::Live(carried) => carried.total_at(node, value),
            Self::Made(rest, costs) => costs.get(node as usize).filter(|cost| **cost < FAR / 2).map(|cost| rest + value - cost),
        }
    }
}

impl Core {
    pub fn of(staffing: &Staffing, most_pairs: usize, control: &Control<'_>) -> Result<Self, ComposeError> {
        let fault = |error| from_solve_error(staffing, error);
        if staffing.pairs <= most_pairs {
            let problem = staffing.problem().map_err(ComposeError::Problem)?;
            let optimum = solve(problem, control).map_err(fault)?;
            return Ok(Self::Live(Box::new(Live::new(problem.clone(), &optimum).map_err(fault)?)));
        }
        let (frame, rows) = (&staffing.frame, &staffing.rows);
        let priced = pricing::solve_rows(frame, rows, staffing.pairs, &staffing.home, control).map_err(fault)?;
        Ok(Self::Made(Placed::of(&priced.tight, priced.solution)))
    }

    pub fn total(&self) -> i64 {
        match self {
            Self::Live(live) => live.objective(),
            Self::Made(placed) => placed.objective,
        }
    }

    /// Makes edits for good; false where the plan must be solved anew for them.
    pub fn apply(&mut self, staffing: &Staffing, edits: &[Edit], control: &Control<'_>) -> Result<bool, ComposeError> {
        match self {
            _ if edits.is_empty() => Ok(true),
            Self::Live(live) => {
                live.apply(edits, control).map_err(|error| fault(staffing, error))?;
                live.forget();
                Ok(true)
            }
            Self::Made(_) => Ok(false),
        }
    }

    /// The best total under edits that are taken back at once; none where no plan has them, or none is kept
    /// that could be edited.
    pub fn under(&mut self, staffing: &Staffing, edits: &[Edit], control: &Control<'_>) -> Result<Option<i64>, ComposeError> {
        let Self::Live(live) = self else { return Ok(None) };
        match live.apply(edits, control) {
            Ok(total) => {
                live.undo(1, control).map_err(|error| fault(staffing, error))?;
                Ok(Some(total))
            }
            Err(EditError::Solve(SolveError::Cancelled)) => Err(ComposeError::Cancelled),
            Err(_) => Ok(None),
        }
    }

    pub fn lift(&mut self, staffing: &Staffing, employee: u32, control: &Control<'_>) -> Result<Lifted, ComposeError> {
        match self {
            Self::Live(live) => {
                live.carry(employee, control).map(Lifted::Live).map_err(|error| from_solve_error(staffing, error))
            }
            Self::Made(placed) => {
                let held = Held { frame: &staffing.frame, rows: &staffing.rows, choice: &placed.choice };
                let costs = room::costs(&held, employee as usize, control).ok_or(ComposeError::Cancelled)?;
                Ok(Lifted::Made(placed.objective - placed.choice[employee as usize].1, costs))
            }
        }
    }
}

fn fault(staffing: &Staffing, error: EditError) -> ComposeError {
    match error {
        EditError::Solve(error) => from_solve_error(staffing, error),
        EditError::Problem(error) => ComposeError::Problem(error),
        EditError::NotLawful { .. } | EditError::Unknown { .. } | EditError::NothingToUndo { .. } => ComposeError::Unproved,
    }
}
