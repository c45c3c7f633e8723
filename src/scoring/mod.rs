//! Scores: how well a person fits a post, by six factors; and the value the core maximises.
//!
//! Every factor is an integer of 0–10,000 (hundredths of a point), or unknown. One file a factor,
//! each with its formula; [`Score`] adds them up for people to read, [`Valuer`] for the core.
//! A new factor is a file here, a variant of [`Factor`] and a weight.
mod aspiration;
mod competence;
mod education;
mod match_bkn2025;
mod need;
mod performance;
mod potential;
mod score;
mod value;

pub use competence::CompetenceLine;
pub use education::FieldMatch;
pub use match_bkn2025::MatchScore;
pub use score::{Breakdown, FactorLine, Score};
pub use value::{MoveValue, Valuer};

use crate::model::{EmployeeIx, Grounds, PositionIx};
use serde::Serialize;

/// One of the six factors, in the order of the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Factor {
    /// Kompetensi.
    Competence,
    /// Kesesuaian pendidikan.
    Education,
    /// Kinerja.
    Performance,
    /// Potensi karier.
    Potential,
    /// Kebutuhan organisasi.
    Need,
    /// Aspirasi.
    Aspiration,
}

impl Factor {
    /// All six, in order.
    pub const ALL: [Self; 6] =
        [Self::Competence, Self::Education, Self::Performance, Self::Potential, Self::Need, Self::Aspiration];
}

/// The six factors of a pair, 0–10,000 each; `None` where unknown.
pub type Factors = [Option<u16>; 6];

/// What a factor was computed from: enough to recompute it with a calculator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum Inputs {
    Competence {
        required: Vec<CompetenceLine>,
        assessed: usize,
        of: usize,
    },
    Education {
        level: Option<String>,
        minimum: Option<String>,
        field: String,
        fields: Vec<String>,
        cluster: Option<String>,
        #[serde(rename = "match")]
        matched: FieldMatch,
    },
    Performance {
        last_year: i16,
        predicate: Option<String>,
        year_before: i16,
        predicate_before: Option<String>,
        demand: Option<u16>,
    },
    Potential {
        potential: Option<String>,
        demand: Option<u16>,
    },
    Need {
        need: u32,
        holders_without_this_person: u32,
    },
    Aspiration {
        wish: aspiration::WishKind,
        rank: Option<i8>,
    },
}

pub use aspiration::WishKind;

/// The competence factor alone: JPM with each competency capped at its requirement.
pub fn competence_factor(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Option<u16> {
    competence::factor(grounds, who, post)
}

/// The rank of the wish that a post meets.
pub fn wish_rank(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Option<i8> {
    aspiration::kind(grounds, who, post).1
}

/// How a post stands to the wishes of a person.
pub fn wish_kind(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> WishKind {
    aspiration::kind(grounds, who, post).0
}

/// Weight × need factor of a post, for whoever does not hold it.
pub fn need_numerator(grounds: &Grounds, post: PositionIx) -> i32 {
    i32::from(grounds.policy.weights.need) * i32::from(need::of_newcomer(grounds, post))
}

/// The aspiration factor of a person at every post that no wish of his means, the own post left out.
pub fn plain_aspiration(grounds: &Grounds, who: EmployeeIx) -> u16 {
    aspiration::plain(grounds, who)
}

/// The factors of a pair.
pub fn factors(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Factors {
    factors_at(grounds, who, post, &personal_factors(grounds, who, post))
}

/// No less than the score of a pair: the competencies, which take longest to compare, taken as all there.
pub fn most_score(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> i64 {
    let [education, performance, potential] =
        [education::factor(grounds, who, post), performance::factor(grounds, who, post), potential::factor(grounds, who, post)];
    Score::of(&grounds.policy.weights, &factors_at(grounds, who, post, &[Some(10_000), education, performance, potential])).total
}

/// The four factors that depend on the person and the kind of post alone.
pub fn personal_factors(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> [Option<u16>; 4] {
    [
        competence::factor(grounds, who, post),
        education::factor(grounds, who, post),
        performance::factor(grounds, who, post),
        potential::factor(grounds, who, post),
    ]
}

/// All six, the first four being known already.
pub fn factors_at(grounds: &Grounds, who: EmployeeIx, post: PositionIx, personal: &[Option<u16>; 4]) -> Factors {
    let [competence, education, performance, potential] = *personal;
    let (need, aspiration) = (need::factor(grounds, who, post), aspiration::factor(grounds, who, post));
    [competence, education, performance, potential, Some(need), Some(aspiration)]
}

/// What each factor of a pair was computed from.
pub fn inputs(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> [Inputs; 6] {
    [
        competence::inputs(grounds, who, post),
        education::inputs(grounds, who, post),
        performance::inputs(grounds, who, post),
        potential::inputs(grounds, who, post),
        need::inputs(grounds, who, post),
        aspiration::inputs(grounds, who, post),
    ]
}

/// min(1, part / whole) in 0–10,000, rounded half up. `whole` is positive.
fn share(part: u32, whole: u32) -> u16 {
    let full = crate::model::round_half_up(i64::from(part) * 10_000, i64::from(whole.max(1)));
    u16::try_from(full.clamp(0, 10_000)).unwrap_or(10_000)
}
