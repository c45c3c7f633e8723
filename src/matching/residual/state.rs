//! The plan with its prices, and every change to it. Each change is noted on a trail, so that an edit
//! that turns out impossible, or is cancelled, can be taken back to the letter.

use super::InMemory;
use super::fans::{Fans, Held};
use super::places::Places;
use crate::matching::problem::{NO_UNIT, Problem, Segment};
use crate::matching::solution::Prices;

/// One change, with what was before.
#[derive(Debug, Clone)]
pub(in crate::matching) enum Change {
    Places { node: u32, places: Places },
    Held { employee: u32, held: Held },
    Price { node: u32, price: i64 },
    Pushed { node: u32 },
    Pulled { node: u32 },
}

/// Nodes are the posts, then the units, then the sink.
#[derive(Debug, Clone)]
pub(in crate::matching) struct State {
    pub posts: usize,
    pub sink: usize,
    /// Where the people of a post or unit flow on to.
    pub head: Vec<u32>,
    /// Per unit, and last for the sink, the nodes that flow into it.
    children: Vec<Vec<u32>>,
    pub places: Vec<Places>,
    /// No more places than this are ever filled of a node: one per person, and until a minimum is met one
    /// for each who is missing.
    most: u64,
    /// One price per node. Every reduced cost is non-negative under them, at all times.
    pub price: Vec<i64>,
    /// Per node what comes in less what goes out: zero everywhere between edits.
    pub excess: Vec<i64>,
    /// Nodes whose excess was changed since the last edit.
    pub unbalanced: Vec<u32>,
    pub held: Vec<Held>,
    pub holders: Vec<Vec<u32>>,
    pub fans: Fans,
    pub objective: i64,
    pub trail: Vec<Change>,
}

impl State {
    /// From a plan known to be optimal at its prices. `frame` gives posts and units, `held` who is where.
    pub fn new(frame: &Problem, rows: &impl InMemory, held: Vec<Held>, prices: &Prices, objective: i64) -> Self {
        let (posts, units) = (frame.posts(), frame.units());
        let sink = posts + units;
        let unit_of = |post| match frame.unit_of(post) {
            NO_UNIT => sink as u32,
            unit => posts as u32 + unit,
        };
        let mut head: Vec<u32> = (0..posts).map(unit_of).collect();
        head.resize(sink, sink as u32);
        let mut children = vec![Vec::new(); units + 1];
        for (node, &to) in head.iter().enumerate() {
            children[to as usize - posts].push(node as u32);
        }
        let mut holders = vec![Vec::new(); posts];
        for (employee, held) in held.iter().enumerate() {
            holders[held.post as usize].push(employee as u32);
        }
        let mut people: Vec<u64> = holders.iter().map(|list| list.len() as u64).collect();
        people.resize(sink + 1, 0);
        let due = |node: usize| if node < posts { frame.post_least(node) } else { frame.unit_least(node - posts) };
        let most = held.len() as u64 + (0..sink).map(due).sum::<u64>();
        let mut places = Vec::with_capacity(sink);
        for node in 0..sink {
            people[head[node] as usize] += people[node];
            let segments = if node < posts { frame.post_segments(node) } else { frame.unit_segments(node - posts) };
            places.push(Places::new(segments, most, due(node)).with(people[node]));
        }
        let price = per_node(prices);
        let mut state = State {
            posts,
            sink,
            head,
            children,
            places,
            most,
            price,
            excess: vec![0; sink + 1],
            unbalanced: Vec::new(),
            held,
            holders,
            fans: Fans::new(posts),
            objective,
            trail: Vec::new(),
        };
        state.fans.fill(&state.holders, &state.held, rows);
        state
    }

    /// Makes sure that the arcs are those of the present holders.
    pub fn refresh(&mut self, rows: &impl InMemory) {
        self.fans.refresh(&self.holders, &self.held, rows);
    }

    /// The nodes that flow into a unit or the sink.
    pub fn children(&self, node: usize) -> &[u32] {
        &self.children[node - self.posts]
    }

    fn shift(&mut self, node: usize, by: i64) {
        if by != 0 {
            self.excess[node] += by;
            self.unbalanced.push(node as u32);
        }
    }

    /// Puts somebody on a post; the books of the nodes are the caller's.
    fn put(&mut self, employee: u32, held: Held) {
        let before = std::mem::replace(&mut self.held[employee as usize], held);
        self.objective += held.value - before.value;
        if before.post != held.post {
            let list = &mut self.holders[before.post as usize];
            if let Some(at) = list.iter().position(|&e| e == employee) {
                list.swap_remove(at);
            }
            self.holders[held.post as usize].push(employee);
            self.fans.touch(before.post);
        }
        self.fans.touch(held.post);
    }

    /// Moves somebody along an arc of reduced cost zero, as part of a path.
    pub fn reassign(&mut self, employee: u32, held: Held) {
        self.trail.push(Change::Held { employee, held: self.held[employee as usize] });
        self.put(employee, held);
    }

    /// Somebody's row has changed: he takes the best post of it, the present one if it is as good. False, and
    /// nothing done, where the row is empty.
    pub fn choose(&mut self, employee: u32, rows: &impl InMemory) -> bool {
        let before = self.held[employee as usize];
        let Some(held) = self.best(rows.pairs(employee), before.post) else { return false };
        self.reassign(employee, held);
        if held.post != before.post {
            self.shift(before.post as usize, -1);
            self.shift(held.post as usize, 1);
        }
        true
    }

