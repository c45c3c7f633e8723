//! The real binary in a pseudo-terminal, on the sample: what a planner does in a day, by keys and by mouse.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

#[path = "terminal/harness.rs"]
mod harness;
#[path = "terminal/sample_work.rs"]
mod sample_work;

use std::time::Duration;

use harness::Session;
use mutasi::app::command::COMMANDS;
use mutasi::text::{Lang, screen as words};
use rustix::process::Signal;
use sample_work::{BINARY, PEOPLE, Work, said};
use vt100::{MouseProtocolMode, Screen};

const SIZES: [(u16, u16); 2] = [(140, 40), (80, 24)];

/// The program on a workspace, with the best plan worked out.
fn open(work: &Work, size: (u16, u16)) -> Session {
    let mut session = open_with(work, size, &[], &[]);
    session.wait_until("the best plan is known", |screen| flat(screen).contains("Capaian 0 %"));
    session.settle();
    session
}

fn open_with(work: &Work, (cols, rows): (u16, u16), args: &[&str], envs: &[(&str, &str)]) -> Session {
    let root = work.arg();
    let args = [args, &["open", &root]].concat();
    let mut session = Session::start(cols, rows, BINARY, &args, &[&[("LANG", "id_ID.UTF-8")], envs].concat());
    session.wait_until("the board stands", |screen| flat(screen).contains("Tinjomoyo"));
    session
}

/// The screen as one line: what is broken over two lines is found too.
fn flat(screen: &Screen) -> String {
    screen.contents().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn shows(session: &mut Session, text: &str) {
    session.wait_until(&format!("the screen shows {text:?}"), |screen| flat(screen).contains(text));
}

#[track_caller]
fn shows_no_more(session: &mut Session, text: &str) {
    session.wait_until(&format!("{text:?} is gone from the screen"), |screen| !flat(screen).contains(text));
}

/// Where a text stands in the lists and below: a pane's title and its search line may say the same.
#[track_caller]
fn place(session: &Session, text: &str) -> (u16, u16) {
    let wanted: Vec<char> = text.chars().collect();
    let (rows, cols) = session.screen().size();
    for row in (3..rows.get()).chain(0..3) {
        let line: Vec<char> = session.screen().rows(0, cols.get()).nth(usize::from(row)).unwrap().chars().collect();
        if let Some(col) = line.windows(wanted.len()).position(|part| part == wanted) {
            return (col as u16, row);
        }
    }
    panic!("{text:?} is not on the screen\n{}", session.screen_text())
}

/// Keys by name; after Esc a moment passes, else it and the next key would be one (Alt).
fn keys(session: &mut Session, names: &str) {
    for name in names.split(' ') {
        session.keys(name);
        if name == "esc" {
            session.settle();
        }
    }
}

/// Press on one text, move onto another, and hold there.
#[track_caller]
fn hold(session: &mut Session, from: &str, to: &str) -> (u16, u16) {
    let [from, to] = [from, to].map(|text| {
        session.wait_for(text);
        place(session, text)
    });
    session.press(from.0, from.1);
    session.drag(from.0 + 1, from.1);
    session.drag(to.0, to.1);
    to
}

#[track_caller]
fn click(session: &mut Session, text: &str) {
    // What was waited for may be the first half of a frame.
    session.wait_for(text);
    let (col, row) = place(session, text);
    session.press(col, row);
    session.release(col, row);
}

/// Find somebody in Pegawai and pick him up.
fn pick_up(session: &mut Session, name: &str) {
    keys(session, "backtab /");
    session.send(name);
    shows(session, "Pegawai 1 dari");
    keys(session, "enter a");
    shows(session, &format!("Mengangkat {name}"));
}

/// Find a place in Lowong / Unit kerja, while carrying.
fn go_to(session: &mut Session, place: &str) {
    keys(session, "/");
    session.send(place);
    keys(session, "enter");
}

fn quit(mut session: Session) {
    session.send("q");
    let (status, took) = session.wait_exit();
    assert_eq!(status, 0, "{}", session.screen_text());
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert!(given_back(session.screen()), "{}", session.screen_text());
}

fn given_back(screen: &Screen) -> bool {
    !screen.alternate_screen()
        && !screen.hide_cursor()
        && !screen.bracketed_paste()
        && screen.mouse_protocol_mode() == MouseProtocolMode::None
}

#[path = "end_to_end/commands.rs"]
mod commands;
#[path = "end_to_end/day.rs"]
mod day;
#[path = "end_to_end/decisions.rs"]
mod decisions;
#[path = "end_to_end/endings.rs"]
mod endings;
#[path = "end_to_end/far.rs"]
mod far;
#[path = "end_to_end/large.rs"]
mod large;
#[path = "end_to_end/loading.rs"]
mod loading;
#[path = "end_to_end/put_back.rs"]
mod put_back;
#[path = "end_to_end/screen.rs"]
mod screen;
#[path = "end_to_end/sizes.rs"]
mod sizes;
#[path = "end_to_end/terminals.rs"]
mod terminals;
#[path = "end_to_end/traffic.rs"]
mod traffic;
#[path = "end_to_end/two_programs.rs"]
mod two_programs;
#[path = "end_to_end/typing.rs"]
mod typing;
