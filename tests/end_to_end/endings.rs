//! Every way out.

use super::*;

#[test]
fn a_signal_restores_the_terminal_and_loses_nothing_saved() {
    let work = Work::new();
    for (signal, status) in [(Signal::TERM, 143), (Signal::INT, 130)] {
        let before = work.lines().len();
        let mut session = open(&work, (80, 24));
        keys(&mut session, "enter enter enter");
        shows(&mut session, "· tersimpan ");
        session.signal(signal);
        let (code, took) = session.wait_exit();
        assert_eq!(code, status);
        assert!(took < Duration::from_secs(1), "{took:?}");
        assert!(given_back(session.screen()), "{}", session.screen_text());
        assert_eq!(work.lines().len(), before + 1);
        work.verify();
        let undone = work.run("edit", &["undo"]);
        assert!(undone.status.success(), "{}", said(&undone.stderr));
    }
}

#[test]
fn a_lost_line_ends_the_program_within_a_second_and_loses_nothing_saved() {
    let work = Work::new();
    let mut session = open(&work, (80, 24));
    keys(&mut session, "enter enter enter");
    shows(&mut session, "· tersimpan ");
    // In the middle of a drag.
    keys(&mut session, "backtab backtab");
    session.settle();
    session.hang_up();
    let (code, took) = session.wait_exit();
    assert_eq!(code, 129);
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert_eq!(work.lines().len(), 1);
    work.verify();
    let mut again = open_with(&work, (80, 24), &[], &[]);
    shows(&mut again, "Mutasi 1 (");
    quit(again);
}

#[test]
fn the_throw_away_sample_says_so_and_is_gone_after_quit_and_after_a_hang_up() {
    for hang_up in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let temp = folder.path().join("tmp");
        std::fs::create_dir(&temp).unwrap();
        let script = format!("cd '{}' && exec '{BINARY}' --lang id", folder.path().display());
        let envs = [("TMPDIR", temp.to_str().unwrap())];
        let mut session = Session::start(140, 40, "bash", &["--norc", "-c", &script], &envs);
        shows(&mut session, "Lurah Tinjomoyo");
        shows(&mut session, "salinan percobaan");
        keys(&mut session, "enter enter enter");
        shows(&mut session, "· tersimpan ");
        if hang_up {
            session.hang_up();
            assert!(session.wait_exit().1 < Duration::from_secs(1));
        } else {
            quit(session);
        }
        let left: Vec<_> = walk(&temp);
        assert!(left.iter().all(|path| !path.ends_with("journal.ron")), "{left:?}");
    }
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        found.extend(walk(&path));
        found.push(path);
    }
    found
}
