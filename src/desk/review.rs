//! A plan judged anew after an import: every decision in it on the facts as they were before and as they are now.
//! Nothing is dropped in silence: what has become impossible is still in the plan, and stands here with the reason.
use super::Desk;
use crate::model::{EmployeeIx, Nip, PositionId, Seat, Standing};
use crate::rules::{Outcome, RuleId, Verdict};
use crate::scoring::{Score, factors};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A decision that an import may concern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decided {
    /// A proposal.
    Proposal,
    /// A pin.
    Pin,
    /// A ban.
    Ban,
    /// An official's permission of a rule.
    Permission(String),
}

/// Why a decision cannot stand any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The facts no longer have the person.
    NoEmployee,
    /// They no longer have the post.
    NoPosition,
    /// The person leaves before TMT.
    Leaves,
    /// The person is neither in scope nor in the pool any more.
    OutOfScope,
    /// The post is out of scope, or takes nobody new.
    Closed,
    /// Rules stand in the way now.
    Rules(Vec<RuleId>),
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// All is as before.
    Unchanged,
    /// It can stand; the score or a verdict is another.
    Changed {
        /// The score before and now, hundredths of a point; `None` before where it could not be told.
        score: (Option<i64>, i64),
        /// Rules with another outcome: before and now, `None` where the rule says nothing.
        verdicts: Vec<(RuleId, Option<Outcome>, Option<Outcome>)>,
    },
    /// It cannot stand.
    Impossible(Obstacle),
}

impl Fate {
    /// What cannot stand first, then what is otherwise.
    const fn order(&self) -> u8 {
        match self {
            Self::Impossible(_) => 0,
            Self::Changed { .. } => 1,
            Self::Unchanged => 2,
        }
    }
}

/// A decision judged anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// What was decided.
    pub decided: Decided,
    /// Of whom.
    pub employee: Nip,
    /// Where.
    pub position: PositionId,
    /// What became of it.
    pub fate: Fate,
}

/// A plan after an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Every decision: what cannot stand first, then what is otherwise, then the rest; by NIP.
    pub decisions: Vec<Reviewed>,
    /// Who lost post or unit by the import and sits in the tray now.
    pub in_tray: Vec<Nip>,
}

impl Review {
    /// How many decisions cannot stand, are otherwise, and are as before.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        self.decisions.iter().for_each(|it| counts[usize::from(it.fate.order())] += 1);
        counts
    }
}

impl Desk {
    /// This plan, on the facts as they are, beside the same plan on the facts as they were.
    pub fn reviewed(&self, before: &Self) -> Review {
        let plan = &self.plan;
        let mut all: Vec<(Decided, Nip, PositionId)> = Vec::new();
        let moves = plan.proposals.iter().filter(|(nip, _)| !plan.pins.contains_key(nip));
        all.extend(moves.map(|(nip, proposal)| (Decided::Proposal, *nip, proposal.position.clone())));
        all.extend(plan.pins.iter().map(|(nip, position)| (Decided::Pin, *nip, position.clone())));
        all.extend(plan.bans.iter().map(|(nip, position)| (Decided::Ban, *nip, position.clone())));
        let permissions = plan.overrides.keys();
        all.extend(permissions.map(|(nip, position, rule)| (Decided::Permission(rule.clone()), *nip, position.clone())));
        let judged = all.into_par_iter().map(|(decided, employee, position)| {
            let fate = self.fate(before, &decided, employee, &position);
            Reviewed { decided, employee, position, fate }
        });
        let mut decisions: Vec<Reviewed> = judged.collect();
        decisions.sort_by(|a, b| {
            let key = |it: &Reviewed| (it.fate.order(), it.employee, it.decided.clone());
            key(a).cmp(&key(b)).then_with(|| a.position.cmp(&b.position))
        });
        Review { decisions, in_tray: self.newly_in_tray(before) }
    }

