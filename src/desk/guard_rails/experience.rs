//! Who knows the unit: experienced pengawas, and the staff's ratings and months in the unit.
use super::rails::Step;
use super::{GuardRail, Staff};
use crate::model::{EmployeeIx, Grade, Placement, Predicate, Seat, UnitIx, months_after};
use std::collections::BTreeMap;

/// Staff before and after.
type BeforeAfter = (Staff, Staff);

impl Step<'_> {
    pub(super) fn no_experienced(&self) -> Vec<GuardRail> {
        let (before, after) = (self.experienced(self.before), self.experienced(self.after));
        let months = self.limits.settled_months;
        let lost = before.into_iter().filter(|(unit, _)| !after.contains_key(unit));
        lost.map(|(unit, before)| GuardRail::NoExperienced { unit, before, months }).collect()
    }

    /// Pengawas per unit who have been there for the months that count.
    fn experienced(&self, placement: &Placement) -> BTreeMap<UnitIx, u32> {
        let mut count = BTreeMap::new();
        for who in self.grounds.everyone().filter(|who| self.standing(*who).is_some()) {
            let post =
                self.seat(placement, who).filter(|post| self.grounds.posts[post.at()].grade.is_some_and(Grade::is_supervisor));
            let Some(unit) = post.and_then(|post| self.unit(post)) else { continue };
            if self.is_settled(who, unit) {
                *count.entry(unit).or_insert(0) += 1;
            }
        }
        count
    }

    /// Whether someone has been in a unit for the months that count: the present post, with former posts
    /// of the same unit that adjoin it. A datum that is missing settles nobody.
    fn is_settled(&self, who: EmployeeIx, unit: UnitIx) -> bool {
        let own = self.grounds.present(who).and_then(|post| self.unit(post));
        let Some(mut since) = self.grounds.people[who.at()].in_post_since.filter(|_| own == Some(unit)) else { return false };
        let facts = &self.grounds.facts;
        let mut former: Vec<_> = facts.people[who.at()].history.iter().collect();
        former.sort_by_key(|post| std::cmp::Reverse(post.until));
        for post in former {
            let here = facts.unit(&post.unit).is_some_and(|at| self.shares(at, unit));
            if let (true, Some(from), Some(until)) = (here, post.from, post.until)
                && since <= until
            {
                since = since.min(from);
            }
        }
        months_after(since, self.limits.settled_months) <= self.grounds.projection.tmt
    }

    /// Whether a unit is that group, or lies in it.
    fn shares(&self, unit: UnitIx, group: UnitIx) -> bool {
        unit == group || self.grounds.policy.unit_level.is_some() && self.grounds.facts.ancestors(unit).any(|at| at == group)
    }

    pub(super) fn staff(&self) -> (BeforeAfter, BTreeMap<UnitIx, BeforeAfter>) {
        let mut all = (Staff::default(), Staff::default());
        let mut units: BTreeMap<UnitIx, BeforeAfter> = BTreeMap::new();
        for who in self.grounds.everyone().filter(|who| !matches!(self.standing(*who), None | Some(Seat::PartTime(_)))) {
            let unit_of = |placement| self.seat(placement, who).and_then(|post| self.unit(post));
            if let Some(unit) = unit_of(self.before) {
                self.count(who, unit, &mut [&mut all.0, &mut units.entry(unit).or_default().0]);
            }
            if let Some(unit) = unit_of(self.after) {
                self.count(who, unit, &mut [&mut all.1, &mut units.entry(unit).or_default().1]);
            }
        }
        units.retain(|_, (before, after)| before != after);
        (all, units)
    }

    fn count(&self, who: EmployeeIx, unit: UnitIx, staff: &mut [&mut Staff]) {
        let [last, before] = self.grounds.people[who.at()].predicates;
        let rated = last.or(before).is_some_and(|predicate| predicate >= Predicate::Good);
        let settled = self.is_settled(who, unit);
        for staff in staff {
            staff.people += 1;
            staff.rated += u32::from(rated);
            staff.settled += u32::from(settled);
        }
    }
}
