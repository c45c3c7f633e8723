//! The score people read: Σ weight × factor / 100 over the known factors, divided by the known
//! weight share; and its parts, which add up to it exactly.
use super::{Factor, Factors, Inputs, factors, inputs};
use crate::model::{EmployeeIx, Grounds, PositionIx, Weights, round_half_up};

/// A score of 0–10,000 with the range it would have if the unknown factors were 0 … 10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The score over the known factors.
    pub total: i64,
    /// With every unknown factor at 0.
    pub low: i64,
    /// With every unknown factor at 10,000.
    pub high: i64,
    /// Whether every factor is known.
    pub is_complete: bool,
}

impl Score {
    /// Adds the factors up. One division, rounded half up, at the end of each figure.
    pub fn of(weights: &Weights, factors: &Factors) -> Self {
        let (sum, known) = weighted(weights, factors);
        let all: i64 = weights.in_order().iter().map(|w| i64::from(*w)).sum();
        Self {
            total: if known == 0 { 0 } else { round_half_up(sum, known) },
            low: round_half_up(sum, 100),
            high: round_half_up(sum + (all - known) * 10_000, 100),
            is_complete: factors.iter().all(Option::is_some),
        }
    }
}

/// Σ weight × factor over the known factors, and their weight.
fn weighted(weights: &Weights, factors: &Factors) -> (i64, i64) {
    weights
        .in_order()
        .iter()
        .zip(factors)
        .filter_map(|(w, f)| f.map(|f| (i64::from(*w), i64::from(f))))
        .fold((0, 0), |(sum, known), (w, f)| (sum + w * f, known + w))
}

/// One factor of a breakdown.
#[derive(Clone, Debug)]
pub struct FactorLine {
    /// Which.
    pub factor: Factor,
    /// Its weight, percent.
    pub weight: u8,
    /// Its value; `None` where unknown.
    pub value: Option<u16>,
    /// Its part of the total.
    pub part: i64,
    /// What it was computed from.
    pub inputs: Inputs,
}

/// A score, opened.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// The score.
    pub score: Score,
    /// Its six lines; Σ part = total exactly.
    pub lines: Vec<FactorLine>,
}

impl Breakdown {
    /// Opens the score of a pair.
    pub fn of(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Self {
        let weights = &grounds.policy.weights;
        let values = factors(grounds, who, post);
        let score = Score::of(weights, &values);
        let parts = parts(weights, &values, score.total);
        let lines = Factor::ALL
            .into_iter()
            .zip(inputs(grounds, who, post))
            .enumerate()
            .map(|(at, (factor, inputs))| FactorLine {
                factor,
                weight: weights.in_order()[at],
                value: values[at],
                part: parts[at],
                inputs,
            })
            .collect();
        Self { score, lines }
    }
}

/// Shares of the total by the largest remainder, ties in factor order.
fn parts(weights: &Weights, factors: &Factors, total: i64) -> [i64; 6] {
    let (_, known) = weighted(weights, factors);
    let mut parts = [0; 6];
    if known == 0 {
        return parts;
    }
    let mut remainders: Vec<(i64, usize)> = Vec::new();
    for (at, (weight, factor)) in weights.in_order().iter().zip(factors).enumerate() {
        let exact = i64::from(*weight) * i64::from(factor.unwrap_or(0));
        parts[at] = exact / known;
        remainders.push((-(exact % known), at));
    }
    remainders.sort_unstable();
    let missing = total - parts.iter().sum::<i64>();
    for (_, at) in remainders.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        parts[at] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_score_by_hand() {
        // 30 × 8,800 + 20 × 10,000 + 15 × 9,412 + 10 × unknown + 15 × 10,000 + 10 × 10,000 = 855,180; / 90 = 9,502
        let factors = [Some(8_800), Some(10_000), Some(9_412), None, Some(10_000), Some(10_000)];
        let score = Score::of(&Weights::default(), &factors);
        assert_eq!(score, Score { total: 9_502, low: 8_552, high: 9_552, is_complete: false });
    }

    proptest! {
        #[test]
        fn the_parts_add_up_to_the_total(values in prop::array::uniform6(prop::option::of(0u16..=10_000))) {
            let weights = Weights::default();
            let total = Score::of(&weights, &values).total;
            prop_assert_eq!(parts(&weights, &values, total).iter().sum::<i64>(), total);
        }
    }
}
