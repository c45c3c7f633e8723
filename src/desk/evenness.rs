//! How evenly the shortage lies on the units: today, under the plan, under the best plan; and what the best plan
//! would be if every filled place of a unit earned the same. The difference is what falling rewards (the first places of a
//! unit's need are worth more than the last) do for the units that are worst off.
use super::composition::ComposeError;
use super::{Desk, Foundation};
use crate::matching::Control;
use crate::metrics::Spread;
use crate::model::plan::Plan;
use crate::model::{Grounds, Policy, Rewards};
use std::sync::Arc;

/// The spread of four plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evenness {
    /// Nobody moves.
    pub today: Spread,
    /// The plan as it is.
    pub plan: Spread,
    /// The best plan.
    pub best: Spread,
    /// The best plan where each filled place of a unit earns the same, half of `unit_place`.
    pub best_flat: Spread,
}

impl Desk {
    /// How evenly the shortage lies on the units before the plan, and after it.
    pub fn shortage_spread(&self) -> [Spread; 2] {
        [Spread::of(self.before().1.fills()), Spread::of(self.tally.fills())]
    }

    /// The same with the best plans.
    ///
    /// # Errors
    /// [`ComposeError`].
    pub fn evenness(&self, control: &Control<'_>) -> Result<Evenness, ComposeError> {
        let [today, plan] = self.shortage_spread();
        let best = self.as_composed(&self.compose(None, control)?);
        let policy = &self.grounds().policy;
        let rewards = Rewards { is_flat: true, ..policy.rewards };
        let grounds = Grounds::new(self.grounds().facts.clone(), Policy { rewards, ..policy.clone() });
        let flat = Self::new(Arc::new(Foundation::new(grounds, self.base.pack.clone())), Plan::clone(&self.plan));
        let best_flat = flat.as_composed(&flat.compose(None, control)?);
        let of = |desk: &Self| Spread::of(desk.tally.fills());
        Ok(Evenness { today, plan, best: of(&best), best_flat: of(&best_flat) })
    }
}
