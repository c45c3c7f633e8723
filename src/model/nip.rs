//! NIP and NI PPPK: 18 digits that are never a number.
//!
//! Layout (Perka BKN 22/2007, 43/2007): birth date `yyyymmdd`, then for PNS `yyyymm` of TMT CPNS
//! and for PPPK `yyyy` of the first appointment and the number of the agreement (21 and up), sex
//! (1 male, 2 female), a serial of three digits. There is no check digit.
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An 18-digit NIP (PNS) or NI PPPK, held as text: a float would lose its last digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip([u8; 18]);

/// Whose number it is, told by digits 13–14.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NipForm {
    /// Digits 13–14 are a month: a PNS or CPNS.
    Pns,
    /// Digits 13–14 are 21 or more: a PPPK.
    Pppk,
}

/// Why a text is no NIP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NipError {
    /// Written in scientific notation or as a decimal number: digits are lost for good.
    #[error("digits lost (a spreadsheet turned it into a number)")]
    Damaged,
    /// Not 18 digits.
    #[error("{0} digits instead of 18")]
    Length(usize),
    /// Digits 13–14 are neither a month nor 21 and up.
    #[error("digits 13-14 are {0:02}, neither a month nor 21 and up")]
    Form(u8),
}

impl Nip {
    /// Reads a NIP. Spaces, dots, hyphens, an apostrophe and a BOM around the digits are dropped.
    ///
    /// # Errors
    /// [`NipError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, NipError> {
        let text = text.trim();
        // Nearly every NIP is written plainly.
        if let Ok(plain) = text.as_bytes().try_into()
            && text.bytes().all(|byte| byte.is_ascii_digit())
        {
            return Self(plain).checked();
        }
        if is_number_notation(text) {
            return Err(NipError::Damaged);
        }
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
        let noise = |c: char| c.is_whitespace() || "'’`.-\u{feff}\u{200b}".contains(c);
        if !text.chars().all(|c| c.is_ascii_digit() || noise(c)) {
            return Err(NipError::Length(digits.len()));
        }
        Self(digits.as_slice().try_into().map_err(|_| NipError::Length(digits.len()))?).checked()
    }

    fn checked(self) -> Result<Self, NipError> {
        self.form().map(|_| self).ok_or(NipError::Form(self.number(12, 14) as u8))
    }

    /// Whose number it is; `None` only for digits that [`Nip::parse`] refuses.
    fn form(&self) -> Option<NipForm> {
        match self.number(12, 14) {
            1..=12 => Some(NipForm::Pns),
            21.. => Some(NipForm::Pppk),
            _ => None,
        }
    }

    /// Whether it is an NI PPPK (digits 13–14 are 21 and up).
    pub fn is_pppk(&self) -> bool {
        self.form() == Some(NipForm::Pppk)
    }

    /// The birth date of digits 1–8, where they are a date.
    pub fn birth_date(&self) -> Option<Date> {
        Date::new(self.number(0, 4) as i16, self.number(4, 6) as i8, self.number(6, 8) as i8).ok()
    }

    /// Year and, for PNS, month of digits 9–14: TMT CPNS, or the first appointment of a PPPK.
    pub fn appointed(&self) -> (i16, Option<i8>) {
        let month = (!self.is_pppk()).then(|| self.number(12, 14) as i8);
        (self.number(8, 12) as i16, month)
    }

    /// Digit 15: 1 male, 2 female.
    pub fn sex_digit(&self) -> u8 {
        self.0[14] - b'0'
    }

    /// The 18 digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// As printed on decrees: `19680411 199303 1 009`.
    pub fn spaced(&self) -> String {
        let s = self.as_str();
        format!("{} {} {} {}", &s[..8], &s[8..14], &s[14..15], &s[15..])
    }

    fn number(&self, from: usize, to: usize) -> u16 {
        self.0[from..to].iter().fold(0, |n, d| n * 10 + u16::from(d - b'0'))
    }
}

/// `1.96809E+17`, `196809111993031000.0`: what a spreadsheet makes of 18 digits.
fn is_number_notation(text: &str) -> bool {
    let exponent = text.contains(['e', 'E']) && text.contains(|c: char| c.is_ascii_digit());
    let decimal = text.rsplit_once(['.', ',']).is_some_and(|(whole, part)| {
        whole.len() >= 15 && whole.bytes().all(|b| b.is_ascii_digit()) && part.bytes().all(|b| b == b'0')
    });
    (exponent && text.parse::<f64>().is_ok() || decimal) && !text.is_empty()
        || exponent && text.replace(',', ".").parse::<f64>().is_ok()
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A NIP tells birth date and sex: never whole in a log or a panic.
        write!(f, "Nip(…{})", &self.as_str()[14..])
    }
}
impl Serialize for Nip {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}
impl<'de> Deserialize<'de> for Nip {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        super::read_text(d, Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_forms_of_the_same_nip_are_equal() {
        let plain = Nip::parse("196804111993031009").unwrap();
        for form in ["19680411 199303 1 009", "'196804111993031009", "19680411.199303.1.009"] {
            assert_eq!(Nip::parse(form).unwrap(), plain, "{form}");
        }
        assert_eq!(plain.spaced(), "19680411 199303 1 009");
        assert_eq!(plain.appointed(), (1993, Some(3)));
        assert!(!plain.is_pppk());
    }

    #[test]
    fn damaged_short_and_impossible_numbers_are_told_apart() {
        assert_eq!(Nip::parse("1.96809E+17"), Err(NipError::Damaged));
        assert_eq!(Nip::parse("1,96809E+17"), Err(NipError::Damaged));
        assert_eq!(Nip::parse("196804111993031000.0"), Err(NipError::Damaged));
        assert_eq!(Nip::parse("19820105200904200"), Err(NipError::Length(17)));
        assert_eq!(Nip::parse(""), Err(NipError::Length(0)));
        assert_eq!(Nip::parse("196804111993131009"), Err(NipError::Form(13)));
        assert_eq!(Nip::parse("196804111993001009"), Err(NipError::Form(0)));
        assert!(Nip::parse("199106062021212001").unwrap().is_pppk());
    }

    #[test]
    fn debug_output_hides_the_birth_date() {
        let nip = Nip::parse("196804111993031009").unwrap();
        assert!(!format!("{nip:?}").contains("1968"));
    }
}
