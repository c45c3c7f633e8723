//! Rows of lawful posts, one at a time: for whoever only needs to look along them. A problem has its rows
//! in memory; where that would take too much, they are made anew each time they are looked at.

use super::problem::Problem;

/// Everyone's lawful posts with their values.
///
/// A row is the same, in the same order, each time it is looked at, names no post twice, and only posts
/// that exist. Every row has at least one post in it where the problem has a plan at all.
pub trait Rows: Sync {
    /// How many people are to be placed.
    fn employees(&self) -> usize;

    /// Shows the row of one employee: (post, value with the prices of a move taken off), in a fixed order.
    fn each(&self, employee: usize, take: &mut impl FnMut(u32, i64));
}

impl Rows for Problem {
    fn employees(&self) -> usize {
        Self::employees(self)
    }

    #[inline]
    fn each(&self, employee: usize, take: &mut impl FnMut(u32, i64)) {
        let row = self.row(employee);
        for (&post, &value) in self.arc_post[row.clone()].iter().zip(&self.arc_value[row]) {
            take(post, value);
        }
    }
}
