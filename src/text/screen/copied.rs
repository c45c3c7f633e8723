//! A row as it is given to the clipboard.
use super::{person, post};
use crate::app::State;
use crate::model::{EmployeeIx, PositionIx};

/// Name, NIP and post, as far as they are in the row; masked where names are.
pub fn copied(state: &State, who: Option<EmployeeIx>, at: Option<PositionIx>) -> String {
    let name = who.map(|who| person(state.lang, &state.desk, who, state.is_masked));
    let nip = who.filter(|_| !state.is_masked).map(|who| state.desk.grounds().facts.employees[who.at()].nip.to_string());
    let at = at.or_else(|| who.and_then(|who| state.desk.grounds().present(who)));
    let parts: Vec<String> = [name, nip, at.map(|at| post(&state.desk, at))].into_iter().flatten().collect();
    parts.join("\t")
}
