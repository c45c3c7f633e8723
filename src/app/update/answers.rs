//! What workers answer. What it is for may have changed since it was asked: then it is dropped.
use super::{carrying, filling, solving};
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::overlay::Overlay;
use crate::app::ranks;
use crate::app::state::State;
use crate::desk::live::Costs;
use crate::model::EmployeeIx;

/// Takes an answer; anything else is none.
pub(super) fn answered(state: &mut State, answer: Message) -> Vec<Effect> {
    match answer {
        Message::Progress(done, total) => {
            if let Some(Overlay::Working { permille, .. }) = &mut state.overlay {
                *permille = done.saturating_mul(1000).checked_div(total).unwrap_or(0).min(1000);
            }
            Vec::new()
        }
        Message::Composed { version, answer } => solving::composed(state, version, answer),
        Message::Filled { version, post, depth, answer } => filling::found(state, (version, post, depth), answer),
        Message::Best { problem, answer } => solving::best(state, problem, &answer),
        Message::Totals { problem, who, costs } => totals(state, problem, who, costs),
        Message::Joint { version, who, costs } => {
            if version == state.version
                && let Some(carried) = state.carry.carried_mut().filter(|carried| carried.who == who)
            {
                carried.joint.extend(costs);
            }
            Vec::new()
        }
        Message::Listed(desk, question, answer) => {
            ranks::take(state, &desk, question, answer);
            carrying::look(state);
            Vec::new()
        }
        Message::Sought { problem, found } => {
            if problem == state.problem {
                state.sought.take(found);
                state.renew_view();
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Biaya of everything for somebody: carried, or in a row of a view.
fn totals(state: &mut State, problem: u64, who: EmployeeIx, costs: Costs) -> Vec<Effect> {
    if problem == state.problem {
        state.prices.take(who, &costs, !state.views.is_empty());
        match state.carry.carried_mut().filter(|carried| carried.who == who) {
            Some(carried) => carried.costs = Some(costs),
            None => state.rearrange_views(),
        }
    }
    Vec::new()
}
