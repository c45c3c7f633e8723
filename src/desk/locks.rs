//! *Kunci jenjang* and *lindungi unit*: everyone of a level or of a unit is held where the plan has them, so that
//! the core moves only others.
use super::Desk;
use super::edit::Refusal;
use crate::model::plan::Action;
use crate::model::{EmployeeIx, Lock, Nip, PositionId, PositionIx, UnitIx};

impl Desk {
    /// Pins everyone of a level or unit. Who is pinned alone stays so when the lock is opened.
    pub(super) fn lock(&self, of: Lock) -> Result<Action, Refusal> {
        let (facts, projection) = (&self.grounds().facts, &self.grounds().projection);
        let unit = match &of {
            Lock::Unit(id) => facts.unit(id),
            Lock::Level(_) => None,
        };
        let pin = |who: EmployeeIx| {
            let post = self.placement.post(projection, who)?;
            let nip = facts.employees[who.at()].nip;
            let is_own = self.plan.pins.contains_key(&nip) && !self.plan.locks.hold(&nip);
            (!is_own && self.is_locked_by(&of, unit, post)).then(|| (nip, facts.positions[post.at()].id()))
        };
        let pins: Vec<(Nip, PositionId)> = self.grounds().everyone().filter_map(pin).collect();
        if pins.is_empty() { Err(Refusal::NobodyToLock(of)) } else { Ok(Action::PinMany { of, pins }) }
    }

    /// Frees those whom a lock alone holds.
    pub(super) fn unlock(&self, of: Lock) -> Result<Action, Refusal> {
        if !self.plan.locks.is_closed(&of) {
            return Err(Refusal::NotLocked(of));
        }
        let employees = self.plan.locks.held_by_none_but(&of);
        Ok(Action::UnpinMany { of, employees })
    }

    /// Whether a lock (of that unit, where it is one of a unit) holds whoever sits on a post.
    fn is_locked_by(&self, lock: &Lock, unit: Option<UnitIx>, post: PositionIx) -> bool {
        let facts = &self.grounds().facts;
        if !self.grounds().projection.in_scope[post.at()] {
            return false;
        }
        match lock {
            Lock::Level(level) => facts.positions[post.at()].grade().is_some_and(|grade| grade.level() == *level),
            Lock::Unit(_) => {
                let own = facts.position_unit[post.at()];
                unit.is_some() && std::iter::successors(own, |below| facts.parent[below.at()]).any(|above| Some(above) == unit)
            }
        }
    }
}
