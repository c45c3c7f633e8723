//! From facts to the matching problem (plan-model, "In the flow"), and from node numbers back to people.
//!
//! Employees are sources. Positions in scope flow through the unit that shares their shortage; apart
//! from them, straight to the sink, stand the outside posts of pool members, one node for PPPK paruh
//! waktu and one for the tray (`frame`).
//!
//! A city has tens of millions of lawful pairs, so they are made when they are looked at: `people` judges
//! everyone once a bundle of posts (`bundles`), `offers` makes the rows. [`Staffing::problem`] has them
//! all in memory, for whoever needs that.
mod bundles;
mod frame;
mod offers;
mod people;

use super::Foundation;
use super::composition::LeftOut;
use super::conflicts::Relatives;
use crate::matching::branching::Conflicts;
use crate::matching::rows::Rows;
use crate::matching::{Prices, Problem, ProblemBuilder, ProblemError, Solution, certificate, rows};
use crate::model::plan::Plan;
use crate::model::{EmployeeIx, Grounds, PositionIx, Seat, UnitIx};
use crate::rules::Judge;
use crate::rules::plan::Overrides;
use crate::scoring::need_numerator;
use bundles::Bundles;
use frame::Frame;
pub use offers::Offers;
use people::{Desk, Person};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a position node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// A post in scope.
    Post(PositionIx),
    /// The present post of pool members, out of scope; `None` where it is not known.
    Outside(Option<PositionIx>),
    /// PPPK paruh waktu, who stay.
    PartTime,
    /// The tray.
    Tray,
}

/// A plan, and prices that bound what any plan earns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Per employee position node and value.
    pub choice: Vec<(u32, i64)>,
    /// Its objective.
    pub objective: i64,
    /// The prices.
    pub prices: Prices,
}

impl Placed {
    /// A solution of a problem, told by posts.
    pub fn of(problem: &Problem, solution: Solution) -> Self {
        let arc = |arc: &u32| (problem.post_of(*arc as usize) as u32, problem.value_of(*arc as usize));
        let choice = solution.choice.iter().map(arc).collect();
        Self { choice, objective: solution.objective, prices: solution.prices }
    }
}

/// The matching problem with what its nodes stand for.
#[derive(Debug)]
pub struct Staffing {
    /// Its posts and units; nobody is placed in it.
    pub frame: Problem,
    /// Everyone's lawful posts.
    pub rows: Offers,
    /// Its employees.
    pub employees: Vec<EmployeeIx>,
    /// Its positions.
    pub nodes: Vec<Node>,
    /// Its units.
    pub units: Vec<UnitIx>,
    /// Per employee the position node of staying; `u32::MAX` where the only arc is a pin elsewhere.
    pub home: Vec<u32>,
    /// Per employee, how the rows were cut down.
    pub left_out: Vec<Option<LeftOut>>,
    /// How many arcs employees have, those of staying included.
    pub pairs: usize,
    relatives: Relatives,
    conflicts: OnceLock<Conflicts>,
    whole: OnceLock<Result<(Problem, Vec<u32>), ProblemError>>,
}

impl Staffing {
    /// Builds the problem from facts, policy, pins, bans and overrides. Unpinned proposals change nothing.
    ///
    /// # Errors
    /// [`ProblemError`] where values are too large to be summed.
    pub fn of(base: &Foundation, plan: &Plan, overrides: &Overrides) -> Result<Self, ProblemError> {
        Self::of_those(base, plan, overrides, None)
    }

    /// The same posts with some of the people alone: for their rows under another plan.
    ///
    /// # Errors
    /// As [`Staffing::of`].
    pub fn of_some(base: &Foundation, plan: &Plan, overrides: &Overrides, people: &[EmployeeIx]) -> Result<Self, ProblemError> {
        Self::of_those(base, plan, overrides, Some(people))
    }

