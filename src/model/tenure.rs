//! Time spent on posts, in whole months.
use super::projection::origin;
use super::records::FormerPost;
use super::rosters::Kind;
use super::{EmployeeIx, Facts, Grade, Policy};
use jiff::ToSpan;
use jiff::civil::Date;

/// Months spent on one kind of post, and whether the record is complete enough to say so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cumulative {
    /// Whole months known.
    pub months: i32,
    /// Whether the history is known in full: else the true figure may be higher.
    pub is_complete: bool,
}

/// Months on posts of a kind up to TMT: former posts and the present one, overlaps counted once.
pub(super) fn cumulative(facts: &Facts, policy: &Policy, who: EmployeeIx, is_kind: impl Fn(Grade) -> bool) -> Cumulative {
    let person = &facts.people[who.at()];
    let mut is_complete = facts.has(Kind::History);
    let mut periods: Vec<(Date, Date)> = Vec::new();
    let grade_of = |post: &FormerPost| Grade::of(post.kind?, post.echelon, post.jenjang);
    for post in &person.history {
        match (grade_of(post).map(&is_kind), post.from, post.until) {
            (Some(true), Some(from), Some(until)) => periods.push((from, until.min(policy.tmt))),
            (Some(false), ..) => {}
            _ => is_complete = false,
        }
    }
    let (grade, _) = origin(facts, who);
    match (grade.map(is_kind), facts.employees[who.at()].tmt_jabatan) {
        (Some(true), Some(since)) => periods.push((since, policy.tmt)),
        (Some(false), _) => {}
        _ => is_complete = false,
    }
    Cumulative { months: merged_months(periods), is_complete }
}

fn merged_months(mut periods: Vec<(Date, Date)>) -> i32 {
    periods.retain(|(from, until)| from < until);
    periods.sort_unstable();
    let mut months = 0;
    let mut current: Option<(Date, Date)> = None;
    for (from, until) in periods {
        current = match current {
            Some((start, end)) if from <= end => Some((start, end.max(until))),
            Some((start, end)) => {
                months += whole_months(start, end);
                Some((from, until))
            }
            None => Some((from, until)),
        };
    }
    months + current.map_or(0, |(start, end)| whole_months(start, end))
}

/// Whole months from one day to another; 0 where the second is not later.
pub fn whole_months(from: Date, to: Date) -> i32 {
    from.until((jiff::Unit::Month, to)).map_or(0, |span| span.get_months().max(0))
}

/// The day that many months after, the last day of a shorter month.
pub fn months_after(date: Date, months: i32) -> Date {
    date.checked_add(months.months()).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn adjoining_and_overlapping_periods_count_once() {
        let periods = vec![
            (date(2020, 1, 15), date(2022, 7, 1)),
            (date(2022, 7, 1), date(2024, 1, 15)),
            (date(2021, 1, 1), date(2021, 6, 1)),
            (date(2025, 1, 1), date(2025, 3, 31)),
        ];
        assert_eq!(merged_months(periods), 48 + 2);
    }

    #[test]
    fn months_end_on_the_last_day_of_a_shorter_month() {
        assert_eq!(months_after(date(2024, 8, 31), 6), date(2025, 2, 28));
        assert_eq!(whole_months(date(2024, 12, 2), date(2026, 12, 1)), 23);
        assert_eq!(whole_months(date(2024, 12, 1), date(2026, 12, 1)), 24);
    }
}
