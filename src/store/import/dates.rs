//! Dates as exports write them. `DD-MM-YYYY` and `YYYY-MM-DD` are read as written; with `/` or `.`,
//! or a year of two digits, each column says by a day over 12 which number is the day, or the file
//! is refused: a guess would be wrong in silence.
use super::header::Layout;
use super::problem::Refusal;
use super::source::Table;
use jiff::civil::Date;

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

impl DateOrder {
    /// Reads `dmy` or `mdy`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "dmy" => Some(Self::DayFirst),
            "mdy" => Some(Self::MonthFirst),
            _ => None,
        }
    }
}

/// The latest year a date may have without its century: birth dates and TMT lie behind us, ends
/// of agreements ahead.
pub const YEARS_AHEAD: i16 = 20;

/// A cell read as three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Its order is plain.
    Plain(i16, i8, i8),
    /// Two numbers whose order must be told, and the year (of two or four digits).
    Unordered { first: u8, second: u8, year: u16, short_year: bool },
}

/// Reads a cell. `latest` is the last year that a two-digit year may mean.
///
/// `Err(())`: it is no date; the caller has the cell.
pub fn read(cell: &str, order: Option<DateOrder>, latest: i16) -> Option<Date> {
    let (year, month, day) = match shape(cell)? {
        Shape::Plain(year, month, day) => (year, month, day),
        Shape::Unordered { first, second, year, short_year } => {
            let (day, month) = match order {
                Some(DateOrder::MonthFirst) => (second, first),
                Some(DateOrder::DayFirst) => (first, second),
                None if first == second => (first, second),
                None => return None,
            };
            (full_year(year, short_year, latest), month as i8, day as i8)
        }
    };
    // Before 1900 or after 2200 is a slip of the key, not a date of anyone's career.
    (1900..=2200).contains(&year).then(|| Date::new(year, month, day).ok()).flatten()
}

fn full_year(year: u16, short_year: bool, latest: i16) -> i16 {
    let year = i16::try_from(year).unwrap_or(0);
    match short_year {
        true if 2000 + year <= latest => 2000 + year,
        true => 1900 + year,
        false => year,
    }
}

fn shape(cell: &str) -> Option<Shape> {
    // `2020-01-01 00:00:00` and `2020-01-01T00:00:00`: databases add the time of day.
    let date = cell.split_once([' ', 'T']).map_or(cell, |(date, time)| if is_time(time) { date } else { cell });
    let separator = date.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = date.split(separator);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || ![a, b, c].into_iter().all(is_number) || b.len() > 2 {
        return None;
    }
    let small = |part: &str| part.parse::<i8>().ok();
    match (a.len(), c.len()) {
        (4, 1 | 2) => Some(Shape::Plain(a.parse().ok()?, small(b)?, small(c)?)),
        (1 | 2, 4) if separator == '-' => Some(Shape::Plain(c.parse().ok()?, small(b)?, small(a)?)),
        (1 | 2, 2 | 4) => Some(Shape::Unordered {
            first: a.parse().ok()?,
            second: b.parse().ok()?,
            year: c.parse().ok()?,
            short_year: c.len() == 2,
        }),
        _ => None,
    }
}

fn is_time(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'Z' | b'+'))
}

/// What the cells of one column say.
#[derive(Clone, Debug, Default)]
struct Votes {
    day_first: Option<u64>,
    month_first: Option<u64>,
    undecided: Option<(u64, String)>,
}

impl Votes {
    fn add(&mut self, row: u64, cell: &str) {
        let Some(Shape::Unordered { first, second, .. }) = shape(cell) else { return };
        let is_month = |n: u8| (1..=12).contains(&n);
        match (is_month(first), is_month(second)) {
            (false, true) if (13..=31).contains(&first) => self.day_first = self.day_first.or(Some(row)),
            (true, false) if (13..=31).contains(&second) => self.month_first = self.month_first.or(Some(row)),
            (true, true) if first != second && self.undecided.is_none() => self.undecided = Some((row, cell.to_owned())),
            _ => {}
        }
    }

