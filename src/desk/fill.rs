//! Isi jabatan ini: the best chains that fill a vacant post of the plan as it is. Whoever is proposed elsewhere or pinned
//! stays so; only lawful automatic moves are made; where the chain ends a place stays free, and what that costs counts.
use super::Desk;
use super::chains::{End, Link};
use super::edit::{Edit, Refusal};
use super::staffing::{Node, Staffing};
use crate::matching::chain::{ChainSearch, Found, Mover, Stopped};
use crate::matching::rows::Rows;
use crate::matching::{Control, ProblemError};
use crate::metrics::{Metrics, post_reward};
use crate::model::plan::{Action, Change, Status};
use crate::model::{EmployeeIx, PositionIx, Seat};

pub use crate::matching::chain::MOST_MOVES;

/// So many moves a chain may have where nobody asks for another number.
pub const USUAL_MOVES: usize = 5;

/// So many chains are proposed, each with another end.
const PROPOSED: usize = 4;

/// So many chains are looked at for those with another end, and for one that is lawful as a whole.
const LOOKED_AT: usize = 20_000;

/// A chain that fills a post.
#[derive(Clone, Debug)]
pub struct Filling {
    /// Its moves: the first fills the post.
    pub links: Vec<Link>,
    /// What becomes of the place that is left at the end.
    pub end: End,
    /// The post that is left; `None` where nobody's place was.
    pub leaves: Option<PositionIx>,
    /// What it changes in the plan's objective, hundredths of a point.
    pub gain: i64,
    /// The plan's figures after it.
    pub after: Metrics,
    /// The entry that does it.
    pub action: Action,
}

/// Why no chain is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFilling {
    /// The post is not planned here.
    OutOfScope,
    /// The post has all the holders it needs.
    NotVacant,
    /// The plan's status closes it.
    Closed(Status),
    /// No lawful automatic chain of so many moves fills it.
    NoChain(usize),
    /// Values are too large to be summed.
    Problem(ProblemError),
    /// It was told to stop.
    Stopped,
}

impl From<Stopped> for NoFilling {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

impl Desk {
    /// Whether a post lacks a holder that it needs.
    pub fn is_short(&self, post: PositionIx) -> bool {
        let (projection, position) = (&self.grounds().projection, &self.grounds().facts.positions[post.at()]);
        let need = projection.need[post.at()];
        let need = if position.is_structural() { need.min(1) } else { need };
        projection.in_scope[post.at()] && self.placement.heads(post) < need
    }

    /// The best chain of at most so many moves that fills a post, and after it the best with other ends. The first is
    /// the best of all lawful ones, proved by search.
    ///
    /// # Errors
    /// [`NoFilling`].
    pub fn fillings(&self, post: PositionIx, most: usize, control: &Control<'_>) -> Result<Vec<Filling>, NoFilling> {
        if !self.grounds().projection.in_scope[post.at()] {
            return Err(NoFilling::OutOfScope);
        }
        if self.plan.status >= Status::Approved {
            return Err(NoFilling::Closed(self.plan.status));
        }
        if !self.is_short(post) {
            return Err(NoFilling::NotVacant);
        }
        let staffing = Staffing::of(&self.base, &self.plan, &self.overrides).map_err(NoFilling::Problem)?;
        let Some(node) = staffing.nodes.iter().position(|it| *it == Node::Post(post)) else { return Err(NoFilling::OutOfScope) };
        let (movers, end) = (self.movers(&staffing), self.free_places_worth(&staffing, post));
        let mut search = ChainSearch::new(&staffing.rows, &movers, &end, node as u32, most, control)?;
        let mut fillings: Vec<Filling> = Vec::new();
        for _ in 0..LOOKED_AT {
            let Some(found) = search.next(control)? else { break };
            let is_new = |leaves| fillings.iter().all(|other: &Filling| other.leaves != leaves);
            if is_new(self.leaves(&staffing, &found))
                && let Ok(filling) = self.filling(&staffing, post, &found)
            {
                fillings.push(filling);
            }
            if fillings.len() == PROPOSED {
                break;
            }
        }
        if fillings.is_empty() { Err(NoFilling::NoChain(most)) } else { Ok(fillings) }
    }

