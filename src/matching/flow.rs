//! A flow with prices that never violate reduced-cost optimality, but may violate conservation:
//! the state that the repair starts from and ends with.
//!
//! Any prices do as a start. Rounding to them (every employee takes a best arc, every place of
//! positive reduced gain is filled, of negative emptied) leaves excess at some nodes and deficit at
//! others; how much is how good the prices were.

use super::net::{Cost, Net};

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
    pub employee: u32,
}

/// The state of the repair.
#[derive(Debug)]
pub(super) struct Flow<C> {
    pub choice: Vec<u32>,
    /// One price per node, the sink included.
    pub price: Vec<C>,
    pub outlets: Vec<Outlet<C>>,
    /// Per node what comes in less what goes out.
    pub excess: Vec<i64>,
    /// Per post who holds it, by rising key.
    pub holders: Vec<Vec<Holder<C>>>,
}

impl<C: Cost> Flow<C> {
    /// Rounds to prices. Where several arcs are best, `prefer` is kept. `Err` names an employee
    /// without any arc.
    pub fn round(net: &Net<'_, C>, price: Vec<C>, prefer: &[u32]) -> Result<Self, usize> {
        let mut flow = Flow {
            choice: Vec::with_capacity(net.employees()),
            price,
            outlets: Vec::with_capacity(net.sink),
            excess: vec![0; net.sink + 1],
            holders: vec![Vec::new(); net.posts],
        };
        for employee in 0..net.employees() {
            let preferred = prefer.get(employee).copied().unwrap_or(u32::MAX);
            flow.take_best(net, employee, preferred).ok_or(employee)?;
        }
        for list in &mut flow.holders {
            list.sort_unstable_by_key(|h| (h.key, h.employee));
        }
        for node in 0..net.sink {
            flow.fill(net, node);
        }
        flow.excess[net.sink] -= net.employees() as i64;
        Ok(flow)
    }

    fn take_best(&mut self, net: &Net<'_, C>, employee: usize, preferred: u32) -> Option<()> {
        let row = net.row(employee);
        let net_value = |arc: usize| net.arc_value[arc] - self.price[net.arc_post[arc] as usize];
        // The preferred arc leads, so that others must be truly better to take its place.
        let mut best = if row.contains(&(preferred as usize)) { preferred as usize } else { row.start };
        if row.is_empty() {
            return None;
        }
        let mut top = net_value(best);
        for arc in row.clone() {
            let value = net_value(arc);
            if value > top {
                (best, top) = (arc, value);
            }
        }
        let post = net.arc_post[best];
        let other = row.filter(|&arc| net.arc_post[arc] != post).map(net_value).max();
        let key = other.map_or(C::FAR, |second| net.arc_value[best] - second);
        self.choice.push(best as u32);
        self.excess[post as usize] += 1;
        self.holders[post as usize].push(Holder { key, employee: employee as u32 });
        Some(())
    }

    /// Fills the places of a node by their reduced gain; those of gain zero as conservation likes.
    fn fill(&mut self, net: &Net<'_, C>, node: usize) {
        let head = net.head[node] as usize;
        let cut = self.price[head] - self.price[node];
        let places = |keep: &dyn Fn(C) -> bool| -> i64 {
            net.segments[net.chain(node)].iter().filter(|s| keep(s.1)).map(|s| i64::from(s.0)).sum()
        };
        let (must, may) = (places(&|r| r > cut), places(&|r| r >= cut));
        let filled = (self.excess[node] - net.forced[node]).clamp(must, may);
        self.outlets.push(Outlet::with(net, node, filled).0);
        self.excess[node] -= filled + net.forced[node];
        self.excess[head] += filled + net.forced[node];
    }

    /// Moves an employee along an arc of reduced cost zero.
    pub fn reassign(&mut self, net: &Net<'_, C>, employee: u32, arc: u32) {
        let from = net.arc_post[self.choice[employee as usize] as usize] as usize;
        let to = net.arc_post[arc as usize] as usize;
        self.holders[from].retain(|h| h.employee != employee);
        // The arc he came by is tight, so leaving again costs nothing: the key is the price.
        let holder = Holder { key: self.price[to], employee };
        let list = &mut self.holders[to];
        let at = list.partition_point(|h| (h.key, h.employee) < (holder.key, holder.employee));
        list.insert(at, holder);
        self.choice[employee as usize] = arc;
    }
}
