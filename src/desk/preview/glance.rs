//! Targets at a glance.
use super::{Desk, Target, telling};
use crate::desk::edit::{Edit, Refusal};
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::Verdict;

/// A target at a glance, for every row on the screen: cheaper than a [`Preview`](super::Preview).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    /// What is looked at.
    pub target: Target,
    /// The post it is about.
    pub post: PositionIx,
    /// Whether letting go would do something lawful.
    pub is_allowed: bool,
    /// Who would swap with the person.
    pub other: Option<EmployeeIx>,
    /// Whether the person sits there already.
    pub is_here: bool,
    /// The verdict that decides, or the heaviest warning; `None`: all pass, or no rule decides.
    pub worst: Option<Verdict>,
    /// Why not, where no rule decides.
    pub obstacle: Option<Obstacle>,
    /// Orang.
    pub person: Option<i64>,
    /// Rencana, where several are carried.
    pub plan: Option<i64>,
}

/// What stands in the way beside the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Somebody is pinned elsewhere.
    Pinned,
    /// Somebody was excluded from there.
    Banned,
    /// A post or a person outside the scope of the plan.
    OutOfScope,
    /// No room, or anything else.
    Other,
}

impl Obstacle {
    /// Of a refusal that is not the rules'.
    pub(in crate::desk) fn of(refusal: &Refusal) -> Option<Self> {
        Some(match refusal {
            Refusal::Rules(..) => return None,
            Refusal::Unplaced(_, Some(why)) => return Self::of(why),
            Refusal::Pinned(..) => Self::Pinned,
            Refusal::Banned(..) => Self::Banned,
            Refusal::PostOutOfScope(_) | Refusal::OutOfScope(_) => Self::OutOfScope,
            _ => Self::Other,
        })
    }
}

impl Desk {
    /// Looks at a target at a glance; `None` where it leads to no post.
    pub fn glance(&self, who: EmployeeIx, target: Target) -> Option<Glance> {
        let projection = &self.grounds().projection;
        let here = self.placement.post(projection, who);
        let post = match target {
            Target::Post(post) => post,
            Target::Unit(unit) => self.post_of_unit(who, unit)?,
            Target::Person(other) => self.placement.post(projection, other)?,
            Target::Tray => return None,
        };
        let is_here = here == Some(post);
        let other = match target {
            Target::Person(other) => Some(other),
            _ => self.only_holder(post),
        };
        let other = other.filter(|other| !is_here && *other != who);
        let (is_allowed, verdicts, obstacle) = match other {
            Some(other) => self.swap_at_a_glance(who, other, post),
            None => {
                let verdicts = self.drop_verdicts(who, post);
                let open = self.is_open_to(who, post);
                let is_allowed = open.is_ok() && !verdicts.iter().any(Verdict::blocks);
                (!is_here && is_allowed, telling(verdicts), open.err().as_ref().and_then(Obstacle::of))
            }
        };
        Some(Glance {
            target,
            post,
            is_allowed,
            other,
            is_here,
            worst: Verdict::deciding(verdicts),
            obstacle,
            person: self.score_change(who, post),
            plan: None,
        })
    }

    /// Both sides count: what keeps the other one from coming here keeps this one from going there.
    fn swap_at_a_glance(&self, who: EmployeeIx, other: EmployeeIx, post: PositionIx) -> (bool, Vec<Verdict>, Option<Obstacle>) {
        let nip = |who: EmployeeIx| self.grounds().facts.employees[who.at()].nip;
        match self.decide(Edit::Swap(nip(who), nip(other))) {
            Ok(_) => (true, telling(self.judge().verdicts(who, post)), None),
            Err(Refusal::Rules(_, _, verdicts)) => (false, verdicts, None),
            Err(refusal) => (false, Vec::new(), Obstacle::of(&refusal)),
        }
    }
}
