//! The strip: its figures are walked, behind each stands its list, and capaian has a course.

use insta::assert_snapshot;
use mutasi::app::figures::Figure;
use mutasi::app::hit::Place;
use mutasi::app::look::{Look, Symbols, ThemeName};
use mutasi::app::state::Pane;
use mutasi::app::table::RowId;
use mutasi::app::views::{BLOCKED, GAIN, NEEDS, PROPOSALS, VACANT, WARNINGS, WISHES};
use mutasi::desk::shares::Sharer;
use mutasi::text::{Lang, screen};

use crate::program::{EMPTY, Program, SAMPLE};

const ALL: [Figure; 8] = [
    Figure::Vacancies,
    Figure::Lowest,
    Figure::Gain,
    Figure::Moves,
    Figure::Blocked,
    Figure::Filled,
    Figure::Wishes,
    Figure::Warnings,
];

/// With the core's plan taken.
fn planned(size: (u16, u16)) -> Program {
    let mut program = Program::sample(size);
    program.keys("s enter");
    program
}

/// The focus on a figure.
fn on(program: &mut Program, figure: Figure) {
    program.keys(if program.state.figure.is_some() { "g" } else { "f" });
    while program.state.figure != Some(figure) {
        let before = program.state.figure;
        program.keys("right");
        assert_ne!(program.state.figure, before, "{figure:?} is not shown");
    }
}

#[test]
fn the_strip_has_the_focus() {
    for size in [(60, 15), (80, 24), (140, 40)] {
        let mut program = planned(size);
        program.keys("f right");
    }
    let mut program = Program::on(&SAMPLE, Lang::En, Look { theme: ThemeName::Mono, symbols: Symbols::Ascii }, (120, 30));
    program.keys("s enter f right right");
    assert!(program.text().is_ascii(), "{}", program.text());
    assert_snapshot!("figures_english_ascii_120x30", program.text());
}

#[test]
fn every_figure_is_walked_to_where_few_have_room() {
    for size in [(60, 15), (40, 12), (80, 24)] {
        let mut program = planned(size);
        program.keys("f");
        for figure in ALL {
            assert_eq!(program.state.figure, Some(figure), "{size:?}");
            assert!(program.cell_of(&Place::Figure(figure)).is_some(), "{figure:?} is out of sight\n{}", program.text());
            program.keys("right");
        }
        program.keys("enter");
        assert!(program.state.is_viewing(&WARNINGS), "{size:?}");
    }
}

#[test]
fn keys_walk_from_figure_to_figure_of_those_shown() {
    let mut program = planned((80, 24));
    program.keys("f");
    assert_eq!(program.state.figures, ALL, "both lines have room for all");
    for keys in [["right", "left"], ["l", "h"], ["tab", "shift-tab"], ["down", "up"]] {
        for figure in ALL {
            assert_eq!(program.state.figure, Some(figure));
            program.keys(keys[0]);
        }
        assert_eq!(program.state.figure, Some(Figure::Warnings), "the last one stays");
        (0..9).for_each(|_| program.keys(keys[1]));
    }
    program.keys("G");
    assert_eq!(program.state.figure, Some(Figure::Warnings));
    program.keys("g");
    assert_eq!(program.state.figure, Some(Figure::Vacancies));
    let cell = program.cell_of(&Place::Figure(Figure::Vacancies)).unwrap();
    assert_eq!(program.cursor, Some((1, cell.1)), "where screen readers look");
    // One line has room for fewer.
    program.keys("G");
    program.resize(60, 15);
    assert!(program.state.figures.len() < ALL.len());
    assert_eq!(program.state.figures.last(), Some(&Figure::Warnings), "what has the focus stays in sight");
    program.keys("right right right right right right right right left");
    assert!(program.state.figures.contains(&program.state.figure.unwrap()));
    program.resize(30, 10);
    assert_eq!(program.state.figure, None, "there is no strip");
    program.keys("f");
    assert_eq!(program.told(), "jendela ini terlalu kecil untuk angka rencana");
}

