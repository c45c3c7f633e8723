//! The gallery: every state of the screen at every usual size, in both languages, in ASCII and in every theme, a line a
//! state. To be looked at by people when a picture changes (`cargo insta review`).

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use insta::assert_snapshot;
use mutasi::app::look::{Look, Symbols, ThemeName};
use mutasi::app::message::Message;
use mutasi::app::state::Access;
use mutasi::app::told::Told;
use mutasi::app::views::{BLOCKED, GAIN, Kind, VACANT, WARNINGS, WISHES};
use mutasi::desk::composition::ComposeError;
use mutasi::desk::edit::Refusal;
use mutasi::desk::{Desk, Foundation};
use mutasi::model::plan::{Action, Plan, Proposal, Source};
use mutasi::model::{EmployeeIx, Nip, Status};
use mutasi::store::journal::JournalError;
use mutasi::text::Lang;
use ratatui::buffer::Cell;
use unicode_width::UnicodeWidthStr;

use crate::grounds::{CITY, EMPTY, IMPORTED, NO_POSTS, OVERFLOWING, SAMPLE};
use crate::program::Program;
use crate::roles::roles;

/// A state: what it is called, and the keys that lead there.
type State = (&'static str, &'static str);

/// The core's plan taken, with a reason for its first move.
const PLANNED: &str = "s enter p r mengisi space jabatan space yang space lama space lowong enter esc";

const BOARD: &[State] = &[
    ("board", ""),
    ("carrying", "enter enter"),
    ("warned", "enter enter down down down down down down"),
    ("refused", "shift-tab / rahmat space subagyo enter a"),
];

/// Seen at every size alone: what they add has no other words, signs or roles.
const BESIDE: &[State] = &[
    ("people", "shift-tab"),
    ("candidates", "enter"),
    ("tree", "v down down right"),
    ("search", "shift-tab / budi"),
    ("swap", "shift-tab down a tab shift-tab tab tab end"),
    ("palette_typed", ": rencana"),
];

const OVERLAYS: &[State] = &[
    ("help", "?"),
    ("palette", ":"),
    ("solved", "s down space"),
    ("form", "shift-tab / rahmat space subagyo enter tab tab o 800/123/BKPP enter kapan enter"),
];

/// Once a plan is taken.
const VIEWS: &[State] = &[
    ("figures", "f"),
    ("proposals", "p"),
    ("needs", "B"),
    ("unit", "B down enter"),
    ("person", "p down i"),
    ("post", "p down I"),
    ("journal", "R"),
    ("difference", "R end enter"),
    ("vacant", "@vacant"),
    ("gain", "@gain"),
    ("blocked", "@blocked"),
    ("wishes", "@wishes"),
    ("warnings", "@warnings"),
    ("pool", "esc tab shift-tab w"),
    ("shift", "] ]"),
    ("packs", "s enter E"),
];

/// Once something is pinned, banned and permitted.
const BOUND: &str = "shift-tab / wahyu space prasetya enter m esc esc / endah space purwanti enter m esc esc \
                     / rahmat space subagyo enter tab tab x o 800/123/BKPP enter 2026-10-20 enter Sekda enter mendesak enter";

const CHAINS: &[State] = &[("chains", "C"), ("chains_folded", "C Z down"), ("cut", "C down d")];

const HOLES: &[State] =
    &[("holes", "V"), ("holes_later", "s enter K V"), ("fill", "F down"), ("appoint", "down down down down D")];

const CONSTRAINTS: &[State] = &[("constraints", "P"), ("otherwise", "P down down enter")];

/// The views behind figures: a short strip has not all of them.
const BEHIND: &[(&str, &Kind)] =
    &[("@vacant", &VACANT), ("@gain", &GAIN), ("@blocked", &BLOCKED), ("@wishes", &WISHES), ("@warnings", &WARNINGS)];

const ASCII: Look = Look { theme: ThemeName::Mono, symbols: Symbols::Ascii };

fn program(base: &Arc<Foundation>, lang: Lang, look: Look, size: (u16, u16), before: &str, keys: &str) -> Program {
    let mut program = Program::on(base, lang, look, size);
    press(&mut program, before);
    press(&mut program, keys);
    program
}

/// Keys, or a view behind a figure.
fn press(program: &mut Program, keys: &str) {
    if let Some((_, kind)) = BEHIND.iter().find(|(name, _)| *name == keys) {
        program.state.open_view(kind, None);
        program.draw();
    } else if !keys.is_empty() {
        program.keys(keys);
    }
}

/// The screen as text; what stands behind a wide letter is part of it.
fn picture(program: &Program) -> String {
    let columns = usize::from(program.area.width);
    let line = |cells: &[Cell]| {
        let mut behind = 0;
        let mut line = String::new();
        for cell in cells {
            if behind == 0 {
                line.push_str(cell.symbol());
                behind = cell.symbol().width().max(1);
            }
            behind -= 1;
        }
        format!("{}\n", line.trim_end())
    };
    program.buffer.content.chunks(columns).map(line).collect()
}

