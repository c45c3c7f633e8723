//! How time and memory grow with the people: makes workspaces of many sizes in a temporary directory, runs the release
//! binary on them (a process each) and prints a table and a plot:
//! `cargo build --release && cargo run --release --example growth -- --sizes 300,3000 --limit 600`.
//! From half a million people on the pairs are given, 20 a person (`solve` on an instance of the benches).
//! `--count` solves nothing and prints how many posts are lawful per person who has more than the pair of staying.
#![allow(missing_docs)]
mod instances;
mod plot;

use instances::{Options, staffing};
use mutasi::desk::staffing::Staffing;
use mutasi::matching::dimacs::{self, Unnamed};
use mutasi::store::session::{Access, Session};
use mutasi::store::workspace::Workspace;
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "growth [--sizes N,N,…] [--seed S] [--limit SECONDS] [--binary PATH] [--count]";
/// From so many people on pairs are given.
const GIVEN: u32 = 500_000;

struct Choices {
    sizes: Vec<u32>,
    seed: u64,
    limit: Duration,
    binary: PathBuf,
    count: bool,
}

/// What became of one process.
enum Run {
    Done { answer: Value, peak_mb: u64, took: Duration },
    Stopped,
}

fn main() -> Fallible<()> {
    let choices = choices()?;
    let folder = tempfile::tempdir()?;
    if choices.count {
        return count(&choices, folder.path());
    }
    let mut out = io::stdout();
    writeln!(out, "| people | posts | pairs | can only stay | load | score | solve | record | all ms | MB | status |")?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|---|---|")?;
    let mut points = Vec::new();
    for people in &choices.sizes {
        let run =
            if *people < GIVEN { planned(&choices, *people, folder.path())? } else { given(&choices, *people, folder.path())? };
        let Run::Done { answer, peak_mb, took } = run else {
            writeln!(out, "| {} | | | | | | | | | | stopped after {} s |", grouped(*people), choices.limit.as_secs())?;
            continue;
        };
        points.push(plot::Point { people: *people, milliseconds: took.as_millis() as f64, megabytes: peak_mb as f64 });
        writeln!(out, "{}", row(*people, &answer, peak_mb, took))?;
        out.flush()?;
    }
    writeln!(out, "\n```text\n{}```", plot::draw(&points))?;
    Ok(())
}

fn choices() -> Fallible<Choices> {
    // target/release/examples/growth: the program stands one folder above.
    let here = std::env::current_exe()?;
    let beside = here.parent().and_then(Path::parent).map(|folder| folder.join("mutasi")).unwrap_or_default();
    let sizes = vec![300, 1_000, 3_000, 10_000, 30_000, 100_000, 200_000, 1_000_000];
    let mut choices = Choices { sizes, seed: 1, limit: Duration::from_secs(600), binary: beside, count: false };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut next = || arguments.next().ok_or(USAGE);
        match argument.as_str() {
            "--sizes" => choices.sizes = next()?.split(',').map(str::parse).collect::<Result<_, _>>()?,
            "--seed" => choices.seed = next()?.parse()?,
            "--limit" => choices.limit = Duration::from_secs(next()?.parse()?),
            "--binary" => choices.binary = next()?.into(),
            "--count" => choices.count = true,
            _ => return Err(USAGE.into()),
        }
    }
    if !choices.binary.is_file() {
        return Err(format!("{}: not there; cargo build --release makes it", choices.binary.display()).into());
    }
    Ok(choices)
}

/// A workspace of that many people, and the program's plan for it.
fn planned(choices: &Choices, people: u32, folder: &Path) -> Fallible<Run> {
    let workspace = made(choices, people, folder)?;
    let run = run(choices, &[Path::new("plan"), &workspace, Path::new("--json")]);
    fs::remove_dir_all(&workspace)?;
    run
}

fn made(choices: &Choices, people: u32, folder: &Path) -> Fallible<PathBuf> {
    let workspace = folder.join(people.to_string());
    let (people, seed) = (people.to_string(), choices.seed.to_string());
    let dated = ["--today", "2026-11-01", "--tmt", "2027-01-01", "--employees", &people, "--seed", &seed];
    let status = Command::new(&choices.binary).arg("new").arg(&workspace).args(dated).stdout(Stdio::null()).status()?;
    if status.success() { Ok(workspace) } else { Err("mutasi new failed".into()) }
}

