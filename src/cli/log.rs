//! `mutasi log`: the journal of a plan.
use super::args::Read;
use super::{Out, Outcome};
use crate::model::plan::{Action, Change, Source, Status};
use crate::model::{Lock, Nip, PositionId};
use crate::store::journal::{Entry, Journal};
use crate::store::workspace::Workspace;
use crate::text::{Lang, commands};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct EntryJson<'a> {
    sequence: u64,
    time: &'a str,
    actor: &'a str,
    action: &'static str,
    #[serde(flatten)]
    details: Details<'a>,
    previous: &'a str,
    hash: &'a str,
}

/// What an action carries, under the names of the journal.
#[derive(Default, Serialize)]
struct Details<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee: Option<&'a Nip>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<&'a PositionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<jiff::civil::Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    official: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<&'a [Change]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    objective: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moves: Option<Vec<MoveJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a Lock>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pins: Option<Vec<MoveJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    employees: Option<&'a [Nip]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<u64>,
}

#[derive(Serialize)]
struct MoveJson<'a> {
    employee: &'a Nip,
    position: &'a PositionId,
}

pub fn run(args: &Read, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let folder = Workspace::open(&args.of.dir)?.plan_folder(&args.of.plan, false)?;
    let (journal, entries) = Journal::open_read_only(&folder)?;
    if let Some(torn) = &journal.torn {
        super::tell_torn(torn, lang)?;
    }
    if args.json {
        super::json(out, &entries.iter().map(entry_json).collect::<Vec<_>>())?;
        return Ok(Outcome::Clean);
    }
    for entry in &entries {
        writeln!(out, "{}", commands::log_line(lang, entry))?;
    }
    Ok(Outcome::Clean)
}

fn entry_json(entry: &Entry) -> EntryJson<'_> {
    EntryJson {
        sequence: entry.sequence,
        time: &entry.time,
        actor: &entry.actor,
        action: entry.action.name(),
        details: details(&entry.action),
        previous: &entry.previous,
        hash: &entry.hash,
    }
}

fn details(action: &Action) -> Details<'_> {
    let none = Details::default();
    match action {
        Action::Propose { employee, position } | Action::Pin { employee, position } | Action::Ban { employee, position } => {
            Details { employee: Some(employee), position: Some(position), ..none }
        }
        Action::Withdraw { employee } | Action::Unpin { employee } => Details { employee: Some(employee), ..none },
        Action::Unban { employee, position } => Details { employee: Some(employee), position: position.as_ref(), ..none },
        Action::Adopt { source, changes } => Details { source: Some(*source), changes: Some(changes), ..none },
        Action::Solve { record, moves } => Details {
            objective: Some(record.objective),
            bound: Some(record.bound),
            certificate: Some(&record.certificate),
            moves: Some(pairs(moves)),
            ..none
        },
        Action::PinMany { of, pins } => Details { of: Some(of), pins: Some(pairs(pins)), ..none },
        Action::UnpinMany { of, employees } => Details { of: Some(of), employees: Some(employees), ..none },
        Action::Override(it) => Details {
            employee: Some(&it.employee),
            position: Some(&it.position),
            rule: Some(&it.rule),
            document: Some(&it.document),
            date: Some(it.date),
            official: Some(&it.official),
            reason: Some(&it.reason),
            ..none
        },
        Action::Reason { employee, text } | Action::Comment { employee, text } => {
            Details { employee: Some(employee), text: Some(text), ..none }
        }
        Action::Record(it) => Details {
            document: Some(it.document.name()),
            number: Some(&it.number),
            date: Some(it.date),
            official: Some(&it.official),
            ..none
        },
        Action::Acknowledge { position, text } => Details { position: Some(position), text: Some(text), ..none },
        Action::Set { key, value } => Details { key: Some(key), value: Some(value), ..none },
        Action::Status { status } => Details { status: Some(*status), ..none },
        Action::Undo { entry } | Action::Redo { entry } => Details { entry: Some(*entry), ..none },
    }
}

fn pairs(moves: &[(Nip, PositionId)]) -> Vec<MoveJson<'_>> {
    moves.iter().map(|(employee, position)| MoveJson { employee, position }).collect()
}
