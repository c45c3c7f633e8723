//! A few best arcs of an employee, so that his row need not be read again while they suffice. Prices only
//! rise, so what an arc nets only falls: what the rest of the row netted at best when it was read stays
//! an upper bound.

use super::net::Cost;
use super::rows::Rows;

/// How many arcs are kept. Measured on bench/: longer lists save rows but cost a cache line each.
pub(super) const SHORT: usize = 7;

/// The best few arcs of a row at the prices at which it was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shortlist<C> {
    len: u32,
    posts: [u32; SHORT],
    values: [C; SHORT],
    /// No arc outside the list nets more, at those prices or any higher ones.
    pub beyond: C,
}

impl<C: Cost> Shortlist<C> {
    /// Knows nothing: the row must be read.
    pub const UNREAD: Self = Self { len: 0, posts: [0; SHORT], values: [C::NEVER; SHORT], beyond: C::FAR };

    /// Its arcs, as (post, value).
    #[inline]
    pub fn arcs(&self) -> impl Iterator<Item = (u32, C)> {
        self.posts.iter().copied().zip(self.values.iter().copied()).take(self.len as usize)
    }
}

/// A row of lawful posts, wherever it comes from.
pub(super) trait Row<C> {
    /// Shows every arc as (post, value).
    fn each(self, take: &mut impl FnMut(u32, C));
}

/// A row in memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stored<'a, C> {
    pub posts: &'a [u32],
    pub values: &'a [C],
}

impl<C: Cost> Row<C> for Stored<'_, C> {
    #[inline]
    fn each(self, take: &mut impl FnMut(u32, C)) {
        for (&post, &value) in self.posts.iter().zip(self.values) {
            take(post, value);
        }
    }
}

/// One of many rows.
pub(super) struct RowOf<'a, R>(pub &'a R, pub usize);

impl<R: Rows> Row<i64> for RowOf<'_, R> {
    #[inline]
    fn each(self, take: &mut impl FnMut(u32, i64)) {
        self.0.each(self.1, take);
    }
}

/// Reads a row at the prices of now. `former` is what an earlier reading kept, or [`Shortlist::UNREAD`]: it
/// is nearly what will be kept again, so that most arcs are turned away by one comparison. An arc that is there
/// twice is kept once.
pub(super) fn read<C: Cost>(former: &Shortlist<C>, price: &[C], row: impl Row<C>) -> Shortlist<C> {
    let mut kept = Kept { list: Shortlist::UNREAD, nets: [C::NEVER; SHORT] };
    for (post, value) in former.arcs() {
        kept.keep(post, value, value - price[post as usize]);
    }
    // Kept apart from the list, these two stay in registers.
    let (mut floor, mut beyond) = (kept.nets[SHORT - 1], C::NEVER);
    row.each(&mut |post, value| {
        let net = value - price[post as usize];
        if net <= floor {
            // The last of the list may pass here too; then the bound is merely not sharp.
            beyond = beyond.max(net);
        } else if !kept.has(post, value) {
            beyond = beyond.max(floor);
            floor = kept.keep(post, value, net);
        }
    });
    Shortlist { beyond, ..kept.list }
}

struct Kept<C> {
    list: Shortlist<C>,
    nets: [C; SHORT],
}

impl<C: Cost> Kept<C> {
    #[inline(never)]
    fn has(&self, post: u32, value: C) -> bool {
        let at = self.list.posts.iter().position(|&p| p == post);
        at.is_some_and(|first| {
            (first..self.list.len as usize).any(|at| (self.list.posts[at], self.list.values[at]) == (post, value))
        })
    }

    /// Inserts an arc that nets more than the last; what the last nets then.
    #[inline(never)]
    fn keep(&mut self, post: u32, value: C, net: C) -> C {
        self.list.len = (self.list.len + 1).min(SHORT as u32);
        let mut at = SHORT - 1;
        while at > 0 && self.nets[at - 1] < net {
            self.nets[at] = self.nets[at - 1];
            self.list.posts[at] = self.list.posts[at - 1];
            self.list.values[at] = self.list.values[at - 1];
            at -= 1;
        }
        (self.nets[at], self.list.posts[at], self.list.values[at]) = (net, post, value);
        self.nets[SHORT - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_kept_and_the_rest_bounded() {
        let posts: Vec<u32> = (0..40).map(|p| p * 7 % 40).collect();
        let values: Vec<i64> = posts.iter().map(|&p| i64::from(p) * 10).collect();
        let mut price = vec![0; 40];
        let row = Stored { posts: &posts, values: &values };
        let first = read(&Shortlist::UNREAD, &price, row);
        assert_eq!(first.arcs().map(|arc| arc.0).collect::<Vec<_>>(), [39, 38, 37, 36, 35, 34, 33]);
        assert_eq!(first.beyond, 320);
        // Dearer since: what was kept goes, and what was not is found again.
        price[36..].fill(1000);
        let again = read(&first, &price, row);
        assert_eq!(again.arcs().map(|arc| arc.0).collect::<Vec<_>>(), [35, 34, 33, 32, 31, 30, 29]);
        assert_eq!(again.beyond, 280);
        let short = read(&Shortlist::UNREAD, &price, Stored { posts: &[3, 3], values: &[5, 5] });
        assert_eq!((short.arcs().count(), short.beyond), (1, i64::NEVER));
    }
}
