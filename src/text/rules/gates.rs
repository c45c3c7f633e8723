//! Gates of a plan as a whole, in words.
use super::{either, mark, pick};
use crate::model::{DocumentKind, Facts};
use crate::rules::gate::Gate;
use crate::rules::{Pack, Reason};
use crate::text::{Lang, figures, refusals, status};

/// A document of the process.
pub const fn document(lang: Lang, document: DocumentKind) -> &'static str {
    match document {
        DocumentKind::Minutes => pick(lang, "berita acara TPK", "minutes of the TPK"),
        DocumentKind::Pertek => pick(lang, "Pertek BKN", "BKN's Pertek"),
        DocumentKind::Decree => pick(lang, "SK mutasi", "decree"),
        DocumentKind::Report => pick(lang, "laporan kepada Mendagri", "report to the Mendagri"),
    }
}

/// A gate on one line: sign, rule, what is missing or there, before which status, and the citation.
pub fn gate(lang: Lang, facts: &Facts, pack: &Pack, gate: &Gate) -> String {
    let verdict = &gate.verdict;
    let (sign, word) = mark(lang, verdict.severity, verdict.outcome);
    let reason = super::reason(lang, facts, pack, verdict);
    let before = gate.before.map_or_else(String::new, |to| {
        either(lang, format!(" (sebelum {})", status(lang, to)), format!(" (before {})", status(lang, to)))
    });
    format!("{sign} {} {word}: {reason}{before} · {}", verdict.rule, refusals::cited(lang, pack.entry(verdict.rule)))
}

/// The reason with its documents and days.
pub(super) fn reason(lang: Lang, reason: &Reason) -> String {
    match reason {
        Reason::Document { document: kind, movers, on: None } => either(
            lang,
            format!("{} belum dicatat, untuk {movers} mutasi", document(lang, *kind)),
            format!("{} not recorded yet, for {movers} moves", document(lang, *kind)),
        ),
        Reason::Document { document: kind, on: Some(on), .. } => {
            let on = figures::date(lang, *on);
            either(lang, format!("{} {on}", document(lang, *kind)), format!("{} of {on}", document(lang, *kind)))
        }
        Reason::Objection { decreed, until } => {
            let (decreed, until) = (figures::date(lang, *decreed), figures::date(lang, *until));
            either(
                lang,
                format!("SK {decreed}; keberatan dapat diajukan sampai {until}"),
                format!("decree of {decreed}; objections until {until}"),
            )
        }
        Reason::Report { movers, due, on } => report(lang, *movers, *due, *on),
        _ => String::new(),
    }
}

fn report(lang: Lang, movers: u32, due: Option<jiff::civil::Date>, on: Option<jiff::civil::Date>) -> String {
    let due = due.map(|day| figures::date(lang, day));
    let (id_due, en_due) = match &due {
        Some(day) => (format!("paling lambat {day}"), format!("due by {day}")),
        None => ("paling lambat 7 hari kerja setelah SK".to_owned(), "due 7 working days after the decree".to_owned()),
    };
    let on = on.map(|day| figures::date(lang, day));
    let (id_on, en_on) = match &on {
        Some(day) => (format!("dilaporkan {day}"), format!("reported {day}")),
        None => ("belum dilaporkan".to_owned(), "not reported yet".to_owned()),
    };
    either(
        lang,
        format!("{movers} pejabat diganti dengan persetujuan Mendagri; {id_on}, {id_due}"),
        format!("{movers} officials replaced with the Mendagri's approval; {en_on}, {en_due}"),
    )
}
