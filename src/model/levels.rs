//! What a jabatan is: eselon, jenjang, level, kind.
use serde::{Deserialize, Serialize};
use std::fmt;

/// Eselon of a structural post by its SIASN id: 21 (II.a) … 52 (V.b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Echelon(u8);

impl Echelon {
    /// III.a, the highest administrator.
    pub const III_A: Self = Self(31);
    /// IV.a, the higher pengawas.
    pub const IV_A: Self = Self(41);
    /// IV.b, the lower pengawas.
    pub const IV_B: Self = Self(42);

    /// The eselon with that id (11–52).
    pub fn from_code(code: u8) -> Option<Self> {
        ((1..=5).contains(&(code / 10)) && (1..=2).contains(&(code % 10))).then_some(Self(code))
    }

    /// The SIASN id.
    pub const fn code(self) -> u8 {
        self.0
    }

    /// The roman number: 2 for II.a and II.b.
    pub const fn tier(self) -> u8 {
        self.0 / 10
    }

    /// Reads `III.a`, `III a`, `31`.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
        if let Ok(code) = text.parse::<u8>() {
            return Self::from_code(code);
        }
        let (roman, letter) = text.split_at_checked(text.len().checked_sub(1)?)?;
        let tier = ["I", "II", "III", "IV", "V"].iter().position(|r| *r == roman)? as u8 + 1;
        Self::from_code(tier * 10 + letter.bytes().next()?.checked_sub(b'A')? + 1)
    }
}

impl fmt::Display for Echelon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let roman = ["I", "II", "III", "IV", "V"][usize::from(self.tier()) - 1];
        write!(f, "{roman}.{}", char::from(b'a' + self.0 % 10 - 1))
    }
}

/// Jenjang of a functional post, by its SIASN code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Jenjang {
    /// Pemula.
    Pm,
    /// Terampil.
    Tr,
    /// Mahir.
    Mh,
    /// Penyelia.
    Py,
    /// Ahli Pertama.
    Pt,
    /// Ahli Muda.
    Mu,
    /// Ahli Madya.
    Ma,
    /// Ahli Utama.
    Ut,
}

impl Jenjang {
    /// Reads the code (`MU`) or the name (`Ahli Muda`).
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_uppercase().trim_start_matches("AHLI ").trim() {
            "PM" | "PEMULA" => Self::Pm,
            "TR" | "TERAMPIL" => Self::Tr,
            "MH" | "MAHIR" => Self::Mh,
            "PY" | "PENYELIA" => Self::Py,
            "PT" | "PERTAMA" => Self::Pt,
            "MU" | "MUDA" => Self::Mu,
            "MA" | "MADYA" => Self::Ma,
            "UT" | "UTAMA" => Self::Ut,
            _ => return None,
        })
    }

    /// The step on the ladder within functional posts. Penyelia, the top of keterampilan, stands
    /// beside Ahli Pertama, the foot of keahlian.
    pub const fn step(self) -> u8 {
        match self {
            Self::Pm => 0,
            Self::Tr => 1,
            Self::Mh => 2,
            Self::Py | Self::Pt => 3,
            Self::Mu => 4,
            Self::Ma => 5,
            Self::Ut => 6,
        }
    }
}

impl fmt::Display for Jenjang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pm => "Pemula",
            Self::Tr => "Terampil",
            Self::Mh => "Mahir",
            Self::Py => "Penyelia",
            Self::Pt => "Ahli Pertama",
            Self::Mu => "Ahli Muda",
            Self::Ma => "Ahli Madya",
            Self::Ut => "Ahli Utama",
        })
    }
}

/// The kind of a jabatan as recorded (`JENIS JABATAN ID` 1, 2, 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JabatanKind {
    /// Structural (managerial).
    Structural,
    /// Functional (JF).
    Functional,
    /// Staff (pelaksana).
    Staff,
}

/// A level, 1 (pelaksana) to 5 (JPT): who is above whom, across structural and functional posts.
/// JPT and JF Utama 5 · administrator, JF Madya 4 · pengawas, JF Muda 3 · JF Pertama, Penyelia 2 ·
/// pelaksana, Mahir and below 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Level(pub u8);

