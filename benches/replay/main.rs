//! Plays a planner's actions into the program in a pseudo-terminal, and prints what each one sends and how long it takes:
//! `cargo build --release && cargo run --release --example replay -- DIR… [--size 140x40] [--runs 5] [--binary PATH]`.
//!
//! Each run works on a copy of the workspace. A time is from the bytes written to the terminal to the end of the first frame
//! read from it: the program's own time and the pseudo-terminal's (some tens of microseconds on an idle machine), without the
//! 50 ms that a lone Esc is waited for. After each
//! input the program is left alone until it sends nothing and every thread of it sleeps, so that answers are in and
//! counted as bytes. Of the times of an action the middle one and that of 99 in 100 are told, each the median over the runs.
#![allow(missing_docs, clippy::expect_used, clippy::panic)]
#[path = "../../tests/terminal/harness.rs"]
mod harness;
mod script;
mod sitting;

use script::SCRIPT;
use sitting::{Sitting, Taken};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "replay DIR… [--size 80x24] [--runs 5] [--binary PATH]";

struct Choices {
    workspaces: Vec<PathBuf>,
    size: (u16, u16),
    runs: usize,
    binary: PathBuf,
}

/// What one run showed.
struct Run {
    first_paint: Duration,
    board: Duration,
    /// VmHWM when the board stood, and at the end, kB.
    peaks: [u64; 2],
    /// The inputs of each action, in the order of the script.
    actions: Vec<Vec<Taken>>,
    /// What the program itself counted.
    told: String,
}

fn main() -> Fallible<()> {
    let choices = choices()?;
    println!("load average {}", std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim_end());
    for workspace in &choices.workspaces {
        let runs: Vec<Run> = (0..choices.runs).map(|_| run(&choices, workspace)).collect::<Result<_, _>>()?;
        let (columns, rows) = choices.size;
        println!("\n## {} at {columns}×{rows}, {} runs", workspace.display(), choices.runs);
        report(&runs);
    }
    println!("\nload average {}", std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim_end());
    Ok(())
}

fn choices() -> Fallible<Choices> {
    // target/release/examples/replay: the program stands one folder above.
    let here = std::env::current_exe()?;
    let beside = here.parent().and_then(Path::parent).map(|folder| folder.join("mutasi")).unwrap_or_default();
    let mut choices = Choices { workspaces: Vec::new(), size: (80, 24), runs: 5, binary: beside };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut next = || arguments.next().ok_or(USAGE);
        match argument.as_str() {
            "--size" => {
                let size = next()?;
                let (columns, rows) = size.split_once('x').ok_or(USAGE)?;
                choices.size = (columns.parse()?, rows.parse()?);
            }
            "--runs" => choices.runs = next()?.parse::<usize>()?.max(1),
            "--binary" => choices.binary = next()?.into(),
            flag if flag.starts_with('-') => return Err(USAGE.into()),
            folder => choices.workspaces.push(folder.into()),
        }
    }
    if choices.workspaces.is_empty() {
        return Err(USAGE.into());
    }
    if !choices.binary.is_file() {
        return Err(format!("{}: not there; cargo build --release makes it", choices.binary.display()).into());
    }
    Ok(choices)
}

fn run(choices: &Choices, workspace: &Path) -> Fallible<Run> {
    let folder = tempfile::tempdir()?;
    let copy = folder.path().join("workspace");
    if !Command::new("cp").arg("-r").arg(workspace).arg(&copy).status()?.success() {
        return Err(format!("{}: cannot be copied", workspace.display()).into());
    }
    let mut sitting = Sitting::open(&choices.binary, &copy, choices.size)?;
    let board_peak = sitting.peak_kb();
    let actions = SCRIPT.iter().map(|(_, inputs)| inputs.iter().flat_map(|input| sitting.play(input)).collect()).collect();
    let peaks = [board_peak, sitting.peak_kb()];
    let (first_paint, board) = (sitting.first_paint, sitting.board);
    Ok(Run { first_paint, board, peaks, actions, told: sitting.quit() })
}

fn report(runs: &[Run]) {
    let over = |of: &dyn Fn(&Run) -> Duration| ms(middle(runs.iter().map(of)));
    let peak = |at: usize| middle(runs.iter().map(|run| run.peaks[at])).div_ceil(1024);
    println!(
        "first paint {} ms, board {} ms; VmHWM {} MB with the board, {} MB at the end\n",
        over(&|run| run.first_paint),
        over(&|run| run.board),
        peak(0),
        peak(1)
    );
    println!("| action | inputs | bytes, middle | bytes, most | first frame, most | p50 ms | p99 ms | longest ms |");
    println!("|---|---|---|---|---|---|---|---|");
    for (at, (name, _)) in SCRIPT.iter().enumerate() {
        row(name, &runs.iter().map(|run| run.actions[at].iter().collect()).collect::<Vec<_>>());
    }
    row("**all**", &runs.iter().map(|run| run.actions.iter().flatten().collect()).collect::<Vec<_>>());
    println!("\nWhat the program counted in the last run:\n\n```text\n{}\n```", runs.last().map_or("", |run| &run.told));
}

/// One line: the largest bytes of any run, times as medians over the runs but for the longest.
fn row(name: &str, runs: &[Vec<&Taken>]) {
    let most = |of: fn(&Taken) -> usize| runs.iter().flatten().map(|taken| of(taken)).max().unwrap_or(0);
    let times: Vec<Vec<Duration>> = runs.iter().map(|run| sorted(run.iter().filter_map(|taken| taken.time))).collect();
    let [p50, p99] = [50, 99].map(|percent| middle(times.iter().filter_map(|times| rank(times, percent))));
    let longest = times.iter().flatten().max().copied().unwrap_or_default();
    let inputs = runs.first().map_or(0, Vec::len);
    let usual = middle(runs.iter().flatten().map(|taken| taken.bytes));
    let (first, all) = (most(|taken| taken.first), most(|taken| taken.bytes));
    println!("| {name} | {inputs} | {usual} | {all} | {first} | {} | {} | {} |", ms(p50), ms(p99), ms(longest));
}

fn sorted<T: Ord>(of: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = of.collect();
    all.sort_unstable();
    all
}

/// The value of the nearest rank.
fn rank<T: Copy>(sorted: &[T], percent: usize) -> Option<T> {
    sorted.get((sorted.len() * percent).div_ceil(100).max(1) - 1).copied()
}

fn middle<T: Ord + Copy + Default>(of: impl Iterator<Item = T>) -> T {
    rank(&sorted(of), 50).unwrap_or_default()
}

fn ms(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1e3)
}
