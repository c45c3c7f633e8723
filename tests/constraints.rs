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
use mutasi::desk::staffing::{Node, Staffing};
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
    let calm = Control::unattended();
    let found = match is_of_plan {
        true => desk.compose(None, &calm).map(|it| it.objective),
        false => LiveBest::of(desk, &calm).map(|it| it.total()),
    };
    match found {
        Ok(it) => Some(it),
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

/// A small world with pins of all kinds, lawful or not, in which some cannot hold together.
fn pinned(seed: u64, people: usize, posts: usize) -> Desk {
    let mut dice = fastrand::Rng::with_seed(!seed);
    let world = random::world(seed, people, posts);
    let Built { base, .. } = world.build();
    let mut desk = Desk::new(Arc::new(base), Plan::default());
    // Few posts: many meet.
    for _ in 0..people + 3 {
        let facts = &desk.grounds().facts;
        let nip = facts.employees[dice.usize(..people)].nip;
        let scope: Vec<PositionIx> = desk.grounds().posts_in_scope().collect();
        let post = scope[dice.usize(..scope.len().min(3))];
        if let Ok(action) = desk.decide(Edit::Pin(nip, Some(facts.positions[post.at()].id()))) {
            desk = desk.after(&action);
        }
    }
    desk
}

/// Whether some pins hold together while whoever else is pinned may go there, stay, or go where the law lets him: places
/// are given out one by one, each person asking those before to move on (Kuhn 1955).
fn hold(desk: &Desk, pins: &[(EmployeeIx, PositionIx)]) -> bool {
    let facts = &desk.grounds().facts;
    let free = Plan { pins: std::collections::BTreeMap::new(), ..Plan::clone(&desk.plan) };
    let staffing = Staffing::of(&desk.base, &free, &desk.overrides).unwrap();
    let node = |who: EmployeeIx, post: PositionIx| {
        let home = staffing.employees.iter().position(|it| *it == who).map(|row| staffing.home[row]);
        let stands_for = |_: &u32| desk.grounds().present(who) == Some(post);
        let elsewhere = || staffing.nodes.iter().position(|it| *it == Node::Post(post)).map(|at| at as u32);
        home.filter(stands_for).or_else(elsewhere).unwrap()
    };
    let mut ways: Vec<Vec<u32>> = Vec::new();
    for (row, who) in staffing.employees.iter().enumerate() {
        let mine = |pins: &[(EmployeeIx, PositionIx)]| pins.iter().find(|it| it.0 == *who).map(|it| node(it.0, it.1));
        let all: Vec<(EmployeeIx, PositionIx)> =
            desk.plan.pins.iter().map(|(nip, post)| (facts.employee(nip).unwrap(), facts.position(post).unwrap())).collect();
        ways.push(match mine(pins) {
            Some(node) => vec![node],
            None => staffing.row(row).into_iter().map(|(node, _)| node).chain(mine(&all)).collect(),
        });
    }
    // Whom no import mapped comes with the pin alone.
    ways.extend(pins.iter().filter(|it| !staffing.employees.contains(&it.0)).map(|it| vec![node(it.0, it.1)]));
    let places: Vec<usize> =
        (0..staffing.nodes.len()).map(|at| staffing.frame.post_segments(at).iter().map(|it| it.width as usize).sum()).collect();
    let mut seated: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    fn seat(one: usize, ways: &[Vec<u32>], places: &[usize], seated: &mut [Vec<usize>], asked: &mut [bool]) -> bool {
        for node in ways[one].iter().map(|node| *node as usize) {
            if std::mem::replace(&mut asked[node], true) {
                continue;
            }
            if seated[node].len() < places[node] {
                seated[node].push(one);
                return true;
            }
            for at in 0..seated[node].len() {
                if seat(seated[node][at], ways, places, seated, asked) {
                    seated[node][at] = one;
                    return true;
                }
            }
        }
        false
    }
    (0..ways.len()).all(|one| seat(one, &ways, &places, &mut seated, &mut vec![false; places.len()]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_pins_in_conflict_the_smallest_set_is_named(seed in any::<u64>(), people in 2usize..=9, posts in 2usize..=6) {
        let desk = pinned(seed, people, posts);
        let facts = &desk.grounds().facts;
        let pins: Vec<(EmployeeIx, PositionIx)> =
            desk.plan.pins.iter().map(|(nip, post)| (facts.employee(nip).unwrap(), facts.position(post).unwrap())).collect();
        let subsets = 1usize..1 << pins.len();
        let chosen = |bits: usize| -> Vec<(EmployeeIx, PositionIx)> {
            pins.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, pin)| *pin).collect()
        };
        let fewest = subsets.filter(|bits| !hold(&desk, &chosen(*bits))).map(usize::count_ones).min();
        let found = desk.contradiction().unwrap();
        prop_assert_eq!(found.is_some(), LiveBest::of(&desk, &Control::unattended()).is_err());
        prop_assert_eq!(found.as_ref().map(|it| it.pins.len() as u32), fewest);
        if let Some(found) = found {
            prop_assert!(found.is_smallest);
            prop_assert!(!hold(&desk, &found.pins));
            prop_assert_eq!(Some(found), desk.contradiction().unwrap());
        }
    }
}
