//! Solving with far more pairs than can matter: solve with the promising ones, look along all rows at the
//! prices found, add what would gain, until nothing would (column generation: Dantzig & Wolfe, *Decomposition
//! principle for linear programs*, 1960; Gilmore & Gomory 1961).
//!
//! **Why it is exact.** A part of the pairs is a problem whose optimum is a plan of the whole. When at its
//! prices no pair of anyone is worth more, net of the charge, than the one he holds, the bound that the prices
//! prove over *all* rows is the objective of that plan. Every round but the last adds a pair that gains, and
//! there are finitely many.
//!
//! **Why it ends soon.** Two things decide that, measured on a city of 15,000 people and 22 million pairs:
//! - *Spread.* Thousands are alike and see the same best dozen posts; given only those, a round fills a dozen
//!   posts more (a hundred rounds and more). So each is given pairs drawn by their worth plus noise of
//!   his own, wide at first and as narrow as what still gains later: 6 to 9 rounds.
//! - *High charges.* A post nobody was offered may charge anything in a range. The greatest charges that are
//!   optimal (`charges`) make the fewest pairs look like a gain: half the rounds.

use rayon::prelude::*;

use super::charges::greatest_charges;
use super::problem::{NO_UNIT, Problem, ProblemBuilder, Segment};
use super::rows::{Lookout, PricedRows};
use super::solution::{Control, Prices, Solution, SolveError};
use super::solver::{solve, solve_from};

/// An employee's arc: post and value.
type Arc = (u32, i64);

/// How much is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// Below this many pairs the whole problem is solved at once.
    pub small: usize,
    /// Pairs drawn for everyone to start with.
    pub first: usize,
    /// Pairs drawn per round for whoever has something to gain.
    pub more: usize,
    /// The best pairs, added beside those drawn.
    pub best: usize,
}

const TERMS: Terms = Terms { small: 400_000, first: 16, more: 16, best: 3 };
/// Pairs that gain nothing are added too if they miss it by no more than this.
const NEAR: i64 = 50;
/// Pairs per employee that are looked at for a draw, about.
const LOOK: usize = 4096;

/// An optimal plan of all rows.
#[derive(Debug, Clone)]
pub struct Priced {
    /// The problem of those arcs alone that are worth as much as the best, net of charges: every optimal
    /// plan of the whole is a plan of it (complementary slackness).
    pub tight: Problem,
    /// The plan in that problem, with prices that prove it over all rows.
    pub solution: Solution,
    /// Rounds that were needed.
    pub rounds: usize,
}

/// An optimal plan over all rows, and the prices that prove it. `frame` has the posts and units and no
/// employees; `pairs` is how many arcs the rows have in all; `home` is per employee the post where he is now
/// (or `u32::MAX`), only to have a good start.
///
/// # Errors
/// [`SolveError`] as [`solve`]: infeasible or cancelled.
pub fn solve_rows<R: PricedRows>(
    frame: &Problem,
    rows: &R,
    pairs: usize,
    home: &[u32],
    control: &Control<'_>,
) -> Result<Priced, SolveError> {
    solve_within_terms(frame, rows, pairs, home, TERMS, control)
}

/// Like [`solve_rows`], on other terms.
pub(super) fn solve_within_terms<R: PricedRows>(
    frame: &Problem,
    rows: &R,
    pairs: usize,
    home: &[u32],
    terms: Terms,
    control: &Control<'_>,
) -> Result<Priced, SolveError> {
    let everyone = rows.employees();
    let mut pool = Pool { frame, rows, terms, step: (pairs / LOOK / everyone.max(1)).max(1), lists: Vec::new() };
    let whole = pairs <= terms.small;
    pool.lists = if whole { pool.complete(0..everyone) } else { pool.open(home) };
    let mut warm: Option<Held> = None;
    for round in 1.. {
        control.check()?;
        let part = pool.problem()?;
        let solved = match &warm {
            None => solve(&part, control),
            Some(held) => solve_from(&part, &held.prices, &pool.places(&part, &held.arcs), control),
        };
        let solution = match solved {
            // The obstacle may only be that these people were not offered all they may hold.
            Err(SolveError::Infeasible { employees, posts }) => {
                if !pool.complete_rows(&employees) {
                    return Err(SolveError::Infeasible { employees, posts });
                }
                continue;
            }
            other => other?,
        };
        let held = Held::of(&part, solution, !whole);
        control.report(held.objective.unsigned_abs(), held.objective.unsigned_abs());
        if whole || pool.price(&held) == 0 {
            return finish(pool, held, round);
        }
        warm = Some(held);
    }
    Err(SolveError::NotOptimal)
}

