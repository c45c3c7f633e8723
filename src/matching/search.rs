//! Shortest augmenting path from one node of excess to the nearest deficit, by Dijkstra in reduced
//! costs (Edmonds & Karp 1972; Tomizawa 1971). People are not nodes: the arc p→q costs the least over
//! the holders of p of what they lose by moving to q. Holders are looked at lazily, in the order
//! of a lower bound of that loss, so that most rows are never read.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::flow::{Flow, Holder};
use super::net::{Cost, Net};
use super::shortlist::read;

/// How a node was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Via {
    /// It is the source.
    Source,
    /// A holder of another post moves here.
    Holder { employee: u32 },
    /// One more place of this node, whose head it is, is filled.
    Filled { child: u32 },
    /// One place of the node itself is emptied, so its head has room again.
    Emptied,
}

/// A nearest deficit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<C> {
    pub node: usize,
    pub distance: C,
}

/// Labels and queues, kept between searches so that a search costs only what it touches.
#[derive(Debug)]
pub(super) struct Search<C> {
    dist: Vec<C>,
    pub via: Vec<Via>,
    done: Vec<bool>,
    cursor: Vec<u32>,
    touched: Vec<u32>,
    settled: Vec<u32>,
    /// Of n nodes, node v settles as v; "the next holder of v" waits as v + n, "the whole row of
    /// slot s" as s + 2n.
    heap: BinaryHeap<Reverse<(C, u32)>>,
    /// What waits at the present distance: last in, first out, which dives through plateaus of ties.
    plateau: Vec<u32>,
    level: C,
    best: Option<Found<C>>,
    /// Holders looked at so far, and rows read: the measure of work.
    pub scanned: u64,
    pub rows_read: u64,
}

impl<C: Cost> Search<C> {
    pub fn new(nodes: usize) -> Self {
        Search {
            dist: vec![C::FAR; nodes],
            via: vec![Via::Source; nodes],
            done: vec![false; nodes],
            cursor: vec![0; nodes],
            touched: Vec::new(),
            settled: Vec::new(),
            heap: BinaryHeap::new(),
            plateau: Vec::new(),
            level: C::default(),
            best: None,
            scanned: 0,
            rows_read: 0,
        }
    }

    /// The nearest deficit to `source`; none when none can be reached.
    pub fn run(&mut self, net: &Net<'_, C>, flow: &mut Flow<C>, source: usize) -> Option<Found<C>> {
        let nodes = (net.sink + 1) as u32;
        self.reset();
        self.relax(flow, source, C::default(), Via::Source);
        while let Some(event) = self.next_event() {
            if self.best.is_some_and(|b| b.distance <= self.level) {
                break;
            }
            if event >= 2 * nodes {
                self.expand_row(net, flow, event - 2 * nodes);
            } else if event >= nodes {
                self.expand(net, flow, (event - nodes) as usize);
            } else if !self.done[event as usize] && self.dist[event as usize] <= self.level {
                self.settle(net, flow, event as usize);
            }
        }
        self.best
    }

    /// The nodes that the last search reached.
    pub fn reached(&self) -> &[u32] {
        &self.settled
    }

    /// Raises prices so that the path found is tight and no reduced cost turns negative.
    pub fn reprice(&mut self, flow: &mut Flow<C>, distance: C) {
        for &node in &self.settled {
            let d = self.dist[node as usize];
            if d < distance {
                flow.price[node as usize] = flow.price[node as usize] + distance - d;
            }
        }
        for &node in &self.settled {
            if self.cursor[node as usize] > 0 {
                // A short run before a sorted rest, which the stable sort merges in linear time.
                flow.holders[node as usize].sort_by_key(|h| (h.key, h.employee));
            }
        }
    }

    fn reset(&mut self) {
        for node in self.touched.drain(..) {
            self.dist[node as usize] = C::FAR;
            self.done[node as usize] = false;
            self.cursor[node as usize] = 0;
        }
        self.settled.clear();
        self.heap.clear();
        self.plateau.clear();
        self.level = C::default();
        self.best = None;
    }

    fn next_event(&mut self) -> Option<u32> {
        if let Some(event) = self.plateau.pop() {
            return Some(event);
        }
        let Reverse((level, event)) = self.heap.pop()?;
        self.level = level;
        Some(event)
    }

    fn wait(&mut self, distance: C, event: u32) {
        if distance <= self.level {
            self.plateau.push(event);
        } else if self.best.is_none_or(|b| distance < b.distance) {
            self.heap.push(Reverse((distance, event)));
        }
    }

    fn relax(&mut self, flow: &Flow<C>, node: usize, distance: C, via: Via) {
        if distance >= self.dist[node] || self.best.is_some_and(|b| distance >= b.distance) {
            return;
        }
        if self.dist[node] == C::FAR {
            self.touched.push(node as u32);
        }
        self.dist[node] = distance;
        self.via[node] = via;
        if flow.excess[node] < 0 {
            self.best = Some(Found { node, distance });
        } else {
            self.wait(distance, node as u32);
        }
    }

