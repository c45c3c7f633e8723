//! Edits: the data of the problem change, the plan and its prices follow.

use thiserror::Error;

use super::Live;
use super::rows::Edited;
use crate::matching::problem::{ProblemError, Segment};
use crate::matching::residual::{Change, Held, InMemory, MUCH, per_node};
use crate::matching::solution::{Control, SolveError};
use crate::matching::solver::solve;

/// One change of the problem. Employees, posts and units are named by their indices in the problem,
/// which never change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The employee is held on a post of his row, bans on it notwithstanding.
    Pin {
        /// Who.
        employee: u32,
        /// Where.
        post: u32,
    },
    /// The employee is held on any post, of his row or not, at a value of its own: for what only the
    /// planner's hand may do.
    PinAt {
        /// Who.
        employee: u32,
        /// Where.
        post: u32,
        /// What the pair is worth.
        value: i64,
    },
    /// A pin is taken away; nothing where there is none.
    Unpin {
        /// Who.
        employee: u32,
    },
    /// The employee may not hold a post.
    Ban {
        /// Who.
        employee: u32,
        /// Which post.
        post: u32,
    },
    /// A ban is taken away; nothing where there is none.
    Unban {
        /// Who.
        employee: u32,
        /// Which post.
        post: u32,
    },
    /// The employee's lawful posts and their values are these. His pin (which must be among them,
    /// unless it brought its own value) and his bans stay.
    Row {
        /// Who.
        employee: u32,
        /// (post, value).
        pairs: Vec<(u32, i64)>,
    },
    /// The places of a post and what they earn, best first. Its minimum stays.
    Post {
        /// Which post.
        post: u32,
        /// Its places.
        segments: Vec<Segment>,
    },
    /// The places of a unit and what they earn, best first. Its minimum stays.
    Unit {
        /// Which unit.
        unit: u32,
        /// Its places.
        segments: Vec<Segment>,
    },
}

