//! Why a pool is small: counts and dates are those of judging everybody anew, under a law without the rule or on
//! the later day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::random;
use common::world::{TMT, World};
use jiff::ToSpan;
use jiff::civil::Date;
use mutasi::desk::Desk;
use mutasi::desk::pool::{Pool, PoolOf};
use mutasi::matching::Control;
use mutasi::model::plan::{Plan, Proposal, Source};
use mutasi::model::{EmployeeIx, PositionIx, UnitIx};
use mutasi::rules::{Outcome, Pack, RuleId, Verdict};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

const MONTHS: usize = 30;

/// The pack with a rule that only informs.
fn without(rule: RuleId) -> Pack {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/rules/2026-07.ron")).unwrap();
    let mild = |line: &str| {
        if !line.contains(&format!("id: \"{rule}\"")) {
            return line.to_owned();
        }
        let (head, rest) = line.split_once("severity:").unwrap();
        let (_, tail) = rest.split_once("automatic:").unwrap();
        format!("{head}severity: I, automatic:{tail}")
    };
    Pack::read("mild", &text.lines().map(mild).collect::<Vec<_>>().join("\n")).unwrap()
}

fn desk(world: World) -> Desk {
    Desk::new(Arc::new(world.build().base), Plan::default())
}

/// Who is in the plan, sits elsewhere, and could be proposed for one of the posts.
fn lawful(desk: &Desk, posts: &[PositionIx], is_there: &dyn Fn(PositionIx) -> bool) -> BTreeSet<EmployeeIx> {
    let grounds = desk.grounds();
    let in_plan = |who: &EmployeeIx| grounds.projection.standing[who.at()].seat().is_some();
    let elsewhere = |who: &EmployeeIx| !grounds.present(*who).is_some_and(is_there);
    let fits = |who: &EmployeeIx| posts.iter().any(|post| desk.judge().verdicts(*who, *post).iter().all(|it| !it.blocks()));
    grounds.everyone().filter(in_plan).filter(elsewhere).filter(fits).collect()
}

