//! The best plan possible, kept while a plan is edited: what it earns, what it would cost to have somebody
//! somewhere (Biaya), and what a few moves more would buy.
//!
//! Pins, bans and permissions change what is possible for the people they name and for nobody else: the rows of these
//! people are made anew and the core re-optimises around them ([`matching::live`](crate::matching::live)), in a
//! millisecond where a solve takes a hundred. Proposals change nothing.
pub(super) mod core;
mod room;

use super::composition::{ComposeError, stay_in};
use super::outlook::{Field, Outlook};
use super::staffing::{Node, Staffing};
use super::{Desk, Foundation};
use crate::matching::live::Edit;
use crate::matching::{Control, NO_UNIT};
use crate::model::plan::Plan;
use crate::model::{EmployeeIx, Nip, PositionIx};
use crate::scoring::Valuer;
use core::{Core, MOST_PAIRS};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Biaya per target: the best total with somebody there less the best total, hundredths of a point, never above 0.
pub type Costs = HashMap<PositionIx, i64>;

/// People on posts.
pub type Seats = Vec<(EmployeeIx, PositionIx)>;

/// The best plan possible under a plan's pins, bans and permissions.
#[derive(Debug)]
pub struct LiveBest {
    base: Arc<Foundation>,
    /// What the live plan reflects.
    plan: Arc<Plan>,
    staffing: Arc<Staffing>,
    core: Core,
    /// Per person the row in the problem.
    rows: HashMap<EmployeeIx, u32>,
    /// Per post its node, [`NO_UNIT`] where it has none.
    node_of: Vec<u32>,
    most_pairs: usize,
    /// Per row the node of staying under the plan as it is now; `u32::MAX` for a pin elsewhere.
    home: Vec<u32>,
}

/// What leads from one plan's best to another's.
struct Step {
    edits: Vec<Edit>,
    /// Per row the node of staying.
    homes: Vec<(u32, u32)>,
}

impl LiveBest {
    /// Solves from nothing.
    ///
    /// # Errors
    /// [`ComposeError`].
    pub fn of(desk: &Desk, control: &Control<'_>) -> Result<Self, ComposeError> {
        Self::of_at_most(desk, MOST_PAIRS, control)
    }

    /// The same, with another limit on the pairs kept in memory: above it they are made when they are looked at.
    ///
    /// # Errors
    /// [`ComposeError`].
    pub fn of_at_most(desk: &Desk, most_pairs: usize, control: &Control<'_>) -> Result<Self, ComposeError> {
        let staffing = Staffing::of(&desk.base, &desk.plan, &desk.overrides).map_err(ComposeError::Problem)?;
        let core = Core::of(&staffing, most_pairs, control)?;
        let rows = staffing.employees.iter().enumerate().map(|(row, who)| (*who, row as u32)).collect();
        let mut node_of = vec![NO_UNIT; desk.grounds().facts.positions.len()];
        for (at, node) in staffing.nodes.iter().enumerate() {
            if let Node::Post(post) | Node::Outside(Some(post)) = node {
                node_of[post.at()] = at as u32;
            }
        }
        let home = staffing.home.clone();
        let (base, plan) = (desk.base.clone(), desk.plan.clone());
        Ok(Self { base, plan, staffing: Arc::new(staffing), core, rows, node_of, home, most_pairs })
    }

    /// Follows a plan, and returns its best total. Where that is impossible or cancelled, the state is as before.
    ///
    /// # Errors
    /// [`ComposeError`].
    pub fn follow(&mut self, desk: &Desk, control: &Control<'_>) -> Result<i64, ComposeError> {
        let Some(step) = self.step_to(desk)? else {
            *self = Self::of_at_most(desk, self.most_pairs, control)?;
            return Ok(self.total());
        };
        if step.edits.is_empty() {
            return Ok(self.total());
        }
        self.core.apply(&self.staffing, &step.edits, control)?;
        for (row, home) in step.homes {
            self.home[row as usize] = home;
        }
        self.plan = desk.plan.clone();
        Ok(self.total())
    }

