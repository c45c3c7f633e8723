//! What time alone brings. After each frame the loop asks [`wanted`] what the state waits for: what is wished for
//! again keeps its time, what is wished for no more never comes. Where nobody is dragged nothing is waited for.
use super::state::State;
use std::time::Duration;

/// A lost release: a dragged person is put back after this long without any event.
const SILENCE: Duration = Duration::from_secs(30);

/// Something that comes by itself, after a while. Two that are equal are the same one, still waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Nothing came for long while a person was dragged: since the gesture of this number.
    Silence(u32),
}

/// What the state waits for, and how long.
pub fn wanted(state: &State) -> Vec<(Wake, Duration)> {
    let hand = state.carry.carried().filter(|_| state.carry.is_dragging()).map(|carried| carried.hand);
    hand.map(|hand| (Wake::Silence(hand.gestures), SILENCE)).into_iter().collect()
}

/// Whether the state still waits for it: time may have been up in the moment that made it pointless.
pub fn is_wanted(state: &State, wake: Wake) -> bool {
    wanted(state).iter().any(|(wanted, _)| *wanted == wake)
}
