//! *Kunci jenjang* and *lindungi unit*: one entry, one undo, and the core moves only others.
use crate::program::Program;
use mutasi::app::hit::Place;
use mutasi::app::lists::places::PlaceRow;
use mutasi::app::look::Symbols;
use mutasi::app::state::Pane;
use mutasi::app::table::RowId;
use mutasi::desk::Desk;
use mutasi::desk::preview::Target;
use mutasi::matching::Control;
use mutasi::model::plan::Action;
use mutasi::model::{EmployeeIx, Level, Lock, PositionIx};

fn level(desk: &Desk, post: PositionIx) -> Option<Level> {
    desk.grounds().facts.positions[post.at()].grade().map(|grade| grade.level())
}

fn seat(desk: &Desk, who: EmployeeIx) -> Option<PositionIx> {
    desk.placement.post(&desk.grounds().projection, who)
}

/// Selects somebody of a level in Pegawai.
fn select(program: &mut Program, wanted: Level) -> EmployeeIx {
    let desk = program.state.desk.clone();
    let of_level = |who: &&EmployeeIx| seat(&desk, **who).and_then(|post| level(&desk, post)) == Some(wanted);
    let who = *program.state.people.rows.iter().find(of_level).unwrap();
    program.state.focus = Pane::People;
    program.state.people.selected = Some(who);
    who
}

#[test]
fn a_locked_level_stays_and_the_core_moves_the_rest() {
    let mut program = Program::sample((140, 40));
    program.keys("s enter");
    let solved = program.state.desk.clone();
    let pengawas = Level(3);
    let moved = |desk: &Desk| desk.placement.moves().filter(|(_, post)| level(desk, *post) == Some(pengawas)).count();
    assert!(moved(&solved) > 0);
    select(&mut program, pengawas);
    program.keys("K");
    let locked = program.state.desk.clone();
    assert!(program.told().starts_with("jenjang pengawas dan JF Muda dikunci: "), "{}", program.told());
    assert!(locked.plan.locks.is_closed(&Lock::Level(pengawas)));
    // Proposals stay as they are, and whose they are.
    assert_eq!(locked.placement, solved.placement);
    let of_core =
        |desk: &Desk| desk.plan.proposals.iter().filter(|(_, it)| it.source == mutasi::model::plan::Source::Solver).count();
    assert_eq!(of_core(&locked), of_core(&solved));
    let composed = locked.compose(None, &Control::unattended()).unwrap();
    for who in locked.grounds().everyone() {
        let Some(post) = seat(&locked, who).filter(|post| level(&locked, *post) == Some(pengawas)) else { continue };
        if !locked.grounds().projection.in_scope[post.at()] {
            continue;
        }
        let to = composed.moves.iter().find(|it| it.who == who).map(|it| it.to).or(locked.grounds().present(who));
        assert_eq!(to, Some(post), "{}", locked.grounds().facts.employees[who.at()].name);
    }
    // The same key opens it again, and one undo closes it as it was.
    program.keys("K");
    assert!(program.told().starts_with("kunci jenjang pengawas dan JF Muda dibuka: "), "{}", program.told());
    assert!(program.state.desk.plan.pins.is_empty());
    program.keys("u");
    assert_eq!(program.state.desk.plan, locked.plan);
    program.keys("u");
    assert_eq!(program.state.desk.plan, solved.plan);
}

#[test]
fn who_is_pinned_alone_or_by_another_lock_stays_pinned() {
    let mut program = Program::sample((140, 40));
    let who = select(&mut program, Level(1));
    program.keys("m");
    let nip = program.state.nip(who);
    program.keys("K K");
    let pins: Vec<_> = program.state.desk.plan.pins.keys().copied().collect();
    assert_eq!(pins, [nip]);
    // A unit and a level hold the same people: each is free only when both are opened.
    program.keys("m K L");
    let both = program.state.desk.plan.clone();
    let Some(unit @ Lock::Unit(_)) = program.state.selected_unit() else { panic!("no unit") };
    assert!(both.locks.is_closed(&unit));
    program.keys("K");
    assert!(program.state.desk.plan.pins.contains_key(&nip), "{}", program.told());
    assert!(program.state.desk.plan.pins.len() < both.pins.len());
    program.keys("L");
    assert!(program.state.desk.plan.pins.is_empty());
    // Taken from the lock alone, somebody may move although the lock stays closed.
    program.keys("K m K");
    assert!(program.state.desk.plan.pins.is_empty());
}

