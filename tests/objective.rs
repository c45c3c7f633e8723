//! The objective, counted three ways: by the program, by plan-model.md read once more ([`common::naive`]), and
//! by trying every plan.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::naive::{Naive, Sits};
use common::random;
use common::world::{Built, World};
use mutasi::desk::Desk;
use mutasi::desk::composition::Composition;
use mutasi::matching::Control;
use mutasi::model::plan::{Action, Plan};
use mutasi::model::{EmployeeIx, PositionIx};
use mutasi::rules::Judge;
use mutasi::scoring::{Valuer, factors};
use proptest::prelude::*;
use std::sync::Arc;

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn factors_values_and_prices_are_those_of_the_plan_model(seed in any::<u64>(), people in 1usize..=6, posts in 1usize..=5) {
        let world = random::world(seed, people, posts);
        let naive = Naive::of(&world);
        let built = world.clone().build();
        let judge = Judge { grounds: &built.base.grounds, pack: &built.base.pack, overrides: &built.overrides };
        for who in (0..people).filter(|who| naive.sits[*who] != Sits::NotInPlan) {
            let ix = EmployeeIx::of(who);
            let valuer = Valuer::new(&built.base.grounds, ix);
            prop_assert_eq!(valuer.present(), naive.stay(who));
            for at in 0..=posts {
                let post = PositionIx::of(at);
                let found = factors(&built.base.grounds, ix, post).map(|factor| factor.map(i64::from));
                prop_assert_eq!(found, naive.factors(who, at));
                if built.base.grounds.present(ix) != Some(post) {
                    prop_assert_eq!(valuer.at(post), naive.value(who, at));
                    if let Some(price) = judge.automatic_price(ix, post) {
                        prop_assert_eq!(price, naive.price(who, at));
                    }
                }
            }
        }
    }

    #[test]
    fn the_objective_of_any_plan_is_that_of_the_plan_model(seed in any::<u64>(), people in 1usize..=6, posts in 1usize..=5) {
        let world = random::world(seed, people, posts);
        let naive = Naive::of(&world);
        let mut dice = fastrand::Rng::with_seed(!seed);
        let built = world.clone().build();
        let facts = &built.base.grounds.facts;
        let mut plan = Plan::default();
        let mut targets = vec![None; people];
        for who in (0..people).filter(|who| naive.sits[*who] != Sits::NotInPlan) {
            let at = dice.usize(..posts);
            // Lawful or not: the objective counts what is proposed.
            let ix = EmployeeIx::of(who);
            if dice.bool() && built.base.grounds.present(ix) != Some(PositionIx::of(at)) {
                let (employee, position) = (facts.employees[who].nip, facts.positions[at].id());
                plan.apply(&Action::Propose { employee, position });
                targets[who] = Some(at);
            }
        }
        let status_quo = naive.objective(&vec![None; people]);
        let Built { base, .. } = built;
        let desk = Desk::new(Arc::new(base), plan);
        prop_assert_eq!(desk.metrics.objective, naive.objective(&targets));
        prop_assert_eq!(desk.metrics.status_quo, status_quo);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_core_finds_the_best_of_all_plans(seed in any::<u64>(), people in 1usize..=6, posts in 1usize..=5) {
        let world = random::world(seed, people, posts);
        let built = world.clone().build();
        let found = Composition::of(&built.base, &Plan::default(), &built.overrides, None, &Control::unattended()).unwrap();
        let naive = Naive::of(&world);
        let mut search = Search::new(&naive, &built);
        search.go(0);
        prop_assert_eq!(found.relaxed, search.best);
        prop_assert_eq!((found.objective, found.bound, found.gap()), (search.best, search.best, 0));
        // Its moves, counted again from the plan they make.
        let mut targets = vec![None; people];
        for step in &found.moves {
            targets[step.who.at()] = Some(step.to.at());
        }
        prop_assert_eq!(naive.objective(&targets), search.best);
        let fewest = search.within.iter().position(|best| *best == search.best);
        prop_assert_eq!(Some(found.moves.len()), fewest, "of the best plans the one with the fewest moves");
        for limit in 0..found.moves.len() {
            let limited = Composition::of(&built.base, &Plan::default(), &built.overrides, Some(limit), &Control::unattended()).unwrap();
            let best = search.within[..=limit].iter().max().copied().unwrap();
            prop_assert!(limited.moves.len() <= limit);
            prop_assert!(limited.objective <= best && best <= limited.bound, "{} <= {} <= {}", limited.objective, best, limited.bound);
        }
    }
}

