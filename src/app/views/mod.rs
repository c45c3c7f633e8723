//! Views: everything of one sort on the whole screen. A view is a file here with a [`Kind`], and a line in [`VIEWS`];
//! the table, its keys, its drawing are the same for all.
//!
//! Views lie on each other: Enter opens what a row is about, Esc goes back, in the end to the board.
mod behind;
mod chains;
mod constraints;
mod cut;
mod differs;
mod fill;
mod gain;
mod holes;
mod journal;
mod label;
mod needs;
mod otherwise;
mod packs;
mod person;
mod pool;
mod post;
mod proposals;
mod review;
mod shift;
mod unit;

pub use behind::{BLOCKED, VACANT, WARNINGS, WISHES};
pub use chains::VIEW as CHAINS;
pub use constraints::VIEW as CONSTRAINTS;
pub use cut::{VIEW as CUT, edit as cut_edit, refusal as cut_refusal};
pub use differs::undos;
pub use fill::VIEW as FILL;
pub use gain::VIEW as GAIN;
pub use holes::VIEW as HOLES;
pub use journal::VIEW as JOURNAL;
pub use label::Label;
pub use needs::VIEW as NEEDS;
pub use otherwise::VIEW as OTHERWISE;
pub use packs::VIEW as PACKS;
pub use person::VIEW as PERSON;
pub use pool::VIEW as POOL;
pub use post::VIEW as POST;
pub use proposals::{VIEW as PROPOSALS, worst_of_plan};
pub use review::VIEW as REVIEW;
pub use shift::VIEW as SHIFT;
pub use unit::VIEW as UNIT;

pub(in crate::app) use pool::of_row as pool_of;

use super::command::{Id, Unavailable};
use super::layout::Layout;
use super::reload::Renumbering;
use super::state::State;
use super::table::{Cell, Column, Line, Reading, Row, RowId, Section, Table, key, words};
use crate::desk::preview::Target;
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::Verdict;
use std::borrow::Cow;

/// A sort of view.
#[derive(Debug)]
pub struct Kind {
    /// Its title.
    pub title: Label,
    /// The command that opens it; `None`: it is opened from another view or a figure.
    pub command: Option<Id>,
    /// What it is about where its command opens it.
    pub about: fn(&State) -> Result<Option<RowId>, Unavailable>,
    /// What it shows.
    pub content: fn(&State, Option<RowId>) -> Content,
    /// What Enter opens on a row.
    pub enter: fn(RowId) -> Option<(&'static Self, RowId)>,
    /// What is told in full of the selected row.
    pub detail: fn(&State, RowId) -> Vec<(Label, Cell)>,
}

/// All views.
pub static VIEWS: &[&Kind] = &[
    &PROPOSALS,
    &NEEDS,
    &UNIT,
    &PERSON,
    &POST,
    &JOURNAL,
    &differs::VIEW,
    &VACANT,
    &GAIN,
    &BLOCKED,
    &WISHES,
    &WARNINGS,
    &CONSTRAINTS,
    &OTHERWISE,
    &POOL,
    &SHIFT,
    &REVIEW,
    &PACKS,
    &CHAINS,
    &CUT,
    &FILL,
    &HOLES,
];

/// What a view shows.
#[derive(Debug, Default)]
pub struct Content {
    /// Facts above the table.
    pub facts: Vec<(Label, Cell)>,
    /// The table.
    pub sections: Vec<Section>,
}

/// Rows of facts are numbered from here.
const FACTS: usize = 4_000;

impl Content {
    /// Where a card's facts would leave its tables no room they are rows themselves: they scroll with the others.
    fn list_facts(&mut self, title: Label) {
        if self.sections.len() < 2 {
            return;
        }
        let (named, said): (Vec<_>, Vec<_>) = std::mem::take(&mut self.facts).into_iter().partition(|it| it.0 != Label::Nothing);
        self.facts = said;
        let row = |(at, (name, it)): (usize, (Label, Cell))| line(FACTS + at, vec![Cell::Word(name), it]);
        let rows: Vec<Row> = named.into_iter().enumerate().map(row).collect();
        if !rows.is_empty() {
            let columns = vec![Column::words(title, 15, 15, 0), Column::words(Label::Nothing, 20, 200, 0)];
            self.sections.insert(0, Section { title: Some(title), columns, rows: rows.into(), empty: Label::None });
        }
    }
}

/// A view.
#[derive(Debug)]
pub struct View {
    /// Which.
    pub kind: &'static Kind,
    /// What it is about.
    pub about: Option<RowId>,
    /// Facts above the table.
    pub facts: Vec<(Label, Cell)>,
    /// The table.
    pub table: Table,
    /// Whether something has changed since its rows were made.
    is_stale: bool,
}

impl View {
    fn is(&self, kind: &'static Kind, about: Option<RowId>) -> bool {
        std::ptr::eq(self.kind, kind) && self.about == about
    }
}

/// For a view about nothing in particular.
pub(super) const fn about_nothing(_: &State) -> Result<Option<RowId>, Unavailable> {
    Ok(None)
}

/// For a view whose rows say all there is.
pub(super) const fn no_detail(_: &State, _: RowId) -> Vec<(Label, Cell)> {
    Vec::new()
}

/// The card of whoever or whatever a row is about.
pub(super) const fn card(row: RowId) -> Option<(&'static Kind, RowId)> {
    match row {
        RowId::Person(who) | RowId::Pair(who, _) | RowId::Verdict(who, _) => Some((&PERSON, RowId::Person(who))),
        RowId::Post(post) | RowId::Place(post, _) | RowId::Left(post, _) => Some((&POST, RowId::Post(post))),
        RowId::Unit(_) => Some((&UNIT, row)),
        RowId::Entry(_) | RowId::Line(_) => None,
    }
}

/// A row of a card, numbered where it is about nothing.
fn line(at: usize, cells: Vec<Cell>) -> Row {
    Row { id: RowId::Line(u32::try_from(at).unwrap_or(u32::MAX)), cells }
}

/// The verdict that decides on somebody moving to a post, as the board tells it: on a held post that of the swap.
fn worst(state: &State, who: EmployeeIx, post: PositionIx) -> Option<Verdict> {
    state.desk.glance(who, Target::Post(post)).and_then(|glance| glance.worst)
}

impl State {
    /// The view that lies on top.
    pub fn view(&self) -> Option<&View> {
        self.views.last()
    }

