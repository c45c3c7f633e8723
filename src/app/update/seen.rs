//! What the state learns from a frame. What it shows depends on what fits, and what fits on what it shows (a search
//! line, an opened pair, another size): only the frame tells.
use super::scroll;
use crate::app::hit::HitMap;
use crate::app::overlay::Overlay;
use crate::app::state::State;

/// Takes note of what was drawn; whether that moved something, so that it is to be drawn again.
pub fn seen(state: &mut State, hits: &HitMap) -> bool {
    let before = offsets(state);
    // A pane that was not drawn keeps its rows, and stays where it was for when it comes back.
    for (rows, drawn) in state.rows.0.iter_mut().zip(hits.rows).filter(|(_, drawn)| *drawn > 0) {
        *rows = drawn;
    }
    state.rows.1 = hits.overlay_rows;
    state.overlay_last = hits.overlay_last;
    scroll(state);
    offsets(state) != before
}

/// The first row shown of each list.
const fn offsets(state: &State) -> [usize; 4] {
    let overlay = match &state.overlay {
        Some(Overlay::Help { offset }) => *offset,
        Some(Overlay::Solved(preview)) => preview.offset,
        _ => 0,
    };
    [state.people.offset, state.places.offset, state.details.offset, overlay]
}
