//! The gallery: what can be seen, at every size, in every language, set of signs and theme; where there is nothing,
//! too much, or something is wrong.

use std::fmt::Write;
use std::sync::Arc;

use insta::assert_snapshot;
use mutasi::app::Message;
use mutasi::app::look::{Look, Symbols, ThemeName};
use mutasi::app::state::Access;
use mutasi::app::told::Told;
use mutasi::desk::Foundation;
use mutasi::model::{Facts, Grounds};
use mutasi::store::sample::{self, Choices};
use mutasi::text::Lang;
use ratatui::style::{Color, Modifier};

use crate::program::{EMPTY, Program, SAMPLE};

const SMALL: (u16, u16) = (60, 15);
const NORMAL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (140, 40);
const HUGE: (u16, u16) = (200, 60);

/// What can be seen, and the keys that lead there.
const BOARD: &str = "down up";
const CARRYING: &str = "enter enter";
const SWAP: &str = "shift-tab down a tab shift-tab tab tab end";
const TREE: &str = "v down down right";
const PROPOSALS: &str = "s enter p";
const NEEDS: &str = "s enter B down";
const UNIT: &str = "s enter B down enter";
const PERSON: &str = "s enter p down i";
const POST: &str = "s enter p down I";
const JOURNAL: &str = "enter enter enter R";
const DIFFERENCE: &str = "enter enter enter s enter R end enter";
const GAIN: &str = "s enter f right right enter";
const VACANT: &str = "s enter f enter";
const SOLVED: &str = "s";
const FORM: &str = "enter enter enter shift-tab shift-tab r";
const PALETTE: &str = ":";
const HELP: &str = "?";

const VIEWS: [(&str, &str); 9] = [
    ("proposals", PROPOSALS),
    ("needs", NEEDS),
    ("unit", UNIT),
    ("person", PERSON),
    ("post", POST),
    ("journal", JOURNAL),
    ("difference", DIFFERENCE),
    ("gain", GAIN),
    ("vacant", VACANT),
];

fn seen(keys: &str, size: (u16, u16), lang: Lang, look: Look) -> Program {
    let mut program = Program::on(&SAMPLE, lang, look, size);
    program.keys(keys);
    program
}

fn picture(name: &str, keys: &str, size: (u16, u16)) {
    let program = seen(keys, size, Lang::Id, Look::default());
    assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), program.text());
}

#[test]
fn what_is_not_pictured_elsewhere_is_seen_at_each_size() {
    let of_every_size = [("difference", DIFFERENCE), ("gain", GAIN), ("vacant", VACANT), ("unit", UNIT), ("tree", TREE)];
    for (name, keys) in of_every_size {
        // Capaian is not among the figures of a small strip.
        for size in [SMALL, NORMAL, WIDE].into_iter().filter(|size| name != "gain" || *size != SMALL) {
            picture(name, keys, size);
        }
    }
    for (name, keys) in [("solved", SOLVED), ("form", FORM), ("palette", PALETTE), ("help", HELP), ("swap", SWAP)] {
        picture(name, keys, SMALL);
    }
    picture("swap", SWAP, NORMAL);
    for (name, keys) in [("board", BOARD), ("carrying", CARRYING), ("needs", NEEDS), ("person", PERSON)] {
        picture(name, keys, HUGE);
    }
}

#[test]
fn every_view_speaks_english_and_ascii() {
    let ascii = Look { theme: ThemeName::Mono, symbols: Symbols::Ascii };
    for (name, keys) in VIEWS {
        assert_snapshot!(format!("{name}_english_80x24"), seen(keys, NORMAL, Lang::En, Look::default()).text());
        let program = seen(keys, NORMAL, Lang::Id, ascii);
        assert!(program.text().is_ascii(), "{}", program.text());
        assert_snapshot!(format!("{name}_ascii_80x24"), program.text());
    }
    let wgl4 = Look { theme: ThemeName::Dark, symbols: Symbols::Wgl4 };
    assert_snapshot!("carrying_wgl4_80x24", seen(CARRYING, NORMAL, Lang::Id, wgl4).text());
}

