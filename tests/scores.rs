//! The six factors, the score and the value of a move, by calculator (plan-model.md, "The six factors").
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::random;
use common::world::{ANA, TMT, World};
use jiff::civil::date;
use mutasi::model::records::{PipeList, Points, Requirements};
use mutasi::model::{EducationLevel, EmployeeIx, EmploymentKind, Jenjang, Nip, Predicate, Seat, WishTarget};
use mutasi::scoring::{Breakdown, Score, Valuer, factors};

#[path = "scores/factors.rs"]
mod factor_tables;
#[path = "scores/fairness.rs"]
mod fairness;
#[path = "scores/match_bkn2025.rs"]
mod match_bkn2025;
#[path = "scores/values.rs"]
mod values;

/// A sentence, the target, what is changed in the usual world, and the factor.
type Row = (&'static str, &'static str, fn(&mut World), Option<u16>);

/// Ana's factor of that number over a table.
fn table(factor: usize, rows: &[Row]) {
    for (sentence, target, change, expected) in rows {
        let mut world = World::usual();
        change(&mut world);
        let built = world.build();
        assert_eq!(factors(&built.base.grounds, ANA, built.post(target))[factor], *expected, "{sentence}");
    }
}

fn nothing(_: &mut World) {}

/// What B/STAF requires, and what Ana holds.
fn require(world: &mut World, required: &str, held: &[(&str, u8)]) {
    world.change("B/STAF").requirements = Requirements::parse(required).unwrap();
    world.rosters.competence.clear();
    let nip = world.ana().nip;
    for (code, level) in held {
        world.assessed(nip, code, *level, Some(date(2026, 1, 1)));
    }
}

fn potential(world: &mut World, points: &str) {
    world.rosters.potential[0].potential = Points::parse(points);
}