fn at_every_size(states: &[State], before: &str) {
    for (name, keys) in states {
        for size in [(60, 15), (80, 24), (140, 40)] {
            let program = program(&SAMPLE, Lang::Id, Look::default(), size, before, keys);
            assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), picture(&program));
        }
    }
}

/// Every picture of some states of the sample.
fn pictures(states: &[State], before: &str) {
    at_every_size(states, before);
    for (name, keys) in states {
        assert_snapshot!(
            format!("{name}_english"),
            picture(&program(&SAMPLE, Lang::En, Look::default(), (80, 24), before, keys))
        );
        let mut program = program(&SAMPLE, Lang::Id, ASCII, (80, 24), before, keys);
        assert!(program.text().is_ascii(), "{}", program.text());
        assert_snapshot!(format!("{name}_ascii"), picture(&program));
        assert_snapshot!(format!("{name}_themes"), roles(&mut program));
    }
}

#[test]
fn the_board() {
    pictures(BOARD, "");
    at_every_size(BESIDE, "");
}

#[test]
fn what_lies_over_the_board() {
    pictures(OVERLAYS, "");
}

#[test]
fn with_few_signs_and_while_the_core_works() {
    let wgl4 = Look { theme: ThemeName::Dark, symbols: Symbols::Wgl4 };
    assert_snapshot!("carrying_wgl4", picture(&program(&SAMPLE, Lang::Id, wgl4, (80, 24), "", "enter enter")));
    let mut program = Program::sample((80, 24));
    program.wait();
    program.keys("s");
    assert_snapshot!("working", picture(&program));
}

#[test]
fn the_first_views() {
    pictures(&VIEWS[..7], PLANNED);
}

#[test]
fn the_other_views() {
    pictures(&VIEWS[7..], PLANNED);
}

#[test]
fn chains_and_holes() {
    pictures(CHAINS, PLANNED);
    pictures(HOLES, "");
}

#[test]
fn constraints_and_what_would_be_without_one() {
    pictures(CONSTRAINTS, BOUND);
    // Two pinned on one structural post: nothing holds, and it is told who stands against whom.
    for size in [(60, 15), (80, 24), (140, 40)] {
        let mut program = Program::sample(size);
        let facts = &SAMPLE.grounds.facts;
        let lurah = facts.positions.iter().find(|post| post.name == "Lurah Tinjomoyo").unwrap().id();
        for nip in ["197904122006031999", "197807082003012999"] {
            program.record(Action::Pin { employee: Nip::parse(nip).unwrap(), position: lurah.clone() });
        }
        program.keys("P");
        assert_snapshot!(format!("conflict_{}x{}", size.0, size.1), picture(&program));
    }
}

/// Facts that are others than when the plan was made: somebody is gone, a post is, a tenure is short now.
#[test]
fn what_an_import_made_of_the_plan() {
    for (name, size, look) in [
        ("60x15", (60, 15), Look::default()),
        ("80x24", (80, 24), Look::default()),
        ("140x40", (140, 40), Look::default()),
        ("ascii", (80, 24), ASCII),
    ] {
        let mut program = program(&IMPORTED, Lang::Id, look, size, "", "");
        let plan = Plan { proposals: proposals_of_the_core(), ..Plan::default() };
        program.before_import = Some(Arc::new(Desk::new(SAMPLE.clone(), plan.clone())));
        let desk = Arc::new(Desk::new(IMPORTED.clone(), plan));
        program.send(Message::Saved { desk, at: "10.42".into(), reversible: (true, false), entries: Vec::new() });
        program.keys("V");
        assert_snapshot!(format!("review_{name}"), picture(&program));
    }
    assert_snapshot!("review_nothing", picture(&program(&SAMPLE, Lang::Id, Look::default(), (80, 24), "", "V")));
}

fn proposals_of_the_core() -> BTreeMap<Nip, Proposal> {
    let mut program = Program::sample((80, 24));
    program.keys("s enter");
    program.state.desk.plan.proposals.clone()
}

#[test]
fn with_much_room_much_is_shown() {
    for (name, keys) in [("board", ""), ("carrying", "enter enter")] {
        assert_snapshot!(format!("{name}_200x60"), picture(&program(&SAMPLE, Lang::Id, Look::default(), (200, 60), "", keys)));
    }
    for (name, keys) in [("proposals", "p"), ("person", "p down i"), ("needs", "B")] {
        assert_snapshot!(
            format!("{name}_200x60"),
            picture(&program(&SAMPLE, Lang::Id, Look::default(), (200, 60), PLANNED, keys))
        );
    }
}

