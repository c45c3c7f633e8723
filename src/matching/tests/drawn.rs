//! Properties of drawn problems.

use proptest::prelude::*;

use super::*;
use crate::matching::budget::{moves, solve_within};
use crate::matching::ssp::optimum;
use crate::matching::targets::totals_for;
use crate::matching::ties::unique;

proptest! {
    #![proptest_config(ProptestConfig { cases: 6000, failure_persistence: None, ..ProptestConfig::default() })]

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
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

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
        let stay_a = plain.stay(&a);
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
