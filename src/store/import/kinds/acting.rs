//! Plt and Plh.
use crate::model::records::Acting;
use crate::store::import::row::{Rejected, Row, When};

super::header! {
    NIP: Required "NIP" | "NIP BARU";
    UNIT: Required "UNOR ID" | "ID UNOR";
    JABATAN: Required "JABATAN ID" | "ID JABATAN";
    FROM: Required[date] "SEJAK" | "TMT MULAI" | "MULAI";
    UNTIL: Required[date] "SAMPAI" | "TMT AKHIR" | "AKHIR";
    LETTER: Optional "NOMOR SURAT" | "NO SURAT";
}

/// One row.
///
/// # Errors
/// [`Rejected`] where the NIP is unreadable.
pub fn read(row: &mut Row) -> Result<Acting, Rejected> {
    let nip = row.employee(NIP);
    let (unit, jabatan) = (row.unit(UNIT), row.jabatan(JABATAN));
    row.check_position((UNIT, JABATAN), &unit, &jabatan);
    let (from, until) = (row.date(FROM, When::Any), row.date(UNTIL, When::Any));
    Ok(Acting { unit, jabatan, from, until, letter: row.text(LETTER), nip: nip? })
}
