//! What every post would do to the best total while one person is carried. If he takes q, q has one
//! person too many and the post he leaves one too few; the cheapest repair is a shortest path between them
//! in the residual graph without him, by the theorem that makes successive shortest paths exact (Ahuja,
//! Magnanti & Orlin 1993, section 9.7). One tree of paths *into* the post he leaves answers for all posts.

use crate::matching::residual::{FAR, InMemory, State, Wave};
use crate::matching::solution::{Control, SolveError};

/// The best totals with one person put anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The total without what he is worth where he is.
    rest: i64,
    /// Per node what it costs the others to make room, or `FAR`.
    costs: Vec<i64>,
}

impl Carried {
    /// The most any plan earns in which he holds `post` and is worth `value` there; none where no plan
    /// has him there. Pins and bans of everybody else hold, his own do not matter.
    pub fn total_at(&self, post: u32, value: i64) -> Option<i64> {
        let cost = *self.costs.get(post as usize)?;
        (cost < FAR).then(|| self.rest + value - cost)
    }

    pub(super) fn grow(
        state: &mut State,
        rows: &impl InMemory,
        wave: &mut Wave,
        employee: u32,
        control: &Control<'_>,
    ) -> Result<Self, SolveError> {
        state.refresh(rows);
        let held = state.held[employee as usize];
        wave.reset();
        wave.start(state, held.post as usize);
        // The person carried is on the root, to which no way is shorter than none: he need not be left out.
        while wave.next_level().is_some() {
            control.check()?;
            wave.advance(state, None, &mut None);
        }
        Ok(Self { rest: state.objective - held.value + state.price[held.post as usize], costs: wave.label.clone() })
    }
}
