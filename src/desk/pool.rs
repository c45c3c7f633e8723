//! Why the pool of candidates is small: of everyone in the plan, how many fail which rule for a post (or everywhere in a
//! unit), how many fail that rule alone, and from which effective date they pass.
//!
//! Whoever could be proposed today counts as lawful: rules that block (B, and O without permission) make somebody fall
//! out, missing data do not. Later dates are judged on the facts projected to each of them, with the figures of
//! the rules in force then: nothing is extrapolated.
use super::Desk;
use crate::matching::{Control, Progress};
use crate::model::{EmployeeIx, Grounds, Policy, PositionIx, UnitIx};
use crate::rules::{Judge, Outcome, RuleId, Verdict};
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

/// Whose pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PoolOf {
    /// Of a post.
    Post(PositionIx),
    /// Of a unit: all its posts that take newcomers.
    Unit(UnitIx),
}

/// Somebody who falls out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallen {
    /// Who.
    pub who: EmployeeIx,
    /// The post where the fewest rules stand in the way.
    pub post: PositionIx,
    /// These rules, in the order of the catalogue.
    pub rules: Vec<RuleId>,
    /// The first day of the month from which, as effective date, no rule stands in the way; `None` within the horizon.
    pub lawful_from: Option<Date>,
}

/// What one rule takes from the pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleShare {
    /// The rule.
    pub rule: RuleId,
    /// Who fails it; in a unit: at every post.
    pub fail: usize,
    /// Who fails nothing else; in a unit: at some post.
    pub only: usize,
    /// Of these: how many are lawful from which effective date on.
    pub later: Vec<(Date, usize)>,
}

/// A pool and what makes it small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// Of what.
    pub of: PoolOf,
    /// People in the plan who do not sit there.
    pub considered: usize,
    /// Who could be proposed today.
    pub eligible: usize,
    /// Whom the core itself could propose.
    pub automatic: usize,
    /// Of the eligible: about whom some rule cannot be judged, for want of a datum.
    pub unverified: usize,
    /// Per rule that blocks somebody: most *only* first, then most *fail*.
    pub rules: Vec<RuleShare>,
    /// Everyone who falls out: fewest rules first, then the earliest date, then NIP.
    pub fallen: Vec<Fallen>,
}

impl Pool {
    /// How many more are lawful from which effective date on.
    pub fn later(&self) -> BTreeMap<Date, usize> {
        let mut later = BTreeMap::new();
        for day in self.fallen.iter().filter_map(|it| it.lawful_from) {
            *later.entry(day).or_insert(0) += 1;
        }
        later
    }
}

/// What the rules say of somebody and some posts.
struct Judged {
    who: EmployeeIx,
    /// Per post the rules that block; none at the first: eligible there.
    blocked: Vec<(PositionIx, Vec<RuleId>)>,
    is_unverified: bool,
    is_automatic: bool,
}

impl Judged {
    fn is_eligible(&self) -> bool {
        self.blocked.iter().any(|(_, rules)| rules.is_empty())
    }
}

impl Desk {
    /// The pool of a post or unit, with the dates of the next `months` months.
    ///
    /// `None` once cancelled.
    pub fn pool(&self, of: PoolOf, months: usize, control: &Control<'_>) -> Option<Pool> {
        let grounds = self.grounds();
        let posts = self.posts_of(of);
        let is_there = |who: EmployeeIx| grounds.present(who).is_some_and(|post| self.belongs(of, post));
        let in_plan = |who: &EmployeeIx| grounds.projection.standing[who.at()].seat().is_some() && !is_there(*who);
        let people: Vec<EmployeeIx> = grounds.everyone().filter(in_plan).collect();
        let judged: Vec<Judged> = people.par_iter().map(|who| self.judged(*who, &posts)).collect();
        let eligible = || judged.iter().filter(|it| it.is_eligible());
        let mut fallen: Vec<Fallen> = judged.iter().filter(|it| !it.is_eligible()).filter_map(fallen).collect();
        self.date(&mut fallen, &posts, months, control)?;
        let nip = |who: EmployeeIx| grounds.facts.employees[who.at()].nip;
        fallen.sort_by_key(|it| (it.rules.len(), it.lawful_from.is_none(), it.lawful_from, nip(it.who)));
        Some(Pool {
            of,
            considered: people.len(),
            eligible: eligible().count(),
            automatic: eligible().filter(|it| it.is_automatic).count(),
            unverified: eligible().filter(|it| it.is_unverified).count(),
            rules: shares(&judged, &fallen),
            fallen,
        })
    }

