//! What another effective date (TMT) changes: everybody judged anew on the facts projected to that day, with the figures
//! of the rules in force then.
use super::{Desk, Foundation};
use crate::metrics::Metrics;
use crate::model::plan::Plan;
use crate::model::{EmployeeIx, PositionIx, Standing};
use crate::rules::{Outcome, RuleId, Verdict};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A verdict on somebody and a post that is another on the other day; `None`: nothing to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rejudged {
    /// Who.
    pub who: EmployeeIx,
    /// Where.
    pub post: PositionIx,
    /// On the plan's day.
    pub now: Option<Verdict>,
    /// On the other.
    pub then: Option<Verdict>,
}

/// What is otherwise on another effective date.
#[derive(Clone, Debug)]
pub struct Shift {
    /// The other day.
    pub tmt: Date,
    /// The plan's figures on its day, and on the other.
    pub metrics: [Metrics; 2],
    /// Who counts otherwise: leaves before the one day and not the other.
    pub standing: Vec<(EmployeeIx, Standing, Standing)>,
    /// Verdicts of the plan that are otherwise, by person.
    pub verdicts: Vec<Rejudged>,
    /// Vacant structural posts with another number of people who could be proposed: on its day, on the other.
    pub pools: Vec<(PositionIx, usize, usize)>,
}

impl Desk {
    /// The same plan on another effective date.
    pub fn on(&self, tmt: Date) -> Self {
        Self::new(Arc::new(Foundation::on(&self.base, tmt)), Plan::clone(&self.plan))
    }

    /// What another effective date changes; `None` once told to stop.
    pub fn shifted(&self, tmt: Date, stop: &AtomicBool) -> Option<Shift> {
        let then = self.on(tmt);
        let standing = |desk: &Self, who: EmployeeIx| desk.grounds().projection.standing[who.at()];
        let people = self.grounds().everyone().map(|who| (who, standing(self, who), standing(&then, who)));
        let is_vacant = |desk: &Self, post: PositionIx| desk.grounds().projection.holders[post.at()] == 0;
        let needed = |post: &PositionIx| {
            let position = &self.grounds().facts.positions[post.at()];
            position.is_structural() && (is_vacant(self, *post) || is_vacant(&then, *post))
        };
        let mut pools = Vec::new();
        for post in self.grounds().posts_in_scope().filter(needed) {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            pools.push((post, self.lawful(post), then.lawful(post)));
        }
        pools.retain(|(_, now, then)| now != then);
        Some(Shift {
            tmt,
            metrics: [self.metrics.clone(), then.metrics.clone()],
            standing: people.filter(|(_, now, then)| now != then).collect(),
            verdicts: rejudged(self, &then),
            pools,
        })
    }

    /// How many in the plan could be proposed for a post where they do not sit.
    fn lawful(&self, post: PositionIx) -> usize {
        let grounds = self.grounds();
        let judge = self.judge();
        let fits = |at: &usize| {
            let who = EmployeeIx::of(*at);
            let in_plan = grounds.projection.standing[who.at()].seat().is_some();
            in_plan && grounds.present(who) != Some(post) && judge.is_eligible(who, post)
        };
        (0..grounds.facts.employees.len()).into_par_iter().filter(fits).count()
    }
}

/// Verdicts that tell something on the one desk and not the same on the other.
pub(super) fn rejudged(now: &Desk, then: &Desk) -> Vec<Rejudged> {
    type Told = BTreeMap<(EmployeeIx, PositionIx, RuleId), Verdict>;
    let told = |desk: &Desk| -> Told {
        let verdicts = desk.tally.verdicts().filter(|(_, _, verdict)| verdict.outcome != Outcome::Pass);
        verdicts.map(|(who, post, verdict)| ((who, post, verdict.rule), verdict)).collect()
    };
    let (now, then) = (told(now), told(then));
    let keys: std::collections::BTreeSet<_> = now.keys().chain(then.keys()).copied().collect();
    let pair = |key: (EmployeeIx, PositionIx, RuleId)| {
        let (before, after) = (now.get(&key).copied(), then.get(&key).copied());
        let outcome = |it: Option<Verdict>| it.map(|it| (it.outcome, it.severity));
        (outcome(before) != outcome(after)).then_some(Rejudged { who: key.0, post: key.1, now: before, then: after })
    };
    keys.into_iter().filter_map(pair).collect()
}
