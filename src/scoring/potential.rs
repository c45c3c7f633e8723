//! Potential: min(1, potential 0–100 / demand of the post). Unknown without a figure.
use super::{Inputs, share};
use crate::model::{EmployeeIx, Grounds, PositionIx};

/// See the module.
pub(super) fn factor(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Option<u16> {
    let potential = grounds.facts.people[who.at()].potential?;
    Some(share(u32::from(potential.0), u32::from(grounds.posts[post.at()].demand?) * 100))
}

pub(super) fn inputs(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Inputs {
    Inputs::Potential {
        potential: grounds.facts.people[who.at()].potential.map(|points| points.to_string()),
        demand: grounds.posts[post.at()].demand,
    }
}
