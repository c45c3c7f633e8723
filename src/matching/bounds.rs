//! How many people posts and units must hold: lower bounds on the arcs out of them, so that the problem stays a
//! flow (Ahuja, Magnanti & Orlin 1993, section 2.4). The places are filled first whatever they earn; their
//! part in the certificate is told at [`bound`](super::certificate::bound). What a unit may hold at most are
//! its segments.

use super::problem::{NO_UNIT, Problem, ProblemBuilder, ProblemError};

/// How many people posts and units must hold; shorter lists mean zero for the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Minima {
    posts: Vec<u64>,
    units: Vec<u64>,
    /// Per unit what its posts must hold together.
    by_posts: Vec<u64>,
}

impl Problem {
    /// How many people a post must hold.
    pub fn post_least(&self, post: usize) -> u64 {
        self.minima.posts.get(post).copied().unwrap_or(0)
    }

    /// How many people a unit must hold.
    pub fn unit_least(&self, unit: usize) -> u64 {
        self.minima.units.get(unit).copied().unwrap_or(0)
    }

    /// How many people the posts of a unit must hold together.
    pub(super) fn least_by_posts(&self, unit: usize) -> u64 {
        self.minima.by_posts.get(unit).copied().unwrap_or(0)
    }

    /// Whether some post or unit must hold people.
    pub fn has_minima(&self) -> bool {
        self.minima.posts.iter().chain(&self.minima.units).any(|&least| least > 0)
    }

    /// From now on the post must hold at least so many people. The problem is unchanged on error.
    ///
    /// # Errors
    /// [`ProblemError::PostTooSmall`] where it has fewer places, [`ProblemError::UnitTooSmall`] where the posts
    /// of its unit would have to hold more than the unit has, [`ProblemError::UnknownRequired`].
    pub fn require_post(&mut self, post: u32, least: u64) -> Result<(), ProblemError> {
        if post as usize >= self.posts() {
            return Err(ProblemError::UnknownRequired { what: "post", index: post });
        }
        let places = self.post_capacity(post as usize);
        if least > places {
            return Err(ProblemError::PostTooSmall { post, least, places });
        }
        let unit = self.unit_of(post as usize);
        if unit != NO_UNIT {
            let at = unit as usize;
            let others = self.minima.by_posts.get(at).copied().unwrap_or(0) - self.post_least(post as usize);
            let places = self.unit_capacity(at);
            if others + least > places {
                return Err(ProblemError::UnitTooSmall { unit, least: others + least, places });
            }
            set(&mut self.minima.by_posts, at, others + least);
        }
        set(&mut self.minima.posts, post as usize, least);
        Ok(())
    }

    /// From now on the unit must hold at least so many people, those on its posts together.
    ///
    /// # Errors
    /// [`ProblemError::UnitTooSmall`] where it has fewer places, [`ProblemError::UnknownRequired`].
    pub fn require_unit(&mut self, unit: u32, least: u64) -> Result<(), ProblemError> {
        if unit as usize >= self.units() {
            return Err(ProblemError::UnknownRequired { what: "unit", index: unit });
        }
        let places = self.unit_capacity(unit as usize);
        if least > places {
            return Err(ProblemError::UnitTooSmall { unit, least, places });
        }
        set(&mut self.minima.units, unit as usize, least);
        Ok(())
    }
}

impl ProblemBuilder {
    /// A post added before must hold at least so many people.
    pub fn require_post(&mut self, post: u32, least: u64) {
        if let Err(fault) = self.problem.require_post(post, least) {
            self.note(fault);
        }
    }

    /// A unit added before must hold at least so many people.
    pub fn require_unit(&mut self, unit: u32, least: u64) {
        if let Err(fault) = self.problem.require_unit(unit, least) {
            self.note(fault);
        }
    }
}

/// Sets one minimum; a zero needs no list.
fn set(list: &mut Vec<u64>, at: usize, least: u64) {
    if least > 0 && list.len() <= at {
        list.resize(at + 1, 0);
    }
    if let Some(entry) = list.get_mut(at) {
        *entry = least;
    }
}
