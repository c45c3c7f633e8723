//! What a terminal sends at once: pasted text, and reports that mean nothing.

use super::*;

fn paste(session: &mut Session, text: &str) {
    session.send(format!("\x1b[200~{text}\x1b[201~"));
}

#[test]
fn a_paste_goes_into_the_field_that_is_open_and_never_runs_a_command() {
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        let before = work.lines().len();
        // On the board there is no field: of all these letters not one is a key.
        session.settle();
        let sent = session.bytes();
        paste(&mut session, "s\rq\ru\rd\x03 a\r");
        assert_eq!(session.listen(Duration::from_millis(300)), 0, "{}", session.screen_text());
        assert_eq!(session.bytes(), sent);
        // Into the search, without its end of line.
        keys(&mut session, "backtab /");
        paste(&mut session, "Rahmat Subagyo\r\n");
        shows(&mut session, "Pegawai 1 dari 163");
        keys(&mut session, "enter");
        // Into a field of a form, behind what is typed there.
        keys(&mut session, "c");
        shows(&mut session, "Komentar · Rahmat Subagyo");
        session.send("camat: ");
        paste(&mut session, "tunggu\r\u{1b}[31mkabar\tBKPP\r");
        shows(&mut session, "camat: tunggu");
        assert_eq!(work.lines().len(), before, "an end of line in a paste accepts nothing");
        keys(&mut session, "enter");
        shows(&mut session, "komentar ditulis: ");
        let line = work.lines().last().unwrap().clone();
        assert!(line.contains("camat: tunggu  [31mkabar BKPP"), "{line}");
        // Into the palette.
        keys(&mut session, ":");
        shows(&mut session, "Perintah");
        paste(&mut session, "usulan\r");
        shows(&mut session, ": usulan");
        keys(&mut session, "esc");
        shows_no_more(&mut session, "Perintah");
        quit(session);
        work.verify();
    }
}

#[test]
fn reports_that_mean_nothing_change_nothing_and_the_next_key_works() {
    const NONSENSE: &[u8] = b"\x1b[<0;0;0M\x1b[<0;0;0m\x1b[<0;65535;65535M\x1b[<32;65536;65536M\x1b[<0;65535;65535m\
        \x1b[<64;99999999999;1M\x1b[<;;M\x1b[<M\x1b[<-1;-1;-1M\x1b[M\x00\x00\x00\x1b[<255;1;1M\x1b[1;1;1;1R\x1b[?62;c\xff\xfe";
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        session.send(NONSENSE);
        session.settle();
        // The same in the middle of a drag: nobody is dropped anywhere.
        hold(&mut session, "Agung Wica", "Lurah Gedawa");
        shows(&mut session, "Mengangkat Agung Wicaksana");
        session.send(NONSENSE);
        shows_no_more(&mut session, "Mengangkat");
        keys(&mut session, "v");
        shows(&mut session, "Unit kerja");
        assert_eq!(work.lines().len(), 0);
        quit(session);
    }
}

#[test]
fn who_is_never_heard_by_mouse_is_pointed_to_the_keys() {
    let work = Work::new();
    let mut session = open(&work, (80, 24));
    session.send("jk".repeat(20));
    shows(&mut session, "tetikus tidak terdengar di terminal ini: a mengangkat, Enter meletakkan");
    quit(session);
    // Where it was heard once, never.
    let mut session = open(&work, (80, 24));
    click(&mut session, "Lurah Gedawa");
    session.send("jk".repeat(20));
    session.settle();
    assert!(!flat(session.screen()).contains("tidak terdengar"), "{}", session.screen_text());
    quit(session);
}

#[test]
fn the_mouse_goes_off_and_on_by_its_modes_and_the_line_below_says_so() {
    const ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
    const OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
    let work = Work::new();
    for size in SIZES {
        let mut session = open(&work, size);
        shows(&mut session, if size.0 < 120 { "Shift: pilih teks" } else { "tetikus nyala · Shift+geser memilih teks" });
        for (sent, says) in [(OFF, "tetikus mati"), (ON, "Shift"), (OFF, "tetikus mati")] {
            let before = session.bytes();
            keys(&mut session, "f8");
            shows(&mut session, says);
            let raw = String::from_utf8_lossy(&session.raw()[before..]).into_owned();
            assert!(raw.contains(sent), "{raw:?}");
        }
        // Off it stays off until the end.
        let before = session.bytes();
        session.send("q");
        assert_eq!(session.wait_exit().0, 0);
        assert!(!String::from_utf8_lossy(&session.raw()[before..]).contains("\x1b[?1000"), "a mode not set is not reset");
        assert!(given_back(session.screen()));
    }
}
