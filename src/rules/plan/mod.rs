//! Rules on a plan as a whole. Each tells what the plan breaks; and, for one drop, what it would break.
mod headcount;
mod incumbents;
mod relatives;
mod stated_reason;

use super::{Aspect, Finding, Outcome, Pack, Reason, RuleId, Verdict};
use crate::model::{EmployeeIx, Grounds, Placement, PositionIx, plan::Plan};
use std::collections::HashSet;

pub use relatives::{heads_by_unit, heads_of};

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

/// A finding on someone on a post.
pub type PlanFinding = (EmployeeIx, PositionIx, Finding);

/// A rule on a plan: whom it concerns, where, and how.
type PlanRule = fn(&PlanCase<'_>) -> Vec<PlanFinding>;

/// The rules of scope plan and gate.
const RULES: &[(RuleId, PlanRule)] = &[
    (RuleId::R18, incumbents::judge),
    (RuleId::R20, headcount::judge),
    (RuleId::R22, relatives::judge),
    (RuleId::R37, stated_reason::judge),
];

/// What the plan breaks, with whom and where.
pub fn verdicts(case: &PlanCase<'_>, pack: &Pack, overrides: &Overrides) -> Vec<(EmployeeIx, PositionIx, Verdict)> {
    let judged = RULES.iter().flat_map(|(rule, judge)| judge(case).into_iter().map(move |found| (*rule, found)));
    judged.map(|(rule, (who, post, finding))| (who, post, verdict(pack, overrides, rule, who, post, finding))).collect()
}

/// What one drop would break, in the plan as it is.
pub fn drop_verdicts(case: &PlanCase<'_>, pack: &Pack, overrides: &Overrides, who: EmployeeIx, post: PositionIx) -> Vec<Verdict> {
    let mut after = case.placement.clone();
    after.put(&case.grounds.projection, who, post);
    let case = PlanCase { placement: &after, ..*case };
    let found = [
        (RuleId::R18, incumbents::judge_post(&case, post)),
        (RuleId::R20, headcount::judge_post(&case, post)),
        (RuleId::R22, relatives::judge_person(&case, who)),
    ];
    let mine = found.into_iter().flat_map(|(rule, found)| found.into_iter().map(move |f| (rule, f)));
    mine.filter(|(_, (whose, ..))| *whose == who)
        .map(|(rule, (_, _, finding))| verdict(pack, overrides, rule, who, post, finding))
        .collect()
}

fn verdict(pack: &Pack, overrides: &Overrides, rule: RuleId, who: EmployeeIx, post: PositionIx, finding: Finding) -> Verdict {
    let severity = pack.severity(rule, finding.aspect);
    let overridden = finding.outcome == Outcome::Fail && severity == super::Severity::O && overrides.contains(&(who, post, rule));
    let outcome = if overridden { Outcome::Overridden } else { finding.outcome };
    Verdict { rule, scope: pack.entry(rule).scope, severity, outcome, reason: finding.reason }
}

/// Those who move to a post.
fn newcomers<'a>(case: &'a PlanCase<'_>, post: PositionIx) -> impl Iterator<Item = EmployeeIx> + 'a {
    case.placement.moves().filter(move |(_, target)| *target == post).map(|(who, _)| who)
}

/// The posts somebody moves to, each once.
fn targets(case: &PlanCase<'_>) -> Vec<PositionIx> {
    let mut posts: Vec<PositionIx> = case.placement.moves().map(|(_, post)| post).collect();
    posts.sort_unstable();
    posts.dedup();
    posts
}

fn failing(reason: Reason, stands_today: bool) -> Finding {
    Finding::holds(false, reason).on(Aspect::StandsToday, stands_today)
}
