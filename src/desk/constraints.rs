//! What was decided by hand that binds the core or frees it (pins, locks, bans, permissions), and what each of
//! them costs: what the best plan earns with it, less what it would earn without it. Below 0 it costs (*biaya
//! sematan*), above 0 it buys something. Each figure is that of solving anew without the constraint, all others kept;
//! together they need not add up, so the figure of all of a kind is worked out too.
//!
//! Pair rules take pairs away, so the price of their permission is one of the flow (`best` of every metric). A
//! permission of a plan rule (relatives, R22) concerns the plan as composed, and its price is the difference of two of these.
use super::Desk;
use super::composition::{ComposeError, Composition};
use super::live::LiveBest;
use crate::matching::{Control, Progress};
use crate::metrics::Metrics;
use crate::model::plan::{Action, Override, Plan, SolveRecord};
use crate::model::{EmployeeIx, Lock, PositionIx};
use crate::rules::{RuleId, Scope};

/// A decision that binds the core or frees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// An official's permission for somebody on a post, of a rule.
    Permission(EmployeeIx, PositionIx, RuleId),
    /// Somebody pinned on a post.
    Pin(EmployeeIx, PositionIx),
    /// A level or unit locked: all its pins at once.
    Lock(Lock),
    /// A pair banned.
    Ban(EmployeeIx, PositionIx),
}

/// The kinds of constraints, in the order they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Permissions.
    Permission,
    /// Pins and locks.
    Pin,
    /// Bans.
    Ban,
}

impl Sort {
    /// All.
    pub const ALL: [Self; 3] = [Self::Permission, Self::Pin, Self::Ban];

    /// Its name in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Permission => "permission",
            Self::Pin => "pin",
            Self::Ban => "ban",
        }
    }
}

impl Constraint {
    /// Its kind.
    pub const fn sort(&self) -> Sort {
        match self {
            Self::Permission(..) => Sort::Permission,
            Self::Pin(..) | Self::Lock(_) => Sort::Pin,
            Self::Ban(..) => Sort::Ban,
        }
    }

    /// Whom it names; none for a lock.
    pub const fn person(&self) -> Option<EmployeeIx> {
        match self {
            Self::Permission(who, ..) | Self::Pin(who, _) | Self::Ban(who, _) => Some(*who),
            Self::Lock(_) => None,
        }
    }

    /// Which post it names; none for a lock.
    pub const fn post(&self) -> Option<PositionIx> {
        match self {
            Self::Permission(_, post, _) | Self::Pin(_, post) | Self::Ban(_, post) => Some(*post),
            Self::Lock(_) => None,
        }
    }
}

/// What the constraints of a plan cost, hundredths of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstraintPrices {
    /// What the best plan earns under all of them.
    pub best: i64,
    /// Each with its price; `None` where with or without it no plan holds.
    pub each: Vec<(Constraint, Option<i64>)>,
    /// All of a kind together, in the order of [`Sort::ALL`]; `None` where there are none of it, or no plan holds.
    pub together: [Option<i64>; 3],
}

impl ConstraintPrices {
    /// The prices of a kind added up.
    pub fn sum(&self, sort: Sort) -> i64 {
        self.each.iter().filter(|(constraint, _)| constraint.sort() == sort).filter_map(|(_, price)| *price).sum()
    }

    /// Works all prices out. `best` is the one kept while the plan is edited; it follows the desk.
    ///
    /// # Errors
    /// [`ComposeError`]: cancelled, or the constraints cannot hold together.
    pub fn of(desk: &Desk, best: &mut LiveBest, control: &Control<'_>) -> Result<Self, ComposeError> {
        let total = best.follow(desk, control)?;
        let all = desk.constraints();
        let mut solved = Resolved { desk, best, total, composed: None };
        let steps = (all.len() + Sort::ALL.len()) as u64;
        let mut each = Vec::with_capacity(all.len());
        for (at, constraint) in all.iter().enumerate() {
            let price = solved.price(std::slice::from_ref(constraint), control)?;
            each.push((constraint.clone(), price));
            (control.progress)(Progress { done: at as u64 + 1, total: steps });
        }
        let mut together = [None; 3];
        for (sort, together) in Sort::ALL.into_iter().zip(&mut together) {
            let those: Vec<Constraint> = all.iter().filter(|it| it.sort() == sort).cloned().collect();
            if !those.is_empty() {
                *together = solved.price(&those, control)?;
            }
        }
        Ok(Self { best: total, each, together })
    }
}

/// The best plan, and what it takes to compare it with others.
struct Resolved<'a> {
    desk: &'a Desk,
    best: &'a mut LiveBest,
    total: i64,
    /// The objective of the plan as composed, relatives minded, once worked out; none where no plan holds.
    composed: Option<Option<i64>>,
}

impl Resolved<'_> {
    fn price(&mut self, those: &[Constraint], control: &Control<'_>) -> Result<Option<i64>, ComposeError> {
        let without = self.desk.without(those);
        let of_plan = |it: &Constraint| matches!(it, Constraint::Permission(_, _, rule) if self.desk.base.pack.entry(*rule).scope == Scope::Plan);
        if !those.iter().any(of_plan) {
            return Ok(self.best.total_under(&without, control)?.map(|total| self.total - total));
        }
        let with = match self.composed {
            Some(objective) => objective,
            None => *self.composed.insert(objective(self.desk, control)?),
        };
        let without = objective(&without, control)?;
        Ok(with.zip(without).map(|(with, without)| with - without))
    }
}

