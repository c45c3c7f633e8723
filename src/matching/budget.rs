//! A limit on moves, by one price per move (`lagrange`): the least bound over all prices is sought
//! by the secant between a plan with too many moves and one within the limit. Where no price gives exactly
//! B moves, the two plans next to the best price differ by cycles that may be taken one by one. What
//! then still misses is closed by leaving out the pairs that no better plan can use and [`branching`]
//! on the small rest; what even that leaves is reported as the gap.

use super::branching::{self, Proof};
use super::lagrange::{Point, Priced};
use super::problem::Problem;
use super::solution::{Control, Solution, SolveError};

pub use super::lagrange::moves;

/// The best plan found within a limit of moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limited {
    /// The plan, its objective counted without the price of a move. Its prices are those of the
    /// problem in which every move costs `price` more; with them and `price` anyone can recompute a bound
    /// ([`certificate::bound_within`](super::certificate::bound_within)): `bound` itself where `proof` is none.
    pub solution: Solution,
    /// No plan within the limit earns more. `bound − objective` is the gap; 0 proves the plan optimal.
    pub bound: i64,
    /// λ: what every move was charged on top.
    pub price: i64,
    /// Where branching found a better bound than one price gives: its proof
    /// ([`cover::bound`](super::branching::cover::bound)).
    pub proof: Option<Proof>,
}

/// A plan of at most `max_moves` moves, and how good any such plan could be. `stay` is per employee
/// the arc that means staying, or `u32::MAX` where he has none; such people are placed anyway, so
/// their moves neither count nor are charged.
///
/// # Errors
/// [`SolveError::Limit`] where every plan has more moves; infeasible, cancelled.
pub fn solve_within(problem: &Problem, stay: &[u32], max_moves: usize, control: &Control<'_>) -> Result<Limited, SolveError> {
    let stay = whole(problem, stay);
    let priced = Priced { problem, stay: &stay, control };
    let free = priced.cold(0)?;
    within(&priced, free, max_moves)
}

/// Like [`solve_within`], from an optimum without a limit.
///
/// # Errors
/// As there.
pub fn solve_within_from(
    problem: &Problem,
    stay: &[u32],
    max_moves: usize,
    free: &Solution,
    control: &Control<'_>,
) -> Result<Limited, SolveError> {
    let stay = whole(problem, stay);
    let priced = Priced { problem, stay: &stay, control };
    let free = priced.point(0, free.clone());
    within(&priced, free, max_moves)
}

fn whole(problem: &Problem, stay: &[u32]) -> Vec<u32> {
    let mut stay = stay.to_vec();
    stay.resize(problem.employees(), u32::MAX);
    stay
}

fn within(priced: &Priced<'_>, free: Point, limit: usize) -> Result<Limited, SolveError> {
    if free.moves <= limit {
        let bound = free.solution.objective;
        return Ok(Limited { solution: free.solution, bound, price: 0, proof: None });
    }
    let step = (priced.problem.magnitude() / 32).max(1);
    let (many, few) = priced.bracket(free, limit, step)?;
    let closed = priced.close(&many, &few, limit);
    drop((many, few));
    let mut found = Limited {
        bound: closed.bound,
        price: closed.price,
        proof: None,
        solution: Solution { choice: closed.choice.clone(), objective: closed.objective, prices: closed.prices.clone() },
    };
    if closed.bound > closed.objective
        && let Some(sharper) = branching::sharpen(priced.problem, priced.stay, limit, &closed, priced.control)?
    {
        (found.solution.choice, found.solution.objective) = (sharper.choice, sharper.objective);
        (found.bound, found.proof) = (sharper.bound, Some(sharper.proof));
    }
    Ok(found)
}
