//! `mutasi fill`: the best chain that fills a vacant post, recorded as one decision.
use super::args::Fill;
use super::score::position;
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::desk::edit::Edit;
use crate::desk::fill::Filling;
use crate::matching::Control;
use crate::model::plan::Action;
use crate::store::session::{Access, ChangeError};
use crate::text::{Lang, chains, commands, refusals};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct FillJson {
    position: String,
    depth: usize,
    recorded: bool,
    /// The best first; the others leave another post.
    chains: Vec<FillingJson>,
}

#[derive(Serialize)]
struct FillingJson {
    moves: Vec<MoveJson>,
    end: &'static str,
    leaves: Option<String>,
    gain: i64,
}

#[derive(Serialize)]
struct MoveJson {
    employee: String,
    from: Option<String>,
    to: String,
}

pub fn run(args: &Fill, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let access = if args.dry_run { Access::Read } else { Access::Write };
    let mut session = super::session(&args.of.dir, &args.of.plan, access, lang)?;
    let post = position(&session.desk, &args.position)?;
    let fillings = match session.desk.fillings(post, args.depth, &Control::unattended()) {
        Ok(fillings) => fillings,
        Err(why) => {
            writeln!(std::io::stderr(), "mutasi: {}", chains::no_filling(lang, &session.desk, post, &why))?;
            return Ok(Outcome::DoesNotHold);
        }
    };
    let desk = session.desk.clone();
    let answer = FillJson {
        position: args.position.to_string(),
        depth: args.depth,
        recorded: !args.dry_run,
        chains: fillings.iter().map(|it| told(&desk, it)).collect(),
    };
    let entry = match fillings.first().map(|best| &best.action) {
        Some(Action::Adopt { changes, .. }) if !args.dry_run => match session.edit(Edit::Together(changes.clone())) {
            Ok(entry) => Some(entry.clone()),
            Err(ChangeError::Journal(error)) => return Err(error.into()),
            Err(ChangeError::Refused(refusal)) => anyhow::bail!(refusals::refusal(lang, &desk, &refusal)),
        },
        _ => None,
    };
    if args.json {
        super::json(out, &answer)?;
    } else {
        for (at, filling) in fillings.iter().enumerate() {
            chains::filling(out, lang, &desk, at, filling)?;
        }
        if let Some(entry) = entry {
            writeln!(out, "{}", commands::recorded(lang, &desk.grounds().facts, &entry))?;
        }
    }
    Ok(Outcome::Clean)
}

fn told(desk: &Desk, it: &Filling) -> FillingJson {
    let facts = &desk.grounds().facts;
    let id = |post: crate::model::PositionIx| facts.positions[post.at()].id().to_string();
    let moved = it.links.iter().map(|link| MoveJson {
        employee: facts.employees[link.who.at()].nip.to_string(),
        from: link.from.map(id),
        to: id(link.to),
    });
    FillingJson { moves: moved.collect(), end: it.end.name(), leaves: it.leaves.map(id), gain: it.gain }
}
