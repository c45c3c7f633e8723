//! What is recorded of people, posts and units beside who and what they are: one struct a kind of
//! file, flat, so that the same struct reads RON and CSV.
pub use super::predicate::Predicate;
pub use super::talent::{MatchInput, Talent};
use super::{Echelon, JabatanId, JabatanKind, Jenjang, Nip, SharedText, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names separated by `|` in one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PipeList(pub Box<[SharedText]>);

impl PipeList {
    /// Reads `a|b`; empty parts are dropped. Never fails.
    pub fn parse(text: &str) -> Option<Self> {
        Some(Self(text.split('|').map(str::trim).filter(|s| !s.is_empty()).map(SharedText::from).collect()))
    }
}
impl fmt::Display for PipeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("|"))
    }
}
super::serde_as_text!(PipeList, "names separated by |");

/// A competency by its code: `M1` … `M8`, `SK1`, or a technical one (`T.PEM`).
pub type Competency = SharedText;

/// Competencies with levels: `M1=2|SK1=2|T.PEM=3`. Kept as its text: of a hundred thousand posts few require what no other does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Requirements(Box<str>);

impl Requirements {
    /// Reads `M1=2|SK1=2`; levels are 1–5.
    pub fn parse(text: &str) -> Option<Self> {
        text.split('|').map(str::trim).filter(|s| !s.is_empty()).map(required).collect()
    }

    /// Each competency with its level, 1–5.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, u8)> {
        self.0.split('|').filter_map(required)
    }
}

fn required(part: &str) -> Option<(&str, u8)> {
    let (code, level) = part.split_once('=')?;
    let level = level.trim().parse().ok().filter(|level| (1..=5).contains(level))?;
    Some((code.trim(), level))
}

impl<'a> FromIterator<(&'a str, u8)> for Requirements {
    fn from_iter<I: IntoIterator<Item = (&'a str, u8)>>(parts: I) -> Self {
        let mut text = String::new();
        for (code, level) in parts {
            let between = if text.is_empty() { "" } else { "|" };
            text.extend([between, code, "=", level.to_string().as_str()]);
        }
        Self(text.into())
    }
}
impl fmt::Display for Requirements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
super::serde_as_text!(Requirements, "competencies such as M1=2|SK1=2");

/// A figure of 0–100 points in hundredths (0–10,000), written `74.09`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub u16);

impl Points {
    /// 100 points.
    pub const FULL: Self = Self(10_000);

    /// Reads `74`, `74.09` or `74,09` (at most two decimals count, half up).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace(',', ".");
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        if part.len() > 12 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let digit = |at: usize| part.as_bytes().get(at).map_or(0, |b| u32::from(b - b'0'));
        let hundredths = whole.parse::<u32>().ok()?.checked_mul(100)? + digit(0) * 10 + digit(1) + u32::from(digit(2) >= 5);
        u16::try_from(hundredths).ok().filter(|n| *n <= 10_000).map(Self)
    }
}
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
super::serde_as_text!(Points, "points of 0 to 100");

/// One competency of one person, assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Who.
    pub nip: Nip,
    /// Which competency.
    pub code: Competency,
    /// Level held, 1–5; unknown where out of range.
    #[serde(default)]
    pub level: Option<u8>,
    /// When assessed.
    #[serde(default)]
    pub date: Option<Date>,
}

/// The appraisal (SKP) of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appraisal {
    /// Who.
    pub nip: Nip,
    /// The calendar year.
    pub year: i16,
    /// Its half (1 or 2), where appraisals are half-yearly; the year's predicate is then the last half's.
    #[serde(default)]
    pub semester: Option<u8>,
    /// Predikat, computed from the two ratings where the file has them.
    #[serde(default)]
    pub predicate: Option<Predicate>,
}

/// Level of a disciplinary measure (PP 94/2021 Art. 8), or a case under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisciplineLevel {
    /// Criminal proceedings (proses peradilan): no disciplinary measure; R08 alone judges them.
    Trial,
    /// Under examination.
    Examination,
    /// Hukuman ringan.
    Light,
    /// Hukuman sedang.
    Moderate,
    /// Hukuman berat.
    Severe,
}

/// A disciplinary measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discipline {
    /// Who.
    pub nip: Nip,
    /// How severe; unknown where unreadable (it then still counts as one).
    #[serde(default)]
    pub level: Option<DisciplineLevel>,
    /// From.
    #[serde(default)]
    pub from: Option<Date>,
    /// To (the first day after); open where missing.
    #[serde(default)]
    pub until: Option<Date>,
}

