//! Pins, locks, bans and permissions, and what each costs, in words.
use super::commands::{either, person, post, printable};
use super::{Lang, figures, locks};
use crate::desk::Desk;
use crate::desk::constraints::{Constraint, ConstraintPrices, Otherwise, Sort};
use crate::model::{EmployeeIx, PositionIx};
use crate::store::journal::Entry;
use std::io::{self, Write};

/// A kind of constraint, of several.
pub const fn sort(lang: Lang, sort: Sort) -> &'static str {
    match (sort, lang) {
        (Sort::Permission, Lang::Id) => "izin pejabat",
        (Sort::Permission, Lang::En) => "permissions",
        (Sort::Pin, Lang::Id) => "sematan dan kunci",
        (Sort::Pin, Lang::En) => "pins and locks",
        (Sort::Ban, Lang::Id) => "pengecualian",
        (Sort::Ban, Lang::En) => "bans",
    }
}

/// What a constraint says: `izin R05: Budi → Lurah X`.
pub fn constraint(lang: Lang, desk: &Desk, it: &Constraint) -> String {
    let facts = &desk.grounds().facts;
    let pair =
        |who: &EmployeeIx, at: &PositionIx| format!("{} → {}", person(facts, &facts.employees[who.at()].nip), post(facts, *at));
    match it {
        Constraint::Permission(who, at, rule) => {
            let word = either(lang, "izin", "permission");
            let signed =
                desk.permission(it).map(|it| format!(" · {}, {}, {}", it.document, figures::date(lang, it.date), it.official));
            format!("{word} {rule}: {}{}", pair(who, at), signed.unwrap_or_default())
        }
        Constraint::Pin(who, at) => format!("{}: {}", either(lang, "sematan", "pin"), pair(who, at)),
        Constraint::Ban(who, at) => format!("{}: {}", either(lang, "pengecualian", "ban"), pair(who, at)),
        Constraint::Lock(lock) => format!("{}: {}", either(lang, "kunci", "lock"), locks::held(lang, Some(facts), lock)),
    }
}

/// A price: what the best plan earns with it less without it.
pub fn price(lang: Lang, price: Option<i64>) -> String {
    price.map_or_else(|| either(lang, "tanpa itu tak ada rencana", "no plan without it"), |price| figures::change(lang, price))
}

/// Every constraint with its price, and what is behind it where that was asked.
///
/// # Errors
/// Of the writer.
pub fn prices(
    out: &mut dyn Write,
    lang: Lang,
    desk: &Desk,
    prices: &ConstraintPrices,
    behind: &[Option<Otherwise>],
) -> io::Result<()> {
    let best = figures::points(lang, prices.best);
    writeln!(out, "{}", either(lang, format!("rencana terbaik {best}"), format!("best plan {best}")))?;
    if prices.each.is_empty() {
        let none = "tidak ada sematan, kunci, pengecualian, atau izin: tidak ada yang membatasi rencana terbaik";
        return writeln!(out, "{}", either(lang, none, "no pins, locks, bans or permissions: nothing binds the best plan"));
    }
    for ((it, at), behind) in prices.each.iter().zip(behind) {
        writeln!(out, "{:>9}  {}", price(lang, *at), constraint(lang, desk, it))?;
        if let Some(behind) = behind {
            otherwise(out, lang, desk, behind)?;
        }
    }
    for (kind, together) in Sort::ALL.into_iter().zip(&prices.together) {
        if prices.each.iter().any(|(it, _)| it.sort() == kind) {
            let (sum, all) = (figures::change(lang, prices.sum(kind)), price(lang, *together));
            let name = sort(lang, kind);
            let line = format!("{name}: jumlah {sum}, bila semua dilepas sekaligus {all}");
            writeln!(out, "{}", either(lang, line, format!("{name}: sum {sum}, all together {all}")))?;
        }
    }
    Ok(())
}

fn otherwise(out: &mut dyn Write, lang: Lang, desk: &Desk, it: &Otherwise) -> io::Result<()> {
    let facts = &desk.grounds().facts;
    let place = |at: Option<PositionIx>| at.map_or_else(|| either(lang, "tanpa jabatan", "no post"), |at| post(facts, at));
    for (who, with, without) in &it.displaced {
        let name = person(facts, &facts.employees[who.at()].nip);
        let (with, without) = (place(*with), place(*without));
        let line = format!("           {name}: tanpa itu di {without}, kini di {with}");
        writeln!(out, "{}", either(lang, line, format!("           {name}: without it {without}, with it {with}")))?;
    }
    let [with, without] = &it.metrics;
    let vacancies =
        figures::changed(figures::count(lang, without.vacancies as usize), figures::count(lang, with.vacancies as usize));
    let vacant = figures::changed(without.structural_vacant.to_string(), with.structural_vacant.to_string());
    let line = format!("           kekurangan {vacancies} orang, jabatan struktural lowong {vacant} (tanpa → dengan)");
    writeln!(
        out,
        "{}",
        either(lang, line, format!("           short of {vacancies} people, structural posts vacant {vacant} (without → with)"))
    )
}

/// A pin in conflict, and who set it when: `Budi → Lurah X (rahayu, no. 3, 2026-11-02T…)`.
pub fn pinned(lang: Lang, desk: &Desk, (who, at): &(EmployeeIx, PositionIx), set: Option<&Entry>) -> String {
    let facts = &desk.grounds().facts;
    let pair = format!("{} → {}", person(facts, &facts.employees[who.at()].nip), post(facts, *at));
    let by = |entry: &Entry| {
        let (actor, number, time) = (printable(&entry.actor), entry.sequence, &entry.time);
        either(
            lang,
            format!(" (disematkan {actor}, no. {number}, {time})"),
            format!(" (pinned by {actor}, no. {number}, {time})"),
        )
    };
    pair + &set.map(by).unwrap_or_default()
}
