//! Potential from talent mapping.
use crate::model::records::{Points, Talent};
use crate::store::import::problem::Expected;
use crate::store::import::row::{Rejected, Row, When};

super::header! {
    NIP: Required "NIP" | "NIP BARU";
    POTENTIAL: Required "POTENSI" | "NILAI POTENSI";
    DATE: Required[date] "TANGGAL" | "TANGGAL ASESMEN" | "TGL";
}

/// One row.
///
/// # Errors
/// [`Rejected`] where the NIP is unreadable.
pub fn read(row: &mut Row) -> Result<Talent, Rejected> {
    let nip = row.employee(NIP);
    let potential = row.word(POTENTIAL, Expected::Points, Points::parse);
    Ok(Talent { potential, date: row.date(DATE, When::Past), nip: nip? })
}
