//! Killed at any moment (SIGKILL, two hundred times), nothing that was shown as saved is lost, and the journal holds together.
//!
//! Half of the kills hit `mutasi edit` processes in a loop, half the screen program fed with keys. What was acknowledged is what a user
//! saw: a command that ended with 0, or the words "tersimpan" on the screen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

#[path = "terminal/harness.rs"]
mod harness;
#[path = "terminal/sample_work.rs"]
mod sample_work;

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use harness::Session;
use mutasi::model::plan::Action;
use mutasi::store::journal::{Entry, Journal, JournalError, read};
use rustix::process::Signal;
use sample_work::{BINARY, Work, command_on, nip, said};

const SEED: u64 = 20_261_124;

/// The texts of all reasons in the journal's whole lines.
fn reasons(work: &Work) -> Vec<String> {
    let scan = read(&std::fs::read(work.journal()).unwrap_or_default()).expect("the chain holds");
    let text = |entry: &Entry| match &entry.action {
        Action::Reason { text, .. } => Some(text.clone()),
        _ => None,
    };
    scan.entries.iter().filter_map(text).collect()
}

/// Bytes behind the last whole line.
fn torn(work: &Work) -> usize {
    let bytes = std::fs::read(work.journal()).unwrap_or_default();
    bytes.len() - read::<Action>(&bytes).expect("the chain holds").good
}

/// Every acknowledged text is there, in order and once; what else is there was being written when the kill came.
#[track_caller]
fn nothing_lost(work: &Work, acknowledged: &[String], in_flight: &[String]) {
    let written = reasons(work);
    let mut rest = written.iter();
    for text in acknowledged {
        assert!(rest.any(|other| other == text), "{text} was acknowledged and is lost: {written:?}");
    }
    for text in &written {
        assert!(acknowledged.contains(text) || in_flight.contains(text), "{text} was never asked for");
    }
    assert!(written.iter().enumerate().all(|(at, text)| !written[..at].contains(text)), "written twice: {written:?}");
}

