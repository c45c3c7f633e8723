//! What the desk keeps up with every change equals what one gets by looking at everybody anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;
#[path = "kept_up/simple.rs"]
mod simple;
#[path = "kept_up/together.rs"]
mod together;

use common::random;
use common::world::Built;
use mutasi::desk::Desk;
use mutasi::model::plan::{Action, Change, Override, Plan, SolveRecord, Source};
use mutasi::model::records::{Acting, Relation};
use mutasi::model::{EmployeeIx, History, Level, Lock, Nip, PositionId, PositionIx, UnitIx};
use proptest::prelude::*;
use simple::Simple;
use std::sync::Arc;

/// A small world with relatives, and a plan in it that grows.
struct Drawn {
    desk: Desk,
    history: History,
    dice: fastrand::Rng,
    sequence: u64,
}

impl Drawn {
    fn new(seed: u64, people: usize, posts: usize) -> Self {
        let mut dice = fastrand::Rng::with_seed(!seed);
        let mut world = random::world(seed, people, posts);
        let nips: Vec<Nip> = world.rosters.employees.iter().map(|it| it.nip).collect();
        for _ in 0..dice.usize(0..4) {
            let (nip_a, nip_b) = (nips[dice.usize(..people)], nips[dice.usize(..people)]);
            world.rosters.relations.push(Relation { nip_a, nip_b, relation: "saudara".into() });
        }
        // Somebody holds two jabatan, somebody acts on a post.
        for at in 0..people {
            world.rosters.employees[at].holds_two = dice.u8(..6) == 0;
        }
        for _ in 0..dice.usize(0..3) {
            let post = world.rosters.positions[dice.usize(..posts)].id();
            let day = |year| Some(jiff::civil::date(year, 1, 1));
            let until = [None, day(2026), day(2027)][dice.usize(..3)];
            let from = [None, day(2026), day(2028)][dice.usize(..3)];
            let (nip, unit, jabatan) = (nips[dice.usize(..people)], post.unit, post.jabatan);
            world.rosters.acting.push(Acting { nip, unit, jabatan, from, until, letter: String::new() });
        }
        let Built { base, .. } = world.build();
        Self { desk: Desk::new(Arc::new(base), Plan::default()), history: History::default(), dice, sequence: 0 }
    }

    fn person(&mut self) -> EmployeeIx {
        EmployeeIx::of(self.dice.usize(..self.desk.grounds().facts.employees.len()))
    }

    fn post(&mut self) -> PositionIx {
        PositionIx::of(self.dice.usize(..self.desk.grounds().facts.positions.len()))
    }

    fn nip(&mut self) -> Nip {
        let who = self.person();
        self.desk.grounds().facts.employees[who.at()].nip
    }

    fn place(&mut self) -> PositionId {
        let post = self.post();
        self.desk.grounds().facts.positions[post.at()].id()
    }

    fn changes(&mut self) -> Vec<(Nip, Option<PositionId>)> {
        let some = self.dice.usize(1..5);
        (0..some).map(|_| (self.nip(), (self.dice.u8(..4) > 0).then(|| self.place()))).collect()
    }

