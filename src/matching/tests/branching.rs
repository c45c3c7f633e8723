//! Conflicts and limits by branching, against brute force; and proofs that must not be believed.

use proptest::prelude::*;

use super::*;
use crate::matching::branching::cover::{self, Claim, covers};
use crate::matching::branching::{Branched, Conflict, Conflicts, Decision, Leaf, Pair, Proof, Start, Task, branch};
use crate::matching::budget::{moves, solve_within};

/// A few conflicts, and now and then a barred pair.
fn draw(problem: &Problem, seed: u64) -> Conflicts {
    let mut rng = Rng(seed);
    let mut pair = || -> Pair {
        let who = rng.below(problem.employees() as u64) as usize;
        let row = problem.row(who);
        let arc = row.start + rng.below(row.len() as u64) as usize;
        (who as u32, problem.post_of(arc) as u32)
    };
    let conflicts: Vec<Conflict> = (0..1 + seed % 6).map(|_| Conflict { one: pair(), other: pair() }).collect();
    let barred: Vec<Pair> = (0..seed / 7 % 2).map(|_| pair()).collect();
    Conflicts::new(barred, conflicts)
}

struct Asked<'a> {
    problem: &'a Problem,
    stay: &'a [u32],
    limit: Option<usize>,
    conflicts: &'a Conflicts,
    parts: usize,
}

/// Branches from the flow's optimum, and has the proof checked.
fn branched(asked: &Asked<'_>) -> (Branched, Proof) {
    let Asked { problem, stay, limit, conflicts, parts } = *asked;
    let tie = tie_of(problem);
    let control = calm();
    let task = Task {
        problem,
        stay,
        limit: limit.map(|limit| limit as i64),
        conflicts,
        tie: &tie,
        floor: None,
        parts,
        scale: 1,
        offset: 0,
        control: &control,
    };
    let start = solve(problem, &calm())
        .map_or_else(|_| Start::default(), |s| Start { choice: s.choice, prices: s.prices, move_price: 0 });
    let found = branch(&task, start).unwrap();
    let proof = Proof { scale: 1, sieve: None, leaves: found.leaves.clone() };
    let proved = cover::bound(&Claim { problem, stay, limit, conflicts }, &proof);
    assert!(proved <= i128::from(found.bound) || found.bound == i64::MIN, "{proved} > {}", found.bound);
    (found, proof)
}

