//! A large government: the core takes its time, and stops when told to.

use super::*;

#[test]
fn the_core_stops_at_once_when_told_to_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("w");
    let people = ["--employees", "20000", "--seed", "1", "--today", "2026-11-01"];
    let made = sample_work::command_on(&root, "new", &people).output().unwrap();
    assert!(made.status.success(), "{}", said(&made.stderr));
    let arg = root.to_str().unwrap();
    let mut session = Session::start(80, 24, BINARY, &["--lang", "id", "open", arg], &[]);
    shows(&mut session, "Capaian …");
    // The best plan possible is kept by a thread of its own.
    rests(&mut session);
    shows(&mut session, "Capaian 0 %");
    for _ in 0..2 {
        keys(&mut session, "s");
        shows(&mut session, "Menyusun rencana terbaik");
        keys(&mut session, "esc");
        shows(&mut session, "dibatalkan; rencana tidak berubah");
        shows_no_more(&mut session, "Menyusun rencana terbaik");
        rests(&mut session);
        assert!(!flat(session.screen()).contains("terbukti terbaik"), "{}", session.screen_text());
    }
    // The board works on, and leaving while the core works is leaving at once.
    keys(&mut session, "s");
    shows(&mut session, "Menyusun rencana terbaik");
    session.signal(Signal::TERM);
    let (status, took) = session.wait_exit();
    assert_eq!(status, 143);
    assert!(took < Duration::from_secs(1), "{took:?}");
    let journal = std::fs::read_to_string(root.join("plans/utama/journal.ron")).unwrap_or_default();
    assert_eq!(journal, "");
}

/// Waits until no thread works any more.
#[track_caller]
fn rests(session: &mut Session) {
    for _ in 0..300 {
        let before = session.cpu_ticks();
        session.listen(Duration::from_millis(100));
        if session.cpu_ticks() - before <= 1 {
            return;
        }
    }
    panic!("the core works on\n{}", session.screen_text());
}
