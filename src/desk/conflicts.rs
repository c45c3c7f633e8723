//! Relatives in the matching problem (R22): which pairs exclude each other, and the best plan that minds
//! them, and a limit on moves, with its proof.
//!
//! A line of command between two relatives is the core's doing where one of them is moved into it: not
//! where both stay as they are, where the mover is pinned, or where the rule is overridden for his move.
use super::Foundation;
use super::composition::LeftOut;
use super::live::core::MOST_PAIRS;
use super::staffing::{Node, Placed, Staffing};
use super::ties::Ties;
use crate::matching::branching::{self, Conflict, Conflicts, Pair, Proof, Start, Task, cover};
use crate::matching::order::{Order, Ordered};
use crate::matching::pricing::{Priced, Within};
use crate::matching::rows::Rows;
use crate::matching::{Control, Problem, Solution, SolveError, budget, certificate, solve};
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use crate::rules::plan::Overrides;
use crate::rules::{Aspect, RuleId, Severity};
use rayon::prelude::*;
use std::collections::HashSet;

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

/// One of two relatives.
#[derive(Clone, Copy, Debug)]
struct Relative {
    who: EmployeeIx,
    /// His row; none for someone who is no source.
    row: Option<u32>,
    here: Option<PositionIx>,
    is_pinned: bool,
}

/// Who is related, and who commands whom: what no plan may hold by R22, before anyone asks for all of it.
#[derive(Debug, Default)]
pub struct Relatives {
    couples: Vec<[Relative; 2]>,
    allowed: HashSet<(EmployeeIx, PositionIx)>,
    /// Per post its unit, and whether it heads that.
    unit: Vec<Option<UnitIx>>,
    is_head: Vec<bool>,
    parent: Vec<Option<UnitIx>>,
}

impl Relatives {
    /// Of everyone in the rows; nobody where the pack makes R22 less than a prohibition.
    pub(super) fn of(base: &Foundation, employees: &[EmployeeIx], left_out: &[Option<LeftOut>], overrides: &Overrides) -> Self {
        let (grounds, facts) = (&base.grounds, &base.grounds.facts);
        let severity = base.pack.severity(RuleId::R22, Aspect::default());
        if facts.relations.is_empty() || !matches!(severity, Severity::B | Severity::O) {
            return Self::default();
        }
        let mut row_of = vec![None; facts.employees.len()];
        (0u32..).zip(employees).for_each(|(row, who)| row_of[who.at()] = Some(row));
        let relative = |who: EmployeeIx| {
            let row: Option<u32> = row_of[who.at()];
            let is_pinned = row.is_some_and(|row| left_out[row as usize] == Some(LeftOut::Pinned));
            Relative { who, row, here: grounds.present(who).or(grounds.projection.held[who.at()]), is_pinned }
        };
        let couples = facts.relations.iter().filter(|(a, b, _)| a != b);
        let allowed = overrides.iter().filter(|(.., rule)| severity == Severity::O && *rule == RuleId::R22);
        let mut is_head = vec![false; facts.positions.len()];
        grounds.index.heads().iter().for_each(|post| is_head[post.at()] = true);
        Self {
            couples: couples.map(|(a, b, _)| [relative(*a), relative(*b)]).collect(),
            allowed: allowed.map(|(who, post, _)| (*who, *post)).collect(),
            unit: facts.position_unit.clone(),
            is_head,
            parent: facts.parent.clone(),
        }
    }

    /// Every pair that no plan may hold, and every two that none may hold together.
    pub(super) fn conflicts(&self, staffing: &Staffing) -> Conflicts {
        let couple = |[a, b]: &[Relative; 2]| {
            let (mut barred, mut conflicts) = (Vec::new(), Vec::new());
            let mut take = |one: &Seat, other: &Seat| match (one.pair, other.pair) {
                _ if !one.is_moved && !other.is_moved => {}
                (Some(one), Some(other)) => conflicts.push(Conflict { one, other }),
                (Some(pair), None) | (None, Some(pair)) => barred.push(pair),
                (None, None) => {}
            };
            let (of_a, of_b) = (self.seats(staffing, a), self.seats(staffing, b));
            self.between(&of_a, &of_b, &mut take);
            self.between(&of_b, &of_a, &mut take);
            (barred, conflicts)
        };
        let (barred, conflicts): (Vec<Vec<Pair>>, Vec<Vec<Conflict>>) = self.couples.par_iter().map(couple).unzip();
        Conflicts::new(barred.into_iter().flatten(), conflicts.into_iter().flatten())
    }

