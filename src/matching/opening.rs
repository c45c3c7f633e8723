//! Prices and choices to start from where nothing is known: auctions from small to large. A sample of
//! the people finds the level of the prices in a fraction of the bids; a larger one, and last the whole, starts
//! a little below it, and where that was still too high, prices are lowered ([`reverse`]). Where posts are so much
//! alike that the step of the auction blurs them, prices are sharpened ([`refine`]). It is a start, not
//! the answer: bids are coarse and their number is limited, and the repair makes good what is missing.

use super::auction::{Auction, Opening, Terms};
use super::net::{Cost, Net};
use super::refine;
use super::reverse;
use super::rows::Rows;
use super::sample::Sample;
use super::shortlist::Shortlist;
use super::solution::{Control, SolveError};

/// People per post that a sample must have, or else its prices are mere chance.
const PER_POST: f64 = 2.5;
/// From one sample to the next, this many times as many people.
const GROWTH: u64 = 8;
/// Looks along all rows that refining is worth.
const ROUNDS: usize = 12;

/// The prices at which an auction over the rows ends, and who won what. `net` gives posts and units; its own
/// rows are not looked at.
pub(super) fn open<R: Rows>(net: &Net<'_, i64>, rows: &R, magnitude: i64, control: &Control<'_>) -> Result<Opening, SolveError> {
    // Steps and margins are parts of the largest value, all measured: smaller ones shorten the repair by less than
    // they lengthen the auction.
    let terms = |step: i64, bids| Terms {
        step: step.max(1),
        patience: 4,
        bids,
        coarse: (magnitude / 200).max(1),
        most: (magnitude / 25).max(1),
        ceiling: 8 * magnitude + 8,
    };
    let below = magnitude / 8;
    let mut floor = vec![i64::NEVER; net.posts];
    let mut lists = vec![Shortlist::UNREAD; rows.employees()];
    for stride in strides(rows.employees(), net.posts) {
        let mut auction = Auction::new(net, rows, terms(magnitude / 100, 40), Sample::one_in(stride), floor.clone(), lists);
        let settled = auction.run(control)?;
        let opening = auction.close();
        lists = opening.shortlists;
        // A sample that too few places are left for says nothing.
        if settled {
            floor = opening.price[..net.posts].iter().map(|price| price - below).collect();
        }
    }
    let mut auction = Auction::new(net, rows, terms(magnitude / 1600, 1000), Sample::WHOLE, floor, lists);
    auction.run(control)?;
    control.check()?;
    let profits = auction.profits();
    let (slack, off, most) = (auction.slack(), auction.off(&profits), auction.most());
    let mut opening = auction.close();
    if 10 * off > rows.employees() {
        let mut price = opening.price.clone();
        let left = refine::refine(rows, &opening.choice, &most, &mut price, ROUNDS);
        if 4 * left < 3 * off {
            opening.price = price;
        }
        if left > 0 {
            opening.other = Some(last_charges(net));
        }
    } else if !slack.is_empty() {
        reverse::lower(rows, &slack, &profits, &mut opening.price);
    }
    Ok(opening)
}

/// What the last place of every post charges by itself: the better start where most posts are alike.
fn last_charges(net: &Net<'_, i64>) -> Vec<i64> {
    let charge = |node: usize| net.segments[net.chain(node)].last().map_or(0, |last| -last.1);
    let mut charges: Vec<i64> = (0..net.posts).map(charge).collect();
    charges.resize(net.sink + 1, 0);
    charges
}

/// The samples worth taking, smallest first.
fn strides(employees: usize, posts: usize) -> Vec<u64> {
    let most = (employees as f64 / (PER_POST * posts.max(1) as f64)) as u64;
    let mut strides: Vec<u64> = std::iter::successors(Some(most), |s| Some(s / GROWTH)).take_while(|&s| s > 1).collect();
    strides.sort_unstable_by_key(|&s| std::cmp::Reverse(s));
    strides
}
