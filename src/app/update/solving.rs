//! The core's answer: looked at, taken whole or proposal by proposal.
use crate::app::command::Id;
use crate::app::effect::Effect;
use crate::app::lists;
use crate::app::overlay::{Overlay, Proposed, SolvePreview, Work};
use crate::app::state::{Best, State};
use crate::app::told::Told;
use crate::desk::composition::{ComposeError, Composition};
use crate::desk::edit::Edit;
use crate::desk::guard_rails;
use crate::model::Placement;
use crate::model::plan::Change;
use crossterm::event::KeyEvent;
use std::sync::Arc;

pub(super) fn composed(state: &mut State, version: u64, answer: Result<Arc<Composition>, ComposeError>) -> Vec<Effect> {
    if !matches!(state.overlay, Some(Overlay::Working { on: Work::Plan, .. })) {
        // Called off.
        return Vec::new();
    }
    state.overlay = None;
    match answer {
        // The plan moved on under the request: nothing of it is worth showing.
        _ if version != state.version => {}
        Ok(composition) => {
            if state.best == Best::Unasked {
                state.best = Best::Known(composition.relaxed);
            }
            show(state, composition);
        }
        Err(ComposeError::Cancelled) => {}
        Err(error) => state.warn(Told::NoPlan(Arc::new(error))),
    }
    Vec::new()
}

/// What the best plan earns, or that there is none.
pub(super) fn best(state: &mut State, problem: u64, answer: &Result<i64, ComposeError>) -> Vec<Effect> {
    if problem == state.problem {
        state.best = match answer {
            Ok(total) => Best::Known(*total),
            Err(ComposeError::Infeasible { .. }) => Best::Infeasible,
            Err(_) => Best::Unknown,
        };
    }
    Vec::new()
}

fn show(state: &mut State, composition: Arc<Composition>) {
    let changes = changes(state, &composition);
    if changes.is_empty() {
        state.tell(Told::NothingBetter(composition.gap()));
        return;
    }
    let after = placement(state, &composition);
    let warnings = guard_rails::check(&state.desk.base, &after);
    state.overlay = Some(Overlay::Solved(SolvePreview { composition, changes, warnings, at: 0, offset: 0 }));
}

/// Where everyone would sit after the core's plan.
fn placement(state: &State, composition: &Composition) -> Placement {
    let projection = &state.desk.grounds().projection;
    let mut after = Placement::status_quo(projection);
    for it in &composition.moves {
        after.put(projection, it.who, it.to);
    }
    after
}

/// What the core's plan changes against the plan as it is.
fn changes(state: &State, composition: &Composition) -> Vec<Proposed> {
    let desk = &state.desk;
    let mut changes: Vec<Proposed> = composition
        .moves
        .iter()
        .filter(|it| desk.placement.target(it.who) != Some(it.to))
        .map(|it| Proposed {
            who: it.who,
            from: desk.placement.post(&desk.grounds().projection, it.who),
            to: Some(it.to),
            is_taken: true,
        })
        .collect();
    let stays = |who| !composition.moves.iter().any(|it| it.who == who);
    let back = desk.placement.moves().filter(|(who, _)| stays(*who) && !desk.plan.pins.contains_key(&state.nip(*who)));
    changes.extend(back.map(|(who, post)| Proposed { who, from: Some(post), to: None, is_taken: true }));
    // Managerial posts first, by eselon: a planner fills from above.
    changes.sort_by_key(|change| {
        let position = change.to.map(|post| &desk.grounds().facts.positions[post.at()]);
        (
            position.and_then(|position| position.echelon).map_or(u8::MAX, crate::model::Echelon::code),
            position.map(|position| position.name.clone()),
            change.to,
        )
    });
    changes
}

pub(super) fn key(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    let rows = i64::from(state.rows.1.max(2) - 1);
    let Some(Overlay::Solved(preview)) = &mut state.overlay else { return Vec::new() };
    let mut step = |by: i64| preview.at = lists::step(Some(preview.at), by, preview.changes.len()).unwrap_or(0);
    match state.keymap.command(key) {
        Some(Id::Carry) => {
            let at = preview.at;
            preview.changes[at].is_taken ^= true;
        }
        Some(Id::Open) => return accept(state),
        Some(Id::Up) => step(-1),
        Some(Id::Down) => step(1),
        Some(Id::PageUp) => step(-rows),
        Some(Id::PageDown) => step(rows),
        Some(Id::First) => step(i64::MIN / 2),
        Some(Id::Last) => step(i64::MAX / 2),
        Some(Id::Back | Id::Quit) => state.overlay = None,
        _ => return super::deny(state, key),
    }
    Vec::new()
}

/// Takes the plan whole, as the core's, or the chosen proposals, as the planner's choice among them.
fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Solved(preview)) = state.overlay.take() else { return Vec::new() };
    let taken: Vec<&Proposed> = preview.changes.iter().filter(|change| change.is_taken).collect();
    if taken.is_empty() {
        state.tell(Told::NothingTaken);
        return Vec::new();
    }
    if taken.len() == preview.changes.len() {
        return vec![Effect::Solve(preview.composition)];
    }
    let change =
        |change: &&Proposed| Change { employee: state.nip(change.who), position: change.to.map(|post| state.position_id(post)) };
    let edit = Edit::Adopt(taken.iter().map(change).collect());
    if let Err(refusal) = state.desk.decide(edit.clone()) {
        // The choice stays, to be mended.
        state.warn(Told::Refused(refusal));
        state.overlay = Some(Overlay::Solved(preview));
        return Vec::new();
    }
    vec![Effect::Edit(edit)]
}
