//! A solved plan that is edited: pins, bans, other rows, other places. Each edit is followed by the exact new
//! optimum in well under a millisecond where a solve takes a hundred, and can be undone.
//!
//! **Method.** Between edits the plan is optimal at its prices. An edit changes data; whoever it concerns takes
//! the post that is best for him at these prices, and of the places concerned as many are filled as the prices demand.
//! All reduced costs are then non-negative again, and at two or a few nodes more people come than go. One
//! shortest path each (`search`) puts that right, and the plan is optimal (Ahuja, Magnanti & Orlin 1993,
//! theorem 9.3 and section 9.7). So an edit costs as many paths as it makes people move.
//!
//! **Why it is fast.** The graph has no people, only posts and units, and what the cheapest mover between
//! two posts loses is kept (`fans`). Paths are searched from both ends. Prices go up and down, and nothing here
//! is a bound that would go stale with them: undoing is an edit like any other, with the former data.
//!
//! **Refusal.** Every change is noted on a trail (`state`); an edit after which not everyone can be placed, or
//! that is cancelled, is taken back along it, and the state is as it was to the letter.
//!
//! **Carrying.** [`Live::carry`] answers for all posts at once what the best plan would earn if one
//! person were there.
//!
//! **Complexity.** With A pairs, R arcs between posts (R ≤ A; a third of A in a city of 15,000) and M nodes: an
//! augmentation O(R + M log M) at worst, and in practice a few hundredths of R; the arcs of every post on
//! its path are made anew from the rows of its holders. Memory: 40 bytes per arc, on top of the problem.
//!
//! ```
//! use mutasi::matching::live::{Edit, Live};
//! use mutasi::matching::{Control, NO_UNIT, ProblemBuilder, Segment, solve};
//!
//! let mut builder = ProblemBuilder::new();
//! let place = |reward| [Segment { width: 1, reward }];
//! let (clerk, head) = (builder.add_post(NO_UNIT, &place(0)), builder.add_post(NO_UNIT, &place(6_000)));
//! let (ani, budi) = (builder.add_employee(&[(clerk, 5_000), (head, 7_000)]), builder.add_employee(&[(clerk, 4_000), (head, 6_500)]));
//! let problem = builder.build()?;
//! let calm = Control::unattended();
//! let solution = solve(&problem, &calm)?;
//! let mut live = Live::new(problem, &solution)?;
//! assert_eq!((live.post_of(budi), live.objective()), (head, 17_500));
//!
//! // Ani is picked up: what would the best plan earn with her here or there?
//! let carried = live.carry(ani, &calm)?;
//! assert_eq!(carried.total_at(head, 7_000), Some(17_000));
//! // She is dropped on the head's post, and Budi makes room: the pin costs 500.
//! assert_eq!(live.pin(ani, head, &calm)?, 17_000);
//! assert_eq!(live.post_of(budi), clerk);
//! // Two pins on one place are refused, and nothing has changed.
//! assert!(live.pin(budi, head, &calm).is_err());
//! assert_eq!(live.undo(1, &calm)?, 17_500);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod carry;
mod edit;
mod rows;
mod view;

pub use carry::Carried;
pub use edit::{Edit, EditError};

use super::certificate;
use super::problem::{Problem, Segment};
use super::residual::{Held, MUCH, Search, State};
use super::solution::{Control, Solution, SolveError};
use super::solver::solve;
use edit::Former;
use rows::{Edited, Rows};

/// An optimal plan that follows edits of its problem. Employees, posts and units keep their indices
/// throughout.
#[derive(Debug, Clone)]
pub struct Live {
    rows: Rows,
    state: State,
    search: Search,
    steps: Vec<Vec<Former>>,
    /// Records that the edit under way has replaced.
    changed: Vec<(u32, Option<Box<Edited>>)>,
    /// By how much prices may have moved since they were fresh.
    risen: i64,
    #[cfg(test)]
    renewed: bool,
}

impl Live {
    /// From an optimal plan of the problem. [`SolveError::NotOptimal`] where its prices do not prove it.
    pub fn new(problem: Problem, solution: &Solution) -> Result<Self, SolveError> {
        let proved = certificate::objective(&problem, &solution.choice).map_err(|_| SolveError::NotOptimal)?;
        if proved != solution.objective || certificate::bound(&problem, &solution.prices) != i128::from(proved) {
            return Err(SolveError::NotOptimal);
        }
        let search = Search::new(problem.posts() + problem.units() + 1);
        // Prices from elsewhere prove what they prove, but may be too large to count on with.
        let far = solution.prices.post.iter().chain(&solution.prices.unit).any(|p| p.saturating_abs() > MUCH);
        let own = if far { Some(solve(&problem, &Control::unattended())?) } else { None };
        let solution = own.as_ref().unwrap_or(solution);
        let held = |&arc: &u32| Held { value: problem.value_of(arc as usize), post: problem.arc_post[arc as usize] };
        let held = solution.choice.iter().map(held).collect();
        let rows = Rows::new(problem);
        let state = State::new(rows.problem(), &rows, held, &solution.prices, solution.objective);
        Ok(Self {
            rows,
            state,
            search,
            steps: Vec::new(),
            changed: Vec::new(),
            risen: 0,
            #[cfg(test)]
            renewed: false,
        })
    }