fn pool(desk: &Desk, of: PoolOf) -> Pool {
    desk.pool(of, MONTHS, &Control::unattended()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_falls_by_one_rule_alone_is_lawful_where_that_rule_only_informs(seed in any::<u64>(), people in 1usize..=12, posts in 2usize..=7) {
        let world = random::world(seed, people, posts);
        let desk = desk(world.clone());
        let milder: Vec<(RuleId, Desk)> = RuleId::ALL.iter().map(|rule| {
            let mut world = world.clone();
            world.pack = without(*rule);
            (*rule, self::desk(world))
        }).collect();
        for post in desk.grounds().posts_in_scope() {
            let found = pool(&desk, PoolOf::Post(post));
            let there = |it| it == post;
            let today = lawful(&desk, &[post], &there);
            prop_assert_eq!(found.eligible, today.len());
            prop_assert_eq!(found.eligible + found.fallen.len(), found.considered);
            for (rule, mild) in &milder {
                let only = lawful(mild, &[post], &there).difference(&today).count();
                prop_assert_eq!(found.rules.iter().find(|it| it.rule == *rule).map_or(0, |it| it.only), only, "{}", rule);
            }
        }
    }

    #[test]
    fn whoever_is_lawful_from_a_day_on_is_so_on_that_day_and_on_no_month_before(seed in any::<u64>(), people in 1usize..=12, posts in 2usize..=7) {
        let world = random::world(seed, people, posts);
        let desk = desk(world.clone());
        let days: Vec<Date> = (1..=MONTHS as i64).map(|month| TMT.checked_add(month.months()).unwrap()).collect();
        let later: Vec<Desk> = days.iter().map(|day| {
            let mut world = world.clone();
            world.policy.tmt = *day;
            world.policy.parameters = world.pack.parameters(*day);
            self::desk(world)
        }).collect();
        let units = (0..desk.grounds().facts.units.len()).map(|at| PoolOf::Unit(UnitIx::of(at)));
        for of in desk.grounds().posts_in_scope().map(PoolOf::Post).chain(units) {
            let grounds = desk.grounds();
            let own = move |post: PositionIx| match of {
                PoolOf::Post(it) => it == post,
                PoolOf::Unit(unit) => grounds.projection.group[post.at()] == Some(unit),
            };
            let takes = |post: &PositionIx| matches!(of, PoolOf::Post(_)) || grounds.projection.is_open(&grounds.facts, *post);
            let posts: Vec<PositionIx> = grounds.posts_in_scope().filter(|post| own(*post)).filter(takes).collect();
            for it in &pool(&desk, of).fallen {
                let first = later.iter().position(|desk| lawful(desk, &posts, &|_| false).contains(&it.who));
                prop_assert_eq!(it.lawful_from, first.map(|at| days[at]));
                prop_assert!(own(it.post) && !grounds.present(it.who).is_some_and(own));
                prop_assert!(!it.rules.is_empty());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn another_effective_date_is_told_as_a_plan_laid_on_it_is(seed in any::<u64>(), people in 1usize..=9, posts in 2usize..=7, month in -1i32..=30) {
        let world = random::world(seed, people, posts);
        let desk = desk(world.clone());
        let moves: Vec<_> = desk.compose(None, &Control::unattended()).map_or_else(|_| Vec::new(), |it| it.moves);
        let facts = &desk.grounds().facts;
        let mut plan = Plan::default();
        for it in moves {
            let proposal = Proposal { position: facts.positions[it.to.at()].id(), source: Source::Solver };
            plan.proposals.insert(facts.employees[it.who.at()].nip, proposal);
        }
        let tmt = TMT.checked_add(month.months()).unwrap();
        let mut other = world;
        other.policy.tmt = tmt;
        other.policy.parameters = other.pack.parameters(tmt);
        let then = Desk::new(Arc::new(other.build().base), plan.clone());
        let now = desk.replanned(plan, None);
        let shift = now.shifted(tmt, &AtomicBool::new(false)).unwrap();
        prop_assert_eq!(&shift.metrics[0], &now.metrics);
        prop_assert_eq!(&shift.metrics[1], &then.metrics);
        let told = |desk: &Desk| -> BTreeSet<String> {
            let tells = |it: &&(EmployeeIx, PositionIx, Verdict)| it.2.outcome != Outcome::Pass;
            let words = |(who, post, it): &(EmployeeIx, PositionIx, Verdict)| format!("{who:?} {post:?} {} {:?} {:?}", it.rule, it.outcome, it.severity);
            desk.verdicts().iter().filter(tells).map(words).collect()
        };
        let changed = told(&now).symmetric_difference(&told(&then)).count();
        let counted: usize = shift.verdicts.iter().map(|it| usize::from(it.now.is_some()) + usize::from(it.then.is_some())).sum();
        prop_assert_eq!(counted, changed);
        for (post, before, after) in &shift.pools {
            let there = |it| it == *post;
            prop_assert_eq!(*before, lawful(&now, &[*post], &there).len());
            prop_assert_eq!(*after, lawful(&then, &[*post], &there).len());
        }
        for who in now.grounds().everyone() {
            let (before, after) = (now.grounds().projection.standing[who.at()], then.grounds().projection.standing[who.at()]);
            prop_assert_eq!(shift.standing.contains(&(who, before, after)), before != after);
        }
    }
}

#[test]
fn worlds_drawn_have_people_who_fall_by_one_rule_and_who_pass_later() {
    let (mut only, mut later) = (0, 0);
    for seed in 0..40 {
        let desk = desk(random::world(seed, 10, 6));
        for post in desk.grounds().posts_in_scope() {
            let found = pool(&desk, PoolOf::Post(post));
            only += found.rules.iter().map(|it| it.only).sum::<usize>();
            later += found.later().values().sum::<usize>();
        }
    }
    assert!(only > 50 && later > 10, "{only} {later}");
}
