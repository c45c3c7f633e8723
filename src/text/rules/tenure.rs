//! Reasons of time: in post, to retirement, in a kind of post.
use super::{either, pick};
use crate::rules::{Outcome, Reason, RuleId};
use crate::text::{Lang, figures};
use jiff::civil::Date;

pub(super) fn words(lang: Lang, rule: RuleId, outcome: Outcome, reason: &Reason) -> String {
    let passes = outcome == Outcome::Pass;
    match reason {
        Reason::Tenure { since, months, minimum, met_on } => in_post(lang, passes, *since, *met_on, *months, *minimum),
        Reason::LongTenure { since, years } => long(lang, passes, *since, *years),
        Reason::Retirement { date, margin_months } => retirement(lang, passes, *date, *margin_months),
        Reason::Cumulative { months, minimum } => cumulative(lang, rule, outcome, *months, *minimum),
        _ => String::new(),
    }
}

fn in_post(lang: Lang, passes: bool, since: Option<Date>, met_on: Option<Date>, months: i32, minimum: i32) -> String {
    match since.zip(met_on) {
        None => either(
            lang,
            format!("TMT jabatan tidak diketahui; paling singkat {minimum} bulan dalam jabatan"),
            format!("TMT jabatan unknown; minimum {minimum} months in post"),
        ),
        Some((since, _)) if passes => {
            let since = figures::date(lang, since);
            either(
                lang,
                format!("{months} bulan dalam jabatan sejak {since}; paling singkat {minimum} bulan"),
                format!("{months} months in post since {since}; minimum {minimum} months"),
            )
        }
        Some((_, met_on)) => {
            let met_on = figures::date(lang, met_on);
            either(
                lang,
                format!("baru {months} dari {minimum} bulan dalam jabatan; memenuhi syarat per {met_on}"),
                format!("only {months} of {minimum} months in post; lawful from {met_on}"),
            )
        }
    }
}

fn long(lang: Lang, passes: bool, since: Option<Date>, years: i32) -> String {
    let since = figures::date_or_unknown(lang, since);
    if passes {
        return either(
            lang,
            format!("dalam jabatan sejak {since}, belum lebih dari {years} tahun"),
            format!("in post since {since}, not more than {years} years"),
        );
    }
    either(
        lang,
        format!("dalam jabatan sejak {since}, lebih dari {years} tahun: waktunya rotasi"),
        format!("in post since {since}, more than {years} years: time for a rotation"),
    )
}

fn retirement(lang: Lang, passes: bool, date: Option<Date>, margin: i32) -> String {
    let Some(date) = date.map(|date| figures::date(lang, date)) else {
        return pick(
            lang,
            "TMT pensiun tidak diketahui (tanggal lahir atau jabatan kosong)",
            "TMT pensiun unknown (birth date or post missing)",
        )
        .into();
    };
    let (id, en) = match (margin, passes) {
        (0, true) => {
            (format!("TMT pensiun {date}, sesudah TMT rencana"), format!("TMT pensiun {date}, after the effective date"))
        }
        (0, false) => (
            format!("TMT pensiun {date}, tidak sesudah TMT rencana"),
            format!("TMT pensiun {date}, not after the effective date"),
        ),
        (_, true) => (
            format!("TMT pensiun {date}, paling cepat {margin} bulan setelah TMT"),
            format!("TMT pensiun {date}, at least {margin} months after the effective date"),
        ),
        (_, false) => (
            format!("TMT pensiun {date}, kurang dari {margin} bulan setelah TMT"),
            format!("TMT pensiun {date}, less than {margin} months after the effective date"),
        ),
    };
    either(lang, id, en)
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
