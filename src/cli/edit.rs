//! `mutasi edit`: the same decisions as on the screen.
use super::args::{Action, Edit as Arguments, LockOf};
use super::{Out, Outcome};
use crate::desk::edit::{Edit, Refusal};
use crate::model::plan::{Override, ProcessDocument};
use crate::model::{Level, Lock, UnitId};
use crate::store::session::{Access, ChangeError};
use crate::text::{Lang, commands, refusals};
use std::io::{self, Write};

/// What is asked of the session.
enum Ask {
    Edit(Edit),
    Undo,
    Redo,
}

pub fn run(args: &Arguments, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let mut session = super::session(&args.of.dir, &args.of.plan, Access::Write, lang)?;
    let done = match ask(&args.action) {
        Ask::Edit(edit) => session.edit(edit).cloned(),
        Ask::Undo => session.undo().cloned(),
        Ask::Redo => session.redo().cloned(),
    };
    match done {
        Ok(entry) => {
            writeln!(out, "{}", commands::recorded(lang, &session.desk.grounds().facts, &entry))?;
            Ok(Outcome::Clean)
        }
        Err(ChangeError::Journal(error)) => Err(error.into()),
        Err(ChangeError::Refused(refusal)) => {
            let words = refusals::refusal(lang, &session.desk, &refusal);
            if is_unusable(&refusal) {
                anyhow::bail!(words);
            }
            writeln!(io::stderr(), "mutasi: {words}")?;
            Ok(Outcome::DoesNotHold)
        }
    }
}

fn ask(action: &Action) -> Ask {
    Ask::Edit(match action {
        Action::Undo => return Ask::Undo,
        Action::Redo => return Ask::Redo,
        Action::Propose(pair) => Edit::Propose(pair.nip, pair.id.clone()),
        Action::Withdraw(person) => Edit::Withdraw(person.nip),
        Action::Pin { nip, id } => Edit::Pin(*nip, id.clone()),
        Action::Unpin(person) => Edit::Unpin(person.nip),
        Action::Lock(of) => Edit::Lock(lock(of)),
        Action::Unlock(of) => Edit::Unlock(lock(of)),
        Action::Ban(pair) => Edit::Ban(pair.nip, pair.id.clone()),
        Action::Unban { nip, id: Some(id) } => Edit::UnbanPair(*nip, id.clone()),
        Action::Unban { nip, id: None } => Edit::Unban(*nip),
        Action::Override { pair, rule, document, date, official, reason } => Edit::Override(Override {
            employee: pair.nip,
            position: pair.id.clone(),
            rule: rule.clone(),
            document: document.clone(),
            date: *date,
            official: official.clone(),
            reason: reason.clone(),
        }),
        Action::Tmt { date } => Edit::EffectiveDate(*date),
        Action::Record { document, number, date, official } => Edit::Record(ProcessDocument {
            document: *document,
            number: number.clone(),
            date: *date,
            official: official.clone().unwrap_or_default(),
        }),
        Action::Acknowledge { id, text } => Edit::Acknowledge(id.clone(), text.clone()),
        Action::Reason { nip, text } => Edit::Reason(*nip, text.clone()),
    })
}

/// A level or a unit: one of them is given.
fn lock(of: &LockOf) -> Lock {
    let unit = || Lock::Unit(UnitId(of.unit.as_deref().unwrap_or_default().into()));
    of.level.map_or_else(unit, |level| Lock::Level(Level(level)))
}

/// Names something that does not exist, or says nothing: the arguments are at fault, not the rules.
const fn is_unusable(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::UnknownEmployee(_) | Refusal::UnknownPosition(_) | Refusal::UnknownRule(_) | Refusal::EmptyText)
}
