//! The nine boxes of PermenPANRB 3/2020: performance by potential, with what each advises. Advice, never an order;
//! the bounds differ between agencies (a named profile of the pack), and what is not known has no box.
use crate::model::records::Points;
use crate::model::{EmployeeIx, Grounds, NineBoxCuts, Predicate};

/// One of three steps on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Di bawah ekspektasi; rendah.
    Low,
    /// Sesuai ekspektasi; menengah.
    Middle,
    /// Di atas ekspektasi; tinggi.
    High,
}

/// Where somebody stands; `None` where a datum is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NineBox {
    /// Performance.
    pub performance: Option<Step>,
    /// Potential.
    pub potential: Option<Step>,
    /// The box, 1–9.
    pub number: Option<u8>,
}

/// Boxes by performance (low, middle, high), then by potential.
const NUMBERS: [[u8; 3]; 3] = [[1, 3, 6], [2, 5, 8], [4, 7, 9]];

impl NineBox {
    /// From the latest predikat and the potential, by the bounds of a profile.
    pub fn of(cuts: NineBoxCuts, predicate: Option<Predicate>, potential: Option<Points>) -> Self {
        let performance = predicate.map(|predicate| match predicate {
            Predicate::VeryGood => Step::High,
            Predicate::Good => Step::Middle,
            Predicate::NeedsImprovement | Predicate::Poor | Predicate::VeryPoor => Step::Low,
        });
        let potential = potential.map(|points| match points {
            points if points >= cuts.high => Step::High,
            points if points >= cuts.middle => Step::Middle,
            _ => Step::Low,
        });
        let number = performance.zip(potential).map(|(y, x)| NUMBERS[y as usize][x as usize]);
        Self { performance, potential, number }
    }

    /// Of an employee: the predikat of last year, or else of the year before.
    pub fn of_person(grounds: &Grounds, who: EmployeeIx) -> Self {
        let [last, before] = grounds.people[who.at()].predicates;
        let cuts = grounds.policy.parameters.nine_box;
        Self::of(cuts, last.or(before), grounds.facts.people[who.at()].potential)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUTS: NineBoxCuts = NineBoxCuts { high: Points(8_000), middle: Points(6_000) };

    #[test]
    fn every_box_stands_where_the_regulation_has_it() {
        let boxed = |predicate, potential: u16| NineBox::of(CUTS, Some(predicate), Some(Points(potential))).number;
        let rows = [(Predicate::VeryGood, [4, 7, 9]), (Predicate::Good, [2, 5, 8]), (Predicate::Poor, [1, 3, 6])];
        for (predicate, boxes) in rows {
            for (potential, expected) in [5_999, 7_999, 8_000].into_iter().zip(boxes) {
                assert_eq!(boxed(predicate, potential), Some(expected), "{predicate:?} {potential}");
            }
        }
        // The lower bounds belong to the box above them.
        assert_eq!(boxed(Predicate::Good, 6_000), Some(5));
    }

    #[test]
    fn what_is_not_known_has_no_box() {
        let half = NineBox::of(CUTS, None, Some(Points(9_000)));
        assert_eq!((half.number, half.potential), (None, Some(Step::High)));
        assert_eq!(NineBox::of(CUTS, Some(Predicate::Good), None).number, None);
    }
}
