//! Reasons of tenure and retirement: days and months.
use super::{either, pick};
use crate::rules::{Outcome, Reason, RuleId};
use crate::text::{Lang, figures};
use jiff::civil::Date;

/// The reason with its days and months.
pub(super) fn reason(lang: Lang, rule: RuleId, outcome: Outcome, reason: &Reason) -> String {
    let day = |date: Date| figures::date(lang, date);
    match reason {
        Reason::Tenure { since: Some(since), months, minimum, met_on: Some(met_on) } => {
            let (since, met_on) = (day(*since), day(*met_on));
            if outcome == Outcome::Pass {
                let id = format!("{months} bulan dalam jabatan sejak {since}; paling singkat {minimum} bulan");
                either(lang, id, format!("{months} months in post since {since}; minimum {minimum} months"))
            } else {
                let id = format!("baru {months} dari {minimum} bulan dalam jabatan; memenuhi syarat per {met_on}");
                either(lang, id, format!("only {months} of {minimum} months in post; lawful from {met_on}"))
            }
        }
        Reason::Tenure { minimum, .. } => either(
            lang,
            format!("TMT jabatan tidak diketahui; paling singkat {minimum} bulan dalam jabatan"),
            format!("TMT jabatan unknown; minimum {minimum} months in post"),
        ),
        Reason::LongTenure { since, years } => {
            let since = figures::date_or_unknown(lang, *since);
            let more = outcome != Outcome::Pass;
            let id = format!(
                "dalam jabatan sejak {since}{}",
                if more {
                    format!(", lebih dari {years} tahun: waktunya rotasi")
                } else {
                    format!(", belum lebih dari {years} tahun")
                }
            );
            let en = format!(
                "in post since {since}, {}",
                if more {
                    format!("more than {years} years: time for a rotation")
                } else {
                    format!("not more than {years} years")
                }
            );
            either(lang, id, en)
        }
        Reason::Retirement { date, margin_months } => retirement(lang, outcome, *date, *margin_months),
        Reason::Cumulative { months, minimum } => cumulative(lang, rule, outcome, *months, *minimum),
        _ => String::new(),
    }
}

fn cumulative(lang: Lang, rule: RuleId, outcome: Outcome, months: i32, minimum: i32) -> String {
    let post = if rule == RuleId::R13 { "pengawas" } else { "pelaksana" };
    let (id, en) = match outcome {
        Outcome::Unknown => (
            format!("{months} bulan sebagai {post} yang tercatat dari {minimum}; riwayat jabatan belum lengkap"),
            format!("{months} recorded months as {post} of {minimum}; the history is incomplete"),
        ),
        Outcome::Pass => (
            format!("{months} bulan sebagai {post}; paling singkat {minimum} bulan"),
            format!("{months} months as {post}; minimum {minimum} months"),
        ),
        Outcome::Fail | Outcome::Overridden => {
            (format!("baru {months} dari {minimum} bulan sebagai {post}"), format!("only {months} of {minimum} months as {post}"))
        }
    };
    either(lang, id, en)
}

fn retirement(lang: Lang, outcome: Outcome, date: Option<Date>, margin_months: i32) -> String {
    let fails = outcome != Outcome::Pass;
    match (date, margin_months) {
        (None, _) => pick(
            lang,
            "TMT pensiun tidak diketahui (tanggal lahir atau jabatan kosong)",
            "TMT pensiun unknown (birth date or post missing)",
        )
        .into(),
        (Some(date), 0) => {
            let date = figures::date(lang, date);
            let id = format!("TMT pensiun {date}, {} TMT rencana", if fails { "tidak sesudah" } else { "sesudah" });
            either(
                lang,
                id,
                format!("TMT pensiun {date}, {} the plan's effective date", if fails { "not after" } else { "after" }),
            )
        }
        (Some(date), _) => {
            let date = figures::date(lang, date);
            let id = format!(
                "TMT pensiun {date}, {} {margin_months} bulan setelah TMT",
                if fails { "kurang dari" } else { "paling cepat" }
            );
            either(
                lang,
                id,
                format!(
                    "TMT pensiun {date}, {} {margin_months} months after the effective date",
                    if fails { "less than" } else { "at least" }
                ),
            )
        }
    }
}
