//! Live plans against problems built anew after every edit.

use std::sync::atomic::AtomicBool;

use proptest::prelude::*;

use super::{Rng, *};
use crate::matching::live::{Edit, EditError, Live};
use crate::matching::ssp::optimum;

/// A drawn problem with pins and bans beside it: what the live plan should be a plan of.
#[derive(Debug, Clone)]
struct Model {
    plain: Plain,
    pins: Vec<Option<(u32, i64)>>,
    bans: Vec<Vec<u32>>,
    /// What posts and units must hold.
    least: [Vec<u64>; 2],
}

impl Model {
    fn of(plain: &Plain) -> Self {
        let people = plain.rows.len();
        Model { plain: plain.clone(), pins: vec![None; people], bans: vec![Vec::new(); people], least: Default::default() }
    }

    fn built(&self) -> Problem {
        let mut plain = self.plain.clone();
        for (i, row) in plain.rows.iter_mut().enumerate() {
            row.retain(|pair| !self.bans[i].contains(&pair.0));
            if let Some(pin) = self.pins[i] {
                *row = vec![pin];
            }
        }
        let mut problem = plain.build();
        for (post, &least) in self.least[0].iter().enumerate() {
            problem.require_post(post as u32, least).unwrap();
        }
        for (unit, &least) in self.least[1].iter().enumerate() {
            problem.require_unit(unit as u32, least).unwrap();
        }
        problem
    }

    /// The same with minima as a plan of it meets them, as `rng` has it.
    fn with_minima(mut self, choice: &[u32], rng: &mut Rng) -> Self {
        let problem = self.plain.build();
        self.least = [vec![0; problem.posts()], vec![0; problem.units()]];
        for &arc in choice {
            let post = problem.post_of(arc as usize);
            self.least[0][post] += u64::from(rng.below(3) == 0);
            if let Some(least) = self.least[1].get_mut(problem.unit_of(post) as usize) {
                *least += u64::from(rng.below(2) == 0);
            }
        }
        self
    }

    /// False where the problem would not even be one: fewer places than must be filled.
    fn can_be(&self) -> bool {
        let room = |chain: &[(u32, i64)]| chain.iter().map(|s| u64::from(s.0)).sum::<u64>();
        let mut least = self.least[1].clone();
        let mut by_posts = vec![0; least.len()];
        for (post, &must) in self.least[0].iter().enumerate() {
            if room(&self.plain.posts[post].1) < must {
                return false;
            }
            if let Some(sum) = by_posts.get_mut(self.plain.posts[post].0 as usize) {
                *sum += must;
            }
        }
        least.iter_mut().zip(by_posts).for_each(|(least, sum)| *least = sum.max(*least));
        least.iter().enumerate().all(|(unit, &least)| room(&self.plain.units[unit]) >= least)
    }

    /// The best total. The oracle knows no minima; the solver is held to brute force with them elsewhere.
    fn best(problem: &Problem) -> Option<i64> {
        if problem.has_minima() { solve(problem, &calm()).ok().map(|s| s.objective) } else { optimum(problem) }
    }

    /// The problem with one person held somewhere, whatever his own pin and bans.
    fn with(&self, employee: usize, pair: (u32, i64)) -> Problem {
        let mut other = self.clone();
        other.pins[employee] = Some(pair);
        other.built()
    }

    /// False where a pin names a post that is not in the row.
    fn apply(&mut self, edit: &Edit) -> bool {
        match edit {
            &Edit::Pin { employee, post } => {
                let row = &self.plain.rows[employee as usize];
                let Some(&pair) = row.iter().find(|pair| pair.0 == post) else { return false };
                self.pins[employee as usize] = Some(pair);
            }
            &Edit::PinAt { employee, post, value } => self.pins[employee as usize] = Some((post, value)),
            &Edit::Unpin { employee } => self.pins[employee as usize] = None,
            &Edit::Ban { employee, post } => self.bans[employee as usize].push(post),
            &Edit::Unban { employee, post } => self.bans[employee as usize].retain(|&p| p != post),
            Edit::Row { employee, pairs } => {
                // Pins are drawn for people whose row stays, so that theirs keeps its value.
                self.plain.rows[*employee as usize] = pairs.clone();
            }
            Edit::Post { post, segments } => {
                self.plain.posts[*post as usize].1 = segments.iter().map(|s| (s.width, s.reward)).collect();
            }
            Edit::Unit { unit, segments } => {
                self.plain.units[*unit as usize] = segments.iter().map(|s| (s.width, s.reward)).collect();
            }
        }
        true
    }

