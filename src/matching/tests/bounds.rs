//! Posts and units that must hold people, against brute force.

use proptest::prelude::*;

use super::*;
use crate::matching::budget::{moves, solve_within};
use crate::matching::targets::totals_for;
use crate::matching::ties::unique;

/// Sets minima here and there, rarely more than can be met by chance.
fn require(problem: &mut Problem, seed: u64) {
    let mut rng = Rng(seed);
    for post in 0..problem.posts() {
        let least = rng.below(3).min(problem.post_capacity(post)) * u64::from(rng.below(3) == 0);
        // Refused where the posts of a unit would have to hold more than the unit has.
        let refused = problem.require_post(post as u32, least).err();
        assert!(refused.is_none_or(|e| matches!(e, ProblemError::UnitTooSmall { .. })));
    }
    for unit in 0..problem.units() {
        let least = rng.below(4).min(problem.unit_capacity(unit)) * u64::from(rng.below(2) == 0);
        problem.require_unit(unit as u32, least).unwrap();
    }
}

/// The witness by its own words: more must be there than may come.
fn check_short(problem: &Problem, employees: &[u32], posts: &[u32], units: &[u32]) {
    let is_of = |post: usize| units.binary_search(&problem.unit_of(post)).is_ok();
    let is_in = |post: usize| posts.binary_search(&(post as u32)).is_ok();
    let may_come = (0..problem.employees()).filter(|&e| problem.row(e).any(|arc| is_in(problem.post_of(arc))));
    assert!(may_come.map(|e| e as u32).eq(employees.iter().copied()));
    let from_elsewhere: u64 = (0..problem.posts()).filter(|&p| !is_in(p) && is_of(p)).map(|p| problem.post_capacity(p)).sum();
    let by_posts: u64 = posts.iter().filter(|&&p| !is_of(p as usize)).map(|&p| problem.post_least(p as usize)).sum();
    let by_units: u64 = units.iter().map(|&u| problem.unit_least(u as usize)).sum();
    assert!((employees.len() as u64) + from_elsewhere < by_posts + by_units);
}

/// Solves and checks; none where there is no plan, with the witness checked.
fn proved_or_short(problem: &Problem) -> Option<Solution> {
    match solve(problem, &calm()) {
        Err(SolveError::Short { employees, posts, units }) => {
            check_short(problem, &employees, &posts, &units);
            None
        }
        _ => proved(problem),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn minima_are_met_at_the_least_loss(plain in plain(6, 5), seed in any::<u64>()) {
        let mut problem = plain.build();
        require(&mut problem, seed);
        let plans = all_plans(&problem);
        let best = plans.iter().map(|p| p.1).max();
        let found = proved_or_short(&problem);
        prop_assert_eq!(found.as_ref().map(|s| s.objective), best);
        let Some(solution) = found else { return Ok(()) };
        let stay = plain.stay(&problem);
        let tie = tie_of(&problem);
        let rank = |p: &Vec<u32>| {
            let gone = |&(i, &arc): &(usize, &u32)| arc != stay[i];
            let sum: u128 = p.iter().enumerate().filter(gone).map(|(_, &arc)| u128::from(tie(arc))).sum();
            (moves(p, &stay), sum)
        };
        let first = plans.iter().filter(|p| Some(p.1) == best).map(|p| &p.0).min_by_key(|p| rank(p)).unwrap();
        prop_assert_eq!(&unique(&problem, &solution, &stay, &tie, &calm()).unwrap().choice, first);
        for limit in 0..problem.employees() {
            let truth = plans.iter().filter(|p| moves(&p.0, &stay) <= limit).map(|p| p.1).max();
            match solve_within(&problem, &stay, limit, &calm()) {
                Ok(limited) => {
                    prop_assert_eq!(objective(&problem, &limited.solution.choice), Ok(limited.solution.objective));
                    prop_assert!(Some(limited.bound) >= truth && truth >= Some(limited.solution.objective));
                }
                Err(SolveError::Limit { .. }) => prop_assert!(truth.is_none()),
                Err(e) => prop_assert!(false, "{}", e),
            }
        }
        for (arc, total) in totals_for(&problem, &solution, 0, &calm()).unwrap() {
            prop_assert_eq!(total, plans.iter().filter(|p| p.0[0] == arc).map(|p| p.1).max());
        }
    }

    #[test]
    fn an_office_keeps_what_its_units_must_hold(seed in any::<u64>()) {
        let mut problem = office(40, 12, seed).build();
        require(&mut problem, seed);
        if let Some(solution) = proved_or_short(&problem) {
            let cold = solve_from(&problem, &Prices::default(), &[], &calm()).unwrap();
            prop_assert_eq!(cold.objective, solution.objective);
        }
    }
}

#[test]
fn a_minimum_beyond_the_places_is_refused() {
    let mut problem = office(10, 4, 3).build();
    let places = problem.post_capacity(0);
    let refused = ProblemError::PostTooSmall { post: 0, least: places + 1, places };
    assert_eq!(problem.require_post(0, places + 1), Err(refused));
    assert!(!problem.has_minima());
    assert_eq!(problem.require_unit(7, 1), Err(ProblemError::UnknownRequired { what: "unit", index: 7 }));
    assert!(matches!(problem.require_unit(0, u64::MAX), Err(ProblemError::UnitTooSmall { unit: 0, .. })));
}