/// The types of posts that packs name: whose moves need a document, whom a local rule concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PostType {
    /// Jabatan pimpinan tinggi.
    Jpt,
    /// Administrator (eselon III).
    Administrator,
    /// Pengawas (eselon IV and below).
    Pengawas,
    /// Jabatan fungsional.
    #[serde(alias = "jf")]
    Functional,
    /// Pelaksana.
    #[serde(alias = "pelaksana")]
    Staff,
}

impl PostType {
    /// Of a grade.
    pub const fn of(grade: Grade) -> Self {
        match grade {
            Grade::Functional(_) => Self::Functional,
            Grade::Staff => Self::Staff,
            Grade::Structural(echelon) => match echelon.tier() {
                1 | 2 => Self::Jpt,
                3 => Self::Administrator,
                _ => Self::Pengawas,
            },
        }
    }
}

/// The grade of a position: what its level, demand, retirement age and ladder follow from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grade {
    /// A structural post of that eselon.
    Structural(Echelon),
    /// A functional post of that jenjang.
    Functional(Jenjang),
    /// A staff post (pelaksana).
    Staff,
}

impl Grade {
    /// From the recorded columns; `None` where eselon or jenjang is missing.
    pub fn of(kind: JabatanKind, echelon: Option<Echelon>, jenjang: Option<Jenjang>) -> Option<Self> {
        match kind {
            JabatanKind::Structural => echelon.map(Self::Structural),
            JabatanKind::Functional => jenjang.map(Self::Functional),
            JabatanKind::Staff => Some(Self::Staff),
        }
    }

    /// The level, see [`Level`].
    pub const fn level(self) -> Level {
        Level(match self {
            Self::Structural(e) => match e.tier() {
                1 | 2 => 5,
                3 => 4,
                4 => 3,
                _ => 2,
            },
            Self::Functional(Jenjang::Ut) => 5,
            Self::Functional(Jenjang::Ma) => 4,
            Self::Functional(Jenjang::Mu) => 3,
            Self::Functional(Jenjang::Pt | Jenjang::Py) => 2,
            Self::Functional(_) | Self::Staff => 1,
        })
    }

    /// Whether it is a JPT (eselon I or II).
    pub const fn is_jpt(self) -> bool {
        matches!(self, Self::Structural(e) if e.tier() <= 2)
    }

    /// Whether it is an administrator's post (eselon III).
    pub const fn is_administrator(self) -> bool {
        matches!(self, Self::Structural(e) if e.tier() == 3)
    }

    /// Whether it is a pengawas post (eselon IV).
    pub const fn is_supervisor(self) -> bool {
        matches!(self, Self::Structural(e) if e.tier() == 4)
    }

    /// Whether it is structural (managerial).
    pub const fn is_structural(self) -> bool {
        matches!(self, Self::Structural(_))
    }

    /// Whether it is functional (JF).
    pub const fn is_functional(self) -> bool {
        matches!(self, Self::Functional(_))
    }

    /// Lower than `other`: a lower level, or IV.b below IV.a (plan-model, R26).
    pub fn is_below(self, other: Self) -> bool {
        self.level() < other.level() || self == Self::Structural(Echelon::IV_B) && other == Self::Structural(Echelon::IV_A)
    }
}

super::serde_as_text!(Echelon, "an eselon such as IV.a");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eselon_is_read_in_every_spelling_and_ordered_by_level() {
        for text in ["III.a", "III a", "31", "iii.A"] {
            assert_eq!(Echelon::parse(text), Some(Echelon::III_A), "{text}");
        }
        assert_eq!(Echelon::parse("99"), None);
        assert_eq!(Echelon::parse(""), None);
        let lurah = Grade::Structural(Echelon::IV_A);
        let seklur = Grade::Structural(Echelon::IV_B);
        assert!(seklur.is_below(lurah) && !lurah.is_below(seklur));
        assert_eq!(seklur.level(), lurah.level());
        assert!(Grade::Staff.is_below(Grade::Functional(Jenjang::Pt)));
    }
}
