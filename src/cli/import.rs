//! `mutasi import`.
use super::args::Import;
use super::{Out, Outcome, review};
use crate::model::Status;
use crate::store::import::{Options, Report, import_files};
use crate::store::session::{Access, Session};
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
    // What plans decided is judged anew afterwards.
    let before = if args.dry_run { Vec::new() } else { open_plans(&workspace) };
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
    if !args.json {
        for plan in before {
            let session = Session::open(Workspace::open(&args.dir)?, &plan.name, Access::Read)?;
            review::after_import(lang, &session.desk, &plan.name, &plan.desk, out)?;
        }
    }
    Ok(Outcome::holds(reports.iter().all(|report| report.rejected == 0)))
}

/// Plans that decided something and are still open. One that cannot be read says so to whoever opens it.
fn open_plans(workspace: &Workspace) -> Vec<Session> {
    let read = |name: String| Session::open(workspace.clone(), &name, Access::Read).ok();
    let decides = |session: &Session| {
        let plan = &session.desk.plan;
        let is_empty = plan.proposals.is_empty() && plan.pins.is_empty() && plan.bans.is_empty() && plan.overrides.is_empty();
        !is_empty && session.status() < Status::Decreed
    };
    workspace.plans().into_iter().filter_map(read).filter(decides).collect()
}
