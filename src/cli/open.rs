//! `mutasi` and `mutasi open`: the terminal interface.
use super::args::{Open, Screen};
use super::{Out, Outcome};
use crate::runtime::{self, Options};
use crate::store::sample;
use crate::store::session::Access;
use crate::store::workspace::{DEFAULT_PLAN, Workspace};
use crate::text::{Lang, journal};
use anyhow::Context;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

pub fn run(args: &Open, before: &Screen, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let screen = args.screen.and(before);
    if screen.plain {
        return plain(&args.of.dir, &args.of.plan, args.read_only, lang, out);
    }
    // What is wrong with folder or plan is told before the terminal is taken.
    Workspace::open(&args.of.dir)?.plan_folder(&args.of.plan, false)?;
    let options = Options { lang, read_only: args.read_only, throw_away: false, face: screen.face() };
    runtime::open(&args.of.dir, &args.of.plan, options)?;
    Ok(Outcome::Clean)
}

/// The workspace in the current folder, or else a copy of the sample that goes when it is closed.
pub fn here(screen: &Screen, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    out.flush()?;
    let options = Options { lang, read_only: false, throw_away: false, face: screen.face() };
    let here = Path::new(".");
    if here.join("workspace.ron").is_file() {
        if screen.plain {
            return plain(here, DEFAULT_PLAN, false, lang, out);
        }
        Workspace::open(here)?.plan_folder(DEFAULT_PLAN, false)?;
        runtime::open(here, DEFAULT_PLAN, options)?;
        return Ok(Outcome::Clean);
    }
    let folder = tempfile::Builder::new().prefix("mutasi-").tempdir().context("temporary folder")?;
    let root = folder.path().join("banyumanik");
    sample::create(&root, &sample::Choices::default())?;
    writeln!(io::stderr(), "{}", journal::throw_away(lang))?;
    let done = if screen.plain {
        plain(&root, DEFAULT_PLAN, false, lang, out).map(|_| ())
    } else {
        runtime::open(&root, DEFAULT_PLAN, Options { throw_away: true, ..options })
    };
    // Removed also where the program failed; only then may the failure be told.
    folder.close().context("temporary folder")?;
    done?;
    Ok(Outcome::Clean)
}

/// The program as lines of text, from stdin to stdout.
fn plain(dir: &Path, plan: &str, is_read_only: bool, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let access = if is_read_only { Access::Read } else { Access::Write };
    let session = super::session(dir, plan, access, lang)?;
    let input = io::stdin();
    let is_prompting = input.is_terminal();
    crate::plain::run(session, lang, is_read_only, is_prompting, &mut input.lock(), out)?;
    Ok(Outcome::Clean)
}
