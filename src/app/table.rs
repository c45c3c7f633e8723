//! One table for every view: rows in columns, in sections where there are several sorts of rows. A selection is an
//! identity: it survives a changed plan, another order, a filter. Cells are values; they get their words when they
//! are drawn.
mod column;
mod id;
mod order;
mod rows;
mod tree;

pub use column::Column;
pub use id::RowId;
pub use order::{Better, Key, key, words};
pub use rows::{Maker, Row, Rows, Section};
pub use tree::Limb;

use super::lists;
use super::search::Finder;
use super::views::Label;
use crate::desk::review::{Decided, Fate};
use crate::desk::talent::NineBox;
use crate::model::plan::Source;
use crate::model::{EmployeeIx, Lock, Nip, PositionIx, UnitIx};
use crate::rules::{RuleId, Verdict};
use jiff::civil::Date;
use std::collections::HashSet;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// A word of the program.
    Word(Label),
    /// A word that tells of something missing.
    Missing(Label),
    /// A number.
    Number(i64),
    /// More or less than needed.
    Surplus(i64),
    /// A number before and after the plan; which way is better.
    Moved(i64, i64, Better),
    /// Permille before and after the plan, in percent; more is better.
    Share(i64, i64),
    /// Permille of one before and after the plan; less is better.
    Fraction(i64, i64),
    /// Holders of a need.
    Heads(u32, u32),
    /// A part of a whole, as a bar.
    Bar(i64, i64),
    /// Hundredths of a point.
    Points(i64),
    /// More or less hundredths of a point; `None` where there is nothing to compare with.
    Change(Option<i64>),
    /// Biaya of somebody on a post, as soon as it is known.
    Cost(EmployeeIx, PositionIx),
    /// A level of competence: held and required.
    Level(Option<u8>, Option<u8>),
    /// The NIP of an employee.
    Nip(EmployeeIx),
    /// The NIP of somebody whom the facts no longer have.
    Unlisted(Nip),
    /// An employee.
    Person(EmployeeIx),
    /// A post, with its unit.
    Post(PositionIx),
    /// Eselon or jenjang of a post.
    Grade(PositionIx),
    /// A unit.
    Unit(UnitIx),
    /// So many of something.
    Counted(usize, Label),
    /// That the chain is cut once it is asked for again.
    CutAgain,
    /// That the chain found is taken once it is asked for again; of how many moves chains were looked for.
    FillAgain(usize),
    /// That holes are filled from above, and which keys fill one and lock a level.
    FillFromAbove,
    /// How a move changes the career.
    Kind(Move),
    /// Who proposed it.
    By(Source),
    /// A day.
    Date(Date),
    /// Months.
    Months(i64),
    /// Days since.
    Days(i64),
    /// A rule by number and name.
    Rule(RuleId),
    /// A verdict, short; `None`: lawful.
    Sign(Option<Verdict>),
    /// A verdict with reason and article.
    Verdict(Verdict),
    /// What an entry of the journal did.
    Entry(u64),
    /// When an entry was written.
    When(u64),
    /// One of the nine boxes.
    Box(NineBox),
    /// What it advises.
    Advice(NineBox),
    /// A figure still being worked out.
    Awaited,
    /// What was decided.
    Decided(Decided),
    /// What became of it by an import.
    Fate(Fate),
    /// A day, and another.
    Changed(Date, Date),
    /// A lock of a level or unit.
    Lock(Lock),
    /// What the next moves buy.
    Ahead,
    /// How much of the gain that is possible is reached.
    Reached,
    /// A text as it is.
    Text(String),
    /// Several beside each other.
    All(Vec<Self>),
}

/// How a move changes a career.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// Up.
    Promotion,
    /// On the same level.
    Rotation,
    /// Down.
    Demotion,
    /// From no post to one.
    Placement,
    /// Not known: a grade is missing.
    Unknown,
}