/// Brute force: the best objective, and the first such plan by moves and ties.
fn truth(asked: &Asked<'_>) -> Option<(i64, Vec<u32>)> {
    let Asked { problem, stay, limit, conflicts, .. } = *asked;
    let tie = tie_of(problem);
    let is_lawful = |p: &Vec<u32>| {
        let post = |who: u32| problem.post_of(p[who as usize] as usize) as u32;
        conflicts.broken(&post).is_empty() && limit.is_none_or(|limit| moves(p, stay) <= limit)
    };
    let plans: Vec<(Vec<u32>, i64)> = all_plans(problem).into_iter().filter(|p| is_lawful(&p.0)).collect();
    let best = plans.iter().map(|p| p.1).max()?;
    let rank = |p: &Vec<u32>| {
        let gone = |&(i, &arc): &(usize, &u32)| arc != stay[i];
        let sum: u128 = p.iter().enumerate().filter(gone).map(|(_, &arc)| u128::from(tie(arc))).sum();
        (moves(p, stay), sum)
    };
    plans.into_iter().filter(|p| p.1 == best).map(|p| p.0).min_by_key(rank).map(|p| (best, p))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn conflicts_are_minded_exactly(plain in plain(6, 5), seed in any::<u64>()) {
        let problem = plain.build();
        let (stay, conflicts) = (plain.stay(&problem), draw(&problem, seed));
        let asked = Asked { problem: &problem, stay: &stay, limit: None, conflicts: &conflicts, parts: 10_000 };
        let truth = truth(&asked);
        let (found, proof) = branched(&asked);
        prop_assert_eq!(found.best.as_ref().map(|b| b.1), truth.as_ref().map(|t| t.0));
        prop_assert_eq!(found.best.map(|b| b.0), truth.as_ref().map(|t| t.1.clone()));
        let proved = cover::bound(&Claim { problem: &problem, stay: &stay, limit: None, conflicts: &conflicts }, &proof);
        match truth {
            Some((best, _)) => prop_assert_eq!(proved, i128::from(best)),
            None => prop_assert!(proved < i128::from(-4 * problem.magnitude() * problem.employees() as i64), "{}", proved),
        }
        // However early it stops, what it says holds.
        let early = Asked { parts: 1 + (seed % 4) as usize, ..asked };
        let (found, _) = branched(&early);
        if let Some((best, _)) = truth {
            prop_assert!(found.bound >= best);
            // Of so few parts it may be that none was found in time: nothing is said of it then.
            if let Some((choice, objective)) = found.best {
                prop_assert!(objective <= best);
                prop_assert!(conflicts.broken(&|who| problem.post_of(choice[who as usize] as usize) as u32).is_empty());
            }
        }
    }

    #[test]
    fn conflicts_and_a_limit_together(plain in plain(6, 5), seed in any::<u64>()) {
        let problem = plain.build();
        let (stay, conflicts) = (plain.stay(&problem), draw(&problem, seed));
        for limit in 0..problem.employees() {
            let asked = Asked { problem: &problem, stay: &stay, limit: Some(limit), conflicts: &conflicts, parts: 10_000 };
            let truth = truth(&asked).map(|t| t.0);
            let (found, _) = branched(&asked);
            prop_assert_eq!(found.best.map(|b| b.1), truth);
            if let Some(best) = truth {
                prop_assert_eq!(found.bound, best);
            }
        }
    }

    #[test]
    fn limits_are_closed(plain in plain(7, 5)) {
        let problem = plain.build();
        let stay = plain.stay(&problem);
        let none = Conflicts::default();
        for limit in 0..problem.employees() {
            let asked = Asked { problem: &problem, stay: &stay, limit: Some(limit), conflicts: &none, parts: 0 };
            let Ok(limited) = solve_within(&problem, &stay, limit, &calm()) else { continue };
            let best = truth(&asked).unwrap().0;
            prop_assert_eq!((limited.solution.objective, limited.bound), (best, best));
            let claim = Claim { problem: &problem, stay: &stay, limit: Some(limit), conflicts: &none };
            let proved = match &limited.proof {
                Some(proof) => cover::bound(&claim, proof),
                None => certificate::bound_within(&problem, &limited.solution.prices, &stay, limited.price, limit),
            };
            prop_assert_eq!(proved, i128::from(best));
        }
    }

    #[test]
    fn a_proof_with_any_prices_stays_a_bound(plain in plain(5, 4), seed in any::<u64>()) {
        let problem = plain.build();
        let (stay, conflicts) = (plain.stay(&problem), draw(&problem, seed));
        let asked = Asked { problem: &problem, stay: &stay, limit: None, conflicts: &conflicts, parts: 8 };
        let Some((best, _)) = truth(&asked) else { return Ok(()) };
        let (_, mut proof) = branched(&asked);
        let mut rng = Rng(seed);
        for leaf in &mut proof.leaves {
            leaf.prices.post.iter_mut().chain(&mut leaf.prices.unit).for_each(|p| *p += rng.signed(2000));
        }
        let claim = Claim { problem: &problem, stay: &stay, limit: None, conflicts: &conflicts };
        prop_assert!(cover::bound(&claim, &proof) >= i128::from(best));
        // Without one of its leaves it is none.
        if proof.leaves.len() > 1 {
            proof.leaves.remove(rng.below(proof.leaves.len() as u64) as usize);
            prop_assert_eq!(cover::bound(&claim, &proof), i128::MAX);
        }
    }
}

#[test]
fn leaves_that_are_no_tree_cover_nothing() {
    let leaf = |path: &[(u32, u32, bool)]| Leaf {
        decisions: path.iter().map(|&(employee, post, is_on)| Decision { employee, posts: vec![post], is_on }).collect(),
        move_price: 0,
        prices: Prices::default(),
    };
    assert!(covers(&[leaf(&[])]));
    assert!(covers(&[leaf(&[(0, 1, true)]), leaf(&[(0, 1, false), (2, 0, true)]), leaf(&[(0, 1, false), (2, 0, false)])]));
    assert!(!covers(&[]));
    assert!(!covers(&[leaf(&[(0, 1, true)])]));
    assert!(!covers(&[leaf(&[(0, 1, true)]), leaf(&[(0, 2, false)])]));
    assert!(!covers(&[leaf(&[(0, 1, true)]), leaf(&[(1, 1, false)])]));
    assert!(!covers(&[leaf(&[(0, 1, true)]), leaf(&[(0, 1, false), (2, 0, true)])]));
}
