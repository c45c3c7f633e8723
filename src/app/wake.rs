//! What time alone brings. After each frame the loop asks [`wanted`] what the state waits for: what is wished for
//! again keeps its time, what is wished for no more never comes. Where nobody is dragged nothing is waited for.
use super::carry::{By, Carried};
use super::hit::Edge;
use super::state::{Pane, State};
use crate::desk::preview::Target;
use crate::model::UnitIx;
use std::time::Duration;

/// A lost release: a dragged person is put back after this long without any event.
const SILENCE: Duration = Duration::from_secs(30);
/// How long the pointer is held beyond a list before it runs.
const FIRST: Duration = Duration::from_millis(300);
/// How long a closed unit is pointed at before it opens.
const REST: Duration = Duration::from_millis(600);

/// Something that comes by itself, after a while. Two that are equal are the same one, still waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Nothing came for long while a person was dragged: since the gesture of this number.
    Silence(u32),
    /// The list that the pointer is held beyond runs on, after that many times.
    Run {
        /// Whose list.
        pane: Pane,
        /// Whether down.
        is_below: bool,
        /// How often it ran.
        ran: u32,
    },
    /// The closed unit under a resting pointer opens.
    Unfold(UnitIx),
}

/// What the state waits for, and how long.
pub fn wanted(state: &State) -> Vec<(Wake, Duration)> {
    let Some(carried) = state.carry.carried().filter(|carried| carried.by == By::Mouse) else { return Vec::new() };
    let silence = (Wake::Silence(carried.hand.gestures), SILENCE);
    [Some(silence), running(state, carried), unfolding(state, carried)].into_iter().flatten().collect()
}

/// Whether the state still waits for it: time may have been up in the moment that made it pointless.
pub fn is_wanted(state: &State, wake: Wake) -> bool {
    wanted(state).iter().any(|(wanted, _)| *wanted == wake)
}

/// A list runs as long as there is more of it; faster the farther the pointer is beyond.
fn running(state: &State, carried: &Carried) -> Option<(Wake, Duration)> {
    let Edge { pane, is_below, depth } = carried.hand.edge?;
    let [offset, last] = state.span(pane);
    let has_more = if is_below { offset < last } else { offset > 0 };
    let ran = carried.hand.ran;
    let after = match (ran, depth) {
        (0, _) => FIRST,
        (_, 1) => Duration::from_millis(250),
        (_, 2) => Duration::from_millis(100),
        _ => Duration::from_millis(50),
    };
    has_more.then_some((Wake::Run { pane, is_below, ran }, after))
}

fn unfolding(state: &State, carried: &Carried) -> Option<(Wake, Duration)> {
    let Some(Target::Unit(unit)) = carried.over else { return None };
    state.places.opens(unit).then_some((Wake::Unfold(unit), REST))
}
