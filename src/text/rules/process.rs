//! Reasons that come from outside the post: elections and heads of the region, courts, sectors; and what a move leaves.
use super::{either, pick};
use crate::model::{Facts, Profession};
use crate::rules::{Outcome, Reason};
use crate::text::{Lang, figures};

/// The reason with its days and figures.
pub(super) fn reason(lang: Lang, facts: &Facts, outcome: Outcome, reason: &Reason) -> String {
    let passes = outcome == Outcome::Pass;
    match reason {
        Reason::Trial { is_on_trial: true } => {
            pick(lang, "sedang dalam proses peradilan pada TMT", "in criminal proceedings on the effective date").into()
        }
        Reason::Trial { .. } => pick(lang, "tidak sedang dalam proses peradilan", "in no criminal proceedings").into(),
        Reason::Freeze { .. } | Reason::NewHead { .. } | Reason::ActingHead { .. } => head(lang, passes, reason),
        Reason::LeftEmpty { .. } | Reason::ThinUnit { .. } => left_behind(lang, facts, reason),
        Reason::TwoJabatan { .. } => two_jabatan(lang, outcome, reason).into(),
        Reason::Sector { profession } => sector(lang, passes, *profession).into(),
        Reason::ClassChange { from, to } if passes => {
            either(lang, format!("kelas jabatan {from} → {to}"), format!("class {from} → {to}"))
        }
        Reason::ClassChange { from, to } => either(
            lang,
            format!("kelas jabatan turun {from} → {to}, tunjangan ikut turun"),
            format!("the class falls {from} → {to}, and the allowance with it"),
        ),
        _ => String::new(),
    }
}

fn head(lang: Lang, passes: bool, reason: &Reason) -> String {
    match reason {
        Reason::Freeze { from, until } => {
            let (from, until) = (figures::date(lang, *from), figures::date(lang, *until));
            let (id, en) = if passes {
                (
                    format!("di luar larangan pilkada terakhir ({from} sampai {until})"),
                    format!("outside the last election's freeze ({from} to {until})"),
                )
            } else {
                (
                    format!("pejabat tidak diganti {from} sampai {until}; perlu persetujuan tertulis Mendagri"),
                    format!("officials are not replaced from {from} to {until}; needs the Mendagri's written approval"),
                )
            };
            either(lang, id, en)
        }
        Reason::NewHead { inaugurated, free_from } => {
            let (since, free) = (figures::date(lang, *inaugurated), figures::date(lang, *free_from));
            let (id, en) = if passes {
                (
                    format!("kepala daerah dilantik {since}; bebas sejak {free}"),
                    format!("head inaugurated {since}; free since {free}"),
                )
            } else {
                (
                    format!("kepala daerah dilantik {since}; bebas mulai {free}, sebelumnya perlu persetujuan tertulis Mendagri"),
                    format!("head inaugurated {since}; free from {free}, before that needs the Mendagri's written approval"),
                )
            };
            either(lang, id, en)
        }
        Reason::ActingHead { since, until } => {
            let since = figures::date(lang, *since);
            let to = |word: &str| until.map(|day| format!(" {word} {}", figures::date(lang, day))).unwrap_or_default();
            let (id, en) = (format!("Pj/Plt sejak {since}{}", to("sampai")), format!("acting head since {since}{}", to("until")));
            if passes {
                either(lang, format!("bukan masa {id}"), format!("not under the {en}"))
            } else {
                either(lang, format!("{id}; mutasi perlu persetujuan Mendagri"), format!("{en}; needs the Mendagri's approval"))
            }
        }
        _ => String::new(),
    }
}

fn left_behind(lang: Lang, facts: &Facts, reason: &Reason) -> String {
    match reason {
        Reason::LeftEmpty { post } => {
            let post = crate::text::commands::post(facts, *post);
            either(
                lang,
                format!("{post} ditinggalkan kosong, tanpa pengganti dan tanpa Plt pada TMT"),
                format!("{post} is left empty, with no successor and no Plt on the effective date"),
            )
        }
        Reason::ThinUnit { unit, after, least, need } => {
            let unit = &facts.units[unit.at()].name;
            either(
                lang,
                format!("{unit} tinggal terisi {after} dari kebutuhan {need}; paling sedikit {least}"),
                format!("{unit} keeps {after} of the {need} it needs; at least {least}"),
            )
        }
        _ => String::new(),
    }
}

const fn two_jabatan(lang: Lang, outcome: Outcome, reason: &Reason) -> &'static str {
    match (reason, outcome) {
        (Reason::TwoJabatan { moves: false }, _) => pick(
            lang,
            "tercatat merangkap JA dan JF (sudah demikian sekarang)",
            "recorded as holding a JA and a JF together (so already today)",
        ),
        (_, Outcome::Unknown) => pick(
            lang,
            "tercatat merangkap JA dan JF; SK harus melepas salah satunya",
            "recorded as holding a JA and a JF together; the decree must end one of them",
        ),
        _ => pick(
            lang,
            "tetap merangkap JA dan JF setelah rencana; lepaskan JF atau JA-nya dahulu dan perbarui data",
            "would still hold a JA and a JF together; end one of them first and bring the data up to date",
        ),
    }
}

const fn sector(lang: Lang, passes: bool, profession: Profession) -> &'static str {
    match (profession, passes) {
        (Profession::Teacher, true) => pick(lang, "guru, tetap di satuan pendidikan", "guru, stays in a school"),
        (Profession::Teacher, false) => pick(lang, "guru ke luar satuan pendidikan", "guru to a post outside schools"),
        (Profession::HealthWorker, true) => pick(
            lang,
            "nakes, tetap di unit kesehatan; STR belum diperiksa",
            "health worker, stays in a health service; STR not checked",
        ),
        (Profession::HealthWorker, false) => {
            pick(lang, "nakes ke luar unit kesehatan", "health worker to a post outside health services")
        }
    }
}
