//! What is left of a problem once some pairs are ruled out: whoever has one pair left is fixed, and
//! what he fills is taken off his post and unit. Rewards are concave, so the fixed people fill the first
//! places and the rest is a problem of the same kind, often a tiny one. Prices of the rest become prices of
//! the whole that prove as much.

use super::super::problem::{NO_UNIT, Problem, ProblemBuilder, Segment};
use super::super::solution::Prices;

/// The rest of a problem, with the way back.
#[derive(Debug)]
pub(in super::super) struct Rest {
    /// The people with a choice, and the posts and units they may still come to. Values and rewards
    /// are `scale` times those of the whole.
    pub problem: Problem,
    /// Per person of the rest the arc of staying, or `u32::MAX` where he has none, be it that he must move.
    pub stay: Vec<u32>,
    /// People of the whole who move in every plan of the rest.
    pub moved: usize,
    /// What fixed people and the places they fill earn, `scale` times.
    pub offset: i64,
    scale: i64,
    /// Per arc of the rest its arc in the whole.
    arcs: Vec<u32>,
    posts: Vec<u32>,
    units: Vec<u32>,
    /// Per person of the whole the arc that is fixed, or `u32::MAX`.
    fixed: Vec<u32>,
    /// Per post and unit of the whole how many fixed people fill it.
    filled: Vec<u64>,
    filled_units: Vec<u64>,
    /// Per unit of the whole what its posts must hold beyond their fixed people.
    due: Vec<u64>,
}

impl Rest {
    /// What is left when only the pairs kept may be used; none where someone has none left, or where the
    /// scaled values would not fit.
    pub fn of(problem: &Problem, stay: &[u32], scale: i64, keep: &dyn Fn(usize, usize) -> bool) -> Option<Self> {
        let mut rest = Self {
            problem: ProblemBuilder::new().build().ok()?,
            stay: Vec::new(),
            moved: 0,
            offset: 0,
            scale,
            arcs: Vec::new(),
            posts: Vec::new(),
            units: Vec::new(),
            fixed: vec![u32::MAX; problem.employees()],
            filled: vec![0; problem.posts()],
            filled_units: vec![0; problem.units()],
            due: (0..problem.units()).map(|unit| problem.least_by_posts(unit)).collect(),
        };
        // Per free person his arcs in the whole, laid end to end.
        let mut rows = vec![0];
        for (employee, &home) in stay.iter().enumerate() {
            let first = rest.arcs.len();
            rest.arcs.extend(problem.row(employee).filter(|&arc| keep(employee, arc)).map(|arc| arc as u32));
            let (count, only) = (rest.arcs.len() - first, *rest.arcs.get(first)?);
            if count == 1 && rest.fix(problem, employee, only) {
                rest.arcs.truncate(first);
                rest.moved += usize::from(home != u32::MAX && only != home);
            } else {
                let at_home = rest.arcs[first..].iter().position(|&arc| arc == home);
                rest.stay.push(at_home.map_or(u32::MAX, |at| (first + at) as u32));
                rest.moved += usize::from(home != u32::MAX && at_home.is_none());
                rows.push(rest.arcs.len());
            }
        }
        rest.build(problem, &rows)?;
        Some(rest)
    }

    /// Fixes someone on his only arc, where his post and unit still have a place.
    fn fix(&mut self, problem: &Problem, employee: usize, arc: u32) -> bool {
        let post = problem.post_of(arc as usize);
        let unit = problem.unit_of(post);
        if self.filled[post] >= problem.post_capacity(post) {
            return false;
        }
        let is_required = self.filled[post] < problem.post_least(post);
        if unit != NO_UNIT {
            let at = unit as usize;
            // Room is also kept for what posts of the unit must still hold.
            if !is_required && self.filled_units[at] + self.due[at] >= problem.unit_capacity(at) {
                return false;
            }
            self.filled_units[at] += 1;
            self.due[at] -= u64::from(is_required);
        }
        self.filled[post] += 1;
        self.fixed[employee] = arc;
        true
    }

    fn build(&mut self, problem: &Problem, rows: &[usize]) -> Option<()> {
        let (mut post_at, mut unit_at) = (vec![u32::MAX; problem.posts()], vec![u32::MAX; problem.units()]);
        let mut is_used = vec![false; problem.posts()];
        for &arc in &self.arcs {
            is_used[problem.post_of(arc as usize)] = true;
        }
        for (post, is_used) in is_used.iter_mut().enumerate() {
            *is_used |= problem.post_least(post) > self.filled[post];
        }
        let mut is_met = vec![false; problem.units()];
        for post in (0..problem.posts()).filter(|&post| is_used[post] && problem.unit_of(post) != NO_UNIT) {
            is_met[problem.unit_of(post) as usize] = true;
        }
        let mut builder = ProblemBuilder::new();
        for unit in 0..problem.units() {
            let left = problem.unit_least(unit).saturating_sub(self.filled_units[unit]);
            if left > 0 || is_met[unit] {
                unit_at[unit] = builder.add_unit(&self.beyond(problem.unit_segments(unit), self.filled_units[unit]));
                builder.require_unit(unit_at[unit], left);
                self.units.push(unit as u32);
            }
        }
        for post in (0..problem.posts()).filter(|&post| is_used[post]) {
            let unit = problem.unit_of(post);
            let head = if unit == NO_UNIT { NO_UNIT } else { unit_at[unit as usize] };
            post_at[post] = builder.add_post(head, &self.beyond(problem.post_segments(post), self.filled[post]));
            builder.require_post(post_at[post], problem.post_least(post).saturating_sub(self.filled[post]));
            self.posts.push(post as u32);
        }
        for row in rows.windows(2) {
            let pair = |&arc: &u32| (post_at[problem.post_of(arc as usize)], problem.value_of(arc as usize) * self.scale);
            builder.extend_employee(self.arcs[row[0]..row[1]].iter().map(pair));
        }
        self.problem = builder.build().ok()?;
        let values: i64 = self.fixed.iter().filter(|&&arc| arc != u32::MAX).map(|&arc| problem.value_of(arc as usize)).sum();
        let posts: i64 = (0..problem.posts()).map(|post| earned(problem.post_segments(post), self.filled[post])).sum();
        let units: i64 = (0..problem.units()).map(|unit| earned(problem.unit_segments(unit), self.filled_units[unit])).sum();
        self.offset = (values + posts + units) * self.scale;
        Some(())
    }