/// A plan with its prices.
struct Held {
    arcs: Vec<Arc>,
    objective: i64,
    prices: Prices,
}

impl Held {
    fn of(part: &Problem, solution: Solution, raise: bool) -> Self {
        let arc = |at: &u32| (part.post_of(*at as usize) as u32, part.value_of(*at as usize));
        let arcs = solution.choice.iter().map(arc).collect();
        let prices = if raise { greatest_charges(part, &solution) } else { solution.prices };
        Self { arcs, objective: solution.objective, prices }
    }

    fn net(&self, employee: usize) -> i64 {
        self.arcs[employee].1 - self.prices.post[self.arcs[employee].0 as usize]
    }
}

/// The pairs looked at so far.
struct Pool<'a, R> {
    frame: &'a Problem,
    rows: &'a R,
    terms: Terms,
    /// One arc in so many is looked at for a draw.
    step: usize,
    /// Per employee, by post.
    lists: Vec<Vec<Arc>>,
}

impl<R: PricedRows> Pool<'_, R> {
    /// The present posts, and a draw at what the next place of everything earns today.
    fn open(&self, home: &[u32]) -> Vec<Vec<Arc>> {
        let charges = charges_today(self.frame, home);
        let noise = charges.iter().map(|charge| charge.saturating_abs()).max().unwrap_or(0);
        let at = self.rows.at(&charges);
        let list = |employee: usize| {
            let mut list = draw(&at, employee, i64::MIN / 2, self.terms.first, noise, self.step);
            list.extend(best(&at, employee, i64::MIN / 2, self.terms.best));
            let post = home.get(employee).copied().filter(|post| *post != u32::MAX);
            list.extend(post.and_then(|post| Some((post, self.rows.value(employee, post)?))));
            sorted(list)
        };
        (0..self.rows.employees()).into_par_iter().map(list).collect()
    }

    fn complete(&self, employees: std::ops::Range<usize>) -> Vec<Vec<Arc>> {
        employees.into_par_iter().map(|employee| self.complete_row(employee)).collect()
    }

    fn complete_row(&self, employee: usize) -> Vec<Arc> {
        let mut list = Vec::new();
        self.rows.each(employee, &mut |post, value| list.push((post, value)));
        sorted(list)
    }

    /// Gives these people all they may hold; whether that is more than they had.
    fn complete_rows(&mut self, employees: &[u32]) -> bool {
        let mut grown = false;
        for employee in employees.iter().map(|employee| *employee as usize) {
            let list = self.complete_row(employee);
            grown |= list.len() > self.lists[employee].len();
            self.lists[employee] = list;
        }
        grown
    }

    fn problem(&self) -> Result<Problem, SolveError> {
        let mut part = ProblemBuilder::from_frame(self.frame.clone());
        part.reserve(self.lists.len(), self.lists.iter().map(Vec::len).sum());
        for list in &self.lists {
            part.add_employee(list);
        }
        // A part of a problem whose sums fit is one too.
        part.build().map_err(|_| SolveError::NotOptimal)
    }

    /// Where arcs stand in the problem.
    fn places(&self, part: &Problem, arcs: &[Arc]) -> Vec<u32> {
        let place = |(employee, arc): (usize, &Arc)| {
            let at = self.lists[employee].binary_search(arc).unwrap_or(0);
            (part.row(employee).start + at) as u32
        };
        arcs.iter().enumerate().map(place).collect()
    }

    /// Looks along all rows and adds what gains, with a draw of what nearly does; the sum of the gains.
    fn price(&mut self, held: &Held) -> i64 {
        let at = self.rows.at(&held.prices.post);
        let gains = |employee: usize| at.best(employee).map_or(0, |best| best - held.net(employee));
        let gains: Vec<i64> = (0..self.lists.len()).into_par_iter().map(gains).collect();
        let gap: i64 = gains.iter().sum();
        if gap == 0 {
            return 0;
        }
        let noise = gap / gains.iter().filter(|gain| **gain > 0).count().max(1) as i64;
        let (step, terms) = (self.step, self.terms);
        self.lists.par_iter_mut().enumerate().for_each(|(employee, list)| {
            let least = held.net(employee) - NEAR;
            let found =
                draw(&at, employee, least, terms.more, noise, step).into_iter().chain(best(&at, employee, least, terms.best));
            let new: Vec<Arc> = found.filter(|arc| list.binary_search(arc).is_err()).collect();
            if !new.is_empty() {
                list.extend(new);
                list.sort_unstable();
                list.dedup();
            }
        });
        gap
    }
}

