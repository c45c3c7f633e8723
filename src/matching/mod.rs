//! The matching core: who goes where, exactly, with a proof.
//!
//! **Problem.** Everyone is placed on one lawful post; a pair has an integer value, every post and every
//! unit a concave reward for being filled. The most valuable plan is a minimum-cost flow (employee →
//! post → unit → sink), so the best integral plan is also the best fractional one, and its dual is one integer
//! price per post and per unit.
//!
//! **Method.**
//! 1. `opening`: an `auction` over posts with similar objects (Bertsekas & Castañón, *The auction algorithm for
//!    the transportation problem*, 1989) for good prices, first among `sample`s of the people, last among all.
//!    Each person's best few arcs are kept in a `shortlist`, so that rows are seldom read.
//! 2. Flows are rounded to the prices: everyone takes a best post, every place of positive reduced
//!    gain is filled. Reduced-cost optimality then holds, and conservation fails at a few nodes.
//! 3. Each unit of excess is sent to the nearest deficit along a shortest path in reduced costs
//!    (Edmonds & Karp, *Theoretical improvements in algorithmic efficiency for network flow problems*,
//!    1972; Tomizawa 1971; Ahuja, Magnanti & Orlin, *Network Flows*, 1993, sections 9.7 and 9.8). The
//!    graph has a node per post and unit, none per person; a person is an arc between posts, looked at only
//!    when a lower bound of what the move costs says that it may matter.
//!
//! **Why it is exact.** Every step keeps reduced costs non-negative in integers, and the last leaves
//! conservation intact; such a flow is optimal (the same book, theorem 9.3), and the prices prove it to anyone:
//! [`certificate`] shares no code with the solver. When no path leads to a deficit, the search's closed set is a
//! Hall witness (P. Hall, *On representatives of subsets*, 1935). The start affects time only, so any
//! prices do: yesterday's, a neighbour's, or none.
//!
//! **Complexity.** With N people, M posts, U units, A pairs and k units of excess after rounding (k ≤
//! N + M + U, in practice a few per cent of N): O(k (A + (M + U) log (M + U))) at worst, far less as searches are local.
//! The auction is bounded by a constant number of bids per person. Memory: 12 bytes per pair, and about 200 per person.
//!
//! **Minima** (`bounds`). A post or unit may have to hold people: these places are filled first whatever they earn,
//! which is a lower bound on an arc and stays a flow; the certificate counts them whether they gain or not.
//! Maxima are capacities. An office above units would be one more node whose number is above
//! theirs, as the sink's is.
//!
//! **On top of it.** [`ties`] makes the recorded plan unique; [`budget`] limits the number of moves, by a
//! price per move (`lagrange`, `difference`, `closing`), [`curve`] gives the value of every limit at once;
//! [`branching`] minds what no flow can say, with a proof of its own, and [`order`] makes what it finds independent of
//! the order of facts; [`targets`] prices every move of one person at once; [`chain`] finds the best chains that fill one
//! post of a plan that otherwise stays. A plan that is kept with its residual graph
//! (`residual`) follows changes by a few short paths: [`live`] keeps it optimal while its problem is edited, and
//! [`pricing`] while pairs are added, by which it solves problems with far more pairs than can matter, in
//! [`rows`] that are made and not kept; [`dimacs`] reads and writes the problem for other solvers.

mod auction;
mod bid;
mod bounds;
pub mod branching;
pub mod budget;
pub mod certificate;
pub mod chain;
mod closing;
pub mod curve;
mod difference;
pub mod dimacs;
mod flow;
mod lagrange;
pub mod live;
mod net;
mod opening;
pub mod order;
pub mod pricing;
pub mod problem;
mod refine;
mod repair;
mod residual;
mod reverse;
pub mod rows;
mod sample;
mod search;
mod shortlist;
pub mod solution;
pub mod solver;
#[cfg(test)]
mod ssp;
pub mod targets;
#[cfg(test)]
mod tests;
pub mod ties;

pub use problem::{NO_UNIT, Problem, ProblemBuilder, ProblemError, Segment};
pub use solution::{Control, Prices, Progress, Solution, SolveError};
pub use solver::{solve, solve_from};
