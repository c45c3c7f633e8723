//! An auction over posts with similar objects (Bertsekas & Castañón, *The auction algorithm for the
//! transportation problem*, 1989). Every place of a post is one of several similar objects whose reserve price is
//! what the place charges when empty (−reward, plus what the unit charges), so concave rewards need no special
//! case. People bid for their best post against the best *other* one, in rounds: the bids of a batch are worked out
//! at once, on all cores, at the asks of that moment, and then placed one after the other, so that the result
//! does not depend on how many cores there are.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use super::bid::{Bid, shares};
use super::net::{Cost, Net};
use super::reverse::Slack;
use super::rows::Rows;
use super::sample::Sample;
use super::shortlist::{RowOf, Shortlist, read};
use super::solution::{Control, Prices, SolveError};

/// What an auction leaves: a price per node (the sink's is zero) and the post each person won, or
/// `u32::MAX`.
#[derive(Debug)]
pub(super) struct Opening {
    pub price: Vec<i64>,
    pub choice: Vec<u32>,
    /// What was last kept of everyone's row.
    pub shortlists: Vec<Shortlist<i64>>,
    /// Prices that may be the better start, where the auction did not come to an end.
    pub other: Option<Vec<i64>>,
}

impl Opening {
    /// What was optimal for a similar problem; `choice` is per employee an arc.
    pub fn near(net: &Net<'_, i64>, prices: &Prices, choice: &[u32]) -> Self {
        let post = |&arc: &u32| net.arc_post.get(arc as usize).copied().unwrap_or(u32::MAX);
        Self { price: net.prices(prices), choice: choice.iter().map(post).collect(), shortlists: Vec::new(), other: None }
    }
}

/// Work limits and step of an auction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// The least by which a bid raises a price.
    pub step: i64,
    /// Bids per person on average before the step doubles.
    pub patience: u64,
    /// Bids per person on average after which the auction is left as it is.
    pub bids: u64,
    /// The least step once the auction takes long.
    pub coarse: i64,
    /// To which the step may grow.
    pub most: i64,
    /// No price rises beyond this.
    pub ceiling: i64,
}

/// Bids worked out at the same asks. More would go stale, fewer not be worth sharing out.
const BATCH: usize = 8192;
/// Places of a post that room is kept for from the start.
const ROOM: u64 = 256;
/// So many bids per person are a long auction.
const LONG: u64 = 40;
/// Fewer are not worth waking another core for.
const FEW: usize = 512;

pub(super) struct Auction<'n, 'a, R> {
    net: &'n Net<'a, i64>,
    rows: &'n R,
    terms: Terms,
    sample: Sample,
    /// Per post the least that any place charges, whatever it earns.
    floor: Vec<i64>,
    /// Per segment of the net how many places there are.
    width: Vec<u32>,
    /// Per post the least price of a place, `FAR` where none can be had.
    ask: Vec<i64>,
    /// Per post what its holders pay, least first.
    paid: Vec<BinaryHeap<Reverse<(i64, u32)>>>,
    /// Per post and unit: segment of the next empty place, and places used in it.
    next: Vec<(u32, u32)>,
    choice: Vec<u32>,
    shortlists: Vec<Shortlist<i64>>,
    /// Posts that somebody was displaced from.
    contested: Vec<bool>,
    /// Bids whose second best was as good: signs of a price war.
    even: u64,
}

impl<'n, 'a, R: Rows> Auction<'n, 'a, R> {
    /// Before the first bid. No place charges less than `floor` of its post.
    pub fn new(
        net: &'n Net<'a, i64>,
        rows: &'n R,
        terms: Terms,
        sample: Sample,
        floor: Vec<i64>,
        mut shortlists: Vec<Shortlist<i64>>,
    ) -> Self {
        let width: Vec<u32> = (0..net.sink).flat_map(|node| sample.widths(node, &net.segments[net.chain(node)])).collect();
        let places = |post: usize| net.chain(post).map(|at| u64::from(width[at])).sum::<u64>();
        let paid = (0..net.posts).map(|post| BinaryHeap::with_capacity(places(post).min(ROOM) as usize)).collect();
        let mut auction = Auction {
            net,
            rows,
            terms,
            sample,
            floor,
            width,
            ask: vec![0; net.posts],
            paid,
            next: (0..net.sink).map(|node| (net.chain(node).start as u32, 0)).collect(),
            choice: vec![u32::MAX; rows.employees()],
            shortlists: Vec::new(),
            contested: vec![false; net.posts],
            even: 0,
        };
        for node in 0..net.sink {
            auction.skip_empty(node);
        }
        for post in 0..net.posts {
            auction.ask[post] = auction.least(post);
        }
        let people = shortlists.par_iter_mut().enumerate().with_min_len(FEW).filter(|&(employee, _)| sample.has(employee));
        people.for_each(|(employee, list)| *list = read(list, &auction.ask, RowOf(rows, employee)));
        Auction { shortlists, ..auction }
    }

