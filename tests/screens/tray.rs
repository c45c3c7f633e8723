//! Who has no post stands at the top of Lowong, and is carried out from there; nobody is carried in.
use crate::common::world::World;
use crate::program::Program;
use mutasi::app::hit::Place;
use mutasi::app::lists::places::PlaceRow;
use mutasi::app::look::Look;
use mutasi::app::state::Pane;
use mutasi::desk::Foundation;
use mutasi::desk::preview::Target;
use mutasi::model::records::AbolishedPost;
use mutasi::model::{EmployeeIx, JabatanId, JabatanKind, UnitId};
use mutasi::text::Lang;
use std::sync::Arc;

/// Ana on a post, one whose post was abolished, one whose post nobody knows.
fn program() -> (Program, [EmployeeIx; 3]) {
    let mut world = World::usual();
    let abolished = world.person("A/GONE");
    world.rosters.abolished.push(AbolishedPost {
        unit: UnitId("A".into()),
        jabatan: JabatanId("GONE".into()),
        name: "Pramu".into(),
        kind: JabatanKind::Staff,
        echelon: None,
        jenjang: None,
        class: None,
    });
    let unknown = world.person("A/NOWHERE");
    let base: Arc<Foundation> = Arc::new(world.build().base);
    let of = |nip| base.grounds.facts.employee(&nip).unwrap();
    let people = [EmployeeIx(0), of(abolished), of(unknown)];
    (Program::on(&base, Lang::Id, Look::default(), (140, 40)), people)
}

fn spot(program: &Program, target: Target) -> (u16, u16) {
    program.cell_of(&Place::Spot(Pane::Places, target)).unwrap_or_else(|| panic!("{target:?}\n{}", program.text()))
}

#[test]
fn those_without_a_post_stand_at_the_top_and_are_carried_out_by_keys() {
    let (mut program, [_, gone, unknown]) = program();
    assert_eq!(program.state.places.rows[..3], [PlaceRow::Tray, PlaceRow::Seatless(gone), PlaceRow::Seatless(unknown)]);
    assert_eq!(program.state.places.selected, Some(PlaceRow::Seatless(gone)));
    assert!(
        program.text().contains("── tanpa jabatan 2 ──") && program.text().contains("belum terpetakan"),
        "{}",
        program.text()
    );
    program.keys("a b enter");
    assert!(program.state.desk.placement.target(gone).is_some(), "{}", program.text());
    assert_eq!(program.state.places.rows[..2], [PlaceRow::Tray, PlaceRow::Seatless(unknown)]);
    // The way back: to the tray.
    program.state.focus = Pane::People;
    program.state.people.selected = Some(gone);
    program.keys("a g");
    assert_eq!(program.state.carry.carried().unwrap().over, Some(Target::Tray));
    assert!(program.text().contains("tanpa jabatan · usulannya dibatalkan"), "{}", program.text());
    program.keys("enter");
    assert!(program.state.desk.plan.proposals.is_empty(), "{}", program.text());
    assert!(program.told().contains("usulan dibatalkan"), "{}", program.told());
}

#[test]
fn the_mouse_carries_out_and_back_as_the_keys_do() {
    let (mut program, [ana, gone, unknown]) = program();
    let vacant = program.state.places.rows.iter().find_map(|row| match row {
        PlaceRow::Unit(unit, _) if program.state.desk.best_post_of(gone, *unit).is_some() => Some(Target::Unit(*unit)),
        _ => None,
    });
    let from = spot(&program, Target::Person(gone));
    program.press(from);
    program.drag((from.0, from.1 + 1));
    // Over another without a post it is the tray: nothing changes there.
    assert_eq!(program.state.carry.carried().unwrap().over, Some(Target::Person(unknown)));
    let to = spot(&program, vacant.unwrap());
    program.drag(to);
    program.release(to);
    assert!(program.state.desk.placement.target(gone).is_some(), "{}", program.text());
    for (who, is_withdrawn) in [(gone, true), (ana, false)] {
        let before = program.state.desk.plan.clone();
        let from = program.cell_of(&Place::Person(Pane::People, who)).unwrap();
        program.press(from);
        let to = spot(&program, Target::Tray);
        program.drag(to);
        program.release(to);
        assert_eq!(program.state.desk.plan != before, is_withdrawn, "{}", program.told());
        assert!(is_withdrawn || program.told().contains("(R26)"), "{}", program.told());
    }
}
