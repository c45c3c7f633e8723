//! Keys typed ahead of a list: whoever types faster than a long list is made means the list to come, so the keys wait
//! for it. Esc, and leaving, never wait.
use super::command::Id;
use super::message::Message;
use super::state::{Pane, State};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::VecDeque;

/// More than anybody types in the time.
const MOST: usize = 64;

/// The keys that wait.
#[derive(Debug, Default)]
pub struct Held(VecDeque<Message>);

impl Held {
    /// Lets a message pass, or keeps it.
    pub fn admit(&mut self, state: &State, message: Message) -> Option<Message> {
        let Message::Key(key) = message else { return Some(message) };
        if is_urgent(state, key) {
            self.0.clear();
            return Some(message);
        }
        if self.0.is_empty() && !waits(state, key) {
            return Some(message);
        }
        if self.0.len() < MOST {
            self.0.push_back(message);
        }
        None
    }

    /// The next one that need wait no longer.
    pub fn next(&mut self, state: &State) -> Option<Message> {
        let may_pass = self.0.front().is_some_and(|message| !matches!(message, Message::Key(key) if waits(state, *key)));
        if may_pass { self.0.pop_front() } else { None }
    }
}

fn is_urgent(state: &State, key: KeyEvent) -> bool {
    let is_interrupt = key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL);
    is_interrupt || matches!(state.keymap.command(key), Some(Id::Back | Id::Quit)) || key.code == KeyCode::Esc
}

/// Whether a key means something in a list that is not there yet.
fn waits(state: &State, key: KeyEvent) -> bool {
    if state.overlay.is_some() || !state.views.is_empty() {
        return false;
    }
    let command = state.keymap.command(key);
    let is_searched = state.people.searched.due().or(state.places.searched.due()).is_some();
    if state.searching.is_some() {
        // Letters go on with the search; the arrows go through what it finds.
        return is_searched && matches!(key.code, KeyCode::Up | KeyCode::Down);
    }
    if is_searched {
        return command.is_none_or(|id| !id.is_anywhere());
    }
    if !state.details.is_awaited() {
        return false;
    }
    let is_chosen = state.carry.carried().is_some()
        && (matches!(command, Some(Id::Best | Id::NextTarget | Id::PreviousTarget))
            || matches!(key.code, KeyCode::Char('1'..='9')));
    is_chosen || (state.has_focus(Pane::Details) && command.is_none_or(|id| !id.is_anywhere()))
}