    /// Whether that is a view of this kind.
    pub fn is_viewing(&self, kind: &'static Kind) -> bool {
        self.view().is_some_and(|view| std::ptr::eq(view.kind, kind))
    }

    /// Opens a view on what lies there; one that lies there already comes to the top again.
    pub fn open_view(&mut self, kind: &'static Kind, about: Option<RowId>) {
        match self.views.iter().position(|view| view.is(kind, about)) {
            Some(at) => self.views.truncate(at + 1),
            None => self.views.push(View { kind, about, facts: Vec::new(), table: Table::default(), is_stale: true }),
        }
        self.fill_view();
    }

    /// Closes the view on top: what lay below is of now.
    pub fn close_view(&mut self) {
        self.views.pop();
        self.fill_view();
    }

    /// Something has changed: makes the rows of the view on top anew, those below when they come to the top.
    pub fn renew_view(&mut self) {
        self.views.iter_mut().for_each(|view| view.is_stale = true);
        self.fill_view();
    }

    /// What the view on top alone waited for is there: makes its rows anew.
    pub(in crate::app) fn renew_top_view(&mut self) {
        if let Some(view) = self.views.last_mut() {
            view.is_stale = true;
        }
        self.fill_view();
    }

    /// Makes the rows of the view on top, where they are not of now: of 200,000 people that takes its time.
    fn fill_view(&mut self) {
        let Some(mut view) = self.views.pop_if(|view| view.is_stale) else { return };
        let mut content = (view.kind.content)(self, view.about);
        if self.layout() < Layout::Small {
            content.list_facts(view.kind.title);
        }
        view.facts = content.facts;
        self.read(|read| view.table.renew(content.sections, read));
        view.is_stale = false;
        self.views.push(view);
    }

    /// A price is known: where rows are ordered by prices their order is another.
    pub(in crate::app) fn rearrange_views(&mut self) {
        let top = self.views.len();
        for (at, view) in (1..).zip(&mut self.views).filter(|(_, view)| view.table.is_sorted_by(Label::Cost)) {
            view.is_stale |= at < top;
        }
        if self.view().is_some_and(|view| view.table.is_sorted_by(Label::Cost)) {
            self.arrange_view();
        }
    }

    /// Puts the rows of the view on top in order: the order or the filter is another.
    pub fn arrange_view(&mut self) {
        let Some(mut view) = self.views.pop() else { return };
        self.read(|read| view.table.arrange(read));
        self.views.push(view);
    }

    fn read(&self, with: impl FnOnce(&Reading<'_>)) {
        with(&Reading {
            key: &|cell| key(self, cell),
            words: &|cell| words(self, cell),
            make: &|maker, id| maker.cells(self, id),
        });
    }

    /// What a line of a table shows; nothing where it is no row.
    pub fn cells<'a>(&self, table: &'a Table, line: Line) -> Cow<'a, [Cell]> {
        match line {
            Line::Row(section, at) => table.sections[section].rows.cells(at, &|maker, id| maker.cells(self, id)),
            Line::Head(_) | Line::Empty(_) => Cow::Borrowed(&[]),
        }
    }

    /// Lays the views on other facts: what they are about is found again, or they are closed.
    pub(in crate::app) fn renumber_views(&mut self, numbers: &Renumbered) {
        let mut views = std::mem::take(&mut self.views);
        for (view, (about, selected)) in views.iter_mut().zip(&numbers.0) {
            (view.about, view.table.selected) = (*about, *selected);
        }
        let mut is_there = numbers.1.iter();
        views.retain(|_| is_there.next().copied().unwrap_or(false));
        self.views = views;
        self.renew_view();
    }
}

/// What views are about and have selected, on other facts; and which of them are still about something.
#[derive(Debug)]
pub(in crate::app) struct Renumbered(Vec<(Option<RowId>, Option<RowId>)>, Vec<bool>);

impl Renumbered {
    pub(in crate::app) fn of(views: &[View], numbers: &Renumbering<'_>) -> Self {
        let row = |row: RowId| match row {
            RowId::Person(who) => numbers.person(who).map(RowId::Person),
            RowId::Post(post) => numbers.post(post).map(RowId::Post),
            RowId::Unit(unit) => numbers.unit(unit).map(RowId::Unit),
            RowId::Pair(who, post) => numbers.person(who).zip(numbers.post(post)).map(|(who, post)| RowId::Pair(who, post)),
            RowId::Verdict(who, at) => numbers.person(who).map(|who| RowId::Verdict(who, at)),
            RowId::Place(post, at) => numbers.post(post).map(|post| RowId::Place(post, at)),
            RowId::Left(post, at) => numbers.post(post).map(|post| RowId::Left(post, at)),
            RowId::Entry(_) | RowId::Line(_) => Some(row),
        };
        let rows = views.iter().map(|view| (view.about.and_then(row), view.table.selected.and_then(row))).collect();
        let is_there = views.iter().map(|view| view.about.is_none_or(|about| row(about).is_some())).collect();
        Self(rows, is_there)
    }
}
