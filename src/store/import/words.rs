//! Words and codes of the exports, read as values. All return `None` for what they do not know.
use crate::model::records::DisciplineLevel;
use crate::model::{Echelon, EducationLevel, EmploymentKind, Golongan, JabatanKind, LegalStatus, Rank};

/// Upper case, with runs of whitespace as one space.
pub fn upper(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase()
}

/// Letters and digits only, in upper case.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Digit 15 of the NIP that a sex stands for: 1 male, 2 female. `P` is perempuan, as in `L/P`.
pub fn sex_digit(text: &str) -> Option<u8> {
    match bare(text).as_str() {
        "M" | "L" | "LAKILAKI" | "PRIA" | "MALE" | "1" => Some(1),
        "F" | "P" | "W" | "PEREMPUAN" | "WANITA" | "FEMALE" | "2" => Some(2),
        _ => None,
    }
}

/// A golongan: `III/d` in its spellings, `IX` for PPPK, also behind or before the pangkat
/// (`Penata Tk. I (III/d)`).
pub fn rank(text: &str) -> Option<Rank> {
    let text = upper(text);
    let bare = ["GOLONGAN ", "GOL. ", "GOL "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    // Only words with a slash: the `I` of `Tingkat I` is no golongan.
    let slashed = || bare.split([' ', '(', ')', ',']).filter(|word| word.contains('/')).find_map(Golongan::parse).map(Rank::Pns);
    Rank::parse(bare).or_else(slashed)
}

/// `GOL AKHIR ID`: BKN's code, or for a PPPK the number of the golongan.
pub fn rank_of_code(text: &str, is_pppk: bool) -> Option<Rank> {
    let number = text.parse::<u8>().ok().filter(|number| is_pppk && (1..=17).contains(number));
    number.map(Rank::Pppk).or_else(|| rank(text))
}

/// A level of education: an id, or a name in the spellings of SIASN and of offices.
pub fn education(text: &str) -> Option<EducationLevel> {
    if let Some(level) = EducationLevel::parse(text) {
        return Some(level);
    }
    let word = bare(text);
    let starts = |words: &[&str]| words.iter().any(|w| word.starts_with(w));
    let code = match word.as_str() {
        "SLTPKEJURUAN" => 12,
        "SLTAKEJURUAN" | "SMK" | "STM" => 17,
        "SLTAKEGURUAN" | "SPG" => 18,
        _ if starts(&["S3", "DOKTOR"]) => 50,
        _ if starts(&["S2", "MAGISTER"]) => 45,
        _ if starts(&["SARJANAMUDA"]) => 30,
        _ if starts(&["S1", "SARJANA"]) => 40,
        _ if starts(&["DIV", "D4", "DIPLOMAIV"]) => 35,
        _ if starts(&["DIII", "D3", "DIPLOMAIII"]) => 30,
        _ if starts(&["DII", "D2", "DIPLOMAII"]) => 25,
        "D1" | "DI" | "DIPLOMAI" => 20,
        _ if starts(&["SLTA", "SMA", "SMU"]) => 15,
        _ if starts(&["SLTP", "SMP"]) => 10,
        _ if starts(&["SEKOLAHDASAR"]) || word == "SD" => 5,
        _ => return None,
    };
    EducationLevel::from_code(code)
}

/// An eselon; `Some(None)` for the words that say there is none.
pub fn echelon(text: &str) -> Option<Option<Echelon>> {
    match bare(text).as_str() {
        "99" | "0" | "00" | "NON" | "NONESELON" => Some(None),
        _ => Echelon::parse(text).map(Some),
    }
}

/// The kind of a jabatan by its name; the number differs between systems and comes second.
pub fn jabatan_kind(name: &str) -> Option<JabatanKind> {
    let name = upper(name);
    let has = |word| name.contains(word);
    match () {
        () if has("STRUKTURAL") || has("MANAJERIAL") && !has("NON") => Some(JabatanKind::Structural),
        () if has("PELAKSANA") || has("UMUM") => Some(JabatanKind::Staff),
        () if has("FUNGSIONAL") || has("TERTENTU") => Some(JabatanKind::Functional),
        () => None,
    }
}

/// `JENIS JABATAN ID` in SIASN: 1 structural, 2 functional, 4 staff.
pub fn jabatan_kind_of_code(text: &str) -> Option<JabatanKind> {
    match text.trim_start_matches('0') {
        "1" => Some(JabatanKind::Structural),
        "2" => Some(JabatanKind::Functional),
        "4" => Some(JabatanKind::Staff),
        _ => jabatan_kind(text),
    }
}

/// Whether the name or number says that two jabatan are held together (3, jabatan rangkap).
pub fn holds_two(name: &str, code: &str) -> bool {
    if name.trim().is_empty() { code.trim().trim_start_matches('0') == "3" } else { upper(name).contains("RANGKAP") }
}

/// PNS, CPNS, PPPK by names and status; a NIP of PPPK form outweighs a status, a name the NIP.
pub fn employment(names: &[&str], status: &str, nip_is_pppk: bool) -> EmploymentKind {
    let names = upper(&names.join(" "));
    let is_pppk = ["PPPK", "P3K", "PERJANJIAN KERJA"].iter().any(|word| names.contains(word));
    let status = upper(status);
    match () {
        () if names.contains("PARUH WAKTU") => EmploymentKind::PppkPartTime,
        () if is_pppk || nip_is_pppk => EmploymentKind::Pppk,
        () if status == "C" || status == "CPNS" || names.split(' ').any(|word| word == "CPNS") => EmploymentKind::Cpns,
        () => EmploymentKind::Pns,
    }
}

/// Kedudukan hukum by its name.
pub fn legal_status(name: &str) -> Option<LegalStatus> {
    let name = upper(name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    Some(match () {
        () if has(&["CLTN", "LUAR TANGGUNGAN"]) => LegalStatus::UnpaidLeave,
        () if has(&["TUGAS BELAJAR"]) => LegalStatus::StudyLeave,
        () if has(&["SEMENTARA", "SKORSING"]) => LegalStatus::Suspended,
        () if has(&["MASA PERSIAPAN PENSIUN", "BEBAS TUGAS"]) || name.split(' ').any(|w| w == "MPP") => {
            LegalStatus::PreRetirement
        }
        () if has(&["MENINGGAL", "WAFAT", "TEWAS"]) => LegalStatus::Died,
        () if has(&["PENSIUN"]) => LegalStatus::Retired,
        () if has(&["BERHENTI", "DIBERHENTIKAN", "PEMBERHENTIAN", "PEMUTUSAN"]) => LegalStatus::Dismissed,
        () if has(&["AKTIF"]) && !has(&["TIDAK AKTIF", "NON AKTIF", "NONAKTIF"]) => LegalStatus::Active,
        () => return None,
    })
}

/// `TINGKAT` of hukuman disiplin, with or without the word before it.
pub fn discipline(text: &str) -> Option<DisciplineLevel> {
    let text = upper(text);
    match text.trim_start_matches("HUKUMAN ").trim_start_matches("DISIPLIN ").trim_start_matches("TINGKAT ") {
        "RINGAN" | "R" => Some(DisciplineLevel::Light),
        "SEDANG" | "S" => Some(DisciplineLevel::Moderate),
        "BERAT" | "B" => Some(DisciplineLevel::Severe),
        word if word.contains("PERADILAN") || word.contains("PIDANA") => Some(DisciplineLevel::Trial),
        word if word.contains("PEMERIKSAAN") || word.contains("PROSES") => Some(DisciplineLevel::Examination),
        _ => None,
    }
}

/// A rating of the appraisal: 1 above, 2 as, 3 below expectation.
pub fn rating(text: &str) -> Option<u8> {
    let text = upper(text);
    match text.trim_end_matches(" EKSPEKTASI").trim_end_matches(".0") {
        "1" | "DI ATAS" | "DIATAS" => Some(1),
        "2" | "SESUAI" => Some(2),
        "3" | "DI BAWAH" | "DIBAWAH" => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golongan_is_read_in_the_spellings_of_exports() {
        for text in ["III/d", "IIID", "iii-d", "34", "Penata Tingkat I (III/d)", "III/d - Penata Tingkat I", "Gol. III/d"] {
            assert_eq!(rank(text), Golongan::from_code(34).map(Rank::Pns), "{text}");
        }
        for text in ["IX", "Golongan IX", "GOLONGAN IX", "ix"] {
            assert_eq!(rank(text), Some(Rank::Pppk(9)), "{text}");
        }
        for text in ["I/E", "Penata Tingkat I", "x", "III"] {
            assert!(!matches!(rank(text), Some(Rank::Pns(_))), "{text}");
        }
        assert_eq!(rank_of_code("11", true), Some(Rank::Pppk(11)));
        assert_eq!(rank_of_code("11", false), Golongan::from_code(11).map(Rank::Pns));
    }

    #[test]
    fn levels_of_education_are_read_by_id_and_name() {
        let table = [
            ("05", 5),
            ("Sekolah Dasar", 5),
            ("SD", 5),
            ("SLTP", 10),
            ("SLTP Kejuruan", 12),
            ("SLTA", 15),
            ("SMA", 15),
            ("SLTA Kejuruan", 17),
            ("SLTA Keguruan", 18),
            ("Diploma I", 20),
            ("D-I", 20),
            ("D1", 20),
            ("Diploma II", 25),
            ("DII", 25),
            ("Diploma III/Sarjana Muda", 30),
            ("D3", 30),
            ("Sarjana Muda", 30),
            ("Diploma IV", 35),
            ("D-IV", 35),
            ("S-1", 40),
            ("S1", 40),
            ("S-1/Sarjana", 40),
            ("Sarjana", 40),
            ("S-2", 45),
            ("Magister", 45),
            ("S-3/Doktor", 50),
            ("S3", 50),
        ];
        for (text, code) in table {
            assert_eq!(education(text).map(EducationLevel::code), Some(code), "{text}");
        }
        for text in ["", "99", "Tidak sekolah", "Diplomat", "X"] {
            assert_eq!(education(text), None, "{text}");
        }
    }

    #[test]
    fn status_and_kind_go_by_names() {
        for (name, status) in [
            ("Aktif", LegalStatus::Active),
            ("PPPK Aktif", LegalStatus::Active),
            ("PNS Aktif", LegalStatus::Active),
            ("CLTN", LegalStatus::UnpaidLeave),
            ("Cuti Diluar Tanggungan Negara", LegalStatus::UnpaidLeave),
            ("Tugas Belajar", LegalStatus::StudyLeave),
            ("Pemberhentian Sementara", LegalStatus::Suspended),
            ("Masa Persiapan Pensiun", LegalStatus::PreRetirement),
            ("MPP", LegalStatus::PreRetirement),
            ("Meninggal Dunia", LegalStatus::Died),
            ("Pensiun", LegalStatus::Retired),
            ("Diberhentikan", LegalStatus::Dismissed),
        ] {
            assert_eq!(legal_status(name), Some(status), "{name}");
        }
        assert_eq!(legal_status("Entah"), None);
        assert_eq!(employment(&["PNS Daerah"], "C", false), EmploymentKind::Cpns);
        assert_eq!(employment(&["PPPK Paruh Waktu"], "P", true), EmploymentKind::PppkPartTime);
        assert_eq!(employment(&[""], "C", true), EmploymentKind::Pppk);
        assert_eq!(jabatan_kind("Jabatan Fungsional Umum"), Some(JabatanKind::Staff));
        assert_eq!(jabatan_kind("Jabatan Fungsional Tertentu"), Some(JabatanKind::Functional));
        assert_eq!(jabatan_kind_of_code("3"), None);
    }
}
