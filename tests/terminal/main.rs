//! The terminal room in a real pseudo-terminal: every way out gives the terminal back, nothing is sent in vain, nothing hostile hurts.
//!
//! The program is this test binary itself, run again with [`demo::ASKED`] set, so that the room is proven without the rest of the house.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod demo;
mod harness;

use std::time::Duration;

use harness::Session;
use rustix::process::Signal;
use vt100::{MouseProtocolEncoding, MouseProtocolMode, Screen};

/// Not a test when it is run as one: the program of the others.
#[test]
fn demo_program() {
    if let Ok(asked) = std::env::var(demo::ASKED) {
        demo::run(&asked);
    }
}

fn this_binary() -> String {
    std::env::current_exe().unwrap().to_str().unwrap().to_owned()
}

const DEMO: [&str; 3] = ["--exact", "demo_program", "--nocapture"];

fn start(asked: &str) -> Session {
    start_with(asked, &[])
}

fn start_with(asked: &str, envs: &[(&str, &str)]) -> Session {
    let mut session = Session::start(80, 24, &this_binary(), &DEMO, &[&[(demo::ASKED, asked)], envs].concat());
    session.wait_for("demo ready 80x24");
    session
}

/// The demo under a shell script, in which `DEMO` stands for it.
fn start_under_shell(asked: &str, script: &str) -> Session {
    let script = script.replace("DEMO", &format!("'{}' {}", this_binary(), DEMO.join(" ")));
    let mut session = Session::start(80, 24, "bash", &["--norc", "-c", &script], &[(demo::ASKED, asked)]);
    session.wait_for("demo ready");
    session
}

fn taken(screen: &Screen) -> bool {
    screen.alternate_screen()
        && screen.hide_cursor()
        && screen.bracketed_paste()
        && screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion
        && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
}

fn given_back(screen: &Screen) -> bool {
    !screen.alternate_screen()
        && !screen.hide_cursor()
        && !screen.bracketed_paste()
        && screen.mouse_protocol_mode() == MouseProtocolMode::None
        && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Default
}

#[track_caller]
fn assert_given_back(session: &Session) {
    assert!(given_back(session.screen()), "{}", session.screen_text());
    let raw = String::from_utf8_lossy(session.raw());
    assert!(raw.rfind("\x1b[?1004h") < raw.rfind("\x1b[?1004l"), "focus reports are off");
    assert!(!raw.contains("?1003h") && !raw.contains("?1015h"), "no any-motion mode");
}

mod ways_out;
mod what_comes_in;
mod what_goes_out;
