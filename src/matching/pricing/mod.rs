//! Solving with far more pairs than can matter: solve with the promising ones, look along all rows at the
//! prices found, add what would gain, until nothing would (column generation: Dantzig & Wolfe, *Decomposition
//! principle for linear programs*, 1960; Gilmore & Gomory 1961).
//!
//! `lists` are the pairs looked at so far, `today` charges to start from; `moves` puts a price on every move, for limits
//! on moves and for the curve.
//!
//! **Why it is exact.** A part of the pairs is a problem whose optimum is a plan of the whole. When at its
//! prices no pair of anyone is worth more, net of the charge, than the one he holds, the bound that the prices
//! prove over *all* rows is the objective of that plan. Every round but the last adds a pair that gains, and
//! there are finitely many.
//!
//! **Why it ends soon.** Three things decide that, measured on a city of 15,000 people and 22 million pairs:
//! - *Spread.* Thousands are alike and see the same best dozen posts; given only those, a round fills a dozen
//!   posts more (a hundred rounds and more). So each is given pairs by lot (`draw`), with odds that fall by half with
//!   every so many points they are worth less: 4 or 5 rounds. Noise with an end, which hardly reaches beyond the very best of
//!   thousands, takes 9.
//! - *High charges.* A post nobody was offered may charge anything in a range. The greatest charges that are
//!   optimal make the fewest pairs look like a gain: half the rounds.
//! - *No rush.* All who gain most by a cheap post would go there at once, only to be sent on one by one. So a round lets no
//!   more than some times its places go there, and the rest look again at its new price.
//!
//! Between rounds the plan is kept with its residual graph, in which a few newcomers are quickly settled.

mod draw;
mod lists;
mod moves;
mod today;

use std::cmp::Reverse;

use rayon::prelude::*;

use super::problem::Problem;
use super::residual::{Held, MUCH, Search, State};
use super::rows::{Lookout, PricedRows};
use super::solution::{Control, Prices, Solution, SolveError};
use draw::{Draw, best};
use lists::Lists;
pub use moves::Within;

/// An employee's arc: post and value.
type Arc = (u32, i64);

/// How much is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// Below this many pairs the whole problem is solved at once.
    pub small: usize,
    /// Pairs drawn for everyone to start with.
    pub first: usize,
    /// Pairs drawn per round for whoever has something to gain.
    pub more: usize,
    /// The best pairs, added beside those drawn.
    pub best: usize,
    /// Where a round sends away more than one in so many, it is quicker to solve anew.
    pub crowd: i64,
}

const TERMS: Terms = Terms { small: 400_000, first: 8, more: 16, best: 3, crowd: 25 };
/// Pairs that gain nothing are added too if they miss it by no more than this.
const NEAR: i64 = 50;
/// Pairs per employee that are looked at for a draw, about.
const LOOK: usize = 128;
/// The first round sends at most so many times as many people to a post as it has places, each later one twice as many.
const RUSH: u64 = 2;

/// An optimal plan of all rows, with the part of them that it was found in. It can follow when rows change.
#[derive(Debug, Clone)]
pub struct Priced {
    frame: Problem,
    terms: Terms,
    /// One arc in so many is looked at for a draw.
    step: usize,
    lists: Lists,
    state: State,
    search: Search,
    /// By how much prices may have moved since they were fresh.
    risen: i64,
    /// Rounds that were needed.
    pub rounds: usize,
}

/// The arcs that optimal plans consist of, and one of these plans.
#[derive(Debug, Clone)]
pub struct Tight {
    /// The problem of those arcs alone that are worth as much as the best, net of charges: every optimal
    /// plan of the whole is a plan of it (complementary slackness).
    pub problem: Problem,
    /// The plan in that problem, with prices that prove it over all rows.
    pub solution: Solution,
}

/// An optimal plan over all rows, and the prices that prove it. `frame` has the posts and units and no
/// employees; `pairs` is how many arcs the rows have in all; `home` is per employee the post where he is now
/// (or `u32::MAX`), only to have a good start.
///
/// # Errors
/// [`SolveError`] as [`solve`](super::solve): infeasible or cancelled.
pub fn solve_rows<R: PricedRows>(
    frame: &Problem,
    rows: &R,
    pairs: usize,
    home: &[u32],
    control: &Control<'_>,
) -> Result<Priced, SolveError> {
    solve_within_terms(frame, rows, pairs, home, TERMS, control)
}