#[test]
fn the_strip_is_left_by_esc_its_key_and_a_pane() {
    let mut program = planned((80, 24));
    for keys in ["esc", "f"] {
        program.keys("shift-tab f");
        assert!(!program.state.has_focus(Pane::People));
        program.keys(keys);
        assert!(program.state.has_focus(Pane::People), "{keys}: where it was");
        program.keys("tab");
    }
    program.keys("f /");
    assert_eq!((program.state.figure, program.state.searching.is_some()), (None, true));
    program.keys("esc f v");
    assert!(program.state.has_focus(Pane::Places));
    program.keys("f");
    let who = program.state.people.rows[0];
    let cell = program.cell_of(&Place::Pane(Pane::People)).unwrap();
    program.press(cell);
    program.release(cell);
    assert!(program.state.has_focus(Pane::People));
    program.keys("f");
    // A drag takes the hand off the strip as well.
    let from = program.cell_of(&Place::Person(Pane::People, who)).unwrap();
    program.press(from);
    program.drag((from.0 + 1, from.1));
    assert!(program.state.carry.is_dragging() && program.state.figure.is_none());
}

#[test]
fn on_the_strip_no_row_is_meant_and_while_carrying_there_is_no_way_there() {
    let mut program = planned((80, 24));
    let plan = program.state.desk.plan.clone();
    program.keys("shift-tab f");
    for key in ["a", "t", "d", "m", "x", "r", "c", "K", "L", "y", "i", "I"] {
        program.keys(key);
        assert_eq!(program.told(), "pilih dulu satu baris: Esc kembali ke panel", "{key}");
        assert!(program.state.carry.carried().is_none() && program.state.overlay.is_none() && program.state.view().is_none());
    }
    assert_eq!(program.state.desk.plan, plan);
    program.keys("u");
    assert_ne!(program.state.desk.plan, plan, "undo needs no row");
    assert_eq!(program.state.figure, Some(Figure::Vacancies), "and the figure can be watched");
    program.keys("esc a f");
    assert!(program.told().starts_with("letakkan (Enter) atau kembalikan (Esc) dulu"), "{}", program.told());
    assert_eq!(program.state.figure, None);
}

#[test]
fn behind_each_figure_stands_its_list() {
    for (figure, kind) in [
        (Figure::Vacancies, &VACANT),
        (Figure::Lowest, &NEEDS),
        (Figure::Gain, &GAIN),
        (Figure::Moves, &PROPOSALS),
        (Figure::Blocked, &BLOCKED),
        (Figure::Filled, &NEEDS),
        (Figure::Wishes, &WISHES),
        (Figure::Warnings, &WARNINGS),
    ] {
        let mut program = planned((140, 30));
        on(&mut program, figure);
        program.keys("enter");
        assert!(program.state.is_viewing(kind), "{figure:?}");
        program.keys("esc");
        assert_eq!((program.state.view().is_none(), program.state.figure), (true, Some(figure)), "back where it was");
    }
    let mut program = Program::sample((80, 24));
    program.keys("enter enter enter f right right enter");
    assert_snapshot!("behind_gain_of_one_80x24", program.text());
}