/// What one line of the table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a section.
    Head(usize),
    /// A row: section and place in it.
    Row(usize, usize),
    /// That a section has no rows.
    Empty(usize),
}

impl Line {
    /// The section it belongs to.
    pub const fn section(self) -> usize {
        match self {
            Self::Head(section) | Self::Row(section, _) | Self::Empty(section) => section,
        }
    }
}

/// A column that rows are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The section.
    pub section: usize,
    /// The column.
    pub column: usize,
    /// Whether the largest come first.
    pub is_falling: bool,
}

/// How cells are read: what they count as in an order, and their names for a filter.
#[allow(missing_debug_implementations)]
pub struct Reading<'a> {
    /// What a cell counts as.
    pub key: &'a dyn Fn(&Cell) -> Key,
    /// Its names.
    pub words: &'a dyn Fn(&Cell) -> String,
    /// The cells of a row that nobody has looked at yet.
    pub make: &'a dyn Fn(&Maker, RowId) -> Vec<Cell>,
}

/// The table.
#[derive(Debug, Default)]
pub struct Table {
    /// Its rows.
    pub sections: Vec<Section>,
    /// What is shown, in order.
    pub lines: Vec<Line>,
    /// The row selected.
    pub selected: Option<RowId>,
    /// First line shown.
    pub offset: usize,
    /// The order, where it is not the rows' own.
    pub sort: Option<Sort>,
    /// The filter.
    pub query: String,
    /// What looks for it, once somebody filters these rows.
    finder: Option<Finder>,
    /// Rows folded over those that belong to them.
    folded: HashSet<RowId>,
}

impl Table {
    /// How many rows there are without a filter; of a tree those that belong to no other.
    pub fn total(&self) -> usize {
        let ids = self.sections.iter().flat_map(|section| section.rows.ids()).copied();
        tree::count(ids, self.is_tree())
    }

    /// How many of them are shown.
    pub fn shown(&self) -> usize {
        let ids = self.lines.iter().filter_map(|line| self.row(*line));
        tree::count(ids, self.is_tree())
    }

    /// What the row of a line is about.
    pub fn row(&self, line: Line) -> Option<RowId> {
        match line {
            Line::Row(section, at) => self.sections.get(section)?.rows.ids().get(at).copied(),
            Line::Head(_) | Line::Empty(_) => None,
        }
    }

    /// The line of the selected row.
    pub fn at(&self) -> Option<usize> {
        let selected = self.selected?;
        self.lines.iter().position(|line| self.row(*line) == Some(selected))
    }

    /// Takes other rows. What is selected stays so; where it is gone, whatever stands in its place.
    pub fn renew(&mut self, sections: Vec<Section>, read: &Reading<'_>) {
        let before = self.place();
        (self.sections, self.finder) = (sections, None);
        if self.sort.is_some_and(|sort| self.sections.get(sort.section).is_none_or(|it| it.columns.len() <= sort.column)) {
            self.sort = None;
        }
        self.arrange_near(before, read);
    }

    /// Puts the rows in order and leaves out what the filter does not find.
    pub fn arrange(&mut self, read: &Reading<'_>) {
        self.arrange_near(self.place(), read);
    }

    fn arrange_near(&mut self, before: Option<usize>, read: &Reading<'_>) {
        let found = (!self.query.is_empty()).then(|| self.found(read));
        self.lines.clear();
        for (number, section) in self.sections.iter().enumerate() {
            let ids = section.rows.ids();
            let mut rows = tree::found(ids, found.as_ref());
            if let Some(sort) = self.sort.filter(|sort| sort.section == number) {
                order::sort(&mut rows, sort.is_falling, &|at| (read.key)(&section.rows.cells(at, read.make)[sort.column]));
            }
            let is_open = |id: &RowId| found.is_some() || !self.folded.contains(id);
            let rows = tree::unfolded(ids, rows, is_open);
            if rows.is_empty() && found.is_some() {
                continue;
            }
            if section.title.is_some() {
                self.lines.push(Line::Head(number));
            }
            if rows.is_empty() {
                self.lines.push(Line::Empty(number));
            }
            self.lines.extend(rows.into_iter().map(|at| Line::Row(number, at)));
        }
        // Of a tree more is shown than the filter finds.
        let is_found = |id: &RowId| found.as_ref().is_none_or(|found| found.contains(id));
        if self.at().is_none() || self.selected.is_some_and(|id| !is_found(&id)) {
            let rows: Vec<RowId> = self.lines.iter().filter_map(|line| self.row(*line)).filter(is_found).collect();
            self.selected = rows.get(before.unwrap_or(0).min(rows.len().saturating_sub(1))).copied();
        }
    }

