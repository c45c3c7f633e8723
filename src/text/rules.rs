//! Rules, verdicts and reasons, in words.
mod gates;
mod process;
mod time;

pub use gates::{document, gate};

use super::{Lang, figures};
use crate::model::records::DisciplineLevel;
use crate::model::{EmploymentKind, Facts, LegalStatus, Predicate};
use crate::rules::{Outcome, Pack, Reason, RuleId, Severity, Verdict, Words};
use jiff::civil::Date;

/// The sign of a verdict and its word.
pub fn mark(lang: Lang, severity: Severity, outcome: Outcome) -> (&'static str, &'static str) {
    let id = lang == Lang::Id;
    match (outcome, severity) {
        (Outcome::Pass, _) => ("✓", if id { "memenuhi syarat" } else { "lawful" }),
        (Outcome::Unknown, _) => ("?", if id { "perlu verifikasi" } else { "to be verified" }),
        (Outcome::Overridden, Severity::G) => ("▸", if id { "sudah diketahui" } else { "acknowledged" }),
        (Outcome::Overridden, _) => ("⊘", if id { "dikecualikan dengan izin" } else { "overridden" }),
        (Outcome::Fail, Severity::B) => ("✗", if id { "tidak memenuhi syarat (TMS)" } else { "blocked" }),
        (Outcome::Fail, Severity::O) => ("⊘", if id { "perlu izin pejabat" } else { "needs override" }),
        (Outcome::Fail, Severity::W) => ("!", if id { "perhatian" } else { "warning" }),
        (Outcome::Fail, Severity::G) => ("▸", if id { "tahapan wajib" } else { "process gate" }),
        (Outcome::Fail, Severity::I) => ("i", if id { "catatan" } else { "information" }),
    }
}

/// What a rule is about, short.
pub fn name(lang: Lang, pack: &Pack, rule: RuleId) -> &str {
    let (id, en) = match rule {
        RuleId::Local(_) => return pack.local_rule(rule).map_or("?", |it| spoken(lang, &it.name)),
        RuleId::R01 => ("hanya PNS yang dimutasi", "transfer is for PNS"),
        RuleId::R02 => ("PPPK tetap pada jabatan yang sama", "PPPK keep the same jabatan"),
        RuleId::R03 => ("CPNS diangkat PNS dahulu", "CPNS must become PNS first"),
        RuleId::R04 => ("kedudukan hukum aktif", "active legal status"),
        RuleId::R05 => ("masa jabatan paling singkat", "minimum tenure in post"),
        RuleId::R06 => ("masa jabatan lebih dari lima tahun", "more than five years in post"),
        RuleId::R07 => ("hukuman disiplin", "disciplinary measure"),
        RuleId::R08 => ("proses peradilan", "criminal proceedings"),
        RuleId::R09a => ("sudah pensiun pada TMT", "retired by the effective date"),
        RuleId::R09b => ("mendekati pensiun", "close to retirement"),
        RuleId::R10 => ("tingkat pendidikan", "level of education"),
        RuleId::R11 => ("bidang pendidikan", "field of education"),
        RuleId::R12 => ("golongan ruang", "golongan"),
        RuleId::R13 => ("pengalaman sebagai pengawas", "experience as pengawas"),
        RuleId::R14 => ("pengalaman sebagai pelaksana", "experience as pelaksana"),
        RuleId::R15 => ("kinerja dua tahun terakhir", "performance of the last two years"),
        RuleId::R16 => ("asesmen kompetensi yang berlaku", "valid competence assessment"),
        RuleId::R17 => ("ambang JPM", "JPM threshold"),
        RuleId::R18 => ("satu pemangku jabatan struktural", "one holder of a structural post"),
        RuleId::R19 => ("jabatan dan unit kerja ada", "post and unit exist"),
        RuleId::R20 => ("jumlah pemangku dalam kebutuhan", "holders within need"),
        RuleId::R21 => ("jabatan dan unit yang ditinggalkan", "the post and unit left behind"),
        RuleId::R22 => ("hubungan keluarga segaris komando", "relatives in a line of command"),
        RuleId::R23 => ("larangan penggantian pejabat menjelang pilkada", "no replacing of officials around a local election"),
        RuleId::R24 => ("enam bulan pertama kepala daerah", "the first six months of a new head"),
        RuleId::R25 => ("kepala daerah penjabat (Pj/Plt)", "acting head (Pj/Plt)"),
        RuleId::R26 => ("penurunan jabatan perlu dasar", "demotion needs a ground"),
        RuleId::R27 => ("pendidikan pemerintahan untuk camat", "governmental education of a camat"),
        RuleId::R28 => ("rangkap JA dan JF", "JA and JF held together"),
        RuleId::R29 => ("masuk atau keluar jabatan fungsional", "into or out of functional posts"),
        RuleId::R30 => ("guru di sekolah, nakes di unit kesehatan", "guru in schools, nakes in health services"),
        RuleId::R32 => ("berita acara TPK", "minutes of the TPK"),
        RuleId::R33 => ("pertimbangan teknis (Pertek) BKN", "BKN's technical consideration (Pertek)"),
        RuleId::R34 => ("masa keberatan", "time for objections"),
        RuleId::R35 => ("laporan penggantian pejabat", "report on officials replaced"),
        RuleId::R36 => ("kelas jabatan turun", "the class falls"),
        RuleId::R37 => ("alasan setiap mutasi", "a stated reason for each move"),
        RuleId::R38 => ("promosi setingkat demi setingkat", "promotion one step at a time"),
    };
    pick(lang, id, en)
}

