//! The matching problem in memory: rows of lawful posts, and concave rewards of posts and units.

use std::ops::Range;

use thiserror::Error;

use super::bounds::Minima;

/// The "unit" of a post whose people go straight to the sink.
pub const NO_UNIT: u32 = u32::MAX;

/// Parallel places of a post or a unit that earn the same reward each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// How many places the segment has.
    pub width: u32,
    /// What each filled place of it earns.
    pub reward: i64,
}

/// Why a problem cannot be built.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProblemError {
    /// A post names a unit that was not added.
    #[error("post {post} belongs to unit {unit}, which does not exist")]
    UnknownUnit {
        /// The post.
        post: u32,
        /// The unit it names.
        unit: u32,
    },
    /// An employee names a post that was not added.
    #[error("employee {employee} may hold post {post}, which does not exist")]
    UnknownPost {
        /// The employee.
        employee: u32,
        /// The post the row names.
        post: u32,
    },
    /// Rows do not begin and end where their pairs do.
    #[error("the rows of employees do not fit their pairs")]
    BrokenRows,
    /// The rewards of a post rise, so that a flow would take the later places first.
    #[error("the rewards of post {post} rise from one segment to the next; they must not")]
    RisingPost {
        /// The post.
        post: u32,
    },
    /// The rewards of a unit rise.
    #[error("the rewards of unit {unit} rise from one segment to the next; they must not")]
    RisingUnit {
        /// The unit.
        unit: u32,
    },
    /// A minimum is set for a post or unit that was not added.
    #[error("a minimum is set for {what} {index}, which does not exist")]
    UnknownRequired {
        /// Post or unit.
        what: &'static str,
        /// Its index.
        index: u32,
    },
    /// A post must hold more people than it has places.
    #[error("post {post} must hold {least} people and has {places} places")]
    PostTooSmall {
        /// The post.
        post: u32,
        /// People it must hold.
        least: u64,
        /// Places it has.
        places: u64,
    },
    /// A unit, or its posts together, must hold more people than it has places.
    #[error("unit {unit} must hold {least} people and has {places} places")]
    UnitTooSmall {
        /// The unit.
        unit: u32,
        /// People it must hold.
        least: u64,
        /// Places it has.
        places: u64,
    },
    /// A value or reward is so large that sums of it might not fit 64 bits.
    #[error("a value or reward of {value} is too large for {nodes} people, posts and units: sums would not fit 64 bits")]
    TooLarge {
        /// The offending magnitude.
        value: i64,
        /// People, posts and units together.
        nodes: usize,
    },
    /// More people, posts, units or pairs than 32-bit indices can name.
    #[error("more {what} than 32-bit indices can name")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
    },
}

/// Lists of items per owner, laid end to end (compressed sparse rows).
#[derive(Debug, Clone, PartialEq, Eq)]
struct Chains {
    rows: Vec<u32>,
    segments: Vec<Segment>,
}

impl Chains {
    fn new() -> Self {
        Self { rows: vec![0], segments: Vec::new() }
    }

    /// Adds one owner; false when its rewards rise. Empty segments say nothing and are dropped.
    fn push(&mut self, segments: &[Segment]) -> bool {
        self.segments.extend(segments.iter().filter(|s| s.width > 0));
        self.rows.push(self.segments.len() as u32);
        segments.windows(2).all(|pair| pair[0].reward >= pair[1].reward)
    }

    fn of(&self, owner: usize) -> &[Segment] {
        &self.segments[self.rows[owner] as usize..self.rows[owner + 1] as usize]
    }

    fn len(&self) -> usize {
        self.rows.len() - 1
    }
}

/// Employees, each to be placed once, the posts each may hold with their values, and the concave
/// rewards of posts and units. Built by [`ProblemBuilder`], which guarantees that all indices exist,
/// that rewards do not rise and that no sum the solver forms can overflow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub(super) rows: Vec<u32>,
    pub(super) arc_post: Vec<u32>,
    pub(super) arc_value: Vec<i64>,
    pub(super) post_unit: Vec<u32>,
    posts: Chains,
    units: Chains,
    pub(super) minima: Minima,
}

impl Problem {
    /// How many people are to be placed.
    pub fn employees(&self) -> usize {
        self.rows.len() - 1
    }

    /// How many posts there are.
    pub fn posts(&self) -> usize {
        self.post_unit.len()
    }

    /// How many units there are.
    pub fn units(&self) -> usize {
        self.units.len()
    }

    /// How many (employee, post) pairs there are.
    pub fn arcs(&self) -> usize {
        self.arc_post.len()
    }

    /// The arcs of one employee, as indices into all arcs.
    pub fn row(&self, employee: usize) -> Range<usize> {
        self.rows[employee] as usize..self.rows[employee + 1] as usize
    }

