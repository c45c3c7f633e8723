//! Competence: mean over the competencies the post requires of min(1, level held / level required),
//! each term rounded, then the mean. A post that requires none: 7,000 ("tanpa syarat"). Unknown when
//! fewer than half of the required ones are assessed; else the mean over the assessed.
//!
//! The capped mean is deliberate: without the cap a surplus in one competency hides a gap in another
//! (domain.md §6).
use super::{Inputs, share};
use crate::model::{EmployeeIx, Grounds, PositionIx, round_half_up};
use serde::Serialize;

/// A post without required competencies.
const NOTHING_REQUIRED: u16 = 7_000;

/// One required competency and what the person holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompetenceLine {
    /// Its code.
    pub code: String,
    /// Level required, 1–5.
    pub required: u8,
    /// Level held; `None`: not assessed.
    pub held: Option<u8>,
    /// min(1, held / required) in 0–10,000.
    pub value: Option<u16>,
}

/// See the module.
pub(super) fn factor(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Option<u16> {
    of_set(grounds, who, grounds.facts.requirement_set[post.at()])
}

/// The factor for a list of required competencies: the same for every post that requires the same.
pub(super) fn of_set(grounds: &Grounds, who: EmployeeIx, set: u32) -> Option<u16> {
    let required = &grounds.facts.requirement_sets[set as usize];
    if required.is_empty() {
        return Some(NOTHING_REQUIRED);
    }
    let person = &grounds.facts.people[who.at()];
    let mut sum = 0;
    let mut assessed = 0;
    for (code, level) in required {
        if let Some(held) = person.level(*code) {
            sum += i64::from(share(u32::from(held), u32::from(*level)));
            assessed += 1;
        }
    }
    if assessed * 2 < required.len() {
        return None;
    }
    u16::try_from(round_half_up(sum, assessed as i64)).ok()
}

pub(super) fn inputs(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Inputs {
    let facts = &grounds.facts;
    let lines: Vec<CompetenceLine> = facts.requirement_sets[facts.requirement_set[post.at()] as usize]
        .iter()
        .map(|(code, required)| {
            let held = facts.people[who.at()].level(*code);
            let value = held.map(|held| share(u32::from(held), u32::from(*required)));
            CompetenceLine { code: facts.competencies[usize::from(*code)].to_string(), required: *required, held, value }
        })
        .collect();
    Inputs::Competence { assessed: lines.iter().filter(|line| line.held.is_some()).count(), of: lines.len(), required: lines }
}
