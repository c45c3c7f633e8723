//! `mutasi review`: a plan judged anew after an import.
use super::args::Read;
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::desk::review::{Decided, Fate, Obstacle, Review, Reviewed};
use crate::model::Nip;
use crate::rules::{Outcome as Judged, RuleId};
use crate::store::session::Access;
use crate::text::{Lang, review};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ReviewJson {
    plan: String,
    impossible: usize,
    changed: usize,
    unchanged: usize,
    in_tray: Vec<Nip>,
    decisions: Vec<DecisionJson>,
}

#[derive(Serialize)]
struct DecisionJson {
    decision: &'static str,
    employee: Nip,
    position: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    fate: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    obstacle: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<RuleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score_before: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    verdicts: Vec<VerdictJson>,
}

#[derive(Serialize)]
struct VerdictJson {
    rule: RuleId,
    before: Option<Judged>,
    now: Option<Judged>,
}

pub fn run(args: &Read, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let session = super::session(&args.of.dir, &args.of.plan, Access::Read, lang)?;
    let before = session.before_import()?;
    let found = before.map_or_else(Review::default, |before| session.desk.reviewed(&before));
    if args.json {
        super::json(out, &ReviewJson::of(&session.name, &found))?;
    } else {
        review::told(out, lang, &session.desk, &session.name, &found)?;
    }
    Ok(Outcome::holds(found.counts()[0] == 0))
}

/// How a plan stands after an import that is just done: told in short, and in full by `review`.
pub(super) fn after_import(lang: Lang, desk: &Desk, plan: &str, before: &Desk, out: &mut Out) -> anyhow::Result<()> {
    let found = desk.reviewed(before);
    if !found.decisions.is_empty() || !found.in_tray.is_empty() {
        review::brief(out, lang, plan, &found)?;
    }
    Ok(())
}

impl ReviewJson {
    pub(super) fn of(plan: &str, found: &Review) -> Self {
        let [impossible, changed, unchanged] = found.counts();
        let decisions = found.decisions.iter().map(decision).collect();
        Self { plan: plan.to_owned(), impossible, changed, unchanged, in_tray: found.in_tray.clone(), decisions }
    }
}

fn decision(it: &Reviewed) -> DecisionJson {
    let (name, rule) = match &it.decided {
        Decided::Proposal => ("proposal", None),
        Decided::Pin => ("pin", None),
        Decided::Ban => ("ban", None),
        Decided::Permission(rule) => ("permission", Some(rule.clone())),
    };
    let mut told = DecisionJson {
        decision: name,
        employee: it.employee,
        position: it.position.to_string(),
        rule,
        fate: "unchanged",
        obstacle: None,
        rules: Vec::new(),
        score_before: None,
        score: None,
        verdicts: Vec::new(),
    };
    match &it.fate {
        Fate::Unchanged => {}
        Fate::Changed { score: (before, now), verdicts } => {
            told.fate = "changed";
            (told.score_before, told.score) = (*before, Some(*now));
            told.verdicts =
                verdicts.iter().map(|(rule, before, now)| VerdictJson { rule: *rule, before: *before, now: *now }).collect();
        }
        Fate::Impossible(obstacle) => {
            told.fate = "impossible";
            let (code, rules) = obstacle_code(obstacle);
            (told.obstacle, told.rules) = (Some(code), rules);
        }
    }
    told
}

fn obstacle_code(obstacle: &Obstacle) -> (&'static str, Vec<RuleId>) {
    match obstacle {
        Obstacle::NoEmployee => ("no-employee", Vec::new()),
        Obstacle::NoPosition => ("no-position", Vec::new()),
        Obstacle::Leaves => ("leaves", Vec::new()),
        Obstacle::OutOfScope => ("out-of-scope", Vec::new()),
        Obstacle::Closed => ("position-out-of-scope", Vec::new()),
        Obstacle::Rules(rules) => ("rules", rules.clone()),
    }
}
