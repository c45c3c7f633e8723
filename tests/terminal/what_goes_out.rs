//! Bytes are what a slow line pays for.

use super::*;

#[test]
fn idle_sends_nothing_and_costs_nothing() {
    let mut session = start("signals watchdog");
    session.settle();
    let before = session.cpu_ticks();
    assert_eq!(session.listen(Duration::from_secs(1)), 0);
    assert!(session.cpu_ticks() - before <= 1);
}

#[test]
fn a_draw_without_change_sends_nothing_even_with_a_cursor() {
    let mut session = start("signals watchdog");
    session.send("k");
    session.wait_until("the cursor is shown", |screen| !screen.hide_cursor() && screen.cursor_position() == (1, 2));
    session.settle();
    for _ in 0..5 {
        session.send("d");
    }
    assert_eq!(session.listen(Duration::from_millis(300)), 0);
}

#[test]
fn one_changed_cell_costs_little_and_the_frame_is_synchronized() {
    let mut session = start("signals watchdog");
    session.settle();
    let before = session.bytes();
    session.send("c");
    session.wait_for("cell X");
    session.settle();
    let frame = String::from_utf8_lossy(&session.raw()[before..]).into_owned();
    assert!(frame.len() < 200, "{} bytes", frame.len());
    assert!(frame.starts_with("\x1b[?2026h") && frame.ends_with("\x1b[?2026l"), "{frame:?}");
}

#[test]
fn the_mouse_can_be_turned_off_and_on() {
    let mut session = start("signals watchdog");
    session.send("m");
    session.wait_until("the mouse is off", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::None);
    session.send("m");
    session.wait_until("the mouse is on", taken);
    session.send("mq");
    assert_eq!(session.wait_exit().0, 0);
    assert_given_back(&session);
}

#[test]
fn emphasis_survives_no_color() {
    let mut session = start_with("signals watchdog", &[("NO_COLOR", "1")]);
    session.wait_until("the selected cell is bold and reversed", |screen| {
        screen.cell(23, 79).is_some_and(|cell| cell.contents() == "+" && cell.bold() && cell.inverse())
    });
}

#[test]
fn without_a_terminal_it_says_so() {
    let mut session = Session::start(
        80,
        24,
        "bash",
        &["--norc", "-c", &format!("'{}' {} </dev/null; echo status $?", this_binary(), DEMO.join(" "))],
        &[(demo::ASKED, "x")],
    );
    session.wait_for("must be a terminal");
    session.wait_for("status 101");
    assert!(!session.raw().windows(8).any(|window| window == b"\x1b[?1049h"));
}