#[test]
fn a_lock_is_found_by_name_and_says_why_it_cannot_be_used() {
    let mut program = Program::sample((140, 40));
    program.keys(": lindungi enter");
    let post = program.state.places.selected_post().unwrap();
    let told = program.told();
    // A vacant lurah's post is that of its kelurahan: everyone there is held.
    assert!(told.starts_with("unit ") && told.contains("dilindungi: "), "{told}");
    let desk = &program.state.desk;
    let unit = desk.grounds().facts.position_unit[post.at()];
    for who in desk.grounds().everyone() {
        let at = seat(desk, who).and_then(|post| desk.grounds().facts.position_unit[post.at()]);
        assert!(at != unit || desk.plan.pins.contains_key(&program.state.nip(who)));
    }
    program.keys("u K");
    assert!(program.state.desk.plan.locks.is_closed(&program.state.selected_level().unwrap()), "{}", program.told());
    program.state.focus = Pane::People;
    program.keys("a K");
    assert!(program.told().contains("dulu pegawai yang diangkat"), "{}", program.told());
}

#[test]
fn a_lock_is_one_entry_that_is_read_back_as_it_was_written() {
    let program = {
        let mut program = Program::sample((140, 40));
        select(&mut program, Level(3));
        program.keys("K");
        program
    };
    let desk = &program.state.desk;
    let pins: Vec<_> = desk.plan.pins.iter().map(|(nip, post)| (*nip, post.clone())).collect();
    for action in [
        Action::PinMany { of: Lock::Level(Level(3)), pins: pins.clone() },
        Action::UnpinMany { of: Lock::Level(Level(3)), employees: pins.iter().map(|(nip, _)| *nip).collect() },
    ] {
        let written = serde_json::to_string(&action).unwrap();
        assert_eq!(serde_json::from_str::<Action>(&written).unwrap(), action, "{written}");
    }
}

#[test]
fn over_a_view_the_row_of_the_view_is_meant() {
    let mut program = Program::sample((140, 40));
    // On the board behind, a unit is selected.
    let behind = program.state.places.rows.iter().copied().find(|row| matches!(row, PlaceRow::Unit(..)));
    program.state.places.selected = behind;
    program.keys("B down down");
    let Some(RowId::Unit(unit)) = program.state.selected_row() else { panic!("no unit\n{}", program.text()) };
    let lock = Lock::Unit(program.state.desk.grounds().facts.units[unit.at()].id.clone());
    assert_ne!(behind.map(|row| row.target()), Some(Some(Target::Unit(unit))));
    program.keys("L");
    assert!(program.state.desk.plan.locks.is_closed(&lock), "{}", program.told());
    // So are people marked there.
    program.keys("u esc s enter p shift-down");
    assert_eq!(program.state.people.marked.len(), 2, "{}", program.text());
    let rows: Vec<_> = program.state.people.marked.iter().collect();
    assert!(rows.iter().all(|who| program.state.desk.placement.target(**who).is_some()));
}

#[test]
fn a_protected_unit_and_the_posts_of_a_locked_level_bear_a_sign_in_every_set() {
    for (symbols, sign) in [(Symbols::Unicode, "◘"), (Symbols::Wgl4, "◘"), (Symbols::Ascii, "&")] {
        let mut program = Program::sample((140, 40));
        program.state.look.symbols = symbols;
        program.keys("L");
        let post = program.state.places.selected_post().unwrap();
        let unit = program.state.desk.grounds().facts.position_unit[post.at()].unwrap();
        let line = |program: &Program, target| {
            let (_, row) = program.cell_of(&Place::Spot(Pane::Places, target)).unwrap();
            program.screen[usize::from(row)].clone()
        };
        assert!(line(&program, Target::Unit(unit)).contains(sign), "{symbols:?}\n{}", program.text());
        assert!(!line(&program, Target::Post(post)).contains(sign), "a vacancy of the unit is open\n{}", program.text());
        program.keys("K down");
        assert!(line(&program, Target::Post(post)).contains(sign), "{symbols:?}\n{}", program.text());
        program.keys("B");
        let name = mutasi::text::screen::unit(&program.state.desk, unit);
        assert!(program.text().contains(&format!("{sign} {name}")), "{symbols:?}\n{}", program.text());
    }
}
