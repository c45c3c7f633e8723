//! Who sits on a post, who could follow there, and which post of a unit is meant: by looking where it is written,
//! not at everybody.
use super::Desk;
use crate::desk::edit::Edit;
use crate::desk::live::Seats;
use crate::desk::ranking::AT_ONCE;
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use crate::scoring::most_score;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::sync::{Arc, Mutex};

/// So many people are looked at before another thread helps.
const FEW: usize = 1024;

/// A post and who leaves it, with who could follow.
type Hole = ((PositionIx, EmployeeIx), Option<EmployeeIx>);

/// The hole asked about last: shared by the copies of one plan on one desk, none by another plan.
#[derive(Clone, Debug, Default)]
pub struct LastHole(Arc<Mutex<Option<Hole>>>);

impl Desk {
    /// The one who sits on a structural post after the plan.
    pub fn only_holder(&self, post: PositionIx) -> Option<EmployeeIx> {
        if !self.grounds().facts.positions[post.at()].is_structural() || self.placement.heads(post) != 1 {
            return None;
        }
        self.holders(post).next()
    }

    /// Everyone who sits on a post after the plan, newcomers included.
    pub fn holders(&self, post: PositionIx) -> impl Iterator<Item = EmployeeIx> + use<> {
        self.placement.holders(self.grounds(), post)
    }

    /// The eligible post of a unit with the highest score that has a free place.
    pub fn best_post_of(&self, who: EmployeeIx, unit: UnitIx) -> Option<PositionIx> {
        let posts = self.other_posts_of(who, unit).filter(|post| self.accepts(who, *post));
        posts.max_by_key(|post| (self.score(who, *post).total, Reverse(*post)))
    }

    /// The post of a unit that a drop on it means: the best one, or else the first, so that the refusal tells
    /// something.
    pub(super) fn post_of_unit(&self, who: EmployeeIx, unit: UnitIx) -> Option<PositionIx> {
        self.best_post_of(who, unit).or_else(|| self.other_posts_of(who, unit).next())
    }

    fn other_posts_of(&self, who: EmployeeIx, unit: UnitIx) -> impl Iterator<Item = PositionIx> + '_ {
        let here = self.placement.post(&self.grounds().projection, who);
        self.grounds().index.posts_of(unit).iter().copied().filter(move |post| Some(*post) != here)
    }

    /// Where two people would be after a swap; `None` where it is refused.
    pub fn swapped(&self, one: EmployeeIx, other: EmployeeIx) -> Option<Seats> {
        let nip = |who: EmployeeIx| self.grounds().facts.employees[who.at()].nip;
        let seat = |who| self.placement.post(&self.grounds().projection, who);
        self.decide(Edit::Swap(nip(one), nip(other))).ok()?;
        Some(vec![(one, seat(other)?), (other, seat(one)?)])
    }

    /// Whether a post that one person leaves would then have fewer holders than it needs.
    pub fn leaves_a_hole(&self, post: PositionIx) -> bool {
        let projection = &self.grounds().projection;
        projection.in_scope[post.at()] && self.placement.heads(post) <= projection.need[post.at()]
    }

    /// Who could follow on a post that this person leaves: the lawful candidate with the highest score. A person
    /// carried leaves the same post over every target: the answer is kept until another is asked for.
    pub fn successor(&self, post: PositionIx, besides: EmployeeIx) -> Option<EmployeeIx> {
        if let Some(answer) = self.known_successor(post, besides) {
            return answer;
        }
        let answer = self.best_successor(post, besides);
        if let Ok(mut kept) = self.hole.0.lock() {
            *kept = Some(((post, besides), answer));
        }
        answer
    }

    /// That, where it is known or quickly found.
    pub fn successor_at_once(&self, post: PositionIx, besides: EmployeeIx) -> Option<Option<EmployeeIx>> {
        let is_quick = self.grounds().facts.employees.len() <= AT_ONCE;
        self.known_successor(post, besides).or_else(|| is_quick.then(|| self.successor(post, besides)))
    }

    fn known_successor(&self, post: PositionIx, besides: EmployeeIx) -> Option<Option<EmployeeIx>> {
        let kept = self.hole.0.lock().ok().and_then(|kept| *kept);
        kept.filter(|(asked, _)| *asked == (post, besides)).map(|(_, answer)| answer)
    }

    fn best_successor(&self, post: PositionIx, besides: EmployeeIx) -> Option<EmployeeIx> {
        let grounds = self.grounds();
        let is_free = |who: EmployeeIx| {
            who != besides
                && grounds.projection.standing[who.at()].seat().is_some()
                && self.placement.target(who).is_none()
                && grounds.present(who) != Some(post)
        };
        // The law is asked of those alone whose score would count.
        let better = |best: Option<(i64, Reverse<EmployeeIx>)>, who: &EmployeeIx| {
            if !is_free(*who) {
                return best;
            }
            let most = Some((most_score(grounds, *who, post), Reverse(*who)));
            if most < best {
                return best;
            }
            let mine = Some((self.score(*who, post).total, Reverse(*who)));
            if mine > best && self.judge().automatic_price(*who, post).is_some() { mine } else { best }
        };
        let all = &self.base.movable;
        let movable = if all.len() <= AT_ONCE {
            all.iter().fold(None, better)
        } else {
            all.par_iter().with_min_len(FEW).fold(|| None, better).reduce(|| None, Option::max)
        };
        // With a permission somebody may move whom the law alone keeps.
        let permitted = self.overrides.iter().filter(|(_, at, _)| *at == post).map(|(who, ..)| who).fold(None, better);
        movable.max(permitted).map(|(_, Reverse(who))| who)
    }
}
