//! Wishes.
use crate::model::records::Aspiration;
use crate::store::import::problem::Expected;
use crate::store::import::row::{Rejected, Row, whole};

super::header! {
    NIP: Required "NIP" | "NIP BARU";
    ORDER: Required "URUTAN" | "PILIHAN" | "PRIORITAS";
    UNIT: Required "UNOR ID" | "ID UNOR";
    JABATAN: Required "JABATAN ID" | "ID JABATAN";
    REASON: Optional "ALASAN";
}

/// The order of a wish whose own cannot be read: behind every rank that earns anything.
pub const UNRANKED: i8 = 9;

/// One row.
///
/// # Errors
/// [`Rejected`] where the NIP is unreadable.
pub fn read(row: &mut Row) -> Result<Aspiration, Rejected> {
    let nip = row.employee(NIP);
    let order = whole(row.cell(ORDER)).and_then(|order| i8::try_from(order).ok()).filter(|order| (-1..=5).contains(order));
    if order.is_none() {
        row.out_of_range(ORDER, Expected::WishOrder);
    }
    let order = order.unwrap_or(UNRANKED);
    let (unit, jabatan) = (row.unit(UNIT), row.jabatan(JABATAN));
    let jabatan = (!jabatan.0.is_empty()).then_some(jabatan);
    match &jabatan {
        // Who asks to stay names no post.
        _ if order == 0 && unit.0.is_empty() => {}
        _ if unit.0.is_empty() => row.out_of_range(UNIT, Expected::Something),
        Some(jabatan) => row.check_position((UNIT, JABATAN), &unit, jabatan),
        None => row.check_unit(UNIT, &unit),
    }
    Ok(Aspiration { order, unit, jabatan, reason: row.text(REASON), nip: nip? })
}
