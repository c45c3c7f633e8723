//! The moves of a plan as chains and cycles, and what cutting one brings with it; against what one gets by counting.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::random;
use common::world::World;
use mutasi::desk::Desk;
use mutasi::desk::chains::{Chain, Chains, Conservation, Course, End, Start};
use mutasi::desk::edit::Refusal;
use mutasi::model::plan::{Plan, Proposal, Source};
use mutasi::model::records::Acting;
use mutasi::model::{EmployeeIx, Nip, PositionId, PositionIx, UnitIx};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// A desk with these moves, by number and post, lawful or not.
fn moved(world: World, moves: &[(u32, &str)]) -> Desk {
    let nips: Vec<Nip> = world.rosters.employees.iter().map(|it| it.nip).collect();
    let moves = moves.iter().map(|(who, post)| (nips[*who as usize], PositionId::parse(post).unwrap()));
    on(world, moves.collect())
}

fn on(world: World, moves: Vec<(Nip, PositionId)>) -> Desk {
    let proposal = |(nip, position)| (nip, Proposal { position, source: Source::Hand });
    let plan = Plan { proposals: moves.into_iter().map(proposal).collect(), ..Plan::default() };
    Desk::new(Arc::new(world.build().base), plan)
}

/// A chain in the words of the test: who moves, by number; how it ends; where.
fn told(desk: &Desk, chain: &Chain) -> (Vec<u32>, Option<End>, String) {
    let post = |post: PositionIx| desk.grounds().facts.positions[post.at()].id().to_string();
    let place = chain.last().map_or_else(String::new, post);
    (chain.links.iter().map(|link| link.who.0).collect(), chain.end(), place)
}

fn all(desk: &Desk) -> Vec<(Vec<u32>, Option<End>, String)> {
    Chains::of(desk).all.iter().map(|chain| told(desk, chain)).collect()
}

/// Ana in A/STAF; 1 is lurah of A, 2 secretary of A, 3 secretary of B, 4 and 5 pelaksana in B, 6 outside.
fn office() -> World {
    let mut world = World::usual();
    world.post("OUT/STAF", "Pengolah Data");
    for post in ["A/LURAH", "A/SEK", "B/SEK", "B/STAF", "B/STAF", "OUT/STAF"] {
        let nip = world.person(post);
        if post == "OUT/STAF" {
            world.policy.pool.push(nip);
        }
    }
    world
}

#[test]
fn a_chain_goes_from_the_post_filled_to_the_place_that_stays_free() {
    // B has no lurah: its secretary goes up, that of A follows to B, and nobody follows in A.
    let desk = moved(office(), &[(3, "B/LURAH"), (2, "B/SEK")]);
    assert_eq!(all(&desk), [(vec![3, 2], Some(End::Vacant), "A/SEK".into())]);
    assert_eq!(Chains::of(&desk).all[0].course, Course::Chain(Start::Vacancy, End::Vacant));
}

#[test]
fn how_a_chain_ends_follows_from_the_place_left() {
    let ending = |world: World, moves: &[(u32, &str)]| all(&moved(world, moves))[0].1;
    let need = |need: u32| {
        let mut world = office();
        world.rosters.positions.iter_mut().find(|post| post.id().to_string() == "B/STAF").unwrap().need = need;
        world
    };
    assert_eq!(ending(need(2), &[(4, "B/ARSIP")]), Some(End::Short));
    assert_eq!(ending(need(1), &[(4, "B/ARSIP")]), Some(End::SurplusShrinks));
    assert_eq!(ending(office(), &[(6, "A/ARSIP")]), Some(End::OutsideScope));
    let mut acted = office();
    let (nip, post) = (acted.rosters.employees[4].nip, PositionId::parse("B/SEK").unwrap());
    let letter = "821/1".into();
    acted.rosters.acting.push(Acting { nip, unit: post.unit, jabatan: post.jabatan, from: None, until: None, letter });
    assert_eq!(ending(acted, &[(3, "B/LURAH")]), Some(End::Acting));
    let mut tray = office();
    tray.ana().jabatan = mutasi::model::JabatanId("LAMA".into());
    assert_eq!(ending(tray, &[(0, "A/ARSIP")]), Some(End::NoPlace));
}

#[test]
fn two_who_take_each_others_posts_are_a_cycle_whoever_else_comes_and_goes() {
    // 4 goes from B/STAF to A/STAF and Ana the other way, while 5 leaves B/STAF and 6 comes.
    let desk = moved(office(), &[(0, "B/STAF"), (4, "A/STAF"), (5, "B/ARSIP"), (6, "B/STAF")]);
    assert_eq!(all(&desk), [(vec![5, 6], Some(End::OutsideScope), "OUT/STAF".into()), (vec![4, 0], None, String::new())]);
    let three = moved(office(), &[(1, "A/SEK"), (2, "B/SEK"), (3, "A/LURAH")]);
    let rings = Chains::of(&three);
    assert_eq!((rings.chains(), rings.cycles(), rings.longest()), (0, 1, 3));
    assert_eq!(all(&three)[0].0, [3, 2, 1], "from the highest post on: who comes there, who follows him, who follows that one");
}

