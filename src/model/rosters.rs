//! The facts as the files hold them: one list a kind, not yet linked.
use super::records::{
    AbolishedPost, Acting, Appraisal, Aspiration, Assessment, Discipline, FormerPost, Relation, Survey, Talent, Workload,
};
use super::{Employee, Position, Unit};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Pegawai.
    Employees,
    /// Unor.
    Units,
    /// Peta jabatan.
    Positions,
    /// Kompetensi.
    Competence,
    /// SKP.
    Appraisals,
    /// Talenta.
    Potential,
    /// Hukuman disiplin.
    Discipline,
    /// Riwayat jabatan.
    History,
    /// Aspirasi.
    Aspirations,
    /// Relasi.
    Relations,
    /// Beban kerja.
    Workload,
    /// Plt/Plh.
    Acting,
    /// SKM.
    Satisfaction,
}

impl Kind {
    /// Every kind, in the order in which they refer to each other.
    pub const ALL: [Self; 13] = [
        Self::Units,
        Self::Positions,
        Self::Employees,
        Self::Competence,
        Self::Appraisals,
        Self::Potential,
        Self::Discipline,
        Self::History,
        Self::Aspirations,
        Self::Relations,
        Self::Workload,
        Self::Acting,
        Self::Satisfaction,
    ];

    /// Its English name: in JSON, and of its file under `facts/`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Employees => "employees",
            Self::Units => "units",
            Self::Positions => "positions",
            Self::Competence => "competence",
            Self::Appraisals => "appraisals",
            Self::Potential => "potential",
            Self::Discipline => "discipline",
            Self::History => "history",
            Self::Aspirations => "aspirations",
            Self::Relations => "relations",
            Self::Workload => "workload",
            Self::Acting => "acting",
            Self::Satisfaction => "satisfaction",
        }
    }

    /// Its Indonesian names, the first as on screen.
    pub const fn indonesian(self) -> &'static [&'static str] {
        match self {
            Self::Employees => &["pegawai"],
            Self::Units => &["unor", "unit"],
            Self::Positions => &["jabatan", "peta"],
            Self::Competence => &["kompetensi"],
            Self::Appraisals => &["skp"],
            Self::Potential => &["talenta"],
            Self::Discipline => &["hukdis"],
            Self::History => &["riwayat"],
            Self::Aspirations => &["aspirasi"],
            Self::Relations => &["relasi"],
            Self::Workload => &["beban"],
            Self::Acting => &["plt"],
            Self::Satisfaction => &["skm"],
        }
    }

    /// Reads an English or Indonesian name.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|kind| kind.name() == text || kind.indonesian().contains(&text.as_str()))
    }
}

/// All lists. A list that was never imported is `None` in [`Rosters::imported`] terms: empty lists
/// and missing ones differ only in what `check` says of them.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Rosters {
    pub units: Vec<Unit>,
    pub positions: Vec<Position>,
    pub employees: Vec<Employee>,
    pub competence: Vec<Assessment>,
    pub appraisals: Vec<Appraisal>,
    pub potential: Vec<Talent>,
    pub discipline: Vec<Discipline>,
    pub history: Vec<FormerPost>,
    pub aspirations: Vec<Aspiration>,
    pub relations: Vec<Relation>,
    pub workload: Vec<Workload>,
    pub acting: Vec<Acting>,
    pub satisfaction: Vec<Survey>,
    pub abolished: Vec<AbolishedPost>,
    /// The kinds that have a file.
    pub imported: Vec<Kind>,
}
