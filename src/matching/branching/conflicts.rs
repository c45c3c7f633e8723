//! Which pairs exclude each other, and what decisions leave of a person's row.

use std::collections::{BTreeMap, BTreeSet};

use super::Decision;
use crate::matching::problem::Problem;

/// An employee on a post, as indices of the problem.
pub type Pair = (u32, u32);

/// Two pairs that no plan may hold together, of two different people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Conflict {
    /// One of them.
    pub one: Pair,
    /// The other.
    pub other: Pair,
}

/// All that a plan may not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflicts {
    /// Pairs that no plan may hold at all.
    barred: BTreeSet<Pair>,
    /// Per pair those it excludes, both ways.
    excludes: BTreeMap<Pair, Vec<Pair>>,
}

impl Conflicts {
    /// From pairs that are not allowed at all, and from conflicts, in any order; a conflict of one
    /// person with himself says nothing.
    pub fn new(barred: impl IntoIterator<Item = Pair>, conflicts: impl IntoIterator<Item = Conflict>) -> Self {
        let mut excludes: BTreeMap<Pair, Vec<Pair>> = BTreeMap::new();
        for Conflict { one, other } in conflicts.into_iter().filter(|it| it.one.0 != it.other.0) {
            excludes.entry(one).or_default().push(other);
            excludes.entry(other).or_default().push(one);
        }
        for list in excludes.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        Self { barred: barred.into_iter().collect(), excludes }
    }

    /// Whether there is nothing to mind.
    pub fn is_empty(&self) -> bool {
        self.barred.is_empty() && self.excludes.is_empty()
    }

    /// Pairs that no plan may hold, ascending.
    pub fn barred(&self) -> impl Iterator<Item = Pair> + '_ {
        self.barred.iter().copied()
    }

    /// All conflicts, ascending, each once.
    pub fn all(&self) -> impl Iterator<Item = Conflict> + '_ {
        let of = |(one, others): (&Pair, &Vec<Pair>)| {
            let one = *one;
            let once = others.iter().copied().filter(move |other| one < *other);
            once.map(move |other| Conflict { one, other }).collect::<Vec<_>>()
        };
        self.excludes.iter().flat_map(of)
    }

    /// The pairs that a pair excludes, ascending.
    pub fn excluded_by(&self, pair: Pair) -> &[Pair] {
        self.excludes.get(&pair).map_or(&[], Vec::as_slice)
    }

    /// The conflicts that a plan breaks, each once; a barred pair is in conflict with itself. `post_of`
    /// gives the post everyone holds.
    pub fn broken(&self, post_of: &dyn Fn(u32) -> u32) -> Vec<Conflict> {
        let holds = |pair: Pair| post_of(pair.0) == pair.1;
        let barred = self.barred().filter(|pair| holds(*pair)).map(|pair| Conflict { one: pair, other: pair });
        barred.chain(self.all().filter(|it| holds(it.one) && holds(it.other))).collect()
    }

    /// Everyone with a pair that is barred or in conflict.
    fn people(&self) -> BTreeSet<u32> {
        self.barred.iter().chain(self.excludes.keys()).map(|pair| pair.0).collect()
    }

    /// What decisions leave of the rows they touch, and what follows from it: a pair that excludes
    /// all that someone else may still hold is gone too. Rows not listed are whole.
    pub fn left(&self, problem: &Problem, decisions: &[Decision]) -> BTreeMap<u32, Vec<u32>> {
        let row = |employee: u32| -> Vec<u32> {
            let range = if (employee as usize) < problem.employees() { problem.row(employee as usize) } else { 0..0 };
            range
                .map(|arc| arc as u32)
                .filter(|&arc| !self.barred.contains(&(employee, problem.post_of(arc as usize) as u32)))
                .collect()
        };
        let decided = decisions.iter().map(|it| it.employee);
        let mut rows: BTreeMap<u32, Vec<u32>> =
            self.people().into_iter().chain(decided).map(|employee| (employee, row(employee))).collect();
        for it in decisions {
            let post = |arc: u32| problem.post_of(arc as usize) as u32;
            if let Some(row) = rows.get_mut(&it.employee) {
                row.retain(|&arc| it.posts.binary_search(&post(arc)).is_ok() == it.is_on);
            }
        }
        while self.narrow(problem, &mut rows) {}
        rows
    }

    /// One round of consequences; false when there was none.
    fn narrow(&self, problem: &Problem, rows: &mut BTreeMap<u32, Vec<u32>>) -> bool {
        let post = |arc: u32| problem.post_of(arc as usize) as u32;
        let mut gone: Vec<Pair> = Vec::new();
        for (&employee, row) in rows.iter() {
            let here: BTreeSet<u32> = row.iter().map(|&arc| post(arc)).collect();
            let Some(&first) = here.first() else { continue };
            // Whoever excludes all of the row excludes its first post: no other need be looked at.
            for &other in self.excluded_by((employee, first)) {
                let excluded = self.excluded_by(other);
                if here.iter().all(|&p| excluded.binary_search(&(employee, p)).is_ok()) {
                    gone.push(other);
                }
            }
        }
        let mut has_changed = false;
        for (employee, barred) in gone {
            if let Some(row) = rows.get_mut(&employee) {
                let before = row.len();
                row.retain(|&arc| post(arc) != barred);
                has_changed |= row.len() < before;
            }
        }
        has_changed
    }
}
