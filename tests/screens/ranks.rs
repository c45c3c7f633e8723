//! Long lists come when they are there: nothing waits for them but what is meant in them.

use mutasi::app::look::Look;
use mutasi::app::ranks::{self, Answer, Question};
use mutasi::app::search::Searched;
use mutasi::app::state::Pane;
use mutasi::app::{Message, update};
use mutasi::desk::preview::Target;
use mutasi::desk::ranking::{Ranking, Rated};
use mutasi::model::EmployeeIx;
use mutasi::text::Lang;

use crate::program::{CITY, Program};

fn city(size: (u16, u16)) -> Program {
    Program::on(&CITY, Lang::Id, Look::default(), size)
}

/// The simple way: every pair ranked in full, then sorted.
fn simply(program: &Program, of: Ranking) -> Vec<Rated> {
    let desk = &program.state.desk;
    let facts = &desk.grounds().facts;
    let in_plan = |who: &EmployeeIx| desk.grounds().projection.standing[who.at()].seat().is_some();
    let pairs: Vec<_> = match of {
        Ranking::People(post) => desk.grounds().everyone().filter(in_plan).map(|who| (who, post)).collect(),
        Ranking::Posts(who) => desk.grounds().posts_in_scope().map(|post| (who, post)).collect(),
    };
    let mut ranked: Vec<_> = pairs.into_iter().map(|(who, post)| desk.rank(who, post)).collect();
    ranked.sort_by_key(|it| {
        let nip = facts.employees[it.who.at()].nip;
        (!it.judged.is_eligible, -it.score.total, nip, facts.positions[it.post.at()].id())
    });
    let rated = |it: &mutasi::desk::ranking::Ranked| Rated {
        who: it.who,
        post: it.post,
        total: it.score.total,
        is_complete: it.score.is_complete,
        is_eligible: it.judged.is_eligible,
    };
    ranked.iter().map(rated).collect()
}

#[test]
fn a_list_is_every_pair_judged_in_full_and_sorted() {
    let program = city((140, 40));
    let desk = &program.state.desk;
    for post in desk.grounds().posts_in_scope().step_by(300) {
        assert_eq!(desk.rated(Ranking::People(post)), simply(&program, Ranking::People(post)));
    }
    for who in desk.grounds().everyone().step_by(700) {
        assert_eq!(desk.rated(Ranking::Posts(who)), simply(&program, Ranking::Posts(who)));
    }
}

#[test]
fn the_pane_keeps_what_it_shows_until_the_next_list_is_there() {
    let mut program = city((140, 40));
    let (before, rows) = (program.state.details.of, program.state.details.rows.clone());
    assert!(!rows.is_empty());
    program.wait();
    program.keys("down");
    assert_eq!((program.state.details.of, &program.state.details.rows), (before, &rows));
    let due = program.state.places.selected_post().map(Ranking::People);
    assert!(matches!(ranks::wanted(&program.state), Some(Question::List(of)) if Some(of) == due));
    // Back where it was, nothing is waited for any more.
    program.keys("up");
    assert!(ranks::wanted(&program.state).is_none());
    program.keys("down");
    program.answer();
    assert_eq!(program.state.details.of, due);
    assert_ne!(program.state.details.rows, rows);
}

#[test]
fn whoever_is_in_hand_never_sees_the_rows_of_somebody_else() {
    let mut program = city((140, 40));
    program.wait();
    program.keys("shift-tab down down");
    let who = program.state.people.selected.unwrap();
    program.keys("space");
    assert_eq!(program.state.details.of, Some(Ranking::Posts(who)));
    assert!(program.state.details.rows.is_empty());
    assert!(program.text().contains("mengurutkan…"), "{}", program.text());
    program.answer();
    assert!(!program.text().contains("mengurutkan…"));
    assert!(program.state.details.rows.iter().all(|row| row.who == who));
}