    fn of_those(
        base: &Foundation,
        plan: &Plan,
        overrides: &Overrides,
        those: Option<&[EmployeeIx]>,
    ) -> Result<Self, ProblemError> {
        let grounds = &base.grounds;
        let frame = Frame::of(grounds)?;
        let open: Vec<PositionIx> =
            grounds.posts_in_scope().filter(|post| grounds.projection.is_open(&grounds.facts, *post)).collect();
        let bundles = Bundles::of(grounds, &frame, &open);
        let desk = desk(base, plan, overrides, &frame, &bundles, &open);
        let all = || grounds.everyone().collect();
        let mut employees: Vec<EmployeeIx> = those.map_or_else(all, <[EmployeeIx]>::to_vec);
        employees.retain(|who| is_source(grounds, &desk, *who));
        let people: Vec<Person> = employees.par_iter().map(|who| desk.person(*who)).collect();
        let home = people.iter().map(|person| person.home).collect();
        let left_out: Vec<Option<LeftOut>> = people.iter().map(|person| person.left_out).collect();
        let need_of = |node: &Node| if let Node::Post(post) = node { need_numerator(grounds, *post) } else { 0 };
        let need = frame.nodes.iter().map(need_of).collect();
        let pairs = people.iter().map(Person::pairs).sum();
        let rows = Offers::new(grounds, bundles, need, people);
        let Frame { problem, nodes, units, .. } = frame;
        problem.check_values(employees.len(), rows.magnitude())?;
        let relatives = Relatives::of(base, &employees, &left_out, overrides);
        let (conflicts, whole) = (OnceLock::new(), OnceLock::new());
        Ok(Self { frame: problem, rows, employees, nodes, units, home, left_out, pairs, relatives, conflicts, whole })
    }

    /// The post that a position node stands for; `None` for the tray and unknown outside posts.
    pub fn post_at(&self, node: u32) -> Option<PositionIx> {
        match self.nodes[node as usize] {
            Node::Post(post) => Some(post),
            Node::Outside(post) => post,
            Node::PartTime | Node::Tray => None,
        }
    }

    /// The position node of a post in scope, or of the outside post of pool members.
    pub fn node_of(&self, post: PositionIx) -> Option<u32> {
        let stands_for = |node: &Node| matches!(node, Node::Post(it) | Node::Outside(Some(it)) if *it == post);
        self.nodes.iter().position(stands_for).map(|at| at as u32)
    }

    /// Someone's arcs, by position node, with their values.
    pub fn row(&self, employee: usize) -> Vec<(u32, i64)> {
        self.rows.row(employee)
    }

    /// The value of someone on a position node; `None` where that is not lawful.
    pub fn value(&self, employee: usize, node: u32) -> Option<i64> {
        self.rows.value(employee, node)
    }

    /// The upper bound that prices prove over every lawful pair.
    pub fn bound(&self, prices: &Prices) -> i128 {
        rows::bound(&self.frame, &self.rows, prices, &|_, _| 0)
    }

    /// The upper bound that prices prove for plans of at most `limit` moves, each of which is charged
    /// `move_price`; see `certificate::bound_within`.
    pub fn bound_within(&self, prices: &Prices, move_price: i64, limit: usize) -> i128 {
        if move_price < 0 {
            return i128::MAX;
        }
        let charge = |employee: usize, post: u32| {
            let home = self.home[employee];
            if home == u32::MAX || home == post { 0 } else { move_price }
        };
        let charged = rows::bound(&self.frame, &self.rows, prices, &charge);
        charged.saturating_add(i128::from(move_price) * limit as i128)
    }

    /// The objective of a plan (per employee position node and value), counted from nothing but the
    /// problem; `None` where it is no plan of it.
    pub fn objective(&self, choice: &[(u32, i64)]) -> Option<i64> {
        let lawful = |(employee, arc): (usize, &(u32, i64))| self.value(employee, arc.0) == Some(arc.1);
        if choice.len() != self.employees.len() || !choice.par_iter().enumerate().all(lawful) {
            return None;
        }
        // The problem of these arcs alone: the checker counts it.
        let mut problem = ProblemBuilder::from_frame(self.frame.clone());
        choice.iter().for_each(|arc| {
            problem.add_employee(&[*arc]);
        });
        let all: Vec<u32> = (0..choice.len() as u32).collect();
        certificate::objective(&problem.build().ok()?, &all).ok()
    }

    /// Whether a plan (per employee position node and value) holds nothing that relatives must not hold together.
    pub fn is_clean(&self, choice: &[(u32, i64)]) -> bool {
        self.relatives.are_apart(self, choice)
    }

