//! Moves priced one by one (Lagrange relaxation, Geoffrion 1974): with λ taken off every move the
//! problem is a flow again, and its optimum L(λ) proves f(B) ≤ L(λ) + λB for the best plan of at most B
//! moves. Here: the optimum at a price, warm from a near one, and the two prices next to the least bound.

use super::auction::Opening;
use super::certificate;
use super::closing::{self, Task};
use super::difference::{cycles, fill};
use super::net::Net;
use super::problem::Problem;
use super::solution::{Control, Prices, Solution, SolveError};
use super::solver::{finish, opening_for, total};

/// How many people a plan moves. Who has no stay arc (`u32::MAX`) is placed, not moved, and does
/// not count.
pub fn moves(choice: &[u32], stay: &[u32]) -> usize {
    choice.iter().zip(stay).filter(|&(&arc, &home)| home != u32::MAX && arc != home).count()
}

/// An optimal plan at a price per move.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub price: i64,
    pub moves: usize,
    /// With the objective under the original values, and prices of the problem in which moves are charged.
    pub solution: Solution,
}

impl Point {
    /// The bound that it proves for plans of at most `limit` moves.
    pub fn bound(&self, limit: usize) -> i64 {
        self.solution.objective + self.price * (limit as i64 - self.moves as i64)
    }
}

/// A problem whose moves are priced.
pub(super) struct Priced<'a> {
    pub problem: &'a Problem,
    /// Per employee the arc of staying, or `u32::MAX`.
    pub stay: &'a [u32],
    pub control: &'a Control<'a>,
}

/// The best plan found for a limit, and what the two prices next to it prove.
#[derive(Debug, Clone)]
pub(super) struct Closed {
    pub choice: Vec<u32>,
    pub objective: i64,
    pub bound: i64,
    /// The price of the better bound, and the prices of posts and units that go with it.
    pub price: i64,
    pub prices: Prices,
    /// Someone who stays in one of the two neighbouring plans and moves in the other.
    pub torn: Option<u32>,
}

