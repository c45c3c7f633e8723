//! The moves of a plan as chains and cycles: who fills the place that whom emptied, and where it ends.
//!
//! At each post arrivals are paired with departures: an arrival fills the place that a departure emptied. An arrival
//! that is paired with nobody begins a chain, on a place that was free before; from each mover the chain goes on to
//! whoever fills the place left, and ends where nobody does. What then remains are cycles: every place of them is filled
//! again. No chain comes to a post twice: what lies between is a cycle of its own, which may be decided alone. Which
//! arrival of several is paired with which departure changes no figure; swaps are paired first, then by NIP, so that
//! the chains depend neither on the order of the facts nor on that of the decisions.
mod conservation;
mod cut;

pub use conservation::{Balance, Conservation};
pub use cut::Cut;

use super::Desk;
use crate::model::{EmployeeIx, Grounds, Nip, PositionId, PositionIx};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// One move of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who moves.
    pub who: EmployeeIx,
    /// The present post; `None` for those without one.
    pub from: Option<PositionIx>,
    /// The proposed post.
    pub to: PositionIx,
}

/// What place the first move of a chain takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A structural post that had no holder.
    Vacancy,
    /// A place of the need that had no holder.
    Shortage,
    /// A place beyond the need.
    Surplus,
}

/// What becomes of the last place that a chain empties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// A structural post without a holder.
    Vacant,
    /// A structural post without a holder; somebody acts there (Plt or Plh in force on TMT).
    Acting,
    /// A place of the need stays free.
    Short,
    /// The post had more holders than it needs: nothing is missing.
    SurplusShrinks,
    /// A post that this plan does not fill.
    OutsideScope,
    /// The last mover held no place: from no post, or PPPK paruh waktu, who are counted apart.
    NoPlace,
}

impl End {
    /// All of them, the most harmful first.
    pub const ALL: [Self; 6] = [Self::Vacant, Self::Acting, Self::Short, Self::SurplusShrinks, Self::OutsideScope, Self::NoPlace];

    /// What becomes of the place of that number of a post, from 1, where nobody takes it.
    pub fn of(grounds: &Grounds, post: PositionIx, place: u32) -> Self {
        if !grounds.projection.in_scope[post.at()] {
            return Self::OutsideScope;
        }
        if place > grounds.projection.need[post.at()] {
            return Self::SurplusShrinks;
        }
        match (grounds.facts.positions[post.at()].is_structural(), grounds.acting(post).next()) {
            (false, _) => Self::Short,
            (true, None) => Self::Vacant,
            (true, Some(_)) => Self::Acting,
        }
    }

    /// Its name for other programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vacant => "vacant",
            Self::Acting => "acting",
            Self::Short => "short",
            Self::SurplusShrinks => "surplus-shrinks",
            Self::OutsideScope => "outside-scope",
            Self::NoPlace => "no-place",
        }
    }
}

/// Whether the moves end somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// From a place that was free to one that is.
    Chain(Start, End),
    /// Every place left is filled again: a swap, or several people in a ring.
    Cycle,
}

/// A chain or cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Whether and how it ends.
    pub course: Course,
    /// Its moves: each fills the place that the one before left. Never empty.
    pub links: Vec<Link>,
}

impl Chain {
    /// The post of the first move, which is filled.
    pub fn head(&self) -> PositionIx {
        self.links[0].to
    }

    /// The post left last: `None` where nobody's place was, and for cycles.
    pub fn last(&self) -> Option<PositionIx> {
        match self.course {
            Course::Chain(_, End::NoPlace) | Course::Cycle => None,
            Course::Chain(..) => self.links.last().and_then(|link| link.from),
        }
    }

    /// How it ends; `None` for cycles.
    pub const fn end(&self) -> Option<End> {
        match self.course {
            Course::Chain(_, end) => Some(end),
            Course::Cycle => None,
        }
    }
}

/// All chains of a plan, then its cycles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chains {
    /// By the level of the head's post from above, days vacant from the longest, size from the largest; chains first.
    pub all: Vec<Chain>,
    /// Who fills the place that somebody leaves.
    follows: HashMap<EmployeeIx, EmployeeIx>,
}

