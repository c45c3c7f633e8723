//! What pins, locks, bans and permissions cost: each price is that of solving anew without it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::random;
use common::world::Built;
use mutasi::desk::Desk;
use mutasi::desk::composition::ComposeError;
use mutasi::desk::constraints::{Constraint, ConstraintPrices, Sort};
use mutasi::desk::edit::Edit;
use mutasi::desk::live::LiveBest;
use mutasi::matching::Control;
use mutasi::model::plan::{Action, Override, Plan};
use mutasi::model::{EmployeeIx, Level, Lock, Nip, PositionId, PositionIx};
use mutasi::rules::{Outcome, RuleId, Scope, Severity, Verdict};
use proptest::prelude::*;
use std::sync::Arc;

/// A small world, and a plan in it with lawful decisions, in the order they were made.
struct Drawn {
    desk: Desk,
    decided: Vec<Action>,
    dice: fastrand::Rng,
}

impl Drawn {
    fn new(seed: u64, people: usize, posts: usize, relatives: bool) -> Self {
        let mut dice = fastrand::Rng::with_seed(!seed);
        let mut world = random::world(seed, people, posts);
        let nips: Vec<Nip> = world.rosters.employees.iter().map(|it| it.nip).collect();
        for _ in 0..(if relatives { dice.usize(0..4) } else { 0 }) {
            let (nip_a, nip_b) = (nips[dice.usize(..people)], nips[dice.usize(..people)]);
            let relation = mutasi::model::records::Relation { nip_a, nip_b, relation: "saudara".into() };
            world.rosters.relations.push(relation);
        }
        let Built { base, .. } = world.build();
        let mut drawn = Self { desk: Desk::new(Arc::new(base), Plan::default()), decided: Vec::new(), dice };
        for _ in 0..10 {
            drawn.decide();
        }
        drawn
    }

    /// Somebody on some post, more often on one of several that the law alone keeps him from.
    fn pair(&mut self) -> (Nip, PositionId) {
        let facts = &self.desk.grounds().facts;
        let who = EmployeeIx::of(self.dice.usize(..facts.employees.len()));
        let post = PositionIx::of(self.dice.usize(..facts.positions.len()));
        (facts.employees[who.at()].nip, facts.positions[post.at()].id())
    }

    /// A pair that an official could permit, and the rule.
    fn refused(&mut self) -> Option<(Nip, PositionId, String)> {
        let pairs: Vec<_> = (0..40).map(|_| self.pair()).collect();
        let refused = |(nip, position): &(Nip, PositionId)| {
            let facts = &self.desk.grounds().facts;
            let (who, post) = (facts.employee(nip)?, facts.position(position)?);
            let verdicts = self.desk.drop_verdicts(who, post);
            let permissible = |it: &&Verdict| it.severity == Severity::O && it.outcome == Outcome::Fail;
            let rule = verdicts.iter().find(permissible)?.rule;
            Some((*nip, position.clone(), rule.to_string()))
        };
        pairs.iter().find_map(refused)
    }

    fn decide(&mut self) {
        let (nip, position) = self.pair();
        let edit = match self.dice.u8(..12) {
            0..=2 => Edit::Pin(nip, Some(position)),
            3 => Edit::Pin(nip, None),
            4 => Edit::Ban(nip, position),
            // What the core would do binds where it is forbidden.
            5 => match self.desk.compose(None, &Control::unattended()).ok().and_then(|it| it.moves.first().copied()) {
                Some(it) => {
                    let facts = &self.desk.grounds().facts;
                    Edit::Ban(facts.employees[it.who.at()].nip, facts.positions[it.to.at()].id())
                }
                None => Edit::Ban(nip, position),
            },
            6 => Edit::Lock(Lock::Level(Level(self.dice.u8(1..4)))),
            _ => {
                let Some((nip, position, rule)) = self.refused() else { return };
                let (document, official, reason) = ("1/X".to_owned(), "Camat".to_owned(), "perlu".to_owned());
                let date = jiff::civil::date(2026, 11, 1);
                Edit::Override(Override { employee: nip, position, rule, document, date, official, reason })
            }
        };
        if let Ok(action) = self.desk.decide(edit) {
            self.desk = self.desk.after(&action);
            self.decided.push(action);
        }
    }
}

/// The plan whose decisions are those of another but for what a constraint says, told as a plain plan.
fn plainly_without(desk: &Desk, those: &[Constraint]) -> Desk {
    let facts = &desk.grounds().facts;
    let nip = |who: &EmployeeIx| facts.employees[who.at()].nip;
    let id = |post: &PositionIx| facts.positions[post.at()].id();
    let mut plan = Plan::clone(&desk.plan);
    for it in those {
        match it {
            Constraint::Pin(who, _) => drop(plan.pins.remove(&nip(who))),
            Constraint::Ban(who, post) => drop(plan.bans.remove(&(nip(who), id(post)))),
            Constraint::Permission(who, post, rule) => drop(plan.overrides.remove(&(nip(who), id(post), rule.to_string()))),
            Constraint::Lock(lock) => {
                for nip in plan.locks.held_by_none_but(lock) {
                    plan.pins.remove(&nip);
                }
            }
        }
    }
    // A pin that the law no longer allows holds nobody.
    let without = Desk::new(desk.base.clone(), plan.clone());
    for it in those {
        if let Constraint::Permission(who, post, _) = it
            && plan.pins.get(&nip(who)) == Some(&id(post))
            && desk.grounds().present(*who) != Some(*post)
            && without.judge().verdicts(*who, *post).iter().any(Verdict::blocks)
        {
            plan.pins.remove(&nip(who));
        }
    }
    Desk::new(desk.base.clone(), plan)
}

