//! Prices to start from: an auction over posts with similar objects (Bertsekas & Castañón 1989).
//! Every place of a post is one of several similar objects whose reserve price is what the place
//! charges when empty (−reward, plus what the unit charges), so concave rewards need no special case.
//! People bid for their best post against the best *other* one. It is a start, not the answer: bids
//! are coarse and their number is limited, and the repair makes good what is missing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::net::{Cost, Net};
use super::solution::{Control, SolveError};

/// What the auction leaves: a price per node (the sink's is zero) and the arc each person won, or
/// `u32::MAX`.
#[derive(Debug)]
pub(super) struct Opening {
    pub price: Vec<i64>,
    pub choice: Vec<u32>,
}

/// Work limits and step of the auction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// The least by which a bid raises a price.
    pub step: i64,
    /// Bids per person on average before the auction stops.
    pub rounds: u64,
    /// No price rises beyond this.
    pub ceiling: i64,
}

struct Auction<'n, 'a> {
    net: &'n Net<'a, i64>,
    terms: Terms,
    /// Per post the least price of a place, `FAR` where none can be had.
    ask: Vec<i64>,
    /// Per post what its holders pay, least first.
    paid: Vec<BinaryHeap<Reverse<(i64, u32)>>>,
    /// Per post and unit: segment of the next empty place, and places used in it.
    next: Vec<(u32, u32)>,
    choice: Vec<u32>,
    shortlists: Vec<Shortlist>,
    /// Posts that somebody was displaced from.
    contested: Vec<bool>,
    /// Bids whose second best was as good: signs of a price war.
    even: u64,
}

/// An employee's best few arcs when his row was last read. Asks only rise, so no other arc can gain
/// more than `beyond` since: the row need not be read again while two of the list still do.
#[derive(Debug, Clone, Copy)]
struct Shortlist {
    arcs: [u32; SHORT],
    /// What they gained then, falling; none gains more now.
    gains: [i64; SHORT],
    beyond: i64,
}

const SHORT: usize = 16;

/// The best arc of an employee, its gain, and the gain of the next best.
#[derive(Debug, Clone, Copy)]
struct Best {
    arc: usize,
    gain: i64,
    second: i64,
}

impl Best {
    const NONE: Self = Best { arc: usize::MAX, gain: -i64::FAR, second: -i64::FAR };

    fn offer(&mut self, arc: usize, gain: i64) {
        if gain > self.gain {
            (self.second, self.gain, self.arc) = (self.gain, gain, arc);
        } else if gain > self.second {
            self.second = gain;
        }
    }
}

/// Runs the auction within its terms.
pub(super) fn open(net: &Net<'_, i64>, terms: Terms, control: &Control<'_>) -> Result<Opening, SolveError> {
    let mut auction = Auction::new(net, terms);
    let mut waiting: Vec<u32> = (0..net.employees() as u32).rev().collect();
    let limit = terms.rounds.saturating_mul(net.employees() as u64);
    let mut bids = 0;
    while let Some(employee) = waiting.pop() {
        bids += 1;
        // Among equals prices climb by single steps and say nothing: about one bid in a hundred is even in
        // real plans, nine in ten where scores tie throughout, and there the repair alone is faster.
        let war = bids > net.employees() as u64 && 5 * auction.even > 4 * bids;
        if bids > limit || war {
            break;
        }
        if bids % 4096 == 0 {
            control.check()?;
        }
        waiting.extend(auction.bid(employee as usize));
    }
    Ok(auction.close())
}

impl<'n, 'a> Auction<'n, 'a> {
    fn new(net: &'n Net<'a, i64>, terms: Terms) -> Self {
        let mut auction = Auction {
            net,
            terms,
            ask: vec![0; net.posts],
            paid: vec![BinaryHeap::new(); net.posts],
            next: (0..net.sink).map(|node| (net.chain(node).start as u32, 0)).collect(),
            choice: vec![u32::MAX; net.employees()],
            shortlists: vec![Shortlist { arcs: [u32::MAX; SHORT], gains: [-i64::FAR; SHORT], beyond: i64::FAR }; net.employees()],
            even: 0,
            contested: vec![false; net.posts],
        };
        for post in 0..net.posts {
            auction.ask[post] = auction.least(post);
        }
        auction
    }

    /// The charge of a node's next empty place before its head's; none when it is full.
    fn reserve(&self, node: usize) -> Option<i64> {
        let at = self.next[node].0 as usize;
        self.net.chain(node).contains(&at).then(|| -self.net.segments[at].1)
    }

    /// The charge of the next empty place of a post, its unit's included.
    fn empty_place(&self, post: usize) -> Option<i64> {
        let unit = self.net.head[post] as usize;
        let charge = if unit == self.net.sink { 0 } else { self.reserve(unit)? };
        Some(self.reserve(post)? + charge)
    }

    fn least(&self, post: usize) -> i64 {
        let paid = self.paid[post].peek().map_or(i64::FAR, |top| top.0.0);
        self.empty_place(post).map_or(paid, |empty| empty.min(paid))
    }

