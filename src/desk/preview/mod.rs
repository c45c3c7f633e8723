//! What letting go would do, before anything is done: [`Preview`] for the one target under the hand, [`Glance`]
//! for every row on the screen.
mod change;
mod glance;
mod seats;

pub use glance::{Glance, Obstacle};
pub(super) use seats::LastHole;

use super::Desk;
use super::edit::{Edit, Refusal};
use super::together::Spread;
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use crate::rules::{Outcome, Severity, Verdict};
use crate::scoring::{Score, factors};

/// What a person carried is held over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A post.
    Post(PositionIx),
    /// A unit: its best eligible post.
    Unit(UnitIx),
    /// Another person: swap; with somebody who has no post, as the tray.
    Person(EmployeeIx),
    /// Those without a post: a proposal is taken back.
    Tray,
}

/// What a drop comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landing {
    /// Takes a free place of this post.
    Takes(PositionIx),
    /// Several people take free places.
    Spreads(Spread),
    /// Swaps with its holder.
    Swaps(EmployeeIx, PositionIx),
    /// Goes back to the present post.
    PutsBack,
    /// Changes nothing: the person sits there in the plan already.
    Stays,
    /// Refused.
    Refused(Refusal),
}

/// What one target would do.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What letting go comes to.
    pub landing: Landing,
    /// The post it is about, where there is one.
    pub post: Option<PositionIx>,
    /// Every verdict that is not a plain pass, the blocking ones first.
    pub verdicts: Vec<Verdict>,
    /// Orang: change of the person's own score against the present post, hundredths of a point.
    pub person: Option<i64>,
    /// Rencana: change of this plan's objective by this drop alone.
    pub plan: Option<i64>,
}

impl Desk {
    /// Looks at one target.
    pub fn preview(&self, who: EmployeeIx, target: Target) -> Preview {
        match target {
            Target::Post(post) => self.preview_post(who, post),
            Target::Unit(unit) => match self.post_of_unit(who, unit) {
                Some(post) => self.preview_post(who, post),
                None => self.nothing(Landing::Stays, None),
            },
            Target::Person(other) => match self.placement.post(&self.grounds().projection, other) {
                Some(post) if other != who && self.placement.post(&self.grounds().projection, who) != Some(post) => {
                    self.preview_swap(who, other, post)
                }
                None => self.preview_tray(who),
                _ => self.nothing(Landing::Stays, None),
            },
            Target::Tray => self.preview_tray(who),
        }
    }

    /// Nobody loses a post by being dropped on the tray: whoever has a proposal goes back to where it came from.
    fn preview_tray(&self, who: EmployeeIx) -> Preview {
        let (present, target) = (self.grounds().present(who), self.placement.target(who));
        let landing = match (target, present) {
            (None, None) => return self.nothing(Landing::Stays, None),
            (None, Some(_)) => Landing::Refused(Refusal::NotPostless(who)),
            (Some(_), _) => match self.decide(Edit::Withdraw(self.grounds().facts.employees[who.at()].nip)) {
                Ok(action) => {
                    let plan = Some(self.metrics_after(&action).objective - self.metrics.objective);
                    return Preview { plan, person: present.map(|_| 0), ..self.nothing(Landing::PutsBack, present) };
                }
                Err(refusal) => Landing::Refused(refusal),
            },
        };
        self.nothing(landing, None)
    }

    /// The score of a pair.
    pub fn score(&self, who: EmployeeIx, post: PositionIx) -> Score {
        Score::of(&self.grounds().policy.weights, &factors(self.grounds(), who, post))
    }

    /// Orang: the score there less the score at the present post; `None` without a present post.
    pub fn score_change(&self, who: EmployeeIx, post: PositionIx) -> Option<i64> {
        let present = self.grounds().present(who)?;
        Some(self.score(who, post).total - self.score(who, present).total)
    }

    fn preview_post(&self, who: EmployeeIx, post: PositionIx) -> Preview {
        let projection = &self.grounds().projection;
        if self.placement.post(projection, who) == Some(post) {
            return self.nothing(Landing::Stays, Some(post));
        }
        if self.grounds().present(who) == Some(post) && self.may_drop(who, post).is_ok() {
            return Preview {
                plan: Some(self.objective_change(who, post)),
                person: Some(0),
                ..self.nothing(Landing::PutsBack, Some(post))
            };
        }
        if let Some(holder) = self.only_holder(post).filter(|holder| *holder != who) {
            return self.preview_swap(who, holder, post);
        }
        let landing = match self.may_drop(who, post) {
            Ok(()) => Landing::Takes(post),
            Err(refusal) => Landing::Refused(refusal),
        };
        Preview {
            landing,
            post: Some(post),
            verdicts: telling(self.drop_verdicts(who, post)),
            person: self.score_change(who, post),
            plan: Some(self.objective_change(who, post)),
        }
    }

    fn preview_swap(&self, who: EmployeeIx, other: EmployeeIx, post: PositionIx) -> Preview {
        let nip = |who: EmployeeIx| self.grounds().facts.employees[who.at()].nip;
        let (landing, plan) = match self.decide(Edit::Swap(nip(who), nip(other))) {
            Ok(action) => (Landing::Swaps(other, post), Some(self.metrics_after(&action).objective - self.metrics.objective)),
            Err(refusal) => (Landing::Refused(refusal), None),
        };
        let verdicts = match &landing {
            Landing::Refused(Refusal::Rules(_, _, verdicts)) => verdicts.clone(),
            _ => telling(self.judge().verdicts(who, post)),
        };
        Preview { landing, post: Some(post), verdicts, person: self.score_change(who, post), plan }
    }

    const fn nothing(&self, landing: Landing, post: Option<PositionIx>) -> Preview {
        Preview { landing, post, verdicts: Vec::new(), person: None, plan: None }
    }
}

/// The verdicts worth telling: all but passes, blocking first, then by severity.
fn telling(mut verdicts: Vec<Verdict>) -> Vec<Verdict> {
    verdicts.retain(|verdict| {
        verdict.outcome != Outcome::Pass && !(verdict.severity == Severity::I && verdict.outcome == Outcome::Unknown)
    });
    verdicts.sort_by_key(Verdict::order);
    verdicts
}
