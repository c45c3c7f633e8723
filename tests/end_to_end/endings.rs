//! Every way out.

use super::*;

#[test]
fn a_signal_restores_the_terminal_and_loses_nothing_saved() {
    let work = Work::new();
    for (signal, status) in [(Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::TERM, 143)] {
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
fn a_signal_in_the_middle_of_a_drag_and_of_a_form_writes_nothing() {
    let work = Work::new();
    for is_dragging in [true, false] {
        let mut session = open(&work, (80, 24));
        if is_dragging {
            hold(&mut session, "Agung Wica", "Lurah Gedawa");
            shows(&mut session, "Mengangkat Agung Wicaksana");
        } else {
            keys(&mut session, "backtab c");
            shows(&mut session, "Komentar · ");
            session.send("belum selesai");
        }
        session.signal(Signal::TERM);
        assert_eq!(session.wait_exit().0, 143);
        assert!(given_back(session.screen()), "{}", session.screen_text());
        assert_eq!(work.lines().len(), 0);
    }
}

#[test]
fn a_lost_line_ends_the_program_within_a_second_and_loses_nothing_saved() {
    for script in ["exec PROGRAM", "trap '' HUP; exec PROGRAM"] {
        let work = Work::new();
        let program = format!("'{BINARY}' --lang id open '{}'", work.arg());
        let script = script.replace("PROGRAM", &program);
        let mut session = Session::start(80, 24, "bash", &["--norc", "-c", &script], &[("LANG", "id_ID.UTF-8")]);
        shows(&mut session, "Capaian 0 %");
        keys(&mut session, "enter enter enter");
        shows(&mut session, "· tersimpan ");
        // In the middle of a drag.
        keys(&mut session, "esc");
        hold(&mut session, "Agung Wica", "Lurah Gedawa");
        shows(&mut session, "Mengangkat Agung Wicaksana");
        session.settle();
        let (pid, before) = (session.pid(), session.cpu_ticks());
        session.hang_up();
        let (code, took) = session.wait_exit();
        assert_eq!(code, 129, "{script}");
        assert!(took < Duration::from_secs(1), "{script}: {took:?}");
        assert!(harness::cpu_ticks(pid).saturating_sub(before) < 20, "{script}: nothing spins");
        assert_eq!(work.lines().len(), 1, "the drag wrote nothing");
        work.verify();
        let mut again = open_with(&work, (80, 24), &[], &[]);
        shows(&mut again, "Mutasi 1 (");
        quit(again);
    }
}

#[test]
fn suspended_the_shell_has_its_terminal_and_back_again_all_is_as_it_was() {
    let work = Work::new();
    let script = format!(
        "set -m; A=$(stty -g); '{BINARY}' --lang id open '{}'; \
         while [ $? = 147 ]; do [ \"$A\" = \"$(stty -g)\" ] && echo same modes; read -r _; fg; done; echo over $?",
        work.arg()
    );
    let mut session = Session::start(80, 24, "bash", &["--norc", "-c", &script], &[("LANG", "id_ID.UTF-8")]);
    shows(&mut session, "Capaian 0 %");
    keys(&mut session, "enter enter enter");
    shows(&mut session, "Mutasi 1 (");
    for round in 1..=2 {
        keys(&mut session, "ctrl-z");
        session.wait_until("the shell has the terminal back", |screen| {
            given_back(screen) && screen.contents().matches("same modes").count() == round
        });
        session.send("\n");
        session.wait_until("the board is back", |screen| screen.alternate_screen() && flat(screen).contains("Mutasi 1 ("));
        shows(&mut session, "Lowong 8 ");
    }
    // And it works on.
    keys(&mut session, "u");
    shows(&mut session, "Mutasi 0 (");
    session.send("q");
    session.wait_for("over 0");
    assert_eq!(work.lines().len(), 2);
}

#[test]
fn stopped_and_sent_on_from_outside_everything_is_painted() {
    let work = Work::new();
    let mut session = open(&work, (80, 24));
    session.signal(Signal::STOP);
    let before = session.bytes();
    session.signal(Signal::CONT);
    session.wait_until("the terminal is taken again", |screen| screen.alternate_screen());
    session.settle();
    assert!(session.bytes() - before > 2000, "all is painted: {} bytes", session.bytes() - before);
    shows(&mut session, "Lowong 8 ");
    // Without a shell above it Ctrl-Z does not strand the program, and says so.
    keys(&mut session, "ctrl-z");
    let says = words::word(Lang::Id, words::Word::Suspended);
    shows(&mut session, says);
    quit(session);
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
