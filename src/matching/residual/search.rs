//! Shortest augmenting paths over posts, units and the sink, searched from both ends (Pohl, *Bi-directional
//! search*, 1971). In a city almost every post is a few points away from almost every other, so that the
//! posts within half the distance of either end are far fewer than those within the whole of it.
//!
//! **Prices.** The search ends with distances settled up to F from the source and up to B from the deficits,
//! F + B being the length of the path. Nodes nearer than F to the source rise by what is missing, nodes
//! nearer than B to a deficit fall by what is missing. No reduced cost c of an arc u → v turns negative: either
//! change alone keeps it so (Edmonds & Karp 1972); and where u rises and v falls, both together take
//! F − d(u) + B − d(v) off, which is at most c as the way through the arc is no shorter than the path.

use super::InMemory;
use super::fans::Held;
use super::state::State;
use super::wave::{Meeting, Via, Wave, Way};

/// Arcs looked at from the source, per node out of balance, before the search begins from the deficits too.
const PER_DEFICIT: usize = 2;

/// A change of flow along one arc of a path.
#[derive(Debug, Clone, Copy)]
enum Step {
    Move { employee: u32, held: Held },
    Fill(usize),
    Empty(usize),
}

/// The labels of both ends.
#[derive(Debug, Clone)]
pub(in crate::matching) struct Search {
    /// From the source.
    ahead: Wave,
    /// Into the deficits.
    back: Wave,
}

impl Search {
    pub fn new(nodes: usize) -> Self {
        Search { ahead: Wave::new(nodes, Way::Ahead), back: Wave::new(nodes, Way::Back) }
    }

    /// Sends one unit of excess from `source` to the nearest deficit, and changes prices so that no
    /// reduced cost turns negative. Returns the distance; none, and nothing changed, where none is reached.
    pub fn send(&mut self, state: &mut State, rows: &impl InMemory, source: usize) -> Option<i64> {
        state.refresh(rows);
        let (meeting, length) = self.run(state, source)?;
        let (steps, target) = self.path(state, meeting);
        let near = self.ahead.next_level().map_or(length, |level| level.min(length));
        let (rise, fall) = (self.ahead.missing(state, near), self.back.missing(state, length - near));
        rise.into_iter().for_each(|(node, by)| state.reprice(node as usize, by));
        fall.into_iter().for_each(|(node, by)| state.reprice(node as usize, -by));
        state.excess[source] -= 1;
        state.excess[target] += 1;
        for step in steps {
            match step {
                Step::Move { employee, held } => state.reassign(employee, held),
                Step::Fill(node) => state.push(node),
                Step::Empty(node) => state.pull(node),
            }
        }
        Some(length)
    }

    /// Raises the prices of an optimal plan to the greatest that prove it, where none is above the one of the sink by
    /// more than before and `most`: each may rise until something of zero reduced cost would turn negative, which is a shortest
    /// path to the sink (Ahuja, Magnanti & Orlin 1993, section 9.4: optimal potentials are shortest distances).
    pub fn raise(&mut self, state: &mut State, rows: &impl InMemory, most: i64) {
        state.refresh(rows);
        let back = &mut self.back;
        back.reset();
        back.start(state, state.sink);
        while back.next_level().is_some_and(|level| level < most) {
            back.advance(state, None, &mut None);
        }
        for node in 0..state.sink {
            let by = back.distance_of(state, node).map_or(most, |distance| distance.min(most));
            if by != 0 {
                state.reprice(node, by);
            }
        }
    }

    /// The labels of ways into a node, free between searches.
    pub fn back(&mut self) -> &mut Wave {
        &mut self.back
    }

    /// The nodes that the last search reached from its source: all there are, if it failed.
    pub fn reached(&self) -> &[u32] {
        &self.ahead.settled
    }

    fn run(&mut self, state: &State, source: usize) -> Meeting {
        let Search { ahead, back } = self;
        ahead.reset();
        back.reset();
        ahead.start(state, source);
        let mut best: Meeting = None;
        let mut has_two_ends = false;
        loop {
            // Where much is out of balance the next deficit is near, and starting from all of them takes long.
            if !has_two_ends && ahead.work >= PER_DEFICIT * state.unbalanced.len() {
                has_two_ends = true;
                for &node in state.unbalanced.iter().filter(|&&node| state.excess[node as usize] < 0) {
                    back.start(state, node as usize);
                }
            }
            let (from, into) = (ahead.next_level(), if has_two_ends { back.next_level() } else { Some(0) });
            match (best, from, into) {
                (Some((_, length)), Some(a), Some(b)) if a + b < length => {}
                // Without a way on, the ahead end goes on alone: all it reaches is the witness.
                (None, Some(_), _) => {}
                _ => break,
            }
            if !has_two_ends || into.is_none() || ahead.work <= back.work {
                ahead.advance(state, Some(back), &mut best);
            } else {
                back.advance(state, Some(ahead), &mut best);
            }
        }
        if let Some((node, _)) = best.filter(|_| !has_two_ends) {
            back.start(state, node);
        }
        best
    }

    /// The changes of flow along the path through `meeting`, and the deficit it leads to. No node is met twice: one
    /// on both ways had both its labels before the meeting had, at no greater length, and the ends would
    /// have met there.
    fn path(&self, state: &State, meeting: usize) -> (Vec<Step>, usize) {
        let mut steps = Vec::new();
        self.ahead.trace(meeting, |node, before, via, loss| steps.push(Step::of(state, via, before, node, loss)));
        let target = self.back.trace(meeting, |node, next, via, loss| steps.push(Step::of(state, via, node, next, loss)));
        (steps, target)
    }
}

impl Step {
    fn of(state: &State, via: Via, from: usize, to: usize, loss: i64) -> Self {
        match via {
            Via::Moved(at) => {
                let employee = state.fans.leaving(from)[at as usize].who;
                let value = state.held[employee as usize].value - loss;
                Step::Move { employee, held: Held { value, post: to as u32 } }
            }
            Via::Emptied => Step::Empty(to),
            Via::Filled | Via::Start => Step::Fill(from),
        }
    }
}
