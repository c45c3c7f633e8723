//! What is known of one employee beside the record, linked.
use super::facts::Wish;
use super::records::{Discipline, FormerPost, Points, Predicate};
use super::{PositionIx, UnitIx};
use jiff::civil::Date;

/// What is known of one employee beside the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmployeeFacts {
    /// The position the record names, where it exists.
    pub position: Option<PositionIx>,
    /// Field of education, in upper case; empty where unknown.
    pub field: super::SharedText,
    /// Level held per competency (index into [`super::Facts::competencies`]), the latest assessment of each.
    pub levels: Vec<(u16, u8)>,
    /// Date of the latest assessment.
    pub last_assessed: Option<Date>,
    /// Whether there is any assessment, dated or not.
    pub is_assessed: bool,
    /// Predikat per year.
    pub predicates: Vec<(i16, Predicate)>,
    /// Potential.
    pub potential: Option<Points>,
    /// What the list of talent says for the match score of Kepka BKN 411/2025, in the order of its inputs.
    pub match_inputs: Option<Box<[Option<Points>; 8]>>,
    /// Disciplinary measures.
    pub discipline: Vec<Discipline>,
    /// Former posts.
    pub history: Vec<FormerPost>,
    /// Wishes, by rank.
    pub wishes: Vec<Wish>,
    /// Asked to stay.
    pub asks_to_stay: bool,
    /// Units refused.
    pub refused_units: Vec<UnitIx>,
}

impl EmployeeFacts {
    /// Predikat of a year.
    pub fn predicate(&self, year: i16) -> Option<Predicate> {
        self.predicates.iter().find(|(y, _)| *y == year).map(|(_, p)| *p)
    }

    /// Level held in a competency.
    pub fn level(&self, competency: u16) -> Option<u8> {
        self.levels.iter().find(|(code, _)| *code == competency).map(|(_, level)| *level)
    }

    /// Whether the employee has any wish: a ranked one, to stay, or against a unit.
    pub fn has_wish(&self) -> bool {
        self.asks_to_stay || !self.wishes.is_empty() || !self.refused_units.is_empty()
    }
}
