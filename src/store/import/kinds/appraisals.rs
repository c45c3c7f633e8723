//! SKP: the appraisal of a year, by its two ratings or by its predikat.
use crate::model::Predicate;
use crate::model::records::Appraisal;
use crate::store::import::problem::Expected;
use crate::store::import::row::{Rejected, Row};
use crate::store::import::words;

super::header! {
    NIP: Required "NIP" | "NIP BARU";
    YEAR: Required "TAHUN" | "TAHUN PENILAIAN";
    RESULT: Unless("PREDIKAT") "HASIL KERJA" | "HASIL KERJA NILAI" | "RATING HASIL KERJA";
    BEHAVIOUR: Unless("PREDIKAT") "PERILAKU KERJA" | "PERILAKU KERJA NILAI" | "RATING PERILAKU KERJA";
    PREDICATE: Optional "PREDIKAT" | "PREDIKAT KINERJA" | "KUADRAN KINERJA";
    SEMESTER: Optional "SEMESTER";
}

/// One row. A year that cannot be read becomes year 0, which no rule asks for.
///
/// # Errors
/// [`Rejected`] where the NIP is unreadable.
pub fn read(row: &mut Row) -> Result<Appraisal, Rejected> {
    let nip = row.employee(NIP);
    let last = i64::from(row.request.today.year());
    let year = row.number(YEAR, 1990..=last);
    if row.cell(YEAR).is_empty() {
        row.out_of_range(YEAR, Expected::Between(1990, last));
    }
    let year = year.and_then(|year| i16::try_from(year).ok()).unwrap_or(0);
    let semester = row.number(SEMESTER, 1..=2).and_then(|half| u8::try_from(half).ok());
    let result = row.word(RESULT, Expected::Rating, words::rating);
    let behaviour = row.word(BEHAVIOUR, Expected::Rating, words::rating);
    // The ratings are the source, the predikat what somebody made of them.
    let rated = result.zip(behaviour).and_then(|(result, behaviour)| Predicate::of(result, behaviour));
    let predicate = row.word(PREDICATE, Expected::Predicate, |text| Predicate::parse(&words::upper(text)));
    Ok(Appraisal { year, semester, predicate: rated.or(predicate), nip: nip? })
}
