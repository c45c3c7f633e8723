//! While a plan is opened. A list that is a pipe takes as long as the test wants.

use super::*;
use mutasi::model::plan::Action;
use mutasi::store::journal::Journal;
use rustix::fs::{CWD, FileType, Mode, mknodat};

/// The list that is waited for, and what it would say.
struct Slow {
    work: Work,
    path: std::path::PathBuf,
    text: String,
}

impl Slow {
    fn new() -> Self {
        let work = Work::new();
        let path = work.root().join("facts/employees.ron");
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        Self { work, path, text }
    }

    /// Lets the list be read.
    fn arrives(&self, text: &str) {
        std::fs::write(&self.path, text).unwrap();
    }

    /// The program, with the picture of its opening.
    fn open(&self) -> Session {
        let mut session = Session::start(80, 24, BINARY, &["--lang", "id", "--stats", "open", &self.work.arg()], &[]);
        shows(&mut session, "Membuka Rencana Mutasi");
        shows(&mut session, "✓ jurnal rencana utama");
        shows(&mut session, "► data ");
        session
    }
}

#[test]
fn how_far_the_opening_is_stands_until_the_board_does_and_no_key_is_kept_for_it() {
    let slow = Slow::new();
    let mut session = slow.open();
    shows(&mut session, "Esc membatalkan");
    let before = session.find("Membuka").unwrap();
    // Help, the core, a search: nothing of it is meant for a board that is not there.
    keys(&mut session, "? s / x f9");
    session.resize(120, 30);
    session.wait_until("the picture is in the middle again", |screen| screen.contents().contains("Membuka"));
    session.wait_until("it moved", |screen| {
        let column = screen.rows(0, 120).find_map(|line| line.find("Membuka").map(|at| line[..at].chars().count()));
        column.is_some_and(|column| column != usize::from(before.0))
    });
    slow.arrives(&slow.text);
    shows(&mut session, "Lurah Tinjomoyo");
    shows(&mut session, "Capaian 0 %");
    session.settle();
    let text = flat(session.screen());
    for wrong in ["Membuka", "Bantuan", "Menyusun", "Pegawai 0"] {
        assert!(!text.contains(wrong), "{wrong}\n{}", session.screen_text());
    }
    // The board has the window's size, and works.
    assert!(session.screen_text().lines().any(|line| line.chars().count() > 110), "{}", session.screen_text());
    keys(&mut session, "enter enter");
    shows(&mut session, "Mengangkat");
    keys(&mut session, "esc");
    session.send("q");
    assert_eq!(session.wait_exit().0, 0);
    assert!(given_back(session.screen()), "{}", session.screen_text());
    // The first picture, and the board after it.
    for part in ["pembukaan", "papan"] {
        assert!(flat(session.screen()).contains(part), "{part}\n{}", session.screen_text());
    }
    assert_eq!(slow.work.lines().len(), 0);
}

#[test]
fn it_can_be_left_before_the_board_is_there() {
    let slow = Slow::new();
    for way in ["esc", "q", "ctrl-c"] {
        let mut session = slow.open();
        session.keys(way);
        let (status, took) = session.wait_exit();
        assert_eq!(status, 0, "{way}\n{}", session.screen_text());
        assert!(took < Duration::from_secs(1), "{took:?}");
        assert!(given_back(session.screen()), "{way}\n{}", session.screen_text());
    }
    for (signal, status) in [(Signal::TERM, 143), (Signal::INT, 130)] {
        let mut session = slow.open();
        session.signal(signal);
        assert_eq!(session.wait_exit().0, status);
        assert!(given_back(session.screen()), "{}", session.screen_text());
    }
    let mut session = slow.open();
    session.hang_up();
    assert_eq!(session.wait_exit().0, 129);
    // Nobody has the plan any more.
    Journal::open::<Action>(&slow.work.plan_folder()).unwrap();
}

#[test]
fn what_cannot_be_read_is_told_when_the_terminal_is_given_back() {
    let slow = Slow::new();
    let mut session = slow.open();
    slow.arrives("[(nip: 1)]");
    let (status, _) = session.wait_exit();
    assert_eq!(status, 2, "{}", session.screen_text());
    assert!(given_back(session.screen()), "{}", session.screen_text());
    let text = flat(session.screen());
    assert!(text.contains("employees.ron, baris 1") && !text.contains("Membuka"), "{}", session.screen_text());
}

#[test]
fn a_plan_that_another_program_has_is_waited_for_with_a_picture_and_then_only_read() {
    let work = Work::new();
    let _held = Journal::open::<Action>(&work.plan_folder()).unwrap();
    let root = work.arg();
    let mut session = Session::start(80, 24, BINARY, &["--lang", "id", "open", &root], &[]);
    shows(&mut session, "► jurnal rencana utama");
    shows(&mut session, "hanya baca");
    quit(session);
}
