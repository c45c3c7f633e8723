//! The network as the solver walks it: posts, units and the sink are nodes; employees are not, since
//! each is one unit of flow that sits on a post. Values may be `i64` or, where two levels of an order
//! are folded into one number, `i128`.

use std::fmt::Debug;
use std::ops::{Add, Sub};

use super::problem::{NO_UNIT, Problem, Segment};
use super::rows::Rows;
use super::shortlist::{Row, Stored};
use super::solution::Prices;

/// Integers the solver can count in.
pub(super) trait Cost: Copy + Ord + Debug + Default + Send + Sync + Add<Output = Self> + Sub<Output = Self> {
    /// Farther than any distance, and small enough that one addition cannot overflow.
    const FAR: Self;
    /// Worth less than anything, and as safe to add to once.
    const NEVER: Self;
}

impl Cost for i64 {
    const FAR: Self = i64::MAX / 4;
    const NEVER: Self = -Self::FAR;
}

impl Cost for i128 {
    const FAR: Self = i128::MAX / 4;
    const NEVER: Self = -Self::FAR;
}

/// A problem laid out for the solver. Nodes: posts, then units, then the sink.
#[derive(Debug)]
pub(super) struct Net<'a, C> {
    pub rows: &'a [u32],
    pub arc_post: &'a [u32],
    pub arc_value: &'a [C],
    /// Where the people of a post or unit flow on to.
    pub head: Vec<u32>,
    seg_rows: Vec<u32>,
    pub segments: Vec<(u32, C)>,
    child_rows: Vec<u32>,
    children: Vec<u32>,
    /// Flow that every node passes on whatever its rewards, on top of its segments.
    pub forced: Vec<i64>,
    pub posts: usize,
    pub sink: usize,
}

impl<'a> Net<'a, i64> {
    /// The problem itself, with its own values or others of the same pairs. Places that a minimum
    /// fills whatever they earn are forced, the others follow as segments.
    pub fn of(problem: &'a Problem, values: &'a [i64]) -> Self {
        // Until a minimum is met its places count as filled by people who are nowhere yet.
        let due = |node| if problem.has_minima() { places_of(problem, node).1 } else { 0 };
        let most = problem.employees() as u64 + (0..problem.posts() + problem.units()).map(due).sum::<u64>();
        let mut net = Net::with_chains(problem, &problem.rows, &problem.arc_post, values, |node| {
            let (segments, least) = places_of(problem, node);
            after(segments, least, most)
        });
        if problem.has_minima() {
            net.forced = (0..net.sink).map(|node| places_of(problem, node).1 as i64).collect();
        }
        net
    }

    /// The problem without its minima, whose prices are a start for the whole.
    pub fn without_minima(problem: &'a Problem, values: &'a [i64]) -> Self {
        Net::with_chains(problem, &problem.rows, &problem.arc_post, values, |node| {
            after(places_of(problem, node).0, 0, problem.employees() as u64)
        })
    }

    /// Published prices per node. They may come from elsewhere, so they are kept where sums fit and
    /// missing ones are 0: any prices do as a start.
    pub fn prices(&self, prices: &Prices) -> Vec<i64> {
        let mut price = prices.post.clone();
        price.resize(self.posts, 0);
        price.extend(&prices.unit);
        price.resize(self.sink, 0);
        price.push(0);
        price.iter_mut().for_each(|p| *p = (*p).clamp(-(1 << 58), 1 << 58));
        price
    }
}

impl Rows for Net<'_, i64> {
    fn employees(&self) -> usize {
        Net::employees(self)
    }

    #[inline]
    fn each(&self, employee: usize, take: &mut impl FnMut(u32, i64)) {
        self.stored(employee).each(take);
    }
}

impl<'a, C: Cost> Net<'a, C> {
    /// The posts and units of a problem with other pairs and other segments.
    pub fn with_chains(
        problem: &Problem,
        rows: &'a [u32],
        arc_post: &'a [u32],
        arc_value: &'a [C],
        chain: impl Fn(usize) -> Vec<(u32, C)>,
    ) -> Self {
        let (posts, units) = (problem.posts(), problem.units());
        let sink = posts + units;
        let unit_node = |unit: u32| {
            if unit == NO_UNIT { sink as u32 } else { posts as u32 + unit }
        };
        let mut head: Vec<u32> = (0..posts).map(|p| unit_node(problem.unit_of(p))).collect();
        head.resize(sink, sink as u32);
        let (mut seg_rows, mut segments) = (vec![0u32], Vec::new());
        for node in 0..sink {
            segments.extend(chain(node));
            seg_rows.push(segments.len() as u32);
        }
        let (child_rows, children) = children_of(&head, posts, sink);
        Net { rows, arc_post, arc_value, head, seg_rows, segments, child_rows, children, forced: vec![0; sink], posts, sink }
    }

    pub fn employees(&self) -> usize {
        self.rows.len() - 1
    }

    pub fn row(&self, employee: usize) -> std::ops::Range<usize> {
        self.rows[employee] as usize..self.rows[employee + 1] as usize
    }

    /// The arcs of one employee.
    pub fn stored(&self, employee: usize) -> Stored<'_, C> {
        let row = self.row(employee);
        Stored { posts: &self.arc_post[row.clone()], values: &self.arc_value[row] }
    }

    /// The segments of a node as a range of `segments`.
    pub fn chain(&self, node: usize) -> std::ops::Range<usize> {
        self.seg_rows[node] as usize..self.seg_rows[node + 1] as usize
    }

    /// The nodes that flow into a unit or the sink.
    pub fn children(&self, node: usize) -> &[u32] {
        let at = node - self.posts;
        &self.children[self.child_rows[at] as usize..self.child_rows[at + 1] as usize]
    }
}

/// The segments of a post or unit, and how many of its places must be filled.
fn places_of(problem: &Problem, node: usize) -> (&[Segment], u64) {
    match node.checked_sub(problem.posts()) {
        None => (problem.post_segments(node), problem.post_least(node)),
        Some(unit) => (problem.unit_segments(unit), problem.unit_least(unit)),
    }
}

/// The places after the first `least`. Of more places than the `most` that can be filled one is kept: it stays
/// empty in every plan, so its price is right for all the others; and where prices are off, no more are filled in vain.
fn after(segments: &[Segment], mut least: u64, most: u64) -> Vec<(u32, i64)> {
    let mut room = most.saturating_add(1);
    let mut left = Vec::with_capacity(segments.len());
    for segment in segments {
        let taken = least.min(u64::from(segment.width)) as u32;
        least -= u64::from(taken);
        let width = u64::from(segment.width - taken).min(room) as u32;
        room -= u64::from(width);
        if width > 0 {
            left.push((width, segment.reward));
        }
    }
    left
}

/// Lists for every unit and the sink the nodes that flow into it (a counting sort by head).
fn children_of(head: &[u32], posts: usize, sink: usize) -> (Vec<u32>, Vec<u32>) {
    let mut rows = vec![0u32; sink - posts + 2];
    for &h in head {
        rows[h as usize - posts + 1] += 1;
    }
    for at in 1..rows.len() {
        rows[at] += rows[at - 1];
    }
    let mut fill = rows.clone();
    let mut children = vec![0u32; head.len()];
    for (node, &h) in head.iter().enumerate() {
        let slot = &mut fill[h as usize - posts];
        children[*slot as usize] = node as u32;
        *slot += 1;
    }
    (rows, children)
}
