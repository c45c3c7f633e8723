//! Who may hold what, with the edits on top: the rows of the problem stay as they are, and an employee
//! who is pinned, banned from a post or given another row has a record of his own.

use crate::matching::problem::Problem;
use crate::matching::residual::InMemory;

/// What was changed about one employee, and the row that results.
#[derive(Debug, Clone, Default)]
pub(super) struct Edited {
    /// The row given in place of the problem's.
    pub lawful: Option<Vec<(u32, i64)>>,
    /// The post he is held on, and its value where the pin brings its own.
    pub pin: Option<(u32, Option<i64>)>,
    /// Posts he may not hold, ascending.
    pub bans: Vec<u32>,
    post: Vec<u32>,
    value: Vec<i64>,
}

impl Edited {
    /// True where nothing is changed, so that no record need be kept.
    pub fn is_plain(&self) -> bool {
        self.lawful.is_none() && self.pin.is_none() && self.bans.is_empty()
    }
}

/// The rows of a problem with what was edited.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    problem: Problem,
    edited: Vec<Option<Box<Edited>>>,
}

impl InMemory for Rows {
    /// The row as it counts now: pins and bans applied.
    #[inline]
    fn pairs(&self, employee: u32) -> impl Iterator<Item = (u32, i64)> {
        let (post, value) = match &self.edited[employee as usize] {
            Some(own) => (&own.post[..], &own.value[..]),
            None => {
                let range = self.problem.row(employee as usize);
                (&self.problem.arc_post[range.clone()], &self.problem.arc_value[range])
            }
        };
        post.iter().copied().zip(value.iter().copied())
    }
}

impl Rows {
    pub fn new(problem: Problem) -> Self {
        let edited = vec![None; problem.employees()];
        Self { problem, edited }
    }

    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// What is edited about an employee.
    pub fn edited(&self, employee: u32) -> Option<&Edited> {
        self.edited[employee as usize].as_deref()
    }

    /// The row without pin and bans.
    pub fn lawful(&self, employee: u32) -> Vec<(u32, i64)> {
        match self.edited(employee).and_then(|own| own.lawful.as_ref()) {
            Some(pairs) => pairs.clone(),
            None => self.given(employee).collect(),
        }
    }

    fn given(&self, employee: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.problem.row(employee as usize).map(|arc| (self.problem.arc_post[arc], self.problem.arc_value[arc]))
    }

    /// Works out the row that an edit leaves; false where a pin names a post that is not lawful.
    pub fn settle(&self, employee: u32, own: &mut Edited) -> bool {
        let lawful = match &own.lawful {
            Some(pairs) => pairs.clone(),
            None => self.given(employee).collect(),
        };
        let kept: Vec<(u32, i64)> = match own.pin {
            Some((post, Some(value))) => vec![(post, value)],
            Some((post, None)) => {
                lawful.into_iter().filter(|pair| pair.0 == post).max_by_key(|pair| pair.1).into_iter().collect()
            }
            None => lawful.into_iter().filter(|pair| own.bans.binary_search(&pair.0).is_err()).collect(),
        };
        (own.post, own.value) = kept.into_iter().unzip();
        own.pin.is_none() || !own.post.is_empty()
    }

    /// Puts an employee's record in place of the present one, which is returned.
    pub fn replace(&mut self, employee: u32, own: Option<Box<Edited>>) -> Option<Box<Edited>> {
        std::mem::replace(&mut self.edited[employee as usize], own)
    }
}
