//! `mutasi workload`: programmes that take hours and raise the need, written down in the workspace's own journal.
use super::args::{Programme, Workload as Arguments, WorkloadAction};
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::model::records::Workload;
use crate::model::{JabatanId, UnitId};
use crate::store::session::Access;
use crate::store::typed::{self, Typed};
use crate::text::{Lang, workload};
use std::io::Write;

pub fn run(args: &Arguments, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let access = if matches!(args.action, WorkloadAction::List) { Access::Read } else { Access::Write };
    let session = super::session(&args.of.dir, &args.of.plan, access, lang)?;
    let desk = &session.desk;
    let fact = match &args.action {
        WorkloadAction::List => {
            for it in &session.workspace.rosters()?.workload {
                writeln!(out, "{}", workload::line(lang, desk.grounds(), it))?;
            }
            return Ok(Outcome::Clean);
        }
        WorkloadAction::Add { programme, from, hours } => {
            let it = Workload { from: Some(*from), hours: *hours, ..named(desk, lang, programme)? };
            writeln!(out, "{}", workload::line(lang, desk.grounds(), &it))?;
            Typed::Workload(it)
        }
        WorkloadAction::Remove(programme) => {
            let it = named(desk, lang, programme)?;
            if !session.workspace.rosters()?.workload.iter().any(|other| typed::is_same_programme(other, &it)) {
                anyhow::bail!(workload::unknown(lang, &it.programme));
            }
            Typed::WorkloadEnds { unit: it.unit, jabatan: it.jabatan, programme: it.programme }
        }
    };
    typed::record(&session.workspace.facts_folder(), fact)?;
    Ok(Outcome::Clean)
}

/// A programme of a unit and post that the facts know.
fn named(desk: &Desk, lang: Lang, of: &Programme) -> anyhow::Result<Workload> {
    let facts = &desk.grounds().facts;
    let unit = UnitId(of.unit.as_str().into());
    anyhow::ensure!(facts.unit(&unit).is_some(), crate::text::pool::no_unit(lang, &unit));
    let jabatan = of.jabatan.as_deref().map(|id| JabatanId(id.into()));
    if let Some(jabatan) = &jabatan {
        let is_there = facts.positions.iter().any(|post| post.unit == unit && post.jabatan == *jabatan);
        anyhow::ensure!(is_there, workload::no_post(lang, &unit, jabatan));
    }
    let programme = of.programme.trim().to_owned();
    anyhow::ensure!(!programme.is_empty(), workload::no_name(lang));
    Ok(Workload { unit, jabatan, from: None, hours: 0, programme })
}
