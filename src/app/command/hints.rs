//! The commands worth a hint.
use super::Id;
use crate::app::overlay::Overlay;
use crate::app::state::{Pane, State};
use crate::app::table::RowId;
use crate::app::views::{CHAINS, CUT, FILL, SHIFT};

/// The commands worth a hint where the state is now, the most useful first.
pub fn hints(state: &State) -> Vec<Id> {
    // Letters are typed: only what ends the search or moves in the list is a key.
    if state.searching.is_some() {
        return vec![Id::Open, Id::Back, Id::Up, Id::Down];
    }
    if state.carry.carried().is_some() {
        return vec![Id::Open, Id::Back, Id::NextTarget, Id::PreviousTarget, Id::Best, Id::Search, Id::NextPane];
    }
    if let (None, Some(_)) = (&state.overlay, state.focused_figure()) {
        return vec![Id::Open, Id::Back, Id::Unfold, Id::Fold, Id::Solve, Id::Undo, Id::Help, Id::Quit];
    }
    if let (None, Some(view)) = (&state.overlay, state.view()) {
        let opens = view.table.selected.is_some_and(|row| (view.kind.enter)(row).is_some());
        let open = opens.then_some(Id::Open);
        let back = matches!(view.table.selected, Some(RowId::Entry(_))).then_some(Id::GoBack);
        if state.is_viewing(&SHIFT) {
            let set = (state.trial_tmt() != state.heading.tmt).then_some(Id::SetDate);
            let dates = [Id::Back].into_iter().chain(set).chain([Id::Earlier, Id::Later]);
            return dates.chain(open).chain([Id::Search, Id::Undo, Id::Help, Id::Quit]).collect();
        }
        let cuts = (state.is_viewing(&CHAINS) || state.is_viewing(&CUT)).then_some(Id::Withdraw);
        let fills = (state.is_viewing(&FILL) || state.post_to_fill().is_some()).then_some(Id::Fill);
        let tree = view.table.is_tree().then_some([Id::FoldAll, Id::OnBoard]);
        let on_a_row = [Id::Carry, Id::Reason, Id::Withdraw, Id::Pin].into_iter().filter(|id| cuts != Some(*id));
        let any =
            [Id::Back].into_iter().chain(open).chain(cuts).chain(fills).chain(back).chain(tree.into_iter().flatten()).chain([
                Id::SortNext,
                Id::SortTurn,
                Id::Search,
            ]);
        return any.chain(on_a_row).chain([Id::Undo, Id::Help, Id::Quit]).collect();
    }
    match (&state.overlay, state.focus) {
        (Some(Overlay::Help { .. }), _) => vec![Id::Back],
        (Some(_), _) => Vec::new(),
        (None, Pane::People) => {
            vec![Id::Carry, Id::Solve, Id::Undo, Id::Pin, Id::Search, Id::Proposals, Id::Figures, Id::Help, Id::Quit]
        }
        (None, Pane::Places) => {
            vec![Id::Open, Id::Solve, Id::Undo, Id::SwitchPlaces, Id::Search, Id::Proposals, Id::Figures, Id::Help, Id::Quit]
        }
        (None, Pane::Details) => {
            vec![Id::Carry, Id::Withdraw, Id::Pin, Id::Ban, Id::Override, Id::Reason, Id::Solve, Id::Undo, Id::Help, Id::Quit]
        }
    }
}
