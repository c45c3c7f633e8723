//! Assessed competencies.
use crate::model::Assessment;
use crate::store::import::problem::Expected;
use crate::store::import::row::{Rejected, Row, When};

super::header! {
    NIP: Required "NIP" | "NIP BARU";
    CODE: Required "KODE" | "KODE KOMPETENSI" | "KOMPETENSI";
    LEVEL: Required "LEVEL" | "LEVEL KOMPETENSI";
    DATE: Required[date] "TANGGAL ASESMEN" | "TANGGAL" | "TANGGAL ASSESSMENT" | "TGL ASESMEN";
}

/// One row.
///
/// # Errors
/// [`Rejected`] where the NIP is unreadable.
pub fn read(row: &mut Row) -> Result<Assessment, Rejected> {
    let nip = row.employee(NIP);
    let code = row.plain(CODE).to_uppercase();
    if code.is_empty() {
        row.out_of_range(CODE, Expected::Something);
    }
    let level = row.number(LEVEL, 1..=5).and_then(|level| u8::try_from(level).ok());
    Ok(Assessment { code: code.into(), level, date: row.date(DATE, When::Past), nip: nip? })
}
