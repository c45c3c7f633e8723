//! Lists that take long to rank are made by a worker: the one for the view on top, else the one of the third pane; then
//! who could follow whoever is carried. Where few people are there, all of that is done at once.
use super::state::State;
use super::table::RowId;
use super::views::{PERSON, POST};
use crate::desk::Desk;
use crate::desk::ranking::{Ranking, Rated};
use crate::model::{EmployeeIx, PositionIx};
use std::borrow::Cow;

/// What is ranked in the view on top.
fn of_view(state: &State) -> Option<Ranking> {
    match state.view()?.about? {
        RowId::Person(who) if state.is_viewing(&PERSON) => Some(Ranking::Posts(who)),
        RowId::Post(post) if state.is_viewing(&POST) => Some(Ranking::People(post)),
        _ => None,
    }
}

/// A question for the worker that ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A list.
    List(Ranking),
    /// Who could follow on the post that a person leaves. The desk that is asked remembers the answer.
    Successor(PositionIx, EmployeeIx),
}

/// What is to be asked next.
pub fn wanted(state: &State) -> Option<Question> {
    let is_missing = |of: &Ranking| !state.desk.is_rated_at_once(*of) && state.known_list(*of).is_none();
    let list = of_view(state).filter(is_missing).or(state.details.due());
    list.map(Question::List).or_else(|| hole(state))
}

/// The post that whoever is carried leaves, where nobody has looked yet who could follow.
fn hole(state: &State) -> Option<Question> {
    let who = state.carry.carried()?.who;
    let post = state.desk.placement.post(&state.desk.grounds().projection, who).filter(|post| state.desk.leaves_a_hole(*post))?;
    state.desk.successor_at_once(post, who).is_none().then_some(Question::Successor(post, who))
}

/// Takes a list that a desk gave; `None`: it could not be made. One of other facts or permissions is too late.
pub(super) fn take(state: &mut State, desk: &Desk, of: Ranking, rows: Option<Vec<Rated>>) {
    if !state.desk.rates_as(desk) {
        return;
    }
    let Some(rows) = rows else { return state.details.give_up(of) };
    if of_view(state) == Some(of) {
        state.card = Some((of, rows.clone()));
        state.renew_view();
    }
    let desk = state.desk.clone();
    state.details.take(&desk, of, rows);
}

impl State {
    /// A list for a card; `None` until it is there.
    pub fn list_of(&self, of: Ranking) -> Option<Cow<'_, [Rated]>> {
        if self.desk.is_rated_at_once(of) {
            return Some(Cow::Owned(self.desk.rated(of)));
        }
        self.known_list(of).map(Cow::Borrowed)
    }

    fn known_list(&self, of: Ranking) -> Option<&[Rated]> {
        self.card.as_ref().filter(|(known, _)| *known == of).map(|(_, rows)| rows.as_slice())
    }
}