    fn draw(&self, live: &Live, rng: &mut Rng) -> Edit {
        let employee = rng.below(self.plain.rows.len() as u64) as u32;
        let post = rng.below(self.plain.posts.len() as u64) as u32;
        let segments = |rng: &mut Rng| {
            let mut list: Vec<Segment> = (0..rng.below(4))
                .map(|_| {
                    let most = if rng.below(9) == 0 { 1 << 32 } else { 4 };
                    Segment { width: rng.below(most) as u32, reward: rng.signed(1000) }
                })
                .collect();
            list.sort_by_key(|s| -s.reward);
            list
        };
        match rng.below(12) {
            0..3 => Edit::Pin { employee, post },
            3 => Edit::PinAt { employee, post, value: rng.signed(1000) },
            4 => Edit::Unpin { employee },
            5 => Edit::Ban { employee, post },
            6 | 7 => Edit::Ban { employee, post: live.post_of(employee) },
            8 => Edit::Unban { employee, post },
            9 if self.pins[employee as usize].is_none() => {
                let mut pairs = self.plain.rows[employee as usize].clone();
                pairs.iter_mut().for_each(|pair| pair.1 += rng.signed(300));
                if rng.below(2) == 0 && pairs.iter().all(|pair| pair.0 != post) {
                    pairs.push((post, rng.signed(300)));
                }
                Edit::Row { employee, pairs }
            }
            10 if !self.plain.units.is_empty() => {
                Edit::Unit { unit: rng.below(self.plain.units.len() as u64) as u32, segments: segments(rng) }
            }
            _ => Edit::Post { post, segments: segments(rng) },
        }
    }
}

/// The live plan is an optimal plan of the model, and proves it.
fn holds(live: &Live, model: &Model) {
    let (problem, solution) = live.certificate().unwrap();
    assert_eq!(problem, model.built());
    assert_eq!(objective(&problem, &solution.choice), Ok(live.objective()));
    assert_eq!(bound(&problem, &solution.prices), i128::from(live.objective()));
    for post in 0..problem.posts() as u32 {
        assert!(live.holders(post).iter().all(|&e| live.post_of(e) == post));
    }
}

/// Nothing of the plan differs, prices included.
fn same(a: &Live, b: &Live) -> bool {
    a.certificate().unwrap() == b.certificate().unwrap() && a.objective() == b.objective() && a.steps() == b.steps()
}

fn live_of(plain: &Plain) -> Option<Live> {
    live_with(plain, None).map(|pair| pair.0)
}

