//! Whatever happens: no panic, no place outside the screen, no unlawful plan; and keys and mouse lead to the same plan.

use crossterm::event::{MouseButton, MouseEventKind};
use mutasi::app::command::COMMANDS;
use mutasi::app::hit::Place;
use mutasi::app::look::{Look, Symbols, ThemeName};
use mutasi::app::message::Message;
use mutasi::app::state::Pane;
use mutasi::app::wake::{self, Wake};
use mutasi::desk::preview::{Landing, Target};
use mutasi::model::EmployeeIx;
use mutasi::text::{Lang, screen};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::program::{EMPTY, Program, SAMPLE, key};

/// Something that happens.
#[derive(Clone, Debug)]
pub enum Step {
    Key(&'static str),
    Typed(String),
    Pasted(String),
    /// At any cell, on the screen or not.
    Cell(Button, u16, u16),
    /// On something that was drawn.
    Place(Button, Index),
    Wheel(Index, i32),
    Resized(u16, u16),
    FocusLost,
    /// The n-th of what is waited for comes, and what nobody waits for.
    Wake(Index),
    Stale,
    /// The workers keep their answers back, or give them.
    Late,
    Answered,
}

#[derive(Clone, Copy, Debug)]
pub enum Button {
    Down,
    Drag,
    Up,
    Right,
    /// Down, moved, up: a whole click.
    Click,
}

impl Button {
    fn kinds(self) -> &'static [MouseEventKind] {
        const DOWN: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
        const UP: MouseEventKind = MouseEventKind::Up(MouseButton::Left);
        match self {
            Self::Down => &[DOWN],
            Self::Drag => &[MouseEventKind::Drag(MouseButton::Left)],
            Self::Up => &[UP],
            Self::Right => &[MouseEventKind::Down(MouseButton::Right)],
            Self::Click => &[DOWN, UP],
        }
    }
}

fn button() -> impl Strategy<Value = Button> {
    select(vec![Button::Down, Button::Drag, Button::Drag, Button::Up, Button::Right, Button::Click])
}

pub fn step() -> impl Strategy<Value = Step> {
    let keys: Vec<&'static str> =
        COMMANDS.iter().flat_map(|command| command.keys).copied().filter(|key| !matches!(*key, "q" | "ctrl-c")).collect();
    let more = ["1", "2", "9", "enter", "enter", "esc", "a", "a", "down", "down", "tab", "backspace", "y", "f5", "u"];
    prop_oneof![
        30 => select([keys, more.to_vec()].concat()).prop_map(Step::Key),
        2 => "[a-z0-9 é]{1,6}".prop_map(Step::Typed),
        1 => "\\PC{0,30}|[\\x00-\\x1f]{0,5}".prop_map(Step::Pasted),
        4 => (button(), any::<u16>(), any::<u16>()).prop_map(|(button, column, row)| Step::Cell(button, column, row)),
        4 => (button(), 0u16..200, 0u16..80).prop_map(|(button, column, row)| Step::Cell(button, column, row)),
        16 => (button(), any::<Index>()).prop_map(|(button, at)| Step::Place(button, at)),
        2 => (any::<Index>(), -300..300).prop_map(|(at, rows)| Step::Wheel(at, rows)),
        3 => (0u16..=200, 0u16..=80).prop_map(|(columns, rows)| Step::Resized(columns, rows)),
        2 => select(vec![(80, 24), (120, 30), (140, 40)]).prop_map(|(columns, rows)| Step::Resized(columns, rows)),
        1 => Just(Step::FocusLost),
        3 => any::<Index>().prop_map(Step::Wake),
        1 => Just(Step::Stale),
        1 => Just(Step::Late),
        2 => Just(Step::Answered),
    ]
}

pub fn happen(program: &mut Program, step: &Step) {
    let at = |program: &Program, index: &Index| {
        let places = program.hits.places();
        (!places.is_empty()).then(|| {
            let (area, _) = places[index.index(places.len())];
            (area.x + area.width / 2, area.y + area.height / 2)
        })
    };
    match step {
        Step::Key(name) => program.send(Message::Key(key(name).unwrap())),
        Step::Typed(text) => program.type_text(text),
        Step::Pasted(text) => program.send(Message::Pasted(text.clone())),
        Step::Cell(button, column, row) => button.kinds().iter().for_each(|kind| program.mouse(*kind, (*column, *row))),
        Step::Place(button, index) => {
            if let Some(cell) = at(program, index) {
                button.kinds().iter().for_each(|kind| program.mouse(*kind, cell));
            }
        }
        Step::Wheel(index, rows) => {
            let place = at(program, index).and_then(|(column, row)| program.hits.at(column, row));
            program.send(Message::Wheeled(place, *rows));
        }
        Step::Resized(columns, rows) => program.resize(*columns, *rows),
        Step::FocusLost => program.send(Message::FocusLost),
        Step::Wake(index) => {
            let wanted = wake::wanted(&program.state);
            if !wanted.is_empty() {
                program.send(Message::Woke(wanted[index.index(wanted.len())].0));
            }
        }
        Step::Stale => program.send(Message::Woke(Wake::Silence(u32::MAX))),
        Step::Late => program.wait(),
        Step::Answered => program.answer(),
    }
}

