//! While a person is dragged the lists move for themselves, free of their selections: by the wheel, and where the
//! pointer is held beyond one of them. What then lies under the pointer is the target, as the next frame tells.
use crate::app::hit::Edge;
use crate::app::state::{Pane, State};
use crate::app::wake::Wake;
use crate::desk::preview::Target;

/// After so many runs a list moves another row at once: the end of a long one is not far.
const HASTE: u32 = 16;

/// Moves what is seen of a list.
pub(super) fn scroll(state: &mut State, pane: Pane, rows: i64) {
    let [offset, last] = state.span(pane);
    let next = offset.saturating_add_signed(isize::try_from(rows).unwrap_or(0)).min(last);
    match pane {
        Pane::People => state.people.offset = next,
        Pane::Places => state.places.offset = next,
        Pane::Details => state.details.offset = next,
    }
}

/// The list runs on under a pointer held beyond it.
pub(super) fn run(state: &mut State, pane: Pane, is_below: bool) {
    let most = u32::from(state.rows.0[pane.at()] / 2).max(1);
    let Some(carried) = state.carry.carried_mut() else { return };
    let rows = i64::from((1 + carried.hand.ran / HASTE).min(most));
    carried.hand.ran += 1;
    scroll(state, pane, if is_below { rows } else { -rows });
}

/// Beyond which list the pointer is now; another one begins anew.
pub(super) fn held(state: &mut State, edge: Option<Edge>) {
    let Some(carried) = state.carry.carried_mut() else { return };
    let side = |edge: Edge| (edge.pane, edge.is_below);
    if carried.hand.edge.map(side) != edge.map(side) {
        carried.hand.ran = 0;
    }
    carried.hand.edge = edge;
}

/// What is let go on is selected, so that its list stays where it is when the hand is empty.
pub(super) fn stay(state: &mut State, target: Option<Target>) {
    let [offset, _] = state.span(Pane::Places);
    let shown = usize::from(state.rows.0[Pane::Places.at()]);
    let row = state.places.rows.iter().skip(offset).take(shown).find(|row| target.is_some() && row.target() == target);
    state.places.selected = row.copied().or(state.places.selected);
}

/// What was waited for beyond a list, or over a unit, has come.
pub(super) fn woke(state: &mut State, wake: Wake) {
    match wake {
        Wake::Run { pane, is_below, .. } => run(state, pane, is_below),
        Wake::Unfold(unit) => {
            let desk = state.desk.clone();
            state.places.unfold(&desk, unit);
        }
        Wake::Silence(_) => {}
    }
}
