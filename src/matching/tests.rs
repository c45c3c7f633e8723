//! The core against brute force, a textbook oracle, a linear program, and itself.

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;

use super::budget::{moves, solve_within};
use super::certificate::{bound, objective};
use super::ssp::optimum;
use super::targets::totals_for;
use super::ties::unique;
use super::*;

/// A problem as plain lists, so that it can be changed and built again.
#[derive(Debug, Clone)]
struct Plain {
    units: Vec<Vec<(u32, i64)>>,
    posts: Vec<(u32, Vec<(u32, i64)>)>,
    rows: Vec<Vec<(u32, i64)>>,
    stays: bool,
}

impl Plain {
    fn build(&self) -> Problem {
        let chain = |s: &[(u32, i64)]| s.iter().map(|&(width, reward)| Segment { width, reward }).collect::<Vec<_>>();
        let mut b = ProblemBuilder::new();
        for unit in &self.units {
            b.add_unit(&chain(unit));
        }
        for (unit, segments) in &self.posts {
            b.add_post(*unit, &chain(segments));
        }
        for row in &self.rows {
            b.add_employee(row);
        }
        b.build().unwrap()
    }

    /// The first arc of each row, for those who have one to stay on.
    fn stay(&self, problem: &Problem) -> Vec<u32> {
        let first = |i: usize| {
            if self.stays && i % 5 != 4 && !self.rows[i].is_empty() { problem.row(i).start as u32 } else { u32::MAX }
        };
        (0..self.rows.len()).map(first).collect()
    }
}

/// Random shapes: few or many units, ties or none, tight or roomy, sometimes infeasible.
fn plain(people: usize, posts: usize) -> impl Strategy<Value = Plain> {
    let spread = prop_oneof![Just(1i64), Just(3), Just(1000)];
    (1..=people, 1..=posts, 0usize..4, spread, any::<u64>(), any::<bool>()).prop_map(|(n, m, units, spread, seed, tight)| {
        let mut rng = Rng(seed | 1);
        let mut chain = |room: u64, n: u64| -> Vec<(u32, i64)> {
            let mut list: Vec<(u32, i64)> =
                (0..1 + rng.below(n)).map(|_| (rng.below(room) as u32 + u32::from(!tight), rng.signed(spread))).collect();
            list.sort_by_key(|s| -s.1);
            list
        };
        let unit_list = (0..units).map(|_| chain(n as u64, 3)).collect();
        let mut post_list: Vec<(u32, Vec<(u32, i64)>)> = (0..m).map(|_| (0, chain(3, 3))).collect();
        for (unit, _) in &mut post_list {
            *unit = if units == 0 || rng.below(4) == 0 { NO_UNIT } else { rng.below(units as u64) as u32 };
        }
        let rows = (0..n)
            .map(|_| {
                let mut seen: Vec<u32> = Vec::new();
                for _ in 0..1 + rng.below(m as u64) {
                    let p = rng.below(m as u64) as u32;
                    if !seen.contains(&p) {
                        seen.push(p);
                    }
                }
                seen.into_iter().map(|p| (p, rng.signed(spread))).collect()
            })
            .collect();
        Plain { units: unit_list, posts: post_list, rows, stays: rng.below(8) > 0 }
    })
}

#[derive(Debug, Clone)]
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }
    fn signed(&mut self, spread: i64) -> i64 {
        self.below(2 * spread as u64 + 1) as i64 - spread
    }
    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at as u64 + 1) as usize);
        }
    }
}

/// Every plan of a small problem with its objective.
fn all_plans(problem: &Problem) -> Vec<(Vec<u32>, i64)> {
    let mut plans = vec![Vec::new()];
    for i in 0..problem.employees() {
        plans = plans
            .into_iter()
            .flat_map(|p: Vec<u32>| problem.row(i).map(move |arc| [p.clone(), vec![arc as u32]].concat()))
            .collect();
    }
    plans.into_iter().filter_map(|p| objective(problem, &p).ok().map(|z| (p, z))).collect()
}

fn calm() -> Control<'static> {
    Control::unattended()
}

/// Solves and checks the certificate; none where infeasible, with the witness checked.
fn proved(problem: &Problem) -> Option<Solution> {
    match solve(problem, &calm()) {
        Ok(s) => {
            assert_eq!(objective(problem, &s.choice), Ok(s.objective));
            assert_eq!(bound(problem, &s.prices), i128::from(s.objective));
            Some(s)
        }
        Err(SolveError::Infeasible { employees, posts }) => {
            check_witness(problem, &employees, &posts);
            None
        }
        Err(e) => panic!("{e}"),
    }
}

