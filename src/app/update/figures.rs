//! Walking along the strip, and opening what stands behind a figure.
use crate::app::command::{Id, OfViews, Unavailable};
use crate::app::effect::Effect;
use crate::app::figures::Figure;
use crate::app::hit::Place;
use crate::app::lists;
use crate::app::state::State;
use crate::app::told::Told;

/// Does what a command does on the strip, or goes there; `None` where that is nothing of its own.
pub(super) fn run(state: &mut State, id: Id) -> Option<Vec<Effect>> {
    if id == Id::Figures {
        // The key that leads there leads back.
        state.figure = if state.figure.is_some() { None } else { Figure::ALL.first().copied() };
        return Some(Vec::new());
    }
    let figure = state.focused_figure()?;
    match id {
        Id::Up | Id::Fold | Id::PreviousPane => step(state, -1),
        Id::Down | Id::Unfold | Id::NextPane => step(state, 1),
        Id::First | Id::PageUp => step(state, i64::MIN / 2),
        Id::Last | Id::PageDown => step(state, i64::MAX / 2),
        Id::Open => return Some(open(state, figure)),
        Id::Back => state.figure = None,
        Id::Search | Id::SwitchPlaces => {
            // Both are of a pane: there the focus goes.
            state.figure = None;
            return None;
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// A click: the first one selects, a second one on the same opens.
pub(super) fn pressed(state: &mut State, figure: Figure, is_second: bool) -> Vec<Effect> {
    if !state.views.is_empty() {
        state.warn(Told::Unavailable(Unavailable::Views(OfViews::OverView)));
    } else if state.carry.carried().is_none() {
        state.figure = Some(figure);
        state.clicked = Some(Place::Figure(figure));
        if is_second {
            return open(state, figure);
        }
    }
    Vec::new()
}

/// Of all figures: what the strip has no room for comes into sight.
fn step(state: &mut State, by: i64) {
    let at = Figure::ALL.iter().position(|figure| Some(*figure) == state.figure);
    state.figure = lists::step(at, by, Figure::ALL.len()).map(|at| Figure::ALL[at]);
}

fn open(state: &mut State, figure: Figure) -> Vec<Effect> {
    let (kind, row) = figure.behind(state);
    state.open_view(kind, None);
    if let (Some(row), Some(view)) = (row, state.views.last_mut()) {
        view.table.selected = Some(row);
    }
    Vec::new()
}
