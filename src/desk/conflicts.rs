//! Relatives in the matching problem (R22): which pairs exclude each other, and the best plan that minds
//! them, and a limit on moves, with its proof.
//!
//! A line of command between two relatives is the core's doing where one of them is moved into it: not
//! where both stay as they are, where the mover is pinned, or where the rule is overridden for his move.
use super::Foundation;
use super::staffing::{Node, Placed, Staffing};
use super::ties::Ties;
use crate::matching::branching::{self, Conflict, Conflicts, Pair, Proof, Start, Task, cover};
use crate::matching::order::{Order, Ordered};
use crate::matching::rows::Rows;
use crate::matching::{Control, Problem, Solution, SolveError, budget, certificate, solve};
use crate::model::{EmployeeIx, Facts, PositionIx, UnitIx};
use crate::rules::plan::{Overrides, heads_by_unit};
use crate::rules::{Aspect, RuleId, Severity};
use rayon::prelude::*;
use std::collections::HashMap;

/// Parts of the plans that are solved at most before the search ends with a gap.
const PARTS: usize = 1000;
/// Fewer where a limit on moves has to be kept as well: each part is then some ten flows.
const PARTS_WITHIN: usize = 100;

/// One thing a person may do: hold a post by one arc, or, for someone whom nothing moves, just sit there.
#[derive(Clone, Copy)]
struct Seat {
    /// Row and node in the problem; none for someone who is no source.
    pair: Option<Pair>,
    post: PositionIx,
    /// Moved there by the core, and not allowed to by an official.
    is_moved: bool,
}

struct Lines<'a> {
    facts: &'a Facts,
    /// Per post whether it heads its unit.
    is_head: Vec<bool>,
}

impl<'a> Lines<'a> {
    fn of(facts: &'a Facts) -> Self {
        let mut is_head = vec![false; facts.positions.len()];
        heads_by_unit(facts).into_values().flatten().for_each(|post| is_head[post.at()] = true);
        Self { facts, is_head }
    }

    /// Takes the pairs of seats in which the first commands the second.
    fn between(&self, above: &[Seat], below: &[Seat], mut take: impl FnMut(&Seat, &Seat)) {
        let unit_of = |seat: &Seat| self.facts.position_unit[seat.post.at()];
        let commands = |seat: &Seat| Some((unit_of(seat)?, *seat)).filter(|_| self.is_head[seat.post.at()]);
        let mut heads: Vec<(UnitIx, Seat)> = above.iter().filter_map(commands).collect();
        heads.sort_by_key(|(unit, _)| *unit);
        for seat in below.iter().filter(|_| !heads.is_empty()) {
            let unit = unit_of(seat);
            for over in [unit, unit.and_then(|unit| self.facts.parent[unit.at()])].into_iter().flatten() {
                let first = heads.partition_point(|(unit, _)| *unit < over);
                let here = heads[first..].iter().take_while(|(unit, _)| *unit == over);
                here.filter(|(_, head)| head.post != seat.post).for_each(|(_, head)| take(head, seat));
            }
        }
    }
}

/// What no plan may hold by R22; nothing where the pack makes it less than a prohibition.
pub fn of(base: &Foundation, staffing: &Staffing, overrides: &Overrides) -> Conflicts {
    let facts = &base.grounds.facts;
    let severity = base.pack.severity(RuleId::R22, Aspect::default());
    if facts.relations.is_empty() || !matches!(severity, Severity::B | Severity::O) {
        return Conflicts::default();
    }
    let rows: HashMap<EmployeeIx, u32> = staffing.employees.iter().enumerate().map(|(row, who)| (*who, row as u32)).collect();
    let is_allowed = |who, post| severity == Severity::O && overrides.contains(&(who, post, RuleId::R22));
    let seats = |who: EmployeeIx| seats_of(base, staffing, who, rows.get(&who).copied(), &is_allowed);
    let lines = Lines::of(facts);
    let couple = |(a, b, _): &(EmployeeIx, EmployeeIx, String)| {
        let (mut barred, mut conflicts) = (Vec::new(), Vec::new());
        let mut take = |one: &Seat, other: &Seat| match (one.pair, other.pair) {
            _ if !one.is_moved && !other.is_moved => {}
            (Some(one), Some(other)) => conflicts.push(Conflict { one, other }),
            (Some(pair), None) | (None, Some(pair)) => barred.push(pair),
            (None, None) => {}
        };
        let (of_a, of_b) = (seats(*a), seats(*b));
        lines.between(&of_a, &of_b, &mut take);
        lines.between(&of_b, &of_a, &mut take);
        (barred, conflicts)
    };
    let couples = facts.relations.par_iter().filter(|(a, b, _)| a != b).map(couple);
    let (barred, conflicts): (Vec<Vec<Pair>>, Vec<Vec<Conflict>>) = couples.unzip();
    Conflicts::new(barred.into_iter().flatten(), conflicts.into_iter().flatten())
}

