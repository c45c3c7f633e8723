//! Biaya of the pairs that a view shows: what the best plan with the pair earns less than the best one. Worked out
//! person by person, and only for rows in sight.
use super::carry::Cost;
use super::hit::{HitMap, Place};
use super::sought::Sought;
use super::state::{Best, State};
use super::table::RowId;
use crate::desk::live::Costs;
use crate::model::{EmployeeIx, PositionIx};
use std::collections::HashMap;

/// What is known.
#[derive(Clone, Debug, Default)]
pub struct Prices {
    known: HashMap<EmployeeIx, Costs>,
    /// Who is being worked out.
    asked: Option<EmployeeIx>,
}

impl Prices {
    /// Takes note of who is asked about.
    pub fn ask(&mut self, who: EmployeeIx) {
        self.asked = Some(who);
    }

    /// Takes an answer. Whoever was asked about is so no more: the newest question alone is answered.
    pub fn take(&mut self, who: EmployeeIx, costs: &Costs, is_wanted: bool) {
        self.asked = None;
        if is_wanted {
            self.known.insert(who, costs.clone());
        }
    }
}

impl State {
    /// Biaya of somebody on a post.
    pub fn price(&self, who: EmployeeIx, post: PositionIx) -> Cost {
        match self.prices.known.get(&who) {
            None => Cost::Pending,
            Some(costs) => costs.get(&post).map_or(Cost::Never, |cost| Cost::Is(*cost)),
        }
    }
}

impl State {
    /// Whether the best plan is needed now, and nobody has asked: for Biaya of whoever is carried or of
    /// pairs in sight, or for what moves buy.
    pub fn must_ask_for_best(&mut self, hits: &HitMap) -> bool {
        let mut in_sight = hits.places().iter().map(|(_, place)| place);
        let is_asked = self.carry.carried().is_some() || matches!(self.sought.gains, Sought::Asked);
        let is_needed = is_asked || in_sight.any(|place| matches!(place, Place::Row(RowId::Pair(..))));
        let must = self.best == Best::Unasked && is_needed;
        if must {
            (self.best, self.follows_best) = (Best::Unknown, true);
        }
        must
    }
}

/// Whose Biaya is to be worked out next: of the pairs in sight, once the best plan is known.
pub fn wanted(state: &State, hits: &HitMap) -> Option<EmployeeIx> {
    if state.prices.asked.is_some() || state.carry.carried().is_some() || !matches!(state.best, Best::Known(_)) {
        return None;
    }
    let mut in_sight = hits.places().iter().filter_map(|(_, place)| match place {
        Place::Row(RowId::Pair(who, _)) => Some(*who),
        _ => None,
    });
    in_sight.find(|who| !state.prices.known.contains_key(who))
}