#[test]
fn the_highest_posts_come_first_then_those_vacant_longest_then_the_longest_chains() {
    let mut world = office();
    for post in &mut world.rosters.positions {
        if post.id().to_string() == "B/LURAH" {
            post.vacant_since = Some(jiff::civil::date(2026, 1, 1));
        }
    }
    let desk = moved(world, &[(6, "B/ARSIP"), (2, "B/LURAH"), (0, "A/ARSIP"), (4, "A/STAF")]);
    assert_eq!(all(&desk).into_iter().map(|it| it.0).collect::<Vec<_>>(), [vec![2], vec![0, 4], vec![6]]);
}

#[test]
fn cutting_a_link_shows_what_falls_back_with_it_and_does_it_as_one_decision() {
    let desk = moved(office(), &[(3, "B/LURAH"), (2, "B/SEK"), (0, "A/ARSIP")]);
    let chains = Chains::of(&desk);
    let cut = desk.cut(&chains, EmployeeIx(3)).unwrap();
    assert_eq!(cut.falls, [EmployeeIx(3), EmployeeIx(2)]);
    let names: Vec<String> = cut.reopened.iter().map(|at| desk.grounds().facts.positions[at.at()].id().to_string()).collect();
    assert_eq!(names, ["B/LURAH"], "B/SEK is held again by whom it was held");
    let after = desk.after(&cut.action);
    assert_eq!(after.plan.proposals.len(), 1);
    assert_eq!(after.metrics, cut.after);
    // The last link falls alone.
    assert_eq!(desk.cut(&chains, EmployeeIx(2)).unwrap().falls, [EmployeeIx(2)]);
    assert_eq!(desk.cut(&chains, EmployeeIx(5)).unwrap_err(), Refusal::NoProposal(EmployeeIx(5)));
}

#[test]
fn whoever_is_pinned_does_not_fall_back() {
    let mut desk = moved(office(), &[(3, "B/LURAH"), (2, "B/SEK")]);
    let facts = &desk.grounds().facts;
    let (nip, post) = (facts.employees[2].nip, facts.position(&PositionId::parse("B/SEK").unwrap()).unwrap());
    let mut plan = (*desk.plan).clone();
    plan.pins.insert(nip, PositionId::parse("B/SEK").unwrap());
    desk = Desk::new(desk.base.clone(), plan);
    let refused = desk.cut(&Chains::of(&desk), EmployeeIx(3)).unwrap_err();
    assert_eq!(refused, Refusal::Pinned(EmployeeIx(2), post));
}

/// A world and moves in it that overfill no post: whoever finds it full sends somebody on.
fn drawn(seed: u64) -> Desk {
    let (mut dice, world) = (fastrand::Rng::with_seed(!seed), random::world(seed, 12, 7));
    let empty = on(world.clone(), Vec::new());
    let (facts, projection) = (&empty.grounds().facts, &empty.grounds().projection);
    let mut placement = empty.placement.clone();
    for _ in 0..dice.usize(2..14) {
        let mut tried = placement.clone();
        let mut who = EmployeeIx::of(dice.usize(..facts.employees.len()));
        for _ in 0..6 {
            let post = PositionIx::of(dice.usize(..facts.positions.len()));
            tried.put(projection, who, post);
            let full = tried.heads(post) > projection.places(facts, post);
            let others: Vec<EmployeeIx> = tried.holders(empty.grounds(), post).filter(|other| *other != who).collect();
            match (full, others.is_empty()) {
                (true, false) => who = others[dice.usize(..others.len())],
                _ => break,
            }
        }
        if empty.grounds().every_post().all(|post| tried.heads(post) <= projection.places(facts, post)) {
            placement = tried;
        }
    }
    let moves = placement.moves().map(|(who, post)| (facts.employees[who.at()].nip, facts.positions[post.at()].id())).collect();
    on(world, moves)
}

