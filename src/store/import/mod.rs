//! Import: the files of other systems, read into facts; what is wrong with them is a value.
//!
//! ```text
//! bytes ──source──▶ text, records ──header──▶ kind, columns ──dates──▶ order of day and month
//!       ──kinds/…──▶ typed records + problems ──apply──▶ facts/, facts/former/, rejected/
//! ```
//! One kind of file is one room under `kinds`. Nothing is fixed in silence: what was cleaned,
//! dropped or not understood is a [`Problem`] with row and column. The words are in `text::import`.
//!
//! An error rejects its row, a warning does not; a [`Refusal`] stops the whole file.

mod abolished;
mod apply;
pub mod clean;
pub mod dates;
pub mod header;
mod kinds;
mod nip_check;
mod personal;
pub mod problem;
mod reference;
mod report;
mod row;
mod run;
pub mod source;
mod unresolved;
mod words;

pub use apply::{Applied, ImportError, Options, import_files};
pub use dates::DateOrder;
pub use personal::RejectedRow;
pub use problem::{Detail, Earlier, Expected, Problem, Refusal, Severity};
pub use reference::Known;
pub use report::Report;
pub use unresolved::{Unresolved, unresolved};

use crate::model::{Kind, PositionId, Rosters};
use jiff::civil::Date;

/// What an import is asked for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The kind of the file; `None`: told by its header.
    pub as_kind: Option<Kind>,
    /// The day of the workspace: nothing reads the clock.
    pub today: Date,
    /// How to read dates that no column decides.
    pub date_order: Option<DateOrder>,
    /// What the file may refer to.
    pub known: &'a Known,
    /// The lists this file is added to; `None`: it replaces what was imported of its kind.
    pub added_to: Option<&'a Rosters>,
}

/// A file, read.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Its kind.
    pub kind: Kind,
    /// Rows under the header, blank ones apart: accepted + rejected.
    pub rows: u64,
    /// The records of the accepted rows: that kind's list, the others empty.
    pub records: Rosters,
    /// How many rows were accepted.
    pub accepted: u64,
    /// The rows that were not, in order.
    pub rejected: Vec<RejectedRow>,
    /// How many rows have at least one warning.
    pub warnings: u64,
    /// What is wrong, by row.
    pub problems: Vec<Problem>,
    /// The header's cells, for the file of rejected rows.
    pub header: Vec<String>,
    /// Positions that rejected rows name: there, but badly written.
    pub refused_positions: Vec<PositionId>,
}

/// Reads one file.
///
/// # Errors
/// [`Refusal`], where nothing of the file can be trusted.
pub fn parse(bytes: &[u8], request: &Request) -> Result<Imported, Refusal> {
    let text = source::decode(bytes)?;
    let table = source::Table::open(&text)?;
    let layout = header::Layout::find(&table.header, request.as_kind)?;
    let orders = dates::orders(&table, &layout, request.date_order)?;
    let mut run = run::Run::new(request, &table, &layout, &orders);
    let (records, refused_positions) = kinds::read(layout.kind, &mut run);
    let run::Run { rows, mut problems, rejected, .. } = run;
    problems.sort_by_key(|problem| problem.row);
    let mut warned: Vec<u64> = problems.iter().filter(|p| p.severity() == Severity::Warning).map(|p| p.row).collect();
    warned.dedup();
    Ok(Imported {
        kind: layout.kind,
        rows,
        records,
        accepted: rows - rejected.len() as u64,
        rejected,
        warnings: warned.len() as u64,
        problems,
        header: table.header,
        refused_positions,
    })
}

/// The kind a file's header tells.
///
/// # Errors
/// [`Refusal`], where the header fits none or lacks columns.
pub fn kind_of(bytes: &[u8]) -> Result<Kind, Refusal> {
    let text = source::decode(bytes)?;
    let table = source::Table::open(&text)?;
    header::Layout::find(&table.header, None).map(|layout| layout.kind)
}
