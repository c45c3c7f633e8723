//! R16: a competence assessment not older than three years on TMT. Having none is a failure. Blocks a
//! promotion and a JPT, warns (at a price) on a rotation.
use super::Case;
use crate::model::{Grade, months_after};
use crate::rules::{Aspect, Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let person = &case.grounds.facts.people[case.who.at()];
    let valid_until = person.last_assessed.map(|date| months_after(date, case.policy().parameters.assessment_years * 12));
    let holds = match valid_until {
        Some(until) => Some(case.policy().tmt <= until),
        None if person.is_assessed => None,
        None => Some(false),
    };
    let reason = Reason::Assessment { last: person.last_assessed, valid_until };
    let jpt = case.terms().grade.is_some_and(Grade::is_jpt);
    Some(Finding::known(holds, reason).on(Aspect::Promotion, case.is_promotion() == Some(true)).on(Aspect::Jpt, jpt))
}