    /// Anything that a journal may hold, lawful or not.
    fn action(&mut self) -> Action {
        let (employee, position) = (self.nip(), self.place());
        match self.dice.u8(..19) {
            0..=4 => Action::Propose { employee, position },
            5 => Action::Withdraw { employee },
            6 | 7 => {
                let changes = self.changes().into_iter().map(|(employee, position)| Change { employee, position }).collect();
                Action::Adopt { source: Source::Hand, changes }
            }
            8 => {
                let record = SolveRecord { objective: 0, bound: 0, certificate: String::new() };
                Action::Solve { record, moves: self.changes().into_iter().filter_map(|(nip, to)| Some((nip, to?))).collect() }
            }
            9 => Action::Pin { employee, position },
            10 => Action::Unpin { employee },
            16 => Action::PinMany { of: Lock::Level(Level(1)), pins: vec![(employee, position), (self.nip(), self.place())] },
            17 => Action::UnpinMany { of: Lock::Level(Level(1)), employees: vec![employee, self.nip()] },
            18 => Action::Acknowledge { position, text: "diketahui".into() },
            11 => Action::Ban { employee, position },
            12 => Action::Reason { employee, text: if self.dice.bool() { "perlu" } else { " " }.into() },
            13 => {
                let rule = ["R05", "R22", "R26", "R16"][self.dice.usize(..4)];
                self.permission(rule)
            }
            14 => match self.history.undo_target() {
                Some((entry, _)) => Action::Undo { entry },
                None => Action::Withdraw { employee },
            },
            _ => match self.history.redo_target() {
                Some((entry, _)) => Action::Redo { entry },
                None => Action::Propose { employee, position },
            },
        }
    }

    /// An official's permission for any pair.
    fn permission(&mut self, rule: &str) -> Action {
        let (employee, position) = (self.nip(), self.place());
        let (document, official, reason) = (String::new(), String::new(), String::new());
        let (rule, date) = (rule.to_owned(), jiff::civil::date(2026, 11, 1));
        Action::Override(Override { employee, position, rule, document, date, official, reason })
    }

    /// Takes an action in as a session does.
    fn take(&mut self, action: Action) {
        self.sequence += 1;
        self.history.push(self.sequence, action.clone());
        self.desk = self.desk.replanned(self.history.plan(), self.history.people_of(&action));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn verdicts_and_figures_are_those_of_the_whole_plan(seed in any::<u64>(), people in 1usize..=9, posts in 1usize..=7) {
        let mut drawn = Drawn::new(seed, people, posts);
        for _ in 0..12 {
            let action = drawn.action();
            let foreseen = (!matches!(action, Action::Undo { .. } | Action::Redo { .. }))
                .then(|| (drawn.desk.metrics_after(&action), drawn.desk.after(&action).metrics));
            drawn.take(action);
            let desk = &drawn.desk;
            let simple = Simple::of(desk);
            prop_assert_eq!(&desk.placement, &simple.placement);
            prop_assert_eq!(desk.verdicts(), simple.verdicts());
            prop_assert_eq!(&desk.metrics, &simple.metrics());
            for foreseen in foreseen.iter().flat_map(|(quick, whole)| [quick, whole]) {
                prop_assert_eq!(foreseen, &desk.metrics);
            }
            let anew = Desk::new(desk.base.clone(), Plan::clone(&desk.plan));
            prop_assert_eq!(&desk.placement, &anew.placement);
            prop_assert_eq!(&desk.metrics, &anew.metrics);
            prop_assert_eq!(desk.verdicts(), anew.verdicts());
        }
    }

    #[test]
    fn who_sits_who_follows_and_which_post_is_meant_are_found(seed in any::<u64>(), people in 1usize..=9, posts in 1usize..=7) {
        let mut drawn = Drawn::new(seed, people, posts);
        // Permissions let somebody follow whom the law alone keeps.
        for _ in 0..drawn.dice.usize(..=people * posts) {
            let action = drawn.permission("R05");
            drawn.take(action);
        }
        for _ in 0..6 {
            let action = drawn.action();
            drawn.take(action);
            let (who, desk) = (drawn.person(), &drawn.desk);
            for post in desk.grounds().every_post() {
                prop_assert_eq!(desk.holders(post).collect::<Vec<_>>(), simple::holders(desk, post));
                prop_assert_eq!(desk.successor(post, who), simple::successor(desk, post, who));
                prop_assert_eq!(desk.accepts(who, post), desk.may_drop(who, post).is_ok());
            }
            for unit in (0..desk.grounds().facts.units.len()).map(UnitIx::of) {
                prop_assert_eq!(desk.best_post_of(who, unit), simple::best_post_of(desk, who, unit));
            }
        }
    }
}