/// Every assignment within the places there are.
struct Search<'a> {
    naive: &'a Naive<'a>,
    options: Vec<Vec<(usize, i64)>>,
    targets: Vec<Option<usize>>,
    value: i64,
    best: i64,
    /// The best plan of exactly that many moves.
    within: Vec<i64>,
}

impl<'a> Search<'a> {
    fn new(naive: &'a Naive<'a>, built: &Built) -> Self {
        let judge = Judge { grounds: &built.base.grounds, pack: &built.base.pack, overrides: &built.overrides };
        let people = naive.sits.len();
        let options = |who: usize| {
            // Who is unknown to the import is no source; who is not in the plan, nobody.
            if matches!(naive.sits[who], Sits::NotInPlan | Sits::Unmapped) {
                return Vec::new();
            }
            let arc = |at: usize| {
                let lawful = judge.automatic_price(EmployeeIx::of(who), PositionIx::of(at)).is_some();
                let own = naive.sits[who] == Sits::On(at);
                (lawful && !own && naive.in_scope(at) && naive.places(at).1)
                    .then(|| (at, naive.value(who, at) - naive.price(who, at)))
            };
            (0..naive.world.rosters.positions.len()).filter_map(arc).collect()
        };
        let value = (0..people).filter(|who| naive.sits[*who] != Sits::NotInPlan).map(|who| naive.stay(who)).sum();
        Self {
            naive,
            options: (0..people).map(options).collect(),
            targets: vec![None; people],
            value,
            best: i64::MIN,
            within: vec![i64::MIN; people + 1],
        }
    }

    fn go(&mut self, who: usize) {
        if who == self.targets.len() {
            return self.take();
        }
        self.go(who + 1);
        for (at, value) in self.options[who].clone() {
            let gain = value - self.naive.stay(who);
            self.targets[who] = Some(at);
            self.value += gain;
            self.go(who + 1);
            self.value -= gain;
            self.targets[who] = None;
        }
    }

    fn take(&mut self) {
        let heads = |at: usize| {
            let sits = |who: &usize| self.targets[*who].map_or(self.naive.sits[*who] == Sits::On(at), |target| target == at);
            (0..self.targets.len()).filter(sits).count() as i64
        };
        if (0..self.naive.world.rosters.positions.len()).any(|at| heads(at) > self.naive.places(at).0) {
            return;
        }
        let objective = self.value + self.naive.rewards(&self.targets);
        let moves = self.targets.iter().flatten().count();
        self.best = self.best.max(objective);
        self.within[moves] = self.within[moves].max(objective);
    }
}

#[test]
fn the_random_worlds_are_not_empty() {
    let (mut arcs, mut moved) = (0, 0);
    for seed in 0..200 {
        let built = random::world(seed, 6, 5).build();
        let found = Composition::of(&built.base, &Plan::default(), &built.overrides, None, &Control::unattended()).unwrap();
        arcs += found.staffing.pairs;
        moved += found.moves.len();
    }
    assert!(arcs > 1_500 && moved > 120, "{arcs} arcs, {moved} moves");
}

#[test]
fn an_empty_world_is_worth_nothing() {
    let built = World::empty().build();
    let found = Composition::of(&built.base, &Plan::default(), &built.overrides, None, &Control::unattended()).unwrap();
    assert_eq!((found.objective, found.moves.len()), (0, 0));
}