impl Chains {
    /// The chains of a desk's plan.
    pub fn of(desk: &Desk) -> Self {
        let (chains, cycles) = Pairs::of(desk).simple(desk);
        let cycle = |ring| Chain { course: Course::Cycle, links: begun_at_the_highest(desk.grounds(), ring) };
        let mut all: Vec<Chain> = courses(desk.grounds(), chains).into_iter().chain(cycles.into_iter().map(cycle)).collect();
        let mut follows = HashMap::new();
        for chain in &all {
            follows.extend(chain.links.windows(2).map(|two| (two[0].who, two[1].who)));
            if let (Course::Cycle, [first, .., last]) = (chain.course, &chain.links[..]) {
                follows.insert(last.who, first.who);
            }
        }
        all.sort_by_cached_key(|chain| order(desk.grounds(), chain));
        Self { all, follows }
    }

    /// Who fills the place that somebody leaves.
    pub fn filled_by(&self, who: EmployeeIx) -> Option<EmployeeIx> {
        self.follows.get(&who).copied()
    }

    /// So many chains that are no cycles.
    pub fn chains(&self) -> usize {
        self.all.iter().filter(|chain| chain.course != Course::Cycle).count()
    }

    /// So many cycles, swaps among them.
    pub fn cycles(&self) -> usize {
        self.all.len() - self.chains()
    }

    /// Moves of the longest.
    pub fn longest(&self) -> usize {
        self.all.iter().map(|chain| chain.links.len()).max().unwrap_or(0)
    }

    /// How often chains end so.
    pub fn ending(&self, end: End) -> usize {
        self.all.iter().filter(|chain| chain.end() == Some(end)).count()
    }
}

/// What chains are ordered by: cycles last, then the level of the post filled, days vacant, size, ids.
type Order = (bool, Reverse<u8>, u8, Reverse<i32>, Reverse<usize>, PositionId, Nip);

fn order(grounds: &Grounds, chain: &Chain) -> Order {
    let (head, first) = (chain.head(), chain.links[0].who);
    let (level, echelon) = rank(grounds, head);
    let days = grounds.vacant_days(head).unwrap_or(0);
    let id = grounds.facts.positions[head.at()].id();
    let nip = grounds.facts.employees[first.at()].nip;
    (chain.course == Course::Cycle, level, echelon, Reverse(days), Reverse(chain.links.len()), id, nip)
}

/// The level of a post, the highest first; within it the eselon.
fn rank(grounds: &Grounds, post: PositionIx) -> (Reverse<u8>, u8) {
    let level = grounds.posts[post.at()].grade.map_or(0, |grade| grade.level().0);
    let echelon = grounds.facts.positions[post.at()].echelon.map_or(u8::MAX, |echelon| echelon.code());
    (Reverse(level), echelon)
}

/// A ring is told from its highest post on.
fn begun_at_the_highest(grounds: &Grounds, mut ring: Vec<Link>) -> Vec<Link> {
    let key = |link: &Link| {
        let id = grounds.facts.positions[link.to.at()].id();
        (rank(grounds, link.to), id, grounds.facts.employees[link.who.at()].nip)
    };
    let first = (0..ring.len()).min_by_key(|at| key(&ring[*at])).unwrap_or(0);
    ring.rotate_left(first);
    ring
}

/// Those who come to a post and those whose place there is left, by NIP.
#[derive(Default)]
struct Side {
    come: Vec<EmployeeIx>,
    go: Vec<EmployeeIx>,
}

/// Arrivals and departures, paired post by post.
struct Pairs {
    /// Everyone who moves, by NIP.
    movers: Vec<EmployeeIx>,
    /// Who fills the place that somebody leaves.
    follows: HashMap<EmployeeIx, EmployeeIx>,
    /// Arrivals on places that were free, by NIP.
    heads: Vec<EmployeeIx>,
}

