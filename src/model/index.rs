//! Who and what belongs to a unit, a post, a person: looked up instead of searched for.
use super::{Echelon, EmployeeIx, Facts, PositionIx, Projection};

/// A list for each of many, one after another.
#[derive(Debug, Default)]
struct Lists<T> {
    starts: Vec<u32>,
    members: Vec<T>,
}

impl<T: Copy> Lists<T> {
    /// Sorted by whose they are; each list keeps the order in which its members come.
    fn of(owners: usize, pairs: &[(usize, T)]) -> Self {
        let mut starts = vec![0; owners + 1];
        for (owner, _) in pairs {
            starts[owner + 1] += 1;
        }
        for at in 0..owners {
            starts[at + 1] += starts[at];
        }
        let mut order: Vec<u32> = (0..pairs.len() as u32).collect();
        order.sort_by_key(|at| pairs[*at as usize].0);
        Self { starts, members: order.into_iter().map(|at| pairs[at as usize].1).collect() }
    }

    fn get(&self, owner: usize) -> &[T] {
        &self.members[self.starts[owner] as usize..self.starts[owner + 1] as usize]
    }
}

/// What stands where.
#[derive(Debug)]
pub struct Index {
    posts: Lists<PositionIx>,
    sharing: Lists<PositionIx>,
    heads: Lists<PositionIx>,
    seated: Lists<EmployeeIx>,
    relations: Lists<u32>,
}

impl Index {
    pub(super) fn of(facts: &Facts, projection: &Projection) -> Self {
        let units = facts.units.len();
        let of_unit = |at: usize| facts.position_unit[at].map(|unit| (unit.at(), PositionIx::of(at)));
        let posts: Vec<_> = (0..facts.positions.len()).filter(|at| projection.in_scope[*at]).filter_map(of_unit).collect();
        let shared = |at: usize| projection.group[at].map(|unit| (unit.at(), PositionIx::of(at)));
        let sharing: Vec<_> = (0..facts.positions.len()).filter(|at| projection.in_scope[*at]).filter_map(shared).collect();
        let seat = |at: usize| projection.present(EmployeeIx::of(at)).map(|post| (post.at(), EmployeeIx::of(at)));
        let seated: Vec<_> = (0..facts.employees.len()).filter_map(seat).collect();
        let related = (0u32..).zip(&facts.relations).flat_map(|(at, (a, b, _))| [(a.at(), at), (b.at(), at)]);
        Self {
            posts: Lists::of(units, &posts),
            sharing: Lists::of(units, &sharing),
            heads: Lists::of(units, &heads(facts)),
            seated: Lists::of(facts.positions.len(), &seated),
            relations: Lists::of(facts.employees.len(), &related.collect::<Vec<_>>()),
        }
    }

    /// The posts of a unit in scope, in the order of the file.
    pub fn posts_of(&self, unit: super::UnitIx) -> &[PositionIx] {
        self.posts.get(unit.at())
    }

    /// The posts in scope that share a unit's shortage: its own, or those of the units below it too (`unit_level`).
    pub fn sharing(&self, unit: super::UnitIx) -> &[PositionIx] {
        self.sharing.get(unit.at())
    }

    /// The posts that head a unit: its structural posts of the highest eselon.
    pub fn heads_of(&self, unit: super::UnitIx) -> &[PositionIx] {
        self.heads.get(unit.at())
    }

    /// The posts that head any unit.
    pub fn heads(&self) -> &[PositionIx] {
        &self.heads.members
    }

    /// Everyone in the plan whose present post it is, PPPK paruh waktu included.
    pub fn seated_on(&self, post: PositionIx) -> &[EmployeeIx] {
        self.seated.get(post.at())
    }

    /// Someone's relations, as places in the list of the facts.
    pub fn relations_of(&self, who: EmployeeIx) -> &[u32] {
        self.relations.get(who.at())
    }
}

/// Per unit its structural posts of the highest eselon.
fn heads(facts: &Facts) -> Vec<(usize, PositionIx)> {
    let structural = |at: usize| {
        let position = &facts.positions[at];
        Some((facts.position_unit[at]?.at(), position.echelon.filter(|_| position.is_structural())?, PositionIx::of(at)))
    };
    let all: Vec<(usize, Echelon, PositionIx)> = (0..facts.positions.len()).filter_map(structural).collect();
    let mut highest: Vec<Option<Echelon>> = vec![None; facts.units.len()];
    for (unit, echelon, _) in &all {
        highest[*unit] = Some(highest[*unit].map_or(*echelon, |known| known.min(*echelon)));
    }
    all.into_iter().filter(|(unit, echelon, _)| highest[*unit] == Some(*echelon)).map(|(unit, _, post)| (unit, post)).collect()
}
