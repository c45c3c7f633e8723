//! Pictures of the screen, to be looked at by people when they change (`cargo insta review`).

use insta::assert_snapshot;
use mutasi::app::command::COMMANDS;
use mutasi::app::look::{Look, Symbols, ThemeName};
use mutasi::app::state::Pane;
use mutasi::text::{Lang, screen};

use crate::program::{EMPTY, Program, SAMPLE};

fn in_english(size: (u16, u16)) -> Program {
    Program::on(&SAMPLE, Lang::En, Look::default(), size)
}

/// With one proposal: the best candidate on the vacancy that is longest open.
fn with_a_proposal(size: (u16, u16)) -> Program {
    let mut program = Program::sample(size);
    program.keys("enter enter enter");
    program
}

/// Somebody of the Pegawai pane picked up by keys.
fn carrying(size: (u16, u16), name: &str) -> Program {
    let mut program = Program::sample(size);
    program.keys("shift-tab /");
    program.type_text(name);
    program.keys("enter a");
    program
}

#[test]
fn a_person_carried_shows_every_target_and_what_letting_go_would_do() {
    let mut program = Program::sample((120, 30));
    program.keys("enter enter");
    let picture = program.text();
    assert_snapshot!("carrying_120x30", picture);
    // README shows the screen as it is.
    assert!(include_str!("../../README.md").contains(picture.trim_end()), "put this into README.md:\n{picture}");
}

#[test]
fn a_person_dragged_over_a_vacancy_shows_the_same_line() {
    let mut program = Program::sample((80, 24));
    let from = program.find("Agung Wicaksa");
    program.press(from);
    program.drag(program.find("Lurah Gedawang"));
    assert_snapshot!("dragging_80x24", program.text());
}

#[test]
fn a_swap_names_the_other_person() {
    let mut program = carrying((140, 40), "Wahyu Prasetya");
    program.keys("/");
    program.type_text("lurah pedalangan");
    assert_snapshot!("swap_140x40", program.text());
}

#[test]
fn a_refused_target_names_the_rule_before_and_after_letting_go() {
    for size in [(140, 40), (80, 24)] {
        let mut program = carrying(size, "Rahmat Subagyo");
        program.keys("enter");
        assert_snapshot!(format!("refused_after_{}x{}", size.0, size.1), program.text());
        assert!(program.state.desk.plan.proposals.is_empty());
    }
}

#[test]
fn the_proposals_tell_where_from_whom_and_what_is_missing() {
    for size in [(140, 40), (80, 24)] {
        let mut program = with_a_proposal(size);
        program.keys("p r");
        program.type_text("mengisi jabatan yang lama lowong");
        program.keys("enter");
        assert_snapshot!(format!("proposals_{}x{}", size.0, size.1), program.text());
    }
}

#[test]
fn the_best_plan_is_looked_at_before_it_is_taken() {
    for size in [(140, 40), (80, 24)] {
        let mut program = Program::sample(size);
        program.keys("s down space");
        program.keys("space enter");
        assert_snapshot!(format!("solved_taken_{}x{}", size.0, size.1), program.text());
    }
}

#[test]
fn the_help_lists_every_key_of_the_command_table() {
    for size in [(140, 40), (80, 24)] {
        let mut program = Program::sample(size);
        program.keys("?");
        let mut pages = program.text();
        for _ in 0..8 {
            program.keys("pgdn");
            pages.push_str(&program.text());
        }
        for command in COMMANDS {
            assert!(pages.contains(screen::title(Lang::Id, command.id)), "{:?} is missing\n{pages}", command.id);
            for key in command.keys {
                let shown = screen::key(Lang::Id, key.parse().unwrap());
                let line = pages.lines().find(|line| line.contains(screen::title(Lang::Id, command.id)) && line.contains(&shown));
                assert!(line.is_some(), "key {shown} of {:?} is missing\n{pages}", command.id);
            }
        }
    }
}