    fn decide(self, column: &str, requested: Option<DateOrder>) -> Result<Option<DateOrder>, Refusal> {
        let refused = |example, contradiction| Refusal::DateOrder { column: column.to_owned(), example, contradiction };
        match (self.day_first, self.month_first, requested) {
            (Some(_), None, _) => Ok(Some(DateOrder::DayFirst)),
            (None, Some(_), _) => Ok(Some(DateOrder::MonthFirst)),
            (_, _, Some(requested)) => Ok(Some(requested)),
            (Some(day), Some(month), None) => Err(refused(self.undecided.unwrap_or((day, String::new())), Some((day, month)))),
            (None, None, None) => self.undecided.map_or(Ok(None), |example| Err(refused(example, None))),
        }
    }
}

/// The order of each column of the layout that holds dates.
///
/// # Errors
/// [`Refusal::DateOrder`] where a column leaves it open or contradicts itself.
pub fn orders(table: &Table, layout: &Layout, requested: Option<DateOrder>) -> Result<Vec<Option<DateOrder>>, Refusal> {
    let columns: Vec<(usize, usize)> = layout.date_columns().collect();
    let mut votes = vec![Votes::default(); columns.len()];
    table.for_each_row(|row, record| {
        for ((_, at), votes) in columns.iter().zip(&mut votes) {
            let cell = record.get(*at).unwrap_or_default().trim();
            if !cell.is_empty() {
                votes.add(row, cell);
            }
        }
    });
    let mut orders = vec![None; layout.len()];
    for ((column, _), votes) in columns.into_iter().zip(votes) {
        orders[column] = votes.decide(&layout.header_of(column), requested)?;
    }
    Ok(orders)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dashed_dates_need_no_order() {
        for cell in ["03-04-2020", "2020-04-03", "3-4-2020", "2020/04/03", "2020-04-03 00:00:00", "2020-04-03T00:00:00Z"] {
            assert_eq!(read(cell, None, 2026), Some(date(2020, 4, 3)), "{cell}");
        }
    }

    #[test]
    fn other_dates_follow_the_order_of_their_column() {
        for cell in ["03/04/2020", "03.04.2020", "03/04/20", "03-04-20"] {
            assert_eq!(read(cell, None, 2026), None, "{cell}");
            assert_eq!(read(cell, Some(DateOrder::DayFirst), 2026), Some(date(2020, 4, 3)), "{cell}");
            assert_eq!(read(cell, Some(DateOrder::MonthFirst), 2026), Some(date(2020, 3, 4)), "{cell}");
        }
        assert_eq!(read("04/04/2020", None, 2026), Some(date(2020, 4, 4)));
        assert_eq!(read("01/02/68", Some(DateOrder::DayFirst), 2026), Some(date(1968, 2, 1)));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for cell in ["0000-00-00", "00-00-0000", "31-02-2020", "45000", "x", "", "1-2-3-4", "12-25-2020", "--", "01-01-20200"] {
            assert_eq!(read(cell, Some(DateOrder::DayFirst), 2026), None, "{cell}");
        }
    }

    #[test]
    fn a_column_decides_by_a_day_over_twelve_or_refuses() {
        let decide = |cells: &[&str], requested| {
            let mut votes = Votes::default();
            cells.iter().zip(2..).for_each(|(cell, row)| votes.add(row, cell));
            votes.decide("TMT", requested)
        };
        assert_eq!(decide(&["03/04/2020", "31/01/2020"], None), Ok(Some(DateOrder::DayFirst)));
        assert_eq!(decide(&["03/04/2020", "01/31/2020"], None), Ok(Some(DateOrder::MonthFirst)));
        assert_eq!(decide(&["03-04-2020", "2020-01-31", "00/00/0000"], None), Ok(None));
        assert!(matches!(decide(&["03/04/2020"], None), Err(Refusal::DateOrder { contradiction: None, .. })));
        assert!(matches!(
            decide(&["31/01/2020", "01/31/2020"], None),
            Err(Refusal::DateOrder { contradiction: Some((2, 3)), .. })
        ));
        assert_eq!(decide(&["03/04/2020"], Some(DateOrder::MonthFirst)), Ok(Some(DateOrder::MonthFirst)));
    }
}