/// Why an edit is refused. The state is then as before.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// The post is not in the employee's row.
    #[error("employee {employee} may not hold post {post}")]
    NotLawful {
        /// Who.
        employee: u32,
        /// The post the pin names.
        post: u32,
    },
    /// There is no such employee, post or unit.
    #[error("there is no {what} {index}")]
    Unknown {
        /// "employee", "post" or "unit".
        what: &'static str,
        /// The index given.
        index: u32,
    },
    /// Rewards rise, or a value is too large.
    #[error(transparent)]
    Problem(#[from] ProblemError),
    /// Not everyone can be placed any more (with the people and posts that are the obstacle), or the
    /// caller cancelled.
    #[error(transparent)]
    Solve(#[from] SolveError),
    /// Fewer steps were made than are to be undone.
    #[error("only {made} steps can be undone")]
    NothingToUndo {
        /// Steps made.
        made: usize,
    },
}

/// What a step changed, as it was before: enough to undo it.
#[derive(Debug, Clone)]
pub(super) enum Former {
    Row { employee: u32, own: Option<Box<Edited>> },
    Places { node: u32, segments: Vec<Segment> },
}

impl Live {
    pub(super) fn edit(&mut self, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::Pin { employee, post } => self.pin_to(*employee, *post, None),
            Edit::PinAt { employee, post, value } => self.pin_to(*employee, *post, Some(*value)),
            Edit::Unpin { employee } => self.change(*employee, |own| own.pin = None),
            Edit::Ban { employee, post } => {
                self.known("post", *post, self.state.posts)?;
                self.change(*employee, |own| {
                    if let Err(at) = own.bans.binary_search(post) {
                        own.bans.insert(at, *post);
                    }
                })
            }
            Edit::Unban { employee, post } => self.change(*employee, |own| own.bans.retain(|banned| banned != post)),
            Edit::Row { employee, pairs } => {
                for &(post, value) in pairs {
                    self.known("post", post, self.state.posts)?;
                    self.counts(value)?;
                }
                self.change(*employee, |own| own.lawful = Some(pairs.clone()))
            }
            Edit::Post { post, segments } => {
                self.known("post", *post, self.state.posts)?;
                let (least, places) = (self.state.places[*post as usize].least(), room(segments));
                if places < least {
                    return Err(ProblemError::PostTooSmall { post: *post, least, places }.into());
                }
                self.places(*post as usize, segments, ProblemError::RisingPost { post: *post })
            }
            Edit::Unit { unit, segments } => {
                self.known("unit", *unit, self.state.sink - self.state.posts)?;
                let (node, places) = (self.state.posts + *unit as usize, room(segments));
                let by_posts = self.rows.problem().least_by_posts(*unit as usize);
                let least = self.state.places[node].least().max(by_posts);
                if places < least {
                    return Err(ProblemError::UnitTooSmall { unit: *unit, least, places }.into());
                }
                self.places(node, segments, ProblemError::RisingUnit { unit: *unit })
            }
        }
    }

    fn known(&self, what: &'static str, index: u32, count: usize) -> Result<(), EditError> {
        if (index as usize) < count { Ok(()) } else { Err(EditError::Unknown { what, index }) }
    }

    /// The limit of the problem's builder on magnitudes.
    fn counts(&self, value: i64) -> Result<(), EditError> {
        let nodes = self.state.held.len() + self.state.sink;
        let fits = value.checked_abs().and_then(|v| v.checked_mul(16 * (nodes as i64 + 4))).is_some_and(|sum| sum <= 1 << 56);
        if fits { Ok(()) } else { Err(ProblemError::TooLarge { value, nodes }.into()) }
    }

    fn pin_to(&mut self, employee: u32, post: u32, value: Option<i64>) -> Result<(), EditError> {
        self.known("post", post, self.state.posts)?;
        value.map_or(Ok(()), |value| self.counts(value))?;
        self.change(employee, |own| own.pin = Some((post, value)))
    }

    fn change(&mut self, employee: u32, how: impl FnOnce(&mut Edited)) -> Result<(), EditError> {
        self.known("employee", employee, self.state.held.len())?;
        let mut own = Box::new(self.rows.edited(employee).cloned().unwrap_or_default());
        how(&mut own);
        if !self.rows.settle(employee, &mut own) {
            let post = own.pin.map_or(u32::MAX, |pin| pin.0);
            return Err(EditError::NotLawful { employee, post });
        }
        let own = (!own.is_plain()).then_some(own);
        match self.put_row(employee, own) {
            true => Ok(()),
            false => Err(SolveError::Infeasible { employees: vec![employee], posts: Vec::new() }.into()),
        }
    }

    /// Gives an employee another record, and him the best post of the row that results. False, and nothing
    /// done, where the row is empty.
    fn put_row(&mut self, employee: u32, own: Option<Box<Edited>>) -> bool {
        let former = self.rows.replace(employee, own);
        let is_placed = self.state.choose(employee, &self.rows);
        if is_placed {
            self.changed.push((employee, former));
        } else {
            self.rows.replace(employee, former);
        }
        is_placed
    }

    fn places(&mut self, node: usize, segments: &[Segment], rising: ProblemError) -> Result<(), EditError> {
        if segments.windows(2).any(|pair| pair[0].reward < pair[1].reward) {
            return Err(rising.into());
        }
        for segment in segments {
            self.counts(segment.reward)?;
        }
        self.state.set_places(node, segments);
        Ok(())
    }

    /// Closes an edit that succeeded: what was data before it becomes a step that can be undone.
    pub(super) fn commit(&mut self) -> Vec<Former> {
        let places = |change| match change {
            Change::Places { node, places } => Some(Former::Places { node, segments: places.given().to_vec() }),
            _ => None,
        };
        let rows = self.changed.drain(..).map(|(employee, own)| Former::Row { employee, own });
        let step = rows.chain(self.state.trail.drain(..).filter_map(places)).collect();
        self.state.close();
        step
    }

    /// Takes back an edit that is not closed.
    pub(super) fn roll_back(&mut self) {
        while let Some((employee, own)) = self.changed.pop() {
            self.rows.replace(employee, own);
        }
        self.state.roll_back();
    }

    /// Gives the data of a step back.
    pub(super) fn restore(&mut self, step: &[Former]) {
        for former in step.iter().rev() {
            match former {
                // What could be placed by that row once can be placed by it again.
                Former::Row { employee, own } => _ = self.put_row(*employee, own.clone()),
                Former::Places { node, segments } => self.state.set_places(*node as usize, segments),
            }
        }
    }

    /// Sends what the edits left too much of somewhere to where it is missing.
    pub(super) fn settle(&mut self, control: &Control<'_>) -> Result<(), EditError> {
        let mut at = 0;
        while let Some(&source) = self.state.unbalanced.get(at) {
            control.check()?;
            if self.risen > MUCH {
                return self.renew(control);
            }
            self.state.balance_all();
            if self.state.excess[source as usize] <= 0 {
                at += 1;
                continue;
            }
            match self.search.send(&mut self.state, &self.rows, source as usize) {
                Some(distance) => self.risen += distance,
                None => return Err(self.obstacle(control)?.into()),
            }
        }
        Ok(control.check()?)
    }

    /// Solves anew, for prices that have not moved far yet.
    fn renew(&mut self, control: &Control<'_>) -> Result<(), EditError> {
        let problem = self.problem()?;
        let solution = solve(&problem, control)?;
        let held = |&arc: &u32| Held { value: problem.value_of(arc as usize), post: problem.arc_post[arc as usize] };
        let held: Vec<Held> = solution.choice.iter().map(held).collect();
        self.state.adopt(&held, &per_node(&solution.prices));
        self.risen = 0;
        #[cfg(test)]
        {
            self.renewed = true;
        }
        Ok(())
    }

    /// Why the last search failed. Where it reached the sink it is a minimum that cannot be met; a cold solve
    /// names who and what is concerned.
    fn obstacle(&self, control: &Control<'_>) -> Result<SolveError, EditError> {
        if self.search.reached().contains(&(self.state.sink as u32)) {
            solve(&self.problem()?, control)?;
        }
        Ok(self.witness())
    }

    /// Whoever holds a post that the failed search reached can only move to posts it reached too, and
    /// all ways out of them are full (P. Hall 1935).
    fn witness(&self) -> SolveError {
        let state = &self.state;
        let posts = self.search.reached().iter().map(|&node| node as usize).filter(|&node| node < state.posts);
        let mut employees: Vec<u32> = posts.flat_map(|post| &state.holders[post]).copied().collect();
        employees.sort_unstable();
        // There may be as many pairs as in the whole problem: too many to sort.
        let mut shared = vec![false; state.posts];
        employees.iter().flat_map(|&e| self.rows.pairs(e)).for_each(|(post, _)| shared[post as usize] = true);
        let posts = (0..state.posts as u32).filter(|&post| shared[post as usize]).collect();
        SolveError::Infeasible { employees, posts }
    }
}

fn room(segments: &[Segment]) -> u64 {
    segments.iter().map(|s| u64::from(s.width)).sum()
}
