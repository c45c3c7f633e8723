//! Pangkat/golongan. PNS and PPPK have different scales that do not compare.
use std::fmt;

/// A PNS golongan/ruang by its BKN id: 11 (I/a) … 45 (IV/e).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Golongan(u8);

/// A rank: of a PNS, or of a PPPK (I–XVII). There is no order between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rank {
    /// PNS, I/a to IV/e.
    Pns(Golongan),
    /// PPPK, I to XVII.
    Pppk(u8),
}

const ROMAN: [&str; 17] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];

impl Golongan {
    /// The golongan with that BKN id (11–14, 21–24, 31–34, 41–45).
    pub fn from_code(code: u8) -> Option<Self> {
        let (tens, ones) = (code / 10, code % 10);
        let most = if tens == 4 { 5 } else { 4 };
        ((1..=4).contains(&tens) && (1..=most).contains(&ones)).then_some(Self(code))
    }

    /// The BKN id.
    pub const fn code(self) -> u8 {
        self.0
    }

    /// Reads `III/d`, `III-d`, `IIID`, `34` and the like.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>().to_ascii_uppercase();
        if let Ok(code) = text.parse::<u8>() {
            return Self::from_code(code);
        }
        let (roman, letter) = text.split_at_checked(text.len().checked_sub(1)?)?;
        let tens = ROMAN[..4].iter().position(|r| *r == roman)? as u8 + 1;
        let ones = letter.bytes().next()?.checked_sub(b'A')? + 1;
        Self::from_code(tens * 10 + ones)
    }
}

impl fmt::Display for Golongan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let roman = ROMAN[usize::from(self.0 / 10) - 1];
        write!(f, "{roman}/{}", char::from(b'a' + self.0 % 10 - 1))
    }
}

impl Rank {
    /// Reads a PNS golongan, or a PPPK one (`IX`, `Golongan IX`).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let bare = text.strip_prefix("Golongan ").unwrap_or(text).trim();
        let pppk = ROMAN.iter().position(|r| *r == bare).map(|at| Self::Pppk(at as u8 + 1));
        pppk.or_else(|| Golongan::parse(bare).map(Self::Pns))
    }
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pns(golongan) => golongan.fmt(f),
            Self::Pppk(grade) => f.write_str(ROMAN[usize::from(*grade).clamp(1, 17) - 1]),
        }
    }
}

super::serde_as_text!(Golongan, "a golongan such as III/d");
super::serde_as_text!(Rank, "a golongan such as III/d, or IX for PPPK");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_many_spellings_of_a_golongan_are_one() {
        for text in ["III/d", "III/D", "III-d", "IIID", "iii/d", "34"] {
            assert_eq!(Golongan::parse(text), Golongan::from_code(34), "{text}");
        }
        for text in ["I/E", "V/a", "", "99", "IIIE", "x", "35"] {
            assert_eq!(Golongan::parse(text), None, "{text}");
        }
        assert_eq!(Golongan::parse("IV/e").unwrap().to_string(), "IV/e");
    }

    #[test]
    fn pppk_ranks_are_another_scale() {
        assert_eq!(Rank::parse("IX"), Some(Rank::Pppk(9)));
        assert_eq!(Rank::parse("Golongan IX"), Some(Rank::Pppk(9)));
        assert_eq!(Rank::parse("II/a").unwrap().to_string(), "II/a");
        assert_eq!(Rank::parse("I/a"), Some(Rank::Pns(Golongan(11))));
    }
}
