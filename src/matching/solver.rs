//! The solver: an auction for prices to start from, then exact repair.

use super::auction::Opening;
use super::certificate;
use super::flow::Flow;
use super::net::Net;
use super::opening;
use super::problem::Problem;
use super::repair::repair;
use super::solution::{Control, Prices, Solution, SolveError};

/// An optimal plan and the prices that prove it.
pub fn solve(problem: &Problem, control: &Control<'_>) -> Result<Solution, SolveError> {
    let net = Net::of(problem, &problem.arc_value);
    let opening = opening_for(problem, &net, control)?;
    let mut solution = finish(&net, opening, control)?;
    solution.objective = total(problem, &solution.choice);
    Ok(solution)
}

/// Like [`solve`], from prices and a plan that were optimal for a similar problem: the nearer they
/// are, the fewer augmentations are left to do.
pub fn solve_from(problem: &Problem, prices: &Prices, choice: &[u32], control: &Control<'_>) -> Result<Solution, SolveError> {
    let net = Net::of(problem, &problem.arc_value);
    let mut solution = finish(&net, Opening::near(&net, prices, choice), control)?;
    solution.objective = total(problem, &solution.choice);
    Ok(solution)
}

/// Prices and choices to start from, those of the problem without its minima: the auction knows none.
pub(super) fn opening_for(problem: &Problem, net: &Net<'_, i64>, control: &Control<'_>) -> Result<Opening, SolveError> {
    if problem.has_minima() {
        opening_of(&Net::without_minima(problem, net.arc_value), control)
    } else {
        opening_of(net, control)
    }
}

/// Prices and choices to start from where nothing is known.
pub(super) fn opening_of(net: &Net<'_, i64>, control: &Control<'_>) -> Result<Opening, SolveError> {
    let values = net.arc_value.iter().chain(net.segments.iter().map(|s| &s.1));
    let magnitude = values.map(|v| v.saturating_abs()).max().unwrap_or(0);
    opening::open(net, net, magnitude, control)
}

/// The optimum from any prices, but for the objective, which is left to be counted from the problem.
pub(super) fn finish(net: &Net<'_, i64>, opening: Opening, control: &Control<'_>) -> Result<Solution, SolveError> {
    let alone = |employee| SolveError::Infeasible { employees: vec![employee as u32], posts: Vec::new() };
    let other = opening.other.map(|price| Flow::round(net, price, &opening.choice, Vec::new()));
    let mut flow = Flow::round(net, opening.price, &opening.choice, opening.shortlists).map_err(alone)?;
    if let Some(Ok(other)) = other
        && 4 * other.misplaced() < flow.misplaced()
    {
        flow = other;
    }
    repair(net, &mut flow, control)?;
    let zero = flow.price[net.sink];
    let post = flow.price[..net.posts].iter().map(|p| p - zero).collect();
    let unit = flow.price[net.posts..net.sink].iter().map(|p| p - zero).collect();
    Ok(Solution { choice: flow.choice, objective: 0, prices: Prices { post, unit } })
}

/// The objective of a plan that is known to be one.
pub(super) fn total(problem: &Problem, choice: &[u32]) -> i64 {
    certificate::objective(problem, choice).unwrap_or(i64::MIN)
}
