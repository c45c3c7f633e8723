//! Lists that take long are made by a worker: what a search finds; the list for the view on top, else the one of the
//! third pane; then who could follow whoever is carried. Where few people are there, all of that is done at once.
//! The newest question wins.
use super::search::Finder;
use super::state::{Pane, State};
use super::table::RowId;
use super::views::{PERSON, POST};
use crate::desk::Desk;
use crate::desk::ranking::{Ranking, Rated};
use crate::model::{EmployeeIx, PositionIx};
use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What is ranked in the view on top.
fn of_view(state: &State) -> Option<Ranking> {
    match state.view()?.about? {
        RowId::Person(who) if state.is_viewing(&PERSON) => Some(Ranking::Posts(who)),
        RowId::Post(post) if state.is_viewing(&POST) => Some(Ranking::People(post)),
        _ => None,
    }
}

/// A question for the worker that makes lists.
#[derive(Clone, Debug)]
pub enum Question {
    /// What a query finds in the list of a pane.
    Search(Pane, Arc<Finder>, String),
    /// A list.
    List(Ranking),
    /// Who could follow on the post that a person leaves. The desk that is asked remembers the answer.
    Successor(PositionIx, EmployeeIx),
}

/// What is to be asked next.
pub fn wanted(state: &State) -> Option<Question> {
    let is_missing = |of: &Ranking| !state.desk.is_rated_at_once(*of) && state.known_list(*of).is_none();
    let list = of_view(state).filter(is_missing).or(state.details.due());
    let searched = [(Pane::People, &state.people.searched), (Pane::Places, &state.places.searched)];
    let mut searches = searched.into_iter().filter_map(|(pane, searched)| Some((pane, searched.due()?)));
    let search = searches.next().map(|(pane, (finder, query))| Question::Search(pane, finder.clone(), query.to_owned()));
    search.or_else(|| list.map(Question::List)).or_else(|| hole(state))
}

impl Question {
    /// Whether the same question to one desk and the other has the same answer.
    pub fn is_same(&self, desk: &Arc<Desk>, other: &Self, other_desk: &Arc<Desk>) -> bool {
        match (self, other) {
            (Self::Search(_, finder, query), Self::Search(_, other, other_query)) => {
                Arc::ptr_eq(finder, other) && query == other_query
            }
            (Self::List(of), Self::List(other)) => of == other && desk.rates_as(other_desk),
            (Self::Successor(post, who), Self::Successor(other, another)) => {
                (post, who) == (other, another) && Arc::ptr_eq(desk, other_desk)
            }
            _ => false,
        }
    }

    /// The answer; `None` once told to stop.
    pub fn answer(&self, desk: &Desk, stop: &AtomicBool) -> Option<Answer> {
        Some(match self {
            Self::Search(_, finder, query) => Answer::Found(finder.find_unless(query, stop)?),
            Self::List(of) => Answer::List(desk.rated_unless(*of, stop)?),
            Self::Successor(post, who) => {
                desk.successor(*post, *who);
                Answer::Remembered
            }
        })
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The texts found, best first.
    Found(Vec<usize>),
    /// The list.
    List(Vec<Rated>),
    /// The desk asked remembers it.
    Remembered,
    /// There is none: it failed.
    Failed,
}

/// The post that whoever is carried leaves, where nobody has looked yet who could follow.
fn hole(state: &State) -> Option<Question> {
    let who = state.carry.carried()?.who;
    let post = state.desk.placement.post(&state.desk.grounds().projection, who).filter(|post| state.desk.leaves_a_hole(*post))?;
    state.desk.successor_at_once(post, who).is_none().then_some(Question::Successor(post, who))
}

/// Takes what a desk answered. What is of other facts or permissions, or not wished for any more, is too late.
pub(super) fn take(state: &mut State, desk: &Desk, question: Question, answer: Answer) {
    match (question, answer) {
        (Question::Search(pane, finder, query), answer) => {
            let found = if let Answer::Found(found) = answer { Some(found) } else { None };
            let board = state.desk.clone();
            let searched = if pane == Pane::People { &mut state.people.searched } else { &mut state.places.searched };
            match (searched.take(&finder, &query, found), pane) {
                (false, _) => return,
                (true, Pane::People) => state.people.show_found(),
                (true, _) => state.places.show_found(&board),
            }
            state.follow_selection();
        }
        (Question::List(of), Answer::List(rows)) if state.desk.rates_as(desk) => take_list(state, of, rows),
        (Question::List(of), Answer::Failed) => state.details.give_up(of),
        // What is drawn next has it.
        _ => {}
    }
}

fn take_list(state: &mut State, of: Ranking, rows: Vec<Rated>) {
    if of_view(state) == Some(of) {
        state.card = Some((of, rows.clone()));
        state.renew_top_view();
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