    /// Lets everyone bid, and whoever is displaced again, until nobody is. False when it took too long.
    pub fn run(&mut self, control: &Control<'_>) -> Result<bool, SolveError> {
        let mut waiting: Vec<u32> = (0..self.rows.employees()).filter(|&e| self.sample.has(e)).map(|e| e as u32).collect();
        let (people, mut bids) = (waiting.len() as u64, 0);
        let mut window = (0, 0);
        let mut displaced = Vec::new();
        while !waiting.is_empty() {
            for batch in waiting.chunks(BATCH) {
                control.check()?;
                bids += batch.len() as u64;
                // Among equals bids are as small as the step and say little: it grows, and the repair makes up for it.
                if bids > window.0 + self.terms.patience * people {
                    if 2 * (self.even - window.1) > bids - window.0 {
                        self.terms.step = (self.terms.step * 2).min(self.terms.most);
                    }
                    window = (bids, self.even);
                    if bids > LONG * people {
                        self.terms.step = self.terms.step.max(self.terms.coarse);
                    }
                }
                if bids > self.terms.bids * people {
                    return Ok(false);
                }
                self.place_all(batch, &mut displaced);
            }
            waiting.clear();
            control.report(people - displaced.len() as u64, people);
            std::mem::swap(&mut waiting, &mut displaced);
            // In the order of the rows, which memory likes.
            waiting.sort_unstable();
        }
        Ok(true)
    }

    fn place_all(&mut self, batch: &[u32], displaced: &mut Vec<u32>) {
        if batch.len() < FEW {
            for &employee in batch {
                let bid = Bid::of(employee, self.rows, &self.ask, &mut self.shortlists[employee as usize]);
                displaced.extend(self.settle(bid));
            }
            return;
        }
        let (rows, ask) = (self.rows, &self.ask);
        let shares = shares(batch, &mut self.shortlists, FEW);
        let bids_of = |(people, lists): (&[u32], &mut [Shortlist<i64>])| -> Vec<Bid> {
            people.iter().map(|&employee| Bid::of(employee, rows, ask, &mut lists[(employee - people[0]) as usize])).collect()
        };
        let bids: Vec<Vec<Bid>> = shares.into_par_iter().map(bids_of).collect();
        for bid in bids.into_iter().flatten() {
            displaced.extend(self.settle(bid));
        }
    }

    /// Places a bid; returns who has to bid again.
    fn settle(&mut self, bid: Bid) -> Option<u32> {
        // Nothing to be had, or prices out of hand: left to the repair.
        if bid.gain <= i64::NEVER / 2 || -bid.gain > self.terms.ceiling {
            return None;
        }
        self.even += u64::from(bid.gain == bid.second);
        let margin = (bid.gain - bid.second).min(self.terms.ceiling);
        let offer = bid.ask + margin + self.terms.step;
        // Others of the batch were here first and left nothing at that price.
        if offer <= self.ask[bid.post as usize] {
            return Some(bid.employee);
        }
        self.choice[bid.employee as usize] = bid.post;
        let displaced = self.place(bid.post as usize, offer, bid.employee);
        if let Some(other) = displaced {
            self.choice[other as usize] = u32::MAX;
        }
        displaced
    }

    fn skip_empty(&mut self, node: usize) {
        let end = self.net.chain(node).end as u32;
        while self.next[node].0 < end && self.width[self.next[node].0 as usize] == 0 {
            self.next[node] = (self.next[node].0 + 1, 0);
        }
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
        Some((self.reserve(post)? + charge).max(self.floor[post]))
    }

    fn least(&self, post: usize) -> i64 {
        let paid = self.paid[post].peek().map_or(i64::FAR, |top| top.0.0);
        self.empty_place(post).map_or(paid, |empty| empty.min(paid))
    }

    /// Takes one place of a node; true when its reserve changed.
    fn take(&mut self, node: usize) -> bool {
        let (at, used) = self.next[node];
        let full = used + 1 == self.width[at as usize];
        self.next[node] = if full { (at + 1, 0) } else { (at, used + 1) };
        self.skip_empty(node);
        full
    }

