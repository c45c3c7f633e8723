//! One end of a search: Dijkstra's labels over the residual graph in reduced costs, with the arcs (ahead) or
//! against them (back). Labels are lengths in plain costs; distances are labels and a price, which
//! need not be read unless a label improves.

use super::queue::Queue;
use super::state::State;

/// Farther than any distance, and small enough that one addition cannot overflow.
pub(in crate::matching) const FAR: i64 = i64::MAX / 4;

/// The arc by which a node was reached, which is also how flow changes along it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::matching) enum Via {
    /// It is where the search began.
    Start,
    /// Somebody moves from one post to another, along this arc out of the former.
    Moved(u32),
    /// One more place of a node is filled, so that its head has one more person.
    Filled,
    /// One place of a node is emptied, so that its head has one person less.
    Emptied,
}

/// Which way arcs are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::matching) enum Way {
    Ahead,
    Back,
}

/// The node where two waves meet, and the length of the path through it.
pub(in crate::matching) type Meeting = Option<(usize, i64)>;

/// Labels and queues, kept between searches so that a search costs only what it touches.
#[derive(Debug, Clone)]
pub(in crate::matching) struct Wave {
    way: Way,
    pub label: Vec<i64>,
    /// The neighbour on the side of the start, and the arc between.
    via: Vec<(u32, Via)>,
    done: Vec<bool>,
    touched: Vec<u32>,
    pub settled: Vec<u32>,
    queue: Queue,
    /// What waits at the present distance: last in, first out, which dives through plateaus of ties.
    plateau: Vec<u32>,
    level: i64,
    /// Arcs looked at.
    pub work: usize,
}

impl Wave {
    pub fn new(nodes: usize, way: Way) -> Self {
        Wave {
            way,
            label: vec![FAR; nodes],
            via: vec![(0, Via::Start); nodes],
            done: vec![false; nodes],
            touched: Vec::new(),
            settled: Vec::new(),
            queue: Queue::new(nodes),
            plateau: Vec::new(),
            level: 0,
            work: 0,
        }
    }

    pub fn reset(&mut self) {
        for node in self.touched.drain(..) {
            self.label[node as usize] = FAR;
            self.done[node as usize] = false;
        }
        self.settled.clear();
        self.queue.clear();
        self.plateau.clear();
        (self.level, self.work) = (0, 0);
    }

    #[inline]
    fn distance(&self, price: i64, label: i64) -> i64 {
        match self.way {
            Way::Ahead => label + price,
            Way::Back => label - price,
        }
    }

    /// How far a node is; none while it is not settled.
    pub fn distance_of(&self, state: &State, node: usize) -> Option<i64> {
        self.done[node].then(|| self.distance(state.price[node], self.label[node]))
    }

    /// The nodes nearer than `reach`, and what they miss of it.
    pub fn missing(&self, state: &State, reach: i64) -> Vec<(u32, i64)> {
        let missing = |&node: &u32| {
            let at = node as usize;
            (node, reach - self.distance(state.price[at], self.label[at]))
        };
        self.settled.iter().map(missing).filter(|&(_, by)| by > 0).collect()
    }

    /// From a node along the arcs it was reached by, with what each costs, to the start, which is returned.
    pub fn trace(&self, mut node: usize, mut each: impl FnMut(usize, usize, Via, i64)) -> usize {
        loop {
            let (next, via) = (self.via[node].0 as usize, self.via[node].1);
            if via == Via::Start {
                return node;
            }
            each(node, next, via, self.label[node] - self.label[next]);
            node = next;
        }
    }

    /// Makes a node a start, at distance zero.
    pub fn start(&mut self, state: &State, node: usize) {
        let label = match self.way {
            Way::Ahead => -state.price[node],
            Way::Back => state.price[node],
        };
        self.label[node] = label;
        self.via[node] = (node as u32, Via::Start);
        self.touched.push(node as u32);
        self.plateau.push(node as u32);
    }

