//! Rule packs and profiles in words: what is wrong with a pack, and on which thresholds a result stands.
use super::commands::either;
use super::{Lang, figures};
use crate::model::{Parameters, Profiles};
use crate::rules::{Fault, PackError};

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

/// The profiles that a result stands on, on one line; where the workspace sets a figure by itself, it says so.
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
            "Profil: ketentuan {} · masa jabatan {months} bulan ({tenure}) · ambang JPM {jpm} ({threshold}) · sembilan kotak {high}/{middle} ({boxes}) · BUP {ages} ({retirement}) · jam kerja {minutes} menit ({hours})",
            it.pack
        ),
        format!(
            "Profiles: rules {} · tenure {months} months ({tenure}) · JPM threshold {jpm} ({threshold}) · nine boxes {high}/{middle} ({boxes}) · retirement {ages} ({retirement}) · working time {minutes} minutes ({hours})",
            it.pack
        ),
    )
}