/// Like [`solve_rows`], on other terms.
pub(super) fn solve_within_terms<R: PricedRows>(
    frame: &Problem,
    rows: &R,
    pairs: usize,
    home: &[u32],
    terms: Terms,
    control: &Control<'_>,
) -> Result<Priced, SolveError> {
    let is_whole = pairs <= terms.small;
    let step = (pairs / LOOK / rows.employees().max(1)).max(1);
    let mut lists = if is_whole { Lists::whole(rows) } else { Lists::first(frame, rows, home, &terms, step) };
    let share = if is_whole { 1000 } else { ended(1) };
    let state = lists.solve(frame, rows, &Control { progress: &control.part(0, share), ..*control })?;
    let search = Search::new(state.sink + 1);
    let mut priced = Priced { frame: frame.clone(), terms, step, lists, state, search, risen: 0, rounds: 1 };
    if !is_whole {
        priced.improve(rows, control)?;
    }
    Ok(priced)
}

/// By experience a round takes three quarters of the time of the one before: the thousandths of the work that so
/// many rounds are.
fn ended(rounds: usize) -> u64 {
    1000 - (0..rounds).fold(1000, |left, _| left * 3 / 4)
}

impl Priced {
    /// What the plan earns.
    pub fn objective(&self) -> i64 {
        self.state.objective
    }

    /// The post that somebody holds, and what it is worth.
    pub fn held(&self, employee: u32) -> (u32, i64) {
        let Held { post, value } = self.state.held[employee as usize];
        (post, value)
    }

    /// The charges that prove the plan.
    pub fn prices(&self) -> Prices {
        self.state.prices()
    }

    /// The optimum after the rows of some people have changed. On an error everything is as it was.
    ///
    /// # Errors
    /// As [`solve_rows`].
    pub fn follow<R: PricedRows>(&mut self, rows: &R, changed: &[u32], control: &Control<'_>) -> Result<(), SolveError> {
        let mut next = self.clone();
        next.rounds = 1;
        let charges = next.state.prices().post;
        let at = rows.at(&charges);
        for &employee in changed {
            let known =
                next.lists.of(employee).iter().filter_map(|&(post, _)| Some((post, rows.value(employee as usize, post)?)));
            let list = known.chain(best(&at, employee as usize, i64::MIN / 2, next.terms.first)).collect();
            next.lists.replace(employee, list);
            if !next.state.choose(employee, &next.lists) {
                return Err(SolveError::Infeasible { employees: vec![employee], posts: Vec::new() });
            }
        }
        drop(at);
        next.settle(rows, &Control { progress: &control.part(0, ended(1)), ..*control })?;
        next.improve(rows, control)?;
        *self = next;
        Ok(())
    }

    /// Adds pairs until none gains.
    fn improve<R: PricedRows>(&mut self, rows: &R, control: &Control<'_>) -> Result<(), SolveError> {
        loop {
            control.check()?;
            // What has no way to the sink rises each time: after very many edits no longer, so that sums fit 64 bits.
            let most = if self.risen > MUCH { 0 } else { self.frame.magnitude().max(self.lists.magnitude()) };
            self.risen += most;
            self.search.raise(&mut self.state, &self.lists, most);
            let gap = self.look_along(rows);
            if gap == 0 {
                return Ok(());
            }
            self.rounds += 1;
            let (from, to) = (ended(self.rounds - 1), ended(self.rounds));
            self.settle(rows, &Control { progress: &control.part(from, to), ..*control })?;
        }
    }

