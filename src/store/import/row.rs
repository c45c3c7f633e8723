//! One row being read: its cells by column, and what is wrong with them.
use super::Request;
use super::clean::{CELL_LIMIT, clean, is_formula, is_null, quote};
use super::dates::{self, DateOrder, YEARS_AHEAD};
use super::header::Layout;
use super::problem::{Detail, Expected, Problem};
use crate::model::{JabatanId, Nip, NipError, PositionId, UnitId};
use csv::StringRecord;
use jiff::civil::Date;
use std::ops::RangeInclusive;

/// Why a reader gives no record: an error was reported. Only [`Row::reject`] makes one, so that no
/// row is lost without a word.
#[derive(Debug)]
pub struct Rejected(());

/// When a date may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Not after today: later ones are `date.future` and unknown.
    Past,
    /// Any time.
    Any,
}

/// One row being read.
pub struct Row<'a> {
    /// Record number, the header being 1.
    pub number: u64,
    /// What the import was asked for.
    pub request: &'a Request<'a>,
    pub(super) record: &'a StringRecord,
    pub(super) layout: &'a Layout,
    pub(super) orders: &'a [Option<DateOrder>],
    pub(super) problems: &'a mut Vec<Problem>,
}

impl<'a> Row<'a> {
    /// Whether the file has the column.
    pub fn has(&self, column: usize) -> bool {
        self.layout.place(column).is_some()
    }

