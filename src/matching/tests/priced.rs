//! Pricing in against the whole problem.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::matching::ProblemBuilder;
use crate::matching::branching::Conflicts;
use crate::matching::branching::cover::{self, Claim};
use crate::matching::budget::{moves, solve_within_from};
use crate::matching::certificate::bound_within;
use crate::matching::curve::curve;
use crate::matching::pricing::{Priced, Terms, Tight, Within, solve_rows, solve_within_terms};
use crate::matching::rows::{Replaced, Rows};
use crate::matching::ssp::optimum;
use crate::matching::ties::unique;

/// So few that a round hardly ever is enough.
const FEW: Terms = Terms { small: 0, first: 1, more: 1, best: 1, crowd: 0 };

/// The same posts and units, and nobody.
fn frame_of(plain: &Plain) -> Problem {
    Plain { rows: Vec::new(), ..plain.clone() }.build()
}

fn home_of(problem: &Problem, stay: &[u32]) -> Vec<u32> {
    stay.iter().map(|&arc| if arc == u32::MAX { arc } else { problem.post_of(arc as usize) as u32 }).collect()
}

/// The arcs of a part as arcs of the whole.
fn widened(problem: &Problem, priced: &Tight, choice: &[u32]) -> Vec<u32> {
    let arc = |(employee, &at): (usize, &u32)| {
        let (post, value) = (priced.problem.post_of(at as usize), priced.problem.value_of(at as usize));
        let same = |arc: &usize| problem.post_of(*arc) == post && problem.value_of(*arc) == value;
        problem.row(employee).find(same).unwrap() as u32
    };
    choice.iter().enumerate().map(arc).collect()
}

fn check(plain: &Plain, problem: &Problem, priced: &Priced) {
    let priced = &priced.tight(problem).unwrap();
    let stay = plain.stay(problem);
    let choice = widened(problem, priced, &priced.solution.choice);
    assert_eq!(objective(problem, &choice), Ok(priced.solution.objective));
    assert_eq!(bound(problem, &priced.solution.prices), i128::from(priced.solution.objective));
    // The unique plan is the same whether it is looked for among all arcs or among the tight ones.
    let tie = tie_of(problem);
    let whole = unique(problem, &solve(problem, &calm()).unwrap(), &stay, &tie, &calm()).unwrap();
    let tie = |at: u32| hash(priced.problem.employee_of(at), priced.problem.post_of(at as usize));
    let home = home_of(problem, &stay);
    let at_home = |(i, &home): (usize, &u32)| {
        priced.problem.row(i).find(|&arc| priced.problem.post_of(arc) == home as usize).map_or(u32::MAX, |arc| arc as u32)
    };
    let stay: Vec<u32> = home.iter().enumerate().map(at_home).collect();
    let part = unique(&priced.problem, &priced.solution, &stay, &tie, &calm()).unwrap();
    assert_eq!(widened(problem, priced, &part.choice), whole.choice);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pricing_in_finds_the_optimum_of_the_whole_and_proves_it_over_every_pair(plain in plain(30, 14), anew: bool) {
        let problem = plain.build();
        let home = home_of(&problem, &plain.stay(&problem));
        let terms = Terms { crowd: i64::from(anew) * 1_000, ..FEW };
        match solve_within_terms(&frame_of(&plain), &problem, problem.arcs(), &home, terms, &calm()) {
            Ok(priced) => {
                prop_assert_eq!(Some(priced.objective()), optimum(&problem));
                check(&plain, &problem, &priced);
            }
            Err(SolveError::Infeasible { employees, posts }) => {
                prop_assert_eq!(None, optimum(&problem));
                check_witness(&problem, &employees, &posts);
            }
            Err(e) => prop_assert!(false, "{}", e),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_follows_when_rows_change_or_stays_as_it_was(
        plain in plain(20, 10),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), -40i64..40), 1..6),
    ) {
        let problem = plain.build();
        let frame = frame_of(&plain);
        let Ok(mut priced) = solve_within_terms(&frame, &problem, problem.arcs(), &[], FEW, &calm()) else { return Ok(()) };
        let mut own = BTreeMap::new();
        for (who, to, value) in edits {
            if problem.employees() == 0 {
                break;
            }
            let (employee, post) = (who.index(problem.employees()) as u32, to.index(problem.posts()) as u32);
            let before = (own.clone(), priced.objective());
            own.insert(employee, vec![(post, value)]);
            let rows = Replaced { rows: &problem, own: &own };
            let mut now = ProblemBuilder::from_frame(frame.clone());
            for employee in 0..problem.employees() {
                let mut row = Vec::new();
                rows.each(employee, &mut |post, value| row.push((post, value)));
                now.add_employee(&row);
            }
            let now = now.build().unwrap();
            match (priced.follow(&rows, &[employee], &calm()), optimum(&now)) {
                (Ok(()), Some(best)) => {
                    prop_assert_eq!(priced.objective(), best);
                    prop_assert_eq!(bound(&now, &priced.prices()), i128::from(best));
                }
                (Err(SolveError::Infeasible { employees, posts }), None) => {
                    check_witness(&now, &employees, &posts);
                    own = before.0;
                    prop_assert_eq!(priced.objective(), before.1);
                }
                (found, best) => prop_assert!(false, "{:?} {:?}", found, best),
            }
        }
    }
}

