//! Changes of workload.
use crate::model::records::Workload;
use crate::store::import::problem::Expected;
use crate::store::import::row::{Rejected, Row, When};

super::header! {
    UNIT: Required "UNOR ID" | "ID UNOR";
    JABATAN: Required "JABATAN ID" | "ID JABATAN";
    FROM: Required[date] "MULAI" | "TMT MULAI" | "SEJAK";
    HOURS: Required "TAMBAHAN JAM" | "JAM";
    PROGRAMME: Optional "PROGRAM" | "PROGRAM KEGIATAN";
}

/// More hours a year than any programme takes: 8,000 people full-time.
const MOST_HOURS: i64 = 10_000_000;

/// One row. Hours that cannot be read add none.
///
/// # Errors
/// None: there is no NIP to be unreadable.
pub fn read(row: &mut Row) -> Result<Workload, Rejected> {
    let (unit, jabatan) = (row.unit(UNIT), row.jabatan(JABATAN));
    let jabatan = (!jabatan.0.is_empty()).then_some(jabatan);
    match &jabatan {
        Some(jabatan) => row.check_position((UNIT, JABATAN), &unit, jabatan),
        None => row.check_unit(UNIT, &unit),
    }
    if row.cell(HOURS).is_empty() {
        row.out_of_range(HOURS, Expected::Between(0, MOST_HOURS));
    }
    let hours = row.number(HOURS, 0..=MOST_HOURS).and_then(|hours| i32::try_from(hours).ok()).unwrap_or(0);
    Ok(Workload { unit, jabatan, from: row.date(FROM, When::Any), hours, programme: row.text(PROGRAMME) })
}