    /// Takes one place of a node; true when its reserve changed.
    fn take(&mut self, node: usize) -> bool {
        let (at, used) = self.next[node];
        let full = used + 1 == self.net.segments[at as usize].0;
        self.next[node] = if full { (at + 1, 0) } else { (at, used + 1) };
        full
    }

    fn gain(&self, arc: usize) -> i64 {
        self.net.arc_value[arc] - self.ask[self.net.arc_post[arc] as usize]
    }

    fn best_of(&mut self, employee: usize) -> Best {
        let list = &self.shortlists[employee];
        let mut best = Best::NONE;
        for (&arc, &gain) in list.arcs.iter().zip(&list.gains) {
            if arc == u32::MAX {
                break;
            }
            if best.second >= gain {
                return best;
            }
            best.offer(arc as usize, self.gain(arc as usize));
        }
        if best.second >= list.beyond { best } else { self.read_row(employee) }
    }

    /// Reads a whole row and keeps its best few arcs.
    fn read_row(&mut self, employee: usize) -> Best {
        let mut arcs = [u32::MAX; SHORT];
        let mut gains = [-i64::FAR; SHORT];
        let mut beyond = -i64::FAR;
        for arc in self.net.row(employee) {
            let gain = self.gain(arc);
            if gain <= gains[SHORT - 1] {
                beyond = beyond.max(gain);
                continue;
            }
            beyond = beyond.max(gains[SHORT - 1]);
            let mut at = SHORT - 1;
            while at > 0 && gains[at - 1] < gain {
                (gains[at], arcs[at]) = (gains[at - 1], arcs[at - 1]);
                at -= 1;
            }
            (gains[at], arcs[at]) = (gain, arc as u32);
        }
        self.shortlists[employee] = Shortlist { arcs, gains, beyond };
        match gains[0] > -i64::FAR {
            true => Best { arc: arcs[0] as usize, gain: gains[0], second: gains[1] },
            false => Best::NONE,
        }
    }

    /// One bid; returns who is displaced.
    fn bid(&mut self, employee: usize) -> Option<u32> {
        let Best { arc, gain: best, second } = self.best_of(employee);
        // Nothing to be had, or prices out of hand: left to the repair.
        if arc == usize::MAX || -best > self.terms.ceiling {
            return None;
        }
        let post = self.net.arc_post[arc] as usize;
        self.even += u64::from(best == second);
        let margin = (best - second).min(self.terms.ceiling);
        let offer = self.ask[post] + margin + self.terms.step;
        self.choice[employee] = arc as u32;
        let displaced = self.place(post, offer, employee as u32);
        if let Some(other) = displaced {
            self.choice[other as usize] = u32::MAX;
        }
        displaced
    }

    /// Gives the bidder the cheapest place of a post.
    fn place(&mut self, post: usize, offer: i64, employee: u32) -> Option<u32> {
        let empty = self.empty_place(post).filter(|&e| e <= self.ask[post]);
        if empty.is_none() {
            self.contested[post] = true;
            let displaced = self.paid[post].pop();
            self.paid[post].push(Reverse((offer, employee)));
            self.ask[post] = self.least(post);
            return displaced.map(|Reverse((_, other))| other);
        }
        self.paid[post].push(Reverse((offer, employee)));
        self.take(post);
        self.ask[post] = self.least(post);
        let unit = self.net.head[post] as usize;
        if unit != self.net.sink && self.take(unit) {
            for &sibling in self.net.children(unit) {
                self.ask[sibling as usize] = self.least(sibling as usize);
            }
        }
        None
    }

    /// Prices out. A unit without room charges what its fullest post can bear.
    fn close(self) -> Opening {
        let net = self.net;
        let mut price = self.ask.clone();
        price.resize(net.sink + 1, 0);
        for (unit, charge) in price.iter_mut().enumerate().take(net.sink).skip(net.posts) {
            let last = net.segments[net.chain(unit)].last().map_or(0, |s| -s.1);
            let bears = net.children(unit).iter().filter_map(|&post| {
                let ask = self.ask[post as usize];
                self.reserve(post as usize).filter(|_| ask < i64::FAR).map(|reserve| ask - reserve)
            });
            *charge = self.reserve(unit).unwrap_or_else(|| bears.max().map_or(last, |most| most.max(last)));
        }
        for post in (0..net.posts).filter(|&post| !self.contested[post]) {
            // The last place filled a post that nobody had to leave: it need not charge more than that place.
            if let (None, Some(last)) = (self.reserve(post), net.segments[net.chain(post)].last()) {
                price[post] = price[post].min(price[net.head[post] as usize] - last.1);
            }
        }
        for post in 0..net.posts {
            if price[post] >= i64::FAR {
                let reward = net.segments[net.chain(post)].first().map_or(0, |s| s.1);
                price[post] = price[net.head[post] as usize] - reward;
            }
        }
        Opening { price, choice: self.choice }
    }
}
