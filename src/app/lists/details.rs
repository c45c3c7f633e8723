//! Kandidat / Nilai: the third pane. Candidates for the post selected, posts for the person selected or carried.
//!
//! A long list is made elsewhere ([`crate::app::ranks`]): until it is there the pane shows what it showed, or, where it
//! is looked at, nothing.
use crate::app::reload::Renumbering;
use crate::desk::Desk;
use crate::desk::preview::Target;
use crate::desk::ranking::{Ranking, Rated};
use crate::model::{EmployeeIx, PositionIx};

/// The third pane.
#[derive(Debug, Default)]
pub struct Details {
    /// What it shows; `None`: nothing yet.
    pub of: Option<Ranking>,
    /// Its rows, without those who are there already.
    pub rows: Vec<Rated>,
    /// The selected row's pair.
    pub selected: Option<(EmployeeIx, PositionIx)>,
    /// First row shown.
    pub offset: usize,
    /// The list that it waits for.
    due: Option<Ranking>,
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

    /// The list that it waits for.
    pub const fn due(&self) -> Option<Ranking> {
        self.due
    }

    /// Whether there is nothing to see before a list comes.
    pub fn is_awaited(&self) -> bool {
        self.due.is_some() && self.due == self.of && self.rows.is_empty()
    }

    /// Shows another list, at once or when it is there.
    pub fn show(&mut self, desk: &Desk, of: Ranking) {
        if self.of == Some(of) {
            // Whatever else was waited for is not wished for any more.
            self.due = self.due.filter(|due| *due == of);
        } else {
            self.want(desk, of);
        }
    }

    /// For a plan on other facts: what is shown and selected stays as it was before, where it is still there.
    pub fn reloaded(&self, desk: &Desk, numbers: &Renumbering<'_>) -> Self {
        let of = match self.due.or(self.of) {
            Some(Ranking::People(post)) => numbers.post(post).map(Ranking::People),
            Some(Ranking::Posts(who)) => numbers.person(who).map(Ranking::Posts),
            None => None,
        };
        let Some(of) = of else { return Self::default() };
        let pair = |(who, post)| numbers.person(who).zip(numbers.post(post));
        let renumbered = |row: &Rated| pair((row.who, row.post)).map(|(who, post)| Rated { who, post, ..*row });
        let mut next = Self { of: Some(of), offset: self.offset, fixed: self.fixed, ..Self::default() };
        if self.due.is_none_or(|due| Some(due) == self.of) {
            next.rows = self.rows.iter().filter_map(renumbered).collect();
        }
        next.selected = self.selected.and_then(pair);
        if next.at().is_none() {
            next.select_near(self.at());
        }
        next.want(desk, of);
        next
    }

    /// Makes the list anew: what decides its order has changed.
    pub fn rebuild(&mut self, desk: &Desk) {
        if let Some(of) = self.due.or(self.of) {
            self.want(desk, of);
        }
    }

    /// Gives up what it showed, where it waits for another list: what is looked at is of what is selected.
    pub fn turn(&mut self) {
        if self.due.is_some() && self.due != self.of {
            (self.of, self.selected, self.offset) = (self.due, None, 0);
            self.rows.clear();
        }
    }

    /// Takes a list that was waited for; whether it was.
    pub fn take(&mut self, desk: &Desk, of: Ranking, rows: Vec<Rated>) -> bool {
        if self.due != Some(of) {
            return false;
        }
        self.turn();
        let at = self.at();
        self.due = None;
        self.rows = rows;
        self.rows.retain(|row| desk.grounds().present(row.who) != Some(row.post));
        if self.at().is_none() {
            self.select_near(at);
        }
        true
    }

    /// A list will not come.
    pub fn give_up(&mut self, of: Ranking) {
        self.due = self.due.filter(|due| *due != of);
    }

    /// Selects the row where the selected one was.
    fn select_near(&mut self, at: Option<usize>) {
        let at = at.unwrap_or(0).min(self.rows.len().saturating_sub(1));
        self.selected = self.rows.get(at).map(|row| (row.who, row.post));
    }

    fn want(&mut self, desk: &Desk, of: Ranking) {
        self.due = Some(of);
        if desk.is_rated_at_once(of) {
            self.take(desk, of, desk.rated(of));
        }
    }

    /// The selected row's number.
    pub fn at(&self) -> Option<usize> {
        let selected = self.selected?;
        self.rows.iter().position(|row| (row.who, row.post) == selected)
    }

    /// The selected row.
    pub fn row(&self) -> Option<&Rated> {
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
}
