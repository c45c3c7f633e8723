//! Former posts.
use crate::model::Jenjang;
use crate::model::records::FormerPost;
use crate::store::import::problem::Expected;
use crate::store::import::row::{Rejected, Row, When};
use crate::store::import::words;

super::header! {
    NIP: Required "NIP" | "NIP BARU";
    KIND: Required "JENIS JABATAN ID" | "JENIS JABATAN";
    ECHELON: Required "ESELON ID" | "ESELON";
    JENJANG: Required "JENJANG";
    UNIT: Required "UNOR ID" | "ID UNOR";
    FROM: Required[date] "TMT MULAI" | "TMT JABATAN" | "MULAI";
    UNTIL: Required[date] "TMT AKHIR" | "AKHIR";
}

/// One row. The unit may be one that no longer exists, so it is not judged.
///
/// # Errors
/// [`Rejected`] where the NIP is unreadable.
pub fn read(row: &mut Row) -> Result<FormerPost, Rejected> {
    let nip = row.employee(NIP);
    let kind = row.word(KIND, Expected::JabatanKind, words::jabatan_kind_of_code);
    let echelon = row.word(ECHELON, Expected::Echelon, words::echelon).flatten();
    let jenjang = row.word(JENJANG, Expected::Jenjang, Jenjang::parse);
    let unit = row.unit(UNIT);
    Ok(FormerPost { kind, echelon, jenjang, unit, from: row.date(FROM, When::Any), until: row.date(UNTIL, When::Any), nip: nip? })
}
