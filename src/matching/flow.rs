//! A flow with prices that never violate reduced-cost optimality, but may violate conservation:
//! the state that the repair starts from and ends with.
//!
//! Any prices do as a start. Rounding to them (every employee takes a best arc, every place of
//! positive reduced gain is filled, of negative emptied) leaves excess at some nodes and deficit at
//! others; how much is how good the prices were.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::net::{Cost, Net};
use super::shortlist::{Shortlist, read};

/// The places of one node on the way to its head: how many are filled, what the next would earn
/// and what the last one earns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outlet<C> {
    pub next: Option<C>,
    pub last: Option<C>,
    segment: u32,
    used: u32,
}

impl<C: Cost> Outlet<C> {
    /// With the first `filled` places taken (as many as there are, at most); also what did not fit.
    pub fn with(net: &Net<'_, C>, node: usize, mut filled: i64) -> (Self, i64) {
        let range = net.chain(node);
        let mut at = range.start;
        while at < range.end && filled >= i64::from(net.segments[at].0) {
            filled -= i64::from(net.segments[at].0);
            at += 1;
        }
        let (used, over) = if at < range.end { (filled as u32, 0) } else { (0, filled) };
        let mut outlet = Outlet { next: None, last: None, segment: at as u32, used };
        outlet.refresh(net, node);
        (outlet, over)
    }

    fn refresh(&mut self, net: &Net<'_, C>, node: usize) {
        let (range, at) = (net.chain(node), self.segment as usize);
        self.next = (at < range.end).then(|| net.segments[at].1);
        self.last = if self.used > 0 { self.next } else { (at > range.start).then(|| net.segments[at - 1].1) };
    }

    /// One more place filled; only where `next` is some.
    pub fn push(&mut self, net: &Net<'_, C>, node: usize) {
        self.used += 1;
        if self.used == net.segments[self.segment as usize].0 {
            self.segment += 1;
            self.used = 0;
        }
        self.refresh(net, node);
    }

    /// One place emptied; only where `last` is some.
    pub fn pull(&mut self, net: &Net<'_, C>, node: usize) {
        if self.used == 0 {
            self.segment -= 1;
            self.used = net.segments[self.segment as usize].0;
        }
        self.used -= 1;
        self.refresh(net, node);
    }
}

/// An employee on a post, with a lower bound of the price at which he would rather leave it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Holder<C> {
    /// Leaving costs at least `key` − the price of the post. Prices only rise during repair, so a
    /// key once true stays true and need not be recomputed until it matters.
    pub key: C,
    /// What the post is worth to him.
    pub value: C,
    pub employee: u32,
    /// Where his short list is.
    pub slot: u32,
}

/// The state of the repair.
#[derive(Debug)]
pub(super) struct Flow<C> {
    /// Per employee the arc taken.
    pub choice: Vec<u32>,
    /// One price per node, the sink included.
    pub price: Vec<C>,
    pub outlets: Vec<Outlet<C>>,
    /// Per node what comes in less what goes out.
    pub excess: Vec<i64>,
    /// Per post who holds it, by rising key.
    pub holders: Vec<Vec<Holder<C>>>,
    /// In the order of posts and holders at rounding, since a search looks along the holders of a post;
    /// [`Holder::slot`] says which is whose.
    pub shortlists: Vec<Shortlist<C>>,
    /// Per slot of `shortlists` whose it is.
    pub owners: Vec<u32>,
}

/// A row looked along: the arc to take, what the best other post nets, and the best few arcs.
struct Seen<C> {
    arc: u32,
    second: C,
    list: Shortlist<C>,
}

