//! Pins that cannot hold together: the smallest set of them in conflict, the same one on every machine.
//!
//! Where a pin is let go, its person may still go there, by the pin's leave, or stay: so a larger set never holds where a
//! smaller one does not. Which pins hold together is asked of the flow without values: everybody sits at home, pinned people are put
//! where they are pinned one by one, and whoever is then one too many makes room along a chain of lawful posts (an
//! augmenting path; Ford & Fulkerson 1956). The smallest set in conflict is found by its duality with the sets that, left out,
//! let all others hold: a smallest set that meets all of them and does not hold is what is looked for (Ignatiev, Previti,
//! Liffiton & Marques-Silva, *Smallest MUS Extraction with Minimal Hitting Set Dualization*, CP 2015).
use super::Desk;
use super::staffing::Staffing;
use crate::matching::ProblemError;
use crate::model::plan::Plan;
use crate::model::{EmployeeIx, Grounds, PositionIx};
use std::collections::{BTreeSet, VecDeque};

/// So many sets to be left out are looked at; with more, the set found is one that no pin can be taken from, and may not be
/// the smallest.
const MOST: usize = 3_000;

/// Pins that cannot hold together, while any of them less could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Who is pinned where, by NIP.
    pub pins: Vec<(EmployeeIx, PositionIx)>,
    /// Whether no smaller set is in conflict.
    pub is_smallest: bool,
}

impl Desk {
    /// The smallest set of pins that cannot hold together; `None` where all of them can.
    ///
    /// # Errors
    /// [`ProblemError`] where values are too large to be summed.
    pub fn contradiction(&self) -> Result<Option<Contradiction>, ProblemError> {
        let facts = &self.grounds().facts;
        let pin = |(nip, post)| Some((facts.employee(nip)?, facts.position(post)?));
        let pins: Vec<(EmployeeIx, PositionIx)> = self.plan.pins.iter().filter_map(pin).collect();
        let free = Plan { pins: std::collections::BTreeMap::new(), ..Plan::clone(&self.plan) };
        let staffing = Staffing::of(&self.base, &free, &self.overrides)?;
        let hall = Hall::of(self.grounds(), &staffing, &pins);
        let found = smallest(pins.len(), &|start: &BTreeSet<usize>| hall.grown(start));
        Ok(found.map(|(those, is_smallest)| Contradiction { pins: those.into_iter().map(|at| pins[at]).collect(), is_smallest }))
    }
}

/// From a set to one that holds and to which nothing can be added; `None` where the set itself does not hold.
type Grow<'a> = &'a dyn Fn(&BTreeSet<usize>) -> Option<BTreeSet<usize>>;

/// The smallest set of `0..count` that does not hold, and whether it surely is.
fn smallest(count: usize, grow: Grow<'_>) -> Option<(BTreeSet<usize>, bool)> {
    let mut left_out: Vec<BTreeSet<usize>> = Vec::new();
    let mut meeting = BTreeSet::new();
    while left_out.len() < MOST {
        let Some(kept) = grow(&meeting) else { return Some((meeting, true)) };
        let rest: BTreeSet<usize> = (0..count).filter(|at| !kept.contains(at)).collect();
        if rest.is_empty() {
            return None;
        }
        left_out.push(rest);
        meeting = smallest_meeting(&left_out, meeting.len());
    }
    Some((thinned(count, grow), false))
}

/// A set in conflict from which nothing can be taken.
fn thinned(count: usize, grow: Grow<'_>) -> BTreeSet<usize> {
    let mut those: BTreeSet<usize> = (0..count).collect();
    for at in 0..count {
        those.remove(&at);
        if grow(&those).is_some() {
            those.insert(at);
        }
    }
    those
}

/// The first of the smallest sets that meet all others. It is no smaller than the one before was.
fn smallest_meeting(sets: &[BTreeSet<usize>], at_least: usize) -> BTreeSet<usize> {
    (at_least..).find_map(|size| meeting_of(sets, size, &mut BTreeSet::new())).unwrap_or_default()
}

/// A set of at most so many that meets all.
fn meeting_of(sets: &[BTreeSet<usize>], size: usize, chosen: &mut BTreeSet<usize>) -> Option<BTreeSet<usize>> {
    // The set with the fewest ways out is decided first.
    let open = sets.iter().filter(|set| set.is_disjoint(chosen)).min_by_key(|set| set.len());
    let Some(open) = open else { return Some(chosen.clone()) };
    if size == chosen.len() {
        return None;
    }
    open.iter().find_map(|at| {
        chosen.insert(*at);
        let found = meeting_of(sets, size, chosen);
        chosen.remove(at);
        found
    })
}

/// Everyone at home, and who may go where.
struct Hall<'a> {
    staffing: &'a Staffing,
    /// Per node how many it takes.
    places: Vec<u32>,
    /// Per pin the row (none for somebody whom no import mapped) and the node.
    pins: Vec<(Option<u32>, u32)>,
    /// Per row the node of the pin.
    leave: Vec<Option<u32>>,
}

