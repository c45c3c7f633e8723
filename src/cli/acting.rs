//! `mutasi acting`: who acts on a vacant post (Plt, Plh), written down in the workspace's own journal.
use super::args::{Acting as Arguments, ActingAction};
use super::{Out, Outcome};
use crate::desk::acting::Appointment;
use crate::desk::edit::Refusal;
use crate::store::session::{Access, ChangeError};
use crate::store::typed::{self, Typed};
use crate::text::{Lang, chains, refusals};
use std::io::{self, Write};

pub fn run(args: &Arguments, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let access = if matches!(args.action, ActingAction::List) { Access::Read } else { Access::Write };
    let mut session = super::session(&args.of.dir, &args.of.plan, access, lang)?;
    let done = match &args.action {
        ActingAction::List => {
            let grounds = session.desk.grounds();
            for it in &grounds.facts.acting {
                writeln!(out, "{}", chains::acting(lang, grounds, it))?;
            }
            return Ok(Outcome::Clean);
        }
        ActingAction::Appoint { pair, from, until, letter } => {
            let (employee, position) = (pair.nip, pair.id.clone());
            session.appoint(&Appointment { employee, position, from: *from, until: *until, letter: letter.clone() })
        }
        ActingAction::End { pair, on } => {
            let ends = session.desk.ends_acting(&pair.nip, &pair.id).map_err(ChangeError::Refused);
            let fact = Typed::ActingEnds { employee: pair.nip, position: pair.id.clone(), on: *on };
            let write = |()| typed::record(&session.workspace.facts_folder(), fact).map_err(ChangeError::Journal);
            ends.and_then(write).map(drop)
        }
    };
    match done {
        Ok(()) => Ok(Outcome::Clean),
        Err(ChangeError::Journal(error)) => Err(error.into()),
        Err(ChangeError::Refused(refusal)) => {
            let words = refusals::refusal(lang, &session.desk, &refusal);
            if matches!(refusal, Refusal::UnknownEmployee(_) | Refusal::UnknownPosition(_) | Refusal::EmptyText) {
                anyhow::bail!(words);
            }
            writeln!(io::stderr(), "mutasi: {words}")?;
            Ok(Outcome::DoesNotHold)
        }
    }
}
