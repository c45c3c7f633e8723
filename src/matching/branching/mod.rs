//! What no flow can say: pairs of people who must not hold certain posts at once (relatives in a line
//! of command), and the last points of a limit on moves.
//!
//! **Method.** Branch and bound (Land & Doig, *An automatic method of solving discrete programming
//! problems*, 1960). Where the optimum of the flow breaks a conflict, or stays below the bound of its limit, one
//! [`Decision`] splits the plans in two: this person on one of these posts, or on none of them. Either side is a
//! flow again with fewer pairs, solved warm from its parent; the side with the best bound goes first. Whoever
//! has one pair left is taken out (`rest`), so problems shrink on the way down.
//!
//! **Proof.** The sides that nobody split further are the [`Leaf`]s. Each carries its decisions and prices;
//! [`cover`] checks, without the solver, that they leave out no plan and what bound they prove together. A
//! search that stops early leaves leaves with higher bounds, and the gap is told.
//!
//! **Order.** Among equal plans the one with the fewest moves, then the least sum of ties, as in
//! [`ties`](super::ties): a side's own such plan is the bound in that order too, so the plan found is the same for
//! any order of rows. With a limit on moves the value is proved, but which of several equal plans is found
//! depends on the order of the rows: give them in an order of ids.

mod conflicts;
pub mod cover;
mod limits;
mod node;
pub(super) mod rest;
mod search;

pub use conflicts::{Conflict, Conflicts, Pair};
pub(super) use limits::sharpen;
pub use search::{Branched, Start, Task, branch};

use super::solution::Prices;

/// One side of a split: a person is on one of some posts, or on none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The person.
    pub employee: u32,
    /// The posts, ascending.
    pub posts: Vec<u32>,
    /// On one of them, or on none.
    pub is_on: bool,
}

/// A part of all plans that was split no further, with prices that bound what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// What its plans have in common, in the order of splitting.
    pub decisions: Vec<Decision>,
    /// λ: what every move is charged on top; 0 without a limit on moves. In 1/`scale`.
    pub move_price: i64,
    /// Charges of posts and units, in 1/`scale`.
    pub prices: Prices,
}

/// Proof of a bound by leaves that together hold every plan worth looking for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Prices are in this part of the unit of the values, so that bounds may be fractions.
    pub scale: i64,
    /// Where only plans that earn more than some floor were looked for: how pairs were ruled out.
    pub sieve: Option<Sieve>,
    /// The leaves, in the order of splitting, first the side on the posts.
    pub leaves: Vec<Leaf>,
}

/// Prices of the whole problem that rule out pairs: a plan that earns more than `floor` uses no pair
/// whose reduced cost exceeds what the bound of these prices leaves above `floor`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sieve {
    /// Nobody looked for plans that earn this or less.
    pub floor: i64,
    /// λ, in the unit of the values.
    pub move_price: i64,
    /// Charges of posts and units, in the unit of the values.
    pub prices: Prices,
}