    /// The posts in question: of a unit those that take newcomers.
    fn posts_of(&self, of: PoolOf) -> Vec<PositionIx> {
        let grounds = self.grounds();
        match of {
            PoolOf::Post(post) => vec![post],
            PoolOf::Unit(_) => {
                let takes = |post: &PositionIx| self.belongs(of, *post) && grounds.projection.is_open(&grounds.facts, *post);
                grounds.posts_in_scope().filter(takes).collect()
            }
        }
    }

    fn belongs(&self, of: PoolOf, post: PositionIx) -> bool {
        match of {
            PoolOf::Post(it) => it == post,
            PoolOf::Unit(unit) => self.grounds().projection.group[post.at()] == Some(unit),
        }
    }

    fn judged(&self, who: EmployeeIx, posts: &[PositionIx]) -> Judged {
        let mut judged = Judged { who, blocked: Vec::new(), is_unverified: false, is_automatic: false };
        for post in posts {
            let verdicts = self.judge().verdicts(who, *post);
            let rules: Vec<RuleId> = verdicts.iter().filter(|it| it.blocks()).map(|it| it.rule).collect();
            if rules.is_empty() {
                judged.is_unverified |= verdicts.iter().any(is_open_question);
                judged.is_automatic |= self.core_may(who, *post) && self.judge().pair(who, *post).is_automatic;
            }
            judged.blocked.push((*post, rules));
        }
        judged
    }

    /// From when on whoever falls out is lawful.
    fn date(&self, fallen: &mut [Fallen], posts: &[PositionIx], months: usize, control: &Control<'_>) -> Option<()> {
        let policy = &self.grounds().policy;
        let mut open: Vec<&mut Fallen> = fallen.iter_mut().collect();
        for (done, tmt) in (0u64..).zip(months_after(policy.tmt, months)) {
            if open.is_empty() {
                break;
            }
            if control.cancelled.load(Ordering::Relaxed) {
                return None;
            }
            let parameters = self.base.pack.chosen(tmt, &policy.choices);
            let then = Grounds::new(self.grounds().facts.clone(), Policy { tmt, parameters, ..policy.clone() });
            let judge = Judge { grounds: &then, pack: &self.base.pack, overrides: &self.overrides };
            let is_lawful = |it: &Fallen| {
                then.projection.standing[it.who.at()].seat().is_some()
                    && posts.iter().any(|post| judge.is_eligible(it.who, *post))
            };
            open.par_iter_mut().for_each(|it| it.lawful_from = is_lawful(it).then_some(tmt));
            open.retain(|it| it.lawful_from.is_none());
            (control.progress)(Progress { done: done + 1, total: months as u64 });
        }
        Some(())
    }
}

/// A verdict that a datum would decide against somebody, as far as anyone knows.
fn is_open_question(verdict: &Verdict) -> bool {
    use crate::rules::Severity::{B, O};
    verdict.outcome == Outcome::Unknown && matches!(verdict.severity, B | O)
}

/// The first days of the months after a day.
fn months_after(day: Date, months: usize) -> impl Iterator<Item = Date> {
    let first = day.first_of_month();
    (1..=i32::try_from(months).unwrap_or(i32::MAX)).map_while(move |month| first.checked_add(month.months()).ok())
}

fn fallen(judged: &Judged) -> Option<Fallen> {
    let (post, rules) = judged.blocked.iter().min_by_key(|(_, rules)| rules.len())?;
    Some(Fallen { who: judged.who, post: *post, rules: rules.clone(), lawful_from: None })
}

fn shares(judged: &[Judged], fallen: &[Fallen]) -> Vec<RuleShare> {
    let mut shares: BTreeMap<RuleId, RuleShare> = BTreeMap::new();
    let dates: BTreeMap<EmployeeIx, Option<Date>> = fallen.iter().map(|it| (it.who, it.lawful_from)).collect();
    for it in judged.iter().filter(|it| !it.is_eligible()) {
        let mut rules: Vec<RuleId> = it.blocked.iter().flat_map(|(_, rules)| rules).copied().collect();
        rules.sort_unstable();
        rules.dedup();
        for rule in rules {
            let share = shares.entry(rule).or_insert(RuleShare { rule, fail: 0, only: 0, later: Vec::new() });
            share.fail += usize::from(it.blocked.iter().all(|(_, rules)| rules.contains(&rule)));
            if it.blocked.iter().any(|(_, rules)| *rules == [rule]) {
                share.only += 1;
                share.later.extend(dates.get(&it.who).copied().flatten().map(|day| (day, 1)));
            }
        }
    }
    let mut shares: Vec<RuleShare> = shares.into_values().filter(|it| it.fail + it.only > 0).collect();
    for share in &mut shares {
        share.later.sort_unstable();
        share.later.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            kept.1 += if is_same { next.1 } else { 0 };
            is_same
        });
    }
    shares.sort_by_key(|it| (std::cmp::Reverse((it.only, it.fail)), it.rule));
    shares
}
