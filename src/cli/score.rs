//! `mutasi score`: one breakdown with its verdicts.
use super::args::Score as Arguments;
use super::output::VerdictJson;
use super::profiles::ProfilesJson;
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::model::records::MatchInput;
use crate::model::{EmployeeIx, Nip, PositionId, PositionIx};
use crate::rules::Verdict;
use crate::scoring::{Breakdown, Factor, FactorLine, Inputs, MatchScore};
use crate::store::session::Access;
use crate::text::{Lang, errors::NotFound, reports};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;

#[derive(Serialize)]
struct ScoreJson {
    employee: String,
    position: String,
    eligible: bool,
    automatic: bool,
    total: i64,
    low: i64,
    high: i64,
    complete: bool,
    value: i64,
    factors: Vec<FactorJson>,
    verdicts: Vec<VerdictJson>,
    match_bkn2025: MatchJson,
    profiles: ProfilesJson,
}

/// Hundredths of a point; null where something is missing, and what.
#[derive(Serialize)]
struct MatchJson {
    total: Option<i64>,
    potkom: Option<i64>,
    qualification: Option<i64>,
    integrity: Option<i64>,
    inputs: BTreeMap<&'static str, u16>,
    missing: Vec<MatchInput>,
}

impl MatchJson {
    fn new(it: &MatchScore) -> Self {
        let (total, potkom, qualification, integrity) = (it.total, it.potkom, it.qualification, it.integrity);
        let inputs = it.inputs.iter().map(|(input, value)| (input.name(), *value)).collect();
        Self { total, potkom, qualification, integrity, inputs, missing: it.missing.clone() }
    }
}

#[derive(Serialize)]
struct FactorJson {
    factor: Factor,
    weight: u8,
    value: Option<u16>,
    part: i64,
    inputs: Inputs,
}

pub fn run(args: &Arguments, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let session = super::session(&args.of.dir, &args.of.plan, Access::Read, lang)?;
    let desk = &session.desk;
    let (who, post) = (employee(desk, &args.employee)?, position(desk, &args.position)?);
    let breakdown = Breakdown::of(desk.grounds(), who, post);
    let ranked = desk.rank(who, post);
    let verdicts = desk.drop_verdicts(who, post);
    if !args.json {
        reports::score(out, lang, desk, &ranked, &breakdown, &verdicts)?;
        return Ok(Outcome::Clean);
    }
    let facts = &desk.grounds().facts;
    let worded = |verdict: &Verdict| VerdictJson::new(lang, facts, &desk.base.pack, verdict);
    let answer = ScoreJson {
        employee: args.employee.to_string(),
        position: args.position.to_string(),
        eligible: ranked.judged.is_eligible,
        automatic: ranked.judged.is_automatic,
        total: breakdown.score.total,
        low: breakdown.score.low,
        high: breakdown.score.high,
        complete: breakdown.score.is_complete,
        value: ranked.value,
        factors: breakdown.lines.into_iter().map(factor).collect(),
        verdicts: verdicts.iter().map(worded).collect(),
        match_bkn2025: MatchJson::new(&MatchScore::of(desk.grounds(), who, post)),
        profiles: ProfilesJson::new(&desk.grounds().policy.parameters),
    };
    super::json(out, &answer)?;
    out.flush()?;
    Ok(Outcome::Clean)
}

fn factor(line: FactorLine) -> FactorJson {
    FactorJson { factor: line.factor, weight: line.weight, value: line.value, part: line.part, inputs: line.inputs }
}

/// The employee of that NIP.
pub fn employee(desk: &Desk, nip: &Nip) -> Result<EmployeeIx, NotFound> {
    desk.grounds().facts.employee(nip).ok_or(NotFound::Employee(*nip))
}

/// The position of that id.
pub fn position(desk: &Desk, id: &PositionId) -> Result<PositionIx, NotFound> {
    desk.grounds().facts.position(id).ok_or_else(|| NotFound::Position(id.clone()))
}