    /// Looks along all rows and adds what gains, with a draw of what nearly does; the sum of the gains.
    fn look_along<R: PricedRows>(&mut self, rows: &R) -> i128 {
        let charges = self.state.prices().post;
        let at = rows.at(&charges);
        let everyone = 0..rows.employees();
        let net = |employee: usize| self.state.held[employee].value - charges[self.state.held[employee].post as usize];
        let gains = |employee: usize| at.best(employee).map_or(0, |best| best - net(employee));
        let gains: Vec<i64> = everyone.clone().into_par_iter().map(gains).collect();
        let gap: i128 = gains.iter().map(|gain| i128::from(*gain)).sum();
        if gap == 0 {
            return 0;
        }
        let noise = (gap / gains.iter().filter(|gain| **gain > 0).count().max(1) as i128) as i64;
        let Terms { more: many, best, .. } = self.terms;
        let draw = Draw { many, noise, step: self.step, best };
        let new = |employee: usize| {
            let mut found = draw.from(&at, employee, net(employee) - NEAR);
            found.retain(|arc| self.lists.of(employee as u32).binary_search(arc).is_err());
            found
        };
        let new: Vec<Vec<Arc>> = everyone.into_par_iter().map(new).collect();
        drop(at);
        let mut order: Vec<usize> = (0..new.len()).filter(|employee| !new[*employee].is_empty()).collect();
        order.sort_by_key(|employee| Reverse(gains[*employee]));
        self.take(new, &order, &charges);
        gap
    }

    /// Adds pairs, in an order of people. Where more would rush to a post than it could ever hold, its pairs are left
    /// to a later round: by then it will charge more, and few of those who were late still gain.
    fn take(&mut self, mut new: Vec<Vec<Arc>>, order: &[usize], charges: &[i64]) {
        let net = |arc: &Arc| arc.1 - charges[arc.0 as usize];
        let mut room: Vec<u64> = (0..charges.len())
            .map(|post| self.frame.post_capacity(post).max(1).saturating_mul(RUSH << self.rounds.min(32)))
            .collect();
        for &employee in order {
            let mut found = std::mem::take(&mut new[employee]);
            let Held { post, value } = self.state.held[employee];
            let now = net(&(post, value));
            found.retain(|arc| net(arc) <= now || room[arc.0 as usize] > 0);
            if let Some(best) = found.iter().filter(|arc| net(arc) > now).max_by_key(|arc| net(arc)) {
                room[best.0 as usize] -= 1;
            }
            self.lists.add(employee as u32, found);
            self.state.choose(employee as u32, &self.lists);
        }
    }

    /// Sends what is too much somewhere to where it is missing.
    fn settle<R: PricedRows>(&mut self, rows: &R, control: &Control<'_>) -> Result<(), SolveError> {
        let mut at = 0;
        self.state.balance_all();
        if self.terms.crowd * self.state.misplaced() > rows.employees() as i64 {
            return self.renew(rows, control);
        }
        while let Some(&source) = self.state.unbalanced.get(at) {
            control.check()?;
            if self.state.excess[source as usize] <= 0 {
                at += 1;
                continue;
            }
            if at.is_multiple_of(256) {
                control.report(at as u64, self.state.unbalanced.len() as u64);
            }
            let sent = if self.risen > MUCH { None } else { self.search.send(&mut self.state, &self.lists, source as usize) };
            let Some(distance) = sent else {
                // What is in the way may be pairs that were not looked at.
                return self.renew(rows, control);
            };
            self.risen += distance;
        }
        self.state.close();
        Ok(())
    }

    /// Solves anew with the pairs there are.
    fn renew<R: PricedRows>(&mut self, rows: &R, control: &Control<'_>) -> Result<(), SolveError> {
        self.state = self.lists.solve(&self.frame, rows, control)?;
        self.risen = 0;
        Ok(())
    }

    /// The arcs that an optimal plan may use, and the plan among them.
    ///
    /// # Errors
    /// [`SolveError::NotOptimal`] where there are too many of them to be numbered.
    pub fn tight<R: PricedRows>(&self, rows: &R) -> Result<Tight, SolveError> {
        let prices = self.prices();
        let at = rows.at(&prices.post);
        let tight = |employee: usize| {
            let Held { post, value } = self.state.held[employee];
            let least = value - prices.post[post as usize] - 1;
            let mut list = Vec::new();
            at.above(employee, least, 1, &mut |post, value, _| {
                list.push((post, value));
                least
            });
            list
        };
        let lists = Lists::of_all((0..rows.employees()).into_par_iter().map(tight).collect());
        drop(at);
        let problem = lists.problem(&self.frame)?;
        let place = |(employee, held): (usize, &Held)| lists.place(&problem, employee, (held.post, held.value));
        let choice = self.state.held.iter().enumerate().map(place).collect();
        Ok(Tight { problem, solution: Solution { choice, objective: self.state.objective, prices } })
    }
}
