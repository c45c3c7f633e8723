//! A plan with the residual graph it leaves: which changes of it are possible, and what each costs. Kept from change to
//! change, it makes a shortest path a matter of looking at a few posts instead of at the rows of all who hold them.
//!
//! `state` is the plan with its prices, `places` of one post or unit; `fans` are the arcs between posts; `wave` is one end of
//! a `search` for a shortest path, `queue` what waits in it.

mod fans;
mod places;
mod queue;
mod search;
mod state;
mod wave;

/// Prices start below 2^56; while they have not moved by more than this no sum overflows.
pub(super) const MUCH: i64 = 1 << 56;

pub(super) use fans::Held;
pub(super) use search::Search;
pub(super) use state::{Change, State, per_node};
pub(super) use wave::{FAR, Wave};

/// Rows that are there to be read as often as a search likes.
pub(super) trait InMemory {
    /// The posts an employee may hold now, and what they are worth.
    fn pairs(&self, employee: u32) -> impl Iterator<Item = (u32, i64)>;
}
