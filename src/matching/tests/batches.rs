//! Many changes at once, so that much is out of balance, on problems made to be awkward: units with few places, posts
//! without any, equals, rows that name a post twice or none, values at the limit of what is accepted.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Rng, *};
use crate::matching::live::{Edit, EditError, Live};
use crate::matching::pricing::{Priced, Terms, solve_within_terms};
use crate::matching::rows::{PricedRows, Replaced, Rows};
use crate::matching::ssp::optimum;

fn chain(rng: &mut Rng, room: u64, spread: i64) -> Vec<(u32, i64)> {
    let mut list: Vec<(u32, i64)> = (0..rng.below(4)).map(|_| (rng.below(room) as u32, rng.signed(spread))).collect();
    list.sort_by_key(|segment| -segment.1);
    list
}

fn row(rng: &mut Rng, posts: u64, spread: i64, twice: bool) -> Vec<(u32, i64)> {
    let mut row: Vec<(u32, i64)> = Vec::new();
    for _ in 0..1 + rng.below(posts * 2) {
        // A quarter of all wishes are for one post.
        let post = if rng.below(4) == 0 { 0 } else { rng.below(posts) as u32 };
        if twice || row.iter().all(|pair| pair.0 != post) {
            row.push((post, rng.signed(spread)));
        }
    }
    row
}

fn awkward(rng: &mut Rng, size: u64) -> Plain {
    let (people, posts, units) = (rng.below(size + 1), 1 + rng.below(1 + size / 2), rng.below(5));
    let limit = (1i64 << 56) / (16 * (people + posts + units + 5) as i64);
    let spread = [0, 1, 2, 10, 1_000, limit][rng.below(6) as usize];
    let (roomy, twice, last) = (rng.below(3), rng.below(3) == 0, rng.below(3) > 0);
    let mut plain = Plain { units: Vec::new(), posts: Vec::new(), rows: Vec::new(), stays: true };
    plain.units.extend((0..units).map(|_| chain(rng, 1 + people * roomy, spread)));
    for _ in 0..posts {
        let unit = if units == 0 || rng.below(4) == 0 { NO_UNIT } else { rng.below(units) as u32 };
        plain.posts.push((unit, chain(rng, 2 + roomy * 2, spread)));
    }
    plain.rows.extend((0..people).map(|_| row(rng, posts, spread, twice)));
    if rng.below(30) == 0 {
        plain.rows.iter_mut().for_each(Vec::clear);
    }
    if last {
        // Somewhere for everyone, so that more of the problems have a plan.
        plain.posts.push((NO_UNIT, vec![(people as u32, 0)]));
        let worth = rng.signed(spread);
        plain.rows.iter_mut().for_each(|row| row.push((posts as u32, worth)));
    }
    plain
}

fn terms(rng: &mut Rng) -> Terms {
    Terms {
        small: [0, 0, 0, 10_000][rng.below(4) as usize],
        first: 1 + rng.below(3) as usize,
        more: 1 + rng.below(4) as usize,
        best: 1 + rng.below(2) as usize,
        crowd: [0, 1, 4, 25, 1_000][rng.below(5) as usize],
    }
}

/// The plan is the best of a problem, and its prices prove it.
fn is_best(priced: &Priced, problem: &Problem, rows: &impl PricedRows) {
    assert_eq!(Some(priced.objective()), optimum(problem));
    assert_eq!(bound(problem, &priced.prices()), i128::from(priced.objective()));
    let tight = priced.tight(rows).unwrap();
    assert_eq!(objective(&tight.problem, &tight.solution.choice), Ok(priced.objective()));
}

fn has_none(problem: &Problem, error: &SolveError) {
    let SolveError::Infeasible { employees, posts } = error else { panic!("{error}") };
    check_witness(problem, employees, posts);
    assert_eq!(optimum(problem), None);
}

/// Other rows for some, maybe the same person twice; who they are.
fn change(rng: &mut Rng, plain: &Plain, own: &mut BTreeMap<u32, Vec<(u32, i64)>>) -> Vec<u32> {
    let count = 1 + rng.below(10);
    let one = |_| {
        let employee = rng.below(plain.rows.len() as u64) as u32;
        let mut row = plain.rows[employee as usize].clone();
        match rng.below(4) {
            0 => _ = own.remove(&employee),
            1 | 2 => _ = own.insert(employee, vec![(rng.below(plain.posts.len() as u64) as u32, rng.signed(1_000))]),
            _ => {
                row.iter_mut().for_each(|pair| pair.1 /= 1 + rng.below(2) as i64);
                row.truncate(row.len().max(2) - 1);
                own.insert(employee, row);
            }
        }
        employee
    };
    (0..count).map(one).collect()
}

