//! Views: everything of one sort on the whole screen, sorted, filtered, opened.

use insta::assert_snapshot;
use jiff::civil::date;
use mutasi::app::command::Id;
use mutasi::app::hit::Place;
use mutasi::app::table::RowId;
use mutasi::app::views::{NEEDS, PROPOSALS, UNIT, VIEWS};
use mutasi::text::{Lang, screen};

use crate::program::{Program, SAMPLE};

/// With the core's plan taken, and a reason written for the first move.
fn planned(size: (u16, u16)) -> Program {
    let mut program = Program::sample(size);
    program.keys("s enter p r");
    program.type_text("mengisi jabatan yang lama lowong");
    program.keys("enter esc");
    program
}

/// The rows of the view on top, as they are shown.
fn rows(program: &Program) -> Vec<RowId> {
    let table = &program.state.view().unwrap().table;
    table.lines.iter().filter_map(|line| table.row(*line)).collect()
}

#[test]
fn an_entry_opens_what_differs_and_leads_back_when_asked_twice() {
    let mut program = Program::sample((80, 24));
    program.keys("enter enter enter");
    let first = program.state.desk.plan.clone();
    program.keys("enter enter n enter p m r");
    program.type_text("alasan");
    program.keys("enter esc R end enter");
    assert_snapshot!("view_difference_80x24", program.text());
    let later = program.state.desk.plan.clone();
    assert_ne!(first, later);
    program.keys("H");
    assert!(program.told().starts_with("H sekali lagi: kembali ke no. 1, 3 keputusan"), "{}", program.told());
    program.keys("down H");
    assert_eq!(program.state.desk.plan, later, "another key: it is asked anew");
    program.keys("H");
    assert_eq!(program.state.desk.plan, first);
    assert!(program.told().starts_with("kembali ke no. 1: 3 keputusan diurungkan"), "{}", program.told());
    assert!(program.text().contains("tidak ada selisih"), "{}", program.text());
    program.keys("H");
    assert_eq!(program.told(), "rencana kini sama dengan saat itu");
    program.keys("esc home down H");
    assert!(program.told().starts_with("urungkan tidak sampai"), "{}", program.told());
    program.keys("esc U U U");
    assert_eq!(program.state.desk.plan, later, "nothing is lost");
}

#[test]
fn masked_no_name_is_in_a_view() {
    let mut program = planned((140, 40));
    program.keys("f9");
    let names: Vec<&str> = SAMPLE.grounds.facts.employees.iter().map(|employee| employee.name.as_str()).collect();
    for keys in ["p", "i", "esc esc p down I", "esc esc B", "enter", "esc esc R", "enter"] {
        program.keys(keys);
        let text = program.text();
        assert!(!names.iter().any(|name| text.contains(name)), "after {keys}\n{text}");
    }
}

#[test]
fn a_unit_opens_into_its_posts_and_esc_goes_back_step_by_step() {
    let mut program = planned((80, 24));
    program.keys("B down enter");
    assert!(program.state.is_viewing(&UNIT));
    program.keys("esc");
    assert!(program.state.is_viewing(&NEEDS));
    assert_eq!(program.state.selected_row(), Some(rows(&program)[1]), "where it was");
    program.keys("esc");
    assert!(program.state.view().is_none());
    program.find("Pegawai 163");
}

#[test]
fn the_key_that_opens_a_view_closes_it() {
    for kind in VIEWS.iter().filter(|kind| kind.command.is_some()) {
        let mut program = planned((80, 24));
        program.keys("shift-tab");
        let id = kind.command.unwrap();
        let key = program.state.keymap.keys(id)[0].to_string();
        program.keys(&key);
        assert!(program.state.is_viewing(kind), "{id:?}");
        program.keys(&key);
        assert!(program.state.view().is_none(), "{id:?}");
    }
}

