//! The checker: an upper bound from prices, and the objective of a plan from scratch. It shares
//! nothing with the solver, so that a plan whose objective equals the bound is proved optimal
//! whoever computed it.

use thiserror::Error;

use super::problem::{NO_UNIT, Problem};
use super::solution::Prices;

/// Why a plan is no plan of the problem.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanError {
    /// Not one choice per employee.
    #[error("the plan places {found} people, the problem has {expected}")]
    Count {
        /// Choices given.
        found: usize,
        /// Employees of the problem.
        expected: usize,
    },
    /// An employee is given an arc that is not his.
    #[error("employee {employee} is given a post that is not lawful for him")]
    NotLawful {
        /// The employee.
        employee: usize,
    },
    /// A post holds more people than it has places.
    #[error("post {post} holds {people} people and has {places} places")]
    PostFull {
        /// The post.
        post: usize,
        /// People the plan puts there.
        people: u64,
        /// Places it has.
        places: u64,
    },
    /// A post holds fewer people than it must.
    #[error("post {post} holds {people} people and must hold {least}")]
    PostShort {
        /// The post.
        post: usize,
        /// People the plan puts there.
        people: u64,
        /// People it must hold.
        least: u64,
    },
    /// A unit holds fewer people than it must.
    #[error("unit {unit} holds {people} people and must hold {least}")]
    UnitShort {
        /// The unit.
        unit: usize,
        /// People the plan puts there.
        people: u64,
        /// People it must hold.
        least: u64,
    },
    /// A unit holds more people than it has places.
    #[error("unit {unit} holds {people} people and has {places} places")]
    UnitFull {
        /// The unit.
        unit: usize,
        /// People the plan puts there.
        people: u64,
        /// Places it has.
        places: u64,
    },
}

/// The upper bound that prices prove, by weak duality. Whatever the prices, no plan earns more than
/// the sum of max(value − Y_p) over employees, of max(0, reward + Y_p − Z_u) over places of posts and
/// of max(0, reward + Z_u) over places of units. Of 128 bits, since prices may come from outside.
///
/// With minima the first places of a post or unit, as many as it must hold, count for reward + Y_p −
/// Z_u (reward + Z_u) whether that is positive or not: in every plan they are filled.
///
/// Prices of the wrong length prove nothing, and where an employee has no arc no plan exists: the
/// result is then `i128::MAX`.
pub fn bound(problem: &Problem, prices: &Prices) -> i128 {
    bound_priced(problem, prices, &|_, _| 0)
}

/// The upper bound that prices prove for plans of at most `limit` moves, where every move costs
/// `move_price` more (Lagrange relaxation): the bound of the problem so priced, plus `move_price` ×
/// `limit`. `stay` is per employee the arc of staying, or `u32::MAX`: such people are placed, not moved.
pub fn bound_within(problem: &Problem, prices: &Prices, stay: &[u32], move_price: i64, limit: usize) -> i128 {
    if stay.len() != problem.employees() || move_price < 0 {
        return i128::MAX;
    }
    let charge = |employee: usize, arc: usize| {
        let home = stay[employee];
        if home == u32::MAX || home as usize == arc { 0 } else { move_price }
    };
    let priced = bound_priced(problem, prices, &charge);
    priced.saturating_add(i128::from(move_price) * limit as i128)
}

fn bound_priced(problem: &Problem, prices: &Prices, charge_of: &dyn Fn(usize, usize) -> i64) -> i128 {
    if prices.post.len() != problem.posts() || prices.unit.len() != problem.units() {
        return i128::MAX;
    }
    let mut total: i128 = 0;
    for employee in 0..problem.employees() {
        let net = |arc| {
            let value = i128::from(problem.value_of(arc)) - i128::from(charge_of(employee, arc));
            value - i128::from(prices.post[problem.post_of(arc)])
        };
        match problem.row(employee).map(net).max() {
            Some(best) => total += best,
            None => return i128::MAX,
        }
    }
    total + places_bound(problem, prices, 1)
}

/// The part of a bound that the places of posts and units add; `prices` are of the right length, and
/// `scale` times as large as rewards.
pub(super) fn places_bound(problem: &Problem, prices: &Prices, scale: i128) -> i128 {
    let mut total: i128 = 0;
    for post in 0..problem.posts() {
        let unit = problem.unit_of(post);
        let charge = if unit == NO_UNIT { 0 } else { i128::from(prices.unit[unit as usize]) };
        let worth = i128::from(prices.post[post]) - charge;
        total += gained(problem.post_segments(post), problem.post_least(post), worth, scale);
    }
    for unit in 0..problem.units() {
        total += gained(problem.unit_segments(unit), problem.unit_least(unit), i128::from(prices.unit[unit]), scale);
    }
    total
}

/// What places gain at most when each is worth that much on top of its reward; the first `least`
/// are filled in any case.
fn gained(segments: &[super::problem::Segment], mut least: u64, worth: i128, scale: i128) -> i128 {
    let mut sum = 0;
    for segment in segments {
        let filled = least.min(u64::from(segment.width));
        least -= filled;
        let gain = i128::from(segment.reward) * scale + worth;
        sum += i128::from(filled) * gain + i128::from(u64::from(segment.width) - filled) * gain.max(0);
    }
    sum
}

/// The objective of a plan (one arc per employee, as an index into all arcs), recomputed from
/// nothing but the problem; eligibility, capacities and minima are checked on the way.
pub fn objective(problem: &Problem, choice: &[u32]) -> Result<i64, PlanError> {
    if choice.len() != problem.employees() {
        return Err(PlanError::Count { found: choice.len(), expected: problem.employees() });
    }
    let mut in_post = vec![0u64; problem.posts()];
    let mut total = 0i64;
    for (employee, &arc) in choice.iter().enumerate() {
        if !problem.row(employee).contains(&(arc as usize)) {
            return Err(PlanError::NotLawful { employee });
        }
        in_post[problem.post_of(arc as usize)] += 1;
        total += problem.value_of(arc as usize);
    }
    let mut in_unit = vec![0u64; problem.units()];
    for (post, &people) in in_post.iter().enumerate() {
        let places = problem.post_capacity(post);
        if people > places {
            return Err(PlanError::PostFull { post, people, places });
        }
        let least = problem.post_least(post);
        if people < least {
            return Err(PlanError::PostShort { post, people, least });
        }
        total += earned(problem.post_segments(post), people);
        if let Some(count) = in_unit.get_mut(problem.unit_of(post) as usize) {
            *count += people;
        }
    }
    for (unit, &people) in in_unit.iter().enumerate() {
        let places = problem.unit_capacity(unit);
        if people > places {
            return Err(PlanError::UnitFull { unit, people, places });
        }
        let least = problem.unit_least(unit);
        if people < least {
            return Err(PlanError::UnitShort { unit, people, least });
        }
        total += earned(problem.unit_segments(unit), people);
    }
    Ok(total)
}

/// What the first `people` places of a concave reward earn.
fn earned(segments: &[super::problem::Segment], mut people: u64) -> i64 {
    let mut sum = 0;
    for segment in segments {
        let filled = people.min(u64::from(segment.width));
        sum += filled as i64 * segment.reward;
        people -= filled;
    }
    sum
}
