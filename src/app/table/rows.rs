//! Rows of a section. Of tens of thousands the screen shows twenty: what a long list shows of a row is made when
//! somebody looks at it.
use super::{Cell, Column, RowId};
use crate::app::State;
use crate::app::views::Label;
use std::borrow::Cow;
use std::sync::Arc;

/// Rows of one sort.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its title; `None` where it is the only one.
    pub title: Option<Label>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, in their own order.
    pub rows: Rows,
    /// What is said where there are none.
    pub empty: Label,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is about.
    pub id: RowId,
    /// As many as its section has columns.
    pub cells: Vec<Cell>,
}

type Make = dyn Fn(&State, RowId) -> Vec<Cell> + Send + Sync;

/// Makes the cells of a row.
#[derive(Clone)]
pub struct Maker(Arc<Make>);

impl Maker {
    /// The cells of a row, of the plan as it is now.
    pub fn cells(&self, state: &State, id: RowId) -> Vec<Cell> {
        (self.0)(state, id)
    }
}

impl std::fmt::Debug for Maker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Maker").finish_non_exhaustive()
    }
}

/// Where cells come from.
#[derive(Clone, Debug)]
enum Cells {
    Made(Vec<Vec<Cell>>),
    Looked(Maker),
}

/// Rows, in their own order.
#[derive(Clone, Debug)]
pub struct Rows {
    ids: Vec<RowId>,
    cells: Cells,
}

impl Rows {
    /// Rows whose cells are made when somebody looks. What they show must follow from the row and the state alone.
    pub fn looked(ids: Vec<RowId>, cells: impl Fn(&State, RowId) -> Vec<Cell> + Send + Sync + 'static) -> Self {
        Self { ids, cells: Cells::Looked(Maker(Arc::new(cells))) }
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// What each is about.
    pub fn ids(&self) -> &[RowId] {
        &self.ids
    }

    /// The cells of one, made where they are not yet.
    pub fn cells(&self, at: usize, make: &dyn Fn(&Maker, RowId) -> Vec<Cell>) -> Cow<'_, [Cell]> {
        match &self.cells {
            Cells::Made(all) => Cow::Borrowed(&all[at]),
            Cells::Looked(maker) => Cow::Owned(make(maker, self.ids[at])),
        }
    }
}

impl FromIterator<Row> for Rows {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        let (ids, cells) = rows.into_iter().map(|row| (row.id, row.cells)).unzip();
        Self { ids, cells: Cells::Made(cells) }
    }
}

impl From<Vec<Row>> for Rows {
    fn from(rows: Vec<Row>) -> Self {
        rows.into_iter().collect()
    }
}