/// One `mutasi edit`, not waited for.
fn edit(root: &Path, text: &str) -> Child {
    let mut command = command_on(root, "edit", &["reason", nip("Wahyu Prasetya"), text]);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn killed_while_editing_no_acknowledged_edit_is_lost() {
    let mut random = fastrand::Rng::with_seed(SEED);
    let work = Work::new();
    // How long an edit takes here and now: the kill comes anywhere in one to three of them.
    let start = Instant::now();
    assert!(edit(&work.root(), "first").wait().unwrap().success());
    let one = start.elapsed();
    let (mut acknowledged, mut in_flight) = (vec!["first".to_owned()], Vec::new());
    let (mut hits, mut torn_seen) = (0, 0);
    for kill in 0..100 {
        let end = Instant::now() + one.mul_f64(random.f64() * 2.0);
        for number in 0.. {
            let text = format!("kill {kill} edit {number}");
            let mut child = edit(&work.root(), &text);
            let status = loop {
                if let Some(status) = child.try_wait().unwrap() {
                    break Some(status);
                }
                if Instant::now() >= end {
                    let _ = child.kill(); // SIGKILL
                    // It may have ended by itself just before.
                    break child.wait().unwrap().success().then(Default::default);
                }
                std::thread::sleep(Duration::from_micros(200));
            };
            match status {
                Some(status) if status.success() => acknowledged.push(text),
                Some(status) => panic!("edit: {status} {}", said(&child.wait_with_output().unwrap().stderr)),
                None => {
                    in_flight.push(text);
                    hits += 1;
                    break;
                }
            }
            if Instant::now() >= end {
                break;
            }
        }
        torn_seen += usize::from(torn(&work) > 0);
        nothing_lost(&work, &acknowledged, &in_flight);
    }
    let came_through = reasons(&work).iter().filter(|text| in_flight.contains(text)).count();
    eprintln!(
        "{hits} kills hit a running edit ({came_through} had written already), {torn_seen} torn lines, {} acknowledged",
        acknowledged.len()
    );
    assert!(hits >= 50, "only {hits} kills hit");
    assert!(edit(&work.root(), "last").wait().unwrap().success());
    work.verify();
}

#[test]
fn killed_while_the_screen_is_worked_on_nothing_shown_as_saved_is_lost() {
    // Two workspaces at a time: starting the program is most of the time.
    let workers: Vec<_> =
        (0..2u64).map(|worker| std::thread::spawn(move || kill_screens(fastrand::Rng::with_seed(SEED + worker), 50))).collect();
    for worker in workers {
        worker.join().unwrap();
    }
}

fn kill_screens(mut random: fastrand::Rng, kills: usize) {
    let work = Work::new();
    let root = work.arg();
    let (mut acknowledged, mut in_flight) = (Vec::new(), Vec::new());
    for kill in 0..kills {
        let mut session = Session::start(80, 24, BINARY, &["--lang", "id", "open", &root], &[]);
        session.wait_for("Lurah Tinjomoyo");
        session.keys("enter");
        session.wait_for("Kandidat");
        // Reasons are written one after another without waiting; the screen tells which are saved.
        let texts: Vec<String> = (0..6).map(|number| format!("kill-{kill}-{number}")).collect();
        let mut typed = String::new();
        for text in &texts {
            // The form starts with the last reason: Ctrl-U empties it.
            typed.push_str(&format!("r\x15{text}\r"));
        }
        let end = Instant::now() + Duration::from_micros(random.u64(0..40_000));
        // Sent in pieces, so that the kill comes between any two keys and in any write.
        let mut rest = typed.as_bytes();
        while !rest.is_empty() && Instant::now() < end {
            let piece = random.usize(1..=rest.len().min(24));
            session.send(&rest[..piece]);
            rest = &rest[piece..];
            session.listen(Duration::from_micros(random.u64(0..3_000)));
        }
        session.listen(end.saturating_duration_since(Instant::now()));
        session.signal(Signal::KILL);
        session.wait_exit();
        // Shown as saved: the words came over the line, whatever came after.
        let shown = String::from_utf8_lossy(session.raw()).matches("alasan ditulis").count();
        let written = reasons(&work);
        let of_this: Vec<String> = written.iter().filter(|text| texts.contains(text)).cloned().collect();
        assert!(of_this.len() >= shown, "{shown} were shown as saved, {of_this:?} are there\n{}", session.screen_text());
        assert_eq!(of_this[..], texts[..of_this.len()], "in the order they were typed");
        in_flight.extend(texts.iter().skip(of_this.len()).cloned());
        acknowledged.extend(of_this);
        nothing_lost(&work, &acknowledged, &in_flight);
    }
    eprintln!("{kills} screens killed, {} reasons written", acknowledged.len());
    work.verify();
}

/// Opens the journal. A process just started by another test may for a moment hold a copy of the lock, until it becomes its own program.
fn open_alone(folder: &Path) -> (Journal, Vec<Entry>) {
    let start = Instant::now();
    loop {
        match Journal::open(folder) {
            Err(JournalError::Locked(_)) if start.elapsed() < Duration::from_secs(5) => std::thread::yield_now(),
            other => return other.unwrap(),
        }
    }
}

#[test]
fn cut_at_every_byte_of_its_last_line_the_journal_opens_and_tells_what_it_set_aside() {
    let work = Work::new();
    for text in ["satu", "dua \"kutip\"\nbaris", "tiga"] {
        assert!(edit(&work.root(), text).wait().unwrap().success());
    }
    let whole = std::fs::read(work.journal()).unwrap();
    let last = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    let folder = work.plan_folder();
    let set_aside = || {
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        names.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("journal.torn")).collect::<Vec<_>>()
    };
    for cut in last..whole.len() {
        std::fs::write(work.journal(), &whole[..cut]).unwrap();
        let (journal, entries) = open_alone(&folder);
        assert_eq!(entries.len(), 2, "cut at {cut}");
        let told = journal.torn.as_ref().map(|torn| (torn.bytes, std::fs::read(torn.kept_in.as_ref().unwrap()).unwrap()));
        let expected = (cut > last).then(|| (cut - last, whole[last..cut].to_vec()));
        assert_eq!(told, expected, "cut at {cut}");
        drop(journal);
        set_aside().into_iter().for_each(|path| std::fs::remove_file(path).unwrap());
    }
    // The command tells it on stderr, and goes on from there.
    std::fs::write(work.journal(), &whole[..whole.len() - 9]).unwrap();
    let verified = work.run("verify", &[]);
    assert_eq!(verified.status.code(), Some(1), "a torn line is not whole");
    let edited = work.run("edit", &["reason", nip("Wahyu Prasetya"), "empat"]);
    assert!(edited.status.success());
    let words = said(&edited.stderr);
    assert!(words.contains("terputus") && words.contains("journal.torn-1"), "{words}");
    assert_eq!(std::fs::read(&set_aside()[0]).unwrap(), whole[last..whole.len() - 9]);
    work.verify();
    assert_eq!(reasons(&work), ["satu", "dua \"kutip\"\nbaris", "empat"]);
}

#[test]
fn the_screen_tells_of_a_torn_last_line() {
    let work = Work::new();
    for text in ["satu", "dua"] {
        assert!(edit(&work.root(), text).wait().unwrap().success());
    }
    let whole = std::fs::read(work.journal()).unwrap();
    std::fs::write(work.journal(), &whole[..whole.len() - 5]).unwrap();
    let root = work.arg();
    let mut session = Session::start(140, 40, BINARY, &["--lang", "id", "open", &root], &[]);
    session.wait_for("Baris terakhir riwayat terputus");
    session.wait_for("journal.torn-1");
    session.keys("q");
    assert_eq!(session.wait_exit().0, 0);
    work.verify();
    assert_eq!(reasons(&work), ["satu"]);
}
