//! Who sits where once a plan is carried out.
use super::{EmployeeIx, Facts, PositionIx, Projection, plan::Plan};

/// Where everyone sits after the plan, and how many sit on each post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    target: Vec<Option<PositionIx>>,
    heads: Vec<u32>,
}

impl Placement {
    /// Nobody moves.
    pub fn status_quo(projection: &Projection) -> Self {
        Self { target: vec![None; projection.standing.len()], heads: projection.holders.clone() }
    }

    /// The plan's proposals carried out. Proposals of people who are not in the plan (left, out of
    /// scope, unknown) or to posts unknown change nothing; `check` tells them.
    pub fn of(facts: &Facts, projection: &Projection, plan: &Plan) -> Self {
        let mut placement = Self::status_quo(projection);
        for (nip, proposal) in &plan.proposals {
            if let (Some(who), Some(post)) = (facts.employee(nip), facts.position(&proposal.position)) {
                placement.put(projection, who, post);
            }
        }
        placement
    }

    /// Moves someone to a post; to the present post is back.
    pub fn put(&mut self, projection: &Projection, who: EmployeeIx, post: PositionIx) {
        if projection.standing[who.at()].seat().is_none() {
            return;
        }
        self.back(projection, who);
        if projection.present(who) == Some(post) {
            return;
        }
        if let Some(present) = projection.held[who.at()] {
            self.heads[present.at()] -= 1;
        }
        self.heads[post.at()] += 1;
        self.target[who.at()] = Some(post);
    }

    /// Puts someone back.
    pub fn back(&mut self, projection: &Projection, who: EmployeeIx) {
        if let Some(post) = self.target[who.at()].take() {
            self.heads[post.at()] -= 1;
            if let Some(present) = projection.held[who.at()] {
                self.heads[present.at()] += 1;
            }
        }
    }

    /// Where someone moves; `None` for those who stay.
    pub fn target(&self, who: EmployeeIx) -> Option<PositionIx> {
        self.target[who.at()]
    }

    /// Where someone sits after the plan: the target, or the present post of those in the plan.
    pub fn post(&self, projection: &Projection, who: EmployeeIx) -> Option<PositionIx> {
        self.target(who).or_else(|| projection.present(who))
    }

    /// Heads on a post, without PPPK paruh waktu.
    pub fn heads(&self, post: PositionIx) -> u32 {
        self.heads[post.at()]
    }

    /// Everyone who moves, with the target.
    pub fn moves(&self) -> impl Iterator<Item = (EmployeeIx, PositionIx)> + '_ {
        self.target.iter().enumerate().filter_map(|(at, post)| post.map(|post| (EmployeeIx::of(at), post)))
    }
}
