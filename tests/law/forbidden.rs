//! R31: religion, ethnicity, sex, marital status, politics, age and disability cannot reach a score. Nothing of the kind is
//! kept but what a NIP and a birth date tell; change those, and every score and value stays what it was.
use super::*;
use crate::common::random;
use mutasi::model::records::{Appraisal, Aspiration, Assessment, Discipline, FormerPost, Talent};
use mutasi::model::{Nip, Rosters};
use mutasi::scoring::{Breakdown, MatchScore, Valuer, factors};
use proptest::prelude::*;
use std::collections::HashMap;

/// The same people with other birth dates and the other sex.
fn others(lists: &mut Rosters, pool: &mut [Nip], years: i16) {
    let mut other: HashMap<Nip, Nip> = HashMap::new();
    for (at, it) in lists.employees.iter_mut().enumerate() {
        let born = it.nip.birth_date().unwrap();
        let day = date(born.year() - years, 1, 1).checked_add(jiff::ToSpan::days(at as i64)).unwrap();
        let sex = if &it.nip.as_str()[14..15] == "1" { "2" } else { "1" };
        let nip = Nip::parse(&format!("{}201001{sex}999", day.strftime("%Y%m%d"))).unwrap();
        other.insert(it.nip, nip);
        it.nip = nip;
    }
    let turn = |nip: &mut Nip| *nip = other.get(nip).copied().unwrap_or(*nip);
    lists.competence.iter_mut().for_each(|row: &mut Assessment| turn(&mut row.nip));
    lists.appraisals.iter_mut().for_each(|row: &mut Appraisal| turn(&mut row.nip));
    lists.potential.iter_mut().for_each(|row: &mut Talent| turn(&mut row.nip));
    lists.discipline.iter_mut().for_each(|row: &mut Discipline| turn(&mut row.nip));
    lists.history.iter_mut().for_each(|row: &mut FormerPost| turn(&mut row.nip));
    lists.aspirations.iter_mut().for_each(|row: &mut Aspiration| turn(&mut row.nip));
    pool.iter_mut().for_each(turn);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sex_and_birth_date_change_no_score(seed in any::<u64>(), people in 1usize..=9, posts in 1usize..=7, years in 1i16..=6) {
        let world = random::world(seed, people, posts);
        let mut turned = world.clone();
        let mut pool = turned.policy.pool.clone();
        others(&mut turned.rosters, &mut pool, years);
        turned.policy.pool = pool;
        let (one, other) = (world.build(), turned.build());
        let (one, other) = (&one.base.grounds, &other.base.grounds);
        for who in one.everyone() {
            for post in one.every_post() {
                prop_assert_eq!(factors(one, who, post), factors(other, who, post));
                prop_assert_eq!(Breakdown::of(one, who, post).score, Breakdown::of(other, who, post).score);
                prop_assert_eq!(MatchScore::of(one, who, post), MatchScore::of(other, who, post));
                prop_assert_eq!(Valuer::new(one, who).at(post), Valuer::new(other, who).at(post));
            }
        }
    }
}

#[test]
fn r31_is_no_rule_that_could_be_switched_off() {
    assert!(RuleId::parse("R31").is_none());
    assert!(RuleId::ALL.iter().all(|rule| rule.as_str() != "R31"));
}