#[test]
fn keys_typed_ahead_of_a_list_mean_that_list() {
    let mut slow = city((140, 40));
    slow.wait();
    slow.keys("shift-tab down down space b n");
    // Nothing was chosen among rows that are not there.
    assert!(slow.state.details.rows.is_empty());
    slow.answer();
    let mut calm = city((140, 40));
    calm.keys("shift-tab down down space b n");
    assert_eq!(slow.state.carry.carried().unwrap().over, calm.state.carry.carried().unwrap().over);
    assert!(matches!(calm.state.carry.carried().unwrap().over, Some(Target::Post(_))));
    assert_eq!(slow.text(), calm.text());
}

#[test]
fn esc_never_waits_and_takes_back_what_was_typed_ahead() {
    let mut program = city((140, 40));
    program.wait();
    program.keys("down enter");
    assert_eq!(program.state.focus, Pane::Details);
    program.keys("enter esc");
    assert_eq!(program.state.focus, Pane::Places);
    program.answer();
    assert!(program.state.carry.carried().is_none());
}

#[test]
fn a_card_says_that_its_list_is_being_ranked_and_then_shows_it() {
    let mut program = city((140, 40));
    program.wait();
    program.keys("I");
    assert!(program.text().contains("mengurutkan…"), "{}", program.text());
    program.answer();
    assert!(!program.text().contains("mengurutkan…"), "{}", program.text());
    insta::assert_snapshot!("a post of a city, as a card", program.text());
}

#[test]
fn a_list_of_other_permissions_or_that_failed_is_not_waited_for_for_ever() {
    let mut program = city((140, 40));
    program.wait();
    program.keys("down");
    let question = ranks::wanted(&program.state).unwrap();
    let desk = program.state.desk.clone();
    let effects = update(&mut program.state, Message::Listed(desk, question, Answer::Failed));
    assert!(effects.is_empty());
    assert!(ranks::wanted(&program.state).is_none());
}

#[test]
fn who_could_follow_is_said_when_it_is_known() {
    let mut program = city((140, 40));
    let desk = program.state.desk.clone();
    let (present, projection) = (|who| desk.placement.post(&desk.grounds().projection, who), &desk.grounds().projection);
    let vacant = |post| desk.placement.heads(post) < projection.need[post.at()];
    // Somebody who leaves a hole and may take a free place.
    let (who, list) = desk
        .grounds()
        .everyone()
        .filter(|who| present(*who).is_some_and(|post| desk.leaves_a_hole(post)))
        .map(|who| (who, desk.rated(Ranking::Posts(who))))
        .find(|(_, list)| list[0].is_eligible && vacant(list[0].post))
        .unwrap();
    program.keys("shift-tab");
    program.state.people.selected = Some(who);
    program.wait();
    program.keys("space");
    let question = Question::List(Ranking::Posts(who));
    program.send(Message::Listed(desk.clone(), question, Answer::List(list)));
    program.keys("b");
    let hole = (present(who).unwrap(), who);
    assert!(matches!(ranks::wanted(&program.state), Some(Question::Successor(post, who)) if (post, who) == hole));
    assert!(program.text().contains("pengganti: …"), "{}", program.text());
    program.answer();
    assert!(ranks::wanted(&program.state).is_none());
    assert!(program.text().contains("pengganti"), "{}", program.text());
    assert!(!program.text().contains("pengganti: …"), "{}", program.text());
}

/// Searched by a worker, a list of many shows what it showed until that has come; what is typed on means the newest.
#[test]
fn many_are_searched_elsewhere_and_the_newest_query_wins() {
    let mut names = Searched::new((0..40_000).map(|at| format!("Budi {at}")));
    assert!(!names.ask("budi 7"));
    let (finder, before) = (names.due().unwrap().0.clone(), names.found().to_vec());
    assert!(!names.ask("budi 77"));
    assert!(!names.take(&finder, "budi 7", Some(vec![7])));
    assert_eq!(names.found(), before);
    assert!(names.take(&finder, "budi 77", Some(vec![77])));
    assert_eq!(names.found(), [77]);
    // Whatever failed finds nothing, and is not waited for; nothing asked for is everything, at once.
    names.ask("budi 8");
    assert!(names.take(&finder, "budi 8", None) && names.due().is_none());
    assert!(names.ask("") && names.found().len() == 40_000);
    // A few are searched at once.
    assert!(Searched::new((0..100).map(|at| format!("Budi {at}"))).ask("budi 7"));
}
