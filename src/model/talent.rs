//! What talent mapping says of a person: potential, and the inputs of the match score of Kepka BKN 411/2025.
use super::Nip;
use super::records::Points;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Potential from talent mapping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talent {
    /// Who.
    pub nip: Nip,
    /// Potential, 0–100.
    #[serde(default)]
    pub potential: Option<Points>,
    /// When measured.
    #[serde(default)]
    pub date: Option<Date>,
    /// Potential and competence together.
    #[serde(default)]
    pub potkom: Option<Points>,
    /// Level of education.
    #[serde(default)]
    pub education: Option<Points>,
    /// Fit of the field of study, as an assessor sees it.
    #[serde(default)]
    pub field: Option<Points>,
    /// Development of competence.
    #[serde(default)]
    pub training: Option<Points>,
    /// Length of experience.
    #[serde(default)]
    pub length: Option<Points>,
    /// Variety of experience.
    #[serde(default)]
    pub variety: Option<Points>,
    /// Substance of experience.
    #[serde(default)]
    pub substance: Option<Points>,
    /// Integrity and morality.
    #[serde(default)]
    pub integrity: Option<Points>,
}

impl Talent {
    /// Potential alone.
    pub const fn measured(nip: Nip, potential: Option<Points>, date: Option<Date>) -> Self {
        Self {
            nip,
            potential,
            date,
            potkom: None,
            education: None,
            field: None,
            training: None,
            length: None,
            variety: None,
            substance: None,
            integrity: None,
        }
    }

    /// What the match score of Kepka BKN 411/2025 asks for, in the order of [`MatchInput::ALL`].
    pub const fn match_inputs(&self) -> [Option<Points>; 8] {
        [self.potkom, self.education, self.field, self.training, self.length, self.variety, self.substance, self.integrity]
    }
}

/// What the match score of Kepka BKN 411/2025 is made of, 0–100 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MatchInput {
    /// Potential and competence together.
    Potkom,
    /// Level of education.
    Education,
    /// Fit of the field of study, as an assessor sees it.
    Field,
    /// Development of competence.
    Training,
    /// Length of experience.
    Length,
    /// Variety of experience.
    Variety,
    /// Substance of experience.
    Substance,
    /// Integrity and morality.
    Integrity,
}

impl MatchInput {
    /// As written in results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Potkom => "potkom",
            Self::Education => "education",
            Self::Field => "field",
            Self::Training => "training",
            Self::Length => "length",
            Self::Variety => "variety",
            Self::Substance => "substance",
            Self::Integrity => "integrity",
        }
    }

    /// All, in the order of the columns.
    pub const ALL: [Self; 8] = [
        Self::Potkom,
        Self::Education,
        Self::Field,
        Self::Training,
        Self::Length,
        Self::Variety,
        Self::Substance,
        Self::Integrity,
    ];
}
