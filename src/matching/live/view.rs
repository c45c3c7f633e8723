//! What a live plan shows: who is where, what is edited, and the proof.

use super::Live;
use crate::matching::problem::{Problem, ProblemBuilder, ProblemError, Segment};
use crate::matching::residual::InMemory;
use crate::matching::solution::{Prices, Solution};

impl Live {
    /// The total of the plan: no plan of the problem as edited has more.
    pub fn objective(&self) -> i64 {
        self.state.objective
    }

    /// How many employees the problem has.
    pub fn employees(&self) -> usize {
        self.state.held.len()
    }

    /// The post somebody holds in the plan. Where several plans are best it is one of them; only their total is promised.
    ///
    /// # Panics
    /// Like an index, where there is no such employee.
    pub fn post_of(&self, employee: u32) -> u32 {
        self.state.held[employee as usize].post
    }

    /// Who holds a post in the plan, in no particular order; nobody where there is no such post.
    pub fn holders(&self, post: u32) -> &[u32] {
        self.state.holders.get(post as usize).map_or(&[], Vec::as_slice)
    }

    /// The post somebody is pinned to.
    pub fn pin_of(&self, employee: u32) -> Option<u32> {
        self.edited(employee).and_then(|own| own.pin).map(|pin| pin.0)
    }

    /// The posts somebody is banned from, ascending.
    pub fn bans_of(&self, employee: u32) -> &[u32] {
        self.edited(employee).map_or(&[], |own| &own.bans)
    }

    fn edited(&self, employee: u32) -> Option<&super::rows::Edited> {
        let known = (employee as usize) < self.employees();
        known.then(|| self.rows.edited(employee)).flatten()
    }

    /// The places of a post and what they earn; none where there is no such post.
    pub fn post_segments(&self, post: u32) -> &[Segment] {
        let posts = &self.state.places[..self.state.posts];
        posts.get(post as usize).map_or(&[], |places| places.given())
    }

    /// The places of a unit and what they earn; none where there is no such unit.
    pub fn unit_segments(&self, unit: u32) -> &[Segment] {
        let units = &self.state.places[self.state.posts..];
        units.get(unit as usize).map_or(&[], |places| places.given())
    }

    /// The charges that prove the plan.
    pub fn prices(&self) -> Prices {
        self.state.prices()
    }

    /// The problem as edited: pins and bans have become rows. Takes time and memory in proportion to all pairs.
    pub fn problem(&self) -> Result<Problem, ProblemError> {
        let state = &self.state;
        let given = self.rows.problem();
        let mut builder = ProblemBuilder::new();
        builder.reserve(self.employees(), given.arcs());
        for unit in 0..given.units() {
            builder.add_unit(self.unit_segments(unit as u32));
        }
        for post in 0..given.posts() {
            builder.add_post(given.unit_of(post), self.post_segments(post as u32));
        }
        for employee in 0..self.employees() {
            builder.extend_employee(self.rows.pairs(employee as u32));
        }
        for (node, places) in state.places.iter().enumerate().filter(|(_, places)| places.least() > 0) {
            match node.checked_sub(state.posts) {
                None => builder.require_post(node as u32, places.least()),
                Some(unit) => builder.require_unit(unit as u32, places.least()),
            }
        }
        builder.build()
    }

    /// The proof of the plan: the problem as edited, the plan in its arcs, and prices whose
    /// [bound](crate::matching::certificate::bound) is the plan's objective.
    pub fn certificate(&self) -> Result<(Problem, Solution), ProblemError> {
        let problem = self.problem()?;
        let mut choice = Vec::with_capacity(self.employees());
        for (employee, held) in self.state.held.iter().enumerate() {
            let is_held = |&arc: &usize| problem.arc_post[arc] == held.post && problem.arc_value[arc] == held.value;
            let mut row = problem.row(employee);
            choice.push(row.find(is_held).unwrap_or(row.start) as u32);
        }
        Ok((problem, Solution { choice, objective: self.state.objective, prices: self.prices() }))
    }
}
