//! The law, rule by rule: who passes, who fails and how severely, what is unknown, and the very day on which
//! it changes. Each row is a sentence about Ana, pelaksana in kelurahan A, who could lawfully move anywhere
//! a pelaksana may but for what the row says. Expectations are read from domain.md §4.2 and plan-model.md.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a world that cannot be built is a failed test
mod common;

use common::world::{ANA, Built, TMT, World};
use jiff::civil::date;
use mutasi::model::records::{DisciplineLevel, PipeList};
use mutasi::model::{EducationLevel, EmploymentKind, Golongan, LegalStatus, Predicate};
use mutasi::rules::{Judge, Outcome, RuleId, Verdict};

#[path = "law/careers.rs"]
mod careers;
#[path = "law/core.rs"]
mod core;
#[path = "law/forbidden.rs"]
mod forbidden;
#[path = "law/gates.rs"]
mod gates;
#[path = "law/heads.rs"]
mod heads;
#[path = "law/left.rs"]
mod left;
#[path = "law/packs.rs"]
mod packs;
#[path = "law/persons.rs"]
mod persons;
#[path = "law/plans.rs"]
mod plans;
#[path = "law/posts.rs"]
mod posts;

/// A sentence, the target, what is changed in the usual world, and the verdict.
type Row = (&'static str, &'static str, fn(&mut World), &'static str);

/// Judges one rule over a table.
fn judged(rule: RuleId, rows: &[Row]) {
    for (sentence, target, change, expected) in rows {
        let mut world = World::usual();
        change(&mut world);
        let built = world.build();
        let verdicts = judge(&built).verdicts(ANA, built.post(target));
        let found = verdicts.iter().find(|verdict| verdict.rule == rule);
        assert_eq!(found.map_or("-".to_owned(), word), *expected, "{rule}: {sentence}");
    }
}

/// `pass`, `fail B`, `unknown`, `overridden O`.
fn word(verdict: &Verdict) -> String {
    match verdict.outcome {
        Outcome::Pass => "pass".into(),
        Outcome::Unknown => "unknown".into(),
        Outcome::Fail => format!("fail {:?}", verdict.severity),
        Outcome::Overridden => format!("overridden {:?}", verdict.severity),
    }
}

fn judge(built: &Built) -> Judge<'_> {
    Judge { grounds: &built.base.grounds, pack: &built.base.pack, overrides: &built.overrides }
}

fn nothing(_: &mut World) {}
