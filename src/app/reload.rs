//! The same plan on other facts: somebody imported while this program read along. Employees, posts and units have
//! other numbers then; whatever the screen keeps is found again by NIP and id, or given up.
use super::alphabet::Alphabet;
use super::overlay::Overlay;
use super::prices::Prices;
use super::state::State;
use super::trend::Trend;
use super::views::Renumbered;
use crate::desk::Desk;
use crate::model::{EmployeeIx, Facts, PositionIx, UnitIx};
use std::sync::Arc;

/// From the numbers of some facts to those of others.
#[derive(Debug)]
pub struct Renumbering<'a> {
    from: &'a Facts,
    to: &'a Facts,
}

impl Renumbering<'_> {
    /// The same employee.
    pub fn person(&self, who: EmployeeIx) -> Option<EmployeeIx> {
        self.to.employee(&self.from.employees[who.at()].nip)
    }

    /// The same post.
    pub fn post(&self, post: PositionIx) -> Option<PositionIx> {
        self.to.position(&self.from.positions[post.at()].id())
    }

    /// The same unit.
    pub fn unit(&self, unit: UnitIx) -> Option<UnitIx> {
        self.to.unit(&self.from.units[unit.at()].id)
    }
}

impl State {
    /// Lays the state on a desk with other facts. Nothing that holds a number of before is left.
    pub fn reload(&mut self, desk: Arc<Desk>) {
        let before = std::mem::replace(&mut self.desk, desk);
        let (desk, facts) = (&self.desk, &before.grounds().facts);
        let numbers = Renumbering { from: facts, to: &desk.grounds().facts };
        let views = Renumbered::of(&self.views, &numbers);
        self.alphabet = Alphabet::of(&desk.grounds().facts);
        self.people = self.people.reloaded(desk, &self.alphabet, &numbers);
        self.places = self.places.reloaded(desk, &numbers);
        self.details = self.details.reloaded(desk, &numbers);
        self.heading.tmt = desk.grounds().policy.tmt;
        self.heading.pack.clone_from(&desk.base.pack.name);
        (self.people_in_scope, self.before) = super::state::at_the_start(desk);
        self.trend = Trend::new(desk.metrics.objective);
        // What was told may name people and posts by their numbers of before.
        self.notice = None;
        self.prices = Prices::default();
        self.card = None;
        self.renumber_views(&views);
        self.overlay = self.overlay.take().filter(|overlay| matches!(overlay, Overlay::Help { .. }));
    }
}