    /// The posts that an employee may hold.
    pub fn posts_of(&self, employee: usize) -> &[u32] {
        &self.arc_post[self.row(employee)]
    }

    /// The employee an arc belongs to.
    pub fn employee_of(&self, arc: u32) -> usize {
        self.rows.partition_point(|first| *first <= arc) - 1
    }

    /// The post an arc leads to.
    pub fn post_of(&self, arc: usize) -> usize {
        self.arc_post[arc] as usize
    }

    /// What an arc is worth, prices of a move taken off.
    pub fn value_of(&self, arc: usize) -> i64 {
        self.arc_value[arc]
    }

    /// The unit of a post, or [`NO_UNIT`].
    pub fn unit_of(&self, post: usize) -> u32 {
        self.post_unit[post]
    }

    /// The reward segments of a post, best first.
    pub fn post_segments(&self, post: usize) -> &[Segment] {
        self.posts.of(post)
    }

    /// The reward segments of a unit, best first.
    pub fn unit_segments(&self, unit: usize) -> &[Segment] {
        self.units.of(unit)
    }

    /// How many people a post takes.
    pub fn post_capacity(&self, post: usize) -> u64 {
        self.post_segments(post).iter().map(|s| u64::from(s.width)).sum()
    }

    /// How many people a unit takes.
    pub fn unit_capacity(&self, unit: usize) -> u64 {
        self.unit_segments(unit).iter().map(|s| u64::from(s.width)).sum()
    }

    /// Whether sums fit 64 bits with so many more employees of values up to `value`; else [`ProblemError::TooLarge`].
    pub fn check_values(&self, employees: usize, value: i64) -> Result<(), ProblemError> {
        let nodes = self.employees() + employees + self.posts() + self.units();
        let value = self.magnitude().max(value.saturating_abs());
        // A price never leaves its start by more than twice the longest path of the residual graph
        // (Ahuja, Magnanti & Orlin 1993, section 9.7); 2^56 leaves room for warm starts on top.
        let fits = value.checked_mul(16 * (nodes as i64 + 4)).is_some_and(|sum| sum <= 1 << 56);
        if fits { Ok(()) } else { Err(ProblemError::TooLarge { value, nodes }) }
    }

    /// The largest magnitude among values and rewards.
    pub(super) fn magnitude(&self) -> i64 {
        let rewards = self.posts.segments.iter().chain(&self.units.segments).map(|s| s.reward);
        let values = self.arc_value.iter().copied();
        values.chain(rewards).map(i64::saturating_abs).max().unwrap_or(0)
    }
}

/// Collects a [`Problem`] piece by piece: units first, then posts, then employees.
#[derive(Debug, Clone)]
pub struct ProblemBuilder {
    pub(super) problem: Problem,
    fault: Option<ProblemError>,
}

impl Default for ProblemBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl ProblemBuilder {
    /// An empty problem.
    pub fn new() -> Self {
        let problem = Problem {
            rows: vec![0],
            arc_post: Vec::new(),
            arc_value: Vec::new(),
            post_unit: Vec::new(),
            posts: Chains::new(),
            units: Chains::new(),
            minima: Minima::default(),
        };
        Self { problem, fault: None }
    }

    /// A problem to which employees are added: its posts, units and employees are there already.
    pub fn from_frame(frame: Problem) -> Self {
        Self { problem: frame, fault: None }
    }

    /// Makes room for that many employees and arcs, so that building does not reallocate.
    pub fn reserve(&mut self, employees: usize, arcs: usize) {
        self.problem.rows.reserve(employees);
        self.problem.arc_post.reserve(arcs);
        self.problem.arc_value.reserve(arcs);
    }

    /// Adds a unit with its reward segments, best first; returns its index.
    pub fn add_unit(&mut self, segments: &[Segment]) -> u32 {
        let unit = self.problem.units() as u32;
        if !self.problem.units.push(segments) {
            self.note(ProblemError::RisingUnit { unit });
        }
        unit
    }

    /// Adds a post of a unit (or [`NO_UNIT`]) with its reward segments, best first; returns its index.
    pub fn add_post(&mut self, unit: u32, segments: &[Segment]) -> u32 {
        let post = self.problem.posts() as u32;
        if unit != NO_UNIT && unit as usize >= self.problem.units() {
            self.note(ProblemError::UnknownUnit { post, unit });
        }
        self.problem.post_unit.push(unit);
        if !self.problem.posts.push(segments) {
            self.note(ProblemError::RisingPost { post });
        }
        post
    }

    /// Adds an employee with the posts he may hold and their values; returns his index.
    pub fn add_employee(&mut self, pairs: &[(u32, i64)]) -> u32 {
        self.extend_employee(pairs.iter().copied())
    }