/// The arcs that an optimal plan may use, and the plan among them.
fn finish<R: PricedRows>(pool: Pool<'_, R>, held: Held, rounds: usize) -> Result<Priced, SolveError> {
    let tight_rows = |at: &R::At<'_>| -> Vec<Vec<Arc>> {
        let tight = |employee: usize| {
            let least = held.net(employee) - 1;
            let mut list = Vec::new();
            at.above(employee, least, 1, &mut |post, value, _| {
                list.push((post, value));
                least
            });
            sorted(list)
        };
        (0..pool.lists.len()).into_par_iter().map(tight).collect()
    };
    let lists = tight_rows(&pool.rows.at(&held.prices.post));
    let pool = Pool { lists, ..pool };
    let tight = pool.problem()?;
    let choice = pool.places(&tight, &held.arcs);
    Ok(Priced { tight, solution: Solution { choice, objective: held.objective, prices: held.prices }, rounds })
}

fn sorted(mut list: Vec<Arc>) -> Vec<Arc> {
    list.sort_unstable();
    list.dedup();
    list
}

/// The best few arcs net of charges, of those above `least`.
fn best(at: &impl Lookout, employee: usize, least: i64, many: usize) -> Vec<Arc> {
    let mut top = Top::new(many);
    at.above(employee, least, 1, &mut |post, value, net| top.offer(net, (post, value)).map_or(least, |last| last.max(least)));
    top.arcs()
}

/// Arcs drawn by their worth net of charges plus noise of up to `noise`, of those above `least`.
fn draw(at: &impl Lookout, employee: usize, least: i64, many: usize, noise: i64, step: usize) -> Vec<Arc> {
    let mut top = Top::new(many);
    at.above(employee, least, step, &mut |post, value, net| {
        let last = top.offer(net + share(employee, post, noise), (post, value));
        last.map_or(least, |last| (last - noise).max(least))
    });
    top.arcs()
}

/// A number below `noise` + 1, the same for the same pair (the mixer of Steele, Lea & Flood, *Fast
/// splittable pseudorandom number generators*, 2014).
fn share(employee: usize, post: u32, noise: i64) -> i64 {
    let mut mixed = (u64::from(post) << 32 | employee as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((i128::from(mixed >> 1) * (i128::from(noise) + 1)) >> 63) as i64
}

/// The best few by a key.
struct Top {
    many: usize,
    best: Vec<(i64, Arc)>,
}

impl Top {
    fn new(many: usize) -> Self {
        Self { many, best: Vec::with_capacity(many + 1) }
    }

    /// Takes one in; once there are enough, the key of the last.
    fn offer(&mut self, key: i64, arc: Arc) -> Option<i64> {
        let at = self.best.partition_point(|(other, _)| *other >= key);
        if at < self.many {
            self.best.insert(at, (key, arc));
            self.best.truncate(self.many);
        }
        (self.best.len() == self.many).then(|| self.best[self.many - 1].0)
    }

    fn arcs(self) -> Vec<Arc> {
        self.best.into_iter().map(|(_, arc)| arc).collect()
    }
}

/// Per post what its next place would have to charge if nobody moved.
fn charges_today(frame: &Problem, home: &[u32]) -> Vec<i64> {
    let mut in_post = vec![0u64; frame.posts()];
    let mut in_unit = vec![0u64; frame.units()];
    for post in home.iter().map(|post| *post as usize) {
        let Some(here) = in_post.get_mut(post) else { continue };
        *here += 1;
        if let Some(count) = in_unit.get_mut(frame.unit_of(post) as usize) {
            *count += 1;
        }
    }
    let next = |segments: &[Segment], mut filled: u64| {
        let free = |segment: &&Segment| {
            let width = u64::from(segment.width);
            let has_room = filled < width;
            filled = filled.saturating_sub(width);
            has_room
        };
        segments.iter().find(free).or(segments.last()).map_or(0, |segment| segment.reward)
    };
    let charge = |post: usize| {
        let unit = frame.unit_of(post);
        let of_unit = if unit == NO_UNIT { 0 } else { next(frame.unit_segments(unit as usize), in_unit[unit as usize]) };
        -(next(frame.post_segments(post), in_post[post]) + of_unit)
    };
    (0..frame.posts()).map(charge).collect()
}
