//! Isi jabatan ini: the best chain for a vacant post, against trying all of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::random;
use common::world::World;
use mutasi::desk::Desk;
use mutasi::desk::chains::End;
use mutasi::desk::edit::Edit;
use mutasi::desk::fill::NoFilling;
use mutasi::matching::Control;
use mutasi::model::plan::{Change, Plan};
use mutasi::model::records::Relation;
use mutasi::model::{EmployeeIx, Nip, PositionId, PositionIx};
use proptest::prelude::*;
use std::sync::Arc;

fn desk(world: World) -> Desk {
    Desk::new(Arc::new(world.build().base), Plan::default())
}

fn post(desk: &Desk, id: &str) -> PositionIx {
    desk.grounds().facts.position(&PositionId::parse(id).unwrap()).unwrap()
}

/// Some lawful proposals, pins and bans made by hand.
fn begun(seed: u64) -> Desk {
    let mut dice = fastrand::Rng::with_seed(seed ^ 0x5EED);
    let mut world = random::world(seed, 9, 6);
    let nips: Vec<Nip> = world.rosters.employees.iter().map(|it| it.nip).collect();
    for _ in 0..dice.usize(0..3) {
        let (nip_a, nip_b) = (nips[dice.usize(..nips.len())], nips[dice.usize(..nips.len())]);
        world.rosters.relations.push(Relation { nip_a, nip_b, relation: "saudara".into() });
    }
    let mut desk = desk(world);
    for _ in 0..6 {
        let facts = &desk.grounds().facts;
        let nip = facts.employees[dice.usize(..facts.employees.len())].nip;
        let position = facts.positions[dice.usize(..facts.positions.len())].id();
        let edit = match dice.u8(..4) {
            0 => Edit::Pin(nip, None),
            1 => Edit::Ban(nip, position),
            _ => Edit::Propose(nip, position),
        };
        if let Ok(action) = desk.decide(edit) {
            desk = desk.after(&action);
        }
    }
    desk
}

/// The best that any chain gains by whole plans, and how many chains there are.
fn tried(desk: &Desk, filled: PositionIx, most: usize) -> Option<i64> {
    let facts = &desk.grounds().facts;
    let nip = |who: EmployeeIx| facts.employees[who.at()].nip;
    let is_free = |who: EmployeeIx| desk.placement.target(who).is_none() && !desk.plan.pins.contains_key(&nip(who));
    let may = |who: EmployeeIx, to: PositionIx| {
        desk.judge().automatic_price(who, to).is_some() && !desk.plan.bans.contains(&(nip(who), facts.positions[to.at()].id()))
    };
    let is_open = |post: PositionIx| desk.grounds().projection.is_open(facts, post);
    let mut best: Option<i64> = None;
    let mut begun = vec![(Vec::<(EmployeeIx, PositionIx)>::new(), vec![filled])];
    while let Some((moves, posts)) = begun.pop() {
        let left = *posts.last().unwrap();
        for who in desk.grounds().everyone().filter(|who| is_free(*who)) {
            let home = desk.grounds().present(who);
            if home.is_some_and(|home| posts.contains(&home)) || !is_open(left) || !may(who, left) {
                continue;
            }
            let moves: Vec<_> = moves.iter().copied().chain([(who, left)]).collect();
            let change = |(who, to): &(EmployeeIx, PositionIx)| Change {
                employee: nip(*who),
                position: Some(facts.positions[to.at()].id()),
            };
            if let Ok(action) = desk.decide(Edit::Together(moves.iter().map(change).collect())) {
                best = best.max(Some(desk.metrics_after(&action).objective - desk.metrics.objective));
            }
            let holds_a_place = desk.grounds().projection.held[who.at()];
            if let Some(home) = holds_a_place.filter(|home| moves.len() < most && desk.grounds().projection.in_scope[home.at()]) {
                begun.push((moves, posts.iter().copied().chain([home]).collect()));
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_chain_gains_more_than_the_first_one_proposed(seed in any::<u64>(), most in 1usize..4) {
        let desk = begun(seed);
        for filled in desk.grounds().every_post().filter(|post| desk.is_short(*post)) {
            let expected = tried(&desk, filled, most);
            let found = desk.fillings(filled, most, &Control::unattended());
            match &found {
                Ok(fillings) => {
                    prop_assert_eq!(Some(fillings[0].gain), expected);
                    for it in fillings {
                        prop_assert!(it.links.len() <= most && it.links[0].to == filled);
                        prop_assert_eq!(&desk.after(&it.action).metrics, &it.after);
                    }
                    prop_assert!(fillings.windows(2).all(|two| two[0].gain >= two[1].gain && two[0].leaves != two[1].leaves));
                }
                Err(NoFilling::NoChain(_)) => prop_assert_eq!(expected, None),
                Err(other) => prop_assert!(false, "{other:?}"),
            }
        }
    }
}

#[test]
fn chains_are_found_often_enough_to_be_tested() {
    let lengths = |seed: u64| {
        let desk = begun(seed);
        let short = desk.grounds().every_post().filter(|post| desk.is_short(*post)).collect::<Vec<_>>();
        let found = short.into_iter().filter_map(|post| desk.fillings(post, 3, &Control::unattended()).ok());
        found.map(|fillings| fillings[0].links.len()).collect::<Vec<_>>()
    };
    let all: Vec<usize> = (0..120).flat_map(lengths).collect();
    assert!(all.len() > 40 && all.iter().filter(|length| **length > 1).count() > 4, "{all:?}");
}

#[test]
fn a_post_that_lacks_nobody_is_not_filled_and_no_chain_is_said_to_be_none() {
    let mut world = World::usual();
    world.person("B/SEK");
    let desk = desk(world);
    let fill = |id: &str| desk.fillings(post(&desk, id), 3, &Control::unattended());
    assert_eq!(fill("B/SEK").unwrap_err(), NoFilling::NotVacant);
    assert_eq!(fill("D1/KADIS").unwrap_err(), NoFilling::NoChain(3), "nobody may go there automatically");
}

#[test]
fn the_residual_hole_is_named() {
    let mut world = World::usual();
    world.person("A/ARSIP");
    let desk = desk(world);
    let fillings = desk.fillings(post(&desk, "B/ARSIP"), 1, &Control::unattended()).unwrap();
    let leaves: Vec<_> = fillings.iter().map(|it| (it.end, it.leaves)).collect();
    assert!(leaves.contains(&(End::Short, Some(post(&desk, "A/STAF")))), "{leaves:?}");
}