#[test]
fn rows_are_ordered_by_keys_and_by_a_click_on_a_head() {
    let mut program = planned((140, 40));
    program.keys("p");
    let by_name = rows(&program);
    program.keys("> <");
    let mut turned = by_name.clone();
    turned.reverse();
    assert_eq!(rows(&program), turned);
    let head = program.find("orang");
    program.press(head);
    program.release(head);
    program.find("orang↓");
    let by_cost = rows(&program);
    let changes = |program: &Program| -> Vec<i64> {
        let desk = &program.state.desk;
        let own = |row: RowId| row.person().zip(row.post()).and_then(|(who, post)| desk.score_change(who, post));
        rows(program).into_iter().filter_map(own).collect()
    };
    let falling = changes(&program);
    assert!(falling.len() > 3 && falling.windows(2).all(|two| two[0] >= two[1]), "{falling:?}");
    program.press(head);
    program.release(head);
    let rising = changes(&program);
    assert!(rising.len() == falling.len() && rising.windows(2).all(|two| two[0] <= two[1]), "{rising:?}");
    assert_ne!(rows(&program), by_cost);
}

#[test]
fn a_click_selects_a_row_and_a_second_one_opens_it() {
    let mut program = planned((80, 24));
    program.keys("B");
    let row = Place::Row(rows(&program)[3]);
    let cell = program.cell_of(&row).unwrap();
    program.press(cell);
    program.release(cell);
    assert_eq!(program.state.selected_row(), Some(rows(&program)[3]));
    program.press(cell);
    program.release(cell);
    assert!(program.state.is_viewing(&UNIT));
}

#[test]
fn a_filter_finds_rows_by_name() {
    let mut program = planned((80, 24));
    program.keys("p");
    let all = rows(&program).len();
    program.keys("/");
    program.type_text("lurah");
    assert!(rows(&program).len() < all && !rows(&program).is_empty(), "{}", program.text());
    assert_snapshot!("view_filter_80x24", program.text());
    program.type_text("zzz");
    assert!(program.text().contains("tidak ada yang cocok"), "{}", program.text());
    program.keys("enter esc");
    assert_eq!(rows(&program).len(), all, "Esc takes the filter away first");
    assert!(program.state.is_viewing(&PROPOSALS));
}

#[test]
fn what_is_done_to_a_row_is_done_to_whom_it_is_about() {
    let mut program = planned((80, 24));
    program.keys("p down");
    let Some(RowId::Pair(who, post)) = program.state.selected_row() else { panic!("no pair") };
    let before = rows(&program);
    program.keys("d");
    assert_eq!(program.state.desk.placement.target(who), None);
    assert_eq!(program.state.selected_row(), Some(before[2]), "the next one stands there now");
    program.keys("u");
    assert_eq!((rows(&program), program.state.desk.placement.target(who)), (before, Some(post)));
    program.keys("m");
    assert!(program.state.desk.plan.pins.contains_key(&program.state.nip(program.state.selected_person().unwrap())));
    program.keys("a");
    assert!(program.state.view().is_none() && program.state.carry.carried().is_some());
    program.keys("p");
    assert!(program.told().contains("letakkan (Enter)"), "{}", program.told());
}

#[test]
fn commands_of_the_board_say_why_they_do_nothing_over_a_view() {
    let mut program = planned((80, 24));
    program.keys(">");
    assert!(program.told().starts_with("hanya dalam tabel"), "{}", program.told());
    program.keys("p tab");
    assert!(program.told().starts_with("hanya di papan"), "{}", program.told());
    for id in [Id::Needs, Id::SortNext, Id::SortTurn] {
        program.keys(":");
        program.type_text(screen::title(Lang::Id, id));
        program.keys("enter");
    }
    assert!(program.state.is_viewing(&NEEDS));
    assert!(program.state.view().unwrap().table.sort.unwrap().is_falling);
}

#[test]
fn what_is_copied_is_the_row_of_the_view_and_not_of_the_board_behind_it() {
    let mut program = planned((140, 40));
    program.keys("p y");
    let (who, to) = rows(&program).into_iter().find_map(|row| row.person().zip(row.post())).unwrap();
    assert_eq!(program.state.selected_pair(), Some((who, to)));
    let desk = &program.state.desk;
    let name = desk.grounds().facts.employees[who.at()].name.clone();
    assert_eq!(program.copied, format!("{name}\t{}\t{}", program.state.nip(who), mutasi::text::screen::post(desk, to)));
    program.keys("f9 y");
    assert!(program.copied.starts_with("Pegawai ") && !program.copied.contains(name.as_str()), "{}", program.copied);
}

