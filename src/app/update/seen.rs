//! What the state learns from a frame. What it shows depends on what fits, and what fits on what it shows (a search
//! line, an opened pair, another size): only the frame tells.
use super::{carrying, edges, scroll};
use crate::app::hit::{HitMap, Place};
use crate::app::overlay::Overlay;
use crate::app::state::State;

/// Takes note of what was drawn; whether that moved something, so that it is to be drawn again.
pub fn seen(state: &mut State, hits: &HitMap) -> bool {
    let before = offsets(state);
    // A pane that was not drawn keeps its rows, and stays where it was for when it comes back.
    for (rows, drawn) in state.rows.0.iter_mut().zip(hits.lists).filter(|(_, drawn)| drawn.height > 0) {
        *rows = drawn.height;
    }
    state.rows.1 = hits.overlay_rows;
    state.overlay_last = hits.overlay_last;
    if hits.table_rows > 0 {
        state.table_rows = hits.table_rows;
    }
    state.figures.clone_from(&hits.figures);
    let figure = state.figure;
    // What is not shown any more has no focus: a window made small, say.
    state.figure = figure.filter(|figure| hits.figures.contains(figure));
    widen_figures(state, hits);
    scroll(state);
    let is_moved = offsets(state) != before || state.figure != figure;
    if is_moved {
        // The cells drawn are not those of this state: what lies under the pointer is asked of the next frame.
        return true;
    }
    under_the_pointer(state, hits)
}

fn widen_figures(state: &mut State, hits: &HitMap) {
    let Some(carried) = state.carry.carried_mut() else { return };
    for (area, place) in hits.places() {
        if let Place::Figure(figure) = place {
            let widest = carried.figures.entry(*figure).or_default();
            *widest = area.width.max(*widest);
        }
    }
}

/// A list may move under a resting pointer: the wheel, a unit unfolded, a plan that changed. What is shown as the
/// target is what lies there now, so that letting go does what the line says. Whether it is another one.
fn under_the_pointer(state: &mut State, hits: &HitMap) -> bool {
    let at = state.carry.carried().filter(|_| state.carry.is_dragging()).and_then(|carried| carried.hand.at);
    let Some((column, row)) = at else { return false };
    edges::held(state, hits.edge(column, row));
    let target = hits.at(column, row).and_then(|place| place.target());
    let before = state.carry.carried().and_then(|carried| carried.over);
    carrying::set_over(state, target);
    target != before
}

/// The first row shown of each list.
fn offsets(state: &State) -> [usize; 5] {
    let overlay = match &state.overlay {
        Some(Overlay::Help { offset }) => *offset,
        Some(Overlay::Solved(preview)) => preview.offset,
        Some(Overlay::Palette(palette)) => palette.offset,
        _ => 0,
    };
    let table = state.view().map_or(0, |view| view.table.offset);
    [state.people.offset, state.places.offset, state.details.offset, overlay, table]
}