    /// Makes several edits as one step, and returns the best total after them. Where they cannot all hold, or
    /// one of them is wrong, or the caller cancels, nothing has changed.
    pub fn apply(&mut self, edits: &[Edit], control: &Control<'_>) -> Result<i64, EditError> {
        let done = edits.iter().try_for_each(|edit| self.edit(edit)).and_then(|()| self.settle(control));
        let step = self.close(done)?;
        self.steps.push(step);
        Ok(self.state.objective)
    }

    /// Takes back the last `count` steps at once, and returns the best total, which is the former one.
    pub fn undo(&mut self, count: usize, control: &Control<'_>) -> Result<i64, EditError> {
        let made = self.steps.len();
        let kept = made.checked_sub(count).ok_or(EditError::NothingToUndo { made })?;
        for at in (kept..made).rev() {
            let step = std::mem::take(&mut self.steps[at]);
            self.restore(&step);
            self.steps[at] = step;
        }
        let done = self.settle(control);
        self.close(done)?;
        self.steps.truncate(kept);
        Ok(self.state.objective)
    }

    /// Steps that can be undone.
    pub fn steps(&self) -> usize {
        self.steps.len()
    }

    /// Whether prices were ever made anew.
    #[cfg(test)]
    pub(super) fn was_renewed(&self) -> bool {
        self.renewed
    }

    /// Forgets the steps made so far, which can then no longer be undone.
    pub fn forget(&mut self) {
        self.steps.clear();
    }

    fn close(&mut self, done: Result<(), EditError>) -> Result<Vec<Former>, EditError> {
        match done {
            Ok(()) => Ok(self.commit()),
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }

    /// [`Edit::Pin`] as a step of its own.
    pub fn pin(&mut self, employee: u32, post: u32, control: &Control<'_>) -> Result<i64, EditError> {
        self.apply(&[Edit::Pin { employee, post }], control)
    }

    /// [`Edit::Unpin`] as a step of its own.
    pub fn unpin(&mut self, employee: u32, control: &Control<'_>) -> Result<i64, EditError> {
        self.apply(&[Edit::Unpin { employee }], control)
    }

    /// [`Edit::Ban`] as a step of its own.
    pub fn ban(&mut self, employee: u32, post: u32, control: &Control<'_>) -> Result<i64, EditError> {
        self.apply(&[Edit::Ban { employee, post }], control)
    }

    /// [`Edit::Unban`] as a step of its own.
    pub fn unban(&mut self, employee: u32, post: u32, control: &Control<'_>) -> Result<i64, EditError> {
        self.apply(&[Edit::Unban { employee, post }], control)
    }

    /// [`Edit::Row`] as a step of its own.
    pub fn set_row(&mut self, employee: u32, pairs: &[(u32, i64)], control: &Control<'_>) -> Result<i64, EditError> {
        self.apply(&[Edit::Row { employee, pairs: pairs.to_vec() }], control)
    }

    /// [`Edit::Post`] as a step of its own.
    pub fn set_post(&mut self, post: u32, segments: &[Segment], control: &Control<'_>) -> Result<i64, EditError> {
        self.apply(&[Edit::Post { post, segments: segments.to_vec() }], control)
    }

    /// [`Edit::Unit`] as a step of its own.
    pub fn set_unit(&mut self, unit: u32, segments: &[Segment], control: &Control<'_>) -> Result<i64, EditError> {
        self.apply(&[Edit::Unit { unit, segments: segments.to_vec() }], control)
    }

    /// Picks a person up: what every post would do to the best total (see [`Carried`]). Changes nothing but
    /// what is kept for speed. [`SolveError::NotOptimal`] where there is no such person.
    pub fn carry(&mut self, employee: u32, control: &Control<'_>) -> Result<Carried, SolveError> {
        if employee as usize >= self.state.held.len() {
            return Err(SolveError::NotOptimal);
        }
        Carried::grow(&mut self.state, &self.rows, self.search.back(), employee, control)
    }

    /// For every post of a person's row, whatever his own pin and bans, the best total of any plan in
    /// which he holds it; none where no plan does. Pins and bans of everybody else hold.
    pub fn targets(&mut self, employee: u32, control: &Control<'_>) -> Result<Vec<(u32, Option<i64>)>, SolveError> {
        let carried = self.carry(employee, control)?;
        let row = self.rows.lawful(employee);
        Ok(row.into_iter().map(|(post, value)| (post, carried.total_at(post, value))).collect())
    }
}
