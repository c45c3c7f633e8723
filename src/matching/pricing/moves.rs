//! Few moves, with far more pairs than can matter: what `lagrange` does with all pairs in memory is done with a part of
//! them, and whatever anyone would gain by another at the prices found is added, until nobody would.
//!
//! **Why it is exact.** A price λ of a move only lowers the value of all pairs but one of each person, so prices that no
//! pair beats prove L(λ) over all rows. The least bound of a part is the least of the whole once it is proved at its own
//! λ: at any other λ a part earns at most as much as the whole. Plans better than one already known use only pairs that
//! miss the best of their person by less than the gap: with all of those the part is as good as the whole for closing it.

use rayon::prelude::*;

use super::draw::Draw;
use super::lists::Lists;
use super::{Arc, Priced};
use crate::matching::branching;
use crate::matching::budget::Limited;
use crate::matching::curve::{Curve, plans};
use crate::matching::lagrange::{self, Closed, Point};
use crate::matching::problem::Problem;
use crate::matching::residual::{Held, InMemory, Search, State};
use crate::matching::rows::{Lookout, PricedRows};
use crate::matching::solution::{Control, Prices, Solution, SolveError};

/// With more pairs than this in question the last points of a gap are not looked for.
const MOST: usize = 4_000_000;

/// A plan of few moves, told by the pairs it was found among.
#[derive(Debug, Clone)]
pub struct Within {
    /// The pairs looked at: every post and unit, everyone, and part of his row.
    pub problem: Problem,
    /// Per employee the arc of staying, `u32::MAX` where he has none.
    pub stay: Vec<u32>,
    /// The plan in it. Its bound, prices and proof hold over all rows.
    pub limited: Limited,
}

/// Everyone's post of today, and what it is worth to him.
struct Homes<'a> {
    post: &'a [u32],
    value: Vec<Option<i64>>,
}

impl<'a> Homes<'a> {
    fn of(rows: &impl PricedRows, post: &'a [u32]) -> Self {
        let value = |employee: usize| {
            let home = post.get(employee).filter(|post| **post != u32::MAX)?;
            rows.value(employee, *home)
        };
        Self { post, value: (0..rows.employees()).into_par_iter().map(value).collect() }
    }

    /// The arc of staying.
    fn arc(&self, employee: usize) -> Option<Arc> {
        Some((self.post[employee], self.value[employee]?))
    }
}

/// Rows at prices where every move is charged too.
struct Charged<'a, L> {
    at: L,
    homes: &'a Homes<'a>,
    price: &'a [i64],
    /// λ.
    charge: i64,
}

impl<L: Lookout> Lookout for Charged<'_, L> {
    fn above(&self, employee: usize, mut least: i64, step: usize, take: &mut impl FnMut(u32, i64, i64) -> i64) {
        let Some((home, value)) = self.homes.arc(employee) else { return self.at.above(employee, least, step, take) };
        let net = value - self.price[home as usize];
        if net > least {
            least = take(home, value, net);
        }
        self.at.above(employee, least + self.charge, step, &mut |post, value, net| {
            if post != home {
                least = take(post, value, net - self.charge);
            }
            least + self.charge
        });
    }
}

/// The pairs looked at so far, with every move charged.
struct ChargedLists<'a> {
    lists: &'a Lists,
    homes: &'a Homes<'a>,
    charge: i64,
}

impl ChargedLists<'_> {
    fn charged(&self, employee: usize, (post, value): Arc) -> Arc {
        let stays = self.homes.arc(employee).is_none_or(|home| home.0 == post);
        (post, if stays { value } else { value - self.charge })
    }
}

impl InMemory for ChargedLists<'_> {
    fn pairs(&self, employee: u32) -> impl Iterator<Item = Arc> {
        self.lists.of(employee).iter().map(move |arc| self.charged(employee as usize, *arc))
    }
}

/// The pairs looked at so far, as a problem.
struct Part {
    problem: Problem,
    stay: Vec<u32>,
}

impl Part {
    fn priced<'a>(&'a self, control: &'a Control<'a>) -> lagrange::Priced<'a> {
        lagrange::Priced { problem: &self.problem, stay: &self.stay, control }
    }

    fn arc(&self, at: u32) -> Arc {
        (self.problem.post_of(at as usize) as u32, self.problem.value_of(at as usize))
    }
}

