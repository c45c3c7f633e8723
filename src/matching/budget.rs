//! A limit on moves, by one price per move (Lagrange relaxation, Geoffrion 1974): with λ taken off
//! every move, the optimum L(λ) proves f(B) ≤ L(λ) + λB for the best plan of at most B moves. The
//! least such bound is sought by the secant between a plan with too many moves and one within the limit.
//! Where no λ gives exactly B moves, the two plans next to λ* differ by cycles that may be taken one by
//! one; what then still misses is reported as the gap.

use super::auction::Opening;
use super::certificate;
use super::closing::{self, Task};
use super::difference::{cycles, fill};
use super::net::Net;
use super::problem::Problem;
use super::solution::{Control, Solution, SolveError};
use super::solver::{finish, opening_of, total};

/// The best plan found within a limit of moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limited {
    /// The plan, its objective counted without the price of a move. Its prices are those of the
    /// problem in which every move costs `price` more; with them and `price` anyone can recompute `bound`.
    pub solution: Solution,
    /// No plan within the limit earns more. `bound − objective` is the gap; 0 proves the plan optimal.
    pub bound: i64,
    /// λ: what every move was charged on top.
    pub price: i64,
}

/// How many people a plan moves. Who has no stay arc (`u32::MAX`) is placed, not moved, and does
/// not count.
pub fn moves(choice: &[u32], stay: &[u32]) -> usize {
    choice.iter().zip(stay).filter(|&(&arc, &home)| home != u32::MAX && arc != home).count()
}

/// A plan of at most `max_moves` moves, and how good any such plan could be. `stay` is per employee
/// the arc that means staying, or `u32::MAX` where he has none; such people are placed anyway, so
/// their moves neither count nor are charged.
pub fn solve_within(problem: &Problem, stay: &[u32], max_moves: usize, control: &Control<'_>) -> Result<Limited, SolveError> {
    let mut stay = stay.to_vec();
    stay.resize(problem.employees(), u32::MAX);
    let priced = Priced { problem, stay: &stay, max_moves, control };
    let free = priced.at(0, None)?;
    if free.moves <= max_moves {
        let bound = free.solution.objective;
        return Ok(Limited { solution: free.solution, bound, price: 0 });
    }
    let (many, few) = priced.bracket(free)?;
    priced.close(many, few)
}

/// An optimal plan at a price per move.
#[derive(Debug, Clone)]
struct Point {
    price: i64,
    moves: usize,
    /// With the objective under the original values.
    solution: Solution,
}

struct Priced<'a> {
    problem: &'a Problem,
    stay: &'a [u32],
    max_moves: usize,
    control: &'a Control<'a>,
}

