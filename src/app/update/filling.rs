//! Isi jabatan ini: asks for the best chains for a vacant post, shows them, takes one.
use crate::app::effect::Effect;
use crate::app::filling::{FillAnswer, Filled};
use crate::app::overlay::{Overlay, Work};
use crate::app::state::State;
use crate::app::table::RowId;
use crate::app::told::Told;
use crate::app::views::FILL;
use crate::desk::fill::{NoFilling, USUAL_MOVES};
use crate::model::PositionIx;

/// Looks for chains for the selected post; over those found takes the one selected.
pub(super) fn fill(state: &mut State) -> Vec<Effect> {
    if state.is_viewing(&FILL) {
        if let Some(edit) = state.chosen_filling() {
            state.close_view();
            return vec![Effect::Edit(edit)];
        }
        let post = state.view().and_then(|view| view.about).and_then(RowId::post);
        return post.map(|post| ask(state, post, USUAL_MOVES)).unwrap_or_default();
    }
    state.post_to_fill().map(|post| ask(state, post, USUAL_MOVES)).unwrap_or_default()
}

/// A digit over the chains found: looks again, for chains of at most so many moves.
pub(super) fn deeper(state: &mut State, depth: usize) -> Vec<Effect> {
    let post = state.view().and_then(|view| view.about).and_then(RowId::post);
    post.map(|post| ask(state, post, depth)).unwrap_or_default()
}

fn ask(state: &mut State, post: PositionIx, depth: usize) -> Vec<Effect> {
    state.overlay = Some(Overlay::Working { on: Work::Chain, permille: 0 });
    vec![Effect::Fill(post, depth)]
}

/// Shows what was found.
pub(super) fn found(state: &mut State, asked: (u64, PositionIx, usize), answer: FillAnswer) -> Vec<Effect> {
    if !matches!(state.overlay, Some(Overlay::Working { on: Work::Chain, .. })) {
        // Called off.
        return Vec::new();
    }
    state.overlay = None;
    let (version, post, depth) = asked;
    match answer {
        // The plan moved on under the request: nothing of it is worth showing.
        _ if version != state.version => {}
        Ok(fillings) => {
            state.filled = Some(Filled { version, post, depth, fillings });
            state.open_view(&FILL, Some(RowId::Post(post)));
            state.renew_view();
        }
        Err(NoFilling::Stopped) => {}
        Err(why) => state.warn(Told::NoFilling(post, why)),
    }
    Vec::new()
}
