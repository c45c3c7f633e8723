//! Carried far, by mouse alone: lists run and units open under the hand.

use super::*;

/// The list of Lowong as it is on a screen of 80 × 24.
fn lowong(screen: &Screen) -> Vec<String> {
    screen.rows(40, 40).take(17).skip(3).collect()
}

#[test]
fn held_below_a_list_its_end_comes_and_then_nothing_ticks() {
    let work = Work::new();
    let mut session = open(&work, (80, 24));
    let from = place(&session, "Agung Wica");
    session.press(from.0, from.1);
    session.drag(from.0 + 1, from.1);
    shows(&mut session, "Mengangkat Agung Wicaksana");
    session.settle();
    let before = lowong(session.screen());
    let last = |rows: &[String]| rows.iter().rev().find(|row| !row.trim_matches(['│', '┃', ' ']).is_empty()).cloned().unwrap();
    session.drag(60, 20);
    session.wait_until("the list has run on", |screen| !lowong(screen).contains(&before[1]));
    session.settle();
    let end = last(&lowong(session.screen()));
    assert!(!before.contains(&end), "{end}\n{}", session.screen_text());
    // Nothing goes on at the end of the list.
    let ticks = session.cpu_ticks();
    assert_eq!(session.listen(Duration::from_millis(500)), 0);
    assert!(session.cpu_ticks() - ticks <= 1);
    session.mouse(2, 60, 20, 'M');
    session.release(60, 20);
    shows(&mut session, "Agung Wicaksana dikembalikan");
    quit(session);
}

#[test]
fn a_closed_unit_opens_under_a_hand_that_rests() {
    let work = Work::new();
    let mut session = open(&work, (140, 40));
    hold(&mut session, "Agung Wica", "▸ Gedawang");
    session.wait_for("▾ Gedawang");
    keys(&mut session, "esc");
    shows(&mut session, "Agung Wicaksana dikembalikan");
    quit(session);
}
