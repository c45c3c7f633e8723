//! Marking people, to be carried together.
use crate::app::command::Id;
use crate::app::state::State;
use crate::app::told::Told;

/// Marks whoever is selected, or takes the mark away; a step marks whom it leaves and whom it reaches.
pub(super) fn mark(state: &mut State, id: Id) {
    let Some(who) = state.selected_person() else { return };
    let marked = &mut state.people.marked;
    if id == Id::Mark {
        if !marked.remove(&who) {
            marked.insert(who);
        }
    } else {
        marked.insert(who);
        super::commands::run(state, if id == Id::MarkUp { Id::Up } else { Id::Down });
        let reached = state.selected_person();
        state.people.marked.extend(reached);
    }
    state.tell(Told::Marked(state.people.marked.len()));
}

/// Takes every mark away.
pub(super) fn clear(state: &mut State) {
    if !state.people.marked.is_empty() {
        state.people.marked.clear();
        state.tell(Told::Marked(0));
    }
}
