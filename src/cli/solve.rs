//! `mutasi solve`: solves a DIMACS minimum-cost flow of the staffing shape, and proves the answer.
use super::args::Solve as Arguments;
use super::output::milliseconds;
use super::stage::{Counted, Stage};
use super::{Out, Outcome};
use crate::matching::dimacs::{self, Arcs, Network};
use crate::matching::{self, Control, Problem, Progress, Solution, SolveError, certificate};
use crate::text::{Lang, dimacs as words};
use serde::Serialize;
use serde_json::value::RawValue;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

#[derive(Serialize)]
struct Answer {
    cost: Option<i64>,
    bound: Option<i64>,
    status: &'static str,
    nodes: usize,
    arcs: usize,
    timings_ms: Timings,
    prices: Vec<(u32, i64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    infeasible: Option<Witness>,
}

#[derive(Serialize)]
struct Timings {
    parse: Box<RawValue>,
    solve: Box<RawValue>,
    check: Box<RawValue>,
}

/// Employees who share too few places: all positions they may hold.
#[derive(Serialize)]
struct Witness {
    employees: Vec<u32>,
    positions: Vec<u32>,
}

/// A file's size and the times spent on it.
struct Frame {
    nodes: usize,
    arcs: usize,
    parse: Duration,
    solve: Duration,
    check: Duration,
}

pub fn run(args: &Arguments, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let started = Instant::now();
    let stage = Stage::new();
    let arcs = parse(&args.file, &stage, lang)?;
    let parsed = Instant::now();
    let (nodes, count) = (arcs.nodes(), arcs.len());
    stage.begin(words::shaping(lang));
    let (problem, network) = arcs.shape().or_else(|error| anyhow::bail!(refused(&args.file, lang, &error)))?;
    let solved = solve(&problem, &stage, lang);
    let ended = Instant::now();
    let mut frame = Frame { nodes, arcs: count, parse: parsed - started, solve: ended - parsed, check: Duration::ZERO };
    let solution = match solved {
        Ok(solution) => solution,
        Err(error) => {
            stage.end();
            return cannot(args, lang, &network, &problem, &frame, error, out);
        }
    };
    stage.begin(words::checking(lang));
    let objective = certificate::objective(&problem, &solution.choice)?;
    let bound = certificate::bound(&problem, &solution.prices);
    frame.check = ended.elapsed();
    stage.end();
    let proved = i128::from(objective) == bound;
    if args.json {
        let status = if proved { "optimal" } else { "unproved" };
        let prices = dimacs::charges(&network, &solution.prices);
        let (cost, bound) = (Some(-objective), i64::try_from(bound).ok());
        super::json(out, &Answer { cost, bound, status, prices, ..blank(&frame) })?;
    } else {
        let covers = proved.then(|| words::covers(lang, problem.arcs()));
        print(&problem, &network, &solution, objective, covers.as_deref(), out)?;
    }
    if !proved {
        writeln!(io::stderr(), "mutasi: {}", words::unproved(lang))?;
    }
    Ok(Outcome::holds(proved))
}

/// The arcs of a file, `-` being standard input.
fn parse(file: &Path, stage: &Stage, lang: Lang) -> anyhow::Result<Arcs> {
    let shown = file.display();
    let (input, size): (Box<dyn BufRead>, Option<u64>) = if file == Path::new("-") {
        (Box::new(BufReader::with_capacity(1 << 18, io::stdin().lock())), None)
    } else {
        let open = File::open(file).or_else(|error| anyhow::bail!("{shown}: {error}"))?;
        // A pipe or a device has no size to tell.
        let size = open.metadata().ok().map(|it| it.len()).filter(|size| *size > 0);
        (Box::new(BufReader::with_capacity(1 << 18, open)), size)
    };
    let name = shown.to_string();
    stage.begin(&words::reading(lang, &name, 0, size));
    let counted = Counted::new(input, |used| stage.update(|| words::reading(lang, &name, used, size)));
    let arcs = dimacs::parse(counted);
    stage.end();
    arcs.or_else(|error| anyhow::bail!(refused(file, lang, &error)))
}

fn refused(file: &Path, lang: Lang, error: &dimacs::DimacsError) -> String {
    format!("{}: {}", file.display(), words::refusal(lang, error))
}

/// Runs the core, with progress where someone watches: it comes in rounds, each from nothing to all.
/// Ctrl-C ends the process at once: there is nothing to put away.
fn solve(problem: &Problem, stage: &Stage, lang: Lang) -> Result<Solution, SolveError> {
    stage.begin(&words::solving(lang, 1, 0));
    let at = Cell::new((1, 0));
    let progress = |progress: Progress| {
        let percent = (100 * progress.done).checked_div(progress.total).unwrap_or(0).min(100);
        let (round, last) = at.get();
        // Work that becomes known on the way takes a little off; a new round begins far below.
        let round = if percent + 10 < last { round + 1 } else { round };
        at.set((round, percent));
        stage.update(|| words::solving(lang, round, percent));
    };
    let cancelled = AtomicBool::new(false);
    matching::solve(problem, &Control { cancelled: &cancelled, progress: &progress })
}

/// The lines of a DIMACS solution, what its proof covers, and the prices as comments.
fn print(
    problem: &Problem,
    network: &Network,
    solution: &Solution,
    objective: i64,
    covers: Option<&str>,
    out: &mut Out,
) -> anyhow::Result<()> {
    writeln!(out, "s {}", -objective)?;
    if let Some(covers) = covers {
        writeln!(out, "c {covers}")?;
    }
    dimacs::write_flows(problem, network, solution, out)?;
    for (node, charge) in dimacs::charges(network, &solution.prices) {
        writeln!(out, "c price {node} {charge}")?;
    }
    Ok(())
}

/// What can be said whatever became of it.
fn blank(frame: &Frame) -> Answer {
    Answer {
        cost: None,
        bound: None,
        status: "infeasible",
        nodes: frame.nodes,
        arcs: frame.arcs,
        timings_ms: Timings {
            parse: milliseconds(frame.parse),
            solve: milliseconds(frame.solve),
            check: milliseconds(frame.check),
        },
        prices: Vec::new(),
        infeasible: None,
    }
}

/// There is no solution: who and which posts stand in each other's way.
fn cannot(
    args: &Arguments,
    lang: Lang,
    network: &Network,
    problem: &Problem,
    frame: &Frame,
    error: SolveError,
    out: &mut Out,
) -> anyhow::Result<Outcome> {
    let SolveError::Infeasible { employees, posts } = &error else { anyhow::bail!(words::unsolved(lang, &error, &[], &[])) };
    // Whoever has no arc at all is named with all others of the kind.
    let idle = |&employee: &u32| problem.row(employee as usize).is_empty();
    let all: Vec<u32> =
        if employees.iter().all(idle) { (0..problem.employees() as u32).filter(idle).collect() } else { employees.clone() };
    let node = |list: &[u32], at: &[u32]| -> Vec<u32> { at.iter().map(|&at| list[at as usize]).collect() };
    let (employees, positions) = (node(&network.employees, &all), node(&network.posts, posts));
    writeln!(io::stderr(), "mutasi: {}", words::unsolved(lang, &error, &employees, &positions))?;
    if args.json {
        super::json(out, &Answer { infeasible: Some(Witness { employees, positions }), ..blank(frame) })?;
    } else {
        writeln!(out, "c infeasible")?;
    }
    Ok(Outcome::DoesNotHold)
}
