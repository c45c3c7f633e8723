//! What takes a worker long, is asked once it is shown, and holds until the problem is another: what the next moves
//! buy, what pins and permissions cost, what the best plan would be without one of them, why candidates are few, what another
//! effective date changes.
use super::state::State;
use super::table::RowId;
use super::views::{CONSTRAINTS, OTHERWISE, PACKS, POOL, PROPOSALS, REVIEW, SHIFT, pool_of};
use crate::desk::constraints::{Constraint, ConstraintPrices, Otherwise};
use crate::desk::contradiction::Contradiction;
use crate::desk::outlook::Gains;
use crate::desk::packs::SideBySide;
use crate::desk::pool::{Pool, PoolOf};
use crate::desk::review::Review;
use crate::desk::shift::Shift;
use crate::rules::Pack;
use jiff::civil::Date;
use std::sync::Arc;

/// What is known of something.
#[derive(Debug, Default)]
pub enum Sought<T> {
    /// Nobody has asked.
    #[default]
    Unasked,
    /// Being worked out.
    Asked,
    /// The answer.
    Known(Arc<T>),
    /// It could not be worked out.
    Failed,
}

impl<T> Sought<T> {
    /// The answer, once there is one.
    pub fn known(&self) -> Option<&Arc<T>> {
        match self {
            Self::Known(it) => Some(it),
            _ => None,
        }
    }

    fn take(&mut self, found: Option<Arc<T>>) {
        *self = found.map_or(Self::Failed, Self::Known);
    }

    const fn has_failed(&self) -> bool {
        matches!(self, Self::Failed)
    }

    const fn is_unasked(&self) -> bool {
        matches!(self, Self::Unasked)
    }
}

/// What is known of one thing of several: of the one asked about last.
#[derive(Debug)]
pub struct SoughtOf<K, T>(Option<(K, Sought<T>)>);

impl<K, T> Default for SoughtOf<K, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, T> SoughtOf<K, T> {
    /// What is known of that one.
    pub fn of(&self, key: &K) -> Option<&Sought<T>> {
        self.0.as_ref().filter(|(of, _)| of == key).map(|(_, sought)| sought)
    }

    /// Asks about one, unless that has been done.
    fn ask(&mut self, key: K) -> Option<&K> {
        if self.of(&key).is_some() {
            return None;
        }
        Some(&self.0.insert((key, Sought::Asked)).0)
    }

    fn take(&mut self, key: &K, found: Option<Arc<T>>) {
        if let Some((_, sought)) = self.0.as_mut().filter(|(of, _)| of == key) {
            sought.take(found);
        }
    }
}

/// The pack that the one in force is looked at beside: known by its name.
#[derive(Clone, Debug)]
pub struct Beside(pub Arc<Pack>);

impl PartialEq for Beside {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}
impl Eq for Beside {}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seek {
    /// What the next moves buy.
    Gains,
    /// What pins, locks, bans and permissions cost.
    Constraints,
    /// The best plan without one of them.
    Otherwise(Constraint),
    /// Why candidates are few.
    Pool(PoolOf),
    /// What another effective date changes.
    Shift(Date),
    /// What another pack judges otherwise.
    Packs(Beside),
    /// Which pins cannot hold together.
    Contradiction,
    /// What the last import made of the plan's decisions.
    Review,
}

/// An answer; `None` where it could not be worked out.
#[derive(Clone, Debug)]
pub enum Found {
    /// What the next moves buy.
    Gains(Option<Arc<Gains>>),
    /// What pins, locks, bans and permissions cost.
    Constraints(Option<Arc<ConstraintPrices>>),
    /// The best plan without one of them.
    Otherwise(Constraint, Option<Arc<Otherwise>>),
    /// Why candidates are few.
    Pool(PoolOf, Option<Arc<Pool>>),
    /// What another effective date changes.
    Shift(Date, Option<Arc<Shift>>),
    /// What another pack judges otherwise.
    Packs(Option<Arc<SideBySide>>),
    /// Which pins cannot hold together.
    Contradiction(Option<Arc<Contradiction>>),
    /// What the last import made of the plan's decisions; `None` where none replaced anything.
    Review(Option<Arc<Review>>),
}

