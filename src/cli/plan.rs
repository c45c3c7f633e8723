//! `mutasi plan`: composes the best plan, proves it, records it.
use super::args::Plan as Arguments;
use super::chains::ChainJson;
use super::output::{MetricsJson, milliseconds};
use super::profiles::ProfilesJson;
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::desk::composition::{ComposeError, Composition, Move};
use crate::desk::edit::Refusal;
use crate::desk::staffing::Staffing;
use crate::matching::{Control, Prices, Progress};
use crate::model::{EmployeeIx, PositionIx, Status};
use crate::scoring::{Score, factors};
use crate::store::journal::Entry;
use crate::store::session::{Access, ChangeError, Session};
use crate::text::{Lang, commands, constraints, refusals, reports};
use serde::Serialize;
use serde_json::value::RawValue;
use std::cell::Cell;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

#[derive(Serialize)]
struct PlanJson {
    plan: String,
    employees: usize,
    positions: usize,
    places: u64,
    pairs: usize,
    status: &'static str,
    objective: Option<i64>,
    relaxed: Option<i64>,
    bound: Option<i64>,
    gap: Option<i64>,
    status_quo: i64,
    moves: Option<usize>,
    metrics: MetricsJson,
    timings_ms: Timings,
    assignments: Vec<Assignment>,
    left_out: Vec<LeftOut>,
    chains: Vec<ChainJson>,
    profiles: ProfilesJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    move_price: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prices: Option<Vec<(usize, i64)>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    infeasible: Option<Infeasible>,
}

#[derive(Serialize)]
struct Timings {
    load: Box<RawValue>,
    score: Box<RawValue>,
    solve: Box<RawValue>,
    record: Box<RawValue>,
}

#[derive(Serialize)]
struct Assignment {
    employee: String,
    from: Option<String>,
    to: String,
    score: i64,
    value: i64,
}

#[derive(Serialize)]
struct LeftOut {
    reason: String,
    count: usize,
}

#[derive(Serialize)]
struct Infeasible {
    employees: Vec<String>,
    positions: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fewest_moves: Option<usize>,
    /// The smallest set of pins that cannot hold together, and who set each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contradiction: Vec<PinJson>,
}

#[derive(Serialize)]
struct PinJson {
    employee: String,
    position: String,
    sequence: Option<u64>,
    actor: Option<String>,
    time: Option<String>,
}

/// Size of a problem and times spent, kept apart because the problem itself goes to the solver.
struct Frame {
    employees: usize,
    pairs: usize,
    load: Duration,
    score: Duration,
    solve: Duration,
    record: Duration,
}

pub fn run(args: &Arguments, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let started = Instant::now();
    let mut session = super::session(&args.of.dir, &args.of.plan, Access::Make, lang)?;
    if session.status() >= Status::Approved {
        let refusal = Refusal::Closed(session.status());
        writeln!(io::stderr(), "mutasi: {}", refusals::refusal(lang, &session.desk, &refusal))?;
        return Ok(Outcome::DoesNotHold);
    }
    let loaded = Instant::now();
    let desk = session.desk.clone();
    // A pin that refers to nothing would be left out in silence.
    if let Some((nip, position)) = desk.lost().into_iter().find(|(nip, _)| desk.plan.pins.contains_key(nip)) {
        anyhow::bail!(commands::lost(lang, &nip, &position));
    }
    let staffing = Staffing::of(&desk.base, &desk.plan, &desk.overrides)?;
    let scored = Instant::now();
    let (employees, pairs) = (staffing.employees.len(), staffing.pairs);
    let composed = compose(&desk, staffing, args.max_moves, lang);
    let solved = Instant::now();
    let mut frame = Frame {
        employees,
        pairs,
        load: loaded - started,
        score: scored - loaded,
        solve: solved - scored,
        record: Duration::ZERO,
    };
    let composition = match composed {
        Ok(composition) => composition,
        Err(error) => return cannot(args, lang, &session, &frame, error, out),
    };
    if let Err(error) = session.record_solve(&composition) {
        return Err(match error {
            ChangeError::Journal(error) => error.into(),
            ChangeError::Refused(refusal) => anyhow::anyhow!(refusals::refusal(lang, &session.desk, &refusal)),
        });
    }
    frame.record = solved.elapsed();
    if args.json {
        super::json(out, &answer(args, &session, &composition, &frame))?;
    } else {
        reports::composed(out, lang, &session.desk, &composition)?;
    }
    Ok(Outcome::Clean)
}

/// Runs the core, with progress where someone watches.
fn compose(desk: &Desk, staffing: Staffing, max_moves: Option<usize>, lang: Lang) -> Result<Composition, ComposeError> {
    if !io::stderr().is_terminal() {
        return Composition::solve(&desk.base, staffing, max_moves, &Control::unattended());
    }
    let shown = Cell::new(Instant::now());
    let progress = |progress: Progress| {
        if shown.get().elapsed() > Duration::from_millis(200) {
            shown.set(Instant::now());
            let _ = write!(io::stderr(), "\r{}\x1b[K", commands::progress(lang, progress));
        }
    };
    let cancelled = AtomicBool::new(false);
    let done = Composition::solve(&desk.base, staffing, max_moves, &Control { cancelled: &cancelled, progress: &progress });
    let _ = write!(io::stderr(), "\r\x1b[K");
    done
}