    /// What the best plan earns under another plan's pins, bans and permissions; the state stays as it is. None where
    /// no plan holds.
    ///
    /// # Errors
    /// [`ComposeError`], cancelled among them.
    pub fn total_under(&mut self, desk: &Desk, control: &Control<'_>) -> Result<Option<i64>, ComposeError> {
        match self.step_to(desk)? {
            Some(step) if step.edits.is_empty() => Ok(Some(self.total())),
            Some(step) => self.core.under(&self.staffing, &step.edits, control),
            None => match Self::of_at_most(desk, self.most_pairs, control) {
                Ok(best) => Ok(Some(best.total())),
                Err(ComposeError::Infeasible { .. }) => Ok(None),
                Err(error) => Err(error),
            },
        }
    }

    /// The rows that lead to another plan; none where other people are to be placed, or the facts are others.
    fn step_to(&self, desk: &Desk) -> Result<Option<Step>, ComposeError> {
        if !self.is_of(&desk.base) {
            return Ok(None);
        }
        let people = concerned(&self.plan, desk);
        if people.is_empty() {
            return Ok(Some(Step { edits: Vec::new(), homes: Vec::new() }));
        }
        let some = Staffing::of_some(&desk.base, &desk.plan, &desk.overrides, &people).map_err(ComposeError::Problem)?;
        // Whoever is not mapped comes and goes with his pin.
        if people.iter().any(|who| some.employees.contains(who) != self.rows.contains_key(who)) {
            return Ok(None);
        }
        let rows: Vec<u32> = some.employees.iter().filter_map(|who| self.rows.get(who).copied()).collect();
        let edit = |(at, employee): (usize, &u32)| Edit::Row { employee: *employee, pairs: some.row(at) };
        let edits = rows.iter().enumerate().map(edit).collect();
        Ok(Some(Step { edits, homes: rows.into_iter().zip(some.home.iter().copied()).collect() }))
    }

    /// Whether it stands on these facts.
    pub fn is_of(&self, base: &Arc<Foundation>) -> bool {
        Arc::ptr_eq(&self.base, base)
    }

    /// What the best plan earns, hundredths of a point.
    pub fn total(&self) -> i64 {
        self.core.total()
    }

    /// Biaya of every post that the person may be put on, by the core or by hand; others are missing.
    /// The desk is the one last followed, proposals aside.
    ///
    /// # Errors
    /// [`ComposeError::Cancelled`].
    pub fn costs(&mut self, desk: &Desk, who: EmployeeIx, control: &Control<'_>) -> Result<Costs, ComposeError> {
        let Some(row) = self.rows.get(&who).copied() else { return Ok(Costs::new()) };
        let best = self.total();
        let carried = self.core.lift(&self.staffing, row, control)?;
        let posts: Vec<PositionIx> = desk.grounds().every_post().collect();
        let valuer = Valuer::new(desk.grounds(), who);
        let cost = |post: PositionIx| {
            let total = carried.total_at(self.node(desk, who, post)?, value_at(desk, &valuer, who, post)?)?;
            Some((post, (total - best).min(0)))
        };
        Ok(posts.into_par_iter().filter_map(cost).collect())
    }

    /// Biaya of people on posts all at once; none where no plan has them there, the plan does not let them, or there
    /// is nobody.
    ///
    /// # Errors
    /// [`ComposeError::Cancelled`].
    pub fn joint_cost(&mut self, desk: &Desk, seats: &Seats, control: &Control<'_>) -> Result<Option<i64>, ComposeError> {
        let best = self.total();
        let pinned = |(who, to): &(EmployeeIx, PositionIx)| {
            let value = value_at(desk, &Valuer::new(desk.grounds(), *who), *who, *to)?;
            Some(Edit::PinAt { employee: *self.rows.get(who)?, post: self.node(desk, *who, *to)?, value })
        };
        let pins: Option<Vec<Edit>> = seats.iter().map(pinned).collect();
        let Some(pins) = pins.filter(|pins| !pins.is_empty()) else { return Ok(None) };
        let total = self.core.under(&self.staffing, &pins, control)?;
        Ok(total.map(|total| (total - best).min(0)))
    }

