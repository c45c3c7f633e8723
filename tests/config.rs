//! A planner's own keys, and README's table of keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

#[path = "common/binary.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod binary;

use binary::{Desk, Ended, command};
use mutasi::app::command::{COMMANDS, Id};
use mutasi::app::keymap::Keymap;
use mutasi::store::config;
use mutasi::text::{Lang, screen};
use std::fs;
use std::path::{Path, PathBuf};

/// Opens the sample with these keys. There is no terminal here: good keys get as far as missing it.
fn open_with(desk: &Desk, keys: &str) -> (PathBuf, Ended) {
    let folder = desk.root.join("config");
    let path = folder.join("mutasi/keys.ron");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, keys).unwrap();
    let output = command(&["open", desk.path()]).env("XDG_CONFIG_HOME", &folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (path, Ended { status: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) })
}

#[test]
fn every_wrong_file_of_keys_is_told_with_line_and_column_before_the_terminal_is_taken() {
    let desk = Desk::sample();
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/config")).unwrap();
    let mut seen = 0;
    for file in files.map(|file| file.unwrap().path()) {
        let keys = fs::read_to_string(&file).unwrap();
        let expected = keys.lines().next().unwrap().strip_prefix("// ").unwrap();
        let (path, ended) = open_with(&desk, &keys);
        assert_eq!(ended.stderr.trim_end(), format!("mutasi: {}:{expected}", path.display()), "{}", file.display());
        ended.expect(2);
        seen += 1;
    }
    assert!(seen >= 18, "{seen} files");
}

#[test]
fn all_that_is_wrong_is_told_at_once_and_in_english_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.ron");
    fs::write(&path, "(cary: [\"z\"], solve: [\"spce\", \"u\"])").unwrap();
    let error = Keymap::own(&config::keys(&path).unwrap().unwrap()).unwrap_err();
    let told = screen::keys_error(Lang::En, &error);
    let lines: Vec<&str> = told.lines().map(|line| line.split_once("keys.ron:").unwrap().1).collect();
    assert_eq!(
        lines,
        [
            "1:2: there is no command cary; carry perhaps?",
            "1:23: there is no key “spce”; space perhaps?",
            "1:31: “u” for solve, and undo has it by default: give undo another key too",
        ]
    );
}

#[test]
fn good_keys_replace_those_of_the_table_and_texts_name_them() {
    let desk = Desk::sample();
    let keys = "// mine\n(solve: [\"S\", \"f5\"], carry: [\"z\"], back: [\"backspace\"],)";
    let (path, ended) = open_with(&desk, keys);
    assert!(ended.stderr.contains("memerlukan terminal"), "{}", ended.stderr);
    let map = Keymap::own(&config::keys(&path).unwrap().unwrap()).unwrap();
    let of = |key: &str| COMMANDS.iter().find(|it| map.keys(it.id).contains(&key.parse().unwrap())).map(|it| it.id);
    assert_eq!((of("S"), of("f5"), of("s")), (Some(Id::Solve), Some(Id::Solve), None));
    assert_eq!((of("backspace"), of("esc")), (Some(Id::Back), Some(Id::Back)), "Esc always closes");
    let first = |id| screen::first_key(Lang::Id, &map, id);
    assert_eq!((first(Id::Solve), first(Id::Carry)), ("S".to_owned(), "z".to_owned()));
    let said = screen::said(Lang::Id, &map, screen::Said::NothingFound);
    assert_eq!(said, format!("tidak ada yang cocok · {} menghapus pencarian", first(Id::Back)));
    assert!(said.contains("Backspace"), "{said}");
}

#[test]
fn without_a_file_the_keys_are_those_of_the_table() {
    let folder = tempfile::tempdir().unwrap();
    assert!(config::keys(&folder.path().join("keys.ron")).unwrap().is_none());
}

#[test]
fn the_readme_has_the_key_table_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once("cargo test --test config -->\n").unwrap();
    let (table, after) = rest.split_once("<!-- /keys -->").unwrap();
    let map = Keymap::default();
    let mut expected = String::from("| name | keys | perintah | command |\n|---|---|---|---|\n");
    for command in COMMANDS {
        let keys: Vec<String> = map.keys(command.id).iter().map(|key| format!("`{}`", screen::key(Lang::En, *key))).collect();
        let title = |lang| screen::title(lang, command.id);
        let keys = keys.join(" ");
        expected.push_str(&format!("| {} | {keys} | {} | {} |\n", command.name, title(Lang::Id), title(Lang::En)));
    }
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&path, format!("{before}cargo test --test config -->\n{expected}<!-- /keys -->{after}")).unwrap();
        return;
    }
    assert_eq!(table, expected, "UPDATE_README=1 cargo test --test config writes it anew");
}