impl Priced<'_> {
    fn values(&self, of_move: impl Fn(usize) -> i64) -> Vec<i64> {
        let mut values = Vec::with_capacity(self.problem.arcs());
        for employee in 0..self.problem.employees() {
            let home = self.stay[employee];
            let free = |arc: usize| home == u32::MAX || arc == home as usize;
            let value = |arc: usize| self.problem.value_of(arc) - if free(arc) { 0 } else { of_move(arc) };
            values.extend(self.problem.row(employee).map(value));
        }
        values
    }

    /// The optimum at a price, started from that of a near one.
    fn at(&self, price: i64, near: Option<&Point>) -> Result<Point, SolveError> {
        self.control.check()?;
        let values = self.values(|_| price);
        let net = Net::of(self.problem, &values);
        let opening = match near {
            Some(point) => {
                let held = point.solution.choice.iter().map(|&arc| net.arc_post[arc as usize]);
                Opening { price: net.prices(&point.solution.prices), choice: held.collect(), shortlists: Vec::new() }
            }
            None => opening_of(&net, self.control)?,
        };
        let mut solution = finish(&net, opening, self.control)?;
        solution.objective = total(self.problem, &solution.choice);
        Ok(Point { price, moves: moves(&solution.choice, self.stay), solution })
    }

    /// Two points around the limit whose prices differ by one, or the furthest there are.
    fn bracket(&self, free: Point) -> Result<(Point, Point), SolveError> {
        let (mut many, mut few) = self.outer(free)?;
        while few.price - many.price > 1 {
            let gained = many.solution.objective - few.solution.objective;
            let more = (many.moves - few.moves).max(1) as i64;
            let price = gained.div_euclid(more).clamp(many.price + 1, few.price - 1);
            let near = if price - many.price < few.price - price { &many } else { &few };
            let point = self.at(price, Some(near))?;
            if point.moves > self.max_moves { many = point } else { few = point }
        }
        Ok((many, few))
    }

    /// Doubles the price until the plan is within the limit.
    fn outer(&self, free: Point) -> Result<(Point, Point), SolveError> {
        // The gain of a move is at most that of a cycle of the residual graph, which meets no post or
        // unit twice: no price beyond `last` changes anything.
        let nodes = (self.problem.posts() + self.problem.units() + 2) as i64;
        let last = 2 * self.problem.magnitude() * nodes + 1;
        let (mut many, mut price) = (free, (self.problem.magnitude() / 32).max(1));
        loop {
            let point = self.at(price.min(last), Some(&many))?;
            if point.moves <= self.max_moves {
                return Ok((many, point));
            }
            if price >= last {
                return Err(SolveError::Limit { fewest: point.moves });
            }
            many = point;
            price = price.saturating_mul(4);
        }
    }

    /// Takes from the plan of many moves what fits the limit, and states the bound.
    fn close(&self, many: Point, few: Point) -> Result<Limited, SolveError> {
        let bound_at = |p: &Point| p.solution.objective - p.price * p.moves as i64 + p.price * self.max_moves as i64;
        let best = if bound_at(&many) < bound_at(&few) { &many } else { &few };
        let (bound, price, prices) = (bound_at(best), best.price, best.solution.prices.clone());
        let small = Point { solution: few.solution.clone(), ..few };
        let mut choice = self.patch(few, &many);
        let mut objective = total(self.problem, &choice);
        while objective < bound
            && let Some((better, gained)) = self.improve(&choice, &small).filter(|b| b.1 > objective)
        {
            (choice, objective) = (better, gained);
        }
        Ok(Limited { solution: Solution { choice, objective, prices }, bound, price })
    }

    /// A better plan within the limit, where the search for a single cycle finds one.
    fn improve(&self, choice: &[u32], few: &Point) -> Option<(Vec<u32>, i64)> {
        let values = self.values(|_| few.price);
        let net = Net::of(self.problem, &values);
        let prices = net.prices(&few.solution.prices);
        let room = self.max_moves - moves(choice, self.stay);
        let task = Task { net: &net, choice, prices: &prices, stay: self.stay, room, price: few.price };
        let mut better = choice.to_vec();
        for (employee, arc) in closing::cycle(&task)? {
            better[employee as usize] = arc;
        }
        let objective = certificate::objective(self.problem, &better).ok()?;
        (moves(&better, self.stay) <= self.max_moves).then_some((better, objective))
    }

    /// From the plan of few moves along as many cycles towards the other as the limit allows. Each
    /// is worth λ per move it adds, give or take what one step of λ is, so only their number counts.
    fn patch(&self, few: Point, many: &Point) -> Vec<u32> {
        let mut choice = few.solution.choice;
        let away = |employee: u32, arc: u32| {
            let home = self.stay[employee as usize];
            i64::from(home != u32::MAX && arc != home)
        };
        let cycles = cycles(self.problem, &choice, &many.solution.choice);
        let added =
            |cycle: &Vec<(u32, u32)>| cycle.iter().map(|&(e, arc)| away(e, arc) - away(e, choice[e as usize])).sum::<i64>();
        let weights: Vec<i64> = cycles.iter().map(added).collect();
        for picked in fill(&weights, self.max_moves - few.moves) {
            for &(employee, arc) in &cycles[picked] {
                choice[employee as usize] = arc;
            }
        }
        choice
    }
}