    /// The best of a row at the prices of now; of equals `home`, else the first.
    fn best(&self, row: impl Iterator<Item = (u32, i64)>, home: u32) -> Option<Held> {
        let net = |held: Held| held.value - self.price[held.post as usize];
        let better = |best: Option<Held>, (post, value)| {
            let held = Held { value, post };
            let is_better = |b: Held| net(held) > net(b) || (net(held) == net(b) && post == home && b.post != home);
            if best.is_none_or(is_better) { Some(held) } else { best }
        };
        row.fold(None, better)
    }

    /// Gives a node other places. How many are filled follows from the price and the people there.
    pub fn set_places(&mut self, node: usize, segments: &[Segment]) {
        let filled = self.places[node].filled();
        let least = self.places[node].least();
        let places = Places::new(segments, self.most, least).with(filled);
        self.replace_places(node, places, filled);
        self.balance(node);
    }

    /// Fills or empties places where the price leaves it open, as conservation likes, and where it does not, as
    /// it demands.
    pub fn balance(&mut self, node: usize) {
        let head = self.head[node] as usize;
        let filled = self.places[node].filled();
        let people = filled.saturating_add_signed(self.excess[node]);
        let (must, may) = self.places[node].worth(self.price[head] - self.price[node]);
        let now = people.clamp(must, may);
        if now != filled {
            let places = self.places[node].clone().with(now);
            self.replace_places(node, places, filled);
        }
    }

    /// Where prices leave open how many places are filled, it is what the people there ask for: so a change of
    /// many places costs no more than the people it moves.
    pub fn balance_all(&mut self) {
        let mut at = 0;
        while let Some(&node) = self.unbalanced.get(at) {
            at += 1;
            let node = node as usize;
            if node < self.sink && self.excess[node] != 0 {
                self.balance(node);
            }
        }
    }

    /// How much is where it cannot stay.
    pub fn misplaced(&self) -> i64 {
        let over = |node: &u32| self.excess[*node as usize].max(0);
        let mut nodes = self.unbalanced.clone();
        nodes.sort_unstable();
        nodes.dedup();
        nodes.iter().map(over).sum()
    }

    /// What was changed is so for good.
    pub fn close(&mut self) {
        self.unbalanced.clear();
        self.trail.clear();
    }

    fn replace_places(&mut self, node: usize, places: Places, filled: u64) {
        let more = places.filled() as i64 - filled as i64;
        self.objective += places.earned() - self.places[node].earned();
        let places = std::mem::replace(&mut self.places[node], places);
        self.trail.push(Change::Places { node: node as u32, places });
        self.shift(node, -more);
        self.shift(self.head[node] as usize, more);
    }

    /// The charges that prove the plan: prices above that of the sink.
    pub fn prices(&self) -> Prices {
        let zero = self.price[self.sink];
        let less = |range: &[i64]| range.iter().map(|p| p - zero).collect();
        Prices { post: less(&self.price[..self.posts]), unit: less(&self.price[self.posts..self.sink]) }
    }

    /// Takes over another optimum of the problem as it is now.
    pub fn adopt(&mut self, held: &[Held], price: &[i64]) {
        for (employee, &held) in held.iter().enumerate() {
            if held != self.held[employee] {
                self.reassign(employee as u32, held);
            }
        }
        let mut people: Vec<u64> = self.holders.iter().map(|list| list.len() as u64).collect();
        people.resize(self.sink + 1, 0);
        for node in 0..self.sink {
            people[self.head[node] as usize] += people[node];
            let places = self.places[node].clone().with(people[node]);
            self.replace_places(node, places, 0);
        }
        for (node, price) in price.iter().enumerate() {
            self.reprice(node, price - self.price[node]);
        }
        self.excess.fill(0);
    }

    /// Fills one more place of a node, as part of a path.
    pub fn push(&mut self, node: usize) {
        self.objective += self.places[node].push();
        self.trail.push(Change::Pushed { node: node as u32 });
    }

    /// Empties one place of a node, as part of a path.
    pub fn pull(&mut self, node: usize) {
        self.objective -= self.places[node].pull();
        self.trail.push(Change::Pulled { node: node as u32 });
    }

    /// Changes a price.
    pub fn reprice(&mut self, node: usize, by: i64) {
        self.trail.push(Change::Price { node: node as u32, price: self.price[node] });
        self.price[node] += by;
    }

    /// Takes back everything on the trail.
    pub fn roll_back(&mut self) {
        while let Some(change) = self.trail.pop() {
            match change {
                Change::Places { node, places } => {
                    self.objective += places.earned() - self.places[node as usize].earned();
                    self.places[node as usize] = places;
                }
                Change::Held { employee, held } => self.put(employee, held),
                Change::Price { node, price } => self.price[node as usize] = price,
                Change::Pushed { node } => self.objective -= self.places[node as usize].pull(),
                Change::Pulled { node } => self.objective += self.places[node as usize].push(),
            }
        }
        for node in self.unbalanced.drain(..) {
            self.excess[node as usize] = 0;
        }
    }
}

/// Published prices per node; that of the sink is zero.
pub(in crate::matching) fn per_node(prices: &Prices) -> Vec<i64> {
    [&prices.post[..], &prices.unit, &[0]].concat()
}
