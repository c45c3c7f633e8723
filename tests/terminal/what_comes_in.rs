//! Keys, mouse, paste, size: as they are meant, whatever way they arrive.

use std::time::Instant;

use super::*;

#[test]
fn a_gesture_arrives_as_press_drags_and_release() {
    let mut session = start("signals watchdog");
    session.press(4, 6);
    session.wait_for("down 4,6");
    session.drag(59, 8);
    session.wait_for("drag 59,8");
    session.release(59, 8);
    session.wait_for("up 59,8");
    session.wheel(true, 1, 1);
    session.wait_for("wheel Down 1");
}

#[test]
fn a_burst_of_drags_costs_little() {
    let mut session = start("signals watchdog");
    session.press(0, 0);
    session.wait_for("down 0,0");
    session.settle();
    let before = session.bytes();
    let burst: String = (1..=50).map(|col| format!("\x1b[<32;{col};5M")).collect();
    session.send(burst);
    session.wait_for("drag 49,4");
    session.settle();
    assert!(session.bytes() - before < 1500, "{} bytes", session.bytes() - before);
}

#[test]
fn hostile_mouse_reports_do_not_hurt() {
    let mut session = start("signals watchdog");
    session.send("\x1b[<0;0;0M\x1b[<0;9999;9999M\x1b[<0;99999999999;1m\x1b[<;;M\x1b[<M\x1b[<-1;-1;-1M\x1b[M\x00\x00\x00\x1b[<255;1;1M\x1b[1;1;1;1R");
    session.wait_for("down 65535,65535");
    session.wait_for("down 9998,9998");
    session.press(3, 3);
    session.wait_for("down 3,3");
    assert!(taken(session.screen()));
    session.send("q");
    assert_eq!(session.wait_exit().0, 0);
    assert_given_back(&session);
}

#[test]
fn a_paste_of_100_kilobytes_is_one_input() {
    let mut session = start("signals watchdog");
    let text = "q\rsusun \u{1b}[A rencana ".repeat(5000);
    let text = &text.as_bytes()[..100_000];
    session.send([b"\x1b[200~", text, b"\x1b[201~"].concat());
    session.wait_for(&format!("paste 100000 {}", text.iter().copied().map(u64::from).sum::<u64>()));
    session.wait_for("count 1");
}

#[test]
fn input_cut_at_any_byte_is_the_same_input() {
    const SENT: &[u8] = b"a\x1b[A\x1b[<0;5;7M\x1b[<0;5;7m\xe2\x82\xac\x1b[5~\x1bOP\x1b[200~q\x1b[201~";
    const SEEN: &str = "Char('a')\nUp\ndown 4,6\nup 4,6\nChar('€')\nPageUp\nF(1)\npaste 1 113";
    for cut in 1..SENT.len() {
        // The two parts must leave within the time that an escape waits; on a loaded machine that may take a second try.
        let arrived = (0..20).any(|_| {
            let mut session = start("alone");
            let begun = Instant::now();
            session.send(&SENT[..cut]);
            session.pause(Duration::from_millis(2)); // the reader takes the first part by itself
            session.send(&SENT[cut..]);
            let in_time = begun.elapsed() < Duration::from_millis(25);
            if in_time {
                session.wait_for(SEEN);
                session.wait_for("count 8");
            }
            in_time
        });
        assert!(arrived, "the machine is too slow for this test");
    }
}

#[test]
fn a_lone_escape_is_the_key() {
    let mut session = start("signals watchdog");
    session.keys("esc");
    session.wait_for("Esc");
    session.send("\x1b[I\x1b[O");
    session.wait_for("FocusLost");
    session.keys("ctrl-g alt-y f9 backtab");
    session.wait_for("Char('g')\nChar('y')\nF(9)\nBackTab");
}

#[test]
fn a_storm_of_sizes_ends_in_the_last_one() {
    let mut session = start("signals watchdog");
    for step in 0..200_u16 {
        session.resize(1 + (step * 7) % 200, 1 + (step * 3) % 60);
    }
    session.resize(1, 1);
    session.settle();
    session.resize(100, 30);
    session.wait_for("demo ready 100x30");
    session.wait_until("the corner is drawn", |screen| screen.cell(29, 99).is_some_and(|cell| cell.contents() == "+"));
    session.send("q");
    assert_eq!(session.wait_exit().0, 0);
    assert_given_back(&session);
}
