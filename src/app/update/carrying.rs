//! Picking up, looking, letting go, putting back: the same for mouse and keys.
use crate::app::carry::{By, Carry};
use crate::app::command::Unavailable;
use crate::app::effect::Effect;
use crate::app::state::{Access, Pane, State};
use crate::app::told::Told;
use crate::desk::edit::Edit;
use crate::desk::preview::{Landing, Target};
use crate::desk::ranking::Ranking;
use crate::model::EmployeeIx;

/// Picks someone up. The third pane then ranks the posts for that person.
pub(super) fn pick_up(state: &mut State, who: EmployeeIx, by: By) -> Vec<Effect> {
    if state.access != Access::Write {
        state.warn(Told::Unavailable(Unavailable::ReadOnly));
        return Vec::new();
    }
    // Whoever is marked brings all others who are.
    let marked = &state.people.marked;
    let others = if marked.contains(&who) { marked.iter().copied().filter(|other| *other != who).collect() } else { Vec::new() };
    state.carry = Carry::pick_up(who, others, by);
    state.figure = None;
    state.details.show(&state.desk, Ranking::Posts(who));
    state.details.fix();
    if by == By::Keys {
        // Where the targets are: the vacancies, or the ranked list if that is where we stand.
        if state.focus == Pane::People {
            state.focus = Pane::Places;
        }
        look(state);
    }
    totals(state)
}

/// Asks for the best totals of the person carried.
pub(super) fn totals(state: &State) -> Vec<Effect> {
    let alone = state.carry.carried().filter(|carried| carried.others.is_empty());
    alone.map(|carried| Effect::Totals(carried.who)).into_iter().collect()
}

/// With keys: holds the person over the selected row.
pub(super) fn look(state: &mut State) {
    if state.carry.carried().is_none_or(|carried| carried.by == By::Mouse) {
        return;
    }
    let target = match state.focus {
        Pane::People => state.people.selected.map(Target::Person),
        Pane::Places => state.places.selected.and_then(|row| row.target()),
        Pane::Details => state.details.target(),
    };
    set_over(state, target);
}

/// Holds the person over a target.
pub(super) fn hold_over(state: &mut State, target: Target) {
    set_over(state, Some(target));
}

pub(super) fn set_over(state: &mut State, target: Option<Target>) {
    let desk = state.desk.clone();
    let Some(carried) = state.carry.carried_mut() else { return };
    if carried.over == target && carried.preview.is_some() {
        return;
    }
    carried.over = target;
    carried.preview = target.map(|target| carried.preview_on(&desk, target));
    let landing = carried.preview.as_ref().map(|preview| preview.landing.clone());
    let edit = landing.and_then(|landing| edit_of(state, &landing));
    let metrics = edit.and_then(|edit| desk.decide(edit).ok()).map(|action| desk.metrics_after(&action));
    if let Some(carried) = state.carry.carried_mut() {
        carried.after = metrics;
    }
}

/// The edit that a landing comes to, for the person carried.
fn edit_of(state: &State, landing: &Landing) -> Option<Edit> {
    let nip = state.nip(state.carry.carried()?.who);
    match landing {
        Landing::Takes(post) => Some(Edit::Propose(nip, state.position_id(*post))),
        Landing::Swaps(other, _) => Some(Edit::Swap(nip, state.nip(*other))),
        Landing::Spreads(spread) => Some(Edit::Together(state.desk.changes(spread))),
        Landing::PutsBack => Some(Edit::Withdraw(nip)),
        Landing::Stays | Landing::Refused(_) => None,
    }
}

/// Lets go where the person is held.
pub(super) fn drop_here(state: &mut State) -> Vec<Effect> {
    let Some(preview) = state.carry.carried().and_then(|carried| carried.preview.clone()) else {
        state.warn(Told::NoTarget);
        return Vec::new();
    };
    match (&preview.landing, edit_of(state, &preview.landing)) {
        (Landing::Refused(refusal), _) => {
            // With keys the person stays in hand for another try; the mouse has let go.
            if state.carry.is_dragging() {
                release(state);
            }
            state.warn(Told::Refused(refusal.clone()));
            Vec::new()
        }
        (_, Some(edit)) => {
            if state.carry.carried().is_some_and(|carried| !carried.others.is_empty()) {
                state.people.marked.clear();
            }
            release(state);
            vec![Effect::Edit(edit)]
        }
        _ => {
            release(state);
            Vec::new()
        }
    }
}

/// Puts back whoever is carried.
pub(super) fn put_back(state: &mut State) -> Vec<Effect> {
    let many = state.carry.carried().map_or(0, |carried| carried.others.len());
    if let Some(who) = state.carry.put_back() {
        state.tell(if many == 0 { Told::PutBack(who) } else { Told::PutBackMany(many + 1) });
        state.details.release();
        state.follow_selection();
    }
    Vec::new()
}

/// The hand is empty again.
fn release(state: &mut State) {
    state.carry = Carry::Idle;
    state.details.release();
    // Enter again must not pick up the same person: the hand goes back to the vacancies.
    if state.focus == Pane::Details {
        state.focus = Pane::Places;
    }
    state.follow_selection();
}

/// Holds the person over the n-th of the ranked posts (from 0).
pub(super) fn choose(state: &mut State, at: usize) -> Vec<Effect> {
    if let Some(row) = state.details.rows.get(at) {
        state.details.selected = Some((row.who, row.post));
        state.focus = Pane::Details;
        look(state);
    } else {
        state.warn(Told::NoSuchRow);
    }
    Vec::new()
}

/// Holds the person over the first of the ranked posts that may be dropped on.
pub(super) fn best(state: &mut State) -> Vec<Effect> {
    match (0..state.details.rows.len()).find(|at| is_lawful(state, *at)) {
        Some(at) => choose(state, at),
        None => {
            state.warn(Told::NoLawfulTarget);
            Vec::new()
        }
    }
}

/// The next ranked post that may be dropped on, after the one under the hand.
pub(super) fn next_target(state: &mut State, by: i64) {
    let length = state.details.rows.len() as i64;
    let over = state.carry.carried().and_then(|carried| carried.over);
    let under_hand = state.details.rows.iter().position(|row| over == Some(Target::Post(row.post)));
    let mut at = under_hand.or(state.details.at()).map_or(-1, |at| at as i64);
    for _ in 0..length {
        at = (at + by).rem_euclid(length);
        if is_lawful(state, at as usize) {
            choose(state, at as usize);
            // Round the list and back where it was: there is no other.
            if under_hand == Some(at as usize) {
                state.warn(Told::NoOtherTarget);
            }
            return;
        }
    }
    state.warn(Told::NoLawfulTarget);
}

/// Whether the person may be dropped on the n-th of the ranked posts.
fn is_lawful(state: &State, at: usize) -> bool {
    let row = state.details.rows[at];
    if !row.is_eligible {
        return false;
    }
    let many = state.carry.carried().filter(|carried| !carried.others.is_empty());
    many.map_or_else(
        || state.desk.may_drop(row.who, row.post).is_ok(),
        |many| state.desk.spread(&many.everyone(), Target::Post(row.post)).is_ok(),
    )
}