/// What the composed plan earns; none where no plan holds.
fn objective(desk: &Desk, control: &Control<'_>) -> Result<Option<i64>, ComposeError> {
    match desk.compose(None, control) {
        Ok(composition) => Ok(Some(composition.objective)),
        Err(ComposeError::Infeasible { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The best plan with and without constraints, beside each other.
#[derive(Clone, Debug)]
pub struct Otherwise {
    /// Without what.
    pub constraint: Constraint,
    /// Who sits where else: with it, and without it; `None` is no post.
    pub displaced: Vec<(EmployeeIx, Option<PositionIx>, Option<PositionIx>)>,
    /// The figures of the best plan with it, and without it.
    pub metrics: [Metrics; 2],
}

impl Desk {
    /// Pins, locks, bans and permissions whose person and post the facts know: by kind, then by NIP.
    pub fn constraints(&self) -> Vec<Constraint> {
        let (facts, plan) = (&self.grounds().facts, &self.plan);
        let permission = |(nip, post, rule): &(_, _, String)| {
            Some(Constraint::Permission(facts.employee(nip)?, facts.position(post)?, RuleId::parse(rule)?))
        };
        let permissions = plan.overrides.keys().filter_map(permission);
        let alone = plan.pins.iter().filter(|(nip, _)| !plan.locks.hold(nip));
        let pins = alone.filter_map(|(nip, post)| Some(Constraint::Pin(facts.employee(nip)?, facts.position(post)?)));
        let locks = plan.locks.all().cloned().map(Constraint::Lock);
        let bans = plan.bans.iter().filter_map(|(nip, post)| Some(Constraint::Ban(facts.employee(nip)?, facts.position(post)?)));
        permissions.chain(pins).chain(locks).chain(bans).collect()
    }

    /// The plan without some of its constraints. A pin that stands on a permission alone goes with it.
    pub fn without(&self, those: &[Constraint]) -> Self {
        let mut plan = Plan::clone(&self.plan);
        let mut people = Vec::new();
        for constraint in those {
            self.take_away(&mut plan, constraint, &mut people);
        }
        let mut desk = self.replanned(plan, Some(people));
        let stands = |desk: &Self, (who, post): &(EmployeeIx, PositionIx)| desk.judge().is_eligible(*who, *post);
        let permitted = those.iter().filter_map(|it| match it {
            Constraint::Permission(who, post, _) => Some((*who, *post)),
            _ => None,
        });
        let fallen: Vec<Constraint> = permitted
            .filter(|pair| desk.is_pinned(pair) && !stands(&desk, pair))
            .map(|(who, post)| Constraint::Pin(who, post))
            .collect();
        if !fallen.is_empty() {
            desk = desk.without(&fallen);
        }
        desk
    }

    /// What an official signed, of a permission.
    pub fn permission(&self, of: &Constraint) -> Option<&Override> {
        let Constraint::Permission(who, post, rule) = of else { return None };
        let facts = &self.grounds().facts;
        self.plan.overrides.get(&(facts.employees[who.at()].nip, facts.positions[post.at()].id(), rule.to_string()))
    }

    fn is_pinned(&self, (who, post): &(EmployeeIx, PositionIx)) -> bool {
        let facts = &self.grounds().facts;
        self.plan.pins.get(&facts.employees[who.at()].nip).is_some_and(|pinned| facts.position(pinned) == Some(*post))
    }

    fn take_away(&self, plan: &mut Plan, constraint: &Constraint, people: &mut Vec<crate::model::Nip>) {
        let facts = &self.grounds().facts;
        let nip = |who: &EmployeeIx| facts.employees[who.at()].nip;
        let id = |post: &PositionIx| facts.positions[post.at()].id();
        match constraint {
            Constraint::Permission(who, post, rule) => drop(plan.overrides.remove(&(nip(who), id(post), rule.to_string()))),
            Constraint::Pin(who, _) => plan.apply(&Action::Unpin { employee: nip(who) }),
            Constraint::Lock(lock) => {
                let employees = plan.locks.held_by_none_but(lock);
                people.extend(&employees);
                plan.apply(&Action::UnpinMany { of: lock.clone(), employees });
            }
            Constraint::Ban(who, post) => plan.apply(&Action::Unban { employee: nip(who), position: Some(id(post)) }),
        }
        people.extend(constraint.person().as_ref().map(nip));
    }

    /// What the best plan would be without a constraint: who would sit elsewhere, and its figures.
    ///
    /// # Errors
    /// [`ComposeError`].
    pub fn otherwise(&self, constraint: &Constraint, control: &Control<'_>) -> Result<Otherwise, ComposeError> {
        let half = |from: u64, to: u64| control.part(from, to);
        let with = self.compose(None, &Control { progress: &half(0, 500), ..*control })?;
        let other = self.without(std::slice::from_ref(constraint));
        let without = other.compose(None, &Control { progress: &half(500, 1000), ..*control })?;
        let (with, without) = (self.as_composed(&with), other.as_composed(&without));
        let projection = &self.grounds().projection;
        let seats = |who: EmployeeIx| (who, with.placement.post(projection, who), without.placement.post(projection, who));
        let displaced = self.grounds().everyone().map(seats).filter(|(_, with, without)| with != without).collect();
        Ok(Otherwise { constraint: constraint.clone(), displaced, metrics: [with.metrics, without.metrics] })
    }

    /// The plan with the core's in place of all that is not pinned.
    pub fn as_composed(&self, composition: &Composition) -> Self {
        let facts = &self.grounds().facts;
        let moved = composition.moves.iter().map(|it| (facts.employees[it.who.at()].nip, facts.positions[it.to.at()].id()));
        let record = SolveRecord { objective: composition.objective, bound: composition.bound, certificate: String::new() };
        self.after(&Action::Solve { record, moves: moved.collect() })
    }
}
