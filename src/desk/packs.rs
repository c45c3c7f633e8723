//! One plan under two rule packs: who is judged otherwise, and what stands alike.
use super::shift::{Rejudged, rejudged};
use super::{Desk, Foundation};
use crate::metrics::Metrics;
use crate::model::{EmployeeIx, Parameters, Standing, plan::Plan};
use crate::rules::{Outcome, Pack, Scope, Verdict};
use std::sync::Arc;

/// A plan under one pack and under another.
#[derive(Clone, Debug)]
pub struct SideBySide {
    /// The packs' names.
    pub packs: [String; 2],
    /// The figures of the rules under each.
    pub parameters: [Parameters; 2],
    /// The plan's figures under each.
    pub metrics: [Metrics; 2],
    /// Whether the plan holds under each: nothing of scope pair or plan blocks.
    pub holds: [bool; 2],
    /// Verdicts that are otherwise, by person.
    pub different: Vec<Rejudged>,
    /// Verdicts that tell something and are the same under both.
    pub same: usize,
    /// Who counts otherwise: leaves under the one retirement age and not under the other.
    pub standing: Vec<(EmployeeIx, Standing, Standing)>,
}

impl Desk {
    /// The same plan under another pack.
    pub fn under(&self, pack: Pack) -> Self {
        Self::new(Arc::new(Foundation::under(&self.base, pack)), Plan::clone(&self.plan))
    }

    /// Whether the plan holds: what a named official permitted does, gates are the business of the next status.
    pub fn holds(&self) -> bool {
        self.tally.verdicts().all(|(_, _, verdict)| verdict.scope == Scope::Gate || !verdict.blocks())
    }

    /// This plan here and under another pack.
    pub fn beside_pack(&self, other: &Self) -> SideBySide {
        let both = [self, other];
        let different = rejudged(self, other);
        let tells = |verdict: &Verdict| verdict.outcome != Outcome::Pass;
        let told = self.tally.verdicts().filter(|(_, _, verdict)| tells(verdict)).count();
        let standing = |desk: &Self, who: EmployeeIx| desk.grounds().projection.standing[who.at()];
        let people = self.grounds().everyone().map(|who| (who, standing(self, who), standing(other, who)));
        SideBySide {
            packs: both.map(|desk| desk.base.pack.name.clone()),
            parameters: both.map(|desk| desk.grounds().policy.parameters.clone()),
            metrics: both.map(|desk| desk.metrics.clone()),
            holds: both.map(Self::holds),
            same: told - different.iter().filter(|it| it.now.is_some()).count(),
            different,
            standing: people.filter(|(_, now, then)| now != then).collect(),
        }
    }
}
