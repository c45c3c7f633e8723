//! One plan among all optimal ones, the same on any machine and for any order of rows: fewest moves,
//! then the least sum of a number that the caller gives every arc (a hash of ids).
//!
//! By complementary slackness (Ahuja, Magnanti & Orlin 1993, section 9.4) the optimal plans are exactly
//! the flows on arcs of zero reduced cost with places of positive reduced gain filled and of negative
//! empty, for *any* optimal prices. A second minimum-cost flow on that small network chooses
//! among them; its two levels are folded into one 128-bit cost.

use rayon::prelude::*;

use super::certificate;
use super::flow::Flow;
use super::net::Net;
use super::problem::{NO_UNIT, Problem, Segment};
use super::repair::repair;
use super::solution::{Control, Prices, Solution, SolveError};
use super::solver::total;

/// A move outweighs any sum of ties: 2^30 people times 2^64 stay below it, and 2^30 moves below 2^127.
const MOVE: i128 = 1 << 96;

/// The optimal plan with the fewest moves, and among those the least sum over movers of `tie(arc)`.
/// `stay` is per employee the arc that means staying, or `u32::MAX` where he has none (then each of
/// his arcs counts as a move alike). Objective and prices are those of `solution`, which must be optimal.
pub fn unique(
    problem: &Problem,
    solution: &Solution,
    stay: &[u32],
    tie: &(dyn Fn(u32) -> u64 + Sync),
    control: &Control<'_>,
) -> Result<Solution, SolveError> {
    let proved = certificate::objective(problem, &solution.choice).map_err(|_| SolveError::NotOptimal)?;
    if i128::from(proved) != certificate::bound(problem, &solution.prices) || stay.len() != problem.employees() {
        return Err(SolveError::NotOptimal);
    }
    let tight = Tight::of(problem, solution, stay, tie);
    let net = tight.net(problem, &solution.prices);
    let prefer: Vec<u32> = solution.choice.iter().map(|&arc| problem.arc_post[arc as usize]).collect();
    let mut flow = Flow::round(&net, vec![0; net.sink + 1], &prefer, Vec::new()).map_err(|_| SolveError::NotOptimal)?;
    repair(&net, &mut flow, control)?;
    let choice: Vec<u32> = flow.choice.iter().map(|&at| tight.arcs[at as usize]).collect();
    let objective = total(problem, &choice);
    Ok(Solution { choice, objective, prices: solution.prices.clone() })
}

/// The arcs of zero reduced cost.
struct Tight {
    rows: Vec<u32>,
    /// Their indices in the whole problem.
    arcs: Vec<u32>,
    post: Vec<u32>,
    value: Vec<i128>,
}

impl Tight {
    fn of(problem: &Problem, solution: &Solution, stay: &[u32], tie: &(dyn Fn(u32) -> u64 + Sync)) -> Self {
        let net = |arc: usize| problem.value_of(arc) - solution.prices.post[problem.post_of(arc)];
        let row_of = |employee: usize| {
            let best = net(solution.choice[employee] as usize);
            let arcs: Vec<u32> = problem.row(employee).filter(|&arc| net(arc) == best).map(|arc| arc as u32).collect();
            // Hashing is what costs here, and most people have no choice.
            let stays = |arc: u32| arcs.len() == 1 || arc == stay[employee];
            let value = arcs.iter().map(|&arc| if stays(arc) { 0 } else { -MOVE - i128::from(tie(arc)) }).collect();
            (arcs, value)
        };
        let rows: Vec<(Vec<u32>, Vec<i128>)> = (0..stay.len()).into_par_iter().with_min_len(64).map(row_of).collect();
        let count = rows.iter().map(|row| row.0.len()).sum();
        let mut tight =
            Tight { rows: vec![0], arcs: Vec::with_capacity(count), post: Vec::new(), value: Vec::with_capacity(count) };
        for (arcs, value) in rows {
            tight.arcs.extend(arcs);
            tight.value.extend(value);
            tight.rows.push(tight.arcs.len() as u32);
        }
        tight.post = tight.arcs.iter().map(|&arc| problem.arc_post[arc as usize]).collect();
        tight
    }

    fn net<'a>(&'a self, problem: &Problem, prices: &Prices) -> Net<'a, i128> {
        let places = |node: usize| match node.checked_sub(problem.posts()) {
            None => {
                let unit = problem.unit_of(node);
                let charge = if unit == NO_UNIT { 0 } else { prices.unit[unit as usize] };
                split(problem.post_segments(node), problem.post_least(node), charge - prices.post[node])
            }
            Some(unit) => split(problem.unit_segments(unit), problem.unit_least(unit), -prices.unit[unit]),
        };
        let free = |node| Vec::from_iter(places(node).1.map(|width| (width, 0)));
        let mut net = Net::with_chains(problem, &self.rows, &self.post, &self.value, free);
        for node in 0..net.sink {
            net.forced[node] = places(node).0;
        }
        net
    }
}

/// Places that must be filled, and those that may be: by a minimum or as their reward is above what
/// they cost, and as it equals it.
fn split(segments: &[Segment], least: u64, cost: i64) -> (i64, Option<u32>) {
    let width =
        |keep: &dyn Fn(i64) -> bool| -> u64 { segments.iter().filter(|s| keep(s.reward)).map(|s| u64::from(s.width)).sum() };
    let must = width(&|reward| reward > cost).max(least);
    let free = width(&|reward| reward >= cost).saturating_sub(must).min(u64::from(u32::MAX)) as u32;
    (must as i64, (free > 0).then_some(free))
}