impl Priced {
    /// A plan of at most `limit` moves from the optimum that this is, and how good any could be. `home` is per
    /// employee the post where he is now (or `u32::MAX`): anything else is a move.
    ///
    /// # Errors
    /// [`SolveError::Limit`] where every plan has more moves; cancelled.
    pub fn within<R: PricedRows>(
        &mut self,
        rows: &R,
        home: &[u32],
        limit: usize,
        control: &Control<'_>,
    ) -> Result<Within, SolveError> {
        let homes = Homes::of(rows, home);
        let mut part = self.part(&homes)?;
        let mut start = self.free(&part, control);
        let mut step = (part.problem.magnitude() / 32).max(1);
        let (many, few) = loop {
            let priced = part.priced(control);
            let mut found = match priced.bracket(start, limit, step) {
                Err(SolveError::Limit { fewest }) => Err((priced.cold(priced.last())?, fewest)),
                found => Ok(found?),
            };
            let best = match &mut found {
                Ok((many, few)) if many.bound(limit) < few.bound(limit) => many,
                Ok((_, few)) => few,
                Err((point, _)) => point,
            };
            if self.look_along_charged(rows, &homes, &part, best) == 0 {
                break found.map_err(|(_, fewest)| SolveError::Limit { fewest })?;
            }
            let grown = self.part(&homes)?;
            let choice = self.carried(&part, &grown, &best.solution.choice);
            // The next round ends close to where this one did.
            step = (step / 64).max(1);
            start = grown.priced(control).at(best.price, &best.solution.prices, &choice)?;
            part = grown;
        };
        let closed = part.priced(control).close(&many, &few, limit);
        drop((many, few));
        self.sharpened(rows, &homes, part, closed, limit, control)
    }

    /// The value of every number of moves, with about as many plans as `points`.
    ///
    /// # Errors
    /// [`SolveError::Cancelled`].
    pub fn curve<R: PricedRows>(
        &mut self,
        rows: &R,
        home: &[u32],
        points: usize,
        control: &Control<'_>,
    ) -> Result<Curve, SolveError> {
        let homes = Homes::of(rows, home);
        // Most of what is missing shows at a few prices.
        let mut asked = points.div_ceil(3);
        loop {
            let part = self.part(&homes)?;
            let (mut known, is_whole) = plans(&part.priced(control), self.free(&part, control), asked)?;
            let mut added = 0;
            for point in &mut known {
                control.check()?;
                added += self.look_along_charged(rows, &homes, &part, point);
            }
            if added == 0 && asked == points {
                return Ok(Curve::of(&known, is_whole));
            }
            asked = points;
        }
    }

    /// What is left of the gap, with every pair that a better plan could use.
    fn sharpened<R: PricedRows>(
        &mut self,
        rows: &R,
        homes: &Homes<'_>,
        mut part: Part,
        mut closed: Closed,
        limit: usize,
        control: &Control<'_>,
    ) -> Result<Within, SolveError> {
        let mut proof = None;
        if closed.bound > closed.objective && self.widen(rows, homes, &closed) {
            let whole = self.part(homes)?;
            closed.choice = self.carried(&part, &whole, &closed.choice);
            part = whole;
            if let Some(found) = branching::sharpen(&part.problem, &part.stay, limit, &closed, control)? {
                (closed.choice, closed.objective, closed.bound) = (found.choice, found.objective, found.bound);
                proof = Some(found.proof);
            }
        }
        let Closed { choice, objective, bound, price, prices, .. } = closed;
        let limited = Limited { solution: Solution { choice, objective, prices }, bound, price, proof };
        Ok(Within { problem: part.problem, stay: part.stay, limited })
    }

    /// The pairs there are, staying among them.
    fn part(&mut self, homes: &Homes<'_>) -> Result<Part, SolveError> {
        for employee in 0..homes.value.len() {
            if let Some(arc) = homes.arc(employee)
                && self.lists.of(employee as u32).binary_search(&arc).is_err()
            {
                self.lists.add(employee as u32, vec![arc]);
            }
        }
        let problem = self.lists.problem(&self.frame)?;
        let stay = |employee| homes.arc(employee).map_or(u32::MAX, |arc| self.lists.place(&problem, employee, arc));
        let stay = (0..homes.value.len()).map(stay).collect();
        Ok(Part { problem, stay })
    }

