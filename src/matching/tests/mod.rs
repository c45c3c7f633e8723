//! The core against brute force, a textbook oracle, a linear program, and itself. Here: the problems
//! the tests draw, and what every answer must satisfy.

mod batches;
mod bounds;
mod branching;
mod curve;
mod drawn;
mod fixed;
mod live;
mod priced;

use std::collections::HashMap;

use proptest::prelude::*;

use super::certificate::{bound, objective};
use super::*;

/// A problem as plain lists, so that it can be changed and built again.
#[derive(Debug, Clone)]
pub(super) struct Plain {
    units: Vec<Vec<(u32, i64)>>,
    posts: Vec<(u32, Vec<(u32, i64)>)>,
    rows: Vec<Vec<(u32, i64)>>,
    stays: bool,
}

impl Plain {
    pub(super) fn build(&self) -> Problem {
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
pub(super) fn plain(people: usize, posts: usize) -> impl Strategy<Value = Plain> {
    let spread = prop_oneof![Just(0i64), Just(1), Just(1), Just(3), Just(1000)];
    (1..=people, 1..=posts, 0usize..4, spread, any::<u64>(), any::<bool>()).prop_map(|(n, m, units, spread, seed, tight)| {
        let mut rng = Rng(seed | 1);
        let mut chain = |room: u64, n: u64| -> Vec<(u32, i64)> {
            let mut list: Vec<(u32, i64)> =
                (0..1 + rng.below(n)).map(|_| (rng.below(room) as u32 + u32::from(!tight), rng.signed(spread) / 2)).collect();
            list.sort_by_key(|s| -s.1);
            list
        };
        let unit_list = (0..units).map(|_| chain(2 * n as u64, 3)).collect();
        let mut post_list: Vec<(u32, Vec<(u32, i64)>)> = (0..m).map(|_| (0, chain(4, 3))).collect();
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
pub(super) struct Rng(pub(super) u64);

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
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
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
    // What other posts of a unit must hold is no room for these people.
    let apart = |unit: u32| -> u64 {
        let others = (0..problem.posts()).filter(|&p| problem.unit_of(p) == unit && !posts.contains(&(p as u32)));
        others.map(|p| problem.post_least(p)).sum()
    };
    let room = |(&unit, &sum): (&u32, &u64)| {
        if unit == NO_UNIT { sum } else { sum.min(problem.unit_capacity(unit as usize) - apart(unit)) }
    };
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
