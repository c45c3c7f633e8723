//! Nothing that is asked for is met with silence, and no slip of the hand does harm.

use mutasi::app::command::{Id, Unavailable};
use mutasi::app::hit::Place;
use mutasi::app::message::Message;
use mutasi::app::mouse::Mouse;
use mutasi::app::overlay::Overlay;
use mutasi::app::state::{Access, Pane};
use mutasi::desk::preview::Target;
use mutasi::text::Lang;
use mutasi::text::screen::{Word, unavailable, word};

use crate::program::Program;

fn told(program: &Program) -> String {
    program.told()
}

fn why(program: &Program, why: Unavailable) -> String {
    unavailable(Lang::Id, &program.state.keymap, why)
}

fn click(program: &mut Program, place: Place) {
    program.send(Message::Pressed(Some(place), (0, 23)));
    program.send(Message::Released(Some(place)));
}

#[test]
fn the_best_and_the_next_target_are_lawful_or_it_is_said_that_there_is_none() {
    let (mut with, mut without) = (0, 0);
    let people = Program::sample((80, 24)).state.people.rows;
    for who in people.iter().step_by(4) {
        for key in ["b", "n", "N"] {
            let mut program = Program::sample((80, 24));
            program.keys("shift-tab");
            program.state.people.selected = Some(*who);
            program.keys("a");
            let before = program.state.carry.carried().and_then(|carried| carried.over);
            program.keys(key);
            let Some(Target::Post(post)) = program.state.carry.carried().and_then(|carried| carried.over) else {
                panic!("{key} lost the hand")
            };
            if program.state.notice.is_some() {
                assert!(program.state.details.rows.iter().all(|row| {
                    !row.is_eligible
                        || program.state.desk.may_drop(*who, row.post).is_err()
                        || before == Some(Target::Post(row.post))
                }));
                without += 1;
            } else {
                assert!(program.state.desk.may_drop(*who, post).is_ok(), "{key}: {who:?} on {post:?}");
                with += 1;
            }
        }
    }
    assert!(with > 10 && without > 0, "{with} {without}");
}

#[test]
fn a_digit_without_a_row_says_so() {
    let mut program = Program::sample((80, 24));
    program.keys("shift-tab a");
    program.state.details.rows.truncate(3);
    program.keys("4");
    assert_eq!(told(&program), word(Lang::Id, Word::NoSuchRow));
}

#[test]
fn a_hint_that_cannot_be_used_any_more_says_why() {
    let mut program = Program::sample((80, 24));
    click(&mut program, Place::Command(Id::Undo));
    assert_eq!(told(&program), why(&program, Unavailable::NothingToUndo));
}

#[test]
fn a_drag_where_nothing_may_be_changed_says_why_once() {
    let mut program = Program::sample((80, 24));
    program.state.access = Access::ReadOnly(String::new());
    let from = program.find("Agung Wicaksa");
    program.press(from);
    assert_eq!(told(&program), "", "a click selects");
    program.drag((from.0 + 1, from.1));
    assert_eq!(told(&program), why(&program, Unavailable::ReadOnly));
    program.drag(program.find("Lurah Gedawang"));
    program.release(program.find("Lurah Gedawang"));
    assert!(program.state.desk.plan.proposals.is_empty());
    assert_eq!(program.state.focus, Pane::People);
}

#[test]
fn a_paste_lands_at_the_cursor() {
    let mut program = Program::sample((80, 24));
    program.keys("shift-tab /");
    program.type_text("wahé tya");
    program.keys("left left left left");
    program.send(Message::Pasted("\tyu pra\n".into()));
    assert_eq!(program.state.people.query, "wahéyu pra tya");
    program.type_text("s");
    assert_eq!(program.state.people.query, "wahéyu pras tya");
    program.keys("esc");

    program.keys("enter enter enter p r");
    program.send(Message::Pasted("ac".into()));
    program.keys("left");
    program.send(Message::Pasted("b".into()));
    let Some(Overlay::Form(form)) = &program.state.overlay else { panic!("no form\n{}", program.text()) };
    assert_eq!((form.fields[0].value(), form.fields[0].cursor()), ("abc", 2));
}

