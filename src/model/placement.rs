//! Who sits where once a plan is carried out.
use super::chunks::Chunks;
use super::{EmployeeIx, Facts, Grounds, PositionIx, Projection, plan::Plan};
use std::sync::Arc;

/// Where everyone sits after the plan, who comes to each post and how many sit there. Copies share what
/// they have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Holders before the plan.
    before: Arc<[u32]>,
    people: Chunks<Mover>,
    posts: Chunks<Change>,
}

/// Someone who moves, and who else moves to the same post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mover {
    target: Option<PositionIx>,
    /// The next of those who come to the same post, in their order.
    next: Option<EmployeeIx>,
}

/// What the plan changes on a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Change {
    heads: i32,
    /// The first of those who come.
    first: Option<EmployeeIx>,
}

impl Placement {
    /// Nobody moves.
    pub fn status_quo(projection: &Projection) -> Self {
        Self {
            before: projection.holders.clone(),
            people: Chunks::of(Mover::default(), projection.standing.len()),
            posts: Chunks::of(Change::default(), projection.holders.len()),
        }
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
            self.posts.get_mut(present.at()).heads -= 1;
        }
        self.join(who, post);
    }

    /// Puts someone back.
    pub fn back(&mut self, projection: &Projection, who: EmployeeIx) {
        if let Some(post) = self.target(who) {
            self.leave(who, post);
            if let Some(present) = projection.held[who.at()] {
                self.posts.get_mut(present.at()).heads += 1;
            }
        }
    }

    /// Where someone moves; `None` for those who stay.
    pub fn target(&self, who: EmployeeIx) -> Option<PositionIx> {
        self.people.get(who.at()).target
    }

    /// Where someone sits after the plan: the target, or the present post of those in the plan.
    pub fn post(&self, projection: &Projection, who: EmployeeIx) -> Option<PositionIx> {
        self.target(who).or_else(|| projection.present(who))
    }

    /// Heads on a post, without PPPK paruh waktu.
    pub fn heads(&self, post: PositionIx) -> u32 {
        self.before[post.at()].saturating_add_signed(self.posts.get(post.at()).heads)
    }

    /// Everyone who moves, with the target.
    pub fn moves(&self) -> impl Iterator<Item = (EmployeeIx, PositionIx)> + '_ {
        self.people.written().filter_map(|(at, mover)| mover.target.map(|post| (EmployeeIx::of(at), post)))
    }

    /// Those who move to a post, in their order.
    pub fn newcomers(&self, post: PositionIx) -> impl Iterator<Item = EmployeeIx> + '_ {
        std::iter::successors(self.posts.get(post.at()).first, |who| self.people.get(who.at()).next)
    }

    /// Everyone of the plan who sits on a post after it, in their order.
    pub fn holders(&self, grounds: &Grounds, post: PositionIx) -> impl Iterator<Item = EmployeeIx> + use<> {
        let stay = grounds.index.seated_on(post).iter().copied().filter(|who| self.target(*who).is_none());
        let mut holders: Vec<EmployeeIx> = stay.chain(self.newcomers(post)).collect();
        holders.sort_unstable();
        holders.into_iter()
    }

    fn join(&mut self, who: EmployeeIx, post: PositionIx) {
        let (before, next) = self.around(who, post);
        *self.people.get_mut(who.at()) = Mover { target: Some(post), next };
        self.link(post, before, Some(who));
        self.posts.get_mut(post.at()).heads += 1;
    }

    fn leave(&mut self, who: EmployeeIx, post: PositionIx) {
        let (before, _) = self.around(who, post);
        let next = self.people.get(who.at()).next;
        *self.people.get_mut(who.at()) = Mover::default();
        self.link(post, before, next);
        self.posts.get_mut(post.at()).heads -= 1;
    }

    /// Between whom someone stands among those who come to a post.
    fn around(&self, who: EmployeeIx, post: PositionIx) -> (Option<EmployeeIx>, Option<EmployeeIx>) {
        let before = self.newcomers(post).take_while(|other| *other < who).last();
        let next = before.map_or(self.posts.get(post.at()).first, |before| self.people.get(before.at()).next);
        (before, next)
    }

    fn link(&mut self, post: PositionIx, before: Option<EmployeeIx>, next: Option<EmployeeIx>) {
        match before {
            Some(before) => self.people.get_mut(before.at()).next = next,
            None => self.posts.get_mut(post.at()).first = next,
        }
    }
}
