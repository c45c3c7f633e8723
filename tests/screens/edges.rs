//! While a person is dragged, lists run at their edges, units open and the wheel moves what is seen.

use std::time::Duration;

use mutasi::app::hit::Place;
use mutasi::app::lists::places::PlaceRow;
use mutasi::app::message::Message;
use mutasi::app::state::Pane;
use mutasi::app::wake::{Wake, wanted};
use mutasi::desk::preview::Target;

use crate::program::Program;

/// Somebody dragged out of Pegawai.
fn dragging(size: (u16, u16)) -> Program {
    let mut program = Program::sample(size);
    let from = program.find("Agung Wicaksa");
    program.press(from);
    program.drag((from.0 + 1, from.1));
    assert!(program.state.carry.is_dragging());
    program
}

/// The cell that many rows below the rows of Lowong.
fn below(program: &Program, depth: u16) -> (u16, u16) {
    let list = program.hits.lists[Pane::Places.at()];
    (list.x + 2, list.bottom() - 1 + depth)
}

fn runs(program: &Program) -> Option<(Wake, Duration)> {
    wanted(&program.state).into_iter().find(|(wake, _)| matches!(wake, Wake::Run { .. }))
}

/// Lets the list run once; how long that took.
#[track_caller]
fn run(program: &mut Program) -> Duration {
    let (wake, after) = runs(program).expect("the list runs");
    program.send(Message::Woke(wake));
    after
}

#[test]
fn held_beyond_the_lower_edge_the_list_runs_faster_and_stops_at_its_end() {
    let mut program = dragging((80, 24));
    assert_eq!(runs(&program), None, "over Pegawai nothing runs");
    program.drag(below(&program, 0));
    assert_eq!(runs(&program), None, "the last row in sight is a target like any other");
    let mut took = Vec::new();
    for depth in [1, 1, 2, 3, 1] {
        program.drag(below(&program, depth));
        took.push(run(&mut program).as_millis());
    }
    assert_eq!(took, [300, 250, 100, 50, 250]);
    assert_eq!(program.state.places.offset, 5);
    let mut rows = Vec::new();
    while runs(&program).is_some() {
        let before = program.state.places.offset;
        run(&mut program);
        rows.push(program.state.places.offset - before);
    }
    assert!(rows.iter().max() > Some(&1), "{rows:?}");
    let [offset, last] = program.state.span(Pane::Places);
    assert_eq!(offset, last);
    // Upwards it begins anew.
    let list = program.hits.lists[Pane::Places.at()];
    program.drag((list.x + 2, list.y - 1));
    assert_eq!(run(&mut program).as_millis(), 300);
    assert_eq!(program.state.places.offset, last - 1);
}

#[test]
fn back_among_the_rows_nothing_runs_and_a_stale_wake_does_nothing() {
    let mut program = dragging((80, 24));
    program.drag(below(&program, 1));
    let (stale, _) = runs(&program).unwrap();
    run(&mut program);
    let offset = program.state.places.offset;
    for wake in [stale, Wake::Silence(0), Wake::Run { pane: Pane::People, is_below: true, ran: 0 }] {
        program.send(Message::Woke(wake));
        assert_eq!(program.state.places.offset, offset, "{wake:?}");
        assert!(program.state.carry.is_dragging(), "{wake:?}");
    }
    program.drag(below(&program, 0));
    assert_eq!(runs(&program), None);
    program.keys("esc");
    assert_eq!(wanted(&program.state), []);
    program.send(Message::Woke(stale));
    assert_eq!(program.out_of_sight(), []);
}

