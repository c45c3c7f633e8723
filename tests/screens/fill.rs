//! Isi jabatan ini on the screen: chains found, looked at, one taken.

use mutasi::app::table::RowId;
use mutasi::app::views::FILL;

use crate::program::Program;

fn rows(program: &Program) -> Vec<RowId> {
    let table = &program.state.view().unwrap().table;
    table.lines.iter().filter_map(|line| table.row(*line)).collect()
}

#[test]
fn a_vacant_post_is_filled_by_the_chain_that_was_shown_as_one_decision() {
    let mut program = Program::sample((80, 24));
    let post = program.state.selected_place().unwrap();
    program.keys("F");
    assert!(program.state.is_viewing(&FILL), "{}", program.text());
    assert_eq!(program.state.desk.metrics.moves, 0, "nothing is done yet");
    let best = program.state.fillings(post).unwrap().fillings[0].clone();
    program.keys("F");
    assert!(program.state.view().is_none());
    assert_eq!(program.state.desk.metrics, best.after);
    assert_eq!(program.state.desk.placement.heads(post), 1);
    program.keys("u");
    assert_eq!(program.state.desk.metrics.moves, 0);
}

#[test]
fn another_chain_may_be_chosen_than_the_best() {
    let mut program = Program::sample((140, 40));
    let post = program.state.selected_place().unwrap();
    program.keys("F");
    let fillings = program.state.fillings(post).unwrap().fillings.clone();
    assert!(fillings.len() > 1 && fillings[0].gain >= fillings[1].gain && fillings[0].leaves != fillings[1].leaves);
    let second = rows(&program).iter().position(|row| *row == RowId::Place(post, 1)).unwrap();
    (0..=second).for_each(|_| program.keys("down"));
    program.keys("F");
    assert_eq!(program.state.desk.metrics, fillings[1].after);
}

#[test]
fn a_digit_looks_for_chains_of_another_length() {
    let mut program = Program::sample((80, 24));
    let post = program.state.selected_place().unwrap();
    program.keys("F 1");
    let found = program.state.fillings(post).unwrap();
    assert_eq!(found.depth, 1);
    assert!(found.fillings.iter().all(|it| it.links.len() == 1));
    program.find("batas mutasi, kini 1");
}

#[test]
fn esc_calls_the_search_off_and_an_answer_that_comes_late_shows_nothing() {
    let mut program = Program::sample((80, 24));
    program.wait();
    program.keys("F");
    program.find("Mencari rantai terbaik");
    program.keys("esc");
    program.answer();
    assert!(program.state.view().is_none() && program.state.overlay.is_none());
}

#[test]
fn a_post_that_lacks_nobody_says_so() {
    let mut program = Program::sample((80, 24));
    program.keys("shift-tab F");
    assert!(program.told().starts_with("pilih dulu jabatan yang lowong"), "{}", program.told());
}

#[test]
fn somebody_is_appointed_to_act_on_a_vacant_post() {
    let mut program = Program::sample((80, 24));
    let post = program.state.selected_place().unwrap();
    let vacant = program.state.desk.metrics.structural_vacant;
    program.keys("down down down down D");
    program.find("Plt / Plh · Lurah Sumurboto");
    program.type_text("123");
    program.keys("enter enter");
    program.type_text("2027-03-31");
    program.keys("enter");
    program.type_text("821/7");
    program.keys("enter");
    assert!(program.told().contains("18 angka"), "{}", program.told());
    let nip = {
        let desk = &program.state.desk;
        let who =
            desk.holders(program.state.people.rows.iter().find_map(|who| desk.grounds().present(*who)).unwrap()).next().unwrap();
        program.state.nip(who)
    };
    program.keys("backspace backspace backspace");
    program.type_text(&nip.to_string());
    program.keys("tab tab tab enter");
    assert!(program.state.overlay.is_none(), "{}", program.text());
    assert!(program.told().contains("Plt Lurah Sumurboto"), "{}", program.told());
    assert_eq!(program.state.desk.metrics.structural_vacant, vacant, "it fills no post");
    let at = program.state.selected_place().unwrap();
    assert_ne!(at, post);
    assert!(program.state.desk.grounds().acting(at).any(|it| it.nip == nip && it.letter == "821/7"));
}
