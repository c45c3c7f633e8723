//! Hukuman disiplin, and cases under way.
use crate::model::records::Discipline;
use crate::store::import::problem::Expected;
use crate::store::import::row::{Rejected, Row, When};
use crate::store::import::words;

super::header! {
    NIP: Required "NIP" | "NIP BARU";
    LEVEL: Required "TINGKAT" | "TINGKAT HUKUMAN" | "JENIS TINGKAT HUKUMAN";
    FROM: Required[date] "TMT MULAI" | "TMT HUKUMAN" | "MULAI";
    UNTIL: Required[date] "TMT AKHIR" | "AKHIR HUKUMAN" | "AKHIR";
}

/// One row. An unreadable level is unknown, and still counts as a measure.
///
/// # Errors
/// [`Rejected`] where the NIP is unreadable.
pub fn read(row: &mut Row) -> Result<Discipline, Rejected> {
    let nip = row.employee(NIP);
    if row.cell(LEVEL).is_empty() {
        row.out_of_range(LEVEL, Expected::Discipline);
    }
    let level = row.word(LEVEL, Expected::Discipline, words::discipline);
    Ok(Discipline { level, from: row.date(FROM, When::Any), until: row.date(UNTIL, When::Any), nip: nip? })
}
