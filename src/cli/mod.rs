//! The commands: one file each; read, call, print. No decisions.
//!
//! Results go to stdout, messages to stderr. Exit status: 0 done and clean; 1 done, and what was
//! checked does not hold; 2 unusable arguments or data.
mod acting;
mod args;
mod chains;
mod check;
mod edit;
mod fill;
mod import;
mod log;
mod new;
mod open;
mod output;
mod plan;
mod pool;
mod price;
mod problem;
mod profiles;
mod rank;
mod review;
mod score;
mod solve;
mod spread;
mod stage;
mod verify;
mod workload;

use crate::store::journal::Torn;
use crate::store::session::{Access, Session};
use crate::store::workspace::Workspace;
use crate::text::{Lang, errors, journal};
use args::{Cli, Command, Screen};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::Path;
use std::process::ExitCode;

/// What became of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Done and clean.
    Clean,
    /// Done, and what was checked does not hold.
    DoesNotHold,
}

impl Outcome {
    const fn holds(holds: bool) -> Self {
        if holds { Self::Clean } else { Self::DoesNotHold }
    }
}

type Out = BufWriter<StdoutLock<'static>>;

/// Runs the command of the process's arguments.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang.map_or_else(default_lang, Into::into);
    if !matches!(cli.command, None | Some(Command::Open(_))) && !cli.screen.is_default() {
        let only = "--symbols, --ascii, --no-mouse, --theme, --stats and --plain belong to the terminal interface (open)";
        Cli::command().error(ErrorKind::ArgumentConflict, only).exit();
    }
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let done = run(cli.command, cli.screen, lang, &mut out).and_then(|outcome| Ok(out.flush().map(|()| outcome)?));
    match done {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::DoesNotHold) => ExitCode::from(1),
        // Whoever reads has seen enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // stderr may be gone too; the exit status still tells.
            let _ = writeln!(io::stderr(), "mutasi: {}", errors::any(lang, &error));
            ExitCode::from(2)
        }
    }
}

fn run(command: Option<Command>, screen: Screen, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    match command {
        None => open::here(&screen, lang, out),
        Some(Command::Open(it)) => open::run(&it, &screen, lang, out),
        Some(Command::New(it)) => new::run(&it, lang, out),
        Some(Command::Import(it)) => import::run(&it, lang, out),
        Some(Command::Check(it)) => check::run(&it, lang, out),
        Some(Command::Score(it)) => score::run(&it, lang, out),
        Some(Command::Rank(it)) => rank::run(&it, lang, out),
        Some(Command::Acting(it)) => acting::run(&it, lang, out),
        Some(Command::Fill(it)) => fill::run(&it, lang, out),
        Some(Command::Pool(it)) => pool::run(&it, lang, out),
        Some(Command::Review(it)) => review::run(&it, lang, out),
        Some(Command::Spread(it)) => spread::run(&it, lang, out),
        Some(Command::Workload(it)) => workload::run(&it, lang, out),
        Some(Command::Price(it)) => price::run(&it, lang, out),
        Some(Command::Plan(it)) => plan::run(&it, lang, out),
        Some(Command::Problem(it)) => problem::run(&it, lang, out),
        Some(Command::Solve(it)) => solve::run(&it, lang, out),
        Some(Command::Edit(it)) => edit::run(&it, lang, out),
        Some(Command::Log(it)) => log::run(&it, lang, out),
        Some(Command::Verify(it)) => verify::run(&it, lang, out),
    }
}

/// The language of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set.
fn default_lang() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    Lang::from_locale(&set.into_iter().find(|value| !value.is_empty()).unwrap_or_default())
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let is_pipe = |cause: &(dyn std::error::Error + 'static)| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(io::ErrorKind::BrokenPipe)
    };
    error.chain().any(is_pipe)
}

/// Opens a plan of a workspace, telling of a torn last line.
fn session(root: &Path, plan: &str, access: Access, lang: Lang) -> anyhow::Result<Session> {
    let session = Session::open(Workspace::open(root)?, plan, access)?;
    if let Some(torn) = &session.journal.torn {
        tell_torn(torn, lang)?;
    }
    Ok(session)
}

fn tell_torn(torn: &Torn, lang: Lang) -> io::Result<()> {
    writeln!(io::stderr(), "mutasi: {}", journal::torn(lang, torn))
}

/// Prints a value as JSON and ends the line.
fn json(out: &mut Out, value: &impl serde::Serialize) -> anyhow::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}
