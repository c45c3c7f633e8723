//! Answered forms of the public-satisfaction survey.
use crate::model::records::Survey;
use crate::store::import::row::{Rejected, Row, When};

super::header! {
    UNIT: Required "UNOR ID" | "ID UNOR";
    DATE: Required[date] "TANGGAL" | "TGL";
    U1: Required "U1";
    U2: Required "U2";
    U3: Required "U3";
    U4: Required "U4";
    U5: Required "U5";
    U6: Required "U6";
    U7: Required "U7";
    U8: Required "U8";
    U9: Required "U9";
}

/// One row.
///
/// # Errors
/// None: there is no NIP to be unreadable.
pub fn read(row: &mut Row) -> Result<Survey, Rejected> {
    let unit = row.unit(UNIT);
    row.check_unit(UNIT, &unit);
    let date = row.date(DATE, When::Past);
    let mut answer = |column| row.number(column, 1..=4).and_then(|answer| u8::try_from(answer).ok());
    let (u1, u2, u3, u4, u5) = (answer(U1), answer(U2), answer(U3), answer(U4), answer(U5));
    let (u6, u7, u8, u9) = (answer(U6), answer(U7), answer(U8), answer(U9));
    Ok(Survey { unit, date, u1, u2, u3, u4, u5, u6, u7, u8, u9 })
}