#[test]
fn an_office_of_many_pairs_takes_few_rounds() {
    let plain = office(1_500, 300, 5);
    let problem = plain.build();
    let home = home_of(&problem, &plain.stay(&problem));
    let terms = Terms { small: 0, first: 4, more: 4, best: 1, crowd: 25 };
    let priced = solve_within_terms(&frame_of(&plain), &problem, problem.arcs(), &home, terms, &calm()).unwrap();
    assert!((2..40).contains(&priced.rounds), "{}", priced.rounds);
    check(&plain, &problem, &priced);
}

#[test]
fn a_cancelled_solve_stops() {
    let plain = office(200, 40, 5);
    let problem = plain.build();
    let cancelled = std::sync::atomic::AtomicBool::new(true);
    let control = Control { cancelled: &cancelled, progress: &|_| {} };
    let outcome = solve_rows(&frame_of(&plain), &problem, problem.arcs(), &[], &control);
    assert!(matches!(outcome, Err(SolveError::Cancelled)));
}

/// A limit among made pairs against the same with all in memory.
fn check_within(plain: &Plain, problem: &Problem, priced: &Priced, limit: usize) -> Result<(), TestCaseError> {
    let stay = plain.stay(problem);
    let home = home_of(problem, &stay);
    let free = solve(problem, &calm()).unwrap();
    let expected = solve_within_from(problem, &stay, limit, &free, &calm());
    let found = priced.clone().within(problem, &home, limit, &calm());
    match (found, expected) {
        (Ok(found), Ok(expected)) => {
            let Within { problem: part, stay: part_stay, limited } = found;
            prop_assert!(moves(&limited.solution.choice, &part_stay) <= limit);
            prop_assert_eq!(objective(&part, &limited.solution.choice), Ok(limited.solution.objective));
            prop_assert!(limited.bound >= expected.solution.objective && expected.bound >= limited.solution.objective);
            let claim = Claim { problem, stay: &stay, limit: Some(limit), conflicts: &Conflicts::default() };
            let proved = match &limited.proof {
                Some(proof) => cover::bound(&claim, proof).max(i128::from(limited.solution.objective)),
                None => bound_within(problem, &limited.solution.prices, &stay, limited.price, limit),
            };
            prop_assert_eq!(proved, i128::from(limited.bound));
        }
        (Err(SolveError::Limit { fewest }), Err(SolveError::Limit { fewest: expected })) => prop_assert_eq!(fewest, expected),
        (found, expected) => prop_assert!(false, "{:?} {:?}", found, expected),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_limit_is_proved_over_pairs_that_were_never_kept(plain in plain(20, 10), limit in 0usize..12) {
        let problem = plain.build();
        let home = home_of(&problem, &plain.stay(&problem));
        let Ok(priced) = solve_within_terms(&frame_of(&plain), &problem, problem.arcs(), &home, FEW, &calm()) else {
            return Ok(());
        };
        check_within(&plain, &problem, &priced, limit)?;
    }

    #[test]
    fn the_curve_of_a_part_is_the_curve_of_the_whole(plain in plain(20, 10)) {
        let problem = plain.build();
        let stay = plain.stay(&problem);
        let home = home_of(&problem, &stay);
        let Ok(mut priced) = solve_within_terms(&frame_of(&plain), &problem, problem.arcs(), &home, FEW, &calm()) else {
            return Ok(());
        };
        let free = solve(&problem, &calm()).unwrap();
        let expected = curve(&problem, &stay, &free, 500, &calm()).unwrap();
        let found = priced.curve(&problem, &home, 500, &calm()).unwrap();
        prop_assert!(found.is_whole() && expected.is_whole());
        // Which of several plans at one price is found may differ, and so what is known between corners.
        for limit in 0..=problem.employees() {
            prop_assert!(found.bound(limit) >= expected.known(limit) && expected.bound(limit) >= found.known(limit));
        }
        prop_assert_eq!(found.points().first().map(|p| p.moves), expected.points().first().map(|p| p.moves));
        for point in found.points() {
            prop_assert_eq!(solve_within_from(&problem, &stay, point.moves, &free, &calm()).unwrap().bound, point.total);
        }
    }
}