    /// The rows that the filter finds.
    fn found(&mut self, read: &Reading<'_>) -> HashSet<RowId> {
        let rows = || self.sections.iter().flat_map(|section| (0..section.rows.len()).map(move |at| (&section.rows, at)));
        let text = |(rows, at): (&Rows, usize)| rows.cells(at, read.make).iter().map(read.words).collect::<Vec<_>>().join(" ");
        let ids: Vec<RowId> = rows().map(|(rows, at)| rows.ids()[at]).collect();
        let finder = self.finder.take().unwrap_or_else(|| Finder::new(rows().map(text)));
        let found = finder.find(&self.query).into_iter().map(|at| ids[at]).collect();
        self.finder = Some(finder);
        found
    }

    /// Which of the rows shown is the selected one.
    fn place(&self) -> Option<usize> {
        let selected = self.selected?;
        let mut rows = self.lines.iter().filter_map(|line| self.row(*line));
        rows.position(|row| row == selected)
    }

    /// Selects by steps.
    pub fn step(&mut self, by: i64) {
        let ids: Vec<RowId> = self.lines.iter().filter_map(|line| self.row(*line)).collect();
        self.selected = lists::step(self.place(), by, ids.len()).map(|at| ids[at]);
    }

    /// Keeps the selected row in sight; the first row of a section with its head.
    pub fn scroll(&mut self, rows: u16) {
        let at = self.at();
        self.offset = lists::scrolled(self.offset, at, rows, self.lines.len());
        if let Some(first) = at.filter(|at| *at > 0 && *at == self.offset)
            && matches!(self.lines[first - 1], Line::Head(_))
            && rows > 1
        {
            self.offset -= 1;
        }
    }

    /// The section of the selected row.
    fn section(&self) -> usize {
        self.at().map_or(0, |at| self.lines[at].section())
    }

    /// Orders by the next column of the section where the selection is; after the last by none.
    pub fn sort_by_next(&mut self) {
        let section = self.section();
        let next = match self.sort.filter(|sort| sort.section == section) {
            Some(sort) => sort.column + 1,
            None => 0,
        };
        self.sort_by(section, next);
    }

    /// Orders by a column, its natural way first; by that column again: the other way.
    pub fn sort_by(&mut self, section: usize, column: usize) {
        let Some(it) = self.sections.get(section).and_then(|it| it.columns.get(column)) else {
            self.sort = None;
            return;
        };
        self.sort = match self.sort {
            Some(sort) if (sort.section, sort.column) == (section, column) => Some(Sort { is_falling: !sort.is_falling, ..sort }),
            // Names from A on; of figures the largest matter.
            _ => Some(Sort { section, column, is_falling: it.is_right }),
        };
    }

    /// Whether the rows are ordered by a column of that name.
    pub fn is_sorted_by(&self, label: Label) -> bool {
        let column = |sort: Sort| self.sections.get(sort.section)?.columns.get(sort.column);
        self.sort.and_then(column).is_some_and(|column| column.label == label)
    }

    /// Turns the order round.
    pub fn turn(&mut self) {
        match &mut self.sort {
            Some(sort) => sort.is_falling = !sort.is_falling,
            None => self.sort_by(self.section(), 0),
        }
    }
}

#[cfg(test)]
mod tests;
