//! The pairs looked at so far.

use rayon::prelude::*;

use super::draw::Draw;
use super::today::charges_today;
use super::{Arc, Terms};
use crate::matching::problem::{Problem, ProblemBuilder};
use crate::matching::residual::{Held, InMemory, State};
use crate::matching::rows::PricedRows;
use crate::matching::solution::{Control, SolveError};
use crate::matching::solver::solve;

/// Per employee some of his arcs, by post.
#[derive(Debug, Clone)]
pub(super) struct Lists(Vec<Vec<Arc>>);

impl InMemory for Lists {
    #[inline]
    fn pairs(&self, employee: u32) -> impl Iterator<Item = Arc> {
        self.of(employee).iter().copied()
    }
}

impl Lists {
    pub fn of_all(mut lists: Vec<Vec<Arc>>) -> Self {
        lists.par_iter_mut().for_each(sort);
        Self(lists)
    }

    /// Everything.
    pub fn whole(rows: &impl PricedRows) -> Self {
        Self((0..rows.employees()).into_par_iter().map(|employee| whole_row(rows, employee)).collect())
    }

    /// The present posts, and a draw at what the next place of everything earns today.
    pub fn first(frame: &Problem, rows: &impl PricedRows, home: &[u32], terms: &Terms, step: usize) -> Self {
        let charges = charges_today(frame, home);
        let noise = charges.iter().map(|charge| charge.saturating_abs()).max().unwrap_or(0) / 3;
        let draw = Draw { many: terms.first, noise, step, best: terms.best };
        let at = rows.at(&charges);
        let list = |employee: usize| {
            let mut list = draw.from(&at, employee, i64::MIN / 2);
            let post = home.get(employee).copied().filter(|post| *post != u32::MAX);
            list.extend(post.and_then(|post| Some((post, rows.value(employee, post)?))));
            list
        };
        Self::of_all((0..rows.employees()).into_par_iter().map(list).collect())
    }

    pub fn of(&self, employee: u32) -> &[Arc] {
        &self.0[employee as usize]
    }

    pub fn replace(&mut self, employee: u32, mut list: Vec<Arc>) {
        sort(&mut list);
        self.0[employee as usize] = list;
    }

    pub fn add(&mut self, employee: u32, found: Vec<Arc>) {
        let list = &mut self.0[employee as usize];
        list.extend(found);
        sort(list);
    }

    /// The largest magnitude of a value.
    pub fn magnitude(&self) -> i64 {
        self.0.iter().flatten().map(|arc| arc.1.saturating_abs()).max().unwrap_or(0)
    }

    /// These pairs as a problem.
    pub fn problem(&self, frame: &Problem) -> Result<Problem, SolveError> {
        let mut part = ProblemBuilder::from_frame(frame.clone());
        part.reserve(self.0.len(), self.0.iter().map(Vec::len).sum());
        for list in &self.0 {
            part.add_employee(list);
        }
        // A part of a problem whose sums fit is one too.
        part.build().map_err(|_| SolveError::NotOptimal)
    }

    /// Where an arc stands in [`Self::problem`].
    pub fn place(&self, part: &Problem, employee: usize, arc: Arc) -> u32 {
        let at = self.0[employee].binary_search(&arc).unwrap_or(0);
        (part.row(employee).start + at) as u32
    }

    /// An optimal plan of these pairs, from nothing. Where not everyone can be placed the obstacle may only be that
    /// those concerned were not offered all they may hold: then they are. Where a minimum cannot be met it may be that
    /// those who could come were not offered the posts: then they are.
    pub fn solve(&mut self, frame: &Problem, rows: &impl PricedRows, control: &Control<'_>) -> Result<State, SolveError> {
        loop {
            let part = self.problem(frame)?;
            let solution = match solve(&part, control) {
                Err(SolveError::Infeasible { ref employees, .. }) if self.complete(rows, employees) => continue,
                Err(SolveError::Short { ref posts, .. }) if self.offer(rows, posts) => continue,
                outcome => outcome?,
            };
            let held = |arc: &u32| Held { post: part.post_of(*arc as usize) as u32, value: part.value_of(*arc as usize) };
            let held = solution.choice.iter().map(held).collect();
            return Ok(State::new(frame, self, held, &solution.prices, solution.objective));
        }
    }

    /// Gives these people all they may hold; whether that is more than they had.
    fn complete(&mut self, rows: &impl PricedRows, employees: &[u32]) -> bool {
        let mut grown = false;
        for employee in employees.iter().map(|employee| *employee as usize) {
            let list = whole_row(rows, employee);
            grown |= list.len() > self.0[employee].len();
            self.0[employee] = list;
        }
        grown
    }

    /// Gives everyone what he may hold of these posts; whether that is more than they had.
    fn offer(&mut self, rows: &impl PricedRows, posts: &[u32]) -> bool {
        let grown = |(employee, list): (usize, &mut Vec<Arc>)| {
            let before = list.len();
            rows.each(employee, &mut |post, value| {
                if posts.binary_search(&post).is_ok() {
                    list.push((post, value));
                }
            });
            sort(list);
            list.len() > before
        };
        self.0.par_iter_mut().enumerate().map(grown).reduce(|| false, |one, other| one | other)
    }
}

fn whole_row(rows: &impl PricedRows, employee: usize) -> Vec<Arc> {
    let mut list = Vec::new();
    rows.each(employee, &mut |post, value| list.push((post, value)));
    sort(&mut list);
    list
}

fn sort(list: &mut Vec<Arc>) {
    list.sort_unstable();
    list.dedup();
}