/// With minima, where a source of chance is given for them.
fn live_with(plain: &Plain, rng: Option<&mut Rng>) -> Option<(Live, Model)> {
    let mut model = Model::of(plain);
    let solution = proved(&model.built())?;
    if let Some(rng) = rng {
        model = model.with_minima(&solution.choice, rng);
    }
    let solution = proved(&model.built())?;
    Some((Live::new(model.built(), &solution).unwrap(), model))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_leaves_the_optimum(plain in plain(14, 8), seed in any::<u64>()) {
        let mut rng = Rng(seed);
        let with_minima = seed % 2 == 0;
        let Some((mut live, model)) = live_with(&plain, with_minima.then_some(&mut rng)) else { return Ok(()) };
        let mut past = vec![(model, live.objective())];
        for _ in 0..25 {
            let model = past.last().unwrap().0.clone();
            if past.len() > 1 && rng.below(5) == 0 {
                let count = 1 + rng.below(past.len() as u64 - 1) as usize;
                past.truncate(past.len() - count);
                let (model, total) = past.last().unwrap();
                prop_assert_eq!(live.undo(count, &calm()), Ok(*total));
                holds(&live, model);
                continue;
            }
            let (before, mut next) = (live.clone(), model);
            let (mut edits, mut lawful) = (Vec::new(), true);
            for _ in 0..1 + rng.below(3) {
                let edit = next.draw(&live, &mut rng);
                lawful = lawful && next.apply(&edit);
                edits.push(edit);
            }
            let best = if lawful && next.can_be() { Model::best(&next.built()) } else { None };
            match live.apply(&edits, &calm()) {
                Ok(total) => {
                    prop_assert_eq!(Some(total), best);
                    holds(&live, &next);
                    past.push((next, total));
                }
                Err(EditError::Solve(SolveError::Infeasible { employees, posts })) => {
                    // An edit on the way may leave somebody nowhere that a later one would have given back.
                    let stranded = employees.len() == 1 && posts.is_empty();
                    prop_assert!(best.is_none() || stranded);
                    if !stranded {
                        check_witness(&next.built(), &employees, &posts);
                    }
                    prop_assert!(same(&live, &before));
                }
                Err(EditError::Solve(SolveError::Short { .. })) => prop_assert!(best.is_none() && same(&live, &before)),
                // An edit on the way may take places that a later one gives back.
                Err(EditError::Problem(ProblemError::PostTooSmall { .. } | ProblemError::UnitTooSmall { .. })) => {
                    prop_assert!(with_minima && same(&live, &before));
                }
                Err(EditError::NotLawful { .. }) => prop_assert!(!lawful && same(&live, &before)),
                Err(e) => prop_assert!(false, "{}", e),
            }
        }
        let made = live.steps();
        prop_assert_eq!(live.undo(made, &calm()), Ok(past[0].1));
        holds(&live, &past[0].0);
        prop_assert_eq!(live.undo(1, &calm()), Err(EditError::NothingToUndo { made: 0 }));
    }

    #[test]
    fn targets_match_cold_solves_of_the_edited_problem(plain in plain(12, 7), seed in any::<u64>()) {
        let mut rng = Rng(seed);
        let minima = (seed % 2 == 0).then_some(&mut rng);
        let Some((mut live, mut model)) = live_with(&plain, minima) else { return Ok(()) };
        for _ in 0..6 {
            let edit = model.draw(&live, &mut rng);
            if live.apply(std::slice::from_ref(&edit), &calm()).is_ok() {
                model.apply(&edit);
            }
        }
        let before = live.clone();
        for employee in 0..plain.rows.len().min(5) {
            let targets = live.targets(employee as u32, &calm()).unwrap();
            prop_assert_eq!(targets.len(), model.plain.rows[employee].len());
            for ((post, total), &pair) in targets.into_iter().zip(&model.plain.rows[employee]) {
                prop_assert_eq!(post, pair.0);
                prop_assert_eq!(total, Model::best(&model.with(employee, pair)));
            }
            let carried = live.carry(employee as u32, &calm()).unwrap();
            for post in 0..plain.posts.len() as u32 {
                prop_assert_eq!(carried.total_at(post, 17), Model::best(&model.with(employee, (post, 17))));
            }
        }
        prop_assert!(same(&live, &before));
    }
}

#[test]
fn a_larger_office_is_edited_for_long() {
    for (seed, coarse) in [(1, 1), (2, 1000)] {
        let mut plain = office(150, 30, seed);
        plain.rows.iter_mut().flatten().for_each(|pair| pair.1 = pair.1 / coarse * coarse);
        let mut live = live_of(&plain).unwrap();
        let (mut model, first) = (Model::of(&plain), live.objective());
        let mut rng = Rng(seed);
        let mut made = 0;
        while made < 150 {
            let edit = model.draw(&live, &mut rng);
            if live.apply(std::slice::from_ref(&edit), &calm()).is_ok() {
                model.apply(&edit);
                made += 1;
                holds(&live, &model);
            }
        }
        assert_eq!(solve(&model.built(), &calm()).unwrap().objective, live.objective());
        for left in (0..made).rev() {
            live.undo(1, &calm()).unwrap();
            assert_eq!(live.steps(), left);
        }
        assert_eq!(live.objective(), first);
        holds(&live, &Model::of(&plain));
    }
}