#[test]
fn another_filter_ends_a_drag() {
    for typed in ["/", "v"] {
        for is_searching in [false, true] {
            let mut program = Program::sample((80, 24));
            if is_searching {
                program.keys("shift-tab /");
            }
            let from = program.find("Agung Wicaksa");
            program.press(from);
            program.drag((from.0 + 1, from.1));
            program.drag(program.find("Lurah Gedawang"));
            assert!(program.state.carry.is_dragging());
            let to = program.find("Lurah Gedawang");
            program.keys(typed);
            assert!(program.state.carry.carried().is_none(), "{typed}");
            assert!(told(&program).contains("dikembalikan"), "{typed}: {}", told(&program));
            program.release(to);
            assert!(program.state.desk.plan.proposals.is_empty(), "{typed}");
        }
    }
}

#[test]
fn a_single_click_never_acts() {
    for id in [Id::Quit, Id::SwitchPlaces, Id::Help] {
        let mut program = Program::sample((80, 24));
        let before = program.text().lines().take(18).map(str::to_owned).collect::<Vec<_>>();
        click(&mut program, Place::Command(id));
        assert!(!program.state.is_over && program.state.overlay.is_none());
        assert_eq!(program.text().lines().take(18).collect::<Vec<_>>(), before);
        assert!(told(&program).starts_with(word(Lang::Id, Word::ClickAgain)));
        // Something else in between, and the next click is a first one again.
        program.keys("down up");
        click(&mut program, Place::Command(id));
        click(&mut program, Place::Command(Id::Search));
        click(&mut program, Place::Command(id));
        assert!(!program.state.is_over && program.state.overlay.is_none());
        click(&mut program, Place::Command(id));
        let places = Program::sample((80, 24)).state.places.mode;
        assert!(program.state.is_over || program.state.overlay.is_some() || program.state.places.mode != places, "{id:?}");
    }
}

#[test]
fn after_many_keys_without_a_mouse_the_keys_are_pointed_to_once_and_the_corner_says_so_until_one_is_heard() {
    let mut program = Program::sample((80, 24));
    program.state.mouse = Mouse::default();
    let corner = |program: &Program| program.screen.last().cloned().unwrap_or_default();
    assert!(corner(&program).ends_with("Shift: pilih teks "), "{}", program.text());
    for _ in 0..60 {
        program.keys("down");
        if program.text().contains("tetikus tidak terdengar di terminal ini: a mengangkat") {
            program.keys("down down down");
            assert!(!program.text().contains("tidak terdengar"), "{}", program.text());
            assert!(corner(&program).ends_with("tak ada tetikus "), "{}", program.text());
            program.keys("f8");
            assert!(corner(&program).ends_with("tetikus mati "), "{}", program.text());
            program.keys("f8");
            assert!(corner(&program).ends_with("Shift: pilih teks "), "listened for anew\n{}", program.text());
            (0..60).for_each(|_| program.keys("down"));
            assert!(corner(&program).ends_with("tak ada tetikus "), "{}", program.text());
            let cell = program.find("Agus Kristanto");
            program.press(cell);
            program.release(cell);
            assert!(corner(&program).ends_with("Shift: pilih teks "), "{}", program.text());
            return;
        }
    }
    panic!("nothing was said\n{}", program.text());
}

#[test]
fn whoever_has_a_mouse_is_not_told_that_there_is_none() {
    let mut program = Program::sample((140, 40));
    program.state.mouse = Mouse::default();
    let cell = program.find("Lurah Jabungan");
    program.press(cell);
    program.release(cell);
    for _ in 0..60 {
        program.keys("down");
        assert!(!program.text().contains("tidak terdengar"), "{}", program.text());
    }
}
