//! The greatest charges that prove a plan. Optimal prices are a range: a post nobody else wants may charge
//! little or much. Each may rise until something of zero reduced cost would turn negative, which is a
//! shortest path in reduced costs from the sink over the residual network, backwards (Ahuja, Magnanti & Orlin 1993,
//! section 9.4: optimal potentials are shortest distances).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::problem::{NO_UNIT, Problem, Segment};
use super::solution::{Prices, Solution};

/// Raises the charges of an optimal plan as far as they prove it still. Where nothing sets an end (a post
/// that its holders would keep at any charge) they rise by the greatest value or reward.
pub(super) fn greatest_charges(problem: &Problem, solution: &Solution) -> Prices {
    let mut charges = Charges::of(problem, solution);
    let limits = charges.limits(problem, solution);
    let rise = charges.rise(&limits, problem.magnitude());
    charges.charge.iter_mut().zip(rise).for_each(|(charge, rise)| *charge += rise);
    let unit = charges.charge[problem.posts()..charges.sink].to_vec();
    charges.charge.truncate(problem.posts());
    Prices { post: charges.charge, unit }
}

/// Nodes are posts, units, the sink.
struct Charges {
    charge: Vec<i64>,
    people: Vec<u64>,
    head: Vec<u32>,
    sink: usize,
}

/// `node` may rise by `slack` more than `by` does.
struct Limit {
    node: u32,
    by: u32,
    slack: i64,
}

impl Charges {
    fn of(problem: &Problem, solution: &Solution) -> Self {
        let (posts, sink) = (problem.posts(), problem.posts() + problem.units());
        let head_of = |node: usize| match (node < posts).then(|| problem.unit_of(node)) {
            Some(unit) if unit != NO_UNIT => posts as u32 + unit,
            _ => sink as u32,
        };
        let mut people = vec![0; sink + 1];
        for arc in &solution.choice {
            people[problem.post_of(*arc as usize)] += 1;
        }
        let head: Vec<u32> = (0..sink).map(head_of).collect();
        for node in 0..posts {
            people[head[node] as usize] += people[node];
        }
        let charge = solution.prices.post.iter().chain(&solution.prices.unit).copied().chain([0]).collect();
        Self { charge, people, head, sink }
    }

    fn limits(&self, problem: &Problem, solution: &Solution) -> Vec<Limit> {
        let mut limits = Vec::with_capacity(problem.arcs());
        for node in 0..self.sink {
            let segments = match node.checked_sub(problem.posts()) {
                None => problem.post_segments(node),
                Some(unit) => problem.unit_segments(unit),
            };
            let (last, next) = around(segments, self.people[node]);
            let (head, own) = (self.head[node], node as u32);
            let difference = self.charge[head as usize] - self.charge[node];
            // An empty place must not pay, a filled one must.
            limits.extend(next.map(|reward| Limit { node: own, by: head, slack: difference - reward }));
            limits.extend(last.map(|reward| Limit { node: head, by: own, slack: reward - difference }));
        }
        for (employee, arc) in solution.choice.iter().enumerate() {
            let post = problem.post_of(*arc as usize);
            let held = problem.value_of(*arc as usize) - self.charge[post];
            for other in problem.row(employee) {
                let by = problem.post_of(other);
                let slack = held - (problem.value_of(other) - self.charge[by]);
                if by != post {
                    limits.push(Limit { node: post as u32, by: by as u32, slack });
                }
            }
        }
        limits
    }

    /// Shortest paths from the sink, where nothing rises.
    fn rise(&self, limits: &[Limit], most: i64) -> Vec<i64> {
        let mut ends = vec![0u32; self.sink + 2];
        limits.iter().for_each(|limit| ends[limit.by as usize + 1] += 1);
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let mut order = vec![(0u32, 0i64); limits.len()];
        let mut next = ends.clone();
        for limit in limits {
            let slot = &mut next[limit.by as usize];
            order[*slot as usize] = (limit.node, limit.slack.max(0));
            *slot += 1;
        }
        let mut rise = vec![most; self.sink + 1];
        rise[self.sink] = 0;
        let mut heap = BinaryHeap::from([Reverse((0i64, self.sink as u32))]);
        while let Some(Reverse((distance, node))) = heap.pop() {
            if distance > rise[node as usize] {
                continue;
            }
            for &(to, slack) in &order[ends[node as usize] as usize..ends[node as usize + 1] as usize] {
                if distance + slack < rise[to as usize] {
                    rise[to as usize] = distance + slack;
                    heap.push(Reverse((distance + slack, to)));
                }
            }
        }
        rise
    }
}

/// What the last filled place earns, and what the next would.
fn around(segments: &[Segment], people: u64) -> (Option<i64>, Option<i64>) {
    let (mut left, mut last) = (people, None);
    for segment in segments {
        if left == 0 {
            return (last, Some(segment.reward));
        }
        last = Some(segment.reward);
        if left < u64::from(segment.width) {
            return (last, last);
        }
        left -= u64::from(segment.width);
    }
    (last, None)
}