impl Pairs {
    fn of(desk: &Desk) -> Self {
        let held = &desk.grounds().projection.held;
        let employees = &desk.grounds().facts.employees;
        let mut movers: Vec<EmployeeIx> = desk.placement.moves().map(|(who, _)| who).collect();
        movers.sort_unstable_by_key(|who| employees[who.at()].nip);
        let mut sides: HashMap<PositionIx, Side> = HashMap::new();
        for who in &movers {
            if let Some(to) = desk.placement.target(*who) {
                sides.entry(to).or_default().come.push(*who);
            }
            if let Some(from) = held[who.at()] {
                sides.entry(from).or_default().go.push(*who);
            }
        }
        let mut pairs = Self { movers, follows: HashMap::new(), heads: Vec::new() };
        for side in sides.into_values() {
            pairs.pair(desk, side);
        }
        pairs.heads.sort_unstable_by_key(|who| employees[who.at()].nip);
        pairs
    }

    /// Pairs who comes to a post with who goes: those first who take each other's posts.
    fn pair(&mut self, desk: &Desk, mut side: Side) {
        let (placement, held) = (&desk.placement, &desk.grounds().projection.held);
        side.come.retain(|comes| {
            let origin = held[comes.at()];
            match side.go.iter().position(|goes| origin.is_some() && placement.target(*goes) == origin) {
                Some(at) => {
                    self.follows.insert(side.go.remove(at), *comes);
                    false
                }
                None => true,
            }
        });
        let both = side.come.len().min(side.go.len());
        self.follows.extend(side.go.drain(..both).zip(side.come.drain(..both)));
        self.heads.append(&mut side.come);
    }

    /// Chains, then cycles, that come to no post twice: where one does, what lies between is a cycle of its own.
    fn simple(&self, desk: &Desk) -> (Vec<Vec<Link>>, Vec<Vec<Link>>) {
        let (mut chains, mut cycles) = (Vec::new(), Vec::new());
        let mut seen: HashSet<EmployeeIx> = HashSet::new();
        for first in self.heads.iter().chain(&self.movers) {
            if seen.contains(first) {
                continue;
            }
            let mut open: Vec<Link> = Vec::new();
            for link in self.walk(desk, *first) {
                seen.insert(link.who);
                open.push(link);
                let left = desk.grounds().projection.held[link.who.at()];
                if let Some(at) = open.iter().position(|other| Some(other.to) == left) {
                    cycles.push(open.split_off(at));
                }
            }
            if !open.is_empty() {
                chains.push(open);
            }
        }
        (chains, cycles)
    }

    /// From a mover to whoever fills the place left, until nobody does or the first comes again.
    fn walk(&self, desk: &Desk, first: EmployeeIx) -> Vec<Link> {
        let next = |who: &EmployeeIx| self.follows.get(who).copied().filter(|next| *next != first);
        let link =
            |who: EmployeeIx| Some(Link { who, from: desk.grounds().projection.present(who), to: desk.placement.target(who)? });
        std::iter::successors(Some(first), next).filter_map(link).collect()
    }
}

/// What place each chain takes and leaves. Of several on one post each takes the next and leaves the last one.
fn courses(grounds: &Grounds, chains: Vec<Vec<Link>>) -> Vec<Chain> {
    let mut taken: HashMap<PositionIx, u32> = HashMap::new();
    let mut course = |links: Vec<Link>| {
        let (head, last) = (links.first()?.to, links.last()?.who);
        let more = taken.entry(head).or_insert(0);
        *more += 1;
        let start = start(grounds, head, grounds.projection.holders[head.at()] + *more);
        let end = grounds.projection.held[last.at()].map_or(End::NoPlace, |post| {
            let fewer = taken.entry(post).or_insert(0);
            *fewer += 1;
            End::of(grounds, post, (grounds.projection.holders[post.at()] + 1).saturating_sub(*fewer))
        });
        Some(Chain { course: Course::Chain(start, end), links })
    };
    chains.into_iter().filter_map(&mut course).collect()
}

/// What the place of that number is to a post, from 1.
fn start(grounds: &Grounds, post: PositionIx, place: u32) -> Start {
    match (place <= grounds.projection.need[post.at()], grounds.facts.positions[post.at()].is_structural()) {
        (true, true) => Start::Vacancy,
        (true, false) => Start::Shortage,
        (false, _) => Start::Surplus,
    }
}
