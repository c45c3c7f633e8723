//! `mutasi verify`: the chain line by line, and every certificate that still counts.
use super::args::Read;
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::desk::staffing::Staffing;
use crate::model::History;
use crate::model::plan::{Action, SolveRecord};
use crate::store::certificates::{self, Finding};
use crate::store::journal::{self, ChainError, Entry, Journal};
use crate::store::session::foundation;
use crate::store::workspace::Workspace;
use crate::text::{Lang, commands};
use anyhow::Context;
use serde::Serialize;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

#[derive(Serialize)]
struct VerifyJson {
    plan: String,
    holds: bool,
    entries: usize,
    head: String,
    torn_bytes: usize,
    chain: &'static str,
    broken_line: Option<usize>,
    certificates: Vec<CertificateJson>,
}

#[derive(Serialize)]
struct CertificateJson {
    entry: u64,
    certificate: String,
    outcome: &'static str,
    objective: i64,
    bound: i64,
}

pub fn run(args: &Read, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let workspace = Workspace::open(&args.of.dir)?;
    let folder = workspace.plan_folder(&args.of.plan, false)?;
    let path = Journal::path_in(&folder);
    let bytes = match std::fs::read(&path) {
        // A plan without decisions yet.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        other => other.with_context(|| path.display().to_string())?,
    };
    let scan = match journal::read(&bytes) {
        Ok(scan) => scan,
        Err(error) => return broken(args, lang, out, &error),
    };
    let torn_bytes = bytes.len() - scan.good;
    let checked = certificates_of(&workspace, &folder, &scan.entries)?;
    // A journal that was emptied chains well: only what it named is left to tell.
    let gone = scan.entries.is_empty() && folder.join("certificates").read_dir().is_ok_and(|mut files| files.next().is_some());
    let holds = !gone && torn_bytes == 0 && checked.iter().all(|(_, _, finding)| finding.holds());
    if args.json {
        let certificates = checked.iter().map(|(entry, record, finding)| CertificateJson {
            entry: *entry,
            certificate: record.certificate.clone(),
            outcome: finding.code(),
            objective: record.objective,
            bound: record.bound,
        });
        let answer = VerifyJson {
            plan: args.of.plan.clone(),
            holds,
            entries: scan.entries.len(),
            head: scan.head,
            torn_bytes,
            chain: if gone { "gone" } else { "holds" },
            broken_line: None,
            certificates: certificates.collect(),
        };
        super::json(out, &answer)?;
    } else {
        writeln!(out, "{}", commands::chain_holds(lang, scan.entries.len(), &scan.head))?;
        if gone {
            writeln!(out, "{}", commands::journal_gone(lang))?;
        }
        if torn_bytes > 0 {
            writeln!(out, "{}", commands::torn_end(lang, torn_bytes))?;
        }
        for (entry, record, finding) in &checked {
            writeln!(out, "{}", commands::certificate(lang, *entry, record, finding))?;
        }
    }
    Ok(Outcome::holds(holds))
}

fn broken(args: &Read, lang: Lang, out: &mut Out, error: &ChainError) -> anyhow::Result<Outcome> {
    let line = match error {
        ChainError::Unreadable { line, .. } | ChainError::Broken { line } => *line,
    };
    if args.json {
        let answer = VerifyJson {
            plan: args.of.plan.clone(),
            holds: false,
            entries: line.saturating_sub(1),
            head: String::new(),
            torn_bytes: 0,
            chain: "broken",
            broken_line: Some(line),
            certificates: Vec::new(),
        };
        super::json(out, &answer)?;
    } else {
        writeln!(out, "{}", commands::chain_broken(lang, error))?;
    }
    Ok(Outcome::DoesNotHold)
}

/// Every solve that still counts, against the problem as it was before it.
fn certificates_of(workspace: &Workspace, folder: &Path, entries: &[Entry]) -> anyhow::Result<Vec<(u64, SolveRecord, Finding)>> {
    let mut history = History::default();
    for entry in entries {
        history.push(entry.sequence, entry.action.clone());
    }
    let mut checked = Vec::new();
    for (sequence, action) in history.counting() {
        let Action::Solve { record, moves } = action else { continue };
        let plan = history.plan_before(sequence);
        let desk = Desk::new(Arc::new(foundation(workspace, &plan)?), plan);
        let staffing = Staffing::of(&desk.base, &desk.plan, &desk.overrides)?;
        let finding = certificates::verify(folder, &desk.grounds().facts, &staffing, record, moves);
        checked.push((sequence, record.clone(), finding));
    }
    Ok(checked)
}