/// Who comes and who goes, per post.
fn sides(desk: &Desk) -> BTreeMap<PositionIx, (i64, i64)> {
    let mut sides: BTreeMap<PositionIx, (i64, i64)> = BTreeMap::new();
    for (who, to) in desk.placement.moves() {
        sides.entry(to).or_default().0 += 1;
        if let Some(from) = desk.grounds().projection.held[who.at()] {
            sides.entry(from).or_default().1 += 1;
        }
    }
    sides
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_move_is_in_one_chain_and_only_places_without_a_successor_end_one(seed in any::<u64>()) {
        let desk = drawn(seed);
        let chains = Chains::of(&desk);
        let held = &desk.grounds().projection.held;
        let mut told: Vec<(EmployeeIx, PositionIx)> =
            chains.all.iter().flat_map(|chain| &chain.links).map(|link| (link.who, link.to)).collect();
        told.sort_unstable();
        let mut moves: Vec<_> = desk.placement.moves().collect();
        moves.sort_unstable();
        prop_assert_eq!(told, moves);
        let (mut heads, mut ends): (HashMap<PositionIx, i64>, HashMap<PositionIx, i64>) = Default::default();
        for chain in &chains.all {
            prop_assert!(chain.links.windows(2).all(|two| held[two[0].who.at()] == Some(two[1].to)));
            let posts: BTreeSet<PositionIx> = chain.links.iter().map(|link| link.to).collect();
            prop_assert_eq!(posts.len(), chain.links.len(), "no post is come to twice");
            let last = chain.links.last().unwrap();
            if chain.course == Course::Cycle {
                prop_assert_eq!(held[last.who.at()], Some(chain.head()));
            } else {
                *heads.entry(chain.head()).or_default() += 1;
                if let Some(post) = held[last.who.at()] {
                    *ends.entry(post).or_default() += 1;
                }
            }
        }
        for (post, (come, go)) in sides(&desk) {
            prop_assert_eq!(heads.remove(&post).unwrap_or(0), (come - go).max(0));
            prop_assert_eq!(ends.remove(&post).unwrap_or(0), (go - come).max(0));
        }
        prop_assert!(heads.is_empty() && ends.is_empty());
    }

    #[test]
    fn the_order_of_the_facts_changes_no_chain(seed in any::<u64>()) {
        let desk = drawn(seed);
        let moves: Vec<(Nip, PositionId)> =
            desk.plan.proposals.iter().map(|(nip, it)| (*nip, it.position.clone())).collect();
        let mut world = random::world(seed, 12, 7);
        world.rosters.employees.reverse();
        world.rosters.positions.reverse();
        let turned = on(world, moves);
        let names = |desk: &Desk| -> Vec<(Vec<Nip>, Option<End>)> {
            let nip = |who: EmployeeIx| desk.grounds().facts.employees[who.at()].nip;
            Chains::of(desk).all.iter().map(|chain| (chain.links.iter().map(|link| nip(link.who)).collect(), chain.end())).collect()
        };
        prop_assert_eq!(names(&desk), names(&turned));
    }

    /// Of all sets of moves that hold the one withdrawn and leave no post overfull, none is within the one found.
    #[test]
    fn what_falls_back_is_enough_and_no_more_than_needed(seed in any::<u64>()) {
        let desk = drawn(seed);
        let chains = Chains::of(&desk);
        let (facts, projection) = (&desk.grounds().facts, &desk.grounds().projection);
        let fits = |falls: &[EmployeeIx]| {
            let mut after = desk.placement.clone();
            falls.iter().for_each(|who| after.back(projection, *who));
            desk.grounds().every_post().all(|post| after.heads(post) <= projection.places(facts, post))
        };
        for (who, _) in desk.placement.moves() {
            let Ok(cut) = desk.cut(&chains, who) else { continue };
            prop_assert!(fits(&cut.falls));
            let others: Vec<EmployeeIx> = cut.falls[1..].to_vec();
            for some in 0u32..(1 << others.len()) - 1 {
                let kept = others.iter().enumerate().filter(|(at, _)| some >> at & 1 == 1).map(|(_, other)| *other);
                prop_assert!(!fits(&std::iter::once(who).chain(kept).collect::<Vec<_>>()));
            }
            let after = desk.after(&cut.action);
            prop_assert_eq!(&after.metrics, &cut.after);
            let gone: BTreeSet<EmployeeIx> = cut.falls.iter().copied().collect();
            let left: BTreeSet<EmployeeIx> = after.placement.moves().map(|(who, _)| who).collect();
            let before: BTreeSet<EmployeeIx> = desk.placement.moves().map(|(who, _)| who).collect();
            prop_assert_eq!(left, &before - &gone);
        }
    }

    #[test]
    fn nobody_is_lost_in_any_unit(seed in any::<u64>()) {
        let desk = drawn(seed);
        let conservation = Conservation::of(&desk);
        prop_assert!(conservation.holds(), "{conservation:?}");
        let facts = &desk.grounds().facts;
        for at in 0..facts.units.len() {
            let unit = UnitIx::of(at);
            let here = |post: &PositionIx| facts.position_unit[post.at()] == Some(unit);
            let posts: Vec<PositionIx> = desk.grounds().every_post().filter(here).collect();
            let balance = conservation.units.get(&unit).copied().unwrap_or_default();
            let before: u32 = posts.iter().map(|post| desk.grounds().projection.holders[post.at()]).sum();
            let after: u32 = posts.iter().map(|post| desk.placement.heads(*post)).sum();
            prop_assert_eq!((balance.before, balance.after), (before, after));
        }
    }
}

#[test]
fn cuts_are_found_often_enough_to_be_tested() {
    let found = |seed: u64| {
        let desk = drawn(seed);
        let chains = Chains::of(&desk);
        let longest = desk.placement.moves().filter_map(|(who, _)| desk.cut(&chains, who).ok()).map(|cut| cut.falls.len()).max();
        (longest.unwrap_or(0), chains.cycles(), chains.chains())
    };
    let all: Vec<_> = (0..60).map(found).collect();
    assert!(all.iter().filter(|it| it.0 > 1).count() > 5, "{all:?}");
    assert!(all.iter().filter(|it| it.1 > 0).count() > 5 && all.iter().filter(|it| it.2 > 2).count() > 10, "{all:?}");
}
