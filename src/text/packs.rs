//! Rule packs and profiles in words: what is wrong with a pack, and on which thresholds a result stands.
use super::commands::{either, person, post};
use super::{Lang, figures, refusals, rules};
use crate::desk::Desk;
use crate::desk::packs::SideBySide;
use crate::model::{Parameters, Profiles};
use crate::rules::{Fault, PackError, Verdict};
use std::io::{self, Write};

/// What is wrong with a pack, in Indonesian; the English words stand with the error.
pub fn error(error: &PackError) -> String {
    match error {
        PackError::Unreadable { place, source } => format!("paket ketentuan {place}:{source}"),
        PackError::Unknown { name, known } => {
            format!("tidak ada paket ketentuan {name}; yang ada: {known}, atau NAMA.ron di folder rules ruang kerja")
        }
        PackError::Faulty { place, line, column, fault } => {
            format!("paket ketentuan {place}:{line}:{column}: {}", fault_in(fault))
        }
    }
}

fn fault_in(fault: &Fault) -> String {
    match fault {
        Fault::Missing(what) => format!(
            "{what} tidak ada; paket yang hanya menulis perbedaannya perlu based_on, atau paket lengkap di depannya pada rules ruang kerja"
        ),
        Fault::Twice(rule) => format!("{rule} tertulis dua kali"),
        Fault::Circle(name) => format!("{name} didasarkan pada dirinya sendiri"),
        Fault::NotOfTheCatalogue(rule) => format!("{rule} adalah ketentuan sendiri: tempatnya di bawah local"),
        Fault::NotLocal(rule) => format!("{rule} adalah ketentuan katalog; ketentuan sendiri bernomor L01 sampai L40"),
        Fault::NoBound(rule) => format!("{rule} tanpa min dan tanpa max"),
        Fault::Bound { bound, fact, .. } => format!("“{bound}” bukan nilai {fact}; {}", expected(fact)),
        Fault::Placeholder(found) => format!("{found} tidak dikenal dalam kalimat; yang ada {{has}}, {{min}} dan {{max}}"),
        Fault::NoWords => "nama dan kalimat harus ditulis dalam kedua bahasa".to_owned(),
        Fault::Severity => "ketentuan tentang orang dan jabatan bertingkat B, O, W, atau I".to_owned(),
        Fault::TooManyUnits => "lebih dari 64 daftar unit yang berbeda".to_owned(),
    }
}

/// What a fact takes.
fn expected(fact: &str) -> &'static str {
    match fact {
        "education" => "tulis jenjang seperti \"S-1\"",
        "golongan" => "tulis golongan seperti \"III/c\"",
        "performance" => "tulis predikat seperti \"Baik\"",
        "jpm" | "potential" => "tulis 0 sampai 100, seperti \"68.00\"",
        _ => "tulis bilangan bulat",
    }
}

/// The profiles that a result stands on, on two lines; where the workspace sets a figure by itself, it says so.
pub fn profiles(lang: Lang, of: &Parameters) -> String {
    let it = &of.profiles;
    let own = |name: &str| if name == Profiles::OWN || name.is_empty() { name.to_owned() } else { format!("“{name}”") };
    let points = |hundredths: u16| figures::hundredths(lang, hundredths);
    let ages = of.retirement_ages.map(|years| years.to_string()).join("/");
    let minutes = figures::thousands(lang, i64::from(of.hours_per_head) * 60);
    let (months, jpm) = (of.minimum_tenure_months, points(of.jpm_threshold));
    let (high, middle) = (points(of.nine_box.high.0), points(of.nine_box.middle.0));
    let (tenure, threshold) = (own(&it.minimum_tenure), own(&it.jpm));
    let (boxes, retirement, hours) = (own(&it.nine_box), own(&it.retirement), own(&it.working_hours));
    either(
        lang,
        format!(
            "Profil: ketentuan {} · masa jabatan {months} bulan ({tenure}) · ambang JPM {jpm} ({threshold})\n        sembilan kotak {high}/{middle} ({boxes}) · BUP {ages} ({retirement}) · jam kerja {minutes} menit ({hours})",
            it.pack
        ),
        format!(
            "Profiles: rules {} · tenure {months} months ({tenure}) · JPM threshold {jpm} ({threshold})\n        nine boxes {high}/{middle} ({boxes}) · retirement {ages} ({retirement}) · working time {minutes} minutes ({hours})",
            it.pack
        ),
    )
}

/// More packs than two were named.
pub const fn two_at_most(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "paling banyak dua paket ketentuan",
        Lang::En => "two rule packs at most",
    }
}

/// One plan under two packs, what differs first.
///
/// # Errors
/// Of the writer.
pub fn side_by_side(out: &mut dyn Write, lang: Lang, desks: [&Desk; 2], found: &SideBySide) -> io::Result<()> {
    let [one, other] = &found.packs;
    let facts = &desks[0].grounds().facts;
    let alike = |count: usize| {
        either(
            lang,
            format!("{} putusan berbeda antara {one} dan {other}; {count} sama", found.different.len()),
            format!("{} verdicts differ between {one} and {other}; {count} are the same", found.different.len()),
        )
    };
    writeln!(out, "{}", alike(found.same))?;
    for it in &found.different {
        writeln!(out, "  {} → {}", person(facts, &facts.employees[it.who.at()].nip), post(facts, it.post))?;
        for (desk, verdict) in desks.iter().zip([it.now, it.then]) {
            writeln!(out, "    {}: {}", desk.base.pack.name, judged(lang, desk, verdict))?;
        }
    }
    for (who, ..) in &found.standing {
        let name = person(facts, &facts.employees[who.at()].nip);
        let words = either(lang, "keluar sebelum TMT menurut satu paket saja", "leaves before the effective date under one only");
        writeln!(out, "  {name}: {words}")?;
    }
    for at in 0..2 {
        let (it, holds) = (&found.metrics[at], found.holds[at]);
        let (sign, word) = match (holds, lang) {
            (true, Lang::Id) => ("✓", "rencana memenuhi syarat"),
            (true, Lang::En) => ("✓", "the plan holds"),
            (false, Lang::Id) => ("✗", "rencana tidak memenuhi syarat"),
            (false, Lang::En) => ("✗", "the plan does not hold"),
        };
        let counts = either(
            lang,
            format!(
                "dilarang {} · dikecualikan {} · perhatian {} · perlu verifikasi {}",
                it.blocked, it.overridden, it.warnings, it.unknown
            ),
            format!(
                "blocked {} · overridden {} · warnings {} · to be verified {}",
                it.blocked, it.overridden, it.warnings, it.unknown
            ),
        );
        writeln!(out, "{sign} {}: {word} · {counts}", found.packs[at])?;
        writeln!(out, "  {}", profiles(lang, &found.parameters[at]))?;
    }
    Ok(())
}

/// What a pack says of a pair; that it says nothing, where it does.
fn judged(lang: Lang, desk: &Desk, verdict: Option<Verdict>) -> String {
    let Some(verdict) = verdict else { return either(lang, "✓ tidak ada yang menghalangi", "✓ nothing stands in the way") };
    let (sign, word) = rules::mark(lang, verdict.severity, verdict.outcome);
    let reason = rules::reason(lang, &desk.grounds().facts, &desk.base.pack, &verdict);
    format!("{sign} {} {word}: {reason} · {}", verdict.rule, refusals::cite(lang, desk, verdict.rule))
}