impl Priced<'_> {
    /// No price beyond this changes anything: the gain of a move is at most that of a cycle of the
    /// residual graph, which meets no post or unit twice. Kept where sums of so many prices along such a
    /// cycle fit, which matters for values above 2^57 / nodes² only: there a limit may be called out of
    /// reach that is not.
    pub fn last(&self) -> i64 {
        let nodes = (self.problem.posts() + self.problem.units() + 2) as i64;
        (2 * self.problem.magnitude() * nodes + 1).min((1 << 58) / nodes)
    }

    fn values(&self, price: i64) -> Vec<i64> {
        let mut values = self.problem.arc_value.clone();
        if price != 0 {
            for (employee, &home) in self.stay.iter().enumerate().filter(|e| *e.1 != u32::MAX) {
                for arc in self.problem.row(employee).filter(|&arc| arc != home as usize) {
                    values[arc] -= price;
                }
            }
        }
        values
    }

    /// The optimum at a price, from nothing.
    pub fn cold(&self, price: i64) -> Result<Point, SolveError> {
        let values = self.values(price);
        let net = Net::of(self.problem, &values);
        let opening = opening_for(self.problem, &net, self.control)?;
        let solution = finish(&net, opening, self.control)?;
        Ok(self.point(price, solution))
    }

    /// The optimum at a price, from prices and a plan that were optimal nearby.
    pub fn at(&self, price: i64, prices: &Prices, choice: &[u32]) -> Result<Point, SolveError> {
        self.control.check()?;
        let values = self.values(price);
        let net = Net::of(self.problem, &values);
        let solution = finish(&net, Opening::near(&net, prices, choice), self.control)?;
        Ok(self.point(price, solution))
    }

    /// The same, from a point.
    pub fn near(&self, price: i64, near: &Point) -> Result<Point, SolveError> {
        self.at(price, &near.solution.prices, &near.solution.choice)
    }

    /// A point from a solution whose objective is still to be counted.
    pub fn point(&self, price: i64, mut solution: Solution) -> Point {
        solution.objective = total(self.problem, &solution.choice);
        Point { price, moves: moves(&solution.choice, self.stay), solution }
    }

    /// Two points whose prices differ by one, of more and of at most `limit` moves; or one point
    /// twice that is within the limit at price zero, which needs no price.
    pub fn bracket(&self, start: Point, limit: usize, step: i64) -> Result<(Point, Point), SolveError> {
        let (mut many, mut few) = self.outer(start, limit, step.max(1))?;
        while few.price - many.price > 1 {
            let gained = many.solution.objective - few.solution.objective;
            let more = (many.moves - few.moves).max(1) as i64;
            let price = gained.div_euclid(more).clamp(many.price + 1, few.price - 1);
            let near = if price - many.price < few.price - price { &many } else { &few };
            let point = self.near(price, near)?;
            if point.moves > limit { many = point } else { few = point }
        }
        Ok((many, few))
    }

    /// Steps away from a point, four times as far each time, until the limit lies between two.
    fn outer(&self, start: Point, limit: usize, mut step: i64) -> Result<(Point, Point), SolveError> {
        let last = self.last();
        let mut here = start;
        if here.moves > limit {
            loop {
                if here.price >= last {
                    return Err(SolveError::Limit { fewest: here.moves });
                }
                let next = self.near(here.price.saturating_add(step).min(last), &here)?;
                if next.moves <= limit {
                    return Ok((here, next));
                }
                (here, step) = (next, step.saturating_mul(4));
            }
        }
        while here.price > 0 {
            let next = self.near((here.price - step).max(0), &here)?;
            if next.moves > limit {
                return Ok((next, here));
            }
            (here, step) = (next, step.saturating_mul(4));
        }
        Ok((here.clone(), here))
    }

    /// The better bound of two neighbouring points, and a plan between them: from the plan of few
    /// moves along as many cycles towards the other as the limit allows, then single cycles that add what
    /// is missing.
    pub fn close(&self, many: &Point, few: &Point, limit: usize) -> Closed {
        let best = if many.bound(limit) < few.bound(limit) { many } else { few };
        let bound = best.bound(limit);
        let mut choice = self.patch(few, many, limit);
        let mut objective = total(self.problem, &choice);
        while objective < bound
            && let Some((better, gained)) = self.improve(&choice, few, limit).filter(|b| b.1 > objective)
        {
            (choice, objective) = (better, gained);
        }
        let (a, b) = (&many.solution.choice, &few.solution.choice);
        let away = |choice: &[u32], at: usize| choice[at] != self.stay[at];
        let torn = (0..a.len()).find(|&at| self.stay[at] != u32::MAX && away(a, at) != away(b, at)).map(|at| at as u32);
        Closed { choice, objective, bound, price: best.price, prices: best.solution.prices.clone(), torn }
    }

    /// A better plan within the limit, where the search for a single cycle finds one.
    fn improve(&self, choice: &[u32], few: &Point, limit: usize) -> Option<(Vec<u32>, i64)> {
        let values = self.values(few.price);
        let net = Net::of(self.problem, &values);
        let prices = net.prices(&few.solution.prices);
        let room = limit - moves(choice, self.stay);
        let task = Task { net: &net, choice, prices: &prices, stay: self.stay, room, price: few.price };
        let mut better = choice.to_vec();
        for (employee, arc) in closing::cycle(&task)? {
            better[employee as usize] = arc;
        }
        let objective = certificate::objective(self.problem, &better).ok()?;
        (moves(&better, self.stay) <= limit).then_some((better, objective))
    }

    /// Each cycle is worth λ per move it adds, give or take what one step of λ is, so only their
    /// number counts.
    fn patch(&self, few: &Point, many: &Point, limit: usize) -> Vec<u32> {
        let mut choice = few.solution.choice.clone();
        let away = |employee: u32, arc: u32| {
            let home = self.stay[employee as usize];
            i64::from(home != u32::MAX && arc != home)
        };
        let cycles = cycles(self.problem, &choice, &many.solution.choice);
        let added =
            |cycle: &Vec<(u32, u32)>| cycle.iter().map(|&(e, arc)| away(e, arc) - away(e, choice[e as usize])).sum::<i64>();
        let weights: Vec<i64> = cycles.iter().map(added).collect();
        for picked in fill(&weights, limit - few.moves) {
            for &(employee, arc) in &cycles[picked] {
                choice[employee as usize] = arc;
            }
        }
        choice
    }
}
