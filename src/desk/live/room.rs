//! What it costs the others to make room for one more at every post, where pairs are made and not stored.
//!
//! One person is lifted from the post he holds in an optimal plan. If he takes q, somebody must go on from q
//! until the place he left is filled: a shortest path, for every post at once from the place left
//! backwards (Bellman 1958; Ford & Fulkerson, *Flows in Networks*, 1962). Posts and units are the nodes. For the way
//! through people, one look along all rows at the present costs as charges gives every holder's best way on: that
//! is a pass that the core's pricing makes too. No circle gains anything in an optimal plan, so costs
//! only fall, and what no pass lowers is exact.
use crate::matching::rows::{Lookout, PricedRows};
use crate::matching::{Control, NO_UNIT, Problem, Segment};
use rayon::prelude::*;
use std::sync::atomic::Ordering;

/// More than any cost of making room, and small enough to count with.
pub(super) const FAR: i64 = 1 << 52;

/// An optimal plan as this room needs it.
pub(super) struct Held<'a, R> {
    /// Posts and units.
    pub frame: &'a Problem,
    /// Everyone's lawful posts.
    pub rows: &'a R,
    /// Per employee post and value in the plan.
    pub choice: &'a [(u32, i64)],
}

/// Per post the cost of making room there once `lifted` has left his own; [`FAR`] or more where there is no way.
/// `None` once cancelled.
pub(super) fn costs<R: PricedRows>(held: &Held<'_, R>, lifted: usize, control: &Control<'_>) -> Option<Vec<i64>> {
    let mut nodes = Nodes::of(held.frame, held.choice);
    nodes.post[held.choice[lifted].0 as usize] = 0;
    loop {
        nodes.settle(held.frame);
        if control.cancelled.load(Ordering::Relaxed) {
            return None;
        }
        let at = held.rows.at(&nodes.post);
        let way = |employee: usize| {
            let (post, value) = held.choice[employee];
            let on = at.best(employee).map_or(FAR, |best| value - best);
            (post as usize, on)
        };
        let ways: Vec<(usize, i64)> = (0..held.rows.employees()).into_par_iter().map(way).collect();
        drop(at);
        let mut is_lower = false;
        for (post, on) in ways {
            if on < nodes.post[post] {
                nodes.post[post] = on;
                is_lower = true;
            }
        }
        if !is_lower {
            return Some(nodes.post);
        }
    }
}

/// Posts, units and the sink with what one person too many costs there.
struct Nodes {
    post: Vec<i64>,
    unit: Vec<i64>,
    sink: i64,
    /// Per post and unit what the last filled place earns, and what the next would.
    post_ends: Vec<Ends>,
    unit_ends: Vec<Ends>,
}

#[derive(Clone, Copy)]
struct Ends {
    last: Option<i64>,
    next: Option<i64>,
}

impl Nodes {
    fn of(frame: &Problem, choice: &[(u32, i64)]) -> Self {
        let mut in_post = vec![0u64; frame.posts()];
        let mut in_unit = vec![0u64; frame.units()];
        for (post, _) in choice {
            in_post[*post as usize] += 1;
            if let Some(count) = in_unit.get_mut(frame.unit_of(*post as usize) as usize) {
                *count += 1;
            }
        }
        let post_ends = in_post.iter().enumerate().map(|(at, count)| ends(frame.post_segments(at), *count)).collect();
        let unit_ends = in_unit.iter().enumerate().map(|(at, count)| ends(frame.unit_segments(at), *count)).collect();
        Self { post: vec![FAR; frame.posts()], unit: vec![FAR; frame.units()], sink: FAR, post_ends, unit_ends }
    }

    /// Until no way over places lowers a cost: on into a free place, or back for somebody's place.
    fn settle(&mut self, frame: &Problem) {
        loop {
            let before = (self.sink, self.unit.iter().sum::<i64>(), self.post.iter().sum::<i64>());
            for at in 0..frame.posts() {
                let (unit, ends) = (frame.unit_of(at), self.post_ends[at]);
                let head = if unit == NO_UNIT { &mut self.sink } else { &mut self.unit[unit as usize] };
                through(&mut self.post[at], head, ends);
            }
            for (cost, ends) in self.unit.iter_mut().zip(&self.unit_ends) {
                through(cost, &mut self.sink, *ends);
            }
            if before == (self.sink, self.unit.iter().sum(), self.post.iter().sum()) {
                return;
            }
        }
    }
}

/// One too many here may go on to the head by the next place; one too many at the head may be sent back
/// by the last.
fn through(here: &mut i64, head: &mut i64, ends: Ends) {
    if let Some(next) = ends.next.filter(|_| *head < FAR) {
        *here = (*here).min(*head - next);
    }
    if let Some(last) = ends.last.filter(|_| *here < FAR) {
        *head = (*head).min(*here + last);
    }
}

/// What the last of so many filled places earns, and the next.
fn ends(segments: &[Segment], count: u64) -> Ends {
    let mut left = count;
    let (mut last, mut next) = (None, None);
    for segment in segments {
        let width = u64::from(segment.width);
        if left > 0 {
            last = Some(segment.reward);
        }
        if next.is_none() && left < width {
            next = Some(segment.reward);
        }
        left = left.saturating_sub(width);
    }
    Ends { last, next }
}
