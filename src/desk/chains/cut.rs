//! Cutting a chain: one move is withdrawn, and with it every move that has no place any more.
use super::Chains;
use crate::desk::Desk;
use crate::desk::edit::{Edit, Refusal};
use crate::metrics::Metrics;
use crate::model::plan::{Action, Change};
use crate::model::{EmployeeIx, PositionIx};
use std::collections::{HashMap, HashSet};

/// What withdrawing one move brings with it.
#[derive(Clone, Debug)]
pub struct Cut {
    /// Who falls back, in the order in which it follows: the first is the one withdrawn.
    pub falls: Vec<EmployeeIx>,
    /// Posts below their need after it that have more holders now.
    pub reopened: Vec<PositionIx>,
    /// The figures after it.
    pub after: Metrics,
    /// The entry that does it.
    pub action: Action,
}

impl Desk {
    /// What follows if somebody's move is withdrawn: whoever fills the place that is held again then falls back too,
    /// while there are more holders than the post may have.
    ///
    /// # Errors
    /// [`Refusal`]: the person does not move, or somebody who would fall back is pinned or may not go back; it names
    /// whom. Nothing is changed.
    pub fn cut(&self, chains: &Chains, who: EmployeeIx) -> Result<Cut, Refusal> {
        if self.placement.target(who).is_none() {
            return Err(Refusal::NoProposal(who));
        }
        let falls = self.falling(chains, who);
        let change = |who: &EmployeeIx| Change { employee: self.grounds().facts.employees[who.at()].nip, position: None };
        let action = self.decide(Edit::Together(falls.iter().map(change).collect()))?;
        let after = self.metrics_after(&action);
        Ok(Cut { reopened: self.reopened(&falls), after, action, falls })
    }

    /// Everyone who has no place any more once somebody goes back, that one first.
    fn falling(&self, chains: &Chains, who: EmployeeIx) -> Vec<EmployeeIx> {
        let (grounds, placement) = (self.grounds(), &self.placement);
        let mut heads: HashMap<PositionIx, u32> = HashMap::new();
        let mut falls = vec![who];
        let mut fallen: HashSet<EmployeeIx> = HashSet::from([who]);
        let mut at = 0;
        while let Some(back) = falls.get(at).copied() {
            at += 1;
            if let Some(to) = placement.target(back) {
                *heads.entry(to).or_insert_with(|| placement.heads(to)) -= 1;
            }
            let Some(home) = grounds.projection.held[back.at()] else { continue };
            let there = heads.entry(home).or_insert_with(|| placement.heads(home));
            *there += 1;
            if *there <= grounds.projection.places(&grounds.facts, home) {
                continue;
            }
            // The one who came in this place; where another has fallen from it, any who came.
            let is_new = |next: &EmployeeIx| !fallen.contains(next);
            let next = chains.filled_by(back).filter(is_new).or_else(|| placement.newcomers(home).find(is_new));
            if let Some(next) = next {
                fallen.insert(next);
                falls.push(next);
            }
        }
        falls
    }

    /// Posts that these people leave again, below their need then.
    fn reopened(&self, falls: &[EmployeeIx]) -> Vec<PositionIx> {
        let (projection, mut change) = (&self.grounds().projection, HashMap::<PositionIx, i64>::new());
        let mut posts = Vec::new();
        for who in falls {
            if let Some(to) = self.placement.target(*who) {
                *change.entry(to).or_default() -= 1;
                posts.push(to);
            }
            if let Some(home) = projection.held[who.at()] {
                *change.entry(home).or_default() += 1;
            }
        }
        let mut told = HashSet::new();
        posts.retain(|post| {
            let by = change[post];
            let after = i64::from(self.placement.heads(*post)) + by;
            told.insert(*post) && by < 0 && after < i64::from(projection.need[post.at()])
        });
        posts
    }
}