#[test]
fn the_help_scrolls_back_at_once_from_its_end() {
    let mut program = Program::sample((80, 24));
    program.keys("?");
    let first = program.text();
    program.keys("end");
    let end = program.text();
    program.keys("down down down up");
    assert_ne!(program.text(), end, "one step up from the end moves");
    program.keys("home");
    assert_eq!(program.text(), first);
}

#[test]
fn in_english_no_indonesian_word_of_the_program_is_left() {
    let mut program = in_english((140, 40));
    program.keys("enter enter");
    assert_snapshot!("english_carrying_140x40", program.text());
    for word in ["Pegawai", "Lowong", "Capaian", "Mengangkat", "rencana", "biaya", "memenuhi", "tetikus"] {
        assert!(!program.text().contains(word), "{word}\n{}", program.text());
    }
}

#[test]
fn in_ascii_every_sign_is_ascii() {
    let mut program = Program::on(&SAMPLE, Lang::Id, Look { theme: ThemeName::Mono, symbols: Symbols::Ascii }, (120, 30));
    let mut seen = program.text();
    program.keys("enter enter");
    seen.push_str(&program.text());
    for keys in ["enter p", "esc ?", "esc s", "esc v", "enter o", "esc shift-tab / x"] {
        program.keys(keys);
        seen.push_str(&program.text());
    }
    let other: Vec<char> = seen.chars().filter(|letter| !letter.is_ascii()).collect();
    assert!(other.is_empty(), "{:?} in\n{}", other, seen.lines().filter(|line| !line.is_ascii()).collect::<Vec<_>>().join("\n"));
}

#[test]
fn masked_no_name_is_on_any_screen() {
    let mut program = Program::sample((140, 40));
    program.keys("f9");
    assert_snapshot!("masked_140x40", program.text());
    let names: Vec<String> = SAMPLE.grounds.facts.employees.iter().map(|employee| employee.name.clone()).collect();
    let look = |program: &Program, at: &str| {
        let text = program.text();
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // A name may be broken over two lines of the box or the line below: look for it and for its first word in a row of its own.
        for name in &names {
            assert!(!text.contains(name.as_str()) && !flat.contains(name.as_str()), "{name} after {at}\n{text}");
        }
    };
    look(&program, "F9");
    for keys in ["enter", "enter", "enter", "p", "m", "r", "esc", "c", "esc", "m", "esc", "u", "U", "s", "enter", "p", "d"] {
        program.keys(keys);
        look(&program, keys);
    }
    // Refused swaps, drops and bans name people too.
    let who = program.find("Pegawai 0");
    for row in 3..34 {
        program.press(who);
        program.drag((60, row));
        look(&program, "drag");
        program.release((60, row));
        look(&program, "drop");
    }
    for row in 3..34 {
        program.press(who);
        program.drag((5, row));
        look(&program, "drag");
        program.release((5, row));
        look(&program, "swap");
    }
}

#[test]
fn without_employees_it_says_how_to_get_some() {
    for size in [(140, 40), (80, 24)] {
        let mut program = Program::on(&EMPTY, Lang::Id, Look::default(), size);
        program.keys("s esc enter tab enter a tab a b v p ? esc u x m o r c /");
        assert!(program.state.desk.plan.proposals.is_empty());
    }
}

#[test]
fn a_tiny_window_has_the_selected_row_its_line_and_the_way_out() {
    let mut program = Program::sample((20, 4));
    assert_snapshot!("tiny_20x4", program.text());
    program.keys("tab");
    assert_snapshot!("tiny_details_20x4", program.text());
    let mut nothing = Program::sample((19, 3));
    assert_snapshot!("nothing_19x3", nothing.text());
    for program in [&mut program, &mut nothing] {
        program.keys("q");
        assert!(program.state.is_over);
    }
}

#[test]
fn a_click_on_the_name_of_a_hidden_pane_shows_it() {
    let mut program = Program::sample((60, 15));
    let name = program.find("Pegawai");
    program.press(name);
    program.release(name);
    assert_eq!(program.state.focus, Pane::People);
    program.find("Agung Wicaksana");
}