/// What is known of all that is sought.
#[derive(Debug, Default)]
pub struct SoughtAfter {
    /// What the next moves buy.
    pub gains: Sought<Gains>,
    /// What pins, locks, bans and permissions cost.
    pub constraints: Sought<ConstraintPrices>,
    /// Which pins cannot hold together; asked where no plan holds.
    pub contradiction: Sought<Contradiction>,
    /// What the last import made of the plan's decisions.
    pub review: Sought<Review>,
    /// The best plan without one of them.
    pub otherwise: SoughtOf<Constraint, Otherwise>,
    /// Why candidates are few.
    pub pool: SoughtOf<PoolOf, Pool>,
    /// What another effective date changes.
    pub shift: SoughtOf<Date, Shift>,
    /// What another pack judges otherwise.
    pub packs: Sought<SideBySide>,
}

impl SoughtAfter {
    /// Takes an answer in.
    pub fn take(&mut self, found: Found) {
        match found {
            Found::Gains(gains) => self.gains.take(gains),
            Found::Constraints(prices) => self.constraints.take(prices),
            Found::Otherwise(of, found) => self.otherwise.take(&of, found),
            Found::Pool(of, found) => self.pool.take(&of, found),
            Found::Contradiction(found) => self.contradiction.take(found),
            Found::Review(found) => self.review.take(found),
            Found::Packs(found) => self.packs.take(found),
            Found::Shift(tmt, found) => self.shift.take(&tmt, found),
        }
    }
}

impl State {
    /// The constraint that a row of that view, or a view on one, is about.
    pub fn constraint_of(&self, row: RowId) -> Option<Constraint> {
        let (RowId::Verdict(_, at) | RowId::Line(at)) = row else { return None };
        let all = self.desk.constraints();
        let pin = |it: &&Constraint| matches!(it, Constraint::Pin(..)) && it.person() == row.person();
        all.get(at as usize).or_else(|| all.iter().find(pin)).cloned()
    }

    /// What is to be asked now: what the view on top shows and nobody has asked for. It counts as asked from here on.
    pub fn seek(&mut self) -> Option<Seek> {
        let view = self.view()?;
        let (kind, about) = (view.kind, view.about);
        if std::ptr::eq(kind, &PROPOSALS) && self.sought.gains.is_unasked() {
            self.sought.gains = Sought::Asked;
            return Some(Seek::Gains);
        }
        if std::ptr::eq(kind, &CONSTRAINTS) && self.sought.constraints.is_unasked() && !self.desk.constraints().is_empty() {
            self.sought.constraints = Sought::Asked;
            return Some(Seek::Constraints);
        }
        if std::ptr::eq(kind, &CONSTRAINTS) && self.sought.constraints.has_failed() && self.sought.contradiction.is_unasked() {
            self.sought.contradiction = Sought::Asked;
            return Some(Seek::Contradiction);
        }
        if std::ptr::eq(kind, &REVIEW) && self.sought.review.is_unasked() {
            self.sought.review = Sought::Asked;
            return Some(Seek::Review);
        }
        if std::ptr::eq(kind, &OTHERWISE) {
            let of = self.constraint_of(about?)?;
            return self.sought.otherwise.ask(of).cloned().map(Seek::Otherwise);
        }
        if std::ptr::eq(kind, &POOL) {
            return self.sought.pool.ask(pool_of(about?)?).copied().map(Seek::Pool);
        }
        if let Some(beside) = self.beside.clone().filter(|_| std::ptr::eq(kind, &PACKS) && self.sought.packs.is_unasked()) {
            self.sought.packs = Sought::Asked;
            return Some(Seek::Packs(beside));
        }
        if std::ptr::eq(kind, &SHIFT) && self.trial_tmt() != self.heading.tmt {
            return self.sought.shift.ask(self.trial_tmt()).copied().map(Seek::Shift);
        }
        None
    }

    /// The effective date that is tried.
    pub fn trial_tmt(&self) -> Date {
        self.trial.unwrap_or(self.heading.tmt)
    }
}
