//! What the best plan possible tells on the screen: exact, or `…` while it is worked out, never an old number.

use std::sync::Arc;

use mutasi::app::state::Best;
use mutasi::desk::Desk;
use mutasi::desk::composition::ComposeError;
use mutasi::desk::edit::Edit;
use mutasi::desk::live::LiveBest;
use mutasi::matching::Control;
use mutasi::model::plan::{Action, Plan};
use mutasi::model::{EmployeeIx, Level, Lock, PositionIx};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::program::{Program, SAMPLE};

fn calm() -> Control<'static> {
    Control::unattended()
}

/// The best total of a plan, solved from nothing.
fn cold(desk: &Desk) -> Option<i64> {
    match desk.compose(None, &calm()) {
        Ok(composition) => Some(composition.relaxed),
        Err(ComposeError::Infeasible { .. }) => None,
        Err(error) => panic!("{error:?}"),
    }
}

fn pin(desk: &Desk, who: EmployeeIx, post: PositionIx) -> Action {
    let facts = &desk.grounds().facts;
    Action::Pin { employee: facts.employees[who.at()].nip, position: facts.positions[post.at()].id() }
}

/// Pins, bans, locks and taking them back, drawn.
fn action(desk: &Desk, kind: u8, who: &Index, post: &Index) -> Action {
    let facts = &desk.grounds().facts;
    let who = EmployeeIx(who.index(facts.employees.len()) as u32);
    let employee = facts.employees[who.at()].nip;
    let open: Vec<PositionIx> =
        desk.grounds().posts_in_scope().filter(|post| desk.judge().automatic_price(who, *post).is_some()).collect();
    let post = if open.is_empty() { desk.grounds().present(who).unwrap_or(PositionIx(0)) } else { open[post.index(open.len())] };
    let position = facts.positions[post.at()].id();
    match kind {
        0 => pin(desk, who, post),
        1 => Action::Ban { employee, position },
        // A lock holds people where the plan has them: nobody, where nobody is there.
        4 => desk.decide(Edit::Lock(Lock::Level(Level(1 + post.0 as u8 % 4)))).unwrap_or(Action::Unpin { employee }),
        5 => {
            let closed = (1..5).map(|level| Lock::Level(Level(level))).find(|lock| desk.plan.locks.is_closed(lock));
            closed.and_then(|lock| desk.decide(Edit::Unlock(lock)).ok()).unwrap_or(Action::Unpin { employee })
        }
        2 => Action::Unpin { employee: desk.plan.pins.keys().next().copied().unwrap_or(employee) },
        _ => Action::Unban { employee: desk.plan.bans.first().map_or(employee, |ban| ban.0), position: None },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_best_plan_that_follows_edits_earns_what_one_solved_from_nothing_earns(
        steps in prop::collection::vec((0u8..6, any::<Index>(), any::<Index>()), 1..8),
        are_pairs_kept: bool,
    ) {
        let mut desk = Desk::new(SAMPLE.clone(), Plan::default());
        let mut best = LiveBest::of_at_most(&desk, if are_pairs_kept { usize::MAX } else { 0 }, &calm()).unwrap();
        for (kind, who, post) in &steps {
            let next = desk.after(&action(&desk, *kind, who, post));
            let followed = best.follow(&next, &calm()).ok();
            prop_assert_eq!(followed, cold(&next));
            if followed.is_some() {
                prop_assert_eq!(best.total(), followed.unwrap());
                desk = next;
            }
        }
    }

    #[test]
    fn biaya_is_the_best_total_with_the_pin_less_the_best_total(who in any::<Index>(), post in any::<Index>()) {
        let desk = Desk::new(SAMPLE.clone(), Plan::default());
        let people: Vec<EmployeeIx> = desk.grounds().everyone().filter(|who| desk.grounds().present(*who).is_some()).collect();
        let who = people[who.index(people.len())];
        let mut best = LiveBest::of(&desk, &calm()).unwrap();
        let costs = best.costs(&desk, who, &calm()).unwrap();
        let mut posts: Vec<PositionIx> = costs.keys().copied().collect();
        prop_assume!(!posts.is_empty());
        posts.sort_unstable();
        let post = posts[post.index(posts.len())];
        let with = cold(&desk.after(&pin(&desk, who, post)));
        prop_assert_eq!(Some(costs[&post]), with.map(|with| (with - best.total()).min(0)));
    }

    #[test]
    fn biaya_is_the_same_whether_pairs_are_kept_or_made(
        who in any::<Index>(), pinned in prop::collection::vec((any::<Index>(), any::<Index>()), 0..4),
    ) {
        let mut desk = Desk::new(SAMPLE.clone(), Plan::default());
        for (who, post) in &pinned {
            let next = desk.after(&action(&desk, 0, who, post));
            if cold(&next).is_some() {
                desk = next;
            }
        }
        let everyone: Vec<EmployeeIx> = desk.grounds().everyone().collect();
        let who = everyone[who.index(everyone.len())];
        let mut kept = LiveBest::of(&desk, &calm()).unwrap();
        let mut made = LiveBest::of_at_most(&desk, 0, &calm()).unwrap();
        prop_assert_eq!(kept.total(), made.total());
        prop_assert_eq!(kept.costs(&desk, who, &calm()).unwrap(), made.costs(&desk, who, &calm()).unwrap());
    }

    #[test]
    fn biaya_of_a_swap_is_that_of_both_pins(one in any::<Index>(), other in any::<Index>(), are_pairs_kept: bool) {
        let desk = Desk::new(SAMPLE.clone(), Plan::default());
        let people: Vec<EmployeeIx> = desk.grounds().everyone().filter(|who| desk.grounds().present(*who).is_some()).collect();
        let one = people[one.index(people.len())];
        let seat = |who| desk.grounds().present(who).unwrap();
        let nip = |who: EmployeeIx| desk.grounds().facts.employees[who.at()].nip;
        let others: Vec<EmployeeIx> =
            people.into_iter().filter(|other| desk.decide(Edit::Swap(nip(one), nip(*other))).is_ok()).collect();
        prop_assume!(!others.is_empty());
        let other = others[other.index(others.len())];
        let mut best = LiveBest::of_at_most(&desk, if are_pairs_kept { usize::MAX } else { 0 }, &calm()).unwrap();
        let cost = best.joint_cost(&desk, &desk.swapped(one, other).unwrap_or_default(), &calm()).unwrap();
        let both = desk.after(&pin(&desk, one, seat(other))).after(&pin(&desk, other, seat(one)));
        prop_assert_eq!(cost, cold(&both).map(|with| (with - best.total()).min(0)));
        prop_assert_eq!(best.follow(&desk, &calm()).unwrap(), cold(&desk).unwrap());
    }
}

/// Of several in hand too Biaya is exact: what the best plan with all of them there earns less.
#[test]
fn biaya_of_several_in_hand_is_that_of_all_their_pins() {
    let mut program = Program::sample((140, 40));
    program.keys("shift-tab");
    let mut known = 0;
    for _ in 0..12 {
        program.keys("esc shift-down a");
        let desk = program.state.desk.clone();
        let Some(carried) = program.state.carry.carried().cloned() else { continue };
        assert!(carried.everyone().len() > 1);
        for (target, cost) in &carried.joint {
            let Ok(spread) = desk.spread(&carried.everyone(), *target) else {
                assert_eq!(*cost, None);
                continue;
            };
            if let Some(pins) = spread.iter().map(|(who, to)| Some((*who, (*to)?))).collect::<Option<Vec<_>>>() {
                let with = pins.iter().fold(Desk::clone(&desk), |desk, (who, to)| desk.after(&pin(&desk, *who, *to)));
                let expected = (!pins.is_empty()).then(|| cold(&with)).flatten();
                let best = cold(&desk).unwrap();
                assert_eq!(*cost, expected.map(|total| (total - best).min(0)), "{target:?}");
                known += usize::from(cost.is_some());
            }
        }
        program.keys("esc shift-tab");
    }
    assert!(known > 3, "{known}");
}

#[test]
fn until_the_core_answers_there_is_no_figure_and_then_the_exact_one() {
    let mut program = Program::sample((140, 40));
    let strip = |program: &Program| program.text().lines().find(|line| line.contains("Capaian")).unwrap().to_owned();
    assert!(strip(&program).contains("Capaian 0 % kurang "), "{}", strip(&program));
    program.wait();
    program.keys("enter enter");
    let over = |program: &Program| {
        program.text().lines().find(|line| line.contains("biaya") && line.contains("kls")).unwrap().to_owned()
    };
    assert!(over(&program).contains("biaya …"), "{}", program.text());
    program.answer();
    assert!(over(&program).contains("biaya 0,0"), "{}", program.text());
    // A pin changes what is possible: the old figure is gone at once.
    program.keys("enter");
    program.wait();
    let first = strip(&program);
    program.keys("tab tab m");
    assert!(!program.state.desk.plan.pins.is_empty(), "{}", program.text());
    assert_eq!(program.state.best, Best::Unknown);
    assert!(strip(&program).contains("Capaian …"), "{first}\n{}", strip(&program));
    program.answer();
    assert_eq!(program.state.best, Best::Known(cold(&program.state.desk).unwrap()));
}

#[test]
fn an_answer_for_a_problem_of_before_is_dropped() {
    let mut program = Program::sample((140, 40));
    let before = program.state.problem;
    program.wait();
    program.keys("enter x");
    assert_eq!(program.state.problem, before + 1, "{}", program.text());
    program.send(mutasi::app::Message::Best { problem: before, answer: Ok(1) });
    assert_eq!(program.state.best, Best::Unknown);
    program.send(mutasi::app::Message::Best { problem: before + 1, answer: Ok(1) });
    assert_eq!(program.state.best, Best::Known(1));
}

#[test]
fn the_proposals_tell_what_the_next_moves_buy_as_far_as_they_buy_anything() {
    let mut program = Program::sample((140, 40));
    program.wait();
    program.keys("p");
    assert!(program.text().contains("10 mutasi pertama: …"), "{}", program.text());
    program.answer();
    assert!(program.text().contains("10 mutasi pertama: +"), "{}", program.text());
    let whole = program.state.desk.compose(None, &calm()).unwrap();
    let limited = program.state.desk.compose(Some(10), &calm()).unwrap();
    let mut best = LiveBest::of(&program.state.desk, &calm()).unwrap();
    let gains = best.outlook().unwrap().curve(100, &calm()).unwrap();
    // The curve's estimate lies between what is known and the bound.
    let status_quo = program.state.desk.metrics.status_quo;
    assert!(gains.next(0, 10) <= limited.bound - status_quo);
    assert_eq!(gains.next(0, whole.moves.len() + 10), whole.relaxed - status_quo);
    let flat = gains.moves_for(95).unwrap();
    assert!(0 < flat && flat < gains.most());
    // The same where pairs are made when they are looked at.
    let made = LiveBest::of_at_most(&program.state.desk, 0, &calm()).unwrap().outlook().unwrap().curve(100, &calm()).unwrap();
    for moves in [10, 25, 50, whole.moves.len()] {
        assert_eq!(made.next(0, moves), gains.next(0, moves), "{moves}");
    }
    assert_eq!((made.moves_for(95), made.most()), (gains.moves_for(95), gains.most()));
    assert!(best.follow(&program.state.desk, &calm()).is_ok());
    program.keys("s enter p p");
    assert!(program.text().contains("mutasi lain tidak menambah poin"), "{}", program.text());
    assert!(!program.text().contains("kurang"), "{}", program.text());
}

#[test]
fn pins_that_cannot_hold_together_are_told_instead_of_a_figure() {
    let mut desk = Desk::new(SAMPLE.clone(), Plan::default());
    let mut best = LiveBest::of(&desk, &calm()).unwrap();
    let vacant = mutasi::app::lists::places::vacancies(&desk)[0];
    let two: Vec<EmployeeIx> =
        desk.grounds().everyone().filter(|who| desk.judge().automatic_price(*who, vacant).is_some()).take(2).collect();
    for who in &two {
        desk = desk.after(&pin(&desk, *who, vacant));
    }
    let refused = best.follow(&desk, &calm());
    assert!(matches!(refused, Err(ComposeError::Infeasible { .. })), "{refused:?}");
    let free = Arc::new(Desk::new(SAMPLE.clone(), Plan::default()));
    assert_eq!(best.follow(&free, &calm()).unwrap(), cold(&free).unwrap());
}

/// With very many people the best plan takes long and much memory: it is looked for when somebody needs it.
#[test]
fn where_it_costs_much_the_best_plan_is_not_looked_for_before_it_is_needed() {
    let mut program = Program::sample((140, 40));
    (program.state.best, program.state.follows_best) = (Best::Unasked, false);
    program.keys("down");
    assert!(program.text().contains("Capaian belum dihitung"), "{}", program.text());
    let hits = mutasi::app::hit::HitMap::default();
    assert!(!program.state.must_ask_for_best(&hits));
    // A pin changes the problem, and is no reason to look for it.
    program.keys("tab tab m");
    assert_eq!((program.state.best, program.state.desk.plan.pins.len()), (Best::Unasked, 1));
    program.keys("a");
    assert!(program.state.must_ask_for_best(&hits));
    assert_eq!((program.state.best, program.state.follows_best), (Best::Unknown, true));
    assert!(!program.state.must_ask_for_best(&hits));
}

#[test]
fn a_plan_that_was_composed_tells_what_the_best_earns() {
    let mut program = Program::sample((140, 40));
    let best = program.state.best;
    (program.state.best, program.state.follows_best) = (Best::Unasked, false);
    program.keys("s");
    assert_eq!(program.state.best, best);
}
