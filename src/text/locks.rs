//! Locks of a level or unit in words.
use super::{Lang, figures};
use crate::model::{Facts, Level, Lock};

/// What a lock holds: a level by its names, a unit by its own (its id where the facts are not at hand).
pub fn held(lang: Lang, facts: Option<&Facts>, lock: &Lock) -> String {
    match lock {
        Lock::Level(at) => level(lang, *at).to_owned(),
        Lock::Unit(id) => {
            let unit = facts.and_then(|facts| Some((facts, facts.unit(id)?)));
            unit.map_or_else(|| id.0.to_string(), |(facts, unit)| facts.units[unit.at()].name.clone())
        }
    }
}

/// A level by the posts it means.
pub const fn level(lang: Lang, level: Level) -> &'static str {
    match (level.0, lang) {
        (5.., Lang::Id) => "JPT dan JF Utama",
        (5.., Lang::En) => "JPT and JF Utama",
        (4, Lang::Id) => "administrator dan JF Madya",
        (4, Lang::En) => "administrator and JF Madya",
        (3, Lang::Id) => "pengawas dan JF Muda",
        (3, Lang::En) => "pengawas and JF Muda",
        (2, Lang::Id) => "JF Pertama dan Penyelia",
        (2, Lang::En) => "JF Pertama and Penyelia",
        (_, Lang::Id) => "pelaksana dan JF Mahir ke bawah",
        (_, Lang::En) => "pelaksana and JF Mahir or below",
    }
}

/// A lock was closed on so many people: `jenjang pengawas dan JF Muda dikunci: 34 pegawai`.
pub fn closed(lang: Lang, facts: Option<&Facts>, lock: &Lock, people: usize) -> String {
    let (what, count) = (held(lang, facts, lock), figures::count(lang, people));
    match (lock, lang) {
        (Lock::Level(_), Lang::Id) => format!("jenjang {what} dikunci: {count} pegawai"),
        (Lock::Level(_), Lang::En) => format!("level {what} locked: {count} employees"),
        (Lock::Unit(_), Lang::Id) => format!("unit {what} dilindungi: {count} pegawai"),
        (Lock::Unit(_), Lang::En) => format!("unit {what} protected: {count} employees"),
    }
}

/// A lock was opened, which freed so many people.
pub fn opened(lang: Lang, facts: Option<&Facts>, lock: &Lock, people: usize) -> String {
    let (what, count) = (held(lang, facts, lock), figures::count(lang, people));
    match (lock, lang) {
        (Lock::Level(_), Lang::Id) => format!("kunci jenjang {what} dibuka: {count} pegawai"),
        (Lock::Level(_), Lang::En) => format!("level {what} unlocked: {count} employees"),
        (Lock::Unit(_), Lang::Id) => format!("perlindungan unit {what} dilepas: {count} pegawai"),
        (Lock::Unit(_), Lang::En) => format!("unit {what} no longer protected: {count} employees"),
    }
}

/// There is nobody to lock.
pub fn nobody(lang: Lang, facts: &Facts, lock: &Lock) -> String {
    let what = held(lang, Some(facts), lock);
    match lang {
        Lang::Id => format!("{what}: tidak ada pegawai yang dapat dikunci"),
        Lang::En => format!("{what}: nobody there can be locked"),
    }
}

/// It is not locked.
pub fn not_locked(lang: Lang, facts: &Facts, lock: &Lock) -> String {
    let what = held(lang, Some(facts), lock);
    match lang {
        Lang::Id => format!("{what}: tidak dikunci"),
        Lang::En => format!("{what}: not locked"),
    }
}
