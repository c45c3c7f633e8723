//! Commands by name, by the planner's own keys, and those that cannot be used now.

use mutasi::app::command::Unavailable;
use mutasi::app::keymap::Keymap;
use mutasi::app::look::ThemeName;

use super::*;

/// A folder of settings with these keys.
fn settings(keys: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("mutasi")).unwrap();
    std::fs::write(folder.path().join("mutasi/keys.ron"), keys).unwrap();
    folder
}

#[test]
fn a_command_is_found_by_some_of_its_letters_and_run() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        keys(&mut session, ":");
        shows(&mut session, "Perintah");
        session.send("usln");
        shows(&mut session, ": usln");
        keys(&mut session, "enter");
        shows(&mut session, "belum ada usulan");
        // Over a view too; and Esc leaves it as it was.
        keys(&mut session, ":");
        shows(&mut session, "Perintah");
        keys(&mut session, "esc");
        shows(&mut session, "belum ada usulan");
        quit(session);
    }
    assert_eq!(work.lines().len(), 0);
}

#[test]
fn what_cannot_be_used_now_says_why() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        let why = |why| words::unavailable(Lang::Id, &Keymap::default(), why);
        for (pressed, reason) in [
            ("u", Unavailable::NothingToUndo),
            ("U", Unavailable::NothingToRedo),
            ("n", Unavailable::NobodyCarried),
            ("X", Unavailable::NoBan),
        ] {
            keys(&mut session, pressed);
            shows(&mut session, &why(reason));
        }
        keys(&mut session, "Q");
        shows(&mut session, "tidak ada perintah pada Q");
        // The palette says it as well.
        keys(&mut session, ":");
        shows(&mut session, "Perintah");
        session.send("urungkan");
        keys(&mut session, "enter");
        shows(&mut session, &why(Unavailable::NothingToUndo));
        keys(&mut session, "esc");
        shows_no_more(&mut session, "Perintah");
        quit(session);
    }
    assert_eq!(work.lines().len(), 0);
}

#[test]
fn own_keys_take_the_place_of_the_tables_and_are_shown() {
    let work = Work::new();
    let folder = settings("(solve: [\"z\", \"f4\"], quit: [\"Q\"])");
    let mut session = open_with(&work, (140, 40), &[], &[("XDG_CONFIG_HOME", folder.path().to_str().unwrap())]);
    shows(&mut session, "Capaian 0 %");
    shows(&mut session, "z susun");
    keys(&mut session, "s");
    shows(&mut session, "tidak ada perintah pada s");
    keys(&mut session, "z");
    shows(&mut session, "terbukti terbaik");
    keys(&mut session, "esc");
    shows_no_more(&mut session, "terbukti terbaik");
    keys(&mut session, "f4");
    shows(&mut session, "terbukti terbaik");
    keys(&mut session, "esc");
    shows_no_more(&mut session, "terbukti terbaik");
    // The old way out is none any more; the new one is, and Ctrl-C always.
    keys(&mut session, "q");
    shows(&mut session, "tidak ada perintah pada q");
    keys(&mut session, "Q");
    assert_eq!(session.wait_exit().0, 0);
    assert_eq!(work.lines().len(), 0);
}

#[test]
fn wrong_keys_are_told_with_line_and_column_before_the_terminal_is_taken() {
    let work = Work::new();
    let root = work.arg();
    let folder = settings("(\n  solve: [\"w\"],\n  cary: [\"z\"],\n)");
    let envs = [("XDG_CONFIG_HOME", folder.path().to_str().unwrap())];
    let mut session = Session::start(140, 40, BINARY, &["--lang", "id", "open", &root], &envs);
    let (status, _) = session.wait_exit();
    assert_eq!(status, 2, "{}", session.screen_text());
    assert!(flat(session.screen()).contains("keys.ron:3:3: "), "{}", session.screen_text());
    assert!(!session.raw().windows(4).any(|bytes| bytes == b"\x1b[?1"), "the terminal was taken");
}

#[test]
fn language_and_theme_change_at_once_and_back() {
    let work = Work::new();
    let mut session = open(&work, (140, 40));
    keys(&mut session, "f7");
    shows(&mut session, "Employees 163");
    shows_no_more(&mut session, "Pegawai");
    keys(&mut session, "f7");
    shows(&mut session, "Pegawai 163");
    shows_no_more(&mut session, "Employees");
    let mut seen = vec![colours(session.screen())];
    for _ in 1..ThemeName::ALL.len() {
        let before = seen[seen.len() - 1].clone();
        keys(&mut session, "f6");
        session.wait_until("the colours are others", |screen| colours(screen) != before);
        session.settle();
        seen.push(colours(session.screen()));
    }
    assert!(seen.iter().any(|colours| colours.iter().all(|it| *it == vt100::Color::Default)), "one theme is without colours");
    keys(&mut session, "f6");
    session.wait_until("the first theme is back", |screen| colours(screen) == seen[0]);
    quit(session);
    assert_eq!(work.lines().len(), 0, "the plan is not touched");
}

/// The colours of all cells.
fn colours(screen: &Screen) -> Vec<vt100::Color> {
    let (rows, cols) = screen.size();
    let cells = (0..rows.get()).flat_map(|row| (0..cols.get()).map(move |col| (row, col)));
    cells.filter_map(|(row, col)| screen.cell(row, col)).flat_map(|cell| [cell.fgcolor(), cell.bgcolor()]).collect()
}
