//! *Kunci jenjang* and *lindungi unit*: which level or unit the selected row means, and the edit that closes its
//! lock, or opens it where it is closed.
use crate::app::command::Id;
use crate::app::effect::Effect;
use crate::app::lists::places::PlaceRow;
use crate::app::state::{Pane, State};
use crate::app::table::RowId;
use crate::desk::edit::Edit;
use crate::model::{Lock, PositionIx, UnitIx};

pub(super) fn toggle(state: &State, id: Id) -> Vec<Effect> {
    let lock = if id == Id::LockLevel { state.selected_level() } else { state.selected_unit() };
    let edit = lock.map(|lock| if state.desk.plan.locks.is_closed(&lock) { Edit::Unlock(lock) } else { Edit::Lock(lock) });
    edit.map(Effect::Edit).into_iter().collect()
}

impl State {
    /// The level of the selected post, or of the selected person's post after the plan, to be locked.
    pub fn selected_level(&self) -> Option<Lock> {
        let grade = self.desk.grounds().facts.positions[self.meant_post()?.at()].grade()?;
        Some(Lock::Level(grade.level()))
    }

    /// The selected unit, or that of the selected post or person, to be protected.
    pub fn selected_unit(&self) -> Option<Lock> {
        let facts = &self.desk.grounds().facts;
        let unit = match (self.selected_row(), self.places.selected) {
            (Some(RowId::Unit(unit)), _) => unit,
            (None, Some(PlaceRow::Unit(unit, _))) if self.focus == Pane::Places => unit,
            _ => facts.position_unit[self.meant_post()?.at()]?,
        };
        Some(Lock::Unit(facts.units[unit.at()].id.clone()))
    }

    /// Whether a unit, or one above it, is protected.
    pub fn is_protected(&self, unit: UnitIx) -> bool {
        let (facts, locks) = (&self.desk.grounds().facts, &self.desk.plan.locks);
        let mut upwards = std::iter::successors(Some(unit), |below| facts.parent[below.at()]);
        !locks.is_empty() && upwards.any(|unit| locks.is_closed(&Lock::Unit(facts.units[unit.at()].id.clone())))
    }

    /// Whether the level of a post is locked.
    pub fn is_level_locked(&self, post: PositionIx) -> bool {
        let grade = || self.desk.grounds().facts.positions[post.at()].grade();
        let locks = &self.desk.plan.locks;
        !locks.is_empty() && grade().is_some_and(|grade| locks.is_closed(&Lock::Level(grade.level())))
    }

    /// The post that the selected row is about.
    fn meant_post(&self) -> Option<PositionIx> {
        let seat = |who| self.desk.placement.post(&self.desk.grounds().projection, who);
        let of_pair = self.selected_pair().map(|(_, post)| post);
        let of_person = || self.selected_person().and_then(seat);
        of_pair.or_else(of_person).or_else(|| self.selected_place())
    }
}