#[test]
fn on_few_rows_the_facts_of_a_card_scroll_with_its_tables() {
    let mut program = planned((60, 15));
    program.keys("p down i");
    let mut seen = program.text();
    for _ in 0..rows(&program).len() {
        program.keys("down");
        seen.push_str(&program.text());
    }
    let mut wide = planned((140, 40));
    wide.keys("p down i");
    let facts = &wide.state.view().unwrap().facts;
    assert!(facts.len() > 8 && program.state.view().unwrap().facts.is_empty());
    for (name, _) in facts {
        let name = mutasi::text::views::label(Lang::Id, *name);
        assert!(seen.contains(name), "{name}\n{seen}");
    }
    for told in ["perlu diverifikasi", "Pengolah Data Pelayanan, Seksi Yanlik", "jabatan paling cocok"] {
        assert!(seen.contains(told), "{told}\n{seen}");
    }
    // With more room they stand above again, and what was selected stays so.
    program.keys("home end");
    let selected = program.state.selected_row();
    program.resize(140, 40);
    assert_eq!(program.state.view().unwrap().facts.len(), facts.len());
    assert_eq!(program.state.selected_row(), selected);
}

#[test]
fn of_a_proposal_the_line_below_tells_what_its_row_does() {
    let mut program = planned((140, 40));
    let (who, _) = rows_of_proposals(&mut program);
    // A post that the law keeps the person from: the plan is laid there by hand.
    let desk = program.state.desk.clone();
    let grounds = desk.grounds();
    let barred = grounds.posts_in_scope().find(|post| desk.drop_verdicts(who, *post).iter().any(|it| it.blocks())).unwrap();
    let mut plan = (*desk.plan).clone();
    plan.proposals.get_mut(&program.state.nip(who)).unwrap().position = grounds.facts.positions[barred.at()].id();
    let desk = std::sync::Arc::new(desk.replanned(plan, None));
    program.send(mutasi::app::Message::Saved { desk, at: "10.42".into(), reversible: (true, false), entries: Vec::new() });
    program.state.views.last_mut().unwrap().table.selected = Some(RowId::Pair(who, barred));
    program.draw();
    let below = program.text().lines().rev().take(5).collect::<Vec<_>>().join(" ");
    assert!(!below.contains("✓ memenuhi syarat"), "{}", program.text());
}

fn rows_of_proposals(program: &mut Program) -> (mutasi::model::EmployeeIx, mutasi::model::PositionIx) {
    program.keys("p");
    rows(program).into_iter().find_map(|row| row.person().zip(row.post())).unwrap()
}

#[test]
fn the_effective_date_is_tried_month_by_month_then_set_and_taken_back() {
    let mut program = Program::sample((80, 24));
    program.keys("s enter");
    let before = program.state.desk.metrics.clone();
    program.keys("=");
    assert!(program.told().starts_with("geser dulu TMT"), "{}", program.told());
    program.keys("[ [ [ [");
    assert!(program.told().contains("sudah lewat"), "{}", program.told());
    assert_eq!(program.state.trial_tmt(), date(2026, 11, 1));
    program.keys("] ] ] ] ]");
    assert_eq!(program.state.trial_tmt(), date(2027, 4, 1));
    assert_eq!(program.state.heading.tmt, date(2027, 1, 1), "trying sets nothing");
    let tried = program.state.sought.shift.of(&date(2027, 4, 1)).and_then(|it| it.known()).unwrap().metrics[1].clone();
    program.keys("=");
    assert_eq!(program.state.heading.tmt, date(2027, 4, 1));
    assert_eq!(program.state.desk.metrics, tried, "what was told is what comes");
    assert_ne!(tried, before);
    program.keys("esc u");
    assert_eq!(program.state.heading.tmt, date(2027, 1, 1));
    assert_eq!(program.state.desk.metrics, before);
}
