//! What several commands print alike.
use crate::desk::Desk;
use crate::metrics::Metrics;
use crate::model::{EmployeeIx, Facts, PositionIx, Status};
use crate::rules::gate::Gate;
use crate::rules::{Outcome, Pack, RuleId, Scope, Severity, Verdict};
use crate::text::{Lang, rules};
use serde::Serialize;
use serde_json::value::RawValue;
use std::time::Duration;

/// The figures of a plan, in the order of the contract.
#[derive(Debug, Serialize)]
pub struct MetricsJson {
    filled_permille: i64,
    worst_unit: Option<String>,
    worst_unit_permille: Option<i64>,
    vacancies: u32,
    structural_vacant: u32,
    holes: u32,
    wishes_met: u32,
    wishes_partly: u32,
    wishes_open: u32,
    blocked: u32,
    overridden: u32,
    warnings: u32,
    unknown: u32,
    incomplete: u32,
    gain_permille: Option<i64>,
}

impl MetricsJson {
    /// `gain` is the share of the possible gain that is reached, permille.
    pub fn new(facts: &Facts, metrics: &Metrics, gain: Option<i64>) -> Self {
        Self {
            filled_permille: metrics.filled_permille,
            worst_unit: metrics.worst_unit.map(|(unit, _)| facts.units[unit.at()].id.to_string()),
            worst_unit_permille: metrics.worst_unit.map(|(_, permille)| permille),
            vacancies: metrics.vacancies,
            structural_vacant: metrics.structural_vacant,
            holes: metrics.holes,
            wishes_met: metrics.wishes_met,
            wishes_partly: metrics.wishes_partly,
            wishes_open: metrics.wishes_open,
            blocked: metrics.blocked,
            overridden: metrics.overridden,
            warnings: metrics.warnings,
            unknown: metrics.unknown,
            incomplete: metrics.incomplete,
            gain_permille: gain,
        }
    }
}

/// A verdict, with whom and where in `check`.
#[derive(Debug, Serialize)]
pub struct VerdictJson {
    rule: RuleId,
    scope: Scope,
    severity: Severity,
    outcome: Outcome,
    citation: String,
    verified: bool,
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    employee: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<String>,
}

impl VerdictJson {
    /// In words of a language.
    pub fn new(lang: Lang, facts: &Facts, pack: &Pack, verdict: &Verdict) -> Self {
        let entry = pack.entry(verdict.rule);
        Self {
            rule: verdict.rule,
            scope: verdict.scope,
            severity: verdict.severity,
            outcome: verdict.outcome,
            citation: entry.citation.clone(),
            verified: entry.verified,
            reason: rules::reason(lang, facts, pack, verdict),
            employee: None,
            position: None,
        }
    }

    /// With whom and where.
    pub fn on(lang: Lang, desk: &Desk, who: EmployeeIx, post: PositionIx, verdict: &Verdict) -> Self {
        let facts = &desk.grounds().facts;
        Self {
            employee: Some(facts.employees[who.at()].nip.to_string()),
            position: Some(facts.positions[post.at()].id().to_string()),
            ..Self::new(lang, facts, &desk.base.pack, verdict)
        }
    }
}

/// A gate of the plan as a whole, with the status that needs it.
#[derive(Debug, Serialize)]
pub struct GateJson {
    #[serde(flatten)]
    verdict: VerdictJson,
    before: Option<Status>,
}

impl GateJson {
    /// In words of a language.
    pub fn new(lang: Lang, desk: &Desk, gate: &Gate) -> Self {
        let verdict = VerdictJson::new(lang, &desk.grounds().facts, &desk.base.pack, &gate.verdict);
        Self { verdict, before: gate.before }
    }
}

/// Milliseconds with three decimals, as a JSON number.
pub fn milliseconds(duration: Duration) -> Box<RawValue> {
    let text = format!("{:.3}", duration.as_secs_f64() * 1000.0);
    // A formatted finite float is JSON.
    RawValue::from_string(text).unwrap_or_default()
}