/// The reason with its numbers, one line. A passing rule tells what made it pass.
pub fn reason(lang: Lang, facts: &Facts, pack: &Pack, verdict: &Verdict) -> String {
    let Verdict { rule, outcome, reason, .. } = *verdict;
    let reason = &reason;
    let passes = outcome == Outcome::Pass;
    match reason {
        Reason::Employment { kind, pns_since } => employment(lang, rule, passes, *kind, *pns_since),
        Reason::PppkJabatan { same: true } => pick(
            lang,
            "relokasi PPPK pada jabatan yang sama; data dan perjanjian kerja di sistem BKN harus diubah dahulu",
            "PPPK relocation on the same jabatan; data and agreement in BKN's system must be changed first",
        )
        .into(),
        Reason::PppkJabatan { same: false } => {
            pick(lang, "PPPK hanya dapat pindah pada jabatan yang sama", "a PPPK moves on the same jabatan only").into()
        }
        Reason::Status(status) => format!("{}: {}", pick(lang, "kedudukan hukum", "legal status"), legal_status(lang, *status)),
        Reason::Tenure { .. } | Reason::LongTenure { .. } | Reason::Retirement { .. } | Reason::Cumulative { .. } => {
            time::reason(lang, rule, outcome, reason)
        }
        Reason::Education { .. } | Reason::Field { .. } | Reason::Rank { .. } | Reason::GovernmentalEducation => {
            qualification(lang, outcome, reason)
        }
        Reason::Performance { .. } | Reason::Assessment { .. } | Reason::Jpm { .. } => merit(lang, passes, reason),
        Reason::Discipline { level } => discipline_reason(lang, *level),
        Reason::Incumbents { .. } | Reason::Headcount { .. } | Reason::UnitKnown(_) | Reason::Relative { .. } => {
            place(lang, facts, reason)
        }
        Reason::Demotion { .. } | Reason::FunctionalChange { .. } | Reason::Steps { .. } => step(lang, outcome, reason),
        Reason::Trial { .. }
        | Reason::Freeze { .. }
        | Reason::NewHead { .. }
        | Reason::ActingHead { .. }
        | Reason::LeftEmpty { .. }
        | Reason::ThinUnit { .. }
        | Reason::TwoJabatan { .. }
        | Reason::Sector { .. }
        | Reason::ClassChange { .. } => process::reason(lang, facts, outcome, reason),
        Reason::Document { .. } | Reason::Objection { .. } | Reason::Report { .. } => gates::reason(lang, reason),
        Reason::Local { has } => local(lang, pack, rule, *has),
        Reason::NoReason => pick(lang, "alasan mutasi belum ditulis", "the reason for the move is not stated yet").into(),
    }
}

