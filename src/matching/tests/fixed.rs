//! Problems of a known make: offices, hard shapes, borders.

use std::sync::atomic::AtomicBool;

use super::*;
use crate::matching::branching::Conflicts;
use crate::matching::branching::cover::{self, Claim};
use crate::matching::budget::{moves, solve_within};
use crate::matching::ties::unique;

/// The optimum as a linear program: by total unimodularity it equals the integer one.
fn linear(problem: &Problem) -> f64 {
    use microlp::{ComparisonOp, OptimizationDirection};
    let mut lp = microlp::Problem::new(OptimizationDirection::Maximize);
    let mut into_post = vec![Vec::new(); problem.posts()];
    for i in 0..problem.employees() {
        let mut row = Vec::new();
        for arc in problem.row(i) {
            let x = lp.add_var(problem.value_of(arc) as f64, (0.0, 1.0));
            row.push((x, 1.0));
            into_post[problem.post_of(arc)].push((x, 1.0));
        }
        lp.add_constraint(row, ComparisonOp::Eq, 1.0);
    }
    let mut into_unit = vec![Vec::new(); problem.units()];
    for (p, mut balance) in into_post.into_iter().enumerate() {
        for s in problem.post_segments(p) {
            let x = lp.add_var(s.reward as f64, (0.0, f64::from(s.width)));
            balance.push((x, -1.0));
            if let Some(unit) = into_unit.get_mut(problem.unit_of(p) as usize) {
                unit.push((x, 1.0));
            }
        }
        lp.add_constraint(balance, ComparisonOp::Eq, 0.0);
    }
    for (u, mut balance) in into_unit.into_iter().enumerate() {
        for s in problem.unit_segments(u) {
            balance.push((lp.add_var(s.reward as f64, (0.0, f64::from(s.width))), -1.0));
        }
        lp.add_constraint(balance, ComparisonOp::Eq, 0.0);
    }
    match lp.solve().unwrap() {
        microlp::SolveOutcome::Solution(solution) => solution.objective(),
        _ => f64::NAN,
    }
}

#[test]
fn mid_sized_offices_match_the_linear_program() {
    for seed in 0..8 {
        let problem = office(40, 12, seed).build();
        let solution = proved(&problem).unwrap();
        assert!((linear(&problem) - solution.objective as f64).abs() < 1e-3);
    }
}

#[test]
fn limits_on_moves_are_met_and_bounded() {
    for seed in 0..6 {
        let mut plain: Plain = office(60, 20, seed);
        // In half of them values are coarse: one price then fits plans of many different sizes.
        let coarse = if seed % 2 == 0 { 1 } else { 1000 };
        plain.rows.iter_mut().flatten().for_each(|pair| pair.1 = pair.1 / coarse * coarse);
        let problem = plain.build();
        let stay: Vec<u32> = (0..60).map(|i| problem.row(i).start as u32).collect();
        let mut last = i64::MIN;
        let mut closed = 0;
        for limit in 0..=40 {
            let limited = solve_within(&problem, &stay, limit, &calm()).unwrap();
            let count = moves(&limited.solution.choice, &stay);
            assert!(count <= limit);
            assert!(limited.bound >= limited.solution.objective && limited.bound >= last);
            last = limited.bound;
            closed += usize::from(limited.bound == limited.solution.objective);
            // Anyone can recompute the bound: charge every move λ, and give back λ per allowed move.
            if let Some(proof) = &limited.proof {
                let claim = Claim { problem: &problem, stay: &stay, limit: Some(limit), conflicts: &Conflicts::default() };
                assert_eq!(cover::bound(&claim, proof), i128::from(limited.bound));
                continue;
            }
            let mut charged = plain.clone();
            for row in &mut charged.rows {
                row.iter_mut().skip(1).for_each(|pair| pair.1 -= limited.price);
            }
            let proof = bound(&charged.build(), &limited.solution.prices) + i128::from(limited.price) * limit as i128;
            assert_eq!(proof, i128::from(limited.bound));
        }
        assert_eq!(closed, 41);
    }
}

