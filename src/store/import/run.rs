//! The rows of one file, read one by one.
use super::Request;
use super::dates::DateOrder;
use super::header::Layout;
use super::personal::{RejectedRow, keepable};
use super::problem::{Detail, Problem, Severity};
use super::row::{Rejected, Row};
use super::source::Table;

/// One file being read.
pub struct Run<'a> {
    /// What the import was asked for.
    pub request: &'a Request<'a>,
    table: &'a Table<'a>,
    layout: &'a Layout,
    orders: &'a [Option<DateOrder>],
    /// Rows that are not blank.
    pub rows: u64,
    /// Everything that is wrong, in the order in which it was found.
    pub problems: Vec<Problem>,
    /// The rows that were not taken.
    pub rejected: Vec<RejectedRow>,
}

impl<'a> Run<'a> {
    /// A file about to be read.
    pub fn new(request: &'a Request<'a>, table: &'a Table<'a>, layout: &'a Layout, orders: &'a [Option<DateOrder>]) -> Self {
        Self { request, table, layout, orders, rows: 0, problems: Vec::new(), rejected: Vec::new() }
    }

    /// Reads every row. A row with an error is rejected, whatever `read` made of it.
    pub fn collect<T>(&mut self, mut read: impl FnMut(&mut Row) -> Result<T, Rejected>) -> Vec<T> {
        let mut records = Vec::new();
        let Self { request, table, layout, orders, rows, problems, rejected } = self;
        table.for_each_row(|number, record| {
            *rows += 1;
            let before = problems.len();
            let mut row = Row { number, request, record, layout, orders, problems: &mut *problems };
            row.check_shape(table.delimiter);
            let result = read(&mut row);
            let errors = problems[before..].iter().filter(|problem| problem.severity() == Severity::Error);
            let codes: Vec<&'static str> = errors.map(Problem::code).collect();
            match result {
                Ok(value) if codes.is_empty() => records.push(value),
                _ => rejected.push(RejectedRow { row: number, codes, cells: keepable(record, layout) }),
            }
        });
        records
    }

    /// Warns of a row that was read before.
    pub fn warn(&mut self, row: u64, column: usize, detail: Detail) {
        self.problems.push(Problem { row, column: self.layout.header_of(column), detail });
    }
}
