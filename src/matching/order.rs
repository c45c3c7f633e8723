//! A problem with its people, posts and units in another order. What is found by a search that must choose
//! among equals depends on the order of what it is given: in an order of ids it does not depend on
//! the order of the facts.

use super::branching::{Decision, Leaf, Pair, Proof, Sieve};
use super::problem::{NO_UNIT, Problem, ProblemBuilder, ProblemError};
use super::solution::Prices;

/// An order: per place who or what stands there. Each is a permutation of the indices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Of the employees.
    pub people: Vec<u32>,
    /// Of the posts.
    pub posts: Vec<u32>,
    /// Of the units.
    pub units: Vec<u32>,
}

/// A problem in an order, with the way back.
#[derive(Debug)]
pub struct Ordered {
    /// The problem; rows by rising post.
    pub problem: Problem,
    /// Per employee the arc of staying, or `u32::MAX`.
    pub stay: Vec<u32>,
    order: Order,
    /// Per arc its arc before.
    arcs: Vec<u32>,
    people_at: Vec<u32>,
    posts_at: Vec<u32>,
}

/// Where each index stands in a permutation.
fn places(order: &[u32]) -> Vec<u32> {
    let mut at = vec![0; order.len()];
    order.iter().enumerate().for_each(|(place, &index)| at[index as usize] = place as u32);
    at
}

impl Ordered {
    /// Puts a problem in an order.
    ///
    /// # Errors
    /// None for a problem that was built before.
    pub fn of(problem: &Problem, stay: &[u32], order: Order) -> Result<Self, ProblemError> {
        let (people_at, posts_at, units_at) = (places(&order.people), places(&order.posts), places(&order.units));
        let mut builder = ProblemBuilder::new();
        builder.reserve(problem.employees(), problem.arcs());
        for &unit in &order.units {
            let at = builder.add_unit(problem.unit_segments(unit as usize));
            builder.require_unit(at, problem.unit_least(unit as usize));
        }
        for &post in &order.posts {
            let unit = problem.unit_of(post as usize);
            let unit = if unit == NO_UNIT { NO_UNIT } else { units_at[unit as usize] };
            let at = builder.add_post(unit, problem.post_segments(post as usize));
            builder.require_post(at, problem.post_least(post as usize));
        }
        let (mut arcs, mut new_stay) = (Vec::with_capacity(problem.arcs()), Vec::with_capacity(stay.len()));
        for &person in &order.people {
            let first = arcs.len();
            arcs.extend(problem.row(person as usize).map(|arc| arc as u32));
            let post = |arc: u32| posts_at[problem.post_of(arc as usize)];
            // Parallel arcs of one post by value, so that their order before does not matter.
            arcs[first..].sort_unstable_by_key(|&arc| (post(arc), problem.value_of(arc as usize), arc));
            builder.extend_employee(arcs[first..].iter().map(|&arc| (post(arc), problem.value_of(arc as usize))));
            let home = stay.get(person as usize).copied().unwrap_or(u32::MAX);
            new_stay.push(arcs[first..].iter().position(|&arc| arc == home).map_or(u32::MAX, |at| (first + at) as u32));
        }
        Ok(Self { problem: builder.build()?, stay: new_stay, order, arcs, people_at, posts_at })
    }

    /// The arc before of an arc.
    pub fn arc(&self, arc: u32) -> u32 {
        self.arcs[arc as usize]
    }

    /// A pair in the order.
    pub fn pair(&self, pair: Pair) -> Pair {
        (self.people_at[pair.0 as usize], self.posts_at[pair.1 as usize])
    }

    /// A plan in the order as one before it.
    pub fn lift(&self, choice: &[u32]) -> Vec<u32> {
        self.people_at.iter().map(|&at| self.arcs[choice[at as usize] as usize]).collect()
    }

    /// Prices likewise.
    pub fn lift_prices(&self, prices: &Prices) -> Prices {
        let spread = |from: &[i64], order: &[u32]| {
            let mut all = vec![0; order.len()];
            order.iter().zip(from).for_each(|(&index, &price)| all[index as usize] = price);
            all
        };
        Prices { post: spread(&prices.post, &self.order.posts), unit: spread(&prices.unit, &self.order.units) }
    }

    /// A proof likewise.
    pub fn lift_proof(&self, proof: &Proof) -> Proof {
        let decision = |it: &Decision| {
            let mut posts: Vec<u32> = it.posts.iter().map(|&post| self.order.posts[post as usize]).collect();
            posts.sort_unstable();
            Decision { employee: self.order.people[it.employee as usize], posts, is_on: it.is_on }
        };
        let leaf = |it: &Leaf| Leaf {
            decisions: it.decisions.iter().map(decision).collect(),
            move_price: it.move_price,
            prices: self.lift_prices(&it.prices),
        };
        let sieve = |it: &Sieve| Sieve { prices: self.lift_prices(&it.prices), ..it.clone() };
        Proof { scale: proof.scale, sieve: proof.sieve.as_ref().map(sieve), leaves: proof.leaves.iter().map(leaf).collect() }
    }
}