/// Where someone may sit.
fn seats_of(
    base: &Foundation,
    staffing: &Staffing,
    who: EmployeeIx,
    row: Option<u32>,
    is_allowed: &(dyn Fn(EmployeeIx, PositionIx) -> bool + Sync),
) -> Vec<Seat> {
    let here = base.grounds.present(who).or(base.grounds.projection.held[who.at()]);
    let Some(row) = row else {
        return here.map(|post| Seat { pair: None, post, is_moved: false }).into_iter().collect();
    };
    let is_pinned = staffing.left_out[row as usize] == Some(super::composition::LeftOut::Pinned);
    let mut seats = Vec::new();
    staffing.rows.each(row as usize, &mut |node, _| {
        let stays = staffing.home[row as usize] == node;
        let post = if stays { here } else { staffing.post_at(node) };
        seats.extend(post.map(|post| {
            let is_moved = !stays && !is_pinned && !is_allowed(who, post);
            Seat { pair: Some((row, node)), post, is_moved }
        }));
    });
    seats
}

/// The plan that is recorded, and what proves it.
pub(super) struct Answer {
    pub plan: Placed,
    pub bound: i64,
    pub price_per_move: i64,
    /// The limit, where it takes something away.
    pub limit: Option<usize>,
    pub proof: Option<Proof>,
}

/// The best plan that breaks no conflict and keeps the limit, from the first optimal plan of the flow.
///
/// # Errors
/// Infeasible where no plan minds the conflicts or keeps the limit; cancelled.
pub(super) fn answer(
    base: &Foundation,
    staffing: &Staffing,
    unique: &Placed,
    max_moves: Option<usize>,
    ties: &Ties,
    control: &Control<'_>,
) -> Result<Answer, SolveError> {
    let limit = max_moves.filter(|limit| *limit < staffing.moves(&unique.choice));
    if limit.is_none() && staffing.is_clean(&unique.choice) {
        let (plan, bound) = (unique.clone(), unique.objective);
        return Ok(Answer { plan, bound, price_per_move: 0, limit: None, proof: None });
    }
    let (problem, stay) = explicit(staffing)?;
    // What is searched must not depend on the order of the facts.
    let ordered = Ordered::of(problem, stay, order_of(base, staffing)).map_err(|_| SolveError::NotOptimal)?;
    let mut start = Start::default();
    if let Some(limit) = limit {
        let found = budget::solve_within(&ordered.problem, &ordered.stay, limit, control)?;
        let prices = ordered.lift_prices(&found.solution.prices);
        let choice = ordered.lift(&found.solution.choice);
        let plan = Placed::of(problem, Solution { choice, objective: found.solution.objective, prices });
        if staffing.is_clean(&plan.choice) {
            let proof = found.proof.map(|proof| ordered.lift_proof(&proof));
            return Ok(Answer { plan, bound: found.bound, price_per_move: found.price, limit: Some(limit), proof });
        }
        start = Start { choice: found.solution.choice, prices: found.solution.prices, move_price: found.price };
    } else {
        let found = solve(&ordered.problem, control)?;
        start.choice = found.choice;
        start.prices = found.prices;
    }
    let tie = |arc: u32| ties.of_pair(problem.employee_of(arc), problem.post_of(arc as usize));
    branched(staffing, &ordered, limit, start, &tie, control)
}