/// What is not there is said, and what to do next.
#[test]
fn nothing_there() {
    let shown = |base: &Arc<Foundation>, keys: &str| picture(&program(base, Lang::Id, Look::default(), (80, 24), "", keys));
    for (name, keys) in [
        ("board", ""),
        ("people", "shift-tab"),
        ("proposals", "p"),
        ("needs", "B"),
        ("tree", "v"),
        ("wishes", "@wishes"),
        ("blocked", "@blocked"),
    ] {
        assert_snapshot!(format!("nobody_{name}"), shown(&EMPTY, keys));
    }
    for (name, keys) in [("board", ""), ("people", "shift-tab"), ("person", "shift-tab i"), ("needs", "B"), ("solved", "s")] {
        assert_snapshot!(format!("no_posts_{name}"), shown(&NO_POSTS, keys));
    }
    let searches = [
        ("people", "shift-tab / zzz"),
        ("places", "/ zzz"),
        ("targets", "enter enter / zzz"),
        ("view", "B / zzz"),
        ("palette", ": zzz"),
    ];
    for (name, keys) in searches {
        assert_snapshot!(format!("not_found_{name}"), shown(&SAMPLE, keys));
    }
    for (name, keys) in [("proposals", "p"), ("journal", "R"), ("gain", "@gain"), ("vacant", "@vacant"), ("chains", "C")] {
        assert_snapshot!(format!("undecided_{name}"), shown(&SAMPLE, keys));
    }
}

/// Names without end, wide and combining letters, large numbers: cut with `…`, columns straight.
#[test]
fn too_much_for_the_screen() {
    let states = [
        ("board", ""),
        ("carrying", "enter enter"),
        ("tree", "v down right"),
        ("person", "shift-tab i"),
        ("post", "I"),
        ("needs", "B"),
        ("unit", "B down enter"),
        ("vacant", "@vacant"),
    ];
    for (name, keys) in states {
        assert_snapshot!(
            format!("overflowing_{name}"),
            picture(&program(&OVERFLOWING, Lang::Id, Look::default(), (80, 24), "", keys))
        );
    }
    let mut program = program(&CITY, Lang::Id, Look::default(), (80, 24), "", "");
    let facts = &CITY.grounds.facts;
    let posts: Vec<_> = facts.positions.iter().map(|post| post.id()).collect();
    let proposal = |at: usize| Proposal { position: posts[(at * 7) % posts.len()].clone(), source: Source::Hand };
    let proposals = (0..1_000).map(|at| (facts.employees[EmployeeIx(at as u32 * 3).at()].nip, proposal(at))).collect();
    let desk = Arc::new(Desk::new(CITY.clone(), Plan { proposals, ..Plan::default() }));
    program.send(Message::Saved { desk, at: "10.42".into(), reversible: (true, false), entries: Vec::new() });
    for (name, keys) in [("board", ""), ("proposals", "p"), ("blocked", "@blocked"), ("chains", "C end")] {
        press(&mut program, keys);
        assert_snapshot!(format!("thousand_{name}"), picture(&program));
    }
}

/// What went wrong is said in the line below, with what to do.
#[test]
fn what_goes_wrong() {
    let io =
        JournalError::Io { path: "/srv/mutasi/plans/utama/journal".into(), source: io::Error::from(io::ErrorKind::StorageFull) };
    let told = [
        ("not_saved", Told::NotWritten(Arc::new(io))),
        ("changed_by_another", Told::NotWritten(Arc::new(JournalError::Changed))),
        ("closed", Told::Refused(Refusal::Closed(Status::Approved))),
        ("core_failed", Told::NoPlan(Arc::new(ComposeError::Unproved))),
        ("core_limit", Told::NoPlan(Arc::new(ComposeError::Limit { fewest: 31 }))),
        (
            "core_conflict",
            Told::NoPlan(Arc::new(ComposeError::Infeasible { employees: (0..3).map(EmployeeIx).collect(), posts: Vec::new() })),
        ),
    ];
    for (name, told) in told {
        let mut program = Program::sample((80, 24));
        program.send(Message::NotSaved(told));
        assert_snapshot!(format!("wrong_{name}"), picture(&program));
    }
    for (name, keys) in [
        ("read_only", ""),
        ("read_only_refused", "enter a"),
        ("unknown_key", "Q"),
        ("no_target", "shift-tab / rahmat space subagyo enter a n"),
        ("unavailable", "u"),
    ] {
        let mut program = Program::sample((80, 24));
        if name.starts_with("read") {
            program.state.access = Access::ReadOnly("rahayu, pid 4711, bkpsdm-02".into());
            program.state.warn(Told::Followed("rahayu, pid 4711, bkpsdm-02".into()));
            program.draw();
        }
        if !keys.is_empty() {
            program.keys(keys);
        }
        assert_snapshot!(format!("wrong_{name}"), picture(&program));
    }
}