/// Letters for styles where they stand, then what each letter is: `.` is the terminal's own.
fn styles(program: &Program) -> String {
    let (buffer, mut known, mut shown) = (&program.buffer, Vec::new(), String::new());
    for row in 0..program.area.height {
        let letters: String = (0..program.area.width)
            .map(|column| {
                let cell = &buffer[(column, row)];
                // A blank shows its background, and whether it is reversed.
                let is_seen = cell.symbol() != " " || cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
                let style = (
                    if is_seen { cell.fg } else { Color::Reset },
                    cell.bg,
                    if is_seen { cell.modifier } else { Modifier::empty() },
                );
                if style == (Color::Reset, Color::Reset, Modifier::empty()) {
                    return '.';
                }
                let at = known.iter().position(|other| *other == style).unwrap_or_else(|| {
                    known.push(style);
                    known.len() - 1
                });
                char::from(b'a' + at as u8)
            })
            .collect();
        writeln!(shown, "{}", letters.trim_end_matches('.')).unwrap();
    }
    for (at, (front, back, held)) in known.iter().enumerate() {
        let on = if *back == Color::Reset { String::new() } else { format!(" on {back}") };
        writeln!(shown, "{} {front}{on} {held:?}", char::from(b'a' + at as u8)).unwrap();
    }
    shown
}

/// The styles of each view in each theme: the text is the same in all.
#[test]
fn every_view_has_its_styles_in_every_theme() {
    for (name, keys) in [("board", BOARD), ("carrying", CARRYING)].into_iter().chain(VIEWS) {
        for theme in ThemeName::ALL {
            let program = seen(keys, NORMAL, Lang::Id, Look { theme, symbols: Symbols::Unicode });
            let styles = styles(&program);
            let has_colour = ["Red", "Green", "Yellow", "Blue", "Magenta", "Cyan"].iter().any(|colour| styles.contains(colour));
            assert_eq!(has_colour, theme != ThemeName::Mono, "{name} {theme:?}\n{styles}");
            assert_snapshot!(format!("styles_{name}_{}", theme.name()), styles);
        }
    }
}

#[test]
fn where_there_is_nothing_it_is_said_what_to_do() {
    let nothing = [("tree", "v"), ("people", "shift-tab"), ("vacant", "f enter"), ("blocked", "f right right right right enter")];
    for (name, keys) in nothing {
        let mut program = Program::on(&EMPTY, Lang::Id, Look::default(), NORMAL);
        program.keys(keys);
        assert_snapshot!(format!("{name}_of_nobody_80x24"), program.text());
    }
    let mut program = Program::sample(NORMAL);
    program.keys("shift-tab / z z q x");
    assert_snapshot!("nobody_found_80x24", program.text());
}

/// Names as people have them, and longer; wide, combined, and with figures of seven digits.
fn overfull() -> Arc<Foundation> {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample::create(&folder.path().join("w"), &Choices::default()).unwrap();
    let mut rosters = workspace.rosters().unwrap();
    let names = [
        "R.A. Kusumaningrum Widyastuti Prabawangsa Notonegoro Adhiningrat",
        "王小明 陳美玲 張偉強",
        "Ağça Ǫ́dọ́ E\u{301}lodie",
        "X",
    ];
    for (employee, name) in rosters.employees.iter_mut().zip(names.iter().cycle()) {
        employee.name = format!("{name} {}", employee.name);
    }
    for unit in &mut rosters.units {
        unit.name = format!("{} dan Pemberdayaan Masyarakat Desa Terpadu Wilayah Selatan", unit.name);
    }
    let grounds = Grounds::new(Facts::link(rosters), SAMPLE.grounds.policy.clone());
    Arc::new(Foundation::new(grounds, workspace.pack().unwrap()))
}

#[test]
fn what_is_too_long_is_cut_and_columns_stay() {
    let base = overfull();
    for (name, keys) in
        [("board", "down"), ("carrying", CARRYING), ("people", "shift-tab down"), ("needs", "B"), ("person", "shift-tab i")]
    {
        let mut program = Program::on(&base, Lang::Id, Look::default(), NORMAL);
        program.keys(keys);
        assert_snapshot!(format!("{name}_overfull_80x24"), program.text());
    }
}

#[test]
fn what_goes_wrong_says_what_and_how_to_mend_it() {
    let mut program = Program::sample(NORMAL);
    program.send(Message::NotSaved(Told::Failed("disk penuh".into())));
    assert_snapshot!("not_saved_80x24", program.text());
    let mut program = Program::sample(NORMAL);
    program.state.access = Access::ReadOnly("rahayu (proses 4711)".into());
    program.keys("shift-tab a");
    assert_snapshot!("read_only_80x24", program.text());
    let mut program = Program::sample(NORMAL);
    program.keys("Z");
    assert_snapshot!("unknown_key_80x24", program.text());
    let mut program = Program::sample(NORMAL);
    program.wait();
    program.keys("s");
    assert_snapshot!("working_80x24", program.text());
}
