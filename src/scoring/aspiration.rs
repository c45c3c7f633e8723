//! Aspiration: no wish 5,000 everywhere; the wish of rank 1–5 10,000, 8,500, 7,000, 6,000, 5,500, a
//! wisher's other posts 5,000; asked to stay: the own post 10,000, others 0; a refused unit 0.
//! Never unknown. A wish only ever raises: asking never hurts elsewhere.
use super::Inputs;
use crate::model::{EmployeeIx, Grounds, PositionIx, WishTarget};
use serde::Serialize;

/// How a post stands to the wishes of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WishKind {
    /// The person has no wish, or not for this post.
    None,
    /// The post, or its unit, is wished for.
    Wished,
    /// The person asked to stay, and this is the own post.
    OwnPost,
    /// The person asked to stay, and this is another post.
    AskedToStay,
    /// The person does not want this unit.
    RefusedUnit,
}

pub(super) fn kind(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> (WishKind, Option<i8>) {
    let person = &grounds.facts.people[who.at()];
    if !person.has_wish() {
        return (WishKind::None, None);
    }
    if person.asks_to_stay {
        let own = grounds.present(who) == Some(post);
        return (if own { WishKind::OwnPost } else { WishKind::AskedToStay }, None);
    }
    let unit = grounds.facts.position_unit[post.at()];
    let names = |target: WishTarget| match target {
        WishTarget::Position(wished) => wished == post,
        WishTarget::Unit(wished) => Some(wished) == unit,
    };
    let rank = person.wishes.iter().filter(|wish| wish.target.is_some_and(names)).map(|wish| wish.order).min();
    match rank.filter(|rank| (1..=5).contains(rank)) {
        Some(rank) => (WishKind::Wished, Some(rank)),
        None if unit.is_some_and(|unit| person.refused_units.contains(&unit)) => (WishKind::RefusedUnit, None),
        None => (WishKind::None, None),
    }
}

/// See the module.
pub(super) fn factor(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> u16 {
    match kind(grounds, who, post) {
        (WishKind::Wished, Some(1)) | (WishKind::OwnPost, _) => 10_000,
        (WishKind::Wished, Some(2)) => 8_500,
        (WishKind::Wished, Some(3)) => 7_000,
        (WishKind::Wished, Some(4)) => 6_000,
        (WishKind::Wished, _) => 5_500,
        (WishKind::None, _) => 5_000,
        (WishKind::AskedToStay | WishKind::RefusedUnit, _) => 0,
    }
}

/// The factor at posts that no wish of a person means, the own post left out.
pub(super) fn plain(grounds: &Grounds, who: EmployeeIx) -> u16 {
    if grounds.facts.people[who.at()].asks_to_stay { 0 } else { 5_000 }
}

pub(super) fn inputs(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Inputs {
    let (wish, rank) = kind(grounds, who, post);
    Inputs::Aspiration { wish, rank }
}
