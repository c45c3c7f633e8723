//! `mutasi check`: data quality, and every rule on the plan.
use super::args::Check;
use super::chains::{ChainJson, ConservationJson};
use super::output::{GateJson, MetricsJson, VerdictJson};
use super::profiles::ProfilesJson;
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::desk::chains::Conservation;
use crate::desk::quality::{Indicator, indicators};
use crate::desk::shift::Rejudged;
use crate::desk::staffing::Staffing;
use crate::matching::{Control, Prices, SolveError, pricing};
use crate::model::records::Acting;
use crate::model::{Kind, Rosters};
use crate::rules::{RuleId, Verdict};
use crate::store::import::{Known, Unresolved, unresolved};
use crate::store::session::{Access, Session};
use crate::store::workspace::WorkspaceError;
use crate::store::{certificates, rosters};
use crate::text::{Lang, chains, commands, packs, reports};
use serde::Serialize;
use std::io::Write;
use std::path::Path;

#[derive(Serialize)]
struct CheckJson {
    indicators: Vec<IndicatorJson>,
    verdicts: Vec<VerdictJson>,
    /// Of the plan as a whole: nobody in particular is concerned.
    gates: Vec<GateJson>,
    metrics: MetricsJson,
    conservation: ConservationJson,
    chains: Vec<ChainJson>,
    profiles: ProfilesJson,
    acting_too_long: Vec<ActingJson>,
}

/// Somebody who acts on a post for more than three months.
#[derive(Serialize)]
struct ActingJson {
    employee: String,
    position: String,
    from: Option<jiff::civil::Date>,
    until: Option<jiff::civil::Date>,
    letter: String,
}

#[derive(Serialize)]
struct IndicatorJson {
    code: &'static str,
    count: usize,
    of: usize,
}

pub fn run(args: &Check, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let mut session = super::session(&args.of.dir, &args.of.plan, Access::Read, lang)?;
    match args.rules.as_slice() {
        [] => {}
        [one] => session.desk = under(&session, one)?,
        [one, other] => return side_by_side(&under(&session, one)?, &under(&session, other)?, args.json, lang, out),
        _ => anyhow::bail!("--rules: {}", packs::two_at_most(lang)),
    }
    let desk = &session.desk;
    let found = indicators(desk.grounds());
    let gain = gain(&session)?;
    let verdicts = desk.verdicts();
    let holds = desk.holds();
    let lost = desk.lost();
    for (nip, position) in &lost {
        writeln!(std::io::stderr(), "mutasi: {}", commands::lost(lang, nip, position))?;
    }
    let too_long: Vec<&Acting> =
        desk.grounds().facts.acting.iter().filter(|it| desk.grounds().acting_too_long(it).is_some()).collect();
    let conservation = Conservation::of(desk);
    let holds = holds && lost.is_empty() && conservation.holds();
    if args.json {
        let verdicts = verdicts.iter().map(|(who, post, verdict)| VerdictJson::on(lang, desk, *who, *post, verdict));
        let answer = CheckJson {
            indicators: found.iter().map(|it: &Indicator| IndicatorJson { code: it.code, count: it.count, of: it.of }).collect(),
            verdicts: verdicts.collect(),
            gates: desk.gates().iter().map(|gate| GateJson::new(lang, desk, gate)).collect(),
            metrics: MetricsJson::new(&desk.grounds().facts, &desk.metrics, gain),
            conservation: ConservationJson::of(desk, &conservation),
            chains: ChainJson::of(desk),
            profiles: ProfilesJson::new(&desk.grounds().policy.parameters),
            acting_too_long: too_long.iter().map(|it| acting(it)).collect(),
        };
        super::json(out, &answer)?;
    } else {
        let dangling = dangling(&rosters::load(&session.workspace.facts_folder())?);
        reports::check(out, lang, desk, &found, &dangling, gain)?;
        for it in too_long {
            writeln!(out, "{}", chains::acting_too_long(lang, &desk.grounds().facts, it))?;
        }
        writeln!(out, "{}", chains::conservation(lang, &desk.grounds().facts, &conservation))?;
    }
    Ok(Outcome::holds(holds))
}

