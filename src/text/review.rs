//! A plan after an import, in words.
use super::commands::{either, person, printable};
use super::{Lang, figures};
use crate::desk::Desk;
use crate::desk::review::{Decided, Fate, Obstacle, Review, Reviewed};
use crate::model::PositionId;
use crate::rules::Outcome;
use std::io::{self, Write};

/// In a line: `rencana utama: 2 tidak mungkin lagi, 5 berubah, 15 tetap`.
///
/// # Errors
/// Of the writer.
pub fn brief(out: &mut dyn Write, lang: Lang, plan: &str, found: &Review) -> io::Result<()> {
    let [impossible, changed, unchanged] = found.counts().map(|count| figures::count(lang, count));
    let id = format!("rencana {plan}: {impossible} keputusan tidak mungkin lagi, {changed} berubah, {unchanged} tetap");
    let en = format!("plan {plan}: {impossible} decisions no longer possible, {changed} changed, {unchanged} as before");
    writeln!(out, "{}", either(lang, id, en))?;
    if !found.in_tray.is_empty() {
        let count = figures::count(lang, found.in_tray.len());
        let id = format!("  {count} pegawai kehilangan jabatan karena impor ini dan kini tanpa jabatan");
        writeln!(out, "{}", either(lang, id, format!("  {count} employees lost their post by this import and sit in the tray")))?;
    }
    Ok(())
}

/// In full: nothing that changed is left out.
///
/// # Errors
/// Of the writer.
pub fn told(out: &mut dyn Write, lang: Lang, desk: &Desk, plan: &str, found: &Review) -> io::Result<()> {
    if found.decisions.is_empty() && found.in_tray.is_empty() {
        let id = "tidak ada impor yang mengganti data, atau rencana ini belum memutuskan apa pun";
        return writeln!(out, "{}", either(lang, id, "no import replaced anything, or the plan has decided nothing yet"));
    }
    brief(out, lang, plan, found)?;
    for it in found.decisions.iter().filter(|it| it.fate != Fate::Unchanged) {
        writeln!(out, "  {}", line(lang, desk, it))?;
    }
    for nip in &found.in_tray {
        let name = person(&desk.grounds().facts, nip);
        writeln!(out, "  {}", either(lang, format!("tanpa jabatan: {name}"), format!("in the tray: {name}")))?;
    }
    Ok(())
}

fn line(lang: Lang, desk: &Desk, it: &Reviewed) -> String {
    let name = person(&desk.grounds().facts, &it.employee);
    let at = position(desk, &it.position);
    format!("{} {name} → {at}: {}", decided(lang, &it.decided), fate(lang, &it.fate))
}

/// A post by its name; one that an import abolished by the name it had.
fn position(desk: &Desk, id: &PositionId) -> String {
    let facts = &desk.grounds().facts;
    let former = || facts.abolished.get(id).map(|post| format!("{} ({id})", post.name));
    let known = facts.position(id).map(|at| super::commands::post(facts, at));
    known.or_else(former).unwrap_or_else(|| id.to_string())
}

/// What was decided.
pub fn decided(lang: Lang, it: &Decided) -> String {
    match (it, lang) {
        (Decided::Proposal, Lang::Id) => "usulan".to_owned(),
        (Decided::Proposal, Lang::En) => "proposal".to_owned(),
        (Decided::Pin, Lang::Id) => "sematan".to_owned(),
        (Decided::Pin, Lang::En) => "pin".to_owned(),
        (Decided::Ban, Lang::Id) => "pengecualian".to_owned(),
        (Decided::Ban, Lang::En) => "ban".to_owned(),
        (Decided::Permission(rule), Lang::Id) => format!("izin {}", printable(rule)),
        (Decided::Permission(rule), Lang::En) => format!("permission {}", printable(rule)),
    }
}

/// What became of it.
pub fn fate(lang: Lang, it: &Fate) -> String {
    match it {
        Fate::Unchanged => either(lang, "tetap", "as before"),
        Fate::Changed { score: (before, now), verdicts } => {
            let score = (*before != Some(*now)).then(|| {
                let before = before.map_or_else(|| figures::unknown(lang).to_owned(), |before| figures::points(lang, before));
                format!("{} {before}→{}", either(lang, "nilai", "score"), figures::points(lang, *now))
            });
            let outcome = |it: Option<Outcome>| match (it, lang) {
                (None | Some(Outcome::Pass), Lang::Id) => "memenuhi",
                (None | Some(Outcome::Pass), Lang::En) => "passes",
                (Some(Outcome::Fail), Lang::Id) => "tidak memenuhi",
                (Some(Outcome::Fail), Lang::En) => "fails",
                (Some(Outcome::Unknown), Lang::Id) => "perlu verifikasi",
                (Some(Outcome::Unknown), Lang::En) => "to be verified",
                (Some(Outcome::Overridden), Lang::Id) => "diizinkan",
                (Some(Outcome::Overridden), Lang::En) => "permitted",
            };
            let told = verdicts.iter().map(|(rule, before, now)| format!("{rule} {}→{}", outcome(*before), outcome(*now)));
            score.into_iter().chain(told).collect::<Vec<_>>().join(" · ")
        }
        Fate::Impossible(obstacle) => obstructed(lang, obstacle),
    }
}

fn obstructed(lang: Lang, it: &Obstacle) -> String {
    match it {
        Obstacle::NoEmployee => either(lang, "pegawai tidak ada lagi dalam data", "the facts no longer have the employee"),
        Obstacle::NoPosition => either(lang, "jabatan tidak ada lagi dalam peta", "the facts no longer have the post"),
        Obstacle::Leaves => either(lang, "keluar sebelum TMT", "leaves before the effective date"),
        Obstacle::OutOfScope => either(lang, "tidak lagi dalam lingkup atau kolam", "no longer in scope or in the pool"),
        Obstacle::Closed => either(lang, "jabatan di luar lingkup", "the post is out of scope"),
        Obstacle::Rules(rules) => {
            let rules = rules.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            either(lang, format!("kini terhalang {rules}"), format!("{rules} stands in the way now"))
        }
    }
}
