//! Sectors with placement rules of their own: schools and health services, told by the names of units.
use super::{Facts, Parameters, Profession, UnitIx};

/// Which sectors a unit belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sectors {
    /// A school, or a part of one.
    pub is_school: bool,
    /// A health service, or a part of one.
    pub is_health: bool,
}

impl Sectors {
    /// Of every unit: its own name counts, or that of a unit above it.
    pub fn of_units(facts: &Facts, parameters: &Parameters) -> Vec<Self> {
        let upper = |words: &[String]| words.iter().map(|word| word.to_uppercase()).collect::<Vec<_>>();
        let (schools, health) = (upper(&parameters.school_units), upper(&parameters.health_units));
        let own = |name: &str| {
            let name = name.trim_start_matches(['-', ' ']).to_uppercase();
            Self { is_school: begins_with(&name, &schools), is_health: begins_with(&name, &health) }
        };
        let own: Vec<Self> = facts.units.iter().map(|unit| own(&unit.name)).collect();
        let with_those_above = |at: usize| {
            facts.ancestors(UnitIx::of(at)).fold(Self::default(), |all, unit| {
                let it = own[unit.at()];
                Self { is_school: all.is_school || it.is_school, is_health: all.is_health || it.is_health }
            })
        };
        (0..facts.units.len()).map(with_those_above).collect()
    }

    /// Whether someone of that profession belongs there.
    pub const fn suits(self, profession: Profession) -> bool {
        match profession {
            Profession::Teacher => self.is_school,
            Profession::HealthWorker => self.is_health,
        }
    }
}

/// Whether a name begins with one of the words, as whole words; all in upper case.
pub(super) fn begins_with(name: &str, words: &[String]) -> bool {
    let is_begin = |word: &String| name.strip_prefix(word.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    words.iter().any(is_begin)
}
