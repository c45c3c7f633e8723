//! Rantai mutasi on the screen: folded, searched, left for the board, and cut.

use mutasi::app::state::Pane;
use mutasi::app::table::RowId;
use mutasi::app::views::{CHAINS, CUT, PERSON, POST};
use mutasi::desk::chains::Chains;
use mutasi::model::EmployeeIx;

use crate::program::Program;

/// The core's plan taken, its chains shown.
fn shown(size: (u16, u16)) -> Program {
    let mut program = Program::sample(size);
    program.keys("s enter C");
    assert!(program.state.is_viewing(&CHAINS));
    program
}

fn rows(program: &Program) -> Vec<RowId> {
    let table = &program.state.view().unwrap().table;
    table.lines.iter().filter_map(|line| table.row(*line)).collect()
}

fn movers(program: &Program) -> Vec<EmployeeIx> {
    rows(program).into_iter().filter(|row| matches!(row, RowId::Pair(..))).filter_map(RowId::person).collect()
}

#[test]
fn every_move_of_the_plan_stands_in_a_chain() {
    let program = shown((140, 40));
    let mut shown = movers(&program);
    shown.sort_unstable();
    let mut moves: Vec<EmployeeIx> = program.state.desk.placement.moves().map(|(who, _)| who).collect();
    moves.sort_unstable();
    assert_eq!(shown, moves);
    let chains = Chains::of(&program.state.desk);
    assert!(program.text().contains(&format!("Rantai mutasi {}", chains.all.len())), "{}", program.text());
}

#[test]
fn a_chain_folds_where_the_selection_is_and_all_of_them_by_one_key() {
    let mut program = shown((80, 24));
    let all = rows(&program);
    program.keys("down down left");
    assert_eq!(program.state.selected_row(), Some(all[0]), "the post that the chain fills");
    assert_eq!(rows(&program).len(), all.len() - 3);
    program.keys("right");
    assert_eq!(rows(&program), all);
    program.keys("Z");
    let stems = rows(&program);
    assert!(stems.len() < all.len() && stems.iter().all(|row| matches!(row, RowId::Place(..))));
    program.keys("left");
    assert!(program.state.is_viewing(&CHAINS), "what is folded already does not close the view");
    program.keys("Z");
    assert_eq!(rows(&program), all);
    program.keys("right");
    assert!(program.state.is_viewing(&POST), "what is open already opens its card");
}

#[test]
fn a_folded_chain_stays_so_when_the_plan_changes() {
    let mut program = shown((80, 24));
    program.keys("left");
    let folded = rows(&program);
    program.keys("end up d d");
    assert!(program.state.is_viewing(&CHAINS));
    assert_eq!(rows(&program)[..2], folded[..2]);
}

#[test]
fn a_search_shows_the_whole_chain_of_what_it_finds_and_selects_that() {
    let mut program = shown((80, 24));
    let who = movers(&program)[5];
    let name = program.state.desk.grounds().facts.employees[who.at()].name.clone();
    program.keys("Z /");
    program.type_text(&name.to_lowercase());
    assert_eq!(program.state.selected_row().and_then(RowId::person), Some(who), "{}", program.text());
    assert!(matches!(rows(&program)[0], RowId::Place(..)) && rows(&program).len() > 2, "{}", program.text());
    program.keys("enter enter");
    assert!(program.state.is_viewing(&PERSON));
}

#[test]
fn from_a_mover_to_the_same_person_on_the_board() {
    let mut program = shown((80, 24));
    let who = movers(&program)[1];
    program.keys("down down J");
    assert!(program.state.view().is_none());
    assert_eq!((program.state.focus, program.state.people.selected), (Pane::People, Some(who)));
}

#[test]
fn a_link_is_cut_once_what_falls_back_was_shown() {
    let mut program = shown((80, 24));
    let (before, first) = (program.state.desk.plan.clone(), movers(&program)[..2].to_vec());
    program.keys("down d");
    assert!(program.state.is_viewing(&CUT));
    assert_eq!(rows(&program).into_iter().filter_map(RowId::person).collect::<Vec<_>>(), first);
    assert_eq!(program.state.desk.plan, before, "nothing is done yet");
    program.keys("esc");
    assert!(program.state.is_viewing(&CHAINS));
    program.keys("d d");
    assert!(program.state.is_viewing(&CHAINS));
    let after = &program.state.desk.plan;
    assert_eq!(after.proposals.len(), before.proposals.len() - 2);
    assert!(first.iter().all(|who| !after.proposals.contains_key(&program.state.nip(*who))));
    program.keys("u");
    assert_eq!(program.state.desk.plan, before, "one decision");
}

#[test]
fn whoever_is_pinned_keeps_the_chain_above_from_being_cut() {
    let mut program = shown((140, 40));
    let name = {
        let who = movers(&program)[1];
        program.state.desk.grounds().facts.employees[who.at()].name.clone()
    };
    program.keys("down down m up d");
    assert!(program.state.is_viewing(&CHAINS));
    assert!(program.told().contains(&name), "{}", program.told());
}

#[test]
fn without_moves_it_says_how_to_make_some() {
    let mut program = Program::sample((80, 24));
    program.keys("C");
    assert!(program.text().contains("belum ada rantai: s menyusun"), "{}", program.text());
    program.keys("Z");
    assert!(program.told().starts_with("hanya dalam rantai mutasi"), "{}", program.told());
}