    /// The node that a person on a post is on: who stays part-time takes no place of the post.
    fn node(&self, desk: &Desk, who: EmployeeIx, post: PositionIx) -> Option<u32> {
        let stays = desk.grounds().present(who) == Some(post);
        let home = self.rows.get(&who).filter(|_| stays).map(|row| self.staffing.home[*row as usize]);
        home.into_iter().chain([self.node_of[post.at()]]).find(|node| *node != NO_UNIT)
    }

    /// What the next moves buy: see [`Outlook`]. Takes a copy, to be worked on elsewhere.
    ///
    /// # Errors
    /// [`ComposeError::Problem`].
    pub fn outlook(&self) -> Result<Outlook, ComposeError> {
        let movable = self.staffing.employees.iter().zip(&self.home).filter(|(_, home)| **home != u32::MAX);
        let movable = movable.map(|(who, _)| *who).collect();
        let field = match &self.core {
            Core::Live(live) => {
                let (problem, optimum) = live.certificate().map_err(ComposeError::Problem)?;
                let stay = stay_in(&problem, &self.home);
                Field::Whole { problem: Box::new(problem), stay, optimum }
            }
            Core::Made(made) => Field::Made { made: made.clone(), staffing: self.staffing.clone(), home: self.home.clone() },
        };
        Ok(Outlook { field, movable })
    }
}

/// What a pair is worth in the problem, all prices taken off, whoever may propose it; none where neither the
/// core nor the planner's hand may.
fn value_at(desk: &Desk, valuer: &Valuer<'_>, who: EmployeeIx, post: PositionIx) -> Option<i64> {
    let grounds = desk.grounds();
    let facts = &grounds.facts;
    let nip = facts.employees[who.at()].nip;
    let is_elsewhere = |pinned: &crate::model::PositionId| facts.position(pinned) != Some(post);
    if desk.plan.pins.get(&nip).is_some_and(is_elsewhere) {
        return None;
    }
    if grounds.present(who) == Some(post) {
        return Some(desk.base.ledger.stay(who));
    }
    // A post closed to the core's newcomers is not closed to the hand: its holder may swap.
    let is_banned = !desk.plan.bans.is_empty() && desk.plan.bans.contains(&(nip, facts.positions[post.at()].id()));
    if !grounds.projection.in_scope[post.at()] || is_banned {
        return None;
    }
    let judged = desk.judge().pair(who, post);
    judged.is_eligible.then(|| valuer.at(post) - judged.price)
}

/// Whom the differences of two plans name.
fn concerned(before: &Plan, desk: &Desk) -> Vec<EmployeeIx> {
    let after = &desk.plan;
    let pins = before.pins.iter().filter(|(nip, post)| after.pins.get(*nip) != Some(*post)).map(|(nip, _)| *nip);
    let new_pins = after.pins.iter().filter(|(nip, post)| before.pins.get(*nip) != Some(*post)).map(|(nip, _)| *nip);
    let bans = before.bans.symmetric_difference(&after.bans).map(|(nip, _)| *nip);
    let permitted = |plan: &Plan| -> BTreeSet<(Nip, String, String)> {
        plan.overrides.keys().map(|(nip, post, rule)| (*nip, post.to_string(), rule.clone())).collect()
    };
    let (was, is) = (permitted(before), permitted(after));
    let permissions = was.symmetric_difference(&is).map(|(nip, ..)| *nip);
    let named: BTreeSet<Nip> = pins.chain(new_pins).chain(bans).chain(permissions).collect();
    named.iter().filter_map(|nip| desk.grounds().facts.employee(nip)).collect()
}
