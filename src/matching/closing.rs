//! The last moves of a limited plan. Between two prices of a move there may be no plan of exactly
//! the allowed size that is optimal at either; then the cheapest cycle in reduced costs that adds the
//! missing moves is looked for, by shortest paths over (node, moves added so far). It is a heuristic with
//! a limit on work: cycles that use a person twice are dropped, and the stated bound stands whatever is found.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::difference::Cycle;
use super::flow::Outlet;
use super::net::{Cost, Net};

/// Most moves to add that are worth the states they take.
const DEPTH: usize = 3;
/// States per node: up to two moves given back on the way, up to `DEPTH` added.
const STATES: usize = DEPTH + 3;
const ZERO: usize = 2;
/// Arcs followed in all, so that the search stays a matter of tens of milliseconds.
const WORK: usize = 20_000_000;

/// What is known when the search starts: a plan, prices optimal for `price` per move (folded into the
/// values of `net`), and how many moves may be added.
pub(super) struct Task<'a> {
    pub net: &'a Net<'a, i64>,
    pub choice: &'a [u32],
    pub prices: &'a [i64],
    /// Per employee the arc of staying, or `u32::MAX`.
    pub stay: &'a [u32],
    pub room: usize,
    pub price: i64,
}

#[derive(Clone, Copy)]
struct Step {
    to: u32,
    /// `u32::MAX` where places, not people, change.
    employee: u32,
    arc: u32,
    added: i8,
    cost: i64,
}

/// The best cycle found: who changes to which arc.
pub(super) fn cycle(task: &Task<'_>) -> Option<Cycle> {
    if task.room == 0 || task.room > DEPTH || task.price <= 0 {
        return None;
    }
    let steps = steps(task);
    let nodes = steps.len();
    let mut walk = Walk {
        steps: &steps,
        dist: vec![i64::FAR; nodes * STATES],
        via: vec![None; nodes * STATES],
        touched: Vec::new(),
        best: task.price * task.room as i64,
        work: 0,
    };
    let mut found = None;
    for start in 0..nodes {
        if walk.work > WORK {
            break;
        }
        if let Some(cycle) = walk.from(start, task) {
            found = Some(cycle);
        }
    }
    found
}

/// The residual arcs cheap enough to be on a cycle that gains something.
fn steps(task: &Task<'_>) -> Vec<Vec<Step>> {
    let (net, limit) = (task.net, task.price * task.room as i64);
    let mut steps = vec![Vec::new(); net.sink + 1];
    let mut people = vec![0i64; net.sink + 1];
    for (employee, &held) in task.choice.iter().enumerate() {
        let from = net.arc_post[held as usize] as usize;
        people[from] += 1;
        let home = task.stay[employee];
        let away = |arc: u32| i8::from(home != u32::MAX && arc != home);
        let net_value = |arc: usize| net.arc_value[arc] - task.prices[net.arc_post[arc] as usize];
        let top = net_value(held as usize);
        for arc in net.row(employee) {
            let (to, cost) = (net.arc_post[arc], (top - net_value(arc)).max(0));
            if cost < limit && to as usize != from {
                let added = away(arc as u32) - away(held);
                steps[from].push(Step { to, employee: employee as u32, arc: arc as u32, added, cost });
            }
        }
    }
    for node in 0..net.sink {
        let head = net.head[node] as usize;
        people[head] += people[node];
        let outlet = Outlet::with(net, node, people[node] - net.forced[node]).0;
        let charge = task.prices[head] - task.prices[node];
        let mut add = |from: usize, to: usize, cost: i64| {
            if cost < limit {
                let to = to as u32;
                steps[from].push(Step { to, employee: u32::MAX, arc: u32::MAX, added: 0, cost: cost.max(0) });
            }
        };
        if let Some(next) = outlet.next {
            add(node, head, charge - next);
        }
        if let Some(last) = outlet.last {
            add(head, node, last - charge);
        }
    }
    steps
}

struct Walk<'a> {
    steps: &'a [Vec<Step>],
    dist: Vec<i64>,
    via: Vec<Option<(u32, Step)>>,
    touched: Vec<usize>,
    /// Loss against the bound of the best cycle so far.
    best: i64,
    work: usize,
}

impl Walk<'_> {
    /// The best cycle through a node, where it beats what is known.
    fn from(&mut self, start: usize, task: &Task<'_>) -> Option<Cycle> {
        for state in self.touched.drain(..) {
            self.dist[state] = i64::FAR;
        }
        let mut found = None;
        let mut heap = BinaryHeap::from([Reverse((0i64, start * STATES + ZERO))]);
        self.dist[start * STATES + ZERO] = 0;
        self.touched.push(start * STATES + ZERO);
        while let Some(Reverse((distance, state))) = heap.pop() {
            if distance > self.dist[state] || distance >= self.best || self.work > WORK {
                continue;
            }
            let (node, level) = (state / STATES, state % STATES);
            if node == start && level > ZERO {
                let missed = task.room.checked_sub(level - ZERO);
                let loss = missed.map_or(i64::FAR, |m| distance + task.price * m as i64);
                if loss < self.best
                    && let Some(cycle) = self.trace(state, start)
                {
                    self.best = loss;
                    found = Some(cycle);
                }
                continue;
            }
            self.work += self.steps[node].len();
            for &step in &self.steps[node] {
                let Some(next) = level.checked_add_signed(isize::from(step.added)).filter(|&l| l < STATES) else {
                    continue;
                };
                let (to, far) = (step.to as usize * STATES + next, distance + step.cost);
                if far < self.dist[to] && far < self.best {
                    self.dist[to] = far;
                    self.via[to] = Some((state as u32, step));
                    self.touched.push(to);
                    heap.push(Reverse((far, to)));
                }
            }
        }
        found
    }

    /// The people on the way to a state; none where someone would have to move twice.
    fn trace(&self, mut state: usize, start: usize) -> Option<Cycle> {
        let mut cycle = Cycle::new();
        while state != start * STATES + ZERO {
            let (before, step) = self.via[state]?;
            if step.employee != u32::MAX {
                if cycle.iter().any(|&(employee, _)| employee == step.employee) {
                    return None;
                }
                cycle.push((step.employee, step.arc));
            }
            state = before as usize;
        }
        Some(cycle)
    }
}