    /// Whom a chain may move: whoever has an arc and is where he is today, by NIP.
    fn movers(&self, staffing: &Staffing) -> Vec<Mover> {
        let facts = &self.grounds().facts;
        let is_free = |(at, who): &(usize, &EmployeeIx)| {
            staffing.home[*at] != u32::MAX && staffing.left_out[*at].is_none() && self.placement.target(**who).is_none()
        };
        let mut free: Vec<(usize, &EmployeeIx)> = staffing.employees.iter().enumerate().filter(is_free).collect();
        free.sort_unstable_by_key(|(_, who)| facts.employees[who.at()].nip);
        let mover = |(at, _): (usize, &EmployeeIx)| {
            let home = staffing.home[at];
            Some(Mover { employee: at as u32, home, stay: staffing.rows.value(at, home)? })
        };
        free.into_iter().filter_map(mover).collect()
    }

    /// What the chain gains by the post filled and loses by a place of each node left free, hundredths of a point.
    fn free_places_worth(&self, staffing: &Staffing, filled: PositionIx) -> Vec<i64> {
        let grounds = self.grounds();
        let heads = self.placement.heads(filled);
        let gain = post_reward(grounds, filled, heads + 1) - post_reward(grounds, filled, heads);
        let group = |post: PositionIx| grounds.projection.group[post.at()];
        let here = group(filled);
        let of_unit = here.map_or(0, |unit| self.unit_change(unit, 1));
        let worth = |node: &Node| match node {
            // Nobody can leave it.
            Node::Post(post) if self.placement.heads(*post) == 0 => 0,
            Node::Post(post) => {
                let heads = self.placement.heads(*post);
                let lost = post_reward(grounds, *post, heads) - post_reward(grounds, *post, heads.saturating_sub(1));
                let of_units =
                    if group(*post) == here { 0 } else { of_unit + group(*post).map_or(0, |unit| self.unit_change(unit, -1)) };
                gain - lost + of_units
            }
            Node::Outside(post) => gain + of_unit - post.map_or(0, |post| self.outside_loss(post)),
            Node::PartTime | Node::Tray => gain + of_unit,
        };
        staffing.nodes.iter().map(worth).collect()
    }

    /// What the last pool member on an outside post takes along.
    fn outside_loss(&self, post: PositionIx) -> i64 {
        let grounds = self.grounds();
        let stays = |who: &&EmployeeIx| {
            self.placement.target(**who).is_none() && grounds.projection.standing[who.at()].seat() == Some(Seat::Pool(Some(post)))
        };
        let left = grounds.index.seated_on(post).iter().filter(stays).count();
        if left > 1 { 0 } else { grounds.policy.rewards.for_holder(&grounds.facts.positions[post.at()]) }
    }

    /// The post that a chain leaves.
    fn leaves(&self, staffing: &Staffing, found: &Found) -> Option<PositionIx> {
        staffing.post_at(found.end)
    }

    /// A chain found, where the plan takes it as a whole.
    fn filling(&self, staffing: &Staffing, post: PositionIx, found: &Found) -> Result<Filling, Refusal> {
        let grounds = self.grounds();
        let mut to = post;
        let mut links = Vec::new();
        for employee in &found.moves {
            let who = staffing.employees[*employee as usize];
            let from = grounds.present(who);
            links.push(Link { who, from, to });
            to = from.unwrap_or(to);
        }
        let change = |link: &Link| Change {
            employee: grounds.facts.employees[link.who.at()].nip,
            position: Some(grounds.facts.positions[link.to.at()].id()),
        };
        let action = self.decide(Edit::Together(links.iter().map(change).collect()))?;
        let after = self.after(&action);
        let gain = after.metrics.objective - self.metrics.objective;
        let left = links.last().and_then(|link| grounds.projection.held[link.who.at()]);
        let end = left.map_or(End::NoPlace, |post| End::of(grounds, post, self.placement.heads(post)));
        let leaves = self.leaves(staffing, found);
        Ok(Filling { links, end, leaves, gain, after: after.metrics, action })
    }
}