    /// The optimum, where moves are free.
    fn free(&self, part: &Part, control: &Control<'_>) -> Point {
        let place = |(employee, held): (usize, &Held)| self.lists.place(&part.problem, employee, (held.post, held.value));
        let choice = self.state.held.iter().enumerate().map(place).collect();
        part.priced(control).point(0, Solution { choice, objective: 0, prices: self.prices() })
    }

    /// The arcs of a plan where there are more of them.
    fn carried(&self, part: &Part, grown: &Part, choice: &[u32]) -> Vec<u32> {
        let place = |(employee, at): (usize, &u32)| self.lists.place(&grown.problem, employee, part.arc(*at));
        choice.iter().enumerate().map(place).collect()
    }

    /// The greatest charges that prove a plan among the pairs there are: a post nobody was offered may charge anything
    /// in a range, and these make the fewest pairs look like a gain.
    fn greatest(&self, homes: &Homes<'_>, part: &Part, point: &Point) -> Prices {
        let lists = ChargedLists { lists: &self.lists, homes, charge: point.price };
        let held = |(employee, at): (usize, &u32)| {
            let (post, value) = lists.charged(employee, part.arc(*at));
            Held { post, value }
        };
        let held = point.solution.choice.iter().enumerate().map(held).collect();
        let mut state = State::new(&self.frame, &lists, held, &point.solution.prices, 0);
        let most = self.frame.magnitude().max(self.lists.magnitude()).saturating_add(point.price);
        Search::new(state.sink + 1).raise(&mut state, &lists, most);
        state.prices()
    }

    /// Looks along all rows at the prices of a plan and adds what gains; how many pairs that are.
    fn look_along_charged<R: PricedRows>(&mut self, rows: &R, homes: &Homes<'_>, part: &Part, point: &mut Point) -> usize {
        point.solution.prices = self.greatest(homes, part, point);
        let Prices { post: price, .. } = &point.solution.prices;
        let at = Charged { at: rows.at(price), homes, price, charge: point.price };
        let net = |employee: usize| {
            let (post, value) = part.arc(point.solution.choice[employee]);
            let stays = homes.arc(employee).is_none_or(|home| home.0 == post);
            value - price[post as usize] - if stays { 0 } else { point.price }
        };
        let gain = |employee: usize| at.best(employee).map_or(0, |best| best - net(employee));
        let gains: Vec<i64> = (0..rows.employees()).into_par_iter().map(gain).collect();
        let gaining = gains.iter().filter(|gain| **gain > 0).count();
        let sum: i128 = gains.iter().map(|gain| i128::from(*gain)).sum();
        let noise = (sum / gaining.max(1) as i128) as i64;
        let draw = Draw { many: self.terms.more, noise, step: self.step, best: self.terms.best };
        let new = |employee: usize| {
            let mut found = if gains[employee] > 0 { draw.from(&at, employee, net(employee)) } else { Vec::new() };
            found.retain(|arc| self.lists.of(employee as u32).binary_search(arc).is_err());
            found
        };
        let new: Vec<Vec<Arc>> = (0..rows.employees()).into_par_iter().map(new).collect();
        drop(at);
        self.add_all(new)
    }

    /// Adds every pair that misses the best of its person by less than the gap; whether they are few enough.
    fn widen<R: PricedRows>(&mut self, rows: &R, homes: &Homes<'_>, closed: &Closed) -> bool {
        let price = &closed.prices.post;
        let at = Charged { at: rows.at(price), homes, price, charge: closed.price };
        let gap = closed.bound - closed.objective;
        let near = |employee: usize| {
            let mut found = Vec::new();
            let Some(best) = at.best(employee) else { return found };
            at.above(employee, best - gap, 1, &mut |post, value, _| {
                found.push((post, value));
                best - gap
            });
            found
        };
        let many: usize = (0..rows.employees()).into_par_iter().map(|employee| near(employee).len()).sum();
        if many > MOST {
            return false;
        }
        let new: Vec<Vec<Arc>> = (0..rows.employees()).into_par_iter().map(near).collect();
        drop(at);
        self.add_all(new);
        true
    }

    fn add_all(&mut self, new: Vec<Vec<Arc>>) -> usize {
        let mut added = 0;
        for (employee, found) in new.into_iter().enumerate().filter(|new| !new.1.is_empty()) {
            added += found.len();
            self.lists.add(employee as u32, found);
        }
        added
    }
}
