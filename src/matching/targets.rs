//! What every move of one person would do to the best total: one reverse shortest-path tree from
//! the place he leaves (in reduced costs, so Dijkstra does) answers for all posts at once.
//! If he takes q, q has one person too many and his old post one too few; the cheapest repair is
//! a shortest path between them in the residual graph without him, by the same theorem that makes
//! successive shortest paths exact.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::certificate;
use super::flow::Outlet;
use super::net::{Cost, Net};
use super::problem::Problem;
use super::solution::{Control, Solution, SolveError};

/// The pairs of a problem by post: who may come. Worth keeping between calls.
#[derive(Debug, Clone)]
pub struct Columns {
    rows: Vec<u32>,
    employee: Vec<u32>,
    value: Vec<i64>,
}

impl Columns {
    /// Sorts the pairs of a problem by post.
    pub fn of(problem: &Problem) -> Self {
        let mut rows = vec![0u32; problem.posts() + 1];
        for &post in &problem.arc_post {
            rows[post as usize + 1] += 1;
        }
        for at in 1..rows.len() {
            rows[at] += rows[at - 1];
        }
        let mut next = rows.clone();
        let (mut owner, mut value) = (vec![0; problem.arcs()], vec![0; problem.arcs()]);
        for employee in 0..problem.employees() {
            for arc in problem.row(employee) {
                let slot = &mut next[problem.post_of(arc)];
                owner[*slot as usize] = employee as u32;
                value[*slot as usize] = problem.value_of(arc);
                *slot += 1;
            }
        }
        Self { rows, employee: owner, value }
    }

    /// (employee, value) of those who may hold a post.
    fn of_post(&self, post: usize) -> impl Iterator<Item = (u32, i64)> + '_ {
        let range = self.rows[post] as usize..self.rows[post + 1] as usize;
        self.employee[range.clone()].iter().copied().zip(self.value[range].iter().copied())
    }
}

/// For every arc of one employee the best total of any plan in which he takes it; none where no
/// plan does. `solution` must be optimal.
pub fn totals_for(
    problem: &Problem,
    solution: &Solution,
    employee: u32,
    control: &Control<'_>,
) -> Result<Vec<(u32, Option<i64>)>, SolveError> {
    totals_with(problem, &Columns::of(problem), solution, employee, control)
}

/// Like [`totals_for`], with the columns at hand.
pub fn totals_with(
    problem: &Problem,
    columns: &Columns,
    solution: &Solution,
    employee: u32,
    control: &Control<'_>,
) -> Result<Vec<(u32, Option<i64>)>, SolveError> {
    control.check()?;
    if certificate::objective(problem, &solution.choice) != Ok(solution.objective)
        || solution.prices.post.len() != problem.posts()
        || employee as usize >= problem.employees()
    {
        return Err(SolveError::NotOptimal);
    }
    let net = Net::of(problem, &problem.arc_value);
    let mut tree = Tree::new(&net, solution);
    let row = problem.row(employee as usize);
    let home = problem.post_of(solution.choice[employee as usize] as usize);
    tree.grow(columns, home, problem.arc_post[row.clone()].to_vec(), control)?;
    let net_value = |arc: usize| problem.value_of(arc) - solution.prices.post[problem.post_of(arc)];
    let held = net_value(solution.choice[employee as usize] as usize);
    let answer = |arc: usize| {
        let distance = tree.dist[problem.post_of(arc)];
        let total = solution.objective - (held - net_value(arc)) - distance;
        (arc as u32, (distance < i64::FAR).then_some(total))
    };
    Ok(row.map(answer).collect())
}

struct Tree<'a> {
    net: &'a Net<'a, i64>,
    /// Per employee the post held, and what it is worth to him net of its price.
    held: Vec<(u32, i64)>,
    price: Vec<i64>,
    outlets: Vec<Outlet<i64>>,
    /// Least reduced cost from a node to the root.
    dist: Vec<i64>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

impl<'a> Tree<'a> {
    fn new(net: &'a Net<'a, i64>, solution: &Solution) -> Self {
        let mut people = vec![0i64; net.sink + 1];
        for &arc in &solution.choice {
            people[net.arc_post[arc as usize] as usize] += 1;
        }
        let mut outlets = Vec::with_capacity(net.sink);
        for node in 0..net.sink {
            people[net.head[node] as usize] += people[node];
            outlets.push(Outlet::with(net, node, people[node] - net.forced[node]).0);
        }
        let price = net.prices(&solution.prices);
        let held = solution.choice.iter().map(|&arc| {
            let post = net.arc_post[arc as usize];
            (post, net.arc_value[arc as usize] - price[post as usize])
        });
        let held = held.collect();
        let dist = vec![i64::FAR; net.sink + 1];
        Tree { net, held, price, outlets, dist, heap: BinaryHeap::new() }
    }

    /// Until every wanted post is settled.
    fn grow(&mut self, columns: &Columns, root: usize, mut wanted: Vec<u32>, control: &Control<'_>) -> Result<(), SolveError> {
        wanted.sort_unstable();
        wanted.dedup();
        let mut left = wanted.len();
        self.relax(root, 0);
        while let Some(Reverse((distance, node))) = self.heap.pop() {
            if distance > self.dist[node as usize] {
                continue;
            }
            left -= usize::from(wanted.binary_search(&node).is_ok());
            if left == 0 {
                break;
            }
            control.check()?;
            self.settle(columns, node as usize, distance);
        }
        Ok(())
    }

    fn relax(&mut self, node: usize, distance: i64) {
        if distance < self.dist[node] {
            self.dist[node] = distance;
            self.heap.push(Reverse((distance, node as u32)));
        }
    }

    /// Follows the residual arcs that lead to a node, backwards.
    fn settle(&mut self, columns: &Columns, node: usize, distance: i64) {
        let (net, price) = (self.net, self.price[node]);
        if node < net.posts {
            // The person asked about is on the root, to which no arc can be shorter than none: he need
            // not be left out.
            for (employee, value) in columns.of_post(node) {
                let (from, held) = self.held[employee as usize];
                self.relax(from as usize, distance + held - (value - price));
            }
        } else {
            for &child in net.children(node) {
                if let Some(next) = self.outlets[child as usize].next {
                    self.relax(child as usize, distance + price - self.price[child as usize] - next);
                }
            }
        }
        if node < net.sink
            && let Some(last) = self.outlets[node].last
        {
            let head = net.head[node] as usize;
            self.relax(head, distance + last + price - self.price[head]);
        }
    }
}
