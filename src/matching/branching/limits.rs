//! The last points of a limit on moves: pairs that no better plan can use are left out, which leaves
//! a small problem, and that is branched on.

use super::cover::{self, Claim};
use super::rest::Rest;
use super::search::{Start, Task, branch};
use super::{Conflicts, Decision, Leaf, Proof, Sieve};
use crate::matching::certificate;
use crate::matching::lagrange::Closed;
use crate::matching::problem::Problem;
use crate::matching::solution::{Control, SolveError};

/// Prices of the small problem are in this part of a unit, where its values leave room: one price per
/// move is a fraction, and rounding it costs more than what is left to close.
const SCALES: [i64; 4] = [4096, 256, 16, 1];
/// Parts solved at most, and pairs read at most over all of them.
const PARTS: usize = 400;
const WORK: usize = 20_000_000;

/// A plan, the bound that its proof proves, and the proof.
#[derive(Debug)]
pub(in super::super) struct Sharper {
    pub choice: Vec<u32>,
    pub objective: i64,
    pub bound: i64,
    pub proof: Proof,
}

/// A better plan or a better bound than `closed` has, with the proof; none where neither is found.
pub(in super::super) fn sharpen(
    problem: &Problem,
    stay: &[u32],
    limit: usize,
    closed: &Closed,
    control: &Control<'_>,
) -> Result<Option<Sharper>, SolveError> {
    let sieve = Sieve { floor: closed.objective, move_price: closed.price, prices: closed.prices.clone() };
    let slack = closed.bound - closed.objective - 1;
    let net = |employee: usize, arc: usize| {
        let is_move = stay[employee] != u32::MAX && stay[employee] as usize != arc;
        problem.value_of(arc) - closed.prices.post[problem.post_of(arc)] - if is_move { closed.price } else { 0 }
    };
    let top: Vec<i64> = (0..problem.employees()).map(|e| problem.row(e).map(|arc| net(e, arc)).max().unwrap_or(0)).collect();
    let keep = |employee: usize, arc: usize| top[employee] - net(employee, arc) <= slack;
    let small = SCALES.iter().find_map(|&scale| Some((scale, Rest::of(problem, stay, scale, &keep)?)));
    let Some((scale, rest)) = small else { return Ok(None) };
    let prices = rest.lower_prices(&closed.prices);
    let scaled = |list: Vec<i64>| list.into_iter().map(|price| price.saturating_mul(scale)).collect();
    let conflicts = Conflicts::default();
    let task = Task {
        problem: &rest.problem,
        stay: &rest.stay,
        limit: Some(limit as i64 - rest.moved as i64),
        conflicts: &conflicts,
        tie: &|_| 0,
        floor: Some(closed.objective * scale - rest.offset),
        parts: PARTS.min(WORK / (rest.problem.arcs() + rest.problem.posts() + 1)).max(1),
        scale,
        offset: rest.offset,
        control,
    };
    let start = Start {
        choice: rest.lower(&closed.choice),
        prices: crate::matching::Prices { post: scaled(prices.post), unit: scaled(prices.unit) },
        move_price: closed.price.saturating_mul(scale),
    };
    let found = branch(&task, start)?;
    let lift = |leaf: &Leaf| Leaf {
        decisions: leaf.decisions.iter().map(|it| lift_decision(&rest, it)).collect(),
        move_price: leaf.move_price,
        prices: rest.lift_prices(problem, &leaf.prices),
    };
    let proof = Proof { scale, sieve: Some(sieve), leaves: found.leaves.iter().map(lift).collect() };
    let claim = Claim { problem, stay, limit: Some(limit), conflicts: &conflicts };
    let choice = found.best.map_or_else(|| closed.choice.clone(), |(choice, _)| rest.lift(&choice));
    let objective = certificate::objective(problem, &choice).unwrap_or(closed.objective);
    // What counts is what the checker makes of the proof.
    let bound = cover::bound(&claim, &proof).max(i128::from(objective));
    let bound = i64::try_from(bound).unwrap_or(i64::MAX);
    let is_gain = objective > closed.objective || bound < closed.bound;
    Ok(is_gain.then_some(Sharper { choice, objective, bound, proof }))
}

fn lift_decision(rest: &Rest, it: &Decision) -> Decision {
    let mut posts: Vec<u32> = it.posts.iter().map(|&post| rest.post(post)).collect();
    posts.sort_unstable();
    Decision { employee: rest.person(it.employee), posts, is_on: it.is_on }
}
