//! What is wrong with an imported row or file, in words: what it is, and how to mend it.
mod refused;

pub use refused::{error, refusal, roster_error, unresolved};

use super::Lang;
use crate::store::import::{Detail, Earlier, Expected};

/// One problem of one row.
pub fn problem(detail: &Detail, lang: Lang) -> String {
    match detail {
        Detail::NipDamaged(_)
        | Detail::NipLength(..)
        | Detail::NipForm(..)
        | Detail::NipDuplicate(_)
        | Detail::NipNormalised
        | Detail::EmployeeUnknown(_) => nip(detail, lang),
        Detail::NipBirthDate | Detail::NipSex | Detail::NipTmtCpns { .. } => disagreement(detail, lang),
        Detail::UnitUnknown(_)
        | Detail::UnitDuplicate(_)
        | Detail::PositionUnknown(_)
        | Detail::PositionMissing
        | Detail::PositionDuplicate(_)
        | Detail::IdMissing
        | Detail::NeedStructural(_) => place(detail, lang),
        _ => cell(detail, lang),
    }
}

fn pick(lang: Lang, id: impl Into<String>, en: impl Into<String>) -> String {
    match lang {
        Lang::Id => id.into(),
        Lang::En => en.into(),
    }
}

fn earlier(earlier: Earlier, lang: Lang) -> String {
    match earlier {
        Earlier::Row(row) => pick(lang, format!("di baris {row}"), format!("in row {row}")),
        Earlier::Imported => pick(lang, "pada impor sebelumnya", "in the earlier import"),
    }
}

fn nip(detail: &Detail, lang: Lang) -> String {
    match detail {
        Detail::NipDamaged(cell) => pick(
            lang,
            format!(
                "“{cell}” bukan NIP lagi: lembar kerja mengubahnya menjadi bilangan dan angka akhirnya hilang; ekspor ulang dengan kolom NIP sebagai teks"
            ),
            format!(
                "“{cell}” is no NIP any more: a spreadsheet made it a number and its last digits are lost; export again with the NIP column as text"
            ),
        ),
        Detail::NipLength(cell, 18) => pick(
            lang,
            format!("“{cell}” memuat tanda selain angka; NIP harus 18 angka saja"),
            format!("“{cell}” holds other characters than digits; a NIP is 18 digits and nothing else"),
        ),
        Detail::NipLength(_, 0) => pick(lang, "NIP kosong; isi 18 angka", "the NIP is empty; enter its 18 digits"),
        Detail::NipLength(cell, digits) => pick(
            lang,
            format!("“{cell}” berisi {digits} angka, NIP harus 18; periksa di SIASN"),
            format!("“{cell}” has {digits} digits, a NIP has 18; look it up in SIASN"),
        ),
        Detail::NipForm(cell, number) => pick(
            lang,
            format!(
                "“{cell}”: angka ke-13–14 adalah {number:02}, bukan bulan (01–12) dan bukan 21 ke atas (PPPK); periksa di SIASN"
            ),
            format!("“{cell}”: digits 13–14 are {number:02}, neither a month (01–12) nor 21 and up (PPPK); look it up in SIASN"),
        ),
        Detail::NipDuplicate(at) => pick(
            lang,
            format!("NIP ini sudah ada {}; hapus salah satu", earlier(*at, lang)),
            format!("this NIP is already {}; remove one of the two", earlier(*at, lang)),
        ),
        Detail::NipNormalised => pick(
            lang,
            "NIP dibersihkan dari tanda petik, spasi, titik, atau sejenisnya",
            "apostrophe, spaces, dots or the like were taken off the NIP",
        ),
        Detail::EmployeeUnknown(last) => pick(
            lang,
            format!("NIP …{last} tidak ada di daftar pegawai; baris disimpan tetapi tidak dipakai"),
            format!("NIP …{last} is not among the employees; the row is kept but not used"),
        ),
        _ => String::new(),
    }
}