/// Many people to a post, so that samples are taken first, and enough of them that all cores share the bids.
#[test]
fn crowds_are_solved_alike_on_any_number_of_cores() {
    for (people, posts, seed) in [(700, 25, 1), (3000, 40, 2), (1500, 60, 3)] {
        let problem = office(people, posts, seed).build();
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(|| proved(&problem).unwrap());
        let many = rayon::ThreadPoolBuilder::new().num_threads(4).build().unwrap().install(|| proved(&problem).unwrap());
        assert_eq!(alone, many);
        if people < 1000 {
            assert_eq!(Some(alone.objective), ssp::optimum(&problem));
        }
    }
}

#[test]
fn hard_shapes_are_solved_and_proved() {
    let shape = |n: usize, m: usize, width: u32, value: &dyn Fn(usize, usize) -> i64| Plain {
        units: vec![vec![(n as u32, 0)]],
        posts: (0..m).map(|p| (if p % 2 == 0 { 0 } else { NO_UNIT }, vec![(width, 0)])).collect(),
        rows: (0..n).map(|i| (0..m).map(|p| (p as u32, value(i, p))).collect()).collect(),
        stays: true,
    };
    let shapes = [
        shape(120, 120, 1, &|_, _| 5000),
        shape(120, 40, 3, &|_, _| 0),
        shape(120, 130, 1, &|_, p| if p == 7 { 10_000 } else { 5000 }),
        shape(120, 120, 1, &|_, p| 50 * p as i64),
        shape(120, 120, 1, &|i, p| (i * p) as i64),
        shape(120, 120, 1, &|i, p| {
            if p == i || p == (i + 1) % 120 { 1000 * (p % 2) as i64 } else { -1_000_000_000 }
        }),
        shape(120, 120, 1, &|i, p| (hash(i, p) % 3) as i64 * 1000),
        shape(120, 120, 1, &|i, p| (hash(i, p) % 10_000_000_000) as i64),
    ];
    for plain in shapes {
        let problem = plain.build();
        let solution = proved(&problem).unwrap();
        let stay: Vec<u32> = (0..problem.employees()).map(|i| problem.row(i).start as u32).collect();
        let one = unique(&problem, &solution, &stay, &tie_of(&problem), &calm()).unwrap();
        assert_eq!(one.objective, solution.objective);
        assert!(moves(&one.choice, &stay) <= moves(&solution.choice, &stay));
    }
    let short = shape(50, 49, 1, &|_, _| 1).build();
    assert!(proved(&short).is_none());
}

#[test]
fn nobody_and_nowhere() {
    let empty = ProblemBuilder::new().build().unwrap();
    assert_eq!(proved(&empty).unwrap().objective, 0);
    let mut b = ProblemBuilder::new();
    b.add_employee(&[]);
    let homeless = b.build().unwrap();
    assert!(
        matches!(solve(&homeless, &calm()), Err(SolveError::Infeasible { employees, posts }) if employees == [0] && posts.is_empty())
    );
    assert_eq!(bound(&homeless, &Prices::default()), i128::MAX);
}

#[test]
fn cancelling_stops_and_progress_is_told() {
    let problem = office(60, 20, 1).build();
    let stop = AtomicBool::new(true);
    let control = Control { cancelled: &stop, progress: &|_| {} };
    let prices = Prices::default();
    assert_eq!(solve_from(&problem, &prices, &[], &control), Err(SolveError::Cancelled));
    let told = std::cell::Cell::new(0);
    let go = AtomicBool::new(false);
    let count = |p: Progress| {
        assert!(p.done <= p.total);
        told.set(told.get() + 1);
    };
    solve_from(&problem, &prices, &[], &Control { cancelled: &go, progress: &count }).unwrap();
    assert!(told.get() > 0);
}

#[test]
fn a_wrong_plan_is_named() {
    use super::certificate::PlanError;
    let problem = office(10, 4, 3).build();
    assert!(matches!(objective(&problem, &[]), Err(PlanError::Count { .. })));
    assert!(matches!(objective(&problem, &[0; 10]), Err(PlanError::NotLawful { employee: 1 })));
    let crowd: Vec<u32> = (0..10).map(|i| problem.row(i).find(|&a| problem.post_of(a) == 0).unwrap() as u32).collect();
    assert!(matches!(objective(&problem, &crowd), Err(PlanError::PostFull { post: 0, people: 10, .. })));
    let mut solution = proved(&problem).unwrap();
    solution.prices.post[0] += 5000;
    assert_eq!(unique(&problem, &solution, &[u32::MAX; 10], &|_| 0, &calm()), Err(SolveError::NotOptimal));
}