    /// Gives the bidder the cheapest place of a post.
    fn place(&mut self, post: usize, offer: i64, employee: u32) -> Option<u32> {
        let empty = self.empty_place(post).filter(|&e| e <= self.ask[post]);
        if empty.is_none() {
            self.contested[post] = true;
            // Replaced in place, which sifts the heap once instead of twice.
            let lowest = self.paid[post].peek_mut();
            let displaced = lowest.map(|mut lowest| std::mem::replace(&mut *lowest, Reverse((offer, employee))).0.1);
            self.ask[post] = self.least(post);
            return displaced;
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

    /// Posts left with empty places that charge more than those need to, each with the least its empty
    /// places may charge.
    pub fn slack(&self) -> Vec<Slack> {
        let slack = |post: usize| Slack { post: post as u32, reserves: self.reserves_below(post, self.ask[post]) };
        (0..self.net.posts).map(slack).filter(|s| !s.reserves.is_empty()).collect()
    }

    /// The reserves of the empty places of a post that are below a price, least first.
    fn reserves_below(&self, post: usize, price: i64) -> Vec<i64> {
        let unit = self.net.head[post] as usize;
        let Some(charge) = (if unit == self.net.sink { Some(0) } else { self.reserve(unit) }) else { return Vec::new() };
        let (first, used) = self.next[post];
        let segments = (first as usize..self.net.chain(post).end).map(|at| {
            let taken = if at == first as usize { used } else { 0 };
            (charge - self.net.segments[at].1, self.width[at] - taken)
        });
        let below = segments.take_while(|&(reserve, _)| reserve < price);
        below.flat_map(|(reserve, places)| std::iter::repeat_n(reserve, places as usize)).take(Slack::MOST).collect()
    }

    /// How many are not on a post that nets as much as their best.
    pub fn off(&self, profits: &[i64]) -> usize {
        let on = |employee: usize| {
            let held = self.choice[employee];
            let mut arcs = self.shortlists[employee].arcs();
            arcs.any(|(post, value)| post == held && value - self.ask[post as usize] == profits[employee])
        };
        (0..profits.len()).filter(|&employee| !on(employee)).count()
    }

    /// Per post the charge of its next empty place: at a higher price it would have to be filled.
    pub fn most(&self) -> Vec<i64> {
        (0..self.net.posts).map(|post| self.empty_place(post).unwrap_or(i64::FAR)).collect()
    }

    /// What everyone nets at the asks of now.
    pub fn profits(&mut self) -> Vec<i64> {
        let (rows, ask) = (self.rows, &self.ask);
        let people = self.shortlists.par_iter_mut().enumerate().with_min_len(FEW);
        people.map(|(employee, list)| Bid::of(employee as u32, rows, ask, list).gain).collect()
    }

    /// What the place of a node that was taken last charges; none when none was.
    fn last(&self, node: usize) -> Option<i64> {
        let (at, used) = self.next[node];
        let taken = self.net.chain(node).start..at as usize + usize::from(used > 0);
        taken.rev().find(|&at| self.width[at] > 0).map(|at| -self.net.segments[at].1)
    }

    /// The charge of a unit: between that of its last place and that of its next, as low as the cheapest holder of
    /// its posts can bear, and where it is full as high as drives away whoever still finds an empty place.
    fn charge_of(&self, unit: usize) -> i64 {
        let posts = || self.net.children(unit).iter().map(|&post| post as usize).filter(|&post| self.ask[post] < i64::FAR);
        let least = self.last(unit).unwrap_or(i64::NEVER);
        let least = match self.reserve(unit) {
            Some(_) => least,
            None => posts().filter_map(|post| Some(self.ask[post] - self.reserve(post)?)).fold(least, i64::max),
        };
        let most = self.reserve(unit).unwrap_or(i64::FAR).max(least);
        let bears =
            posts().filter(|&post| !self.paid[post].is_empty()).filter_map(|post| Some(self.ask[post] - self.last(post)?));
        let charge = bears.min().unwrap_or(most).clamp(least, most);
        if charge.abs() >= i64::FAR { 0 } else { charge }
    }

    /// Prices out.
    pub fn close(self) -> Opening {
        let net = self.net;
        let mut price = self.ask.clone();
        price.resize(net.sink + 1, 0);
        for unit in net.posts..net.sink {
            price[unit] = self.charge_of(unit);
            for &post in net.children(unit) {
                // The last place taken must be worth its charge, the next one not more than it.
                let (post, charge) = (post as usize, price[unit]);
                if self.ask[post] < i64::FAR && !self.paid[post].is_empty() {
                    price[post] = price[post].max(self.last(post).map_or(i64::NEVER, |last| charge + last));
                }
                price[post] = price[post].min(self.reserve(post).map_or(i64::FAR, |next| charge + next));
            }
        }
        for post in (0..net.posts).filter(|&post| !self.contested[post]) {
            // The last place filled a post that nobody had to leave: it need not charge more than that place.
            if let (None, Some(last)) = (self.reserve(post), net.segments[net.chain(post)].last()) {
                price[post] = price[post].min((price[net.head[post] as usize] - last.1).max(self.floor[post]));
            }
        }
        for post in 0..net.posts {
            if price[post] >= i64::FAR {
                let reward = net.segments[net.chain(post)].first().map_or(0, |s| s.1);
                price[post] = price[net.head[post] as usize] - reward;
            }
        }
        Opening { price, choice: self.choice, shortlists: self.shortlists, other: None }
    }
}
