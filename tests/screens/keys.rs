//! Keys that forgive, the palette, and the language of a moment.
use mutasi::app::command::{COMMANDS, Id};
use mutasi::app::overlay::Overlay;
use mutasi::text::{Lang, screen};

use crate::program::Program;

fn told(program: &Program) -> String {
    program.told()
}

#[test]
fn a_key_without_a_command_says_so_and_where_the_help_is() {
    let mut program = Program::sample((80, 24));
    program.keys("z");
    assert_eq!(told(&program), "tidak ada perintah pada z · ? bantuan");
    program.keys("f3");
    assert!(told(&program).contains("F3"), "{}", told(&program));
    program.keys("5");
    assert!(told(&program).contains("pada 5"), "digits choose only while somebody is carried");
    program.keys("down");
    assert_eq!(told(&program), "");
}

#[test]
fn a_key_says_why_its_command_cannot_be_used_over_whatever_lies_there() {
    let mut program = Program::sample((80, 24));
    program.keys("u");
    assert_eq!(told(&program), "tidak ada yang dapat diurungkan");
    program.keys("s");
    assert!(matches!(program.state.overlay, Some(Overlay::Solved(_))));
    program.keys("u");
    assert!(told(&program).contains("terima (Enter) atau tutup (Esc)"), "{}", told(&program));
    program.keys("z");
    assert!(told(&program).contains("pada z"));
    assert!(matches!(program.state.overlay, Some(Overlay::Solved(_))), "nothing was closed by it");
    program.keys("esc enter enter esc r ctrl-r");
    assert!(matches!(program.state.overlay, Some(Overlay::Form(_))));
    assert!(told(&program).contains("simpan (Enter) atau batalkan (Esc)"), "{}", told(&program));
    program.keys("u z");
    assert_eq!(told(&program), "", "letters are written");
}

#[test]
fn the_language_changes_at_once_in_what_was_told_too() {
    let mut program = Program::sample((140, 40));
    program.keys("u");
    assert_eq!(told(&program), "tidak ada yang dapat diurungkan");
    program.keys("f7");
    assert_eq!(program.state.lang, Lang::En);
    assert_eq!(told(&program), "there is nothing to undo");
    assert!(program.text().contains("Employees 163") && !program.text().contains("Pegawai 163"), "{}", program.text());
    program.keys("f7 enter enter enter f7");
    assert_eq!(program.state.lang, Lang::En);
    assert!(told(&program).contains("saved 10:42"), "{}", told(&program));
    // Over everything: a form, the palette, the core's plan.
    for opened in ["shift-tab r", ":", "s"] {
        program.keys(opened);
        program.keys("f7");
        program.keys("f7");
        assert!(program.state.overlay.is_some(), "{opened}\n{}", program.text());
        program.keys("esc");
    }
}

#[test]
fn the_palette_finds_every_command_by_its_title_in_both_languages() {
    for lang in [Lang::Id, Lang::En] {
        for command in COMMANDS.iter().filter(|command| command.id != Id::Palette) {
            let mut program = Program::sample((140, 40));
            program.keys(":");
            program.type_text(screen::title(lang, command.id));
            let Some(Overlay::Palette(palette)) = &program.state.overlay else { panic!("{}", program.text()) };
            let title = screen::title(lang, palette.selected().unwrap());
            assert_eq!(title, screen::title(lang, command.id), "{}", program.text());
        }
    }
}

#[test]
fn the_palette_runs_what_can_be_run_and_says_why_not() {
    for size in [(140, 40), (80, 24)] {
        let mut program = Program::sample(size);
        program.keys(":");
        program.type_text("urung");
        program.keys("enter");
        assert_eq!(told(&program), "tidak ada yang dapat diurungkan");
        assert!(matches!(program.state.overlay, Some(Overlay::Palette(_))), "it stays for another try");
        program.keys("ctrl-p :");
        program.type_text("best plan");
        program.keys("enter");
        assert!(matches!(program.state.overlay, Some(Overlay::Solved(_))), "{}", program.text());
        program.keys("esc :");
        program.type_text("qqqq");
        assert!(program.text().contains("tidak ada perintah dengan nama itu"), "{}", program.text());
        program.keys("enter esc");
        assert!(program.state.overlay.is_none());
    }
}

#[test]
fn the_help_closes_by_its_keys_alone_and_others_are_told_which() {
    for close in ["esc", "q", "?", "f1", "enter"] {
        let mut program = Program::sample((80, 24));
        program.keys("?");
        for other in ["x", "Q", "tab", "s", "5", "right"] {
            program.keys(other);
            assert!(matches!(program.state.overlay, Some(Overlay::Help { .. })), "{other}");
            assert_eq!(told(&program), "↑↓ gulir · Esc ? tutup bantuan", "{other}");
            assert!(program.text().contains(" ↑↓ gulir · Esc ? tutup bantuan\n"), "in sight\n{}", program.text());
        }
        program.keys("end down up");
        assert_eq!(told(&program), "", "a key that scrolls");
        program.keys(close);
        assert!(program.state.overlay.is_none() && !program.state.is_over, "{close}");
    }
}

#[test]
fn while_a_search_is_typed_its_hints_are_its_keys() {
    let mut program = Program::sample((80, 24));
    program.keys("shift-tab / budi");
    assert!(program.text().contains("Enter ke daftar  Esc hapus pencarian"), "{}", program.text());
    let first = program.state.people.selected;
    for (hint, is_typed) in [("↓ turun", true), ("Enter ke daftar", false)] {
        let cell = program.find(hint);
        program.press(cell);
        program.release(cell);
        assert_eq!(program.state.searching.is_some(), is_typed, "{hint}");
    }
    assert_ne!(program.state.people.selected, first, "a step down");
    assert_eq!(program.state.people.query, "budi");
    program.keys("/");
    let cell = program.find("Esc hapus pencarian");
    program.press(cell);
    program.release(cell);
    assert_eq!((program.state.searching.is_some(), program.state.people.query.as_str()), (false, ""));
}
