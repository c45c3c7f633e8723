//! Plt and Plh: who may be appointed to act on a vacant post. It fills no post: the plan stays as it is.
use super::edit::Refusal;
use super::{Desk, Foundation};
use crate::model::records::Acting;
use crate::model::{EmployeeIx, Facts, Grounds, Nip, PositionId, PositionIx};
use jiff::civil::Date;

/// An appointment asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Who.
    pub employee: Nip,
    /// Where.
    pub position: PositionId,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// Number of the letter.
    pub letter: String,
}

/// Why nobody is appointed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoActing {
    /// The post has a holder.
    Held(PositionIx),
    /// It ends before it begins.
    Backwards,
    /// Somebody else acts there in that time.
    Taken(EmployeeIx, PositionIx),
    /// The person does not act there.
    DoesNotAct(EmployeeIx, PositionIx),
}

impl Desk {
    /// Decides an appointment.
    ///
    /// # Errors
    /// [`Refusal`]: nothing is changed.
    pub fn appoint(&self, it: &Appointment) -> Result<Acting, Refusal> {
        let who = self.planned(&it.employee)?;
        let post = self.known(&it.position)?;
        let refused = |why| Err(Refusal::Acting(why));
        if it.letter.trim().is_empty() {
            return Err(Refusal::EmptyText);
        }
        if it.until < it.from {
            return refused(NoActing::Backwards);
        }
        if self.grounds().projection.holders[post.at()] > 0 {
            return refused(NoActing::Held(post));
        }
        let facts = &self.grounds().facts;
        let overlaps = |other: &&Acting| {
            let is_here = other.unit == it.position.unit && other.jabatan == it.position.jabatan && other.nip != it.employee;
            is_here && other.from.is_none_or(|from| from <= it.until) && other.until.is_none_or(|until| it.from <= until)
        };
        if let Some(other) = facts.acting.iter().find(overlaps) {
            return refused(NoActing::Taken(facts.employee(&other.nip).unwrap_or(who), post));
        }
        let PositionId { unit, jabatan } = it.position.clone();
        let (from, until) = (Some(it.from), Some(it.until));
        Ok(Acting { nip: it.employee, unit, jabatan, from, until, letter: it.letter.trim().to_owned() })
    }

    /// Whether somebody acts on a post, so that it may end.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn ends_acting(&self, employee: &Nip, position: &PositionId) -> Result<(), Refusal> {
        let (who, post) = (self.planned(employee)?, self.known(position)?);
        let acts = self
            .grounds()
            .facts
            .acting
            .iter()
            .any(|it| it.nip == *employee && it.unit == position.unit && it.jabatan == position.jabatan);
        if acts { Ok(()) } else { Err(Refusal::Acting(NoActing::DoesNotAct(who, post))) }
    }
}

impl Foundation {
    /// The same facts with one more who acts; one for the same person and post is replaced.
    pub fn with_acting(&self, acting: Acting) -> Self {
        let mut facts = Facts::clone(&self.grounds.facts);
        facts.acting.retain(|other| (other.nip, &other.unit, &other.jabatan) != (acting.nip, &acting.unit, &acting.jabatan));
        facts.acting.push(acting);
        Self::new(Grounds::new(facts, self.grounds.policy.clone()), self.pack.clone())
    }
}