    /// Follows the arcs of a node whose distance is final.
    fn settle(&mut self, net: &Net<'_, C>, flow: &Flow<C>, node: usize) {
        self.done[node] = true;
        self.settled.push(node as u32);
        let price = flow.price[node];
        if node < net.posts {
            self.wait_for_holder(net, flow, node);
        } else {
            for &child in net.children(node) {
                if let Some(last) = flow.outlets[child as usize].last {
                    let cost = last + flow.price[child as usize] - price;
                    self.relax(flow, child as usize, self.level + cost, Via::Emptied);
                }
            }
        }
        if node < net.sink
            && let Some(next) = flow.outlets[node].next
        {
            let head = net.head[node] as usize;
            let cost = flow.price[head] - price - next;
            self.relax(flow, head, self.level + cost, Via::Filled { child: node as u32 });
        }
    }

    fn wait_for_holder(&mut self, net: &Net<'_, C>, flow: &Flow<C>, post: usize) {
        if let Some(holder) = flow.holders[post].get(self.cursor[post] as usize)
            && holder.key < C::FAR
        {
            let at = self.dist[post] + holder.key - flow.price[post];
            self.wait(at, (post + net.sink + 1) as u32);
        }
    }

    /// Follows the short list of the next holder of a post, and sharpens his key on the way.
    fn expand(&mut self, net: &Net<'_, C>, flow: &mut Flow<C>, post: usize) {
        let at = self.cursor[post] as usize;
        self.cursor[post] += 1;
        self.wait_for_holder(net, flow, post);
        self.scanned += 1;
        let Holder { employee, value, slot, .. } = flow.holders[post][at];
        if self.lists_do_not_help() {
            return self.expand_whole(net, flow, post, at);
        }
        let list = &flow.shortlists[slot as usize];
        let offset = self.dist[post] + value - flow.price[post];
        // A list that was never read has no arcs, and its bound makes the row be read at once.
        let mut nearest = C::FAR;
        if list.beyond > C::NEVER {
            nearest = C::default() - list.beyond;
            self.wait((offset + nearest).max(self.level), slot + 2 * (net.sink + 1) as u32);
        }
        for (to, worth) in list.arcs() {
            let ask = flow.price[to as usize] - worth;
            // A post that is done cannot come nearer, but it still counts for the key.
            if to as usize != post {
                nearest = nearest.min(ask);
                if offset + ask < self.dist[to as usize] {
                    self.relax(flow, to as usize, offset + ask, Via::Holder { employee });
                }
            }
        }
        flow.holders[post][at].key = if nearest == C::FAR { C::FAR } else { value + nearest };
    }

    /// Where rows are long and much alike, nearly every short list has to be read anew: then it is quicker without.
    fn lists_do_not_help(&self) -> bool {
        self.scanned > 20_000 && 10 * self.rows_read > 9 * self.scanned
    }

    /// Follows all arcs of a holder at once, whatever his short list says.
    fn expand_whole(&mut self, net: &Net<'_, C>, flow: &mut Flow<C>, post: usize, at: usize) {
        self.rows_read += 1;
        let Holder { employee, value, .. } = flow.holders[post][at];
        let offset = self.dist[post] + value - flow.price[post];
        let mut nearest = C::FAR;
        let row = net.stored(employee as usize);
        for (&to, &worth) in row.posts.iter().zip(row.values) {
            let to = to as usize;
            let ask = flow.price[to] - worth;
            // A post that is done cannot come nearer, but it still counts for the key.
            if to != post {
                nearest = nearest.min(ask);
                if offset + ask < self.dist[to] {
                    self.relax(flow, to, offset + ask, Via::Holder { employee });
                }
            }
        }
        flow.holders[post][at].key = if nearest == C::FAR { C::FAR } else { value + nearest };
    }

    /// Follows all arcs of an employee, once the search is as far as those outside his short list may be.
    fn expand_row(&mut self, net: &Net<'_, C>, flow: &mut Flow<C>, slot: u32) {
        let employee = flow.owners[slot as usize];
        self.rows_read += 1;
        let held = flow.choice[employee as usize] as usize;
        let post = net.arc_post[held] as usize;
        let offset = self.dist[post] + net.arc_value[held] - flow.price[post];
        flow.shortlists[slot as usize] = read(&flow.shortlists[slot as usize], &flow.price, net.stored(employee as usize));
        for arc in net.row(employee as usize) {
            let to = net.arc_post[arc] as usize;
            let distance = offset + flow.price[to] - net.arc_value[arc];
            if distance < self.dist[to] {
                self.relax(flow, to, distance, Via::Holder { employee });
            }
        }
    }
}
