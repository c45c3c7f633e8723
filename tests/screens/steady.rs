//! What stays where it is, whatever happens around it: other facts, another size, a list that moves under the hand.

use std::sync::Arc;

use mutasi::app::command::Id;
use mutasi::app::hit::Place;
use mutasi::app::message::Message;
use mutasi::desk::preview::{Landing, Target};
use mutasi::desk::{Desk, Foundation};
use mutasi::model::plan::Plan;
use mutasi::model::{EmployeeIx, Facts, Grounds, Nip, Rosters};
use mutasi::store::sample::{self, Choices};

use crate::program::{Program, SAMPLE};

/// The sample with its lists changed.
fn other_facts(change: impl FnOnce(&mut Rosters)) -> Arc<Desk> {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample::create(&folder.path().join("w"), &Choices::default()).unwrap();
    let mut rosters = workspace.rosters().unwrap();
    change(&mut rosters);
    let grounds = Grounds::new(Facts::link(rosters), SAMPLE.grounds.policy.clone());
    Arc::new(Desk::new(Arc::new(Foundation::new(grounds, workspace.pack().unwrap())), Plan::default()))
}

fn read_anew(program: &mut Program, desk: &Arc<Desk>) {
    program.send(Message::Saved { desk: desk.clone(), at: "11.00".into(), reversible: (false, false), entries: Vec::new() });
}

fn is_planned(desk: &Desk, who: EmployeeIx) -> bool {
    desk.grounds().projection.standing[who.at()].seat().is_some()
}

/// Whoever stands on the selected row of Pegawai.
fn selected(program: &Program) -> Option<Nip> {
    program.state.people.selected.map(|who| program.state.nip(who))
}

#[test]
fn a_follower_outlives_facts_that_shrink() {
    // Units, posts and people: nearly all of them go, the first ones too, so that every number is another one.
    let fewer = other_facts(|rosters| {
        rosters.employees.drain(..rosters.employees.len() - 25);
        rosters.positions.drain(..40);
        rosters.units.truncate(12);
    });
    let nobody = other_facts(|rosters| rosters.employees.clear());
    let walks =
        ["", "p", "enter", "shift-tab end", "shift-tab end enter", "v end right", "/ s", "?", "tab tab end", "enter enter"];
    for walk in walks {
        for size in [(140, 40), (80, 24)] {
            let mut program = Program::sample(size);
            program.keys("enter enter enter");
            walk.split(' ').filter(|key| !key.is_empty()).for_each(|key| program.keys(key));
            for desk in [&fewer, &nobody, &fewer] {
                read_anew(&mut program, desk);
                assert_eq!(
                    program.state.people.total(),
                    desk.grounds().everyone().filter(|who| is_planned(desk, *who)).count(),
                    "{walk}"
                );
                program.keys("down up end home tab tab");
            }
        }
    }
}

#[test]
fn a_follower_stays_where_it_looks_when_other_people_come_first() {
    let same = other_facts(|rosters| rosters.employees.reverse());
    let mut program = Program::sample((80, 24));
    program.keys("v right down down right down shift-tab / s e k enter down down down");
    let (before, text, units) = (selected(&program), program.text(), program.state.places.rows.len());
    assert!(before.is_some());
    read_anew(&mut program, &same);
    assert_eq!(selected(&program), before);
    assert_eq!(program.state.places.rows.len(), units, "what was unfolded is unfolded");
    let lists = |text: &str| text.lines().skip(1).take(17).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lists(&program.text()), lists(&text));
}

#[test]
fn the_selected_row_is_in_sight_at_every_size() {
    let sizes = [(140, 40), (90, 24), (200, 60), (80, 24), (99, 25), (100, 24), (140, 24), (80, 60)];
    for walk in ["tab", "shift-tab", "v end right end", "enter end", "p", "a end tab end", "/ l u r a h down down"] {
        let mut program = Program::sample(sizes[0]);
        program.keys("enter enter enter");
        program.keys(&format!("shift-tab end {walk}"));
        for (columns, rows) in sizes {
            program.resize(columns, rows);
            assert_eq!(program.out_of_sight(), [], "{walk}: {columns}x{rows}\n{}", program.text());
            // No row is left empty at the end of a list while others are out of sight above.
            let (offset, shown) = (program.state.people.offset, usize::from(program.hits.lists[0].height));
            assert!(shown == 0 || offset == 0 || offset + shown <= program.state.people.rows.len());
        }
    }
}

/// Where the target lies that is shown as the one under the hand.
fn under_the_hand(program: &Program) -> Option<Target> {
    program.state.carry.carried().and_then(|carried| carried.over)
}

#[test]
fn what_lies_under_a_resting_pointer_is_what_is_dropped_on() {
    let mut program = Program::sample((80, 24));
    let from = program.find("Agung Wicaksa");
    let rest = program.find("Lurah Gedawang");
    program.press(from);
    program.drag((from.0 + 1, from.1));
    program.drag(rest);
    let mut seen = vec![under_the_hand(&program)];
    for rows in [15, 15, 30, -20, 40] {
        program.send(Message::Wheeled(program.hits.at(rest.0, rest.1), rows));
        let shown = under_the_hand(&program);
        assert_eq!(shown, program.hits.at(rest.0, rest.1).and_then(|place| place.target()), "{}", program.text());
        let preview = program.state.carry.carried().and_then(|carried| carried.preview.clone());
        assert_eq!(preview.is_some(), shown.is_some());
        seen.push(shown);
    }
    seen.dedup();
    assert!(seen.len() > 3, "the list never moved: {seen:?}");
}

#[test]
fn letting_go_where_a_list_moved_does_what_the_line_says() {
    let mut program = Program::sample((80, 24));
    let from = program.find("Agung Wicaksa");
    let who = program.state.people.rows[0];
    program.press(from);
    program.drag((from.0 + 1, from.1));
    // Over each vacancy in turn, without the pointer moving: the first it may be dropped on is taken.
    let rest = program.find("Lurah Gedawang");
    program.drag(rest);
    let first = under_the_hand(&program);
    for _ in 0..40 {
        program.send(Message::Wheeled(program.hits.at(rest.0, rest.1), 3));
        let landing = program.state.carry.carried().and_then(|carried| carried.preview.as_ref()).map(|it| it.landing.clone());
        if let (Some(Landing::Takes(post)), true) = (landing, under_the_hand(&program) != first) {
            program.release(rest);
            assert_eq!(program.state.desk.placement.target(who), Some(post));
            return;
        }
    }
    panic!("no vacancy came under the hand\n{}", program.text());
}

/// Going back asks a second time by itself: by its hint it takes two clicks, as by its key two presses.
#[test]
fn going_back_by_its_hint_takes_two_clicks() {
    let mut program = Program::sample((140, 40));
    program.keys("enter enter enter");
    let moved = program.state.desk.plan.proposals.len();
    program.keys("shift-tab a b enter R down");
    assert!(program.state.desk.plan.proposals.len() > moved);
    let hint = program.cell_of(&Place::Command(Id::GoBack)).unwrap();
    for _ in 0..2 {
        program.press(hint);
        program.release(hint);
    }
    assert_eq!(program.state.desk.plan.proposals.len(), moved, "{}", program.text());
}