impl<C: Cost> Flow<C> {
    /// Rounds to prices. Where several posts are best, the one that `prefer` names for the employee is kept.
    /// `lists` are what earlier readings kept, at whatever prices. `Err` names an employee without any arc.
    pub fn round(net: &Net<'_, C>, price: Vec<C>, prefer: &[u32], mut lists: Vec<Shortlist<C>>) -> Result<Self, usize> {
        lists.resize(net.employees(), Shortlist::UNREAD);
        if let Some(employee) = (0..net.employees()).find(|&employee| net.row(employee).is_empty()) {
            return Err(employee);
        }
        let mut flow = Flow {
            choice: vec![0; net.employees()],
            price,
            outlets: Vec::with_capacity(net.sink),
            excess: vec![0; net.sink + 1],
            holders: vec![Vec::new(); net.posts],
            shortlists: Vec::new(),
            owners: Vec::with_capacity(net.employees()),
        };
        let mut seen = vec![(0, C::default()); net.employees()];
        (lists.par_iter_mut(), seen.par_iter_mut()).into_par_iter().enumerate().with_min_len(2048).for_each(
            |(employee, (list, (arc, second)))| {
                let preferred = prefer.get(employee).copied().unwrap_or(u32::MAX);
                let one = look_along(net, &flow.price, employee, preferred, list);
                (*list, *arc, *second) = (one.list, one.arc, one.second);
            },
        );
        flow.make_room(seen.iter().map(|&(arc, _)| net.arc_post[arc as usize]));
        let mut room = Room::at(net, &flow.price);
        // Whoever has several best posts sits last, where there is room: that spares the search a detour each.
        let tied = |&employee: &usize| {
            let (arc, second) = seen[employee];
            net.arc_value[arc as usize] - flow.price[net.arc_post[arc as usize] as usize] == second
        };
        let (undecided, decided): (Vec<usize>, Vec<usize>) = (0..seen.len()).partition(tied);
        for employee in decided {
            let (arc, second) = seen[employee];
            room.take(net, net.arc_post[arc as usize] as usize);
            flow.sit(net, employee, arc, second);
        }
        for employee in undecided {
            let (mut arc, second) = seen[employee];
            if !room.any(net, net.arc_post[arc as usize] as usize) {
                arc = room.equal(net, &flow.price, employee, second).unwrap_or(arc);
            }
            room.take(net, net.arc_post[arc as usize] as usize);
            flow.sit(net, employee, arc, second);
        }
        for list in &mut flow.holders {
            list.sort_unstable_by_key(|h| (h.key, h.employee));
            for holder in list {
                holder.slot = flow.owners.len() as u32;
                flow.owners.push(holder.employee);
            }
        }
        reorder(&mut lists, &flow.owners);
        flow.shortlists = lists;
        for node in 0..net.sink {
            flow.fill(net, node);
        }
        flow.excess[net.sink] -= net.employees() as i64;
        Ok(flow)
    }

    /// Lists of holders as long as they will be, so that they do not grow piece by piece.
    fn make_room(&mut self, posts: impl Iterator<Item = u32>) {
        let mut count = vec![0usize; self.holders.len()];
        posts.for_each(|post| count[post as usize] += 1);
        self.holders = count.into_iter().map(Vec::with_capacity).collect();
    }

    fn sit(&mut self, net: &Net<'_, C>, employee: usize, arc: u32, second: C) {
        let (post, value) = (net.arc_post[arc as usize], net.arc_value[arc as usize]);
        let key = if second == C::NEVER { C::FAR } else { value - second };
        self.choice[employee] = arc;
        self.excess[post as usize] += 1;
        self.holders[post as usize].push(Holder { key, value, employee: employee as u32, slot: 0 });
    }

    /// Fills the places of a node by their reduced gain; those of gain zero as conservation likes.
    fn fill(&mut self, net: &Net<'_, C>, node: usize) {
        let head = net.head[node] as usize;
        let cut = self.price[head] - self.price[node];
        let (must, may) = (places(net, node, |r| r > cut), places(net, node, |r| r >= cut));
        let filled = (self.excess[node] - net.forced[node]).clamp(must, may);
        self.outlets.push(Outlet::with(net, node, filled).0);
        self.excess[node] -= filled + net.forced[node];
        self.excess[head] += filled + net.forced[node];
    }

    /// Units of flow that are at a wrong place.
    pub fn misplaced(&self) -> i64 {
        self.excess.iter().map(|&excess| excess.max(0)).sum()
    }

    /// The post an employee holds.
    pub fn post_of(&self, net: &Net<'_, C>, employee: u32) -> usize {
        net.arc_post[self.choice[employee as usize] as usize] as usize
    }