/// The witness by its own words: these people reach none but these posts, which have too few places.
fn check_witness(problem: &Problem, employees: &[u32], posts: &[u32]) {
    assert!(!employees.is_empty() && employees.is_sorted() && posts.is_sorted());
    for &e in employees {
        assert!(problem.row(e as usize).all(|arc| posts.contains(&(problem.post_of(arc) as u32))));
    }
    let mut by_unit: HashMap<u32, u64> = HashMap::new();
    for &p in posts {
        *by_unit.entry(problem.unit_of(p as usize)).or_default() += problem.post_capacity(p as usize);
    }
    let room = |(&unit, &sum): (&u32, &u64)| if unit == NO_UNIT { sum } else { sum.min(problem.unit_capacity(unit as usize)) };
    let places: u64 = by_unit.iter().map(room).sum();
    assert!((employees.len() as u64) > places, "{} people, {places} places", employees.len());
}

fn hash(employee: usize, post: usize) -> u64 {
    Rng(employee as u64 * 1_000_003 + post as u64).next()
}

fn tie_of(problem: &Problem) -> impl Fn(u32) -> u64 + '_ {
    let owner: Vec<usize> = (0..problem.employees()).flat_map(|i| problem.row(i).map(move |_| i)).collect();
    move |arc| hash(owner[arc as usize], problem.post_of(arc as usize))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn small_problems_match_brute_force(plain in plain(6, 5)) {
        let problem = plain.build();
        let plans = all_plans(&problem);
        let best = plans.iter().map(|p| p.1).max();
        let found = proved(&problem);
        prop_assert_eq!(found.as_ref().map(|s| s.objective), best);
        prop_assert_eq!(optimum(&problem), best);
        let Some(solution) = found else { return Ok(()) };
        let stay = plain.stay(&problem);
        let tie = tie_of(&problem);
        let rank = |p: &Vec<u32>| {
            let gone = |&(i, &arc): &(usize, &u32)| arc != stay[i];
            let sum: u128 = p.iter().enumerate().filter(gone).map(|(_, &arc)| u128::from(tie(arc))).sum();
            (moves(p, &stay), sum)
        };
        let first = plans.iter().filter(|p| Some(p.1) == best).map(|p| &p.0).min_by_key(|p| rank(p)).unwrap();
        let one = unique(&problem, &solution, &stay, &tie, &calm()).unwrap();
        prop_assert_eq!(&one.choice, first);
        prop_assert_eq!(one.objective, solution.objective);
        prop_assert_eq!(bound(&problem, &one.prices), i128::from(one.objective));
        for limit in 0..problem.employees() {
            let within = plans.iter().filter(|p| moves(&p.0, &stay) <= limit).map(|p| p.1).max();
            match solve_within(&problem, &stay, limit, &calm()) {
                Ok(limited) => {
                    prop_assert!(moves(&limited.solution.choice, &stay) <= limit);
                    prop_assert_eq!(objective(&problem, &limited.solution.choice), Ok(limited.solution.objective));
                    let truth = within.unwrap();
                    prop_assert!(limited.bound >= truth && truth >= limited.solution.objective);
                }
                Err(SolveError::Limit { fewest }) => {
                    prop_assert!(within.is_none());
                    prop_assert_eq!(plans.iter().map(|p| moves(&p.0, &stay)).min(), Some(fewest));
                }
                Err(e) => prop_assert!(false, "{}", e),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn larger_problems_match_the_oracle(plain in plain(40, 15)) {
        let problem = plain.build();
        let found = proved(&problem);
        prop_assert_eq!(found.map(|s| s.objective), optimum(&problem));
    }

    #[test]
    fn any_start_leads_to_the_optimum(plain in plain(30, 12), seed in any::<u64>()) {
        let problem = plain.build();
        let mut rng = Rng(seed);
        let prices = Prices {
            post: (0..problem.posts()).map(|_| rng.signed(2000)).collect(),
            unit: (0..problem.units()).map(|_| rng.signed(2000)).collect(),
        };
        let warm = solve_from(&problem, &prices, &[], &calm()).ok();
        if let Some(s) = &warm {
            prop_assert_eq!(bound(&problem, &s.prices), i128::from(s.objective));
        }
        prop_assert_eq!(warm.map(|s| s.objective), optimum(&problem));
    }

    #[test]
    fn totals_match_cold_solves(plain in plain(12, 8)) {
        let problem = plain.build();
        let Some(solution) = proved(&problem) else { return Ok(()) };
        for i in 0..problem.employees().min(4) {
            for (arc, total) in totals_for(&problem, &solution, i as u32, &calm()).unwrap() {
                let mut forced = plain.clone();
                forced.rows[i] = vec![plain.rows[i][arc as usize - problem.row(i).start]];
                prop_assert_eq!(total, optimum(&forced.build()));
            }
        }
    }

    #[test]
    fn the_recorded_plan_does_not_depend_on_order(plain in plain(25, 10), seed in any::<u64>()) {
        let mut rng = Rng(seed);
        let (n, m, u) = (plain.rows.len(), plain.posts.len(), plain.units.len());
        let mut order: [Vec<usize>; 3] = [(0..n).collect(), (0..m).collect(), (0..u).collect()];
        order.iter_mut().for_each(|o| rng.shuffle(o));
        let new_post = |p: u32| order[1].iter().position(|&old| old == p as usize).unwrap() as u32;
        let new_unit = |v: u32| order[2].iter().position(|&old| old == v as usize).map_or(NO_UNIT, |at| at as u32);
        let mut rows: Vec<Vec<(u32, i64)>> =
            order[0].iter().map(|&i| plain.rows[i].iter().map(|&(p, v)| (new_post(p), v)).collect()).collect();
        rows.iter_mut().for_each(|row| rng.shuffle(row));
        let other = Plain {
            units: order[2].iter().map(|&v| plain.units[v].clone()).collect(),
            posts: order[1].iter().map(|&p| (new_unit(plain.posts[p].0), plain.posts[p].1.clone())).collect(),
            rows,
            stays: plain.stays,
        };
        let (a, b) = (plain.build(), other.build());
        let Some(first) = proved(&a) else { return Ok(()) };
        let second = proved(&b).unwrap();
        let stay_a: Vec<u32> = a_stay(&plain, &a);
        // The same people stay on the same posts, wherever those are now.
        let stay_b: Vec<u32> = order[0].iter().enumerate().map(|(at, &i)| {
            if stay_a[i] == u32::MAX { return u32::MAX; }
            let post = new_post(a.post_of(stay_a[i] as usize) as u32);
            b.row(at).find(|&arc| b.post_of(arc) as u32 == post).unwrap() as u32
        }).collect();
        let tie_a = tie_of(&a);
        let owner_b: Vec<usize> = (0..n).flat_map(|i| b.row(i).map(move |_| i)).collect();
        let tie_b = |arc: u32| hash(order[0][owner_b[arc as usize]], order[1][b.post_of(arc as usize)]);
        let one = unique(&a, &first, &stay_a, &tie_a, &calm()).unwrap();
        let two = unique(&b, &second, &stay_b, &tie_b, &calm()).unwrap();
        for (at, &i) in order[0].iter().enumerate() {
            prop_assert_eq!(order[1][b.post_of(two.choice[at] as usize)], a.post_of(one.choice[i] as usize));
        }
    }
}

fn a_stay(plain: &Plain, problem: &Problem) -> Vec<u32> {
    plain.stay(problem)
}

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

/// People at home on posts of units with need, as in a real plan: staying is always feasible.
fn office(people: usize, posts: usize, seed: u64) -> Plain {
    let mut rng = Rng(seed);
    let home: Vec<usize> = (0..people).map(|_| rng.below(posts as u64) as usize).collect();
    let held = |p: usize| home.iter().filter(|&&h| h == p).count() as u32;
    let units = posts.div_ceil(4);
    Plain {
        units: (0..units).map(|_| (0..6).map(|j| (people as u32, 3000 - 600 * j)).collect()).collect(),
        posts: (0..posts).map(|p| ((p / 4) as u32, vec![(1, 4000), (1, 1000), (held(p) + 1, -500)])).collect(),
        rows: (0..people)
            .map(|i| {
                let mut row = vec![(home[i] as u32, rng.below(10_000) as i64)];
                row.extend((0..posts).filter(|&p| p != home[i]).map(|p| (p as u32, rng.below(10_000) as i64 - 600)));
                row
            })
            .collect(),
        stays: true,
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
    for seed in 0..4 {
        let plain = office(60, 20, seed);
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
            let mut charged = plain.clone();
            for row in &mut charged.rows {
                row.iter_mut().skip(1).for_each(|pair| pair.1 -= limited.price);
            }
            let proof = bound(&charged.build(), &limited.solution.prices) + i128::from(limited.price) * limit as i128;
            assert_eq!(proof.min(i128::from(limited.bound)), i128::from(limited.bound));
        }
        assert!(closed >= 20, "{closed} of 41 limits closed");
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
        shape(120, 120, 1, &|i, p| if p == i || p == (i + 1) % 120 { 1000 * (p % 2) as i64 } else { -1_000_000_000 }),
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