fn edit(rng: &mut Rng, plain: &Plain, live: &Live) -> Edit {
    let (employee, post) = (rng.below(plain.rows.len() as u64) as u32, rng.below(plain.posts.len() as u64) as u32);
    let mut places = chain(rng, 6, 1_000);
    if rng.below(3) > 0 {
        places.push((60, -1_000));
    }
    let segments: Vec<Segment> = places.into_iter().map(|(width, reward)| Segment { width, reward }).collect();
    match rng.below(10) {
        0..3 => Edit::PinAt { employee, post, value: rng.signed(1_000) },
        3 | 4 => Edit::Unpin { employee },
        5 if !plain.units.is_empty() => Edit::Unit { unit: rng.below(plain.units.len() as u64) as u32, segments },
        6 => Edit::Ban { employee, post: live.post_of(employee) },
        7 => Edit::Row { employee, pairs: plain.rows[employee as usize].iter().map(|pair| (pair.0, pair.1 / 2)).collect() },
        8 => Edit::Unban { employee, post: live.bans_of(employee).first().copied().unwrap_or(0) },
        _ => Edit::Post { post, segments },
    }
}

/// Minima that the plan meets, on some of its posts and units.
fn with_minima(mut problem: Problem, choice: &[u32], rng: &mut Rng) -> Problem {
    for &arc in choice {
        let post = problem.post_of(arc as usize);
        if rng.below(3) == 0 {
            problem.require_post(post as u32, 1).unwrap();
        }
        if problem.unit_of(post) != NO_UNIT && rng.below(3) == 0 {
            problem.require_unit(problem.unit_of(post), 1).unwrap();
        }
    }
    problem
}

const ONE: Terms = Terms { small: 0, first: 1, more: 1, best: 1, crowd: 0 };

#[test]
fn who_could_meet_a_minimum_is_offered_the_post() {
    let plain =
        Plain { units: Vec::new(), posts: vec![(NO_UNIT, vec![(1, 0)]); 2], rows: vec![vec![(0, 10), (1, 0)]], stays: true };
    let (mut problem, mut frame) = (plain.build(), Plain { rows: Vec::new(), ..plain.clone() }.build());
    problem.require_post(1, 1).unwrap();
    frame.require_post(1, 1).unwrap();
    let priced = solve_within_terms(&frame, &problem, problem.arcs(), &[], ONE, &calm()).unwrap();
    assert_eq!(priced.objective(), 0);
}

/// A post that is full and whose holder has no other charges as much as it likes.
#[test]
fn charges_stay_within_bounds_however_often_a_plan_follows() {
    let large = (1i64 << 56) / (16 * 8) - 1;
    let plain = Plain {
        units: Vec::new(),
        posts: vec![(NO_UNIT, vec![(1, large)]); 2],
        rows: vec![vec![(0, large), (1, -large)], vec![(1, large)]],
        stays: true,
    };
    let (problem, frame) = (plain.build(), Plain { rows: Vec::new(), ..plain.clone() }.build());
    let mut priced = solve_within_terms(&frame, &problem, problem.arcs(), &[], ONE, &calm()).unwrap();
    for _ in 0..2_500 {
        priced.follow(&problem, &[0, 1], &calm()).unwrap();
        is_best(&priced, &problem, &problem);
    }
    assert!(priced.prices().post.iter().all(|price| price.saturating_abs() < 1 << 58));
}

