//! The search: the part with the best bound is split first (best-first, with the parent's bound), so that
//! whatever ends it, the bound told is the best that is proved.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::node::{Node, solve_part};
use super::{Conflicts, Decision, Leaf};
use crate::matching::problem::Problem;
use crate::matching::solution::{Control, Prices, SolveError};

/// What is looked for, and how hard.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// Per employee the arc of staying, or `u32::MAX`.
    pub stay: &'a [u32],
    /// At most so many moves; none: any number.
    pub limit: Option<i64>,
    /// What plans may not hold.
    pub conflicts: &'a Conflicts,
    /// Among equal plans of the fewest moves the least sum of this over movers is taken (arc of the problem).
    pub tie: &'a (dyn Fn(u32) -> u64 + Sync),
    /// Only plans that earn more than this are looked for.
    pub floor: Option<i64>,
    /// Parts that are solved at most before the search ends with a gap. Counted, not timed, so that the
    /// same input gives the same plan.
    pub parts: usize,
    /// Objectives plus `offset` are multiples of this.
    pub scale: i64,
    /// See `scale`.
    pub offset: i64,
    /// Watched between the parts and inside them.
    pub control: &'a Control<'a>,
}

impl std::fmt::Debug for Task<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Task").field("limit", &self.limit).field("parts", &self.parts).finish_non_exhaustive()
    }
}

/// A plan to start from, with prices of a flow without decisions.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// Per employee an arc.
    pub choice: Vec<u32>,
    /// Prices of posts and units.
    pub prices: Prices,
    /// λ.
    pub move_price: i64,
}

/// What the search found.
#[derive(Debug, Clone)]
pub struct Branched {
    /// The best plan found, and what it earns; none where there is none above the floor, or none was
    /// found in time.
    pub best: Option<(Vec<u32>, i64)>,
    /// No plan looked for earns more; `i64::MIN` where there is none.
    pub bound: i64,
    /// Parts that together hold every plan.
    pub leaves: Vec<Leaf>,
    /// People of the decisions, ascending.
    pub people: Vec<u32>,
}

/// In the heap the best bound is on top; then fewest moves, least ties, first made.
struct Open(Node, usize);

impl Open {
    fn key(&self) -> (i64, Reverse<(usize, u128)>, Reverse<usize>) {
        (self.0.bound, Reverse(self.0.rank), Reverse(self.1))
    }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}
impl Eq for Open {}
impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

/// Looks for the best plan, from a start near it.
///
/// # Errors
/// [`SolveError::Cancelled`]; that no plan exists is a result, not an error.
pub fn branch(task: &Task<'_>, mut start: Start) -> Result<Branched, SolveError> {
    start.prices.post.resize(task.problem.posts(), 0);
    start.prices.unit.resize(task.problem.units(), 0);
    start.choice.resize(task.problem.employees(), u32::MAX);
    let near = Node {
        decisions: Vec::new(),
        bound: i64::MAX,
        rank: (0, 0),
        move_price: start.move_price,
        prices: start.prices,
        choice: start.choice,
        objective: None,
        split: None,
    };
    let mut search = Search { task, best: None, open: BinaryHeap::new(), closed: Vec::new(), made: 0 };
    search.add(Vec::new(), &near)?;
    while let Some(node) = search.next() {
        search.split(node)?;
    }
    Ok(search.end())
}

struct Search<'a> {
    task: &'a Task<'a>,
    best: Option<Node>,
    open: BinaryHeap<Open>,
    closed: Vec<Node>,
    made: usize,
}

impl Search<'_> {
    /// Solves a part and puts it where it belongs.
    fn add(&mut self, decisions: Vec<Decision>, near: &Node) -> Result<(), SolveError> {
        let node = solve_part(self.task, decisions, near)?;
        self.made += 1;
        self.task.control.report(self.made as u64, self.task.parts.max(self.made) as u64);
        if let Some(objective) = node.objective
            && self.task.floor.is_none_or(|floor| objective > floor)
            && self.best.as_ref().is_none_or(|best| better(&node, best))
        {
            self.best = Some(node.clone());
        }
        if node.split.is_some() {
            self.open.push(Open(node, self.made))
        } else {
            self.closed.push(node)
        }
        Ok(())
    }

    /// Whether a part may hold something better than what is known.
    fn is_promising(&self, node: &Node) -> bool {
        let known = self.best.as_ref().and_then(|best| best.objective);
        match known {
            Some(objective) if node.bound == objective => self.best.as_ref().is_none_or(|best| node.rank < best.rank),
            Some(objective) => node.bound > objective,
            None => self.task.floor.is_none_or(|floor| node.bound > floor),
        }
    }

    /// The part to split next; none at the end.
    fn next(&mut self) -> Option<Node> {
        let is_late = self.made >= self.task.parts;
        // Late and still without a plan: the part with the most decisions is nearest to one.
        let is_hopeless = self.made >= self.task.parts.saturating_mul(4);
        if is_late && !is_hopeless && self.best.is_none() && self.task.floor.is_none() {
            let mut all: Vec<Open> = std::mem::take(&mut self.open).into_vec();
            let deepest =
                (0..all.len()).max_by(|&a, &b| (all[a].0.decisions.len(), &all[a]).cmp(&(all[b].0.decisions.len(), &all[b])))?;
            let node = all.swap_remove(deepest).0;
            self.open = all.into();
            return Some(node);
        }
        let top = self.open.peek()?;
        if is_late || !self.is_promising(&top.0) { None } else { self.open.pop().map(|open| open.0) }
    }

    fn split(&mut self, node: Node) -> Result<(), SolveError> {
        let Some((employee, posts)) = node.split.clone() else { return Ok(()) };
        for is_on in [true, false] {
            let mut decisions = node.decisions.clone();
            decisions.push(Decision { employee, posts: posts.clone(), is_on });
            self.add(decisions, &node)?;
        }
        Ok(())
    }

    fn end(self) -> Branched {
        let rest = self.open.into_iter().map(|open| open.0);
        let mut leaves: Vec<Node> = self.closed.into_iter().chain(rest).collect();
        // In the order of the tree, so that the same search writes the same proof.
        let path = |node: &Node| node.decisions.iter().map(|it| !it.is_on).collect::<Vec<bool>>();
        leaves.sort_by_cached_key(path);
        let bound = leaves.iter().map(|node| node.bound).max().unwrap_or(i64::MIN);
        let mut people: Vec<u32> = leaves.iter().flat_map(|node| node.decisions.iter().map(|it| it.employee)).collect();
        people.sort_unstable();
        people.dedup();
        let leaf = |node: Node| Leaf { decisions: node.decisions, move_price: node.move_price, prices: node.prices };
        Branched {
            best: self.best.and_then(|best| Some((best.choice, best.objective?))),
            bound,
            leaves: leaves.into_iter().map(leaf).collect(),
            people,
        }
    }
}

fn better(node: &Node, best: &Node) -> bool {
    (node.objective, Reverse(node.rank)) > (best.objective, Reverse(best.rank))
}
