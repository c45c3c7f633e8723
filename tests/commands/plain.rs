//! The program as lines of text: what a planner without a screen does in a day.
use super::common::{Desk, command};
use super::{LURAH, SEKLUR};
use std::io::Write;
use std::process::Stdio;

/// Types lines, and what the program says to them; it must leave cleanly, and without a control sign.
fn said(desk: &Desk, more: &[&str], lines: &[u8]) -> String {
    let mut child = command(&[&["open", desk.path(), "--plain", "--lang", "id"], more].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(lines).unwrap();
    let ended = child.wait_with_output().unwrap();
    let text = String::from_utf8(ended.stdout).unwrap();
    assert!(ended.status.success(), "{text}\n{}", String::from_utf8_lossy(&ended.stderr));
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    text
}

fn entries(desk: &Desk) -> Vec<String> {
    let log = desk.run("log", &["--json"]).expect(0).json();
    log.as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn somebody_is_picked_up_and_let_go_and_taken_back() {
    let desk = Desk::sample();
    let text = said(&desk, &[], format!("angkat {SEKLUR}\nletakkan {LURAH}\nusulan\nangka\nurungkan\nusulan\n").as_bytes());
    for expected in
        ["Mengangkat ", "rencana +", "biaya ", "Tersimpan: ", "usulan: Lurah Tinjomoyo", "mutasi 1 ", "diurungkan", "Tidak ada."]
    {
        assert!(text.contains(expected), "{expected} is missing in\n{text}");
    }
    assert_eq!(entries(&desk), ["propose", "undo"]);
}

#[test]
fn the_best_plan_is_looked_at_and_taken_or_left() {
    let desk = Desk::sample();
    let text = said(&desk, &[], b"terima\nsusun 5\ntolak\nsusun\nterima\n");
    assert!(text.contains("Belum ada hasil") && text.contains("5 mutasi · ") && text.contains("terbukti terbaik"), "{text}");
    assert!(text.contains("Capaian "), "{text}");
    assert_eq!(entries(&desk), ["solve"]);
}

#[test]
fn what_is_not_understood_or_not_allowed_is_said_and_changes_nothing() {
    let desk = Desk::sample();
    let text = said(
        &desk,
        &[],
        b"terbang\nangkat 7\nletakkan 1\nlowong\nangkat zzzzzz\nmengapa 1\nalasan 99 dekat rumah\nkembalikan\n\xff\xfe\n\nsusun banyak\nenglish\nfly\n",
    );
    for expected in
        ["Perintah \"terbang\" tidak dikenal", "Pegawai mana?", "Tidak ada pegawai yang diangkat", "There is no command \"fly\""]
    {
        assert!(text.contains(expected), "{expected} is missing in\n{text}");
    }
    let text = said(&desk, &["--read-only"], format!("angkat {SEKLUR}\nurungkan\nlowong\n").as_bytes());
    assert!(text.contains("Hanya baca") && text.contains("1. Lurah "), "{text}");
    assert!(entries(&desk).is_empty());
}

#[test]
fn names_are_hidden_when_somebody_looks_on() {
    let desk = Desk::sample();
    let text = said(&desk, &[], format!("samarkan\nangkat {SEKLUR}\nletakkan {LURAH}\nusulan\n").as_bytes());
    assert!(text.contains("Pegawai 0") && !text.contains(SEKLUR), "{text}");
    // Refusals name nobody either.
    let name = said(&desk, &[], format!("pegawai {SEKLUR}\n").as_bytes());
    let name = name.lines().find_map(|line| line.strip_prefix("1. ")?.split_once(" (")).unwrap().0.to_owned();
    desk.edit(&["withdraw", SEKLUR]).expect(0);
    let text = said(&desk, &[], format!("samarkan\nbatalkan {SEKLUR}\nangkat {SEKLUR}\ntujuan\n").as_bytes());
    assert!(text.contains("tidak dapat: tidak ada usulan") && !text.contains(&name), "{name}: {text}");
    desk.edit(&["pin", SEKLUR]).expect(0);
    let text = said(&desk, &[], format!("samarkan\nangkat {SEKLUR}\nletakkan {LURAH}\n").as_bytes());
    assert!(text.contains("disematkan") && !text.contains(&name), "{name}: {text}");
}