impl<'a> Hall<'a> {
    fn of(grounds: &Grounds, staffing: &'a Staffing, pins: &[(EmployeeIx, PositionIx)]) -> Self {
        let nodes = 0..staffing.nodes.len();
        let places = nodes.clone().map(|at| staffing.frame.post_segments(at).iter().map(|it| it.width).sum()).collect();
        let row = |who: EmployeeIx| staffing.employees.binary_search(&who).ok().map(|row| row as u32);
        let node = |who: EmployeeIx, post: PositionIx| {
            // Who stays part-time takes no place of the post.
            let stays = row(who).filter(|_| grounds.present(who) == Some(post)).map(|row| staffing.home[row as usize]);
            stays.or_else(|| staffing.node_of(post)).unwrap_or_default()
        };
        let pins: Vec<(Option<u32>, u32)> = pins.iter().map(|(who, post)| (row(*who), node(*who, *post))).collect();
        let mut leave = vec![None; staffing.employees.len()];
        pins.iter().for_each(|(row, node)| row.iter().for_each(|row| leave[*row as usize] = Some(*node)));
        Self { staffing, places, pins, leave }
    }

    /// Where somebody who is not pinned may go.
    fn ways(&self, row: u32) -> impl Iterator<Item = u32> {
        let lawful = self.staffing.row(row as usize).into_iter().map(|(node, _)| node);
        lawful.chain(self.leave[row as usize])
    }

    fn grown(&self, start: &BTreeSet<usize>) -> Option<BTreeSet<usize>> {
        let mut seating = Seating::at_home(self);
        if !start.iter().all(|at| seating.pin(self.pins[*at])) {
            return None;
        }
        let mut kept = start.clone();
        for at in 0..self.pins.len() {
            if !kept.contains(&at) && seating.pin(self.pins[at]) {
                kept.insert(at);
            }
        }
        Some(kept)
    }
}

/// Who sits where while pins are put in one by one.
struct Seating<'a> {
    hall: &'a Hall<'a>,
    at: Vec<u32>,
    is_pinned: Vec<bool>,
    /// Per node who may still be moved from it.
    holders: Vec<Vec<u32>>,
    heads: Vec<u32>,
}

impl<'a> Seating<'a> {
    fn at_home(hall: &'a Hall<'a>) -> Self {
        let (mut holders, mut heads) = (vec![Vec::new(); hall.places.len()], vec![0; hall.places.len()]);
        for (row, node) in hall.staffing.home.iter().enumerate() {
            holders[*node as usize].push(row as u32);
            heads[*node as usize] += 1;
        }
        Self { hall, at: hall.staffing.home.clone(), is_pinned: vec![false; hall.staffing.home.len()], holders, heads }
    }

    /// Pins somebody where there is room or can be made; else nothing changes.
    fn pin(&mut self, (row, node): (Option<u32>, u32)) -> bool {
        let before = row.map(|row| self.at[row as usize]);
        if let Some(row) = row {
            self.leave(row);
            self.is_pinned[row as usize] = true;
            self.at[row as usize] = node;
        }
        self.heads[node as usize] += 1;
        if self.heads[node as usize] <= self.hall.places[node as usize] || self.make_room(node) {
            return true;
        }
        self.heads[node as usize] -= 1;
        if let (Some(row), Some(before)) = (row, before) {
            self.is_pinned[row as usize] = false;
            self.sit(row, before);
        }
        false
    }

    fn leave(&mut self, row: u32) {
        let node = self.at[row as usize] as usize;
        self.holders[node].retain(|it| *it != row);
        self.heads[node] -= 1;
    }

    fn sit(&mut self, row: u32, node: u32) {
        self.at[row as usize] = node;
        self.holders[node as usize].push(row);
        self.heads[node as usize] += 1;
    }

    /// Sends one too many on along lawful posts to the nearest free place.
    fn make_room(&mut self, full: u32) -> bool {
        let mut came: Vec<Option<(u32, u32)>> = vec![None; self.heads.len()];
        let mut queue = VecDeque::from([full]);
        while let Some(node) = queue.pop_front() {
            for row in self.holders[node as usize].clone() {
                for to in self.hall.ways(row) {
                    if to == full || came[to as usize].is_some() {
                        continue;
                    }
                    came[to as usize] = Some((row, node));
                    if self.heads[to as usize] < self.hall.places[to as usize] {
                        self.send_on(&came, to, full);
                        return true;
                    }
                    queue.push_back(to);
                }
            }
        }
        false
    }

    fn send_on(&mut self, came: &[Option<(u32, u32)>], end: u32, full: u32) {
        let mut to = end;
        while to != full {
            let Some((row, from)) = came[to as usize] else { return };
            self.leave(row);
            self.sit(row, to);
            to = from;
        }
    }
}