/// What the best plan earns, solved from nothing: of the flow, or with relatives minded.
fn solved(desk: &Desk, is_of_plan: bool) -> Option<i64> {
    match desk.compose(None, &Control::unattended()) {
        Ok(it) => Some(if is_of_plan { it.objective } else { it.relaxed }),
        Err(ComposeError::Infeasible { .. }) => None,
        Err(error) => panic!("{error:?}"),
    }
}

fn is_of_plan(desk: &Desk, those: &[Constraint]) -> bool {
    let scope = |rule: &RuleId| desk.base.pack.entry(*rule).scope;
    those.iter().any(|it| matches!(it, Constraint::Permission(_, _, rule) if scope(rule) == Scope::Plan))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_price_is_that_of_solving_anew_without_it(seed in any::<u64>(), people in 1usize..=9, posts in 2usize..=7, relatives: bool) {
        let desk = Drawn::new(seed, people, posts, relatives).desk;
        let calm = Control::unattended();
        let Ok(mut best) = LiveBest::of(&desk, &calm) else { return Ok(()) };
        let Ok(prices) = ConstraintPrices::of(&desk, &mut best, &calm) else { return Ok(()) };
        prop_assert_eq!(Some(prices.best), solved(&desk, false));
        let price = |those: &[Constraint]| {
            let of_plan = is_of_plan(&desk, those);
            solved(&desk, of_plan).zip(solved(&plainly_without(&desk, those), of_plan)).map(|(with, without)| with - without)
        };
        for (constraint, told) in &prices.each {
            prop_assert_eq!(*told, price(std::slice::from_ref(constraint)), "{:?}", constraint);
            // A pin or ban that binds takes something; it never gives.
            if matches!(constraint, Constraint::Ban(..) | Constraint::Lock(_)) {
                prop_assert!(told.unwrap() <= 0);
            }
        }
        for (sort, together) in Sort::ALL.into_iter().zip(prices.together) {
            let those: Vec<Constraint> = desk.constraints().into_iter().filter(|it| it.sort() == sort).collect();
            let expected = if those.is_empty() { None } else { price(&those) };
            prop_assert_eq!(together, expected);
        }
        // Nothing was changed by asking.
        prop_assert_eq!(best.total(), prices.best);
    }

    #[test]
    fn who_would_sit_elsewhere_is_told(seed in any::<u64>(), people in 1usize..=9, posts in 2usize..=7) {
        let desk = Drawn::new(seed, people, posts, false).desk;
        let calm = Control::unattended();
        for constraint in desk.constraints() {
            let Ok(otherwise) = desk.otherwise(&constraint, &calm) else { continue };
            let with = desk.compose(None, &calm).unwrap();
            let without = plainly_without(&desk, std::slice::from_ref(&constraint)).compose(None, &calm).unwrap();
            let seat = |moves: &[mutasi::desk::composition::Move], who| {
                moves.iter().find(|it| it.who == who).map_or_else(|| desk.grounds().present(who), |it| Some(it.to))
            };
            for who in desk.grounds().everyone().filter(|who| desk.grounds().projection.standing[who.at()].seat().is_some()) {
                let expected = (seat(&with.moves, who), seat(&without.moves, who));
                let told = otherwise.displaced.iter().find(|it| it.0 == who).map(|it| (it.1, it.2));
                prop_assert_eq!(told, (expected.0 != expected.1).then_some(expected));
            }
            prop_assert_eq!(otherwise.metrics[0].objective, with.objective);
            prop_assert_eq!(otherwise.metrics[1].objective, without.objective);
        }
    }
}

#[test]
fn worlds_drawn_have_every_sort_of_constraint_and_prices_that_are_not_nothing() {
    let calm = Control::unattended();
    let mut found = [0usize; 4];
    for seed in 0..300 {
        let desk = Drawn::new(seed, 8, 6, true).desk;
        let Ok(mut best) = LiveBest::of(&desk, &calm) else { continue };
        let prices = ConstraintPrices::of(&desk, &mut best, &calm).unwrap();
        for (it, price) in &prices.each {
            let at = match it {
                Constraint::Permission(_, _, RuleId::R22) => 3,
                _ => it.sort() as usize,
            };
            found[at] += usize::from(price.is_some_and(|price| price != 0));
        }
    }
    assert!(found[..3].iter().all(|count| *count > 4), "{found:?}");
}
