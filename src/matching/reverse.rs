//! A reverse auction in one pass (Bertsekas & Castañón 1992, *A forward/reverse auction algorithm for
//! asymmetric assignment problems*): a post that asked too much and was left with empty places lowers its
//! price to what just fills them.

use rayon::prelude::*;

use super::rows::Rows;
use super::shortlist::{Row as _, RowOf};

/// A post with empty places and the charges of those, least first.
#[derive(Debug)]
pub(super) struct Slack {
    pub post: u32,
    pub reserves: Vec<i64>,
}

impl Slack {
    /// More empty places than this of one post are not looked at.
    pub const MOST: usize = 256;
}

/// Lowers the prices of slack posts. `profit` is per employee what he nets now.
pub(super) fn lower<R: Rows>(rows: &R, slack: &[Slack], profit: &[i64], price: &mut [i64]) {
    // Per post its place among the slack ones, and the least offer that could matter.
    let mut place = vec![u32::MAX; price.len()];
    for (at, one) in slack.iter().enumerate() {
        place[one.post as usize] = at as u32;
    }
    let offers_of = |employee: usize| {
        let mut found = Vec::new();
        RowOf(rows, employee).each(&mut |post, value| {
            let at = place[post as usize];
            if at != u32::MAX && value - profit[employee] > slack[at as usize].reserves[0] {
                found.push((at, value - profit[employee]));
            }
        });
        found
    };
    let mut offers: Vec<(u32, i64)> = (0..rows.employees()).into_par_iter().with_min_len(512).flat_map_iter(offers_of).collect();
    offers.par_sort_unstable_by_key(|&(at, offer)| (at, -offer));
    let mut rest = &offers[..];
    for (at, one) in slack.iter().enumerate() {
        let (mine, others) = rest.split_at(rest.partition_point(|&(a, _)| a as usize <= at));
        rest = others;
        let filled = mine.iter().zip(&one.reserves).take_while(|((_, offer), reserve)| offer > reserve).count();
        // What the first who does not come offered, or what the last place taken charges.
        let loser = mine.get(filled).map_or(i64::MIN, |&(_, offer)| offer);
        let last = one.reserves[filled.saturating_sub(1)];
        let lowered = loser.max(last);
        let post = one.post as usize;
        price[post] = price[post].min(lowered);
    }
}
