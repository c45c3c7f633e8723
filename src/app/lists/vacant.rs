//! Which posts are vacant after the plan, which fall vacant soon, and who has none.
use super::places::PlaceRow;
use crate::desk::Desk;
use crate::model::{EmployeeIx, PositionIx, Seat, months_after};
use jiff::civil::Date;

/// Structural posts without a holder after the plan: by eselon, then the longest vacant first.
pub fn vacancies(desk: &Desk) -> Vec<PositionIx> {
    empty(desk, &structural(desk))
}

/// Structural posts whose holder after the plan retires within 24 months after TMT: when, and who; the soonest first.
pub fn soon_vacant(desk: &Desk) -> Vec<(Date, PositionIx, EmployeeIx)> {
    held(desk, &retiring(desk))
}

/// Whatever the plan, only these can stand among the vacancies or in the tray: looked for once, for every edit asks anew.
#[derive(Debug)]
pub(super) struct Candidates {
    /// Structural posts with a need, in the order of the vacancies.
    structural: Vec<PositionIx>,
    /// Those who retire within 24 months after TMT, and when.
    retiring: Vec<(Date, EmployeeIx)>,
    /// Those without a post before the plan, by name.
    lost: Vec<EmployeeIx>,
}

impl Candidates {
    pub(super) fn of(desk: &Desk) -> Self {
        Self { structural: structural(desk), retiring: retiring(desk), lost: lost(desk) }
    }

    /// As [`vacancies`].
    pub(super) fn vacancies(&self, desk: &Desk) -> Vec<PositionIx> {
        empty(desk, &self.structural)
    }

    /// Structural posts whose holder stays and retires within 24 months after TMT, the soonest first.
    pub(super) fn soon_vacant(&self, desk: &Desk) -> Vec<PlaceRow> {
        held(desk, &self.retiring).into_iter().map(|(date, post, who)| PlaceRow::Soon(post, who, date)).collect()
    }

    /// The tray: its head, and by name those without a post after the plan. Empty where nobody ever was without one.
    pub(super) fn tray(&self, desk: &Desk) -> Vec<PlaceRow> {
        let head = (!self.lost.is_empty()).then_some(PlaceRow::Tray);
        let still = self.lost.iter().filter(|who| desk.placement.target(**who).is_none());
        head.into_iter().chain(still.map(|who| PlaceRow::Seatless(*who))).collect()
    }
}

fn structural(desk: &Desk) -> Vec<PositionIx> {
    let grounds = desk.grounds();
    let is_needed =
        |post: &PositionIx| grounds.facts.positions[post.at()].is_structural() && grounds.projection.need[post.at()] > 0;
    let mut posts: Vec<PositionIx> = grounds.posts_in_scope().filter(is_needed).collect();
    posts.sort_by_cached_key(|post| {
        let position = &grounds.facts.positions[post.at()];
        (position.echelon, position.vacant_since.unwrap_or(Date::MAX), position.name.clone())
    });
    posts
}

fn empty(desk: &Desk, posts: &[PositionIx]) -> Vec<PositionIx> {
    posts.iter().copied().filter(|post| desk.placement.heads(*post) == 0).collect()
}

fn retiring(desk: &Desk) -> Vec<(Date, EmployeeIx)> {
    let grounds = desk.grounds();
    let horizon = months_after(grounds.policy.tmt, 24);
    let seated = grounds.everyone().filter(|who| grounds.projection.standing[who.at()].seat().is_some());
    let soon = seated.filter_map(|who| Some((grounds.people[who.at()].retires.filter(|date| *date <= horizon)?, who)));
    soon.collect()
}

/// The structural posts that those who retire hold after the plan.
fn held(desk: &Desk, retiring: &[(Date, EmployeeIx)]) -> Vec<(Date, PositionIx, EmployeeIx)> {
    let grounds = desk.grounds();
    let held = retiring.iter().filter_map(|(date, who)| {
        let post = desk.placement.post(&grounds.projection, *who)?;
        let is_planned = grounds.facts.positions[post.at()].is_structural() && grounds.projection.in_scope[post.at()];
        is_planned.then_some((*date, post, *who))
    });
    let mut rows: Vec<(Date, PositionIx, EmployeeIx)> = held.collect();
    rows.sort_unstable();
    rows
}

fn lost(desk: &Desk) -> Vec<EmployeeIx> {
    let (facts, standing) = (&desk.grounds().facts, &desk.grounds().projection.standing);
    let is_lost = |who: &EmployeeIx| matches!(standing[who.at()].seat(), Some(Seat::Tray | Seat::Unmapped));
    let mut all: Vec<EmployeeIx> = desk.grounds().everyone().filter(is_lost).collect();
    all.sort_by(|a, b| facts.employees[a.at()].name.cmp(&facts.employees[b.at()].name).then(a.cmp(b)));
    all
}
