//! Several people at once, in words.
use super::{first_key, person, post};
use crate::app::command::Id;
use crate::app::keymap::Keymap;
use crate::desk::Desk;
use crate::model::{EmployeeIx, PositionIx};
use crate::text::{Lang, figures};

/// How many of several are named.
const NAMED: usize = 4;

/// `3 pegawai`.
pub fn people(lang: Lang, many: usize) -> String {
    let count = figures::count(lang, many);
    match (lang, many) {
        (Lang::Id, _) => format!("{count} pegawai"),
        (Lang::En, 1) => format!("{count} employee"),
        (Lang::En, _) => format!("{count} employees"),
    }
}

/// So many were put back.
pub fn put_back(lang: Lang, many: usize) -> String {
    match lang {
        Lang::Id => format!("{} dikembalikan; rencana tidak berubah", people(lang, many)),
        Lang::En => format!("{} put back; the plan is unchanged", people(lang, many)),
    }
}

/// So many are marked, and what may be done with them.
pub fn marked(lang: Lang, keymap: &Keymap, many: usize) -> String {
    let (carry, back) = (first_key(lang, keymap, Id::Carry), first_key(lang, keymap, Id::Back));
    match (lang, many) {
        (Lang::Id, 0) => "tidak ada pegawai yang ditandai".to_owned(),
        (Lang::En, 0) => "nobody is marked".to_owned(),
        (Lang::Id, _) => format!("{} ditandai · {carry} angkat semuanya · {back} lepas tanda", people(lang, many)),
        (Lang::En, _) => format!("{} marked · {carry} picks up all · {back} unmarks", people(lang, many)),
    }
}

/// Names of several people; the rest as a number.
pub fn names(lang: Lang, desk: &Desk, who: &[EmployeeIx], is_masked: bool) -> String {
    let named: Vec<String> = who.iter().take(NAMED).map(|who| person(lang, desk, *who, is_masked)).collect();
    let rest = who.len().saturating_sub(NAMED);
    if rest == 0 { named.join(", ") } else { format!("{} +{rest}", named.join(", ")) }
}

/// Who goes where, one after another: `Budi → Lurah Tinjomoyo`.
pub fn each(lang: Lang, desk: &Desk, spread: &[(EmployeeIx, Option<PositionIx>)], is_masked: bool) -> Vec<String> {
    let to = |(who, to): &(EmployeeIx, Option<PositionIx>)| {
        let name = person(lang, desk, *who, is_masked);
        let back = if lang == Lang::Id { "kembali" } else { "back" };
        format!("{name} → {}", to.map_or_else(|| back.to_owned(), |to| post(desk, to)))
    };
    spread.iter().map(to).collect()
}

/// These have no place.
pub fn unplaced(lang: Lang, names: &str, why: Option<String>) -> String {
    let taken = match lang {
        Lang::Id => "tidak ada tempat kosong yang memenuhi syarat",
        Lang::En => "no lawful place is free",
    };
    let label = if lang == Lang::Id { "tidak muat" } else { "does not fit" };
    format!("{label}: {names} · {}", why.unwrap_or_else(|| taken.to_owned()))
}

/// Several cannot swap with one.
pub const fn many_for_one(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "beberapa pegawai tidak dapat bertukar dengan satu orang: pilih jabatan atau unit",
        Lang::En => "several employees cannot swap with one: choose a post or a unit",
    }
}