    /// The distance of the nearest node not settled; none when all that can be reached are.
    pub fn next_level(&mut self) -> Option<i64> {
        while self.plateau.last().is_some_and(|&node| self.done[node as usize]) {
            self.plateau.pop();
        }
        if !self.plateau.is_empty() {
            return Some(self.level);
        }
        while self.queue.first().is_some_and(|(_, node)| self.done[node as usize]) {
            self.queue.pop();
        }
        self.queue.first().map(|top| top.0)
    }

    /// Settles the nearest node and follows its arcs; `other` comes from the other end.
    pub fn advance(&mut self, state: &State, other: Option<&Wave>, best: &mut Meeting) {
        let next = self.plateau.pop().or_else(|| {
            self.queue.pop().map(|(level, node)| {
                self.level = level;
                node
            })
        });
        let Some(node) = next.map(|node| node as usize) else { return };
        if std::mem::replace(&mut self.done[node], true) {
            return;
        }
        self.settled.push(node as u32);
        match self.way {
            Way::Ahead => self.settle_ahead(state, node, other, best),
            Way::Back => self.settle_back(state, node, other, best),
        }
    }

    fn settle_ahead(&mut self, state: &State, node: usize, other: Option<&Wave>, best: &mut Meeting) {
        let label = self.label[node];
        if node < state.posts {
            let arcs = state.fans.leaving(node);
            self.work += arcs.len();
            for (at, arc) in arcs.iter().enumerate() {
                if label + arc.loss < self.label[arc.to as usize] {
                    self.improve(state, arc.to, label + arc.loss, (node as u32, Via::Moved(at as u32)), other, best);
                }
            }
        } else {
            let children = state.children(node);
            self.work += children.len();
            for &child in children {
                if let Some(last) = state.places[child as usize].last {
                    self.relax(state, child, label + last, (node as u32, Via::Emptied), other, best);
                }
            }
        }
        if node < state.sink
            && let Some(next) = state.places[node].next
        {
            self.relax(state, state.head[node], label - next, (node as u32, Via::Filled), other, best);
        }
    }

    fn settle_back(&mut self, state: &State, node: usize, other: Option<&Wave>, best: &mut Meeting) {
        let label = self.label[node];
        if node < state.posts {
            let arcs = state.fans.ending_at(node);
            self.work += arcs.len();
            for arc in arcs {
                if label + arc.loss < self.label[arc.from as usize] {
                    self.improve(state, arc.from, label + arc.loss, (node as u32, Via::Moved(arc.twin)), other, best);
                }
            }
        } else {
            let children = state.children(node);
            self.work += children.len();
            for &child in children {
                if let Some(next) = state.places[child as usize].next {
                    self.relax(state, child, label - next, (node as u32, Via::Filled), other, best);
                }
            }
        }
        if node < state.sink
            && let Some(last) = state.places[node].last
        {
            self.relax(state, state.head[node], label + last, (node as u32, Via::Emptied), other, best);
        }
    }

    fn relax(&mut self, state: &State, node: u32, label: i64, via: (u32, Via), other: Option<&Wave>, best: &mut Meeting) {
        if label < self.label[node as usize] {
            self.improve(state, node, label, via, other, best);
        }
    }

    fn improve(&mut self, state: &State, node: u32, label: i64, via: (u32, Via), other: Option<&Wave>, best: &mut Meeting) {
        let at = node as usize;
        let distance = self.distance(state.price[at], label);
        if best.is_some_and(|(_, length)| distance >= length) {
            return;
        }
        if self.label[at] == FAR {
            self.touched.push(node);
        }
        self.label[at] = label;
        self.via[at] = via;
        let rest = match other.map(|other| other.label[at]) {
            Some(rest) if rest < FAR => Some(rest),
            // A deficit is an end, whether the other side began there yet or not.
            Some(_) if self.way == Way::Ahead && state.excess[at] < 0 => Some(state.price[at]),
            _ => None,
        };
        if let Some(rest) = rest
            && best.is_none_or(|(_, length)| label + rest < length)
        {
            *best = Some((at, label + rest));
        }
        if distance <= self.level {
            self.plateau.push(node);
        } else {
            self.queue.put(distance, node);
        }
    }
}
