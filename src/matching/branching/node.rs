//! One part of all plans: what its flow earns at most, and where to split it.

use std::collections::BTreeMap;

use super::rest::Rest;
use super::search::Task;
use super::{Conflict, Decision};
use crate::matching::certificate;
use crate::matching::lagrange::{Point, Priced, moves};
use crate::matching::problem::{NO_UNIT, Problem};
use crate::matching::solution::{Prices, SolveError};
use crate::matching::solver::solve_from;
use crate::matching::ties::unique;

/// A part of all plans, solved without what no flow can say.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub decisions: Vec<Decision>,
    /// No plan of it earns more.
    pub bound: i64,
    /// Moves and sum of ties of its first plan, where its plans are ordered by them.
    pub rank: (usize, u128),
    pub move_price: i64,
    /// Of the whole problem.
    pub prices: Prices,
    /// The plan found, a start for the parts of this one.
    pub choice: Vec<u32>,
    /// What it earns, where it keeps the limit and breaks no conflict.
    pub objective: Option<i64>,
    /// Whom to split on, and the posts of the one side.
    pub split: Option<(u32, Vec<u32>)>,
}

/// Solves the part that decisions leave, warm from `near`.
pub(super) fn solve_part(task: &Task<'_>, decisions: Vec<Decision>, near: &Node) -> Result<Node, SolveError> {
    task.control.check()?;
    let rows = task.conflicts.left(task.problem, &decisions);
    let is_left =
        |employee: usize, arc: usize| rows.get(&(employee as u32)).is_none_or(|row| row.binary_search(&(arc as u32)).is_ok());
    let blank = Node {
        decisions,
        bound: i64::MIN,
        rank: (usize::MAX, u128::MAX),
        move_price: 0,
        objective: None,
        split: None,
        ..near.clone()
    };
    let Some(rest) = Rest::of(task.problem, task.stay, 1, &is_left) else { return Ok(blank) };
    let found = match task.limit {
        None => free_part(task, &rest, blank.clone(), near),
        Some(limit) => limited_part(task, &rest, limit, blank.clone(), near),
    };
    let mut node = match found {
        Err(error @ (SolveError::Infeasible { .. } | SolveError::Short { .. })) => return Ok(nobody(task, &rest, &error, blank)),
        other => other?,
    };
    node.bound = (node.bound + task.offset).div_euclid(task.scale) * task.scale - task.offset;
    if node.objective.is_none() {
        return Ok(node);
    }
    let post = |employee: u32| task.problem.post_of(node.choice[employee as usize] as usize) as u32;
    let broken = task.conflicts.broken(&post);
    if let Some(conflict) = broken.first() {
        node.objective = None;
        node.split = Some(fork(task, &rows, *conflict));
    } else if node.objective.is_some_and(|objective| objective >= node.bound) {
        node.split = None;
    }
    Ok(node)
}

/// The part's first optimal plan in the order of ties.
fn free_part(task: &Task<'_>, rest: &Rest, mut node: Node, near: &Node) -> Result<Node, SolveError> {
    let solution = solve_from(&rest.problem, &rest.lower_prices(&near.prices), &rest.lower(&near.choice), task.control)?;
    let one = unique(&rest.problem, &solution, &rest.stay, &|arc| (task.tie)(rest.arc(arc)), task.control)?;
    node.choice = rest.lift(&one.choice);
    node.bound = one.objective + rest.offset;
    node.objective = Some(node.bound);
    node.prices = rest.lift_prices(task.problem, &one.prices);
    let gone = |(arc, home): (&u32, &u32)| if arc == home { 0 } else { u128::from((task.tie)(*arc)) };
    node.rank = (moves(&node.choice, task.stay), node.choice.iter().zip(task.stay).map(gone).sum());
    Ok(node)
}

/// The part's bound within the limit by one price per move, and the best plan found on the way.
fn limited_part(task: &Task<'_>, rest: &Rest, limit: i64, mut node: Node, near: &Node) -> Result<Node, SolveError> {
    let priced = Priced { problem: &rest.problem, stay: &rest.stay, control: task.control };
    let start = priced.at(near.move_price, &rest.lower_prices(&near.prices), &rest.lower(&near.choice))?;
    let Some(room) = usize::try_from(limit - rest.moved as i64).ok() else {
        return beyond(task, rest, limit, node, &priced, &start);
    };
    let step = near.move_price / 64 + 1;
    let (many, few) = match priced.bracket(start.clone(), room, step) {
        Err(SolveError::Limit { .. }) => return beyond(task, rest, limit, node, &priced, &start),
        other => other?,
    };
    let closed = priced.close(&many, &few, room);
    node.choice = rest.lift(&closed.choice);
    (node.bound, node.objective) = (closed.bound + rest.offset, Some(closed.objective + rest.offset));
    (node.move_price, node.prices) = (closed.price, rest.lift_prices(task.problem, &closed.prices));
    node.split = closed.torn.map(|person| {
        let employee = rest.person(person);
        let home = task.stay[employee as usize] as usize;
        (employee, vec![task.problem.post_of(home) as u32])
    });
    Ok(node)
}