    /// The places after the first `filled`.
    fn beyond(&self, segments: &[Segment], mut filled: u64) -> Vec<Segment> {
        let left = |s: &Segment| {
            let taken = filled.min(u64::from(s.width));
            filled -= taken;
            Segment { width: s.width - taken as u32, reward: s.reward * self.scale }
        };
        segments.iter().map(left).collect()
    }

    /// A plan of the rest as one of the whole.
    pub fn lift(&self, choice: &[u32]) -> Vec<u32> {
        let mut free = choice.iter().map(|&arc| self.arcs[arc as usize]);
        let own = |&arc: &u32| if arc == u32::MAX { free.next().unwrap_or(u32::MAX) } else { arc };
        self.fixed.iter().map(own).collect()
    }

    /// The person of the whole whom a person of the rest is.
    pub fn person(&self, at: u32) -> u32 {
        let free = self.fixed.iter().enumerate().filter(|&(_, &arc)| arc == u32::MAX);
        free.map(|(person, _)| person as u32).nth(at as usize).unwrap_or(u32::MAX)
    }

    /// The post of the whole that a post of the rest is.
    pub fn post(&self, post: u32) -> u32 {
        self.posts[post as usize]
    }

    /// The arc of the whole that an arc of the rest is.
    pub fn arc(&self, arc: u32) -> u32 {
        self.arcs[arc as usize]
    }

    /// A plan of the whole as a start for the rest.
    pub fn lower(&self, choice: &[u32]) -> Vec<u32> {
        let free = choice.iter().zip(&self.fixed).filter(|&(_, &arc)| arc == u32::MAX).enumerate();
        let own = |(at, (arc, _)): (usize, (&u32, &u32))| {
            let row = self.problem.row(at);
            let found = self.arcs[row.clone()].binary_search(arc).map(|at| row.start + at);
            found.map_or(u32::MAX, |at| at as u32)
        };
        free.map(own).collect()
    }

    /// Prices of the whole, in units of the rest, as a start for the rest.
    pub fn lower_prices(&self, prices: &Prices) -> Prices {
        let pick = |from: &[i64], at: &[u32]| at.iter().map(|&at| from.get(at as usize).copied().unwrap_or(0)).collect();
        Prices { post: pick(&prices.post, &self.posts), unit: pick(&prices.unit, &self.units) }
    }

    /// Prices of the rest as prices of the whole that prove the same of the pairs kept: every place
    /// that a fixed person fills must be worth filling, and no other place of a post nobody else comes to.
    pub fn lift_prices(&self, problem: &Problem, prices: &Prices) -> Prices {
        let spread = |from: &[i64], at: &[u32], size: usize| {
            let mut all = vec![None; size];
            at.iter().zip(from).for_each(|(&at, &price)| all[at as usize] = Some(price));
            all
        };
        let settle = |price: Option<i64>, segments: &[Segment], filled: u64, charge: i64| {
            let last = place(segments, filled).map(|reward| charge - reward * self.scale);
            match (price, last) {
                (Some(price), last) => last.map_or(price, |last| price.max(last)),
                (None, Some(last)) => last,
                (None, None) => segments.first().map_or(charge, |s| charge - s.reward * self.scale),
            }
        };
        let mut unit = Vec::with_capacity(problem.units());
        for (at, price) in spread(&prices.unit, &self.units, problem.units()).into_iter().enumerate() {
            unit.push(settle(price, problem.unit_segments(at), self.filled_units[at], 0));
        }
        let mut post = Vec::with_capacity(problem.posts());
        for (at, price) in spread(&prices.post, &self.posts, problem.posts()).into_iter().enumerate() {
            let charge = unit.get(problem.unit_of(at) as usize).copied().unwrap_or(0);
            post.push(settle(price, problem.post_segments(at), self.filled[at], charge));
        }
        Prices { post, unit }
    }
}

/// What the first `filled` places earn.
fn earned(segments: &[Segment], mut filled: u64) -> i64 {
    let mut sum = 0;
    for segment in segments {
        let taken = filled.min(u64::from(segment.width));
        sum += taken as i64 * segment.reward;
        filled -= taken;
    }
    sum
}

/// What the `filled`th place earns.
fn place(segments: &[Segment], mut filled: u64) -> Option<i64> {
    if filled == 0 {
        return None;
    }
    for segment in segments {
        if filled <= u64::from(segment.width) {
            return Some(segment.reward);
        }
        filled -= u64::from(segment.width);
    }
    None
}