#[test]
fn lists_behind_figures_say_why_they_are_empty() {
    let mut program = Program::on(&EMPTY, Lang::Id, Look::default(), (80, 24));
    let mut told = String::new();
    for figure in ALL {
        on(&mut program, figure);
        program.keys("enter");
        told.push_str(&program.text());
        program.keys("esc esc");
    }
    for words in [
        "tidak ada jabatan struktural yang lowong",
        "belum ada usulan",
        "tidak ada yang dilarang",
        "impor aspirasi.csv",
        "tidak ada yang perlu diperhatikan",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
}

#[test]
fn lists_tell_what_their_figures_count() {
    let mut program = planned((140, 40));
    let metrics = program.state.desk.metrics.clone();
    let mut opened = |figure| {
        on(&mut program, figure);
        program.keys("enter");
        let sections = program.state.view().unwrap().table.sections.clone();
        program.keys("esc esc");
        sections
    };
    assert_eq!(opened(Figure::Vacancies)[0].rows.len(), metrics.structural_vacant as usize);
    assert_eq!(opened(Figure::Warnings)[0].rows.len(), metrics.warnings as usize);
    assert_eq!(opened(Figure::Blocked)[0].rows.len(), metrics.blocked as usize);
    assert_eq!(opened(Figure::Moves)[0].rows.len(), metrics.moves as usize);
    let wishers = metrics.wishes_met + metrics.wishes_partly + metrics.wishes_open;
    assert_eq!(opened(Figure::Wishes)[0].rows.len(), wishers as usize);
    assert_eq!(opened(Figure::Gain)[0].rows.len(), metrics.moves as usize);
}

#[test]
fn the_worst_unit_is_selected_in_its_list() {
    let mut program = planned((80, 24));
    let (worst, _) = program.state.desk.metrics.worst_unit.unwrap();
    on(&mut program, Figure::Lowest);
    let name = screen::unit(&program.state.desk, worst);
    assert!(program.text().contains(&name), "named in full below\n{}", program.text());
    program.keys("enter");
    assert_eq!(program.state.selected_row(), Some(RowId::Unit(worst)));
    assert_eq!(Figure::Filled.behind(&program.state).1, None, "the same list from its beginning");
}

#[test]
fn with_room_the_worst_unit_has_its_whole_name_in_the_strip() {
    for (size, is_whole) in [((200, 60), true), ((60, 15), false)] {
        let program = planned(size);
        let (worst, _) = program.state.desk.metrics.worst_unit.unwrap();
        let name = format!("Terendah {} ", screen::unit(&program.state.desk, worst));
        assert_eq!(program.text().contains(&name), is_whole, "{name}\n{}", program.text());
    }
}

#[test]
fn a_click_selects_a_figure_and_the_next_one_on_it_opens() {
    let mut program = planned((80, 24));
    let click = |program: &mut Program, figure| {
        let cell = program.cell_of(&Place::Figure(figure)).unwrap();
        program.press(cell);
        program.release(cell);
    };
    click(&mut program, Figure::Wishes);
    assert_eq!((program.state.figure, program.state.view().is_none()), (Some(Figure::Wishes), true));
    click(&mut program, Figure::Gain);
    assert_eq!((program.state.figure, program.state.view().is_none()), (Some(Figure::Gain), true), "another one");
    // A key in between: what was clicked is forgotten.
    program.keys("right left");
    click(&mut program, Figure::Gain);
    assert!(program.state.view().is_none());
    click(&mut program, Figure::Gain);
    assert!(program.state.is_viewing(&GAIN));
    click(&mut program, Figure::Wishes);
    assert_eq!(program.told(), "hanya di papan: Esc menutup tampilan ini");
    // Carried by keys a click chooses a target: a figure is none.
    program.keys("esc esc shift-tab a");
    click(&mut program, Figure::Moves);
    assert!(program.state.carry.carried().is_some() && program.state.figure.is_none());
}

#[test]
fn capaian_has_a_course_from_the_first_decision_on() {
    let mut program = Program::sample((140, 40));
    let course = |program: &Program| -> String {
        let text = program.text();
        let figure = text.split("Capaian").nth(1).and_then(|rest| rest.split("Mutasi").next()).unwrap_or_default();
        figure.chars().filter(|sign| ('▁'..='█').contains(sign)).collect()
    };
    assert_eq!(course(&program), "", "nothing was decided");
    program.keys("enter enter enter");
    assert_eq!(course(&program), "▁█");
    program.keys("down enter enter enter");
    assert_eq!(course(&program).chars().count(), 3);
    assert_snapshot!("course_140x40", program.text());
    program.keys("u");
    let undone = course(&program);
    assert_eq!(undone.chars().count(), 4, "undo is a decision too");
    assert_eq!(undone.chars().nth(1), undone.chars().nth(3), "back where it was: {undone}");
    program.keys("U u U u U u U u U u");
    let newest = course(&program);
    assert!((4..12).contains(&newest.chars().count()) && newest.ends_with("█▁"), "the newest as far as there is room: {newest}");
    program.resize(200, 60);
    assert_eq!(course(&program).chars().count(), 12);
    program.resize(140, 40);
    // Nothing else moves while somebody is carried.
    program.keys("shift-tab a");
    assert_eq!(course(&program), "");
    program.keys("esc");
    let figures = program.state.figures.clone();
    program.resize(100, 30);
    program.resize(140, 40);
    assert_eq!(program.state.figures, figures, "no figure gives way");
}

#[test]
fn shares_are_the_gain() {
    let mut program = Program::sample((140, 40));
    program.keys("enter enter enter");
    let shares = program.state.desk.shares();
    assert!(shares.iter().any(|(sharer, _)| matches!(sharer, Sharer::Post(_))), "a vacancy was filled: {shares:?}");
    let sum: i64 = shares.iter().map(|(_, points)| points).sum();
    let metrics = &program.state.desk.metrics;
    assert_eq!(sum, metrics.objective - metrics.status_quo);
    program.keys("u");
    assert_eq!(program.state.desk.shares(), []);
}

#[test]
fn masked_no_name_stands_behind_a_figure() {
    let mut program = planned((140, 40));
    program.keys("f9");
    let names: Vec<&str> = SAMPLE.grounds.facts.employees.iter().map(|employee| employee.name.as_str()).collect();
    for figure in ALL {
        on(&mut program, figure);
        program.keys("enter");
        let text = program.text();
        assert!(!names.iter().any(|name| text.contains(name)), "{figure:?}\n{text}");
        program.keys("esc esc");
    }
}