fn disagreement(detail: &Detail, lang: Lang) -> String {
    match detail {
        Detail::NipBirthDate => pick(
            lang,
            "tanggal lahir tidak sama dengan angka 1–8 NIP (CON_2); perlu peremajaan data SIASN",
            "the birth date differs from digits 1–8 of the NIP (CON_2); have the record corrected in SIASN",
        ),
        Detail::NipSex => pick(
            lang,
            "jenis kelamin tidak sama dengan angka ke-15 NIP (CON_3); perlu peremajaan data SIASN",
            "the sex differs from digit 15 of the NIP (CON_3); have the record corrected in SIASN",
        ),
        Detail::NipTmtCpns { pppk: false } => pick(
            lang,
            "TMT CPNS tidak sama dengan angka 9–14 NIP (CON_1); perlu peremajaan data SIASN",
            "TMT CPNS differs from digits 9–14 of the NIP (CON_1); have the record corrected in SIASN",
        ),
        Detail::NipTmtCpns { pppk: true } => pick(
            lang,
            "tahun pengangkatan PPPK tidak sama dengan angka 9–12 NI PPPK (CON_4); perlu peremajaan data SIASN",
            "the year of appointment differs from digits 9–12 of the NI PPPK (CON_4); have the record corrected in SIASN",
        ),
        _ => String::new(),
    }
}

fn place(detail: &Detail, lang: Lang) -> String {
    match detail {
        Detail::UnitUnknown(id) => pick(
            lang,
            format!("unit “{id}” tidak ada di daftar unor; perbaiki UNOR ID atau impor unor yang baru"),
            format!("unit “{id}” is not in the list of units; correct the UNOR ID or import the newer units"),
        ),
        Detail::UnitDuplicate(at) => pick(
            lang,
            format!("Id unit ini sudah ada {}; hapus salah satu", earlier(*at, lang)),
            format!("this unit Id is already {}; remove one of the two", earlier(*at, lang)),
        ),
        Detail::PositionUnknown(id) => pick(
            lang,
            format!("jabatan “{id}” tidak ada di peta jabatan; perbaiki JABATAN ID atau impor peta yang baru"),
            format!("position “{id}” is not in the peta jabatan; correct the JABATAN ID or import the newer peta"),
        ),
        Detail::PositionMissing => pick(
            lang,
            "unit atau jabatan kosong; isi UNOR ID dan JABATAN ID (sampai itu: belum terpetakan)",
            "unit or jabatan is empty; enter UNOR ID and JABATAN ID (until then: not mapped)",
        ),
        Detail::PositionDuplicate(at) => pick(
            lang,
            format!("jabatan di unit ini sudah ada {}; gabungkan kebutuhannya dalam satu baris", earlier(*at, lang)),
            format!("this jabatan of this unit is already {}; put its need into one row", earlier(*at, lang)),
        ),
        Detail::IdMissing => pick(
            lang,
            "id kosong; baris tanpa id tidak dapat dirujuk",
            "the id is empty; a row without one cannot be referred to",
        ),
        Detail::NeedStructural(need) => pick(
            lang,
            format!("jabatan struktural harus berkebutuhan 1, bukan “{need}”"),
            format!("a structural post has a need of 1, not “{need}”"),
        ),
        _ => String::new(),
    }
}

