//! The value of moves against brute force and against limits one by one.

use proptest::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::matching::budget::{moves, solve_within};
use crate::matching::curve::curve;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_curve_bounds_every_limit(plain in plain(6, 5)) {
        let problem = plain.build();
        let Some(free) = proved(&problem) else { return Ok(()) };
        let stay = plain.stay(&problem);
        let plans = all_plans(&problem);
        let whole = curve(&problem, &stay, &free, 100, &calm()).unwrap();
        prop_assert!(whole.is_whole());
        for limit in 0..=problem.employees() {
            let truth = plans.iter().filter(|p| moves(&p.0, &stay) <= limit).map(|p| p.1).max();
            prop_assert_eq!(whole.known(limit).is_some(), truth.is_some());
            let Some(truth) = truth else { continue };
            prop_assert!(whole.bound(limit).unwrap() >= truth && truth >= whole.known(limit).unwrap());
            prop_assert!(whole.bound(limit).unwrap() >= whole.estimate(limit).unwrap());
        }
        for point in whole.points() {
            let truth = plans.iter().filter(|p| moves(&p.0, &stay) <= point.moves).map(|p| p.1).max();
            prop_assert_eq!(Some(point.total), truth);
        }
        let slopes: Vec<i64> = whole.points().iter().map(|p| p.price).collect();
        prop_assert!(slopes.windows(2).all(|s| s[0] >= s[1]));
    }
}

#[test]
fn limits_one_by_one_lie_on_the_curve() {
    let problem = office(60, 20, 5).build();
    let stay: Vec<u32> = (0..60).map(|i| problem.row(i).start as u32).collect();
    let free = proved(&problem).unwrap();
    let rough = curve(&problem, &stay, &free, 12, &calm()).unwrap();
    let whole = curve(&problem, &stay, &free, 500, &calm()).unwrap();
    assert!(whole.is_whole() && rough.points().len() < whole.points().len());
    for limit in 0..60 {
        let exact = solve_within(&problem, &stay, limit, &calm()).unwrap();
        assert!(whole.bound(limit).unwrap() >= exact.bound && whole.known(limit).unwrap() <= exact.bound);
        assert!(rough.bound(limit).unwrap() >= whole.bound(limit).unwrap());
    }
    for point in whole.points() {
        assert_eq!(solve_within(&problem, &stay, point.moves, &calm()).unwrap().bound, point.total);
    }
    let all: i64 = (0..6).map(|part| whole.next(10 * part, 10).unwrap()).sum();
    assert_eq!(all, free.objective - whole.known(0).unwrap());
}

#[test]
fn a_cancelled_curve_ends_and_progress_is_told() {
    let problem = office(60, 20, 5).build();
    let stay: Vec<u32> = (0..60).map(|i| problem.row(i).start as u32).collect();
    let free = proved(&problem).unwrap();
    let (stop, told) = (AtomicBool::new(false), std::cell::Cell::new(0));
    let tell = |_| {
        told.set(told.get() + 1);
        stop.store(told.get() >= 20, Ordering::Relaxed);
    };
    let control = Control { cancelled: &stop, progress: &tell };
    assert_eq!(curve(&problem, &stay, &free, 500, &control), Err(SolveError::Cancelled));
    assert!(told.get() >= 20);
    assert_eq!(solve_within(&problem, &stay, 5, &control), Err(SolveError::Cancelled));
}
