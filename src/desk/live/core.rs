//! The optimal plan behind [`LiveBest`](super::LiveBest): a live one where all pairs fit in memory beside
//! what re-optimising needs, one that looks along made
//! pairs where they do not.
use super::room::{self, FAR, Held};
use crate::desk::composition::{ComposeError, from_solve_error};
use crate::desk::staffing::Staffing;
use crate::matching::curve::Curve;
use crate::matching::live::{Carried, Edit, EditError, Live};
use crate::matching::pricing::{self, Priced};
use crate::matching::rows::Replaced;
use crate::matching::{Control, SolveError, solve};
use std::collections::BTreeMap;

/// With more pairs than this the live plan would take more than some 150 MB.
pub(in crate::desk) const MOST_PAIRS: usize = 3_000_000;

/// An optimal plan.
#[derive(Debug)]
pub(super) enum Core {
    /// Re-optimised around edits.
    Live(Box<Live>),
    /// The same, where only the pairs that matter are kept.
    Made(Box<Made>),
}

/// The rows of people whom edits concern, in place of those of the problem.
type Own = BTreeMap<u32, Vec<(u32, i64)>>;

/// An optimal plan of made pairs.
#[derive(Debug, Clone)]
pub(in crate::desk) struct Made {
    priced: Priced,
    own: Own,
}

impl Made {
    /// The best plan with the rows that edits leave, and the rows of all whom edits concern.
    fn under(&self, staffing: &Staffing, edits: &[Edit], control: &Control<'_>) -> Result<Self, SolveError> {
        let (mut own, mut priced) = (self.own.clone(), self.priced.clone());
        own.extend(edits.iter().filter_map(row_of));
        let changed: Vec<u32> = edits.iter().filter_map(row_of).map(|row| row.0).collect();
        priced.follow(&Replaced { rows: &staffing.rows, own: &own }, &changed, control)?;
        Ok(Self { priced, own })
    }

    /// The value of every number of moves, with about as many plans as `points`. `home` is per row the node of staying.
    ///
    /// # Errors
    /// [`SolveError::Cancelled`].
    pub fn curve(
        &mut self,
        staffing: &Staffing,
        home: &[u32],
        points: usize,
        control: &Control<'_>,
    ) -> Result<Curve, SolveError> {
        self.priced.curve(&Replaced { rows: &staffing.rows, own: &self.own }, home, points, control)
    }
}

/// Who has which row by an edit of one.
fn row_of(edit: &Edit) -> Option<(u32, Vec<(u32, i64)>)> {
    match edit {
        Edit::Row { employee, pairs } => Some((*employee, pairs.clone())),
        Edit::PinAt { employee, post, value } => Some((*employee, vec![(*post, *value)])),
        _ => None,
    }
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
        Ok(Self::Made(Box::new(Made { priced, own: Own::new() })))
    }

    pub fn total(&self) -> i64 {
        match self {
            Self::Live(live) => live.objective(),
            Self::Made(made) => made.priced.objective(),
        }
    }

    /// Makes edits for good.
    pub fn apply(&mut self, staffing: &Staffing, edits: &[Edit], control: &Control<'_>) -> Result<(), ComposeError> {
        match self {
            _ if edits.is_empty() => {}
            Self::Live(live) => {
                live.apply(edits, control).map_err(|error| fault(staffing, error))?;
                live.forget();
            }
            Self::Made(made) => {
                **made = made.under(staffing, edits, control).map_err(|error| from_solve_error(staffing, error))?
            }
        }
        Ok(())
    }

    /// The best total under edits that are taken back at once; none where no plan has them.
    pub fn under(&mut self, staffing: &Staffing, edits: &[Edit], control: &Control<'_>) -> Result<Option<i64>, ComposeError> {
        let live = match self {
            Self::Live(live) => live,
            Self::Made(made) => {
                return match made.under(staffing, edits, control) {
                    Ok(made) => Ok(Some(made.priced.objective())),
                    Err(SolveError::Cancelled) => Err(ComposeError::Cancelled),
                    Err(_) => Ok(None),
                };
            }
        };
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
            Self::Made(made) => {
                let Made { priced, own } = &**made;
                let choice: Vec<(u32, i64)> = (0..staffing.employees.len() as u32).map(|row| priced.held(row)).collect();
                let rows = Replaced { rows: &staffing.rows, own };
                let held = Held { frame: &staffing.frame, rows: &rows, choice: &choice };
                let costs = room::costs(&held, employee as usize, control).ok_or(ComposeError::Cancelled)?;
                Ok(Lifted::Made(priced.objective() - choice[employee as usize].1, costs))
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
