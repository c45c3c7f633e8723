//! A long walk of keys, mouse, sizes and late answers. It is 10,000 steps long; `MUTASI_WALK=1000000` makes it as long as one likes,
//! and what fails says which `MUTASI_WALK_SEED` goes there again.

use std::panic::{AssertUnwindSafe, catch_unwind};

use mutasi::app::hit::Place;
use mutasi::app::look::{Look, Symbols, ThemeName};
use mutasi::app::message::Message;
use mutasi::app::state::Pane;
use mutasi::desk::preview::Target;
use mutasi::model::EmployeeIx;
use mutasi::model::plan::Plan;
use mutasi::text::Lang;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::anything::{Step, happen, holds, step};
use crate::program::{EMPTY, Program, SAMPLE, key};

/// Steps of one sitting: long enough for a plan with many decisions.
const SITTING: usize = 250;

#[test]
fn a_long_walk_never_stumbles() {
    let asked = |name| std::env::var(name).ok().map(|text: String| text.parse::<u64>().unwrap());
    let steps = asked("MUTASI_WALK").unwrap_or(10_000);
    let first = asked("MUTASI_WALK_SEED");
    let seeds = first.map_or(0..steps.div_ceil(SITTING as u64), |seed| seed..seed + 1);
    for seed in seeds {
        let mut at = (0, None);
        let stumbled = match catch_unwind(AssertUnwindSafe(|| sitting(seed, &mut at))) {
            Ok(Ok(())) => continue,
            Ok(Err(why)) => why.to_string(),
            Err(_) => "it panicked".to_owned(),
        };
        panic!("MUTASI_WALK_SEED={seed} stumbles at step {} on {:?}: {stumbled}", at.0, at.1);
    }
}

/// One sitting from a new plan to its end, and back to where it began by undo alone.
fn sitting(seed: u64, at: &mut (usize, Option<Step>)) -> Result<(), TestCaseError> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut dice = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let mut program = opened(&mut dice);
    let steps = step();
    for number in 1..=SITTING {
        let step = steps.new_tree(&mut dice).unwrap().current();
        *at = (number, Some(step.clone()));
        happen(&mut program, &step);
        holds(&program)?;
        stands(&program)?;
    }
    *at = (SITTING, None);
    undone(&mut program)
}

fn opened(dice: &mut TestRunner) -> Program {
    let mut any = |most: usize| (0..most).new_tree(dice).unwrap().current();
    let base = if any(20) == 0 { &EMPTY } else { &SAMPLE };
    let lang = [Lang::Id, Lang::En][any(2)];
    let theme = ThemeName::ALL[any(ThemeName::ALL.len())];
    let symbols = [Symbols::Unicode, Symbols::Wgl4, Symbols::Ascii][any(3)];
    let size = [(80, 24), (140, 40), (99, 25), (60, 15)][any(4)];
    Program::on(base, lang, Look { theme, symbols }, size)
}

/// Whoever and whatever is named exists, and lists show rows that they have.
fn stands(program: &Program) -> Result<(), TestCaseError> {
    let state = &program.state;
    let facts = &state.desk.grounds().facts;
    let exists = |who: EmployeeIx| who.at() < facts.employees.len();
    for (_, place) in program.hits.places() {
        let target = match place.target() {
            Some(Target::Person(who)) => exists(who),
            Some(Target::Post(post)) => post.at() < facts.positions.len(),
            Some(Target::Unit(unit)) => unit.at() < facts.units.len(),
            _ => true,
        };
        prop_assert!(target, "{:?} does not exist", place);
    }
    if let Some(carried) = state.carry.carried() {
        prop_assert!(carried.everyone().into_iter().all(exists), "{:?} in hand", carried.everyone());
        prop_assert!(!carried.others.contains(&carried.who), "twice in hand: {:?}", carried.everyone());
    }
    prop_assert_eq!(state.people.selected.is_some(), state.people.at().is_some(), "who is selected is in no row");
    prop_assert_eq!(state.places.selected.is_some(), state.places.at().is_some(), "the place selected is in no row");
    for pane in Pane::ALL {
        let is_drawn = program.hits.places().iter().any(|(_, place)| *place == Place::Pane(pane));
        let [offset, last] = state.span(pane);
        prop_assert!(!is_drawn || offset <= last, "{:?} begins at row {} of at most {}", pane, offset, last);
    }
    Ok(())
}

/// However many decisions were made, undo leads back to a plan without any.
fn undone(program: &mut Program) -> Result<(), TestCaseError> {
    program.answer();
    program.resize(80, 24);
    for _ in 0..4 {
        program.send(Message::Key(key("esc").unwrap()));
    }
    for _ in 0..program.state.journal.len() {
        if program.state.reversible.0 {
            program.send(Message::Key(key("u").unwrap()));
        }
    }
    prop_assert!(!program.state.reversible.0, "undo does not come to an end\n{}", program.text());
    prop_assert_eq!(&*program.state.desk.plan, &Plan::default());
    Ok(())
}