    fn newly_in_tray(&self, before: &Self) -> Vec<Nip> {
        let in_tray = |desk: &Self, who: EmployeeIx| desk.grounds().projection.standing[who.at()].seat() == Some(Seat::Tray);
        let facts = &self.grounds().facts;
        let was = |nip: &Nip| before.grounds().facts.employee(nip).is_some_and(|who| in_tray(before, who));
        let now = self.grounds().everyone().filter(|who| in_tray(self, *who)).map(|who| facts.employees[who.at()].nip);
        let mut now: Vec<Nip> = now.filter(|nip| !was(nip)).collect();
        now.sort_unstable();
        now
    }

    fn fate(&self, before: &Self, decided: &Decided, employee: Nip, position: &PositionId) -> Fate {
        if let Some(obstacle) = self.obstacle(decided, employee, position) {
            return Fate::Impossible(obstacle);
        }
        let (now, then) = (self.judged_pair(employee, position), before.judged_pair(employee, position));
        let Some((score, verdicts)) = now else { return Fate::Unchanged };
        let (score_before, verdicts_before) = then.map_or((None, BTreeMap::new()), |(score, verdicts)| (Some(score), verdicts));
        let rules: std::collections::BTreeSet<RuleId> = verdicts.keys().chain(verdicts_before.keys()).copied().collect();
        let outcome = |of: &BTreeMap<RuleId, Outcome>, rule: RuleId| of.get(&rule).copied().filter(|it| *it != Outcome::Pass);
        let changed = rules.into_iter().map(|rule| (rule, outcome(&verdicts_before, rule), outcome(&verdicts, rule)));
        let verdicts: Vec<_> = changed.filter(|(_, then, now)| then != now).collect();
        if verdicts.is_empty() && score_before == Some(score) {
            return Fate::Unchanged;
        }
        Fate::Changed { score: (score_before, score), verdicts }
    }

    /// What keeps a decision from standing on these facts.
    fn obstacle(&self, decided: &Decided, employee: Nip, position: &PositionId) -> Option<Obstacle> {
        let (grounds, facts) = (self.grounds(), &self.grounds().facts);
        let Some(who) = facts.employee(&employee) else { return Some(Obstacle::NoEmployee) };
        let Some(post) = facts.position(position) else { return Some(Obstacle::NoPosition) };
        match grounds.projection.standing[who.at()] {
            Standing::Leaves(_) => return Some(Obstacle::Leaves),
            Standing::OutOfScope => return Some(Obstacle::OutOfScope),
            Standing::InPlan(_) => {}
        }
        // What is only ruled out, or permitted, need not be lawful.
        if !matches!(decided, Decided::Proposal | Decided::Pin) || grounds.present(who) == Some(post) {
            return None;
        }
        if !grounds.projection.in_scope[post.at()] {
            return Some(Obstacle::Closed);
        }
        let plan = self.verdicts_on(who).filter(|it| it.scope == crate::rules::Scope::Plan && it.blocks()).map(|it| it.rule);
        let pair = self.judge().verdicts(who, post);
        let mut rules: Vec<RuleId> = pair.iter().filter(|it| it.blocks()).map(|it| it.rule).chain(plan).collect();
        rules.sort_unstable();
        rules.dedup();
        (!rules.is_empty()).then_some(Obstacle::Rules(rules))
    }

    /// The score of a pair and what every rule says of it, where the facts know both.
    fn judged_pair(&self, employee: Nip, position: &PositionId) -> Option<(i64, BTreeMap<RuleId, Outcome>)> {
        let facts = &self.grounds().facts;
        let (who, post) = (facts.employee(&employee)?, facts.position(position)?);
        let score = Score::of(&self.grounds().policy.weights, &factors(self.grounds(), who, post)).total;
        let told = |it: &Verdict| (it.rule, it.outcome);
        let mut verdicts: BTreeMap<RuleId, Outcome> = self.judge().verdicts(who, post).iter().map(told).collect();
        let of_plan = self.verdicts_on(who).filter(|it| it.scope == crate::rules::Scope::Plan);
        verdicts.extend(of_plan.map(told));
        Some((score, verdicts))
    }
}
