//! Swaps in sight: each is two moves at once, so that its Biaya is worked out by itself, and only where it
//! is shown.
use super::hit::{HitMap, Place};
use super::state::State;
use crate::desk::preview::Target;
use crate::model::EmployeeIx;
use std::collections::HashSet;

/// With whom the person carried could swap, of those in sight whose Biaya is not known: first whoever is
/// under the hand.
pub fn wanted(state: &State, hits: &HitMap) -> Vec<EmployeeIx> {
    let Some(carried) = state.carry.carried().filter(|carried| carried.others.is_empty()) else { return Vec::new() };
    let mut seen = HashSet::new();
    let shown = hits.places().iter().filter_map(|(_, place)| match place {
        Place::Person(_, who) => Some(Target::Person(*who)),
        Place::Spot(_, target) => Some(*target),
        _ => None,
    });
    let other = |target: Target| {
        let found = match target {
            Target::Person(other) => Some(other),
            Target::Post(post) => state.desk.only_holder(post),
            Target::Tray => None,
            Target::Unit(_) => state.desk.glance(carried.who, target)?.other,
        };
        found.filter(|other| *other != carried.who && !carried.swaps.contains_key(other) && seen.insert(*other))
    };
    carried.over.into_iter().chain(shown).filter_map(other).collect()
}
