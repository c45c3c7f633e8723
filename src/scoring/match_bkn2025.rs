//! The match score of a person for a post after Kepka BKN 411/2025 (as one implementation of 2026 has it): 65 % potential
//! and competence, 20 % qualification, 15 % integrity; qualification is the mean of education, field, development of
//! competence and experience, experience that of its length, variety and substance. A figure of its own beside the score:
//! it enters no plan. What is not known is named, and never taken for 0.
use crate::model::records::{DisciplineLevel, MatchInput, Points};
use crate::model::{EmployeeIx, Grounds, PositionIx, round_half_up};
use serde::Serialize;

/// The score, opened; in hundredths of a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatchScore {
    /// The score; `None` where an input is missing.
    pub total: Option<i64>,
    /// Potential and competence, 65 %.
    pub potkom: Option<i64>,
    /// Qualification, 20 %.
    pub qualification: Option<i64>,
    /// Integrity, 15 %.
    pub integrity: Option<i64>,
    /// What is known.
    pub inputs: Vec<(MatchInput, u16)>,
    /// What is missing.
    pub missing: Vec<MatchInput>,
}

impl MatchScore {
    /// Of a person for a post, from what the list of talent says, and else from what the facts tell.
    pub fn of(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Self {
        let listed = grounds.facts.people[who.at()].match_inputs.as_deref().copied().unwrap_or_default();
        let found = [
            potkom(grounds, who, post),
            education(grounds, who),
            field(grounds, who, post),
            None,
            None,
            None,
            None,
            integrity(grounds, who),
        ];
        let mut known = [None; 8];
        for (at, (listed, found)) in listed.into_iter().zip(found).enumerate() {
            known[at] = listed.map(|points| points.0).or(found);
        }
        // Whether the field is the post's own is no matter of opinion.
        known[2] = found[2].or(known[2]);
        Self::from(known)
    }

    /// From the inputs, in the order of [`MatchInput::ALL`]; hundredths.
    pub fn from(known: [Option<u16>; 8]) -> Self {
        let [potkom, education, field, training, length, variety, substance, integrity] = known.map(|it| it.map(i64::from));
        // Twelfths: four parts, of which experience is three.
        let twelfths = || Some(3 * (education? + field? + training?) + length? + variety? + substance?);
        let total = || {
            let sum = 65 * 12 * potkom? + 20 * twelfths()? + 15 * 12 * integrity?;
            Some(round_half_up(sum, 1_200))
        };
        let named = || MatchInput::ALL.into_iter().zip(known);
        Self {
            total: total(),
            potkom,
            qualification: twelfths().map(|twelfths| round_half_up(twelfths, 12)),
            integrity,
            inputs: named().filter_map(|(input, value)| Some((input, value?))).collect(),
            missing: named().filter(|(_, value)| value.is_none()).map(|(input, _)| input).collect(),
        }
    }
}

/// 40 parts JPM for the post and 25 parts potential, as on the axis of potential of the nine boxes.
fn potkom(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Option<u16> {
    let facts = &grounds.facts;
    let requires = !facts.requirement_sets[facts.requirement_set[post.at()] as usize].is_empty();
    let competence = super::competence_factor(grounds, who, post).filter(|_| requires)?;
    let potential = facts.people[who.at()].potential?.0;
    u16::try_from(round_half_up(40 * i64::from(competence) + 25 * i64::from(potential), 65)).ok()
}

/// S-1 and D-IV are 80; what other levels are no public text tells.
fn education(grounds: &Grounds, who: EmployeeIx) -> Option<u16> {
    let code = grounds.people[who.at()].education?.code();
    matches!(code, 35 | 40).then_some(8_000)
}

/// The post's own field is 100; how far another fits no table tells.
fn field(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Option<u16> {
    let field = grounds.people[who.at()].field?;
    grounds.posts[post.at()].fields.contains(&field).then_some(Points::FULL.0)
}

/// 100 never, 75 after a light measure, 50 a moderate, 25 a severe one, 0 while one is served; the heaviest counts. Not known
/// while a case is examined or tried, or where a level cannot be read.
fn integrity(grounds: &Grounds, who: EmployeeIx) -> Option<u16> {
    let tmt = grounds.policy.tmt;
    let begun = grounds.facts.people[who.at()].discipline.iter().filter(|it| it.from.is_none_or(|from| from <= tmt));
    begun
        .map(|it| match (it.level, it.is_in_force(tmt)) {
            (Some(DisciplineLevel::Trial | DisciplineLevel::Examination), true) | (None, false) => None,
            (Some(DisciplineLevel::Trial | DisciplineLevel::Examination), false) => Some(Points::FULL.0),
            (_, true) => Some(0),
            (Some(DisciplineLevel::Light), false) => Some(7_500),
            (Some(DisciplineLevel::Moderate), false) => Some(5_000),
            (Some(DisciplineLevel::Severe), false) => Some(2_500),
        })
        .try_fold(Points::FULL.0, |least, points| points.map(|points| least.min(points)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(inputs: [u16; 8]) -> MatchScore {
        MatchScore::from(inputs.map(|points| Some(points * 100)))
    }

    /// The vectors of domain.md §8.2.
    #[test]
    fn the_published_vectors_come_out_to_the_hundredth() {
        // Qualification 92.5: education and field 100, development 70, experience 100.
        let first = score([100, 100, 100, 70, 100, 100, 100, 100]);
        assert_eq!((first.total, first.qualification), (Some(9_850), Some(9_250)));
        let second = score([82, 80, 100, 50, 100, 60, 60, 75]);
        assert_eq!((second.total, second.qualification), (Some(7_972), Some(7_583)));
        let third = score([82, 80, 100, 100, 100, 60, 60, 75]);
        assert_eq!(third.total, Some(8_222));
    }

    #[test]
    fn what_is_missing_is_named_and_never_zero() {
        for (at, input) in MatchInput::ALL.into_iter().enumerate() {
            let mut known = [Some(5_000); 8];
            known[at] = None;
            let score = MatchScore::from(known);
            assert_eq!((score.total, score.missing.as_slice()), (None, &[input][..]));
            assert_eq!(score.qualification.is_none(), (1..=6).contains(&at), "{input:?}");
        }
        assert_eq!(MatchScore::from([Some(0); 8]).total, Some(0));
    }
}
