//! A plan judged anew after its facts became others: every decision has a fate, and the fate is that of what was changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::world::World;
use jiff::civil::date;
use mutasi::desk::Desk;
use mutasi::desk::review::{Decided, Fate, Obstacle, Review};
use mutasi::model::plan::{Action, Plan};
use mutasi::model::records::AbolishedPost;
use mutasi::model::{LegalStatus, Nip, PositionId, Predicate};
use mutasi::rules::{Outcome, RuleId};
use std::sync::Arc;

fn id(text: &str) -> PositionId {
    PositionId::parse(text).unwrap()
}

/// Ana and three others, pelaksana in A.
fn world() -> (World, Vec<Nip>) {
    let mut world = World::usual();
    let mut people = vec![world.ana().nip];
    people.extend((0..3).map(|_| world.person("A/STAF")));
    (world, people)
}

fn reviewed(plan: &Plan, before: World, now: World) -> Review {
    let desk = |world: World| Desk::new(Arc::new(world.build().base), plan.clone());
    desk(now).reviewed(&desk(before))
}

fn proposal(nip: Nip, post: &str) -> Plan {
    let mut plan = Plan::default();
    plan.apply(&Action::Propose { employee: nip, position: id(post) });
    plan
}

/// What became of Ana's proposal to B after a change of the facts.
fn fate(change: impl Fn(&mut World)) -> Fate {
    let (before, people) = world();
    let mut now = before.clone();
    change(&mut now);
    let review = reviewed(&proposal(people[0], "B/STAF"), before, now);
    assert_eq!(review.decisions.len(), 1, "nothing is dropped");
    review.decisions[0].fate.clone()
}

#[test]
fn each_change_of_the_facts_has_its_fate() {
    assert_eq!(fate(|_| {}), Fate::Unchanged);
    assert_eq!(fate(|world| drop(world.rosters.employees.remove(0))), Fate::Impossible(Obstacle::NoEmployee));
    assert_eq!(
        fate(|world| world.rosters.positions.retain(|it| it.id() != id("B/STAF"))),
        Fate::Impossible(Obstacle::NoPosition)
    );
    assert_eq!(fate(|world| world.ana().status = LegalStatus::Retired), Fate::Impossible(Obstacle::Leaves));
    let moved = fate(|world| world.ana().tmt_jabatan = Some(date(2026, 10, 1)));
    assert_eq!(moved, Fate::Impossible(Obstacle::Rules(vec![RuleId::R05])));
    let Fate::Changed { score: (Some(before), now), verdicts } = fate(|world| world.appraised(2025, Some(Predicate::Poor)))
    else {
        panic!("a poor year changes the score");
    };
    assert!(now < before);
    assert_eq!(verdicts, [(RuleId::R15, None, Some(Outcome::Fail))], "a rotation is warned of it");
}

#[test]
fn every_sort_of_decision_is_there_and_what_cannot_stand_comes_first() {
    let (before, people) = world();
    let mut plan = proposal(people[0], "B/STAF");
    plan.apply(&Action::Pin { employee: people[1], position: id("B/STAF") });
    plan.apply(&Action::Ban { employee: people[2], position: id("B/STAF") });
    plan.apply(&Action::Propose { employee: people[3], position: id("B/ARSIP") });
    let mut now = before.clone();
    now.rosters.employees.retain(|it| it.nip != people[3]);
    let review = reviewed(&plan, before, now);
    assert_eq!(review.counts().iter().sum::<usize>(), 4);
    assert_eq!(review.decisions[0].employee, people[3]);
    let told: Vec<&Decided> = review.decisions.iter().map(|it| &it.decided).collect();
    assert!(told.contains(&&Decided::Pin) && told.contains(&&Decided::Ban));
}

#[test]
fn whoever_loses_the_post_is_named() {
    let (before, people) = world();
    let mut now = before.clone();
    let at = now.rosters.positions.iter().position(|it| it.id() == id("A/STAF")).unwrap();
    let post = now.rosters.positions.remove(at);
    now.rosters.abolished.push(AbolishedPost {
        unit: post.unit,
        jabatan: post.jabatan,
        name: post.name,
        kind: post.kind,
        echelon: post.echelon,
        jenjang: post.jenjang,
        class: post.class,
    });
    let review = reviewed(&Plan::default(), before, now);
    assert_eq!(review.in_tray, people);
}