/// Every plan of the part has too many moves: the highest price says so.
fn beyond(
    task: &Task<'_>,
    rest: &Rest,
    limit: i64,
    mut node: Node,
    priced: &Priced<'_>,
    start: &Point,
) -> Result<Node, SolveError> {
    // Beyond any difference of two plans, as far as sums along a path of that many prices fit.
    let most = (1i64 << 58) / (rest.problem.posts() + rest.problem.units() + 2) as i64;
    let price = (4 * task.problem.magnitude() * (task.problem.employees() as i64 + 1) + 1).min(most);
    let top = priced.near(price, start)?;
    node.bound = top.solution.objective + rest.offset + top.price * (limit - rest.moved as i64 - top.moves as i64);
    node.move_price = top.price;
    node.prices = rest.lift_prices(task.problem, &top.solution.prices);
    Ok(node)
}

/// Who is split, and on which posts, so that neither side holds the conflict: the posts that one of
/// the two pairs excludes, the larger set first; on them that pair is gone, off them the other.
fn fork(task: &Task<'_>, rows: &BTreeMap<u32, Vec<u32>>, conflict: Conflict) -> (u32, Vec<u32>) {
    let side = |of: (u32, u32), by: (u32, u32)| {
        let row = rows.get(&of.0).map_or(&[][..], Vec::as_slice);
        let excluded = task.conflicts.excluded_by(by);
        let mut posts: Vec<u32> = row.iter().map(|&arc| task.problem.post_of(arc as usize) as u32).collect();
        posts.sort_unstable();
        posts.dedup();
        posts.retain(|&post| excluded.binary_search(&(of.0, post)).is_ok());
        (of.0, posts)
    };
    let (a, b) = (side(conflict.one, conflict.other), side(conflict.other, conflict.one));
    if a.1.len() >= b.1.len() { a } else { b }
}

/// A part without plans, with prices that prove it: along the ray that its obstacle gives, the bound
/// falls without end (Farkas), here until it is below what any plan can earn.
fn nobody(task: &Task<'_>, rest: &Rest, error: &SolveError, mut node: Node) -> Node {
    let problem = &rest.problem;
    let (up, posts, units) = match error {
        SolveError::Short { posts, units, .. } => (-1, posts.clone(), units.clone()),
        SolveError::Infeasible { posts, .. } => (1, posts.clone(), full_units(problem, posts)),
        _ => return node,
    };
    let mut prices = rest.lower_prices(&node.prices);
    let lowest = -4 * task.problem.magnitude() * (task.problem.employees() as i64 + 1) - 1;
    let far = certificate::bound(problem, &prices) - i128::from(lowest) + i128::from(rest.offset);
    let far = i64::try_from(far.max(0)).unwrap_or(i64::MAX).min(1 << 58);
    for post in posts {
        prices.post[post as usize] = prices.post[post as usize].saturating_add(up * far);
    }
    for unit in units {
        prices.unit[unit as usize] = prices.unit[unit as usize].saturating_add(up * far);
    }
    node.bound = i64::try_from(certificate::bound(problem, &prices)).unwrap_or(i64::MAX).saturating_add(rest.offset);
    node.prices = rest.lift_prices(task.problem, &prices);
    node
}

/// The units whose places, less what others must hold there, are fewer than those of the posts.
fn full_units(problem: &Problem, posts: &[u32]) -> Vec<u32> {
    let mut places = vec![0u64; problem.units()];
    let mut apart: Vec<u64> = vec![0; problem.units()];
    for post in 0..problem.posts() {
        let unit = problem.unit_of(post);
        if unit != NO_UNIT && posts.binary_search(&(post as u32)).is_ok() {
            places[unit as usize] += problem.post_capacity(post);
        } else if unit != NO_UNIT {
            apart[unit as usize] += problem.post_least(post);
        }
    }
    let is_full = |&unit: &usize| places[unit] > 0 && problem.unit_capacity(unit).saturating_sub(apart[unit]) < places[unit];
    (0..problem.units()).filter(is_full).map(|unit| unit as u32).collect()
}
