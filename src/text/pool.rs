//! Why candidates are few, in words.
use super::commands::{either, person, post};
use super::{Lang, figures, rules};
use crate::desk::Desk;
use crate::desk::pool::{Pool, PoolOf, RuleShare};
use crate::model::UnitId;
use jiff::civil::Date;
use std::io::{self, Write};

/// So many dates are told of a rule.
const DATES: usize = 3;
/// So many of those who fall out are named in a report.
const NAMED: usize = 20;

/// There is no such unit.
pub fn no_unit(lang: Lang, id: &UnitId) -> String {
    either(lang, format!("tidak ada unit kerja {id}"), format!("no unit {id}"))
}

/// The rule that takes most, in a line: `12 gugur hanya karena R05; 7 memenuhi syarat per 1 Mar 2027`; none where no rule
/// alone takes anybody.
pub fn brief(lang: Lang, found: &Pool) -> Option<String> {
    let share = found.rules.first().filter(|it| it.only > 0)?;
    let (count, rule) = (figures::count(lang, share.only), share.rule);
    let head = either(lang, format!("{count} gugur hanya karena {rule}"), format!("{count} fall by {rule} alone"));
    let later = first_later(share).map(|(day, count)| {
        let (day, count) = (figures::date(lang, day), figures::count(lang, count));
        either(lang, format!("; {count} memenuhi syarat per {day}"), format!("; {count} lawful from {day}"))
    });
    Some(head + &later.unwrap_or_default())
}

/// The first day that frees anybody whom a rule alone stops, and how many.
pub fn first_later(share: &RuleShare) -> Option<(Date, usize)> {
    share.later.first().copied()
}

/// A pool.
///
/// # Errors
/// Of the writer.
pub fn told(out: &mut dyn Write, lang: Lang, desk: &Desk, found: &Pool) -> io::Result<()> {
    let facts = &desk.grounds().facts;
    let of = match found.of {
        PoolOf::Post(at) => post(facts, at),
        PoolOf::Unit(at) => format!("{} ({})", facts.units[at.at()].name, facts.units[at.at()].id),
    };
    let count = |number: usize| figures::count(lang, number);
    let (all, fit, core, open) =
        (count(found.considered), count(found.eligible), count(found.automatic), count(found.unverified));
    let line = format!("{of}: dari {all} orang {fit} memenuhi syarat ({core} boleh diusulkan inti, {open} perlu verifikasi)");
    let english = format!("{of}: of {all} people {fit} are lawful ({core} open to the core, {open} to be verified)");
    writeln!(out, "{}", either(lang, line, english))?;
    for share in &found.rules {
        let (fail, only) = (count(share.fail), count(share.only));
        let name = rules::name(lang, &desk.base.pack, share.rule);
        let rest = if share.later.len() > DATES { ", …" } else { "" };
        let later =
            share.later.iter().take(DATES).map(|(day, people)| format!("{} {}", figures::date(lang, *day), count(*people)));
        let later = later.collect::<Vec<_>>().join(", ");
        let later = if later.is_empty() {
            String::new()
        } else {
            format!(" · {}: {later}{rest}", either(lang, "memenuhi syarat per", "lawful from"))
        };
        let line = format!("  {:<4} gagal {fail:>5}, hanya karena itu {only:>5}  {name}{later}", share.rule.as_str());
        let english = format!("  {:<4} fail {fail:>5}, by it alone {only:>5}  {name}{later}", share.rule.as_str());
        writeln!(out, "{}", either(lang, line, english))?;
    }
    for it in found.fallen.iter().filter(|it| it.lawful_from.is_some()).take(NAMED) {
        let day = it.lawful_from.map_or_else(String::new, |day| figures::date(lang, day));
        let rules = it.rules.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        writeln!(out, "  {day:>11}  {} ({rules})", person(facts, &facts.employees[it.who.at()].nip))?;
    }
    Ok(())
}
