//! `mutasi import`.
use super::args::Import;
use super::{Out, Outcome};
use crate::store::import::{Options, Report, import_files};
use crate::store::workspace::Workspace;
use crate::text::{Lang, commands};
use std::io::{self, Write};

pub fn run(args: &Import, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let workspace = Workspace::open(&args.dir)?;
    let options = Options {
        as_kind: args.as_kind,
        today: workspace.settings.today,
        date_order: args.date_order,
        append: args.append,
        dry_run: args.dry_run,
    };
    let applied = import_files(&workspace.root, &workspace.facts_folder(), &args.files, &options)?;
    let reports: Vec<Report> = applied.iter().map(|it| Report::of(it, lang)).collect();
    if args.json {
        // One file, one report, as the contract has it; several make a list.
        match reports.as_slice() {
            [only] => super::json(out, only)?,
            all => super::json(out, &all)?,
        }
    }
    for (it, report) in applied.iter().zip(&reports) {
        if !args.json {
            commands::imported(out, lang, it, report)?;
        }
        for note in commands::import_notes(lang, it, args.dry_run) {
            writeln!(io::stderr(), "{note}")?;
        }
    }
    Ok(Outcome::holds(reports.iter().all(|report| report.rejected == 0)))
}
