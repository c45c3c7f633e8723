//! Another size: what is looked at stays what is looked at.

use super::*;

/// The first name in the list of Pegawai.
fn first(screen: &Screen) -> String {
    let line = screen.rows(0, 16).nth(3).unwrap();
    line.trim_matches(['│', '┃', ' ', '▌', '♥', '!']).chars().take(8).collect()
}

#[test]
fn resizing_keeps_focus_selection_and_scroll() {
    let work = Work::new();
    let mut session = open(&work, (80, 24));
    keys(&mut session, "backtab pagedown pagedown up up up");
    session.wait_until("the list has moved on", |screen| !first(screen).starts_with("Agung"));
    session.settle();
    let (name, top, title) = (in_focus(&session)[..8].to_owned(), first(session.screen()), session.find("Pegawai 163").unwrap());
    assert!(session.screen().cell(title.1, title.0).unwrap().bold(), "Pegawai has the focus");
    // Larger and back, the list begins where it began; on a smaller one the selected row stays in sight.
    for (cols, rows) in [(140, 40), (200, 60), (80, 24), (100, 26), (80, 24), (60, 15), (40, 12), (120, 30)] {
        session.resize(cols, rows);
        session.wait_until(&format!("{name} is selected and in sight at {cols}×{rows}"), |screen| flat(screen).contains(&name));
        session.settle();
        assert!(in_focus(&session).starts_with(&name), "{cols}×{rows}\n{}", session.screen_text());
        if rows >= 24 && cols < 120 {
            assert_eq!(first(session.screen()), top, "{cols}×{rows}\n{}", session.screen_text());
        }
    }
    // The focus is where it was: the next key moves in Pegawai.
    let before = in_focus(&session);
    keys(&mut session, "down");
    session.settle();
    assert_ne!(in_focus(&session), before);
    quit(session);
}

/// The name in the reversed row, the selected one of the pane with the focus, as far as it is not cut.
#[track_caller]
fn in_focus(session: &Session) -> String {
    let (rows, cols) = session.screen().size();
    for row in 0..rows.get() {
        let cells = (0..cols.get()).filter_map(|col| session.screen().cell(row, col));
        let text: String = cells.filter(|cell| cell.inverse()).map(|cell| cell.contents().to_owned()).collect();
        let name: String = text.trim_matches(['▌', '♥', '!', ' ']).chars().take(14).collect();
        let name = name.split('…').next().unwrap().trim_end().to_owned();
        if !name.trim().is_empty() {
            return name;
        }
    }
    panic!("nothing is selected\n{}", session.screen_text())
}

#[test]
fn a_resize_in_the_middle_of_a_drag_puts_back_and_the_release_drops_nothing() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        let at = hold(&mut session, "Agung Wica", "Lurah Gedawa");
        shows(&mut session, "Mengangkat Agung Wicaksana");
        session.resize(size.0 + 20, size.1 + 4);
        shows(&mut session, "Agung Wicaksana dikembalikan");
        session.drag(at.0, at.1 + 1);
        session.release(at.0, at.1);
        session.settle();
        assert!(!flat(session.screen()).contains("Mengangkat"), "{}", session.screen_text());
        // By keys as well.
        pick_up(&mut session, "Agung Wicaksana");
        session.resize(size.0, size.1);
        shows_no_more(&mut session, "Mengangkat");
        assert_eq!(work.lines().len(), 0);
        quit(session);
    }
}

#[test]
fn a_storm_of_sizes_ends_in_the_last_one() {
    let work = Work::new();
    let mut session = open(&work, (80, 24));
    for step in 0..120_u16 {
        session.resize(1 + (step * 7) % 200, 1 + (step * 3) % 60);
    }
    session.resize(120, 30);
    shows(&mut session, "Lurah Tinjomoyo");
    session.settle();
    let line = session.screen().rows(0, 120).nth(29).unwrap();
    assert!(line.contains("q keluar"), "{}", session.screen_text());
    quit(session);
}
