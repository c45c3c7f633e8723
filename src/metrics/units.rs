//! Need and holders per unit.
use crate::model::{Grounds, Placement, UnitIx};

/// Need and holders of a unit (of its posts in scope), after a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitFill {
    /// The unit.
    pub unit: UnitIx,
    /// Need K.
    pub need: u32,
    /// Holders B, those beyond a post's need included.
    pub heads: u32,
    /// Σ min(n, K) over its posts.
    pub filled: u32,
}

/// Every unit with posts in scope, in the order of the units.
pub fn unit_fills(grounds: &Grounds, placement: &Placement) -> Vec<UnitFill> {
    let mut fills: Vec<UnitFill> =
        (0..grounds.facts.units.len()).map(|at| UnitFill { unit: UnitIx::of(at), need: 0, heads: 0, filled: 0 }).collect();
    let mut has_posts = vec![false; fills.len()];
    for post in grounds.posts_in_scope() {
        let Some(unit) = grounds.projection.group[post.at()] else { continue };
        let (need, heads) = (grounds.projection.need[post.at()], placement.heads(post));
        let fill = &mut fills[unit.at()];
        has_posts[unit.at()] = true;
        fill.need += need;
        fill.heads += heads;
        fill.filled += heads.min(need);
    }
    fills.into_iter().filter(|fill| has_posts[fill.unit.at()]).collect()
}
