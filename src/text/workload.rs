//! Programmes that take hours, in words.
use super::commands::{either, printable};
use super::{Lang, figures};
use crate::model::records::Workload;
use crate::model::{Grounds, JabatanId, UnitId, round_half_up};

/// A programme: where, from when, its hours, and how many heads they are.
pub fn line(lang: Lang, grounds: &Grounds, it: &Workload) -> String {
    let facts = &grounds.facts;
    let unit = facts.unit(&it.unit).map_or_else(|| it.unit.to_string(), |at| facts.units[at.at()].name.clone());
    let of_jabatan = |id: &JabatanId| {
        let post = facts.positions.iter().find(|post| post.unit == it.unit && post.jabatan == *id);
        post.map_or_else(|| id.to_string(), |post| post.name.to_string())
    };
    let place = it.jabatan.as_ref().map_or(unit.clone(), |id| format!("{}, {unit}", of_jabatan(id)));
    let hours = figures::thousands(lang, it.hours.into());
    let from = figures::date_or_unknown(lang, it.from);
    let heads = round_half_up(it.hours.into(), grounds.policy.parameters.hours_per_head.into());
    let programme = printable(&it.programme);
    let raises = match &it.jabatan {
        Some(_) => either(lang, format!("K +{heads}"), format!("need +{heads}")),
        None => either(lang, "menaikkan tuntutan saja".to_owned(), "raises the demand alone".to_owned()),
    };
    let (id, en) = match it.from.is_some_and(|from| from <= grounds.policy.tmt) {
        true => ("", ""),
        false => (" · belum berlaku pada TMT", " · not yet in force on the effective date"),
    };
    either(
        lang,
        format!("{programme} · {place} · per {from}: +{hours} jam setahun · {raises}{id}"),
        format!("{programme} · {place} · from {from}: +{hours} hours a year · {raises}{en}"),
    )
}

/// There is no such programme.
pub fn unknown(lang: Lang, programme: &str) -> String {
    let programme = printable(programme);
    either(
        lang,
        format!("tidak ada program “{programme}” di sana; lihat workload DIR list"),
        format!("no programme “{programme}” there; see workload DIR list"),
    )
}

/// The unit has no such post.
pub fn no_post(lang: Lang, unit: &UnitId, jabatan: &JabatanId) -> String {
    either(lang, format!("tidak ada jabatan {unit}/{jabatan}"), format!("no post {unit}/{jabatan}"))
}

/// A programme needs a name.
pub fn no_name(lang: Lang) -> String {
    either(lang, "sebutkan nama programnya (--programme)", "name the programme (--programme)")
}
