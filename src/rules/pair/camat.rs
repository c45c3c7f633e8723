//! R27: a camat has a governmental education, or the certificate kepamongprajaan (UU 23/2014 Art. 224).
use super::Case;
use crate::rules::{Finding, Reason};

/// The competency under which the certificate is recorded.
const CERTIFICATE: &str = "KEPAMONGPRAJAAN";

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    if !case.terms().is_camat {
        return None;
    }
    let facts = &case.grounds.facts;
    let certified = facts.people[case.who.at()]
        .levels
        .iter()
        .any(|(code, _)| facts.competencies[usize::from(*code)].eq_ignore_ascii_case(CERTIFICATE));
    let holds = if certified { Some(true) } else { case.person().is_governmental };
    Some(Finding::known(holds, Reason::GovernmentalEducation))
}
