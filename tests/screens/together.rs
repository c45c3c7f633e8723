//! Several people in hand: marked, carried and dropped at once, by keys and by mouse alike.
use crate::program::Program;
use mutasi::app::hit::Place;
use mutasi::app::lists::places::PlaceRow;
use mutasi::app::state::Pane;
use mutasi::desk::edit::Refusal;
use mutasi::desk::preview::{Landing, Target};
use mutasi::model::{EmployeeIx, PositionIx, UnitIx};

/// Two people next to each other in Pegawai who both fit a unit in sight.
fn two_who_fit(program: &Program) -> ([EmployeeIx; 2], UnitIx) {
    let units: Vec<UnitIx> = program.hits.places().iter().filter_map(|(_, place)| unit(*place)).collect();
    let drawn = |who: &EmployeeIx| program.cell_of(&Place::Person(Pane::People, *who)).is_some();
    let rows: Vec<EmployeeIx> = program.state.people.rows.iter().copied().filter(drawn).collect();
    let fits = |two: &[EmployeeIx], unit: UnitIx| {
        program.state.desk.spread(two, Target::Unit(unit)).is_ok_and(|spread| spread.len() == 2)
    };
    let found = rows.windows(2).find_map(|two| Some(([two[0], two[1]], *units.iter().find(|unit| fits(two, **unit))?)));
    found.expect("two who fit")
}

fn unit(place: Place) -> Option<UnitIx> {
    match place {
        Place::Spot(Pane::Places, Target::Unit(unit)) => Some(unit),
        _ => None,
    }
}

fn select(program: &mut Program, who: EmployeeIx) {
    program.state.focus = Pane::People;
    program.state.people.selected = Some(who);
}

#[test]
fn marked_people_are_carried_and_dropped_at_once_by_keys_and_by_mouse() {
    let mut keys = Program::sample((140, 40));
    let (two, unit) = two_who_fit(&keys);
    select(&mut keys, two[0]);
    keys.keys("shift-down");
    assert!(keys.told().starts_with("2 pegawai ditandai · a angkat semuanya"), "{}", keys.told());
    keys.keys("a");
    assert_eq!(keys.state.focus, Pane::Places);
    keys.state.places.selected = Some(PlaceRow::Unit(unit, 0));
    keys.keys("down up");
    let carried = keys.state.carry.carried().unwrap();
    assert_eq!((carried.over, carried.everyone().len()), (Some(Target::Unit(unit)), 2));
    assert!(matches!(carried.preview.as_ref().unwrap().landing, Landing::Spreads(_)));
    assert!(carried.after.is_some());
    assert!(keys.text().contains("Mengangkat 2 pegawai ("), "{}", keys.text());
    keys.keys("enter");
    let plan = keys.state.desk.plan.clone();
    assert_eq!(plan.proposals.len(), 2);
    assert!(keys.told().matches(" → ").count() == 2, "{}", keys.told());
    assert!(keys.state.people.marked.is_empty());

    let mut mouse = Program::sample((140, 40));
    let cell = |program: &Program, place| program.cell_of(&place).unwrap();
    for who in two {
        let at = cell(&mouse, Place::Person(Pane::People, who));
        mouse.press(at);
        mouse.release(at);
        mouse.keys("ins");
    }
    let from = cell(&mouse, Place::Person(Pane::People, two[1]));
    mouse.press(from);
    mouse.drag((from.0 + 1, from.1));
    let to = cell(&mouse, Place::Spot(Pane::Places, Target::Unit(unit)));
    mouse.drag(to);
    mouse.release(to);
    assert_eq!(mouse.state.desk.plan.proposals, plan.proposals);

    // One entry: one undo takes both back.
    keys.keys("u");
    assert!(keys.state.desk.plan.proposals.is_empty());
}

#[test]
fn who_does_not_fit_is_named_and_all_stay_in_hand() {
    let mut program = Program::sample((140, 40));
    let vacant = program.state.places.selected_post().unwrap();
    let desk = program.state.desk.clone();
    let fit = |who: &EmployeeIx| desk.may_drop(*who, vacant).is_ok();
    let two: Vec<EmployeeIx> = program.state.people.rows.iter().copied().filter(fit).take(2).collect();
    for who in &two {
        select(&mut program, *who);
        program.keys("t");
    }
    program.keys("a");
    assert_eq!(program.state.carry.carried().unwrap().over, Some(Target::Post(vacant)));
    program.keys("enter");
    let told = program.told();
    assert!(told.starts_with("tidak muat: ") && told.contains("tidak ada tempat kosong"), "{told}");
    let named = |who: &EmployeeIx| told.contains(desk.grounds().facts.employees[who.at()].name.split(' ').next().unwrap());
    assert!(two.iter().any(named), "{told}");
    assert_eq!(program.state.carry.carried().unwrap().everyone().len(), 2);
    assert!(program.state.desk.plan.proposals.is_empty());
    // On a holder there is no swap of two with one.
    let held = desk.grounds().posts_in_scope().find_map(|post| desk.only_holder(post)).unwrap();
    assert_eq!(
        desk.preview_many(&two, Target::Person(held)).landing,
        Landing::Refused(mutasi::desk::edit::Refusal::ManyForOne(held))
    );
    program.keys("esc");
    assert_eq!(program.told(), "2 pegawai dikembalikan; rencana tidak berubah");
    assert_eq!(program.state.people.marked.len(), 2);
    select(&mut program, two[0]);
    program.keys("esc");
    assert_eq!((program.told().as_str(), program.state.people.marked.len()), ("tidak ada pegawai yang ditandai", 0));
}

#[test]
fn many_proposals_dropped_on_a_seatless_row_or_the_tray_are_taken_back() {
    let program = Program::sample((140, 40));
    let (two, unit) = two_who_fit(&program);
    let desk = &program.state.desk;
    let spread = desk.spread(&two, Target::Unit(unit)).unwrap();
    let there = desk.after(&desk.decide(mutasi::desk::edit::Edit::Together(desk.changes(&spread))).unwrap());
    let back = there.spread(&two, Target::Tray).unwrap();
    assert_eq!(back, two.map(|who| (who, None)));
    let again = there.after(&there.decide(mutasi::desk::edit::Edit::Together(there.changes(&back))).unwrap());
    assert_eq!(again.placement, desk.placement);
    assert!(desk.spread(&two, Target::Tray).is_err());
}

#[test]
fn of_the_posts_of_a_unit_the_one_where_least_stands_in_the_way_gives_the_reason() {
    let program = Program::sample((140, 40));
    let desk = &program.state.desk;
    let people: Vec<EmployeeIx> = program.state.people.rows.iter().copied().step_by(9).collect();
    let mut told = 0;
    for fill in desk.tally.fills() {
        for two in people.windows(2) {
            let Err(Refusal::Unplaced(left, Some(why))) = desk.spread(two, Target::Unit(fill.unit)) else { continue };
            let Refusal::Rules(who, post, verdicts) = *why else { continue };
            assert_eq!(who, left[0]);
            let pair = |post: PositionIx| desk.judge().verdicts(who, post).iter().filter(|verdict| verdict.blocks()).count();
            for other in desk.grounds().index.posts_of(fill.unit) {
                let blocking = desk.drop_verdicts(who, *other).iter().filter(|verdict| verdict.blocks()).count();
                let is_nearer = (pair(*other) > 0, blocking) < (pair(post) > 0, verdicts.len());
                assert!(!is_nearer, "{who:?} at {post:?} for {verdicts:?}; at {other:?} less stands in the way");
            }
            told += 1;
        }
    }
    assert!(told > 50, "{told}");
}