    /// Like [`Self::add_employee`], from an iterator, for callers that make pairs as they go.
    pub fn extend_employee(&mut self, pairs: impl Iterator<Item = (u32, i64)>) -> u32 {
        let employee = self.problem.employees() as u32;
        let posts = self.problem.posts();
        for (post, value) in pairs {
            if post as usize >= posts {
                self.note(ProblemError::UnknownPost { employee, post });
            }
            self.problem.arc_post.push(post);
            self.problem.arc_value.push(value);
        }
        self.problem.rows.push(self.problem.arc_post.len() as u32);
        employee
    }

    /// All employees at once, in place of any added before: `rows` has per employee where his pairs begin, and
    /// at last their number; `posts` and `values` are the pairs. Nothing is copied.
    pub fn set_employees(&mut self, rows: Vec<u32>, posts: Vec<u32>, values: Vec<i64>) {
        let ends = (rows.first(), rows.last().map(|&end| end as usize));
        let sound = ends == (Some(&0), Some(posts.len())) && posts.len() == values.len() && rows.is_sorted();
        if !sound {
            return self.note(ProblemError::BrokenRows);
        }
        let known = self.problem.posts();
        if let Some(at) = posts.iter().position(|&post| post as usize >= known) {
            let employee = rows.partition_point(|&first| first as usize <= at) as u32 - 1;
            self.note(ProblemError::UnknownPost { employee, post: posts[at] });
        }
        (self.problem.rows, self.problem.arc_post, self.problem.arc_value) = (rows, posts, values);
    }

    /// The problem, or the first thing wrong with it.
    pub fn build(self) -> Result<Problem, ProblemError> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let problem = self.problem;
        let nodes = problem.employees() + problem.posts() + problem.units();
        // u32::MAX and its neighbour are marks inside the solver, hence the margin.
        let sizes = [("people, posts and units", nodes), ("pairs", problem.arcs()), ("segments", problem.posts.segments.len())];
        if let Some((what, _)) = sizes.into_iter().find(|&(_, size)| size >= (u32::MAX / 4) as usize) {
            return Err(ProblemError::TooMany { what });
        }
        problem.check_values(0, 0)?;
        Ok(problem)
    }

    pub(super) fn note(&mut self, fault: ProblemError) {
        self.fault.get_or_insert(fault);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(width: u32, reward: i64) -> Segment {
        Segment { width, reward }
    }

    #[test]
    fn indices_and_order_are_checked() {
        let mut b = ProblemBuilder::new();
        b.add_post(3, &[segment(1, 0)]);
        assert_eq!(b.build(), Err(ProblemError::UnknownUnit { post: 0, unit: 3 }));
        let mut b = ProblemBuilder::new();
        b.add_employee(&[(0, 1)]);
        assert_eq!(b.build(), Err(ProblemError::UnknownPost { employee: 0, post: 0 }));
        let mut b = ProblemBuilder::new();
        b.add_post(NO_UNIT, &[segment(1, 1), segment(1, 2)]);
        assert_eq!(b.build(), Err(ProblemError::RisingPost { post: 0 }));
        let mut b = ProblemBuilder::new();
        b.add_unit(&[segment(1, 1), segment(1, 2)]);
        assert_eq!(b.build(), Err(ProblemError::RisingUnit { unit: 0 }));
    }

    #[test]
    fn whole_rows_are_checked_as_well() {
        let with = |rows: &[u32], posts: &[u32]| {
            let mut b = ProblemBuilder::new();
            b.add_post(NO_UNIT, &[segment(2, 0)]);
            b.set_employees(rows.to_vec(), posts.to_vec(), vec![7; posts.len()]);
            b.build()
        };
        let same = with(&[0, 1, 1], &[0]).unwrap();
        assert_eq!((same.employees(), same.row(0), same.row(1), same.value_of(0)), (2, 0..1, 1..1, 7));
        assert_eq!(with(&[0, 0, 2], &[0, 1]), Err(ProblemError::UnknownPost { employee: 1, post: 1 }));
        for rows in [&[0, 2, 1][..], &[1, 1], &[0, 2], &[]] {
            assert_eq!(with(rows, &[0]), Err(ProblemError::BrokenRows));
        }
    }

    #[test]
    fn magnitudes_that_could_overflow_are_refused() {
        for value in [i64::MAX, i64::MIN, 1 << 53] {
            let mut b = ProblemBuilder::new();
            b.add_post(NO_UNIT, &[segment(1, 0)]);
            b.add_employee(&[(0, value)]);
            assert!(matches!(b.build(), Err(ProblemError::TooLarge { .. })), "{value}");
        }
    }
}