    /// The cell as it came, less spaces around it; empty for a missing column or one of the words
    /// for nothing.
    pub fn cell(&self, column: usize) -> &'a str {
        // Only plain spaces: a non-breaking one is to be told.
        let cell = self.layout.place(column).and_then(|at| self.record.get(at)).unwrap_or_default().trim_matches(' ');
        if is_null(cell) { "" } else { cell }
    }

    /// Reports an error: the row is rejected.
    pub fn reject(&mut self, column: usize, detail: Detail) -> Rejected {
        self.report(column, detail);
        Rejected(())
    }

    /// Reports a warning.
    pub fn warn(&mut self, column: usize, detail: Detail) {
        self.report(column, detail);
    }

    /// Reports a value that is out of range or unreadable.
    pub fn out_of_range(&mut self, column: usize, expected: Expected) {
        let cell = quote(self.cell(column));
        self.report(column, Detail::ValueRange(cell, expected));
    }

    fn report(&mut self, column: usize, detail: Detail) {
        self.problems.push(Problem { row: self.number, column: self.layout.header_of(column), detail });
    }

    /// A text that is kept: cleaned, with what was found reported.
    pub fn text(&mut self, column: usize) -> String {
        let text = self.cleaned(column, true);
        if is_formula(&text) && !text.is_empty() {
            self.report(column, Detail::TextFormula);
        }
        text
    }

    /// A list, an id or a code: cleaned like a text, but it may be long and is no formula.
    pub fn plain(&mut self, column: usize) -> String {
        self.cleaned(column, false)
    }

    /// The name of a unit: the dashes before it show its depth.
    pub fn unit_name(&mut self, column: usize) -> String {
        let text = self.cleaned(column, true);
        let name = text.trim_start_matches(['-', ' ']).to_owned();
        if is_formula(&name) {
            self.report(column, Detail::TextFormula);
        }
        name
    }

    fn cleaned(&mut self, column: usize, tell_length: bool) -> String {
        let (text, findings) = clean(self.cell(column));
        let text = text.into_owned();
        if findings.normalised {
            self.report(column, Detail::TextNormalised);
        }
        if findings.control {
            self.report(column, Detail::TextControl);
        }
        match findings.length {
            // What is over the limit was cut, so it is told of lists, too.
            Some(length) if tell_length || text.len() >= CELL_LIMIT - 4 => {
                self.report(column, Detail::TextTooLong(length));
            }
            _ => {}
        }
        if is_null(&text) { String::new() } else { text }
    }

    /// A unit's id.
    pub fn unit(&mut self, column: usize) -> UnitId {
        UnitId(self.plain(column).into())
    }

    /// A jabatan's id.
    pub fn jabatan(&mut self, column: usize) -> JabatanId {
        JabatanId(self.plain(column).into())
    }

    /// A date; anything that is none is unknown, with a warning.
    pub fn date(&mut self, column: usize, when: When) -> Option<Date> {
        let cell = clean(self.cell(column)).0;
        if is_null(&cell) {
            return None;
        }
        let today = self.request.today;
        let latest = today.year() + if when == When::Any { YEARS_AHEAD } else { 0 };
        let order = self.orders.get(column).copied().flatten();
        match dates::read(&cell, order, latest) {
            Some(date) if when == When::Past && date > today => {
                self.report(column, Detail::DateFuture(date));
                None
            }
            Some(date) => Some(date),
            None => {
                self.report(column, Detail::DateInvalid(quote(&cell)));
                None
            }
        }
    }

    /// A whole number within bounds; `None` for an empty cell, and with a warning for anything else.
    pub fn number(&mut self, column: usize, range: RangeInclusive<i64>) -> Option<i64> {
        let cell = clean(self.cell(column)).0;
        if is_null(&cell) {
            return None;
        }
        let number = whole(&cell).filter(|number| range.contains(number));
        if number.is_none() {
            self.out_of_range(column, Expected::Between(*range.start(), *range.end()));
        }
        number
    }

    /// What `read` makes of a cell; `None` for an empty one, and with a warning for an unreadable one.
    pub fn word<T>(&mut self, column: usize, expected: Expected, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.plain(column);
        if cell.is_empty() {
            return None;
        }
        let value = read(&cell);
        if value.is_none() {
            self.out_of_range(column, expected);
        }
        value
    }

    /// A NIP. Its cell is never taken for a number.
    ///
    /// # Errors
    /// [`Rejected`], with `nip.damaged`, `nip.length` or `nip.form` reported.
    pub fn nip(&mut self, column: usize) -> Result<Nip, Rejected> {
        let raw = self.layout.place(column).and_then(|at| self.record.get(at)).unwrap_or_default();
        // Exporters write ="1968…" to keep spreadsheets from counting.
        let (text, findings) = clean(raw.trim().trim_start_matches('=').trim_matches('"'));
        let result = Nip::parse(&text);
        let is_plain = result.as_ref().is_ok_and(|nip| nip.as_str() == raw);
        let quoted = || quote(raw);
        let result = result.map_err(|error| match error {
            NipError::Damaged => Detail::NipDamaged(quoted()),
            NipError::Length(digits) => Detail::NipLength(quoted(), digits),
            NipError::Form(number) => Detail::NipForm(quoted(), number),
        });
        if findings.control {
            self.report(column, Detail::TextControl);
        }
        match result {
            Ok(nip) => {
                if !is_plain {
                    self.report(column, Detail::NipNormalised);
                }
                Ok(nip)
            }
            Err(detail) => Err(self.reject(column, detail)),
        }
    }

    /// The NIP of a file that speaks of employees: one who is not among them is kept, with a warning.
    ///
    /// # Errors
    /// As [`Row::nip`].
    pub fn employee(&mut self, column: usize) -> Result<Nip, Rejected> {
        let nip = self.nip(column)?;
        if !self.request.known.may_have_employee(&nip) {
            self.report(column, Detail::EmployeeUnknown(nip.as_str()[14..].to_owned()));
        }
        Ok(nip)
    }

    /// Tells of a row with more cells than the header, and of what a quote too many does: a cell that
    /// holds whole rows (they would be lost without a word), or a row cut short around a line break.
    pub(super) fn check_shape(&mut self, delimiter: u8) {
        let (cells, header) = (self.record.len(), self.layout.width());
        let is_surplus = self.record.iter().skip(header).any(|cell| !cell.trim().is_empty());
        let mut broken = self.record.iter().filter(|cell| cell.contains('\n')).peekable();
        let is_short = cells < header && broken.peek().is_some();
        let swallows = |cell: &&str| cell.bytes().filter(|b| *b == delimiter).count() >= (header - 1).max(2);
        if let Some(cell) = broken.find(swallows) {
            let lines = cell.bytes().filter(|b| *b == b'\n').count();
            self.report(usize::MAX, Detail::RowSwallowed { lines });
        } else if is_surplus || is_short {
            self.report(usize::MAX, Detail::RowCells { cells, header });
        }
    }

    /// Warns of a unit that is not there.
    pub fn check_unit(&mut self, column: usize, unit: &UnitId) {
        if !unit.0.is_empty() && !self.request.known.may_have_unit(unit) {
            self.report(column, Detail::UnitUnknown(quote(&unit.0)));
        }
    }

    /// Warns of a position that is not there; of its unit only, where that is not there either.
    pub fn check_position(&mut self, columns: (usize, usize), unit: &UnitId, jabatan: &JabatanId) {
        if unit.0.is_empty() || jabatan.0.is_empty() {
            let column = if jabatan.0.is_empty() { columns.1 } else { columns.0 };
            self.report(column, Detail::PositionMissing);
        }
        if !self.request.known.may_have_unit(unit) {
            return self.check_unit(columns.0, unit);
        }
        let id = PositionId { unit: unit.clone(), jabatan: jabatan.clone() };
        if !unit.0.is_empty() && !jabatan.0.is_empty() && !self.request.known.may_have_position(&id) {
            self.report(columns.1, Detail::PositionUnknown(quote(&id.to_string())));
        }
    }
}

/// A whole number; `3.0` and `3,0` are what spreadsheets make of one.
pub fn whole(cell: &str) -> Option<i64> {
    let (number, part) = cell.split_once(['.', ',']).unwrap_or((cell, "0"));
    (!part.is_empty() && part.bytes().all(|b| b == b'0')).then(|| number.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_come_in_few_spellings() {
        for (cell, number) in
            [("3", Some(3)), ("3.0", Some(3)), ("3,00", Some(3)), ("-1", Some(-1)), ("3.5", None), ("3.", None), ("x", None)]
        {
            assert_eq!(whole(cell), number, "{cell}");
        }
    }
}
