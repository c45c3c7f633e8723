//! What is said of chains in lines of text.
use super::{Lang, commands, figures, status};
use crate::desk::Desk;
use crate::desk::chains::{Balance, Conservation, End};
use crate::desk::fill::{Filling, NoFilling};
use crate::model::records::Acting;
use crate::model::{Facts, Grounds, PositionIx};
use std::io::{self, Write};

/// That nobody is lost, or where the heads do not add up.
pub fn conservation(lang: Lang, facts: &Facts, it: &Conservation) -> String {
    let (before, after) = (it.total.before, it.total.after);
    if it.holds() {
        return match lang {
            Lang::Id => format!("✓ neraca pegawai cocok di setiap unit kerja: {before} sebelum, {after} sesudah rencana"),
            Lang::En => format!("✓ heads in and out add up in every unit: {before} before, {after} after the plan"),
        };
    }
    let wrong = it.units.iter().filter(|(_, balance)| !balance.holds());
    let told = |balance: &Balance| format!("{} + {} - {} ≠ {}", balance.before, balance.comes, balance.goes, balance.after);
    let units: Vec<String> =
        wrong.map(|(unit, balance)| format!("{} ({})", facts.units[unit.at()].name, told(balance))).collect();
    match lang {
        Lang::Id => format!("✗ neraca pegawai tidak cocok: {}", units.join("; ")),
        Lang::En => format!("✗ heads in and out do not add up: {}", units.join("; ")),
    }
}

/// How a chain ends, in a word.
const fn end(lang: Lang, end: End) -> &'static str {
    let (id, en) = match end {
        End::Vacant => ("tetap lowong", "stays vacant"),
        End::Acting => ("lowong, ada Plt", "vacant, somebody acts there"),
        End::Short => ("kurang dari kebutuhan", "below need"),
        End::SurplusShrinks => ("kelebihan berkurang", "its surplus shrinks"),
        End::OutsideScope => ("di luar lingkup", "outside scope"),
        End::NoPlace => ("tidak meninggalkan tempat", "leaves no place"),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

/// A chain that fills a post: its moves, what is left, what it gains.
///
/// # Errors
/// Of the writer.
pub fn filling(out: &mut dyn Write, lang: Lang, desk: &Desk, at: usize, it: &Filling) -> io::Result<()> {
    let facts = &desk.grounds().facts;
    let head = match (lang, at) {
        (Lang::Id, 0) => "rantai terbaik".to_owned(),
        (Lang::En, 0) => "best chain".to_owned(),
        (Lang::Id, _) => format!("pilihan lain {at}"),
        (Lang::En, _) => format!("another way {at}"),
    };
    let gain = figures::change(lang, it.gain);
    writeln!(out, "{head}: {} {gain}", commands::either(lang, "nilai rencana", "plan value"))?;
    for link in &it.links {
        let person = commands::person(facts, &facts.employees[link.who.at()].nip);
        let nowhere = || commands::either(lang, "tanpa jabatan", "no post");
        let from = link.from.map_or_else(nowhere, |from| commands::post(facts, from));
        writeln!(out, "  {} ← {person} ← {from}", commands::post(facts, link.to))?;
    }
    let left = it.leaves.map(|post| format!("{}: ", commands::post(facts, post))).unwrap_or_default();
    writeln!(out, "  {left}{}", end(lang, it.end))
}

/// Why no chain fills a post.
pub fn no_filling(lang: Lang, desk: &Desk, at: PositionIx, why: &NoFilling) -> String {
    let post = commands::post(&desk.grounds().facts, at);
    match (why, lang) {
        (NoFilling::OutOfScope, Lang::Id) => format!("{post}: di luar lingkup rencana"),
        (NoFilling::OutOfScope, Lang::En) => format!("{post}: outside the plan's scope"),
        (NoFilling::NotVacant, Lang::Id) => format!("{post}: tidak kekurangan pemangku"),
        (NoFilling::NotVacant, Lang::En) => format!("{post}: has all the holders it needs"),
        (NoFilling::Closed(it), Lang::Id) => format!("rencana ini {}: tidak dapat diubah lagi", status(lang, *it)),
        (NoFilling::Closed(it), Lang::En) => format!("this plan is {}: it cannot be changed any more", status(lang, *it)),
        (NoFilling::NoChain(most), Lang::Id) => {
            format!("{post}: tidak ada rantai sampai {most} mutasi yang memenuhi syarat tanpa izin pejabat")
        }
        (NoFilling::NoChain(most), Lang::En) => {
            format!("{post}: no chain of up to {most} moves is lawful without an official's permission")
        }
        (NoFilling::Problem(error), _) => format!("{error}"),
        (NoFilling::Stopped, Lang::Id) => "dibatalkan".to_owned(),
        (NoFilling::Stopped, Lang::En) => "cancelled".to_owned(),
    }
}

/// Somebody acts on a post for longer than three months.
pub fn acting_too_long(lang: Lang, facts: &Facts, it: &Acting) -> String {
    let person = commands::person(facts, &it.nip);
    let at = facts.positions.iter().position(|post| post.unit == it.unit && post.jabatan == it.jabatan);
    let post = at.map_or_else(|| format!("{}/{}", it.unit, it.jabatan), |at| commands::post(facts, PositionIx::of(at)));
    let since = it.from.map(|from| figures::date(lang, from)).unwrap_or_default();
    match lang {
        Lang::Id => format!("! Plt lewat 3 bulan: {person}, {post}, sejak {since}; perpanjang atau isi jabatan itu"),
        Lang::En => format!("! acting for over 3 months: {person}, {post}, since {since}; extend it or fill the post"),
    }
}

/// Who acts on a post, since when and until when, with the letter; that it has lasted too long.
pub fn acting(lang: Lang, grounds: &Grounds, it: &Acting) -> String {
    let facts = &grounds.facts;
    let at = facts.positions.iter().position(|post| post.unit == it.unit && post.jabatan == it.jabatan);
    let post = at.map_or_else(|| format!("{}/{}", it.unit, it.jabatan), |at| commands::post(facts, PositionIx::of(at)));
    let day = |date: Option<jiff::civil::Date>| date.map_or_else(|| "?".to_owned(), |date| figures::date(lang, date));
    let sign = if grounds.acting_too_long(it).is_some() { "!" } else { " " };
    format!("{sign} {post}: {}, {} – {}, {}", commands::person(facts, &it.nip), day(it.from), day(it.until), it.letter)
}