fn cell(detail: &Detail, lang: Lang) -> String {
    match detail {
        Detail::DateInvalid(cell) => pick(
            lang,
            format!("“{cell}” bukan tanggal; tulis HH-BB-TTTT (nilai dianggap tidak diketahui)"),
            format!("“{cell}” is no date; write DD-MM-YYYY (the value is unknown)"),
        ),
        Detail::DateFuture(date) => pick(
            lang,
            format!("tanggal {date} setelah hari ini; periksa (nilai dianggap tidak diketahui)"),
            format!("the date {date} lies after today; check it (the value is unknown)"),
        ),
        Detail::TextNormalised => pick(
            lang,
            "spasi tak terputus, karakter nol lebar, atau ganti baris dirapikan",
            "non-breaking spaces, zero-width characters or line breaks were tidied",
        ),
        Detail::TextControl => pick(
            lang,
            "karakter kendali, urutan escape, atau pengubah arah teks dibuang",
            "control characters, escape sequences or direction marks were removed",
        ),
        Detail::TextFormula => pick(
            lang,
            "teks berawal = + - @ seperti rumus; disimpan sebagai teks",
            "the text begins with = + - @ like a formula; it is kept as text",
        ),
        Detail::TextTooLong(length) => pick(
            lang,
            format!("teks {length} karakter, lebih dari 200; disimpan, periksa apakah benar"),
            format!("the text has {length} characters, more than 200; it is kept, check whether it is right"),
        ),
        Detail::RankUnknown(cell) => pick(
            lang,
            format!("“{cell}” bukan golongan; tulis seperti III/d, atau IX untuk PPPK (nilai dianggap tidak diketahui)"),
            format!("“{cell}” is no golongan; write it like III/d, or IX for PPPK (the value is unknown)"),
        ),
        Detail::ValueRange(cell, expected) if cell.is_empty() => pick(
            lang,
            format!("sel kosong; diharapkan {}", expectation(*expected, lang)),
            format!("the cell is empty; expected {}", expectation(*expected, lang)),
        ),
        Detail::ValueRange(cell, expected) => pick(
            lang,
            format!("“{cell}” tidak dapat dipakai; diharapkan {} (nilai dianggap tidak diketahui)", expectation(*expected, lang)),
            format!("“{cell}” cannot be used; expected {} (the value is unknown)", expectation(*expected, lang)),
        ),
        other => row(other, lang),
    }
}

/// What is wrong with a whole row.
fn row(detail: &Detail, lang: Lang) -> String {
    match detail {
        Detail::RowCells { cells, header } => pick(
            lang,
            format!("baris berisi {cells} sel, judul {header}; periksa pemisah dan tanda kutip, isi kolom mungkin bergeser"),
            format!(
                "the row has {cells} cells, the header {header}; check delimiters and quotes, values may stand in the wrong columns"
            ),
        ),
        Detail::RowSwallowed { lines } => pick(
            lang,
            format!("satu sel memuat {lines} baris berikutnya; tutup tanda kutip di baris ini"),
            format!("one cell holds the next {lines} rows; close the quote in this row"),
        ),
        _ => String::new(),
    }
}

fn expectation(expected: Expected, lang: Lang) -> String {
    let (id, en) = match expected {
        Expected::Between(low, high) => {
            return pick(lang, format!("bilangan bulat {low}–{high}"), format!("a whole number {low}–{high}"));
        }
        Expected::Points => ("angka 0–100", "a figure of 0–100"),
        Expected::Rating => {
            ("1 (di atas), 2 (sesuai), atau 3 (di bawah ekspektasi)", "1 (above), 2 (as) or 3 (below expectation)")
        }
        Expected::Predicate => ("predikat seperti Baik", "a predikat such as Baik"),
        Expected::Discipline => {
            ("RINGAN, SEDANG, BERAT, PEMERIKSAAN, atau PERADILAN", "RINGAN, SEDANG, BERAT, PEMERIKSAAN or PERADILAN")
        }
        Expected::WishOrder => ("1–5, 0 (tetap), atau -1 (menolak unit)", "1–5, 0 (to stay) or -1 (refuses the unit)"),
        Expected::JabatanKind => ("1 struktural, 2 fungsional, atau 4 pelaksana", "1 structural, 2 functional or 4 staff"),
        Expected::Echelon => ("eselon seperti III.a atau 31", "an eselon such as III.a or 31"),
        Expected::Jenjang => ("jenjang seperti MU atau Ahli Muda", "a jenjang such as MU or Ahli Muda"),
        Expected::Education => ("tingkat pendidikan seperti 40 atau S-1", "a level of education such as 40 or S-1"),
        Expected::Sex => ("M/F atau L/P", "M/F or L/P"),
        Expected::LegalStatus => ("kedudukan hukum seperti Aktif atau CLTN", "a kedudukan hukum such as Aktif or CLTN"),
        Expected::Requirements => ("kompetensi seperti M1=2|SK1=2, level 1–5", "competencies such as M1=2|SK1=2, levels 1–5"),
        Expected::Something => ("isi", "a value"),
    };
    pick(lang, id, en)
}
