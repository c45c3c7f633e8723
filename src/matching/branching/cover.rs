//! The checker of proofs by leaves. It shares nothing with the search: it reads decisions and prices.

use super::{Conflicts, Decision, Leaf, Proof, Sieve};
use crate::matching::certificate::{bound_within, places_bound};
use crate::matching::problem::Problem;

/// Beyond this, sums of hostile figures might not fit 128 bits.
const MOST_SCALE: i64 = 1 << 20;

/// What is proved about.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// Per employee the arc of staying, or `u32::MAX`.
    pub stay: &'a [u32],
    /// At most so many moves; none: any number.
    pub limit: Option<usize>,
    /// What plans may not hold.
    pub conflicts: &'a Conflicts,
}

/// Whether leaves leave no plan out: they are the ends of one tree whose every fork has both sides of
/// one decision.
pub fn covers(leaves: &[Leaf]) -> bool {
    let paths: Vec<&[Decision]> = leaves.iter().map(|leaf| leaf.decisions.as_slice()).collect();
    covers_from(&paths, 0)
}

fn covers_from(paths: &[&[Decision]], depth: usize) -> bool {
    let [first, rest @ ..] = paths else { return false };
    let Some(fork) = first.get(depth) else { return rest.is_empty() };
    let is_same = |path: &&[Decision]| path.get(depth).is_some_and(|it| it.employee == fork.employee && it.posts == fork.posts);
    if !paths.iter().all(is_same) {
        return false;
    }
    let (on, off): (Vec<&[Decision]>, Vec<&[Decision]>) = paths.iter().partition(|path| path[depth].is_on);
    covers_from(&on, depth + 1) && covers_from(&off, depth + 1)
}

/// The upper bound that a proof proves, of all plans within the limit that break no conflict:
/// `i128::MAX` where it proves nothing, `i128::MIN` where it proves that there is no such plan.
pub fn bound(claim: &Claim<'_>, proof: &Proof) -> i128 {
    let is_whole = claim.stay.len() == claim.problem.employees();
    if !is_whole || !(1..=MOST_SCALE).contains(&proof.scale) || !covers(&proof.leaves) {
        return i128::MAX;
    }
    let slack = proof.sieve.as_ref().map(|sieve| slack(claim, sieve));
    let most = proof.leaves.iter().map(|leaf| leaf_bound(claim, proof, slack, leaf)).max().unwrap_or(i128::MAX);
    proof.sieve.as_ref().map_or(most, |sieve| most.max(i128::from(sieve.floor)))
}

/// The reduced cost that no pair of a plan above the floor exceeds.
fn slack(claim: &Claim<'_>, sieve: &Sieve) -> i128 {
    let top = match claim.limit {
        Some(limit) => bound_within(claim.problem, &sieve.prices, claim.stay, sieve.move_price, limit),
        None => bound_within(claim.problem, &sieve.prices, claim.stay, 0, 0),
    };
    if top == i128::MAX { top } else { top - i128::from(sieve.floor) - 1 }
}

/// The bound of one leaf: of the pairs its decisions and the sieve leave, at its prices.
fn leaf_bound(claim: &Claim<'_>, proof: &Proof, slack: Option<i128>, leaf: &Leaf) -> i128 {
    let (problem, scale) = (claim.problem, i128::from(proof.scale));
    let is_priced = leaf.prices.post.len() == problem.posts() && leaf.prices.unit.len() == problem.units();
    if !is_priced || leaf.move_price < 0 || (leaf.move_price > 0 && claim.limit.is_none()) {
        return i128::MAX;
    }
    let rows = claim.conflicts.left(problem, &leaf.decisions);
    let mut total = i128::from(leaf.move_price) * claim.limit.unwrap_or(0) as i128;
    for (employee, &home) in claim.stay.iter().enumerate() {
        let best = |arcs: &mut dyn Iterator<Item = usize>| {
            let charge = |arc: usize| if home == u32::MAX || home as usize == arc { 0 } else { leaf.move_price };
            let net = |arc: usize| {
                let value = i128::from(problem.value_of(arc)) * scale - i128::from(charge(arc));
                value - i128::from(leaf.prices.post[problem.post_of(arc)])
            };
            let is_kept = sieved(claim, proof.sieve.as_ref(), slack, employee);
            arcs.filter(|&arc| is_kept(arc)).map(net).max()
        };
        let found = match rows.get(&(employee as u32)) {
            Some(row) => best(&mut row.iter().map(|&arc| arc as usize)),
            None => best(&mut problem.row(employee)),
        };
        let Some(most) = found else { return i128::MIN };
        total += most;
    }
    (total + places_bound(problem, &leaf.prices, scale)).div_euclid(scale)
}

/// Which arcs of an employee the sieve lets through.
fn sieved<'a>(
    claim: &'a Claim<'_>,
    sieve: Option<&'a Sieve>,
    slack: Option<i128>,
    employee: usize,
) -> Box<dyn Fn(usize) -> bool + 'a> {
    let (Some(sieve), Some(slack)) = (sieve, slack) else { return Box::new(|_| true) };
    let home = claim.stay[employee];
    let net = move |arc: usize| {
        let charge = if home == u32::MAX || home as usize == arc || claim.limit.is_none() { 0 } else { sieve.move_price };
        let price = sieve.prices.post.get(claim.problem.post_of(arc)).copied().unwrap_or(0);
        i128::from(claim.problem.value_of(arc)) - i128::from(charge) - i128::from(price)
    };
    let top = claim.problem.row(employee).map(net).max().unwrap_or(0);
    Box::new(move |arc| top - net(arc) <= slack)
}
