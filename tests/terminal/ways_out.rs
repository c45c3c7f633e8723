//! Quit, panic, signals, hang-up, suspension.

use super::*;

#[test]
fn quitting_gives_the_terminal_back_with_its_modes() {
    let mut session = start_under_shell("signals watchdog", "A=$(stty -g); DEMO; [ \"$A\" = \"$(stty -g)\" ] && echo same modes");
    session.wait_until("the terminal is taken", taken);
    session.send("q");
    session.wait_for("same modes");
    session.wait_exit();
    assert_given_back(&session);
}

#[test]
fn a_panic_gives_the_terminal_back_and_its_message_is_seen() {
    let mut session =
        start_under_shell("signals watchdog", "A=$(stty -g); DEMO; S=$?; [ \"$A\" = \"$(stty -g)\" ] && echo same modes $S");
    session.send("p");
    session.wait_for("same modes 101");
    session.wait_exit();
    assert_given_back(&session);
    assert!(session.screen_text().contains("the demo panics"), "{}", session.screen_text());
}

#[test]
fn a_panic_of_a_pool_thread_that_reaches_the_owner_is_told() {
    let mut session =
        start_under_shell("signals watchdog", "A=$(stty -g); DEMO; S=$?; [ \"$A\" = \"$(stty -g)\" ] && echo same modes $S");
    session.send("r");
    session.wait_for("same modes 101");
    session.wait_exit();
    assert_given_back(&session);
    let text = session.screen_text();
    assert_eq!(text.matches("the pool panics (").count(), 1, "{text}");
}

#[test]
fn a_panic_on_a_worker_leaves_the_screen_and_is_told() {
    let mut session = start("signals watchdog");
    session.send("w");
    session.wait_for("note the worker panics (");
    session.send("x");
    session.wait_for("note held (");
    assert!(taken(session.screen()));
    session.send("q");
    assert_eq!(session.wait_exit().0, 0);
    assert_given_back(&session);
}

#[test]
fn ending_signals_flush_restore_and_tell_their_number() {
    for (signal, status) in [(Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::TERM, 143)] {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("mark");
        let mut session = start_with("signals watchdog", &[(demo::MARK, mark.to_str().unwrap())]);
        session.signal(signal);
        let (code, took) = session.wait_exit();
        assert_eq!(code, status);
        assert!(took < Duration::from_secs(1), "{took:?}");
        assert_given_back(&session);
        assert_eq!(std::fs::read_to_string(mark).unwrap(), "flushed");
    }
}

#[test]
fn a_flush_that_hangs_does_not_hold_the_process() {
    let mut session = start("signals watchdog slow");
    session.signal(Signal::TERM);
    let (code, took) = session.wait_exit();
    assert_eq!(code, 143);
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert_given_back(&session);
}

#[test]
fn a_stopped_terminal_does_not_hold_the_process() {
    let mut session = start("signals watchdog");
    // Nobody reads, and soon the buffers are full: the loop hangs in a write, and so would the restoration.
    session.stop_reading();
    session.send("b");
    session.pause(Duration::from_millis(300));
    session.signal(Signal::TERM);
    let (code, took) = session.wait_exit();
    assert_eq!(code, 143);
    assert!(took < Duration::from_secs(1), "{took:?}");
}

#[test]
fn a_lost_terminal_ends_the_process_within_a_second() {
    let mut session = start("signals watchdog");
    session.hang_up();
    let (code, took) = session.wait_exit();
    assert_eq!(code, 129);
    assert!(took < Duration::from_secs(1), "{took:?}");
}

#[test]
fn a_lost_terminal_ends_the_process_even_when_the_hang_up_signal_is_ignored() {
    for asked in ["watchdog", "signals watchdog"] {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("mark");
        let script = format!("trap '' HUP; export {}={}; exec DEMO", demo::MARK, mark.display());
        let mut session = start_under_shell(asked, &script);
        session.settle();
        let (pid, before) = (session.pid(), session.cpu_ticks());
        session.hang_up();
        let (code, took) = session.wait_exit();
        assert_eq!(code, 129, "{asked}");
        assert!(took < Duration::from_secs(1), "{took:?}");
        assert!(harness::cpu_ticks(pid).saturating_sub(before) < 10);
        assert_eq!(std::fs::read_to_string(mark).unwrap(), "flushed");
    }
}

#[test]
fn a_loop_that_ignores_the_end_of_input_burns_nothing() {
    // Without watchdog and signals, and hang-up ignored: nobody ends the process, and still no thread spins.
    let mut session = start_under_shell("alone", "trap '' HUP; exec DEMO");
    session.settle();
    session.hang_up();
    let before = session.cpu_ticks();
    std::thread::sleep(Duration::from_secs(1));
    assert!(session.cpu_ticks() - before < 5, "{} ticks", session.cpu_ticks() - before);
}

#[test]
fn suspending_gives_the_terminal_back_and_coming_back_paints_everything() {
    let script = "set -m; A=$(stty -g); DEMO; while [ $? = 147 ]; do [ \"$A\" = \"$(stty -g)\" ] && echo same modes; read -r _; fg; done; echo over $?";
    let mut session = start_under_shell("signals watchdog", script);
    session.send("c");
    session.wait_for("cell X");
    for round in 1..=2 {
        session.wait_until("the terminal is taken", taken);
        session.send("z");
        session.wait_until("the shell is back", |screen| {
            given_back(screen) && screen.contents().matches("same modes").count() == round
        });
        assert_given_back(&session);
        session.send("\n");
        session.wait_until("all is painted again", |screen| {
            let text = screen.contents();
            text.contains("cell X") && text.matches("resumed").count() == round
        });
    }
    session.send("q");
    session.wait_for("over 0");
    assert_given_back(&session);
}

#[test]
fn a_stop_and_go_from_outside_paints_everything() {
    let mut session = start("signals watchdog");
    session.signal(Signal::STOP);
    session.signal(Signal::CONT);
    session.wait_for("resumed");
    assert!(taken(session.screen()));
    session.send("q");
    assert_eq!(session.wait_exit().0, 0);
    assert_given_back(&session);
}

#[test]
fn the_first_program_of_a_session_does_not_suspend() {
    let mut session = start("signals watchdog");
    session.send("z");
    session.wait_for("suspends: false");
    session.signal(Signal::TSTP);
    session.settle();
    session.send("k");
    session.wait_for("Char('k')");
    assert!(session.screen().alternate_screen());
}
