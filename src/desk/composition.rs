//! The core's plan: composed, proved, and told as people and posts.
use super::staffing::{Placed, Staffing};
use super::ties::Ties;
use super::{Desk, Foundation, conflicts};
use crate::matching::branching::Proof;
use crate::matching::pricing::{self, Tight};
use crate::matching::ties::unique;
use crate::matching::{Control, Problem, ProblemError, SolveError};
use crate::model::plan::Plan;
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::plan::Overrides;
use crate::rules::{Exclusion, RuleId};
use std::collections::BTreeMap;
use std::thread;

/// Why the core does not move someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// A rule that looks at the person alone, or stands in the way of every post.
    Rule(RuleId),
    /// A condition beside the rules.
    Exclusion(Exclusion),
    /// No post is lawful and open.
    NoLawfulPost,
    /// Pinned.
    Pinned,
}

impl From<Result<RuleId, Exclusion>> for LeftOut {
    fn from(obstacle: Result<RuleId, Exclusion>) -> Self {
        match obstacle {
            Ok(rule) => Self::Rule(rule),
            Err(exclusion) => Self::Exclusion(exclusion),
        }
    }
}

impl LeftOut {
    /// Its name in JSON.
    pub fn code(&self) -> String {
        match self {
            Self::Rule(rule) => rule.to_string(),
            Self::Exclusion(exclusion) => match exclusion {
                Exclusion::Jpt => "jpt",
                Exclusion::Demotion => "demotion",
                Exclusion::Teacher => "teacher",
                Exclusion::HealthWorker => "health-worker",
                Exclusion::PartTime => "part-time",
                Exclusion::KeyStaff => "key-staff",
                Exclusion::TwoJabatan => "two-jabatan",
                Exclusion::Unmapped => "unmapped",
            }
            .to_owned(),
            Self::NoLawfulPost => "no-lawful-post".to_owned(),
            Self::Pinned => "pinned".to_owned(),
        }
    }
}

/// One move of the core's plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub who: EmployeeIx,
    /// From where; `None` from the tray or an unknown post.
    pub from: Option<PositionIx>,
    /// Where to.
    pub to: PositionIx,
    /// v(i, to) less all prices of the move, hundredths of a point.
    pub value: i64,
}

/// The core's plan with its proof.
#[derive(Debug)]
pub struct Composition {
    /// The problem it solves.
    pub staffing: Staffing,
    /// The plan.
    pub plan: Placed,
    /// The first optimal plan of the exported flow, which minds neither relatives nor a limit on moves.
    pub optimum: Placed,
    /// Objective of the plan.
    pub objective: i64,
    /// Optimum of the exported flow: without the limit on moves and conflict pairs.
    pub relaxed: i64,
    /// Best proven upper bound of the full problem.
    pub bound: i64,
    /// Price per move that the limit put on top (0 without one).
    pub price_per_move: i64,
    /// The limit on moves, where it took something away.
    pub limit: Option<usize>,
    /// What proves the bound, where branching did.
    pub proof: Option<Proof>,
    /// Its moves, by NIP.
    pub moves: Vec<Move>,
    /// How many people were left out, by reason.
    pub left_out: BTreeMap<LeftOut, Vec<EmployeeIx>>,
}

/// Why there is no composition.
#[derive(Debug)]
pub enum ComposeError {
    /// Values too large to be summed.
    Problem(ProblemError),
    /// The pins (and the people who can only stay) cannot hold together.
    Infeasible {
        /// The people concerned.
        employees: Vec<EmployeeIx>,
        /// The posts they share.
        posts: Vec<PositionIx>,
    },
    /// Even the plan with the fewest moves has more than the limit.
    Limit {
        /// The fewest moves any plan has.
        fewest: usize,
    },
    /// Cancelled.
    Cancelled,
    /// The checker found something else than the solver: a fault of this program.
    Unproved,
}

impl Composition {
    /// Composes the best plan under pins, bans and overrides, with at most `max_moves` moves.
    ///
    /// # Errors
    /// [`ComposeError`].
    pub fn of(
        base: &Foundation,
        plan: &Plan,
        overrides: &Overrides,
        max_moves: Option<usize>,
        control: &Control<'_>,
    ) -> Result<Self, ComposeError> {
        let staffing = Staffing::of(base, plan, overrides).map_err(ComposeError::Problem)?;
        Self::solve(base, staffing, max_moves, control)
    }

