//! Best posts for a person, best people for a post: who may go first, then the highest score.
use super::Desk;
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::PairJudgement;
use crate::scoring::{Score, Valuer, factors};
use rayon::prelude::*;

/// A pair with what decides its place.
#[derive(Clone, Copy, Debug)]
pub struct Ranked {
    /// Who.
    pub who: EmployeeIx,
    /// Where.
    pub post: PositionIx,
    /// The score.
    pub score: Score,
    /// Value in the core, before any price.
    pub value: i64,
    /// What the pair rules say. `is_automatic` holds only where the core has the pair as an arc.
    pub judged: PairJudgement,
}

impl Desk {
    /// Scores and judges one pair.
    pub fn rank(&self, who: EmployeeIx, post: PositionIx) -> Ranked {
        let grounds = self.grounds();
        let mut judged = self.judge().pair(who, post);
        judged.is_automatic &= self.core_may(who, post);
        Ranked {
            who,
            post,
            score: Score::of(&grounds.policy.weights, &factors(grounds, who, post)),
            value: Valuer::new(grounds, who).at(post),
            judged,
        }
    }

    /// All posts in scope for a person: eligible ones first, then by score, then by id.
    pub fn posts_for(&self, who: EmployeeIx) -> Vec<Ranked> {
        let posts: Vec<PositionIx> = self.grounds().posts_in_scope().collect();
        let mut ranked: Vec<Ranked> = posts.into_par_iter().map(|post| self.rank(who, post)).collect();
        let facts = &self.grounds().facts;
        ranked.par_sort_by_cached_key(|it| (place(it), facts.positions[it.post.at()].id()));
        ranked
    }

    /// Everyone in the plan for a post: eligible ones first, then by score, then by NIP.
    pub fn people_for(&self, post: PositionIx) -> Vec<Ranked> {
        let in_plan = |who: &EmployeeIx| self.grounds().projection.standing[who.at()].seat().is_some();
        let people: Vec<EmployeeIx> = self.grounds().everyone().filter(in_plan).collect();
        let mut ranked: Vec<Ranked> = people.into_par_iter().map(|who| self.rank(who, post)).collect();
        let facts = &self.grounds().facts;
        ranked.par_sort_by_key(|it| (place(it), facts.employees[it.who.at()].nip));
        ranked
    }

    /// What beside the judged pair decides whether the core may propose it: the person is in the
    /// plan, the post is planned here and takes newcomers, the pair is not banned, nor the person
    /// pinned elsewhere.
    fn core_may(&self, who: EmployeeIx, post: PositionIx) -> bool {
        let grounds = self.grounds();
        let projection = &grounds.projection;
        if projection.standing[who.at()].seat().is_none() {
            return false;
        }
        let nip = grounds.facts.employees[who.at()].nip;
        let id = grounds.facts.positions[post.at()].id();
        if let Some(pinned) = self.plan.pins.get(&nip) {
            return *pinned == id;
        }
        let stays = grounds.present(who) == Some(post);
        stays
            || projection.in_scope[post.at()] && projection.is_open(&grounds.facts, post) && !self.plan.bans.contains(&(nip, id))
    }
}

fn place(it: &Ranked) -> (bool, i64) {
    (!it.judged.is_eligible, -it.score.total)
}
