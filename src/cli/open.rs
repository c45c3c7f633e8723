//! `mutasi` and `mutasi open`: the terminal interface.
use super::args::Open;
use super::{Out, Outcome};
use crate::store::sample;
use crate::store::workspace::{DEFAULT_PLAN, Workspace};
use crate::text::{Lang, journal};
use anyhow::Context;
use std::io::{self, Write};
use std::path::Path;

pub fn run(args: &Open, lang: Lang) -> anyhow::Result<Outcome> {
    // What is wrong with folder or plan is told before the terminal is taken.
    Workspace::open(&args.of.dir)?.plan_folder(&args.of.plan, false)?;
    crate::runtime::open(&args.of.dir, &args.of.plan, args.read_only, lang, false)?;
    Ok(Outcome::Clean)
}

/// The workspace in the current folder, or else a copy of the sample that goes when it is closed.
pub fn here(lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    out.flush()?;
    let here = Path::new(".");
    if here.join("workspace.ron").is_file() {
        Workspace::open(here)?.plan_folder(DEFAULT_PLAN, false)?;
        crate::runtime::open(here, DEFAULT_PLAN, false, lang, false)?;
        return Ok(Outcome::Clean);
    }
    let folder = tempfile::Builder::new().prefix("mutasi-").tempdir().context("temporary folder")?;
    let root = folder.path().join("banyumanik");
    sample::create(&root, &sample::Choices::default())?;
    writeln!(io::stderr(), "{}", journal::throw_away(lang))?;
    let done = crate::runtime::open(&root, DEFAULT_PLAN, false, lang, true);
    // Removed also where the program failed; only then may the failure be told.
    folder.close().context("temporary folder")?;
    done?;
    Ok(Outcome::Clean)
}
