//! The value of a pair in the core (plan-model, "The six factors"):
//!
//! - present post: v = Σ over known factors of weight × factor / 100, without rescaling;
//! - another post: v(present) + Σ over the factors known at both of weight × (factor − factor at the
//!   present post) / 100 − 300 for each factor unknown there. The present value is rounded first, then
//!   the sum of differences: missing data never buy a move;
//! - someone without a post in the plan (tray, unmapped): Σ known weight × factor / 100 − 300 per
//!   unknown, and for the tray 6,000 at a post of equal level.
use super::{Factors, factors};
use crate::model::{EmployeeIx, Grounds, PositionIx, Seat, round_half_up};

/// The value of one move, in hundredths of a point, before any price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveValue(pub i64);

/// The values of one person: the present post's factors and value, worked out once.
pub struct Valuer<'a> {
    grounds: &'a Grounds,
    who: EmployeeIx,
    present: Option<(Factors, i64)>,
    has_tray_claim: bool,
}

impl<'a> Valuer<'a> {
    /// For one person.
    pub fn new(grounds: &'a Grounds, who: EmployeeIx) -> Self {
        let present = grounds.present(who).map(|post| {
            let own = factors(grounds, who, post);
            (own, sum(grounds, &own))
        });
        let has_tray_claim = grounds.projection.standing[who.at()].seat() == Some(Seat::Tray);
        Self { grounds, who, present, has_tray_claim }
    }

    /// Value of staying; 0 without a present post.
    pub fn present(&self) -> i64 {
        self.present.map_or(0, |(_, value)| value)
    }

    /// Value of a post.
    pub fn at(&self, post: PositionIx) -> i64 {
        if self.grounds.present(self.who) == Some(post) {
            return self.present();
        }
        self.of_factors(post, &factors(self.grounds, self.who, post))
    }

    /// Value of another post with these factors.
    pub fn of_factors(&self, post: PositionIx, there: &Factors) -> i64 {
        let prices = &self.grounds.policy.prices;
        let unknown = there.iter().filter(|factor| factor.is_none()).count() as i64 * prices.unknown_factor;
        match &self.present {
            Some((own, value)) => value + difference(self.grounds, own, there) - unknown,
            None => sum(self.grounds, there) - unknown + self.claim(post),
        }
    }

    /// The value of posts like this one as a function of the need there: `(numerator, fixed)` such that a
    /// post with the [need numerator](super::need_numerator) n is worth `fixed` + (`numerator` + n) / 100,
    /// rounded half up. `personal` are the first four factors there, `aspiration` the last.
    pub fn but_for_need(&self, post: PositionIx, personal: &[Option<u16>; 4], aspiration: u16) -> (i32, i64) {
        let [competence, education, performance, potential] = *personal;
        let there = [competence, education, performance, potential, Some(0), Some(aspiration)];
        let weights = self.grounds.policy.weights.in_order();
        let unknown = there.iter().filter(|factor| factor.is_none()).count() as i64 * self.grounds.policy.prices.unknown_factor;
        let pairs = weights.iter().map(|weight| i32::from(*weight)).zip(there);
        match &self.present {
            Some((own, value)) => {
                let gains = pairs.zip(own).filter_map(|((w, there), own)| Some(w * (i32::from(there?) - i32::from((*own)?))));
                (gains.sum(), value - unknown)
            }
            None => (pairs.map(|(w, there)| w * i32::from(there.unwrap_or(0))).sum(), self.claim(post) - unknown),
        }
    }

    fn claim(&self, post: PositionIx) -> i64 {
        let level = |grade: Option<crate::model::Grade>| grade.map(crate::model::Grade::level);
        let own = level(self.grounds.people[self.who.at()].grade);
        let equal = own.is_some() && own == level(self.grounds.posts[post.at()].grade);
        if self.has_tray_claim && equal { self.grounds.policy.prices.tray_claim } else { 0 }
    }
}

fn sum(grounds: &Grounds, factors: &Factors) -> i64 {
    let weights = grounds.policy.weights.in_order();
    round_half_up(weights.iter().zip(factors).map(|(w, f)| i64::from(*w) * i64::from(f.unwrap_or(0))).sum(), 100)
}

fn difference(grounds: &Grounds, own: &Factors, there: &Factors) -> i64 {
    let weights = grounds.policy.weights.in_order();
    let both =
        own.iter().zip(there).map(|(own, there)| own.zip(*there).map_or(0, |(own, there)| i64::from(there) - i64::from(own)));
    round_half_up(weights.iter().zip(both).map(|(w, d)| i64::from(*w) * d).sum(), 100)
}
