//! Predikat kinerja: what a year of work is rated.
use std::fmt;

/// Predikat kinerja (PermenPANRB 6/2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Predicate {
    /// Sangat Kurang, 20 points.
    VeryPoor,
    /// Kurang, 40 points.
    Poor,
    /// Butuh Perbaikan, 60 points.
    NeedsImprovement,
    /// Baik, 80 points.
    Good,
    /// Sangat Baik, 100 points.
    VeryGood,
}

impl Predicate {
    /// All, from the worst.
    pub const ALL: [Self; 5] = [Self::VeryPoor, Self::Poor, Self::NeedsImprovement, Self::Good, Self::VeryGood];

    /// From the two ratings, each 1 above, 2 as, 3 below expectation: the matrix of PermenPANRB 6/2022.
    pub fn of(result: u8, behaviour: u8) -> Option<Self> {
        Some(match (result, behaviour) {
            (1, 1) => Self::VeryGood,
            (1, 2) | (2, 1 | 2) => Self::Good,
            (1 | 2, 3) => Self::Poor,
            (3, 1 | 2) => Self::NeedsImprovement,
            (3, 3) => Self::VeryPoor,
            _ => return None,
        })
    }

    /// Reads `Sangat Baik`, `Baik`, `Butuh Perbaikan`, `Kurang`, `Sangat Kurang` or SB, B, BP, K, SK.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_uppercase().as_str() {
            "SANGAT BAIK" | "SB" => Self::VeryGood,
            "BAIK" | "B" => Self::Good,
            "BUTUH PERBAIKAN" | "BP" | "CUKUP" => Self::NeedsImprovement,
            "KURANG" | "K" | "MISCONDUCT" => Self::Poor,
            "SANGAT KURANG" | "SK" => Self::VeryPoor,
            _ => return None,
        })
    }

    /// SB 100, B 80, BP 60, K 40, SK 20.
    pub const fn points(self) -> u16 {
        match self {
            Self::VeryGood => 100,
            Self::Good => 80,
            Self::NeedsImprovement => 60,
            Self::Poor => 40,
            Self::VeryPoor => 20,
        }
    }
}
impl fmt::Display for Predicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::VeryGood => "Sangat Baik",
            Self::Good => "Baik",
            Self::NeedsImprovement => "Butuh Perbaikan",
            Self::Poor => "Kurang",
            Self::VeryPoor => "Sangat Kurang",
        })
    }
}
super::serde_as_text!(Predicate, "a predikat such as Baik");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_predicate_matrix_is_the_regulations() {
        use Predicate::{Good, NeedsImprovement, Poor, VeryGood, VeryPoor};
        let table = [[VeryGood, Good, Poor], [Good, Good, Poor], [NeedsImprovement, NeedsImprovement, VeryPoor]];
        for (result, row) in (1..).zip(table) {
            for (behaviour, expected) in (1..).zip(row) {
                assert_eq!(Predicate::of(result, behaviour), Some(expected));
            }
        }
        assert_eq!(Predicate::of(0, 1), None);
    }
}