impl Discipline {
    /// Whether it is served on that day. An unknown beginning counts as begun.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// A former post (riwayat jabatan).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerPost {
    /// Who.
    pub nip: Nip,
    /// Kind of jabatan.
    #[serde(default)]
    pub kind: Option<JabatanKind>,
    /// Eselon, of a structural one.
    #[serde(default)]
    pub echelon: Option<Echelon>,
    /// Jenjang, of a functional one.
    #[serde(default)]
    pub jenjang: Option<Jenjang>,
    /// Where.
    #[serde(default)]
    pub unit: UnitId,
    /// From.
    #[serde(default)]
    pub from: Option<Date>,
    /// To (the first day after).
    #[serde(default)]
    pub until: Option<Date>,
}

/// A wish: a post, any post of a unit, to stay, or not to be sent to a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aspiration {
    /// Who.
    pub nip: Nip,
    /// 1–5: the rank; 0: asks to stay; -1: does not want this unit.
    pub order: i8,
    /// The unit.
    #[serde(default)]
    pub unit: UnitId,
    /// The jabatan; missing: any post of the unit.
    #[serde(default)]
    pub jabatan: Option<JabatanId>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A family relation between two employees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// One.
    pub nip_a: Nip,
    /// The other.
    pub nip_b: Nip,
    /// What they are to each other.
    #[serde(default)]
    pub relation: String,
}

/// A change of workload: a programme that takes hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workload {
    /// Where.
    pub unit: UnitId,
    /// For which jabatan; missing: the unit as a whole (raises only the demand).
    #[serde(default)]
    pub jabatan: Option<JabatanId>,
    /// From when.
    #[serde(default)]
    pub from: Option<Date>,
    /// Hours a year.
    pub hours: i32,
    /// The programme.
    #[serde(default)]
    pub programme: String,
}

/// An acting appointment (Plt/Plh). The post stays vacant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acting {
    /// Who.
    pub nip: Nip,
    /// The unit of the post.
    pub unit: UnitId,
    /// The post's jabatan.
    pub jabatan: JabatanId,
    /// From.
    #[serde(default)]
    pub from: Option<Date>,
    /// Until.
    #[serde(default)]
    pub until: Option<Date>,
    /// Number of the letter.
    #[serde(default)]
    pub letter: String,
}

/// One answered form of the public-satisfaction survey (SKM, PermenPANRB 14/2017): nine unsur, 1–4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    pub unit: UnitId,
    #[serde(default)]
    pub date: Option<Date>,
    #[serde(default)]
    pub u1: Option<u8>,
    #[serde(default)]
    pub u2: Option<u8>,
    #[serde(default)]
    pub u3: Option<u8>,
    #[serde(default)]
    pub u4: Option<u8>,
    #[serde(default)]
    pub u5: Option<u8>,
    #[serde(default)]
    pub u6: Option<u8>,
    #[serde(default)]
    pub u7: Option<u8>,
    #[serde(default)]
    pub u8: Option<u8>,
    #[serde(default)]
    pub u9: Option<u8>,
}

/// A post that a newer peta jabatan no longer has: its holders are in the tray.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbolishedPost {
    /// The unit it was in.
    pub unit: UnitId,
    /// The jabatan it was.
    pub jabatan: JabatanId,
    /// Its name.
    #[serde(default)]
    pub name: SharedText,
    /// Its kind.
    pub kind: JabatanKind,
    /// Its eselon.
    #[serde(default)]
    pub echelon: Option<Echelon>,
    /// Its jenjang.
    #[serde(default)]
    pub jenjang: Option<Jenjang>,
    /// Its kelas jabatan.
    #[serde(default)]
    pub class: Option<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_hundredths_without_a_float() {
        assert_eq!(Points::parse("74.09"), Some(Points(7409)));
        assert_eq!(Points::parse("74,1"), Some(Points(7410)));
        assert_eq!(Points::parse("100"), Some(Points(10_000)));
        assert_eq!(Points::parse("99.995"), Some(Points(10_000)));
        for bad in ["100.01", "-1", "", "x", "1.2.3", "1e2"] {
            assert_eq!(Points::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn requirements_read_back_what_they_write() {
        let text = "M1=2|SK1=2|T.PEM=3";
        assert_eq!(Requirements::parse(text).unwrap().to_string(), text);
        assert!(Requirements::parse("").unwrap().0.is_empty());
        assert!(Requirements::parse("M1").is_none() && Requirements::parse("M1=6").is_none());
    }
}