/// An instance of the benches with 20 pairs a person, solved.
fn given(choices: &Choices, people: u32, folder: &Path) -> Fallible<Run> {
    let size = staffing::Size { name: "given", employees: people, posts: people / 100, units: people / 1_000, pairs: 20 };
    let problem = staffing::make(&size, Options { seed: choices.seed, ..Options::default() }).problem;
    let path = folder.join("given.min");
    dimacs::write(&problem, &Unnamed, 0, &mut BufWriter::with_capacity(1 << 20, File::create(&path)?))?;
    let (posts, pairs) = (problem.posts(), problem.arcs());
    drop(problem);
    let mut run = run(choices, &[Path::new("solve"), &path, Path::new("--json")])?;
    if let Run::Done { answer, .. } = &mut run {
        answer["positions"] = posts.into();
        answer["pairs"] = pairs.into();
    }
    fs::remove_file(&path)?;
    Ok(run)
}

/// Runs the program to its end or the limit, watching its peak of resident memory.
fn run(choices: &Choices, arguments: &[&Path]) -> Fallible<Run> {
    let started = Instant::now();
    let mut child = Command::new(&choices.binary).args(arguments).stdout(Stdio::piped()).spawn()?;
    let mut stdout = child.stdout.take().ok_or("no standard output")?;
    // Large answers fill a pipe: someone has to read it meanwhile.
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        stdout.read_to_string(&mut text).map(|_| text)
    });
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kb = 0;
    let exit = loop {
        peak_kb = peak_kb.max(peak(&status));
        if let Some(exit) = child.try_wait()? {
            break exit;
        }
        if started.elapsed() > choices.limit {
            child.kill()?;
            child.wait()?;
            return Ok(Run::Stopped);
        }
        // Small ones are over in a few milliseconds.
        std::thread::sleep(if started.elapsed() < Duration::from_secs(1) {
            Duration::from_micros(300)
        } else {
            Duration::from_millis(10)
        });
    };
    let took = started.elapsed();
    let text = reader.join().map_err(|_| "the answer could not be read")??;
    if !exit.success() {
        return Err(format!("mutasi ended with {exit}").into());
    }
    // Movers by the ten thousand and prices are of no interest here, but the rest of the answer is.
    Ok(Run::Done { answer: serde_json::from_str(&text)?, peak_mb: peak_kb.div_ceil(1_024), took })
}

/// VmHWM of a process, kB; 0 where the system has no such file or the process is over.
fn peak(status: &str) -> u64 {
    let text = fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn row(people: u32, answer: &Value, peak_mb: u64, took: Duration) -> String {
    let number = |key: &str| answer[key].as_u64().map_or_else(|| "–".to_owned(), grouped);
    let time = |keys: [&str; 2]| {
        let found = keys.iter().find_map(|key| answer["timings_ms"][key].as_f64());
        found.map_or_else(|| "–".to_owned(), |ms| if ms < 10.0 { format!("{ms:.1}") } else { grouped(ms.round() as u64) })
    };
    let only_stay = answer["left_out"]
        .as_array()
        .map_or_else(|| "–".to_owned(), |list| grouped(list.iter().filter_map(|it| it["count"].as_u64()).sum::<u64>()));
    format!(
        "| {}{} | {} | {} | {only_stay} | {} | {} | {} | {} | {} | {peak_mb} | {} |",
        grouped(people),
        if people < GIVEN { "" } else { " (given pairs)" },
        number("positions"),
        number("pairs"),
        time(["load", "parse"]),
        time(["score", ""]),
        time(["solve", ""]),
        time(["record", "check"]),
        grouped(took.as_millis() as u64),
        answer["status"].as_str().unwrap_or("–"),
    )
}

/// Pairs and people who can only stay, without solving.
fn count(choices: &Choices, folder: &Path) -> Fallible<()> {
    let mut out = io::stdout();
    writeln!(out, "| people | posts | pairs | can only stay | pairs per person who can move | conflicts of relatives |")?;
    writeln!(out, "|---|---|---|---|---|---|")?;
    for people in choices.sizes.iter().filter(|people| **people < GIVEN) {
        let root = made(choices, *people, folder)?;
        let session = Session::open(Workspace::open(&root)?, "utama", Access::Read)?;
        let staffing = Staffing::of(&session.desk.base, &session.desk.plan, &session.desk.overrides)?;
        let stay = staffing.left_out.iter().filter(|it| it.is_some()).count();
        let movable = staffing.employees.len() - stay;
        let average = (staffing.pairs - stay) / movable.max(1);
        let figures =
            [staffing.nodes.len(), staffing.pairs, stay, average, staffing.conflicts().all().count()].map(|n| grouped(n as u64));
        writeln!(out, "| {} | {} |", grouped(*people), figures.join(" | "))?;
        fs::remove_dir_all(&root)?;
    }
    Ok(())
}

/// `1,234,567`.
fn grouped(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
