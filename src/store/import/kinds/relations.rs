//! Family relations between employees.
use crate::model::records::Relation;
use crate::store::import::row::{Rejected, Row};

super::header! {
    NIP_A: Required "NIP 1" | "NIP A" | "NIP";
    NIP_B: Required "NIP 2" | "NIP B" | "NIP PASANGAN";
    RELATION: Optional "HUBUNGAN" | "RELASI";
}

/// One row.
///
/// # Errors
/// [`Rejected`] where either NIP is unreadable.
pub fn read(row: &mut Row) -> Result<Relation, Rejected> {
    let (nip_a, nip_b) = (row.employee(NIP_A), row.employee(NIP_B));
    let relation = row.text(RELATION);
    Ok(Relation { nip_a: nip_a?, nip_b: nip_b?, relation })
}
