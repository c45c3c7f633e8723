//! Columns that are never stored (UU 27/2022: only what the purpose needs), and rejected rows.
use super::clean::{CELL_LIMIT, clean, is_formula};
use super::header::Layout;
use csv::StringRecord;

/// Beginnings of normalised headers whose cells are dropped before anything is stored.
const PERSONAL: [&str; 22] = [
    "nik",
    "noktp",
    "nomorktp",
    "ktp",
    "nokk",
    "nomorkk",
    "npwp",
    "nonpwp",
    "nomornpwp",
    "bpjs",
    "nobpjs",
    "nomorbpjs",
    "alamat",
    "nomorhp",
    "nohp",
    "hp",
    "telepon",
    "notelp",
    "email",
    "agama",
    "jeniskawin",
    "statuskawin",
];

/// Whether a column is personal, by its normalised header.
pub fn is_personal(header: &str) -> bool {
    // Not by a mere beginning: "nik" would take "nikah" rightly but "hp" any word; so a longer word
    // must go on with one of the endings exports use.
    let ending = |rest: &str| matches!(rest, "" | "id" | "nama" | "nomor" | "gov" | "pribadi" | "dinas" | "rumah" | "domisili");
    PERSONAL.iter().any(|name| header.strip_prefix(name).is_some_and(ending))
}

/// A row that was not taken, to be mended: its cells less the personal ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRow {
    /// Record number, the header being 1.
    pub row: u64,
    /// The codes of its errors.
    pub codes: Vec<&'static str>,
    /// Its cells, cleaned and harmless in a spreadsheet; personal ones empty.
    pub cells: Vec<String>,
}

/// The cells of a record that may be kept.
pub fn keepable(record: &StringRecord, layout: &Layout) -> Vec<String> {
    let keep = |(at, cell): (usize, &str)| match layout.is_personal(at) {
        true => String::new(),
        false => defused(cell),
    };
    record.iter().enumerate().take(layout.width()).map(keep).collect()
}

/// Control characters off, and an apostrophe before what a spreadsheet would calculate; the import
/// takes it off again. A lone dash, a negative order or a leading dash of a unit stay as they are.
pub fn defused(cell: &str) -> String {
    let head = &cell[..cell.floor_char_boundary(CELL_LIMIT)];
    let text = clean(head).0;
    let is_harmless = text.bytes().all(|b| b == b'-' || b.is_ascii_digit());
    if is_formula(&text) && !is_harmless { format!("'{text}") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_the_contract_are_personal_and_no_others() {
        for header in
            ["nik", "npwpnomor", "bpjs", "alamat", "nomorhp", "email", "emailgov", "agamaid", "agamanama", "jeniskawinid"]
        {
            assert!(is_personal(header), "{header}");
        }
        for header in ["nip", "nipbaru", "nama", "jabatannama", "isvalidnik", "jenisjabatanid", "alasan", "hubungan"] {
            assert!(!is_personal(header), "{header}");
        }
    }
}