    /// Moves an employee to a post along an arc of reduced cost zero.
    pub fn reassign(&mut self, net: &Net<'_, C>, employee: u32, to: usize) {
        let from = self.post_of(net, employee);
        let Some(at) = self.holders[from].iter().position(|h| h.employee == employee) else { return };
        let slot = self.holders[from].remove(at).slot;
        let arcs = net.row(employee as usize).filter(|&arc| net.arc_post[arc] as usize == to);
        let Some(arc) = arcs.max_by_key(|&arc| (net.arc_value[arc], Reverse(arc))) else { return };
        // The arc he came by is tight, so leaving again costs nothing: the key is the price.
        let holder = Holder { key: self.price[to], value: net.arc_value[arc], employee, slot };
        let list = &mut self.holders[to];
        let at = list.partition_point(|h| (h.key, h.employee) < (holder.key, holder.employee));
        list.insert(at, holder);
        self.choice[employee as usize] = arc as u32;
    }
}

/// Moves what stands at `from[at]` to `at`, for all places. In place, since new memory costs more than what it holds.
fn reorder<T: Copy>(items: &mut [T], from: &[u32]) {
    let mut is_done = vec![false; items.len()];
    for first in 0..items.len() {
        let (held, mut at) = (items[first], first);
        while !std::mem::replace(&mut is_done[at], true) {
            let next = from[at] as usize;
            items[at] = if next == first { held } else { items[next] };
            at = next;
        }
    }
}

fn places<C: Cost>(net: &Net<'_, C>, node: usize, keep: impl Fn(C) -> bool) -> i64 {
    net.segments[net.chain(node)].iter().filter(|s| keep(s.1)).map(|s| i64::from(s.0)).sum()
}

/// Places not yet taken that may be filled at the prices, per post and unit.
struct Room(Vec<i64>);

impl Room {
    fn at<C: Cost>(net: &Net<'_, C>, price: &[C]) -> Self {
        let may = |node: usize| {
            let cut = price[net.head[node] as usize] - price[node];
            places(net, node, |r| r >= cut) + net.forced[node]
        };
        Self((0..net.sink).map(may).collect())
    }

    fn any<C: Cost>(&self, net: &Net<'_, C>, post: usize) -> bool {
        let unit = net.head[post] as usize;
        self.0[post] > 0 && (unit == net.sink || self.0[unit] > 0)
    }

    fn take<C: Cost>(&mut self, net: &Net<'_, C>, post: usize) {
        self.0[post] -= 1;
        let unit = net.head[post] as usize;
        if unit != net.sink {
            self.0[unit] -= 1;
        }
    }

    /// An arc that nets as much as the best, to a post with room.
    fn equal<C: Cost>(&self, net: &Net<'_, C>, price: &[C], employee: usize, best: C) -> Option<u32> {
        let nets = |arc: usize| net.arc_value[arc] - price[net.arc_post[arc] as usize];
        let mut row = net.row(employee);
        row.find(|&arc| nets(arc) == best && self.any(net, net.arc_post[arc] as usize)).map(|arc| arc as u32)
    }
}

fn look_along<C: Cost>(net: &Net<'_, C>, price: &[C], employee: usize, preferred: u32, former: &Shortlist<C>) -> Seen<C> {
    let list = read(former, price, net.stored(employee));
    let nets = |(post, value): (u32, C)| value - price[post as usize];
    let top = list.arcs().map(nets).fold(C::NEVER, C::max);
    let mut best = net.row(employee).start;
    // Every arc, since the list may be full of equals without the preferred one.
    let mut found = false;
    for arc in net.row(employee) {
        let post = net.arc_post[arc];
        if (!found || post == preferred) && nets((post, net.arc_value[arc])) == top {
            best = arc;
            found = true;
            if post == preferred {
                break;
            }
        }
    }
    let held = net.arc_post[best];
    let second = list.arcs().filter(|&(post, _)| post != held).map(nets).fold(list.beyond, C::max);
    Seen { arc: best as u32, second, list }
}