    /// What is no flow: pairs that relatives must not hold together (R22), made at the first call.
    pub fn conflicts(&self) -> &Conflicts {
        self.conflicts.get_or_init(|| self.relatives.conflicts(self))
    }

    /// How many people a plan (per employee position node and value) moves.
    pub fn moves(&self, choice: &[(u32, i64)]) -> usize {
        choice.iter().zip(&self.home).filter(|(arc, home)| **home != u32::MAX && arc.0 != **home).count()
    }

    /// The problem with every arc in memory (12 bytes each), made at the first call.
    ///
    /// # Errors
    /// [`ProblemError::TooMany`] where there are more arcs than memory can name.
    pub fn problem(&self) -> Result<&Problem, ProblemError> {
        self.whole().map(|whole| &whole.0)
    }

    /// Per employee the arc of staying in [`Staffing::problem`]; `u32::MAX` where the only arc is a pin elsewhere.
    ///
    /// # Errors
    /// As [`Staffing::problem`].
    pub fn stay(&self) -> Result<&[u32], ProblemError> {
        self.whole().map(|whole| whole.1.as_slice())
    }

    fn whole(&self) -> Result<&(Problem, Vec<u32>), ProblemError> {
        self.whole.get_or_init(|| self.write_out()).as_ref().map_err(Clone::clone)
    }

    fn write_out(&self) -> Result<(Problem, Vec<u32>), ProblemError> {
        if self.pairs >= (u32::MAX / 4) as usize {
            return Err(ProblemError::TooMany { what: "pairs" });
        }
        let mut problem = ProblemBuilder::from_frame(self.frame.clone());
        problem.reserve(self.employees.len(), self.pairs);
        let mut stay = Vec::with_capacity(self.employees.len());
        let mut first = 0;
        let everyone: Vec<usize> = (0..self.employees.len()).collect();
        for chunk in everyone.chunks(CHUNK) {
            let rows: Vec<Vec<(u32, i64)>> = chunk.par_iter().map(|at| self.row(*at)).collect();
            for (at, row) in chunk.iter().zip(rows) {
                let home = row.iter().position(|arc| arc.0 == self.home[*at]);
                stay.push(home.map_or(u32::MAX, |home| (first + home) as u32));
                problem.add_employee(&row);
                first += row.len();
            }
        }
        Ok((problem.build()?, stay))
    }
}

/// Rows made at a time.
const CHUNK: usize = 1024;

fn desk<'a>(
    base: &'a Foundation,
    plan: &Plan,
    overrides: &'a Overrides,
    frame: &'a Frame,
    bundles: &'a Bundles<'a>,
    open: &'a [PositionIx],
) -> Desk<'a> {
    let grounds = &base.grounds;
    let facts = &grounds.facts;
    let pair = |nip, position| facts.employee(nip).zip(facts.position(position));
    let mut desk = Desk {
        grounds,
        ledger: &base.ledger,
        judge: Judge { grounds, pack: &base.pack, overrides },
        frame,
        bundles,
        open,
        of_unit: HashMap::new(),
        of_jabatan: HashMap::new(),
        pins: plan.pins.iter().filter_map(|(nip, position)| pair(nip, position)).collect(),
        bans: HashMap::new(),
        overridden: overrides.iter().map(|(who, ..)| *who).collect(),
    };
    for (who, post) in plan.bans.iter().filter_map(|(nip, position)| pair(nip, position)) {
        desk.bans.entry(who).or_default().push(post);
    }
    for post in open {
        if let Some(unit) = facts.position_unit[post.at()] {
            desk.of_unit.entry(unit.at()).or_default().push(*post);
        }
        desk.of_jabatan.entry(facts.positions[post.at()].jabatan.0.as_str()).or_default().push(*post);
    }
    desk.of_jabatan.values_mut().for_each(|posts| posts.sort_by_key(|post| grounds.kinds.of[post.at()]));
    desk
}

/// Whether someone is a source: everyone in the plan but the unmapped, who are one only if pinned.
fn is_source(grounds: &Grounds, desk: &Desk<'_>, who: EmployeeIx) -> bool {
    match grounds.projection.standing[who.at()].seat() {
        Some(Seat::Unmapped) => desk.pins.contains_key(&who),
        seat => seat.is_some(),
    }
}
