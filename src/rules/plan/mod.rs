//! Rules on a plan as a whole. Each tells what the plan breaks with one person: the plan's verdicts are those on
//! everyone, and a change is judged anew only with whom it concerns.
mod headcount;
mod incumbents;
mod left_empty;
mod relatives;
mod stated_reason;
mod two_jabatan;

use super::{Aspect, Finding, Outcome, Pack, Reason, RuleId, Scope, Verdict};
use crate::model::{EmployeeIx, Grounds, Placement, PositionIx, plan::Plan};
use std::collections::HashSet;

/// Pairs a rule is overridden for.
pub type Overrides = HashSet<(EmployeeIx, PositionIx, RuleId)>;

/// A plan carried out, to be judged.
#[derive(Clone, Copy)]
pub struct PlanCase<'a> {
    /// The grounds.
    pub grounds: &'a Grounds,
    /// Who sits where after it.
    pub placement: &'a Placement,
    /// The plan.
    pub plan: &'a Plan,
}

/// A finding on someone, and on which post.
type PersonFinding = (PositionIx, Finding);

/// A rule on a plan: what it finds on one person.
type PlanRule = fn(&PlanCase<'_>, EmployeeIx) -> Vec<PersonFinding>;

/// The rules of scope plan and gate.
const RULES: &[(RuleId, PlanRule)] = &[
    (RuleId::R18, incumbents::judge),
    (RuleId::R20, headcount::judge),
    (RuleId::R21, left_empty::judge),
    (RuleId::R22, relatives::judge),
    (RuleId::R28, two_jabatan::judge),
    (RuleId::R37, stated_reason::judge),
];

/// What the plan breaks, with whom and where.
pub fn verdicts(case: &PlanCase<'_>, pack: &Pack, overrides: &Overrides) -> Vec<(EmployeeIx, PositionIx, Verdict)> {
    let on = |who| verdicts_on(case, pack, overrides, who).into_iter().map(move |(post, verdict)| (who, post, verdict));
    case.grounds.everyone().flat_map(on).collect()
}

/// What the plan breaks with one person, and where. It depends on where that person and his relatives sit,
/// on who comes to and how many sit on his post and the one he leaves, and on how full the unit is that he leaves.
pub fn verdicts_on(case: &PlanCase<'_>, pack: &Pack, overrides: &Overrides, who: EmployeeIx) -> Vec<(PositionIx, Verdict)> {
    let judged = RULES.iter().flat_map(|(rule, judge)| judge(case, who).into_iter().map(move |found| (*rule, found)));
    judged.map(|(rule, (post, finding))| (post, verdict(pack, overrides, rule, who, post, finding))).collect()
}

/// What one drop would break, in the plan as it is. Gates (a reason, a post left empty) are asked for once the move is there. Who goes home is not
/// to blame for what is too much there: whoever came meanwhile is.
pub fn drop_verdicts(case: &PlanCase<'_>, pack: &Pack, overrides: &Overrides, who: EmployeeIx, post: PositionIx) -> Vec<Verdict> {
    let mut after = case.placement.clone();
    after.put(&case.grounds.projection, who, post);
    let then = PlanCase { placement: &after, ..*case };
    let mut found = verdicts_on(&then, pack, overrides, who);
    if after.target(who).is_none() {
        for newcomer in after.newcomers(post) {
            let before = verdicts_on(case, pack, overrides, newcomer);
            found.extend(verdicts_on(&then, pack, overrides, newcomer).into_iter().filter(|it| !before.contains(it)));
        }
    }
    found.into_iter().map(|(_, verdict)| verdict).filter(|verdict| verdict.scope != Scope::Gate).collect()
}

fn verdict(pack: &Pack, overrides: &Overrides, rule: RuleId, who: EmployeeIx, post: PositionIx, finding: Finding) -> Verdict {
    let severity = pack.severity(rule, finding.aspect);
    let overridden = finding.outcome == Outcome::Fail && severity == super::Severity::O && overrides.contains(&(who, post, rule));
    let outcome = if overridden { Outcome::Overridden } else { finding.outcome };
    Verdict { rule, scope: pack.scope(rule, finding.aspect), severity, outcome, reason: finding.reason }
}

fn failing(reason: Reason, stands_today: bool) -> Finding {
    Finding::holds(false, reason).on(Aspect::StandsToday, stands_today)
}
