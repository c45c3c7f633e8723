//! R17: JPM (capped, the competence factor) reaches the profile's threshold, else "kurang memenuhi
//! syarat". Not judged without any assessment (that is R16's failure) or for a post without standard.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let facts = &case.grounds.facts;
    let required = &facts.requirement_sets[facts.requirement_set[case.post.at()] as usize];
    if required.is_empty() || !facts.people[case.who.at()].is_assessed {
        return None;
    }
    let has = crate::scoring::competence_factor(case.grounds, case.who, case.post);
    let threshold = case.policy().parameters.jpm_threshold;
    Some(Finding::known(has.map(|has| has >= threshold), Reason::Jpm { has, threshold }))
}
