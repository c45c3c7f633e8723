//! Units and positions.
use super::{
    Echelon, EducationLevel, Golongan, Grade, JabatanId, JabatanKind, Jenjang, PositionId, SharedText, UnitId,
    records::{PipeList, Requirements},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A unit kerja of the organisation tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its name, without the dashes that show depth.
    pub name: String,
    /// The unit above.
    #[serde(default)]
    pub parent: Option<UnitId>,
}

/// A position: a jabatan in a unit, with what the peta jabatan says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The unit.
    pub unit: UnitId,
    /// The jabatan.
    pub jabatan: JabatanId,
    /// Name of the jabatan.
    pub name: SharedText,
    /// Structural, functional or staff.
    pub kind: JabatanKind,
    /// Eselon of a structural post.
    #[serde(default)]
    pub echelon: Option<Echelon>,
    /// Jenjang of a functional post.
    #[serde(default)]
    pub jenjang: Option<Jenjang>,
    /// Kelas jabatan, 1–17.
    #[serde(default)]
    pub class: Option<u8>,
    /// Need K of the ABK, in heads.
    pub need: u32,
    /// Lowest level of education.
    #[serde(default)]
    pub education_min: Option<EducationLevel>,
    /// Fields of education named by the post; empty: any.
    #[serde(default)]
    pub fields: PipeList,
    /// Lowest golongan.
    #[serde(default)]
    pub rank_min: Option<Golongan>,
    /// Highest golongan.
    #[serde(default)]
    pub rank_max: Option<Golongan>,
    /// Competencies required, with levels.
    #[serde(default)]
    pub requirements: Requirements,
    /// Vacant since, where recorded.
    #[serde(default)]
    pub vacant_since: Option<Date>,
}

impl Position {
    /// `UNOR ID/JABATAN ID`.
    pub fn id(&self) -> PositionId {
        PositionId { unit: self.unit.clone(), jabatan: self.jabatan.clone() }
    }

    /// Unit and jabatan: the id, to be compared without making one.
    pub fn key(&self) -> (&UnitId, &JabatanId) {
        (&self.unit, &self.jabatan)
    }

    /// The grade; `None` where eselon or jenjang is missing.
    pub fn grade(&self) -> Option<Grade> {
        Grade::of(self.kind, self.echelon, self.jenjang)
    }

    /// Whether it is structural: one holder.
    pub fn is_structural(&self) -> bool {
        self.kind == JabatanKind::Structural
    }

    /// Whether the first word of the name is this one (`Lurah`, `Camat`), case ignored.
    pub fn is_called(&self, word: &str) -> bool {
        self.name.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case(word))
    }
}