pub fn holds(program: &Program) -> Result<(), TestCaseError> {
    for (area, place) in program.hits.places() {
        prop_assert_eq!(area.intersection(program.area), *area, "{:?} lies outside", place);
    }
    let desk = &program.state.desk;
    let forbidden: Vec<_> = desk.verdicts().into_iter().filter(|(.., verdict)| verdict.blocks()).collect();
    prop_assert!(
        desk.metrics.blocked == 0 || program.has_pinned || program.has_moved_date,
        "{:?} led to {forbidden:?}",
        program.state.journal.last()
    );
    let shares: i64 = desk.shares().iter().map(|(_, points)| points).sum();
    prop_assert_eq!(shares, desk.metrics.objective - desk.metrics.status_quo, "the shares are not the gain");
    let figure = program.state.figure;
    prop_assert!(figure.is_none_or(|figure| program.hits.figures.contains(&figure)), "{figure:?} is out of sight");
    // While dragging the lists move under the hand.
    if program.state.overlay.is_none() && !program.state.carry.is_dragging() {
        prop_assert_eq!(program.out_of_sight(), []);
    }
    if let Some(carried) = program.state.carry.carried()
        && let Some((column, row)) = carried.hand.at.filter(|_| program.state.carry.is_dragging())
    {
        let under = program.hits.at(column, row).and_then(|place| place.target());
        prop_assert_eq!(carried.over, under, "what is shown as the target is not what lies under the pointer");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_screen_is_drawn_and_the_plan_is_lawful(
        steps in prop::collection::vec(step(), 1..80),
        size in select(vec![(80u16, 24u16), (140, 40), (99, 25)]),
    ) {
        let mut program = Program::sample(size);
        for step in &steps {
            happen(&mut program, step);
            holds(&program)?;
        }
    }

    #[test]
    fn whatever_happens_without_employees_the_screen_is_drawn(
        steps in prop::collection::vec(step(), 1..60),
        theme in select(ThemeName::ALL.to_vec()),
        symbols in select(vec![Symbols::Unicode, Symbols::Wgl4, Symbols::Ascii]),
    ) {
        let mut program = Program::on(&EMPTY, Lang::En, Look { theme, symbols }, (80, 24));
        for step in &steps {
            happen(&mut program, step);
            holds(&program)?;
        }
    }

    #[test]
    fn a_target_reached_by_keys_and_by_mouse_gives_the_same_plan_and_words(
        person in any::<Index>(), place in any::<Index>(), in_tree in any::<bool>(), unfolded in 0usize..6,
        size in select(vec![(80u16, 24u16), (140, 40)]),
    ) {
        let everyone = Program::sample(size).state.people.rows;
        let who = everyone[person.index(everyone.len())];
        let prepared = || prepare(size, who, in_tree, unfolded);

        let mut by_keys = prepared();
        let targets: Vec<Target> = by_keys.state.places.rows.iter().filter_map(|row| row.target()).collect();
        let steps = place.index(targets.len());
        let target = targets[steps];
        by_keys.keys("a home");
        (0..steps).for_each(|_| by_keys.keys("down"));
        by_keys.keys("enter");

        let mut by_mouse = prepared();
        let from = by_mouse.cell_of(&Place::Person(Pane::People, who)).unwrap();
        let spot = Place::Spot(Pane::Places, target);
        // The wheel brings the target into sight.
        for _ in 0..200 {
            if by_mouse.cell_of(&spot).is_some() {
                break;
            }
            by_mouse.send(Message::Wheeled(Some(Place::Pane(Pane::Places)), 3));
        }
        let to = by_mouse.cell_of(&spot).unwrap();
        by_mouse.press(from);
        by_mouse.drag((from.0 + 1, from.1));
        by_mouse.drag(to);
        by_mouse.release(to);

        let told = |program: &Program| program.state.notice.as_ref().map(|notice| screen::told(&program.state, &notice.told));
        prop_assert_eq!(&by_keys.state.desk.plan, &by_mouse.state.desk.plan);
        prop_assert_eq!(told(&by_keys), told(&by_mouse));
        prop_assert!(by_mouse.state.carry.carried().is_none());
    }
}

/// The vacancies or the tree with some units unfolded; one person found in Pegawai, which has the focus.
fn prepare(size: (u16, u16), who: EmployeeIx, in_tree: bool, unfolded: usize) -> Program {
    let mut program = Program::sample(size);
    if in_tree {
        program.keys("v");
    }
    program.keys("end");
    for _ in 0..unfolded {
        program.keys("right up up");
    }
    program.keys("home shift-tab /");
    program.type_text(&SAMPLE.grounds.facts.employees[who.at()].nip.to_string());
    program.keys("enter");
    program
}

#[test]
fn a_drag_onto_a_held_post_and_onto_its_holder_is_the_same_swap() {
    let mut on_post = Program::sample((140, 40));
    on_post.keys("v");
    let mut swaps = 0;
    let everyone = on_post.state.people.rows.clone();
    for (who, other) in everyone.iter().zip(everyone.iter().skip(7)) {
        let desk = on_post.state.desk.clone();
        let Some(post) = desk.placement.post(&desk.grounds().projection, *other) else { continue };
        if desk.only_holder(post) != Some(*other) {
            continue;
        }
        let (a, b) = (desk.preview(*who, Target::Post(post)), desk.preview(*who, Target::Person(*other)));
        assert_eq!(a.landing, b.landing);
        swaps += 1;
    }
    assert!(swaps > 10);
}

#[test]
fn what_a_target_shows_at_a_glance_is_what_letting_go_does() {
    let program = Program::sample((140, 40));
    let desk = &program.state.desk;
    let people = program.state.people.rows.iter().map(|who| Target::Person(*who));
    let posts = desk.grounds().posts_in_scope().map(Target::Post);
    let targets: Vec<Target> = people.chain(posts).collect();
    for who in program.state.people.rows.iter().step_by(3) {
        for target in &targets {
            let (glance, preview) = (desk.glance(*who, *target), desk.preview(*who, *target));
            let would = matches!(preview.landing, Landing::Takes(_) | Landing::Swaps(..) | Landing::PutsBack);
            assert_eq!(glance.is_some_and(|glance| glance.is_allowed), would, "{who:?} on {target:?}: {:?}", preview.landing);
        }
    }
}
