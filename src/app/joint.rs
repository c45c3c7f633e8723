//! Drops that move several people at once: a swap, or all who are in hand. Their Biaya is worked out for each by itself,
//! and only where it is shown.
use super::carry::Carried;
use super::hit::{HitMap, Place};
use super::state::State;
use crate::desk::Desk;
use crate::desk::live::Seats;
use crate::desk::preview::Target;
use std::collections::HashSet;

/// The drops in sight whose Biaya is not known, first the one under the hand: the target, and who is where then;
/// nobody where the drop is refused.
pub fn wanted(state: &State, hits: &HitMap) -> Vec<(Target, Seats)> {
    let Some(carried) = state.carry.carried() else { return Vec::new() };
    let shown = hits.places().iter().filter_map(|(_, place)| match place {
        Place::Person(_, who) => Some(Target::Person(*who)),
        Place::Spot(_, target) => Some(*target),
        _ => None,
    });
    let mut seen = HashSet::new();
    let targets = carried.over.into_iter().chain(shown).filter_map(|target| joint(carried, &state.desk, target));
    let unknown = targets.filter(|target| !carried.joint.contains_key(target) && seen.insert(*target));
    unknown.map(|target| (target, seats(carried, &state.desk, target))).collect()
}

/// The target as Biaya knows it; `None` where the drop moves one person alone.
fn joint(carried: &Carried, desk: &Desk, target: Target) -> Option<Target> {
    if !carried.others.is_empty() {
        return carried.joint_target(target, None);
    }
    let other = match target {
        Target::Person(other) => Some(other),
        Target::Post(post) => desk.only_holder(post),
        Target::Tray => None,
        Target::Unit(_) => desk.glance(carried.who, target)?.other,
    };
    carried.joint_target(target, other.filter(|other| *other != carried.who))
}

fn seats(carried: &Carried, desk: &Desk, target: Target) -> Seats {
    match (target, carried.others.is_empty()) {
        (Target::Person(other), true) => desk.swapped(carried.who, other).unwrap_or_default(),
        (_, true) => Seats::new(),
        (_, false) => {
            let spread = desk.spread(&carried.everyone(), target).unwrap_or_default();
            spread.into_iter().filter_map(|(who, to)| Some((who, to.or(desk.grounds().present(who))?))).collect()
        }
    }
}
