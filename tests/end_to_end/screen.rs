//! Masks, help, languages, sizes, colours.

use super::*;

#[test]
fn masked_no_name_is_on_the_screen() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        keys(&mut session, "f9");
        shows(&mut session, "Pegawai 0");
        for pressed in ["enter", "enter", "esc", "p", "esc", "backtab", "down", "enter", "a", "esc", "s", "esc", "v"] {
            keys(&mut session, pressed);
            session.settle();
            let text = flat(session.screen());
            let named: Vec<&String> = PEOPLE.iter().map(|(name, _)| name).filter(|name| text.contains(name.as_str())).collect();
            assert!(named.is_empty(), "{named:?} after {pressed}\n{}", session.screen_text());
        }
        keys(&mut session, "f9");
        quit(session);
    }
}

#[test]
fn help_lists_every_key_of_the_table() {
    let work = Work::new();
    for (args, lang) in [(vec![], Lang::Id), (vec!["--lang", "en"], Lang::En)] {
        for size in SIZES {
            let mut session = open_with(&work, size, &args, &[]);
            keys(&mut session, "?");
            session.wait_for(if lang == Lang::Id { "Bantuan" } else { "Help" });
            let mut pages = String::new();
            for _ in 0..5 {
                session.settle();
                pages.push_str(&session.screen_text());
                keys(&mut session, "pagedown");
            }
            for command in COMMANDS {
                for key in command.keys {
                    let (key, title) = (words::key(lang, key.parse().unwrap()), words::title(lang, command.id));
                    let told = pages.lines().any(|line| line.contains(title) && line.contains(&key));
                    assert!(told, "{key} {title}\n{pages}");
                }
            }
            keys(&mut session, "esc");
            quit(session);
        }
    }
}

#[test]
fn in_english_everything_is_english() {
    let work = Work::new();
    let mut session = open_with(&work, (140, 40), &["--lang", "en"], &[]);
    shows(&mut session, "Gain 0 %");
    for part in ["Employees 163", "Vacant 8", "Moves 0", "Lowest Tinjomoyo", "unchanged"] {
        shows(&mut session, part);
    }
    keys(&mut session, "enter enter");
    for part in ["Carrying Wahyu Prasetya", "✓ lawful", "successor: ", "plan +54.7", "cost 0.0"] {
        shows(&mut session, part);
    }
    keys(&mut session, "enter");
    shows(&mut session, "Wahyu Prasetya → Lurah Tinjomoyo · saved");
    quit(session);
    assert_eq!(work.lines().len(), 1);
}

#[test]
fn too_small_a_window_says_the_size_it_needs_and_still_quits() {
    let work = Work::new();
    let root = work.arg();
    let mut session = Session::start(18, 6, BINARY, &["--lang", "id", "open", &root], &[]);
    session.wait_for("20×4");
    // Larger, the board is there, also on a small one; smaller, it says so again, down to one cell.
    session.resize(80, 24);
    shows(&mut session, "Lurah Tinjomoyo");
    session.resize(60, 15);
    shows(&mut session, "Lurah Tinjomoyo");
    session.resize(20, 3);
    session.settle();
    session.resize(1, 1);
    session.settle();
    session.resize(18, 6);
    session.wait_for("20×4");
    quit(session);
}

#[test]
fn focus_and_selection_are_seen_without_colours_and_on_a_vt100() {
    let work = Work::new();
    for envs in [vec![("NO_COLOR", "1")], vec![("TERM", "vt100")], vec![("TERM", "vt100"), ("LANG", "C")]] {
        let mut session = open_with(&work, (140, 40), &["--lang", "id"], &envs);
        session.settle();
        let focused = |session: &Session, title: &str| {
            let (col, row) = session.find(title).unwrap();
            let border = session.screen().cell(row, col - 2).unwrap();
            (border.bold(), border.contents().to_owned())
        };
        let people = focused(&session, "Pegawai 163");
        let places = focused(&session, "Lowong 8");
        assert_ne!(people, places, "{envs:?}\n{}", session.screen_text());
        assert!(places.0, "the focused pane's border is bold");
        let (col, row) = place(&session, "Lurah Tinjomoyo");
        assert!(session.screen().cell(row, col).unwrap().inverse(), "the selected row is reversed");
        keys(&mut session, "backtab");
        session.wait_until("the focus has moved", |screen| !screen.cell(row, col).unwrap().inverse());
        session.settle();
        assert!(focused(&session, "Pegawai 163").0);
        let (col, row) = place(&session, "Agung Wicaksana");
        assert!(session.screen().cell(row, col).unwrap().inverse(), "the selected row is reversed");
        let raw = String::from_utf8_lossy(session.raw()).into_owned();
        let attributes =
            |rest: &str| -> Option<Vec<u8>> { rest.split_once('m')?.0.split(';').map(|code| code.parse().ok()).collect() };
        let codes: Vec<u8> = raw.split("\x1b[").filter_map(attributes).flatten().collect();
        assert!(codes.contains(&7) && !codes.iter().any(|code| *code >= 30), "no colour is sent with {envs:?}: {codes:?}");
        if envs.contains(&("LANG", "C")) {
            assert!(session.screen_text().is_ascii(), "{}", session.screen_text());
        }
        quit(session);
    }
}

#[test]
fn options_of_the_screen_decide_signs_mouse_and_colours_and_count_what_was_sent() {
    let work = Work::new();
    let mut session = open_with(&work, (80, 24), &["--ascii", "--no-mouse", "--theme", "mono", "--stats"], &[]);
    session.settle();
    assert!(session.screen_text().is_ascii(), "{}", session.screen_text());
    assert_eq!(session.screen().mouse_protocol_mode(), MouseProtocolMode::None);
    let is_coloured = |cell: &vt100::Cell| cell.fgcolor() != vt100::Color::Default;
    let cells = (0..24).flat_map(|row| (0..80).map(move |col| (row, col)));
    assert!(!cells.into_iter().any(|(row, col)| session.screen().cell(row, col).is_some_and(is_coloured)));
    keys(&mut session, "f8");
    session.wait_until("the mouse is on", |screen| screen.mouse_protocol_mode() != MouseProtocolMode::None);
    session.wheel(true, 5, 8);
    session.settle();
    session.send("q");
    assert_eq!(session.wait_exit().0, 0);
    for part in ["p99 ms", "pembukaan", "tombol", "roda"] {
        assert!(flat(session.screen()).contains(part), "{part}\n{}", session.screen_text());
    }
    assert!(given_back(session.screen()));
}

#[test]
fn options_of_the_screen_are_refused_elsewhere() {
    let work = Work::new();
    let refused = std::process::Command::new(BINARY).args(["--ascii", "check", &work.arg()]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused.stderr));
    assert!(said(&refused.stderr).contains("--theme"), "{}", said(&refused.stderr));
}

#[test]
fn a_row_is_given_to_the_clipboard_only_when_asked_and_without_a_name_where_names_are_masked() {
    let work = Work::new();
    let mut session = open(&work, (140, 40));
    keys(&mut session, "backtab");
    session.settle();
    assert!(!copied(&session));
    keys(&mut session, "y");
    shows(&mut session, "baris dikirim ke papan klip terminal");
    assert!(copied(&session), "no OSC 52 among the bytes");
    quit(session);
}

/// Whether a clipboard sequence was among the bytes.
fn copied(session: &Session) -> bool {
    session.raw().windows(7).any(|bytes| bytes == b"\x1b]52;c;")
}
