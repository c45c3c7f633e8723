//! Rules on one person moving to one post. Staying is never judged by them.
mod acting_head;
mod camat;
mod class_fall;
mod cpns;
mod cumulative_tenure;
mod demotion;
mod discipline;
mod education_field;
mod education_level;
mod election_freeze;
mod employment;
mod functional_change;
mod golongan;
mod jpm;
mod legal_status;
mod long_tenure;
mod minimum_tenure;
mod new_head;
mod performance;
mod pppk;
mod retirement;
mod sector;
mod steps;
mod trial;
mod unit_exists;
mod valid_assessment;

use super::{Finding, RuleId};
use crate::model::{EmployeeIx, Grade, Grounds, PersonTerms, Policy, Position, PositionIx, PostTerms};

/// One person and one post, to be judged.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The grounds.
    pub grounds: &'a Grounds,
    /// Who.
    pub who: EmployeeIx,
    /// Where to.
    pub post: PositionIx,
}

impl<'a> Case<'a> {
    pub(super) fn person(&self) -> &'a PersonTerms {
        &self.grounds.people[self.who.at()]
    }
    pub(super) fn terms(&self) -> &'a PostTerms {
        &self.grounds.posts[self.post.at()]
    }
    pub(super) fn position(&self) -> &'a Position {
        &self.grounds.facts.positions[self.post.at()]
    }
    pub(super) fn policy(&self) -> &'a Policy {
        &self.grounds.policy
    }
    /// Grades from and to, where both are known.
    pub(super) fn grades(&self) -> Option<(Grade, Grade)> {
        self.person().grade.zip(self.terms().grade)
    }
    /// Whether the move goes up a level; `None` where a grade is unknown.
    pub fn is_promotion(&self) -> Option<bool> {
        self.grades().map(|(from, to)| to.level() > from.level())
    }
    /// Whether it goes down a level, or from IV.a to IV.b.
    pub fn is_demotion(&self) -> Option<bool> {
        self.grades().map(|(from, to)| to.is_below(from))
    }
    /// Whether an official leaves or takes a post (R23, R24).
    pub(super) fn concerns_official(&self) -> bool {
        self.person().is_official || self.terms().is_official
    }
    /// Whether the jabatan stays the same (in another unit).
    pub(super) fn is_same_jabatan(&self) -> bool {
        self.grounds.facts.employees[self.who.at()].jabatan == self.position().jabatan
    }
}

/// A rule of scope pair.
pub struct PairRule {
    /// Which.
    pub id: RuleId,
    /// Whether it looks at the person alone: the same for every post, but for the aspect.
    pub is_personal: bool,
    /// Whether PPPK are judged by it (plan-model).
    pub for_pppk: bool,
    /// Whether PNS and CPNS are.
    pub for_pns: bool,
    /// The rule itself; `None` where it does not apply.
    pub judge: fn(&Case<'_>) -> Option<Finding>,
}

const fn pns(id: RuleId, judge: fn(&Case<'_>) -> Option<Finding>) -> PairRule {
    PairRule { id, is_personal: false, for_pppk: false, for_pns: true, judge }
}
const fn everyone(id: RuleId, judge: fn(&Case<'_>) -> Option<Finding>) -> PairRule {
    PairRule { id, is_personal: false, for_pppk: true, for_pns: true, judge }
}
const fn personal(mut rule: PairRule) -> PairRule {
    rule.is_personal = true;
    rule
}

/// All of them, in the order of the catalogue.
pub const RULES: &[PairRule] = &[
    personal(pns(RuleId::R01, employment::judge)),
    PairRule { id: RuleId::R02, is_personal: false, for_pppk: true, for_pns: false, judge: pppk::judge },
    personal(pns(RuleId::R03, cpns::judge)),
    personal(everyone(RuleId::R04, legal_status::judge)),
    personal(everyone(RuleId::R05, minimum_tenure::judge)),
    personal(pns(RuleId::R06, long_tenure::judge)),
    personal(everyone(RuleId::R07, discipline::judge)),
    personal(everyone(RuleId::R08, trial::judge)),
    personal(everyone(RuleId::R09a, retirement::judge_retired)),
    everyone(RuleId::R09b, retirement::judge_margin),
    everyone(RuleId::R10, education_level::judge),
    pns(RuleId::R11, education_field::judge),
    pns(RuleId::R12, golongan::judge),
    pns(RuleId::R13, cumulative_tenure::judge_supervisor),
    pns(RuleId::R14, cumulative_tenure::judge_staff),
    personal(pns(RuleId::R15, performance::judge)),
    personal(pns(RuleId::R16, valid_assessment::judge)),
    pns(RuleId::R17, jpm::judge),
    everyone(RuleId::R19, unit_exists::judge),
    everyone(RuleId::R23, election_freeze::judge),
    everyone(RuleId::R24, new_head::judge),
    personal(everyone(RuleId::R25, acting_head::judge)),
    pns(RuleId::R26, demotion::judge),
    pns(RuleId::R27, camat::judge),
    pns(RuleId::R29, functional_change::judge),
    everyone(RuleId::R30, sector::judge),
    everyone(RuleId::R36, class_fall::judge),
    pns(RuleId::R38, steps::judge),
];
