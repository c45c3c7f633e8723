//! Which posts are vacant after the plan, which fall vacant soon, and who has none.
use super::places::PlaceRow;
use crate::desk::Desk;
use crate::model::{EmployeeIx, PositionIx, Seat, months_after};
use jiff::civil::Date;

/// Structural posts without a holder after the plan: by eselon, then the longest vacant first.
pub fn vacancies(desk: &Desk) -> Vec<PositionIx> {
    let grounds = desk.grounds();
    let empty = |post: &PositionIx| {
        grounds.facts.positions[post.at()].is_structural()
            && grounds.projection.need[post.at()] > 0
            && desk.placement.heads(*post) == 0
    };
    let mut posts: Vec<PositionIx> = grounds.posts_in_scope().filter(empty).collect();
    // The names are long to copy: each once.
    posts.sort_by_cached_key(|post| {
        let position = &grounds.facts.positions[post.at()];
        (position.echelon, position.vacant_since.unwrap_or(Date::MAX), position.name.clone())
    });
    posts
}

/// Structural posts whose holder stays and retires within 24 months after TMT, the soonest first.
pub(super) fn soon_vacant(desk: &Desk) -> Vec<PlaceRow> {
    let grounds = desk.grounds();
    let horizon = months_after(grounds.policy.tmt, 24);
    let mut rows: Vec<(Date, PositionIx, EmployeeIx)> = grounds
        .everyone()
        .filter(|who| grounds.projection.standing[who.at()].seat().is_some())
        .filter_map(|who| {
            Some((
                grounds.people[who.at()].retires.filter(|date| *date <= horizon)?,
                desk.placement.post(&grounds.projection, who)?,
                who,
            ))
        })
        .filter(|(_, post, _)| grounds.facts.positions[post.at()].is_structural() && grounds.projection.in_scope[post.at()])
        .collect();
    rows.sort_unstable();
    rows.into_iter().map(|(date, post, who)| PlaceRow::Soon(post, who, date)).collect()
}

/// The tray: its head, and by name those without a post after the plan. Empty where nobody ever was without one.
pub(super) fn tray(desk: &Desk) -> Vec<PlaceRow> {
    let (facts, standing) = (&desk.grounds().facts, &desk.grounds().projection.standing);
    let lost = |who: &EmployeeIx| matches!(standing[who.at()].seat(), Some(Seat::Tray | Seat::Unmapped));
    let all: Vec<EmployeeIx> = desk.grounds().everyone().filter(lost).collect();
    let mut still: Vec<EmployeeIx> = all.iter().copied().filter(|who| desk.placement.target(*who).is_none()).collect();
    still.sort_by(|a, b| facts.employees[a.at()].name.cmp(&facts.employees[b.at()].name).then(a.cmp(b)));
    let head = (!all.is_empty()).then_some(PlaceRow::Tray);
    head.into_iter().chain(still.into_iter().map(PlaceRow::Seatless)).collect()
}