/// Every arc in memory: conflicts and limits need that.
fn explicit(staffing: &Staffing) -> Result<(&Problem, &[u32]), SolveError> {
    let whole = staffing.problem().and_then(|problem| Ok((problem, staffing.stay()?)));
    whole.map_err(|_| SolveError::NotOptimal)
}

/// Branches on the conflicts, and within the limit.
fn branched(
    staffing: &Staffing,
    ordered: &Ordered,
    limit: Option<usize>,
    start: Start,
    tie: &(dyn Fn(u32) -> u64 + Sync),
    control: &Control<'_>,
) -> Result<Answer, SolveError> {
    let conflicts = Conflicts::new(
        staffing.conflicts.barred().map(|pair| ordered.pair(pair)),
        staffing.conflicts.all().map(|it| Conflict { one: ordered.pair(it.one), other: ordered.pair(it.other) }),
    );
    let (problem, stay) = explicit(staffing)?;
    let prices = ordered.lift_prices(&start.prices);
    let price_per_move = start.move_price;
    let task = Task {
        problem: &ordered.problem,
        stay: &ordered.stay,
        limit: limit.map(|limit| limit as i64),
        conflicts: &conflicts,
        tie: &|arc| tie(ordered.arc(arc)),
        floor: None,
        parts: if limit.is_some() { PARTS_WITHIN } else { PARTS },
        scale: 1,
        offset: 0,
        control,
    };
    let found = branching::branch(&task, start)?;
    let proof = ordered.lift_proof(&Proof { scale: 1, sieve: None, leaves: found.leaves });
    let Some((choice, _)) = found.best else { return Err(nobody(staffing)) };
    let choice = ordered.lift(&choice);
    let objective = certificate::objective(problem, &choice).map_err(|_| SolveError::NotOptimal)?;
    let claim = cover::Claim { problem, stay, limit, conflicts: &staffing.conflicts };
    // What counts is what the checker makes of the proof.
    let bound = i64::try_from(cover::bound(&claim, &proof)).map_err(|_| SolveError::NotOptimal)?;
    let plan = Placed::of(problem, Solution { choice, objective, prices });
    if !staffing.is_clean(&plan.choice) || bound < objective {
        return Err(SolveError::NotOptimal);
    }
    Ok(Answer { plan, bound, price_per_move, limit, proof: Some(proof) })
}

/// No plan minds the conflicts: everyone in them stands in each other's way.
fn nobody(staffing: &Staffing) -> SolveError {
    let pairs = staffing.conflicts.all().flat_map(|it| [it.one, it.other]).chain(staffing.conflicts.barred());
    let (mut employees, mut posts): (Vec<u32>, Vec<u32>) = pairs.unzip();
    employees.sort_unstable();
    employees.dedup();
    posts.sort_unstable();
    posts.dedup();
    SolveError::Infeasible { employees, posts }
}

/// People by NIP, posts and units by id.
fn order_of(base: &Foundation, staffing: &Staffing) -> Order {
    let facts = &base.grounds.facts;
    let sorted = |count: usize, key: &dyn Fn(usize) -> String| {
        let mut order: Vec<u32> = (0..count as u32).collect();
        order.sort_by_cached_key(|at| key(*at as usize));
        order
    };
    let id = |post: &PositionIx| facts.positions[post.at()].id().to_string();
    let post = |at: usize| match &staffing.nodes[at] {
        Node::Post(post) => format!("a{}", id(post)),
        Node::Outside(post) => format!("b{}", post.as_ref().map(id).unwrap_or_default()),
        Node::PartTime => "c".to_owned(),
        Node::Tray => "d".to_owned(),
    };
    Order {
        people: sorted(staffing.employees.len(), &|at| facts.employees[staffing.employees[at].at()].nip.to_string()),
        posts: sorted(staffing.nodes.len(), &post),
        units: sorted(staffing.units.len(), &|at| facts.units[staffing.units[at].at()].id.0.to_string()),
    }
}
