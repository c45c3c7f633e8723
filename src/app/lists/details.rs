//! Kandidat / Nilai: the third pane. Candidates for the post selected, posts for the person selected or carried.
use crate::app::reload::Renumbering;
use crate::desk::Desk;
use crate::desk::preview::Target;
use crate::desk::ranking::Ranked;
use crate::model::{EmployeeIx, PositionIx};

/// What the pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Nothing yet.
    #[default]
    Empty,
    /// Candidates for a post.
    Candidates(PositionIx),
    /// Posts for a person.
    Person(EmployeeIx),
}

/// The third pane.
#[derive(Debug, Default)]
pub struct Details {
    /// What it shows.
    pub mode: Mode,
    /// Its rows.
    pub rows: Vec<Ranked>,
    /// The selected row's pair.
    pub selected: Option<(EmployeeIx, PositionIx)>,
    /// First row shown.
    pub offset: usize,
    /// Kept on a person though the selection elsewhere moves.
    fixed: bool,
}

impl Details {
    /// Whether it stays as it is when the selection elsewhere moves.
    pub const fn is_fixed(&self) -> bool {
        self.fixed
    }

    /// Lets it follow the selection again.
    pub fn release(&mut self) {
        self.fixed = false;
    }

    /// Keeps it on what it shows.
    pub fn fix(&mut self) {
        self.fixed = true;
    }

    /// Candidates for a post.
    pub fn show_candidates(&mut self, desk: &Desk, post: PositionIx) {
        self.show(desk, Mode::Candidates(post));
    }

    /// Posts for a person.
    pub fn show_person(&mut self, desk: &Desk, who: EmployeeIx) {
        self.show(desk, Mode::Person(who));
    }

    /// For a plan on other facts: what is shown and selected stays as it was before, where it is still there.
    pub fn reloaded(&self, desk: &Desk, numbers: &Renumbering<'_>) -> Self {
        let mode = match self.mode {
            Mode::Empty => Some(Mode::Empty),
            Mode::Candidates(post) => numbers.post(post).map(Mode::Candidates),
            Mode::Person(who) => numbers.person(who).map(Mode::Person),
        };
        let Some(mode) = mode else { return Self::default() };
        let selected = self.selected.and_then(|(who, post)| numbers.person(who).zip(numbers.post(post)));
        let mut next = Self { mode, rows: Vec::new(), selected, offset: self.offset, fixed: self.fixed };
        next.rebuild_near(desk, self.at());
        next
    }

    /// Makes the rows anew for a changed plan.
    pub fn rebuild(&mut self, desk: &Desk) {
        self.rebuild_near(desk, self.at());
    }

    /// The same, where the selected row was the `at`-th.
    fn rebuild_near(&mut self, desk: &Desk, at: Option<usize>) {
        self.rows = match self.mode {
            Mode::Empty => Vec::new(),
            Mode::Candidates(post) => candidates(desk, post),
            Mode::Person(who) => posts_for(desk, who),
        };
        if self.at().is_none() {
            self.selected = at
                .or(Some(0))
                .and_then(|at| self.rows.get(at.min(self.rows.len().saturating_sub(1))))
                .map(|row| (row.who, row.post));
        }
    }

    /// The selected row's number.
    pub fn at(&self) -> Option<usize> {
        let selected = self.selected?;
        self.rows.iter().position(|row| (row.who, row.post) == selected)
    }

    /// The selected row.
    pub fn row(&self) -> Option<&Ranked> {
        self.rows.get(self.at()?)
    }

    /// What a carried person would be dropped on at the selected row.
    pub fn target(&self) -> Option<Target> {
        self.selected.map(|(_, post)| Target::Post(post))
    }

    /// Selects by steps.
    pub fn step(&mut self, by: i64) {
        self.selected = super::step(self.at(), by, self.rows.len()).map(|at| (self.rows[at].who, self.rows[at].post));
    }

    /// Keeps the selected row in sight.
    pub fn scroll(&mut self, rows: u16) {
        self.offset = super::scrolled(self.offset, self.at(), rows, self.rows.len());
    }

    fn show(&mut self, desk: &Desk, mode: Mode) {
        if self.mode != mode {
            self.mode = mode;
            self.selected = None;
            self.offset = 0;
            self.rebuild(desk);
        }
    }
}

/// Everyone in the plan for a post, but those who hold it.
fn candidates(desk: &Desk, post: PositionIx) -> Vec<Ranked> {
    let mut rows = desk.people_for(post);
    rows.retain(|row| desk.grounds().present(row.who) != Some(post));
    rows
}

/// Every planned post for a person, but the present one.
fn posts_for(desk: &Desk, who: EmployeeIx) -> Vec<Ranked> {
    let mut rows = desk.posts_for(who);
    rows.retain(|row| desk.grounds().present(who) != Some(row.post));
    rows
}