    /// Whether a plan (per employee position node and value) holds nothing of that: told from the plan alone.
    pub(super) fn are_apart(&self, staffing: &Staffing, choice: &[(u32, i64)]) -> bool {
        let held = |it: &Relative| match it.row {
            Some(row) => self.seat(staffing, it, row, choice[row as usize].0),
            None => it.here.map(|post| Seat { pair: None, post, is_moved: false }),
        };
        self.couples.iter().all(|[a, b]| {
            let (Some(of_a), Some(of_b)) = (held(a), held(b)) else { return true };
            let mut is_apart = true;
            let mut take = |one: &Seat, other: &Seat| is_apart &= !one.is_moved && !other.is_moved;
            self.between(&[of_a], &[of_b], &mut take);
            self.between(&[of_b], &[of_a], &mut take);
            is_apart
        })
    }

    /// Where someone may sit.
    fn seats(&self, staffing: &Staffing, it: &Relative) -> Vec<Seat> {
        let Some(row) = it.row else {
            return it.here.map(|post| Seat { pair: None, post, is_moved: false }).into_iter().collect();
        };
        let mut seats = Vec::new();
        staffing.rows.each(row as usize, &mut |node, _| seats.extend(self.seat(staffing, it, row, node)));
        seats
    }

    /// The seat that a node is to someone.
    fn seat(&self, staffing: &Staffing, it: &Relative, row: u32, node: u32) -> Option<Seat> {
        let stays = staffing.home[row as usize] == node;
        let post = if stays { it.here } else { staffing.post_at(node) }?;
        let is_moved = !stays && !it.is_pinned && !self.allowed.contains(&(it.who, post));
        Some(Seat { pair: Some((row, node)), post, is_moved })
    }

    /// Takes the pairs of seats in which the first commands the second.
    fn between(&self, above: &[Seat], below: &[Seat], mut take: impl FnMut(&Seat, &Seat)) {
        let commands = |seat: &Seat| Some((self.unit[seat.post.at()]?, *seat)).filter(|_| self.is_head[seat.post.at()]);
        let mut heads: Vec<(UnitIx, Seat)> = above.iter().filter_map(commands).collect();
        heads.sort_by_key(|(unit, _)| *unit);
        for seat in below.iter().filter(|_| !heads.is_empty()) {
            let unit = self.unit[seat.post.at()];
            for over in [unit, unit.and_then(|unit| self.parent[unit.at()])].into_iter().flatten() {
                let first = heads.partition_point(|(unit, _)| *unit < over);
                let here = heads[first..].iter().take_while(|(unit, _)| *unit == over);
                here.filter(|(_, head)| head.post != seat.post).for_each(|(_, head)| take(head, seat));
            }
        }
    }
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

/// The best plan that breaks no conflict and keeps the limit, from the first optimal plan of the flow. Of a limit the
/// value is proved; which of several equal plans is found follows from ids where all pairs are kept in memory, from the
/// order of facts where they are made.
///
/// # Errors
/// Infeasible where no plan minds the conflicts or keeps the limit; cancelled.
pub(super) fn answer(
    base: &Foundation,
    staffing: &Staffing,
    priced: &mut Priced,
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
    if let Some(limit) = limit.filter(|_| staffing.pairs > MOST_PAIRS) {
        let Within { problem, limited: found, .. } = priced.within(&staffing.rows, &staffing.home, limit, control)?;
        // Recomputed over every lawful pair, but for what branching proved: that is done by whoever checks the proof.
        let proved = || staffing.bound_within(&found.solution.prices, found.price, limit) == i128::from(found.bound);
        if found.proof.is_none() && found.price > 0 && !proved() {
            return Err(SolveError::NotOptimal);
        }
        let plan = Placed::of(&problem, found.solution);
        if staffing.is_clean(&plan.choice) {
            let (bound, price_per_move) = (found.bound, found.price);
            return Ok(Answer { plan, bound, price_per_move, limit: Some(limit), proof: found.proof });
        }
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

/// Every arc in memory: conflicts need that, and limits where all fit.
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
        staffing.conflicts().barred().map(|pair| ordered.pair(pair)),
        staffing.conflicts().all().map(|it| Conflict { one: ordered.pair(it.one), other: ordered.pair(it.other) }),
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
    let claim = cover::Claim { problem, stay, limit, conflicts: staffing.conflicts() };
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
    let pairs = staffing.conflicts().all().flat_map(|it| [it.one, it.other]).chain(staffing.conflicts().barred());
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
