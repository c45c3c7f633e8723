//! Education: level and field of study.
use std::fmt;

/// `TINGKAT PENDIDIKAN ID`: 05 SD … 50 S-3, ordered as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EducationLevel(u8);

const LEVELS: [(u8, &str); 12] = [
    (5, "SD"),
    (10, "SLTP"),
    (12, "SLTP Kejuruan"),
    (15, "SLTA"),
    (17, "SLTA Kejuruan"),
    (18, "SLTA Keguruan"),
    (20, "D-I"),
    (25, "D-II"),
    (30, "D-III"),
    (35, "D-IV"),
    (40, "S-1"),
    (45, "S-2"),
];

impl EducationLevel {
    /// D-I, from where BKN expects a gelar.
    pub const D1: Self = Self(20);

    /// The level with that id; `None` for ids BKN does not have.
    pub fn from_code(code: u8) -> Option<Self> {
        (code == 50 || LEVELS.iter().any(|(id, _)| *id == code)).then_some(Self(code))
    }

    /// Reads an id (`40`, `05`) or a name (`S-1`).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(code) = text.parse::<u8>() {
            return Self::from_code(code);
        }
        if text.eq_ignore_ascii_case("S-3") {
            return Some(Self(50));
        }
        LEVELS.iter().find(|(_, name)| name.eq_ignore_ascii_case(text)).map(|(id, _)| Self(*id))
    }

    /// The BKN id.
    pub const fn code(self) -> u8 {
        self.0
    }
}

impl fmt::Display for EducationLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(LEVELS.iter().find(|(id, _)| *id == self.0).map_or("S-3", |(_, name)| name))
    }
}

super::serde_as_text!(EducationLevel, "an education level such as S-1 or 40");

/// The field in a `PENDIDIKAN NAMA`: the name without its first word (`S-1 HUKUM` → `HUKUM`),
/// trimmed, in upper case. Empty where there is no second word.
pub fn field_of(education_name: &str) -> String {
    let trimmed = education_name.trim();
    trimmed.split_once(char::is_whitespace).map_or("", |(_, rest)| rest).trim().to_uppercase()
}
