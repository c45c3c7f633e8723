//! Why the core does not move someone, in words.
use super::{Lang, rules};
use crate::desk::composition::LeftOut;
use crate::rules::{Exclusion, Pack};

/// The reason, short.
pub fn reason(lang: Lang, pack: &Pack, reason: LeftOut) -> String {
    let words = match (reason, lang) {
        (LeftOut::Rule(rule), lang) => return format!("{rule} {}", rules::name(lang, pack, rule)),
        (LeftOut::NoLawfulPost, Lang::Id) => "tak ada jabatan yang memenuhi syarat",
        (LeftOut::NoLawfulPost, Lang::En) => "no lawful post",
        (LeftOut::Pinned, Lang::Id) => "disematkan",
        (LeftOut::Pinned, Lang::En) => "pinned",
        (LeftOut::Exclusion(exclusion), lang) => match (exclusion, lang) {
            (Exclusion::Jpt, _) => "JPT",
            (Exclusion::Demotion, Lang::Id) => "penurunan jabatan",
            (Exclusion::Demotion, Lang::En) => "demotion",
            (Exclusion::Teacher, Lang::Id) => "guru",
            (Exclusion::Teacher, Lang::En) => "teacher",
            (Exclusion::HealthWorker, Lang::Id) => "tenaga kesehatan",
            (Exclusion::HealthWorker, Lang::En) => "health worker",
            (Exclusion::PartTime, Lang::Id) => "PPPK paruh waktu",
            (Exclusion::PartTime, Lang::En) => "part-time PPPK",
            (Exclusion::KeyStaff, Lang::Id) => "pegawai kunci",
            (Exclusion::KeyStaff, Lang::En) => "key staff",
            (Exclusion::TwoJabatan, Lang::Id) => "rangkap JA dan JF",
            (Exclusion::TwoJabatan, Lang::En) => "JA and JF held together",
            (Exclusion::Unmapped, Lang::Id) => "belum terpetakan",
            (Exclusion::Unmapped, Lang::En) => "unmapped",
        },
    };
    words.to_owned()
}
