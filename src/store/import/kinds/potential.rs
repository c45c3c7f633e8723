//! Potential from talent mapping, and what else the match score of Kepka BKN 411/2025 asks for (optional columns, 0–100).
use crate::model::records::{Points, Talent};
use crate::store::import::problem::Expected;
use crate::store::import::row::{Rejected, Row, When};

super::header! {
    NIP: Required "NIP" | "NIP BARU";
    POTENTIAL: Required "POTENSI" | "NILAI POTENSI";
    DATE: Required[date] "TANGGAL" | "TANGGAL ASESMEN" | "TGL";
    POTKOM: Optional "POTKOM" | "NILAI POTKOM";
    EDUCATION: Optional "NILAI PENDIDIKAN";
    FIELD: Optional "BIDANG ILMU" | "NILAI BIDANG ILMU";
    TRAINING: Optional "PENGEMBANGAN KOMPETENSI" | "NILAI PENGEMBANGAN KOMPETENSI";
    LENGTH: Optional "PENGALAMAN LAMA" | "LAMA PENGALAMAN";
    VARIETY: Optional "PENGALAMAN KERAGAMAN" | "KERAGAMAN PENGALAMAN";
    SUBSTANCE: Optional "PENGALAMAN SUBSTANSI" | "SUBSTANSI PENGALAMAN";
    INTEGRITY: Optional "INTEGRITAS" | "NILAI INTEGRITAS";
}

/// One row.
///
/// # Errors
/// [`Rejected`] where the NIP is unreadable.
pub fn read(row: &mut Row) -> Result<Talent, Rejected> {
    let nip = row.employee(NIP);
    let potential = row.word(POTENTIAL, Expected::Points, Points::parse);
    let mut points = |column| row.word(column, Expected::Points, Points::parse);
    Ok(Talent {
        potkom: points(POTKOM),
        education: points(EDUCATION),
        field: points(FIELD),
        training: points(TRAINING),
        length: points(LENGTH),
        variety: points(VARIETY),
        substance: points(SUBSTANCE),
        integrity: points(INTEGRITY),
        potential,
        date: row.date(DATE, When::Past),
        nip: nip?,
    })
}