    /// Solves a problem already built.
    ///
    /// # Errors
    /// [`ComposeError`].
    pub fn solve(
        base: &Foundation,
        staffing: Staffing,
        max_moves: Option<usize>,
        control: &Control<'_>,
    ) -> Result<Self, ComposeError> {
        let fault = |error| from_solve_error(&staffing, error);
        let (frame, rows) = (&staffing.frame, &staffing.rows);
        // Measured: choosing among the best plans takes a fifth of the time, a proof some more.
        let first = Control { progress: &control.part(0, 750), ..*control };
        let mut priced = pricing::solve_rows(frame, rows, staffing.pairs, &staffing.home, &first).map_err(fault)?;
        let Tight { problem: tight, solution } = &priced.tight(rows).map_err(fault)?;
        let ties = Ties::of(&base.grounds, &staffing);
        let owner: Vec<u32> = (0..tight.employees()).flat_map(|row| tight.row(row).map(move |_| row as u32)).collect();
        let tie = |arc: u32| ties.of_pair(owner[arc as usize] as usize, tight.post_of(arc as usize));
        let stay = stay_in(tight, &staffing.home);
        let rest = Control { progress: &control.part(750, 1000), ..*control };
        // The bound that the prices prove over every lawful pair, recomputed from scratch: on another core meanwhile.
        let (unique, bound) = thread::scope(|scope| {
            let bound = scope.spawn(|| staffing.bound(&solution.prices));
            (unique(tight, solution, &stay, &tie, &rest), bound.join())
        });
        let unique = unique.map_err(fault)?;
        let relaxed = unique.objective;
        if unique.prices != solution.prices || !bound.is_ok_and(|bound| bound == i128::from(relaxed)) {
            return Err(ComposeError::Unproved);
        }
        let optimum = Placed::of(tight, unique);
        let found = conflicts::answer(base, &staffing, &mut priced, &optimum, max_moves, &ties, control).map_err(fault)?;
        let plan = found.plan;
        let objective = staffing.objective(&plan.choice).ok_or(ComposeError::Unproved)?;
        let moves = moves_of(base, &staffing, &plan.choice);
        let left_out = left_out_of(&staffing);
        let (bound, price_per_move, limit, proof) = (found.bound, found.price_per_move, found.limit, found.proof);
        Ok(Self { staffing, plan, optimum, objective, relaxed, bound, price_per_move, limit, proof, moves, left_out })
    }

    /// bound − objective; 0 proves the plan optimal.
    pub const fn gap(&self) -> i64 {
        self.bound - self.objective
    }
}

impl Desk {
    /// The best plan possible under this plan's pins, bans and overrides.
    ///
    /// # Errors
    /// [`ComposeError`].
    pub fn compose(&self, max_moves: Option<usize>, control: &Control<'_>) -> Result<Composition, ComposeError> {
        Composition::of(&self.base, &self.plan, &self.overrides, max_moves, control)
    }
}

/// Per employee the arc of staying, where it is among the arcs.
pub(super) fn stay_in(problem: &Problem, home: &[u32]) -> Vec<u32> {
    let stay = |(employee, home): (usize, &u32)| {
        problem.row(employee).find(|arc| problem.post_of(*arc) == *home as usize).map_or(u32::MAX, |arc| arc as u32)
    };
    home.iter().enumerate().map(stay).collect()
}

pub(super) fn from_solve_error(staffing: &Staffing, error: SolveError) -> ComposeError {
    match error {
        SolveError::Infeasible { employees, posts } | SolveError::Short { employees, posts, .. } => ComposeError::Infeasible {
            employees: employees.iter().map(|at| staffing.employees[*at as usize]).collect(),
            posts: posts.iter().filter_map(|at| staffing.post_at(*at)).collect(),
        },
        SolveError::Limit { fewest } => ComposeError::Limit { fewest },
        SolveError::Cancelled => ComposeError::Cancelled,
        SolveError::NotOptimal => ComposeError::Unproved,
    }
}

fn moves_of(base: &Foundation, staffing: &Staffing, choice: &[(u32, i64)]) -> Vec<Move> {
    let moved = |(at, (node, value)): (usize, &(u32, i64))| {
        let who = staffing.employees[at];
        let to = (staffing.home[at] != *node).then(|| staffing.post_at(*node)).flatten()?;
        Some(Move { who, from: base.grounds.present(who), to, value: *value })
    };
    let mut moves: Vec<Move> = choice.iter().enumerate().filter_map(moved).collect();
    moves.sort_by_key(|it| base.grounds.facts.employees[it.who.at()].nip);
    moves
}

fn left_out_of(staffing: &Staffing) -> BTreeMap<LeftOut, Vec<EmployeeIx>> {
    let mut left_out: BTreeMap<LeftOut, Vec<EmployeeIx>> = BTreeMap::new();
    for (who, reason) in staffing.employees.iter().zip(&staffing.left_out) {
        if let Some(reason) = reason {
            left_out.entry(*reason).or_default().push(*who);
        }
    }
    left_out
}