/// The sentence of a local rule, with its figures.
fn local(lang: Lang, pack: &Pack, rule: RuleId, has: Option<i64>) -> String {
    let Some(it) = pack.local_rule(rule) else { return String::new() };
    let figure = |figure: Option<i64>| figure.map_or_else(|| figures::unknown(lang).to_owned(), |it_is| it.fact.worded(it_is));
    let sentence = spoken(lang, &it.sentence).replace("{has}", &figure(has));
    sentence.replace("{min}", &figure(it.least())).replace("{max}", &figure(it.most()))
}

const fn spoken(lang: Lang, words: &Words) -> &str {
    match lang {
        Lang::Id => words.id.as_str(),
        Lang::En => words.en.as_str(),
    }
}

const fn pick(lang: Lang, id: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

fn either(lang: Lang, id: String, en: String) -> String {
    if lang == Lang::Id { id } else { en }
}

fn employment(lang: Lang, rule: RuleId, passes: bool, kind: EmploymentKind, pns_since: Option<Date>) -> String {
    let kind = match kind {
        EmploymentKind::Pns => "PNS",
        EmploymentKind::Cpns => "CPNS",
        EmploymentKind::Pppk => "PPPK",
        EmploymentKind::PppkPartTime => pick(lang, "PPPK paruh waktu", "part-time PPPK"),
    };
    match (rule, pns_since) {
        (RuleId::R03, Some(since)) if passes => {
            let since = figures::date(lang, since);
            either(lang, format!("{kind} sejak {since}"), format!("{kind} since {since}"))
        }
        (RuleId::R03, Some(_)) => either(lang, format!("masih {kind}"), format!("still {kind}")),
        (RuleId::R03, None) => either(lang, format!("{kind}; TMT PNS kosong"), format!("{kind}; no TMT PNS")),
        _ if passes => kind.to_owned(),
        _ => either(lang, format!("{kind}, bukan PNS"), format!("{kind}, not PNS")),
    }
}

fn qualification(lang: Lang, outcome: Outcome, reason: &Reason) -> String {
    let unknown = || figures::unknown(lang).to_owned();
    match reason {
        Reason::Education { has, minimum } => {
            let has = has.map_or_else(unknown, |level| level.to_string());
            let minimum = minimum.map_or_else(unknown, |level| level.to_string());
            either(lang, format!("pendidikan {has}; paling rendah {minimum}"), format!("education {has}; minimum {minimum}"))
        }
        Reason::Field { is_known: false } => pick(lang, "bidang pendidikan tidak diketahui", "field of education unknown").into(),
        Reason::Field { .. } if outcome == Outcome::Pass => {
            pick(lang, "bidang pendidikan termasuk yang disyaratkan", "the field of education is one the post names").into()
        }
        Reason::Field { .. } => {
            pick(lang, "bidang pendidikan bukan yang disyaratkan jabatan", "the field of education is none the post names").into()
        }
        Reason::Rank { has, min, max } => {
            let has = has.map_or_else(unknown, |rank| rank.to_string());
            let open = |rank: &Option<crate::model::Golongan>| rank.map_or_else(|| "…".to_owned(), |rank| rank.to_string());
            let range = format!("{}–{}", open(min), open(max));
            either(lang, format!("golongan {has}; jabatan meminta {range}"), format!("golongan {has}; the post asks for {range}"))
        }
        _ => match outcome {
            Outcome::Pass => pick(
                lang,
                "berpendidikan pemerintahan atau bersertifikat kepamongprajaan",
                "has a governmental education or the certificate kepamongprajaan",
            ),
            Outcome::Unknown => pick(
                lang,
                "bidang pendidikan tidak diketahui; camat perlu pendidikan pemerintahan",
                "field of education unknown; a camat needs a governmental education",
            ),
            _ => pick(
                lang,
                "bukan berpendidikan pemerintahan dan tanpa sertifikat kepamongprajaan",
                "neither a governmental education nor the certificate kepamongprajaan",
            ),
        }
        .into(),
    }
}

fn merit(lang: Lang, passes: bool, reason: &Reason) -> String {
    match reason {
        Reason::Performance { last_year, predicates } => {
            let word =
                |predicate: Option<Predicate>| predicate.map_or_else(|| figures::unknown(lang).to_owned(), |it| it.to_string());
            let [last, before] = predicates.map(word);
            let year_before = last_year - 1;
            let years = format!("{last_year} {last}, {year_before} {before}");
            either(lang, format!("predikat kinerja {years}; paling rendah Baik"), format!("performance {years}; at least Baik"))
        }
        Reason::Assessment { last: None, .. } => {
            pick(lang, "belum pernah asesmen kompetensi, atau tanggalnya kosong", "never assessed, or the date is missing").into()
        }
        Reason::Assessment { last: Some(last), valid_until } => {
            let (last, until) = (figures::date(lang, *last), figures::date_or_unknown(lang, *valid_until));
            if passes {
                either(lang, format!("asesmen {last}, berlaku sampai {until}"), format!("assessed {last}, valid until {until}"))
            } else {
                either(
                    lang,
                    format!("asesmen {last}, hanya berlaku sampai {until}"),
                    format!("assessed {last}, valid only until {until}"),
                )
            }
        }
        Reason::Jpm { has, threshold } => {
            let threshold = figures::hundredths(lang, *threshold);
            match has {
                None => either(
                    lang,
                    format!("JPM tidak diketahui (kurang dari separuh kompetensi dinilai); ambang {threshold} %"),
                    format!("JPM unknown (fewer than half of the competencies assessed); threshold {threshold} %"),
                ),
                Some(has) => {
                    let has = figures::hundredths(lang, *has);
                    either(lang, format!("JPM {has} %; ambang {threshold} %"), format!("JPM {has} %; threshold {threshold} %"))
                }
            }
        }
        _ => String::new(),
    }
}

fn discipline_reason(lang: Lang, level: Option<Option<DisciplineLevel>>) -> String {
    let level = match level {
        // A trial is no disciplinary measure.
        None | Some(Some(DisciplineLevel::Trial)) => {
            return pick(lang, "tidak sedang menjalani hukuman disiplin", "no disciplinary measure in force").into();
        }
        Some(None) => pick(lang, "tingkat tidak diketahui", "level unknown"),
        Some(Some(DisciplineLevel::Examination)) => {
            return pick(
                lang,
                "sedang dalam pemeriksaan disiplin pada TMT",
                "under disciplinary examination on the effective date",
            )
            .into();
        }
        Some(Some(DisciplineLevel::Light)) => pick(lang, "ringan", "light"),
        Some(Some(DisciplineLevel::Moderate)) => pick(lang, "sedang", "moderate"),
        Some(Some(DisciplineLevel::Severe)) => pick(lang, "berat", "severe"),
    };
    either(
        lang,
        format!("menjalani hukuman disiplin ({level}) pada TMT"),
        format!("serving a disciplinary measure ({level}) on the effective date"),
    )
}

fn place(lang: Lang, facts: &Facts, reason: &Reason) -> String {
    match reason {
        Reason::Incumbents { after } => either(
            lang,
            format!("{after} pemangku pada satu jabatan struktural"),
            format!("{after} holders of one structural post"),
        ),
        Reason::Headcount { after, most } => either(
            lang,
            format!("{after} pemangku setelah rencana; paling banyak {most}"),
            format!("{after} holders after the plan; at most {most}"),
        ),
        Reason::UnitKnown(true) => {
            pick(lang, "jabatan ada di peta dan unit kerjanya aktif", "the post is in the peta and its unit is active").into()
        }
        Reason::UnitKnown(false) => {
            pick(lang, "unit kerja jabatan ini tidak ada atau tidak aktif", "the post's unit does not exist or is not active")
                .into()
        }
        Reason::Relative { other, stands_today } => {
            let name = facts.employees[other.at()].full_name();
            let (id, en) = if *stands_today { (" (sudah demikian sekarang)", " (so already today)") } else { ("", "") };
            either(
                lang,
                format!("segaris komando dengan keluarga: {name}{id}"),
                format!("in a line of command with a relative: {name}{en}"),
            )
        }
        _ => String::new(),
    }
}

fn step(lang: Lang, outcome: Outcome, reason: &Reason) -> String {
    match reason {
        Reason::Demotion { own_request: true, .. } => {
            pick(lang, "penurunan jabatan atas permintaan sendiri", "demotion at own request").into()
        }
        Reason::Demotion { after_discipline: true, .. } => {
            pick(lang, "penurunan jabatan setelah hukuman disiplin berat", "demotion after a severe disciplinary measure").into()
        }
        Reason::Demotion { .. } if outcome == Outcome::Unknown => {
            pick(lang, "jenjang jabatan asal tidak diketahui", "the level of the present post is unknown").into()
        }
        Reason::Demotion { .. } => pick(
            lang,
            "penurunan jabatan tanpa hukuman disiplin berat dan tanpa permintaan sendiri",
            "demotion without a severe disciplinary measure and not at own request",
        )
        .into(),
        Reason::FunctionalChange { into: true } => {
            pick(lang, "masuk JF lain: perlu uji kompetensi dan formasi", "into another JF: needs uji kompetensi and formasi")
                .into()
        }
        Reason::FunctionalChange { into: false } => {
            pick(lang, "keluar dari jabatan fungsional", "out of a functional post").into()
        }
        Reason::Steps { .. } if outcome == Outcome::Unknown => {
            pick(lang, "jenjang jabatan asal atau tujuan tidak diketahui", "the level of one of the posts is unknown").into()
        }
        Reason::Steps { into_jpt: true, .. } => pick(lang, "masuk JPT: perlu seleksi", "into JPT: needs selection").into(),
        Reason::Steps { steps, .. } if outcome == Outcome::Pass => {
            either(lang, format!("promosi {steps} tingkat"), format!("promotion over {steps} step(s)"))
        }
        Reason::Steps { steps, .. } => either(
            lang,
            format!("promosi {steps} tingkat sekaligus; paling banyak satu"),
            format!("promotion over {steps} steps at once; at most one"),
        ),
        _ => String::new(),
    }
}

/// The kedudukan hukum, in words.
pub const fn legal_status(lang: Lang, status: LegalStatus) -> &'static str {
    let (id, en) = match status {
        LegalStatus::Active => ("aktif", "active"),
        LegalStatus::UnpaidLeave => ("CLTN", "unpaid leave (CLTN)"),
        LegalStatus::StudyLeave => ("tugas belajar", "study leave"),
        LegalStatus::Suspended => ("pemberhentian sementara", "suspended"),
        LegalStatus::PreRetirement => ("MPP", "pre-retirement (MPP)"),
        LegalStatus::Died => ("meninggal", "died"),
        LegalStatus::Dismissed => ("diberhentikan", "dismissed"),
        LegalStatus::Retired => ("pensiun", "retired"),
        LegalStatus::Unknown => ("tidak diketahui", "unknown"),
    };
    pick(lang, id, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Scope;
    use jiff::civil::date;

    fn told(lang: Lang, rule: RuleId, reason: Reason) -> String {
        let pack = Pack::built_in(Pack::DEFAULT).unwrap();
        let verdict = Verdict { rule, scope: Scope::Pair, severity: Severity::O, outcome: Outcome::Fail, reason };
        super::reason(lang, &Facts::default(), &pack, &verdict)
    }

    #[test]
    fn the_minimum_tenure_is_told_with_months_and_the_day_it_is_met() {
        let why = Reason::Tenure { since: Some(date(2026, 3, 1)), months: 16, minimum: 24, met_on: Some(date(2028, 3, 1)) };
        let said = |lang| told(lang, RuleId::R05, why);
        assert_eq!(said(Lang::Id), "baru 16 dari 24 bulan dalam jabatan; memenuhi syarat per 1 Mar 2028");
        assert_eq!(said(Lang::En), "only 16 of 24 months in post; lawful from 1 Mar 2028");
    }

    #[test]
    fn thresholds_show_the_decimals_that_decide() {
        let why = Reason::Jpm { has: Some(6_799), threshold: 6_800 };
        let said = |lang| told(lang, RuleId::R17, why);
        assert_eq!(said(Lang::Id), "JPM 67,99 %; ambang 68,00 %");
        assert_eq!(said(Lang::En), "JPM 67.99 %; threshold 68.00 %");
    }
}