fn answer(args: &Arguments, session: &Session, composition: &Composition, frame: &Frame) -> PlanJson {
    let desk = &session.desk;
    let (grounds, facts) = (desk.grounds(), &desk.grounds().facts);
    let assignment = |it: &Move| Assignment {
        employee: facts.employees[it.who.at()].nip.to_string(),
        from: it.from.map(|post| facts.positions[post.at()].id().to_string()),
        to: facts.positions[it.to.at()].id().to_string(),
        score: Score::of(&grounds.policy.weights, &factors(grounds, it.who, it.to)).total,
        value: it.value,
    };
    let left_out = composition.left_out.iter().map(|(reason, who)| LeftOut { reason: reason.code(), count: who.len() });
    PlanJson {
        status: if composition.gap() == 0 { "optimal" } else { "bounded" },
        objective: Some(composition.objective),
        relaxed: Some(composition.relaxed),
        bound: Some(composition.bound),
        gap: Some(composition.gap()),
        moves: Some(composition.moves.len()),
        metrics: MetricsJson::new(facts, &desk.metrics, desk.metrics.gain_permille(composition.relaxed)),
        assignments: composition.moves.iter().map(assignment).collect(),
        left_out: left_out.collect(),
        chains: ChainJson::of(desk),
        move_price: (args.prices && composition.price_per_move > 0).then_some(composition.price_per_move),
        prices: args.prices.then(|| prices(&composition.staffing, &composition.plan.prices)),
        ..blank(args, session, frame)
    }
}

/// What can be said of a plan whatever became of it.
fn blank(args: &Arguments, session: &Session, frame: &Frame) -> PlanJson {
    let grounds = session.desk.grounds();
    PlanJson {
        plan: args.of.plan.clone(),
        employees: frame.employees,
        positions: grounds.posts_in_scope().count(),
        places: grounds.posts_in_scope().map(|post| u64::from(grounds.projection.need[post.at()])).sum(),
        pairs: frame.pairs,
        status: "infeasible",
        objective: None,
        relaxed: None,
        bound: None,
        gap: None,
        status_quo: session.desk.metrics.status_quo,
        moves: None,
        metrics: MetricsJson::new(&grounds.facts, &session.desk.metrics, None),
        timings_ms: Timings {
            load: milliseconds(frame.load),
            score: milliseconds(frame.score),
            solve: milliseconds(frame.solve),
            record: milliseconds(frame.record),
        },
        assignments: Vec::new(),
        left_out: Vec::new(),
        chains: Vec::new(),
        profiles: ProfilesJson::new(&grounds.policy.parameters),
        move_price: None,
        prices: None,
        infeasible: None,
    }
}

/// Position and unit nodes with their charges, ascending: posts come before units.
fn prices(staffing: &Staffing, prices: &Prices) -> Vec<(usize, i64)> {
    let node = staffing.numbering();
    let posts = prices.post.iter().enumerate().map(|(at, price)| (node.post(at), *price));
    posts.chain(prices.unit.iter().enumerate().map(|(at, price)| (node.unit(at), *price))).collect()
}

/// The entry that set a pin.
fn set_by<'a>(session: &'a Session, (who, _): &(EmployeeIx, PositionIx)) -> Option<&'a Entry> {
    let sequence = session.history.pinned_by(&session.desk.grounds().facts.employees[who.at()].nip)?;
    session.entries.iter().find(|entry| entry.sequence == sequence)
}

fn pin(session: &Session, it: &(EmployeeIx, PositionIx)) -> PinJson {
    let facts = &session.desk.grounds().facts;
    let entry = set_by(session, it);
    PinJson {
        employee: facts.employees[it.0.at()].nip.to_string(),
        position: facts.positions[it.1.at()].id().to_string(),
        sequence: entry.map(|entry| entry.sequence),
        actor: entry.map(|entry| entry.actor.clone()),
        time: entry.map(|entry| entry.time.clone()),
    }
}

/// There is no plan: who and which posts stand in each other's way.
fn cannot(
    args: &Arguments,
    lang: Lang,
    session: &Session,
    frame: &Frame,
    error: ComposeError,
    out: &mut Out,
) -> anyhow::Result<Outcome> {
    let facts = &session.desk.grounds().facts;
    let conflict = match &error {
        ComposeError::Infeasible { .. } => session.desk.contradiction()?.map(|it| it.pins).unwrap_or_default(),
        _ => Vec::new(),
    };
    let infeasible = match &error {
        ComposeError::Infeasible { employees, posts } => Infeasible {
            employees: employees.iter().map(|who| facts.employees[who.at()].nip.to_string()).collect(),
            positions: posts.iter().map(|post| facts.positions[post.at()].id().to_string()).collect(),
            fewest_moves: None,
            contradiction: conflict.iter().map(|it| pin(session, it)).collect(),
        },
        ComposeError::Limit { fewest } => {
            Infeasible { employees: Vec::new(), positions: Vec::new(), fewest_moves: Some(*fewest), contradiction: Vec::new() }
        }
        ComposeError::Problem(_) | ComposeError::Cancelled | ComposeError::Unproved => {
            anyhow::bail!(commands::not_composed(lang, &session.desk, &error))
        }
    };
    writeln!(io::stderr(), "mutasi: {}", commands::not_composed(lang, &session.desk, &error))?;
    for it in &conflict {
        writeln!(io::stderr(), "  {}", constraints::pinned(lang, &session.desk, it, set_by(session, it)))?;
    }
    if args.json {
        super::json(out, &PlanJson { infeasible: Some(infeasible), ..blank(args, session, frame) })?;
    }
    Ok(Outcome::DoesNotHold)
}