#[test]
fn a_cancelled_edit_leaves_everything_as_it_was() {
    let mut live = live_of(&office(60, 20, 1)).unwrap();
    let (before, stop) = (live.clone(), AtomicBool::new(true));
    let stopped = Control { cancelled: &stop, progress: &|_| {} };
    let away = |live: &Live| Edit::Ban { employee: 3, post: live.post_of(3) };
    assert_eq!(live.apply(&[away(&before)], &stopped), Err(EditError::Solve(SolveError::Cancelled)));
    assert!(same(&live, &before));
    assert_eq!(live.carry(3, &stopped), Err(SolveError::Cancelled));
    let total = live.apply(&[away(&before)], &calm()).unwrap();
    assert!(total < before.objective());
    assert_eq!(live.undo(1, &stopped), Err(EditError::Solve(SolveError::Cancelled)));
    assert_eq!((live.objective(), live.steps()), (total, 1));
    assert_eq!(live.undo(1, &calm()), Ok(before.objective()));
}

#[test]
fn wrong_edits_are_named() {
    let plain = office(20, 6, 1);
    let mut live = live_of(&plain).unwrap();
    let before = live.clone();
    let mut refused = |edit: Edit| live.apply(&[Edit::Ban { employee: 1, post: 2 }, edit], &calm()).unwrap_err();
    let rising = vec![Segment { width: 1, reward: 0 }, Segment { width: 1, reward: 1 }];
    assert_eq!(refused(Edit::Pin { employee: 20, post: 0 }), EditError::Unknown { what: "employee", index: 20 });
    assert_eq!(refused(Edit::Ban { employee: 0, post: 6 }), EditError::Unknown { what: "post", index: 6 });
    assert_eq!(refused(Edit::Unit { unit: 2, segments: Vec::new() }), EditError::Unknown { what: "unit", index: 2 });
    assert_eq!(refused(Edit::Post { post: 1, segments: rising.clone() }), ProblemError::RisingPost { post: 1 }.into());
    assert_eq!(refused(Edit::Unit { unit: 1, segments: rising }), ProblemError::RisingUnit { unit: 1 }.into());
    let huge = |value| matches!(value, EditError::Problem(ProblemError::TooLarge { .. }));
    assert!(huge(refused(Edit::PinAt { employee: 0, post: 0, value: i64::MIN })));
    assert!(huge(refused(Edit::Row { employee: 0, pairs: vec![(0, 1 << 60)] })));
    assert!(same(&live, &before));
    let mut solution = live.certificate().unwrap().1;
    solution.prices.post[0] += 5000;
    assert_eq!(Live::new(plain.build(), &solution).err(), Some(SolveError::NotOptimal));
}

/// Values at the limit of what is accepted: prices move so far that they must be made anew.
#[test]
fn prices_that_moved_far_are_renewed() {
    let large = (1i64 << 56) / (16 * 16) - 1;
    let plain = Plain {
        units: Vec::new(),
        posts: vec![(NO_UNIT, vec![(2, 0)]); 4],
        rows: (0..8).map(|i| (0..4).map(|p| (p, if (i + p) % 3 == 0 { large } else { -large })).collect()).collect(),
        stays: true,
    };
    let mut live = live_of(&plain).unwrap();
    let mut model = Model::of(&plain);
    let mut rng = Rng(5);
    for _ in 0..4000 {
        let employee = rng.below(8) as u32;
        let edit = match rng.below(2) {
            0 => Edit::Pin { employee, post: rng.below(4) as u32 },
            _ => Edit::Unpin { employee },
        };
        if live.apply(std::slice::from_ref(&edit), &calm()).is_ok() {
            model.apply(&edit);
            holds(&live, &model);
            assert_eq!(Some(live.objective()), optimum(&model.built()));
        }
    }
    assert!(live.was_renewed(), "the test must reach what it tests");
}