/// The plan under another pack.
fn under(session: &Session, names: &str) -> Result<Desk, WorkspaceError> {
    let names: Vec<String> = names.split('+').map(ToOwned::to_owned).collect();
    Ok(session.desk.under(session.workspace.pack_of(&names)?))
}

#[derive(Serialize)]
struct SideBySideJson {
    packs: [PackJson; 2],
    different: Vec<DifferentJson>,
    same: usize,
}

#[derive(Serialize)]
struct PackJson {
    name: String,
    holds: bool,
    profiles: ProfilesJson,
    metrics: MetricsJson,
}

#[derive(Serialize)]
struct DifferentJson {
    employee: String,
    position: String,
    rule: RuleId,
    verdicts: [Option<VerdictJson>; 2],
}

/// One plan under two packs.
fn side_by_side(one: &Desk, other: &Desk, json: bool, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let both = [one, other];
    let found = one.beside_pack(other);
    if json {
        let pack = |at: usize| PackJson {
            name: found.packs[at].clone(),
            holds: found.holds[at],
            profiles: ProfilesJson::new(&found.parameters[at]),
            metrics: MetricsJson::new(&one.grounds().facts, &found.metrics[at], None),
        };
        let facts = &one.grounds().facts;
        let worded = |at: usize, verdict: Option<Verdict>| {
            verdict.map(|verdict| VerdictJson::new(lang, facts, &both[at].base.pack, &verdict))
        };
        let line = |it: &Rejudged| {
            let rule = it.now.or(it.then)?.rule;
            let (employee, position) =
                (facts.employees[it.who.at()].nip.to_string(), facts.positions[it.post.at()].id().to_string());
            Some(DifferentJson { employee, position, rule, verdicts: [worded(0, it.now), worded(1, it.then)] })
        };
        let different = found.different.iter().filter_map(line).collect();
        super::json(out, &SideBySideJson { packs: [pack(0), pack(1)], different, same: found.same })?;
    } else {
        packs::side_by_side(out, lang, both, &found)?;
    }
    Ok(Outcome::holds(found.holds == [true, true]))
}

fn acting(it: &Acting) -> ActingJson {
    let position = format!("{}/{}", it.unit, it.jabatan);
    ActingJson { employee: it.nip.to_string(), position, from: it.from, until: it.until, letter: it.letter.clone() }
}

/// The share of the possible gain that the plan reaches.
fn gain(session: &Session) -> anyhow::Result<Option<i64>> {
    let desk = &session.desk;
    if desk.is_surely_below_best() {
        return Ok(Some(0));
    }
    let staffing = Staffing::of(&desk.base, &desk.plan, &desk.overrides)?;
    if let Some(best) = proved(&session.folder, desk, &staffing) {
        return Ok(desk.metrics.gain_permille(best));
    }
    match pricing::solve_rows(&staffing.frame, &staffing.rows, staffing.pairs, &staffing.home, &Control::unattended()) {
        Ok(best) => Ok(desk.metrics.gain_permille(best.objective())),
        // The pins cannot hold together: there is no best.
        Err(SolveError::Infeasible { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The optimum where the plan is the core's own and its certificate, checked anew, still proves it:
/// then nothing need be solved. A limit on moves leaves the optimum open.
fn proved(plan_folder: &Path, desk: &Desk, staffing: &Staffing) -> Option<i64> {
    let it = certificates::read(plan_folder, desk.plan.solved.as_ref()?)?;
    let moves: Vec<_> = desk.plan.proposals.iter().map(|(nip, proposal)| (*nip, proposal.position.clone())).collect();
    let choice = certificates::choice_of(&desk.grounds().facts, staffing, &moves)?;
    let objective = staffing.objective(&choice)?;
    let bound = staffing.bound(&Prices { post: it.posts, unit: it.units });
    (bound == i128::from(objective)).then_some(objective)
}

/// References of every list that lead nowhere.
fn dangling(lists: &Rosters) -> Vec<Unresolved> {
    let known = Known::of(lists);
    // A list is not judged against itself: one kind at a time.
    [Kind::Units, Kind::Positions, Kind::Employees].iter().flat_map(|kind| unresolved(lists, &known, &[*kind])).collect()
}
