//! The mouse: press arms, motion to another cell picks up, release lets go. A press and release on the
//! same cell is a click: it selects, and never acts. The click that brings the window to the front is a click too, so
//! that only a second one on the same thing does something.
use super::{carrying, commands, edges};
use crate::app::carry::{By, Carry};
use crate::app::command::{self, Id};
use crate::app::effect::Effect;
use crate::app::hit::Place;
use crate::app::lists::places::PlaceRow;
use crate::app::overlay::Overlay;
use crate::app::state::{Pane, State};
use crate::app::told::Told;
use crate::desk::preview::Target;
use crate::model::EmployeeIx;
use crossterm::event::KeyCode;

pub(super) fn pressed(state: &mut State, place: Option<Place>, cell: (u16, u16)) -> Vec<Effect> {
    state.notice = None;
    if place != Some(Place::Command(Id::GoBack)) {
        state.asked_back = None;
    }
    let clicked = state.clicked.take();
    // A new press ends whatever a lost release left behind.
    if state.carry.is_dragging() || matches!(state.carry, Carry::Armed { .. } | Carry::Ignoring) {
        state.carry = Carry::Idle;
        state.details.release();
    }
    if state.overlay.is_some() {
        return in_overlay(state, place);
    }
    let Some(place) = place else { return Vec::new() };
    if let Place::Command(id) = place {
        return hinted(state, id, clicked == Some(place));
    }
    if let Place::Figure(figure) = place {
        return super::figures::pressed(state, figure, clicked == Some(place));
    }
    if !state.views.is_empty() {
        super::views::pressed(state, place);
        return Vec::new();
    }
    if state.carry.carried().is_some() {
        // Carried by keys: a click chooses the target.
        if let Some(target) = place.target() {
            carrying::hold_over(state, target);
        }
        return Vec::new();
    }
    if let Some(who) = person_at(state, place) {
        state.carry = Carry::Armed { who, at: cell };
    }
    select(state, place);
    Vec::new()
}

pub(super) fn dragged(state: &mut State, place: Option<Place>, cell: (u16, u16)) -> Vec<Effect> {
    if state.overlay.is_some() {
        // What lies over the board took the hand away.
        if state.carry.carried().is_some() {
            return carrying::put_back(state);
        }
        state.carry = Carry::Idle;
        return Vec::new();
    }
    let mut effects = Vec::new();
    if let Carry::Armed { who, at } = state.carry
        && at != cell
    {
        effects = carrying::pick_up(state, who, By::Mouse);
        if state.carry.carried().is_none() {
            // Why is told once; the rest of the gesture is nothing.
            state.carry = Carry::Ignoring;
        }
    }
    if let Some(carried) = state.carry.carried_mut().filter(|carried| carried.by == By::Mouse) {
        carried.hand.at = Some(cell);
        carrying::set_over(state, place.and_then(|place| place.target()));
    }
    effects
}

pub(super) fn released(state: &mut State, place: Option<Place>) -> Vec<Effect> {
    match &state.carry {
        Carry::Carrying(carried) if carried.by == By::Mouse => {
            carrying::set_over(state, place.and_then(|place| place.target()));
            let over = state.carry.carried().and_then(|carried| carried.over);
            edges::stay(state, over);
            if over.is_none() {
                state.carry = Carry::Idle;
                state.details.release();
                state.follow_selection();
                return Vec::new();
            }
            carrying::drop_here(state)
        }
        Carry::Armed { .. } | Carry::Ignoring => {
            state.carry = Carry::Idle;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// A click on a hint: the first one says what a second would do.
fn hinted(state: &mut State, id: Id, is_second: bool) -> Vec<Effect> {
    // While a search is typed its hints are its keys.
    if state.searching.is_some() {
        let key = match id {
            Id::Open => KeyCode::Enter,
            Id::Back => KeyCode::Esc,
            Id::Up => KeyCode::Up,
            Id::Down => KeyCode::Down,
            _ => return Vec::new(),
        };
        return super::searching(state, key.into());
    }
    // Going back asks a second time by itself.
    if is_second || id == Id::GoBack || command::available(id, state).is_err() {
        return commands::run_if_available(state, id);
    }
    state.clicked = Some(Place::Command(id));
    state.tell(Told::ClickAgain(id));
    Vec::new()
}

/// Who would be picked up at a place: an employee's row, or the only holder of a post.
fn person_at(state: &State, place: Place) -> Option<EmployeeIx> {
    match place {
        Place::Person(_, who) => Some(who),
        Place::Spot(Pane::Details, Target::Post(post)) => {
            state.details.rows.iter().find(|row| row.post == post).map(|row| row.who)
        }
        Place::Spot(_, Target::Person(who)) => Some(who),
        Place::Spot(_, Target::Post(post)) => state.desk.only_holder(post),
        _ => None,
    }
}

fn select(state: &mut State, place: Place) {
    if let Some(pane) = place.pane() {
        state.focus = pane;
        state.figure = None;
    }
    match place {
        Place::Person(Pane::People, who) => state.people.selected = Some(who),
        Place::Person(_, who) => {
            state.details.selected = state.details.rows.iter().find(|row| row.who == who).map(|row| (row.who, row.post))
        }
        Place::Spot(Pane::Details, Target::Post(post)) => {
            state.details.selected = state.details.rows.iter().find(|row| row.post == post).map(|row| (row.who, row.post));
        }
        Place::Spot(_, target) => select_place(state, target),
        _ => {}
    }
    state.follow_selection();
}

fn select_place(state: &mut State, target: Target) {
    let row = state.places.rows.iter().copied().find(|row| row.target() == Some(target));
    let again = row.is_some() && row == state.places.selected;
    state.places.selected = row.or(state.places.selected);
    // A second click on a selected unit unfolds or folds it.
    if let (true, Some(PlaceRow::Unit(unit, _))) = (again, row) {
        let unfold = !state.places.is_unfolded(unit);
        state.places.fold(&state.desk, unfold);
    }
}

fn in_overlay(state: &mut State, place: Option<Place>) -> Vec<Effect> {
    match (&mut state.overlay, place) {
        (Some(Overlay::Solved(preview)), Some(Place::OverlayRow(row))) if row < preview.changes.len() => {
            let is_second = preview.at == row;
            preview.at = row;
            if is_second {
                preview.changes[row].is_taken ^= true;
            }
            Vec::new()
        }
        (Some(Overlay::Palette(palette)), Some(Place::OverlayRow(row))) if row < palette.rows.len() => {
            palette.at = row;
            Vec::new()
        }
        _ => Vec::new(),
    }
}