#[test]
fn progress_never_goes_back_and_ends_near_the_whole() {
    let plain = office(300, 60, 5);
    let (problem, frame) = (plain.build(), Plain { rows: Vec::new(), ..plain.clone() }.build());
    let told = std::cell::RefCell::new(Vec::new());
    let stop = std::sync::atomic::AtomicBool::new(false);
    let tell = |p: Progress| told.borrow_mut().push(p.done * 1000 / p.total.max(1));
    let control = Control { cancelled: &stop, progress: &tell };
    let rows: BTreeMap<u32, Vec<(u32, i64)>> =
        (0..60).map(|who| (who, plain.rows[who as usize].iter().map(|pair| (pair.0, -pair.1)).collect())).collect();
    let changed: Vec<u32> = (0..60).collect();
    for (small, least) in [(0, 250), (1 << 30, 1_000)] {
        // Every round solves anew, which tells most.
        let terms = Terms { small, first: 2, more: 2, best: 1, crowd: 1_000_000 };
        let mut priced = solve_within_terms(&frame, &problem, problem.arcs(), &[], terms, &control).unwrap();
        assert!(told.borrow().is_sorted() && told.borrow().last().is_some_and(|last| *last >= least));
        told.borrow_mut().clear();
        priced.follow(&Replaced { rows: &problem, own: &rows }, &changed, &control).unwrap();
        assert!(told.borrow().is_sorted() && !told.borrow().is_empty());
        told.borrow_mut().clear();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pricing_follows_many_changes_at_once(seed: u64, size in 1u64..40) {
        let mut rng = Rng(seed);
        let plain = awkward(&mut rng, size);
        let problem = plain.build();
        let frame = Plain { rows: Vec::new(), ..plain.clone() }.build();
        let home: Vec<u32> = (0..plain.rows.len()).map(|_| rng.below(plain.posts.len() as u64 + 1) as u32).collect();
        // More pairs than there are only make draws look at fewer.
        let pairs = problem.arcs() * if rng.below(4) == 0 { 1_000 } else { 1 };
        let mut priced = match solve_within_terms(&frame, &problem, pairs, &home, terms(&mut rng), &calm()) {
            Ok(priced) => priced,
            Err(error) => return { has_none(&problem, &error); Ok(()) },
        };
        is_best(&priced, &problem, &problem);
        let mut own = BTreeMap::new();
        for _ in 0..if plain.rows.is_empty() { 0 } else { 5 } {
            let before = (own.clone(), priced.objective(), priced.prices());
            let changed = change(&mut rng, &plain, &mut own);
            let rows = Replaced { rows: &problem, own: &own };
            let mut now = plain.clone();
            for (employee, row) in now.rows.iter_mut().enumerate() {
                row.clear();
                rows.each(employee, &mut |post, value| row.push((post, value)));
            }
            let now = now.build();
            match priced.follow(&rows, &changed, &calm()) {
                Ok(()) => is_best(&priced, &now, &rows),
                Err(error) => {
                    has_none(&now, &error);
                    own = before.0;
                    prop_assert!((priced.objective(), priced.prices()) == (before.1, before.2));
                }
            }
        }
    }

    #[test]
    fn pricing_meets_minima_that_can_be_met(seed: u64, size in 1u64..20) {
        let mut rng = Rng(seed);
        let plain = awkward(&mut rng, size);
        let problem = plain.build();
        let Ok(solution) = solve(&problem, &calm()) else { return Ok(()) };
        let problem = with_minima(problem, &solution.choice, &mut rng);
        let mut frame = Plain { rows: Vec::new(), ..plain.clone() }.build();
        for post in 0..problem.posts() {
            frame.require_post(post as u32, problem.post_least(post)).unwrap();
        }
        for unit in 0..problem.units() {
            frame.require_unit(unit as u32, problem.unit_least(unit)).unwrap();
        }
        let best = solve(&problem, &calm()).unwrap().objective;
        let priced = solve_within_terms(&frame, &problem, problem.arcs(), &[], terms(&mut rng), &calm()).unwrap();
        prop_assert_eq!(priced.objective(), best);
        prop_assert_eq!(bound(&problem, &priced.prices()), i128::from(best));
    }

    #[test]
    fn live_plans_follow_many_edits_at_once(seed: u64, size in 1u64..40) {
        let mut rng = Rng(seed);
        let plain = awkward(&mut rng, size);
        let mut problem = plain.build();
        let Ok(mut solution) = solve(&problem, &calm()) else { return Ok(()) };
        if rng.below(3) == 0 {
            problem = with_minima(problem, &solution.choice, &mut rng);
            solution = solve(&problem, &calm()).unwrap();
        }
        let mut live = Live::new(problem, &solution).unwrap();
        let mut totals = vec![live.objective()];
        for _ in 0..if plain.rows.is_empty() { 0 } else { 8 } {
            let edits: Vec<Edit> = (0..1 + rng.below(2 + size)).map(|_| edit(&mut rng, &plain, &live)).collect();
            let before = live.clone();
            match live.apply(&edits, &calm()) {
                Ok(total) => totals.push(total),
                Err(EditError::Solve(_) | EditError::Problem(_)) => {
                    prop_assert!(live.certificate().unwrap() == before.certificate().unwrap());
                }
                Err(error) => prop_assert!(false, "{}", error),
            }
            if rng.below(4) == 0 && totals.len() > 1 {
                let count = 1 + rng.below(totals.len() as u64 - 1) as usize;
                totals.truncate(totals.len() - count);
                prop_assert_eq!(live.undo(count, &calm()).ok(), totals.last().copied());
            }
            let (now, held) = live.certificate().unwrap();
            prop_assert_eq!(objective(&now, &held.choice), Ok(live.objective()));
            prop_assert_eq!(bound(&now, &held.prices), i128::from(live.objective()));
            prop_assert!(now.has_minima() || optimum(&now) == Some(live.objective()));
            // What is kept between edits still answers for whoever is picked up: where he is, nothing changes.
            let who = rng.below(plain.rows.len() as u64) as u32;
            let at = held.choice[who as usize] as usize;
            let carried = live.carry(who, &calm()).unwrap();
            prop_assert_eq!(carried.total_at(now.post_of(at) as u32, now.value_of(at)), Some(live.objective()));
        }
    }
}