#[test]
fn what_comes_under_a_resting_pointer_is_what_is_dropped_on_and_stays_in_sight() {
    let mut program = dragging((80, 24));
    let first = program.state.places.selected;
    program.drag(below(&program, 1));
    while program.state.places.offset < 9 {
        run(&mut program);
    }
    let list = program.hits.lists[Pane::Places.at()];
    let (offset, rows) = (program.state.places.offset, program.state.places.rows.clone());
    let (at, target) = (0..usize::from(list.height))
        .rev()
        .find_map(|line| Some((line, rows[offset + line].target()?)))
        .expect("a target in sight");
    program.drag((list.x + 2, list.y + at as u16));
    assert_eq!(program.state.carry.carried().unwrap().over, Some(target));
    assert_eq!(program.state.places.selected, first, "the selection has stayed");
    program.release((list.x + 2, list.y + at as u16));
    assert!(program.state.carry.carried().is_none());
    assert_eq!(program.state.places.selected, Some(rows[offset + at]));
    assert_eq!(program.state.places.offset, offset, "the list jumped when the hand let go");
}

#[test]
fn a_closed_unit_opens_under_a_resting_pointer_and_only_there() {
    let mut program = dragging((140, 40));
    let unfolds = |program: &Program| wanted(&program.state).into_iter().find(|(wake, _)| matches!(wake, Wake::Unfold(_)));
    program.drag(program.find("Lurah Gedaw"));
    assert_eq!(unfolds(&program), None, "a post has nothing to open");
    let list = program.hits.lists[Pane::Places.at()];
    let unit = program.state.places.rows.iter().find_map(|row| match row {
        PlaceRow::Unit(unit, _) => Some(*unit),
        _ => None,
    });
    let cell = program.cell_of(&Place::Spot(Pane::Places, Target::Unit(unit.unwrap()))).unwrap();
    program.drag((list.x + 2, cell.1));
    let (wake, after) = unfolds(&program).expect("the unit opens");
    assert_eq!((wake, after.as_millis()), (Wake::Unfold(unit.unwrap()), 600));
    // A hand that trembles on the row still rests.
    program.drag((list.x + 3, cell.1));
    assert_eq!(unfolds(&program), Some((wake, after)));
    let rows = program.state.places.rows.len();
    program.send(Message::Woke(wake));
    assert!(program.state.places.rows.len() > rows);
    assert_eq!(program.state.carry.carried().unwrap().over, Some(Target::Unit(unit.unwrap())), "it stays under the hand");
    assert_eq!(unfolds(&program), None, "it is open");
}

#[test]
fn the_wheel_moves_what_is_seen_and_not_the_selection() {
    let mut program = dragging((80, 24));
    let selected = program.state.places.selected;
    let list = program.hits.lists[Pane::Places.at()];
    let cell = (list.x + 2, list.y + 4);
    program.drag(cell);
    program.send(Message::Wheeled(program.hits.at(cell.0, cell.1), 3));
    assert_eq!((program.state.places.offset, program.state.places.selected), (3, selected));
    let under = program.hits.at(cell.0, cell.1).and_then(|place| place.target());
    assert_eq!(program.state.carry.carried().unwrap().over, under);
    program.send(Message::Wheeled(Some(Place::Pane(Pane::Places)), -300));
    assert_eq!(program.state.places.offset, 0);
    program.send(Message::Wheeled(Some(Place::Pane(Pane::Places)), 30_000));
    let [offset, last] = program.state.span(Pane::Places);
    assert_eq!(offset, last);
}

#[test]
fn half_a_minute_without_a_gesture_puts_back_and_an_answer_is_no_gesture() {
    let mut program = dragging((80, 24));
    let silence = |program: &Program| wanted(&program.state)[0];
    let before = silence(&program);
    assert!(matches!(before, (Wake::Silence(_), after) if after.as_secs() == 30));
    program.draw();
    assert_eq!(silence(&program), before);
    program.drag(program.find("Lurah Gedaw"));
    assert_ne!(silence(&program), before);
    program.send(Message::Woke(before.0));
    assert!(program.state.carry.is_dragging());
    program.send(Message::Woke(silence(&program).0));
    assert!(!program.state.carry.is_dragging());
    assert!(program.told().contains("dikembalikan"), "{}", program.told());
}
