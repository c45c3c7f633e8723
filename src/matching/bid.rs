//! Bids: what people would do at the asks of a moment.

use super::net::Cost;
use super::rows::Rows;
use super::shortlist::{RowOf, Shortlist, read};

/// What an employee would do: the best post, its ask, its gain, and the gain of the next best.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bid {
    pub employee: u32,
    pub post: u32,
    pub ask: i64,
    pub gain: i64,
    pub second: i64,
}

impl Bid {
    /// The bid of an employee. His row is read anew only where the list of his best arcs no longer tells.
    pub fn of<R: Rows>(employee: u32, rows: &R, ask: &[i64], list: &mut Shortlist<i64>) -> Self {
        let bid = Self::listed(employee, ask, list);
        if bid.second >= list.beyond {
            return bid;
        }
        *list = read(list, ask, RowOf(rows, employee as usize));
        Self::listed(employee, ask, list)
    }

    fn listed(employee: u32, ask: &[i64], list: &Shortlist<i64>) -> Self {
        let mut bid = Self { employee, post: 0, ask: i64::FAR, gain: i64::NEVER, second: i64::NEVER };
        for (post, value) in list.arcs() {
            let ask = ask[post as usize];
            let gain = value - ask;
            // Written so that it compiles to moves, not to branches that nobody can predict.
            let second = bid.second.max(gain.min(bid.gain));
            let (post, ask) = if gain > bid.gain { (post, ask) } else { (bid.post, bid.ask) };
            bid = Self { employee, post, ask, gain: gain.max(bid.gain), second };
        }
        bid
    }
}

/// Cuts a batch (ascending employees) into shares, each with the stretch of lists from its first employee to its last.
pub(super) fn shares<'b, C>(
    mut batch: &'b [u32],
    lists: &'b mut [Shortlist<C>],
    size: usize,
) -> Vec<(&'b [u32], &'b mut [Shortlist<C>])> {
    let mut shares = Vec::with_capacity(batch.len().div_ceil(size));
    let (mut rest, mut passed) = (lists, 0);
    while !batch.is_empty() {
        let (share, later) = batch.split_at(size.min(batch.len()));
        let (first, last) = (share[0] as usize, share[share.len() - 1] as usize);
        let (mine, others) = rest.split_at_mut(last + 1 - passed);
        shares.push((share, &mut mine[first - passed..]));
        (rest, passed, batch) = (others, last + 1, later);
    }
    shares
}
