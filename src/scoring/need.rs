//! Need: max(0, K − holders without this person) / K, on the facts projected to TMT, never on
//! proposals: so one's own single post counts 10,000. K = 0: 0. Never unknown.
use super::{Inputs, share};
use crate::model::{EmployeeIx, Grounds, PositionIx};

fn terms(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> (u32, u32) {
    let own = grounds.projection.held[who.at()] == Some(post);
    (grounds.projection.need[post.at()], grounds.projection.holders[post.at()] - u32::from(own))
}

/// See the module.
pub(super) fn factor(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> u16 {
    let (need, holders) = terms(grounds, who, post);
    of(need, holders)
}

fn of(need: u32, holders: u32) -> u16 {
    if need == 0 { 0 } else { share(need.saturating_sub(holders), need) }
}

pub(super) fn inputs(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Inputs {
    let (need, holders_without_this_person) = terms(grounds, who, post);
    Inputs::Need { need, holders_without_this_person }
}

/// The factor for whoever does not hold the post.
pub(super) fn of_newcomer(grounds: &Grounds, post: PositionIx) -> u16 {
    of(grounds.projection.need[post.at()], grounds.projection.holders[post.at()])
}
