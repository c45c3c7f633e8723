//! Days that the law counts: the freeze before local elections, the months after a head's inauguration, an acting
//! head, working days.
use super::months_after;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// A local election, as a rule pack or the workspace has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// The day on which the candidates are fixed (penetapan pasangan calon).
    pub candidates_fixed: Date,
    /// The last day of the head's term.
    pub end_of_term: Date,
    /// Where the days come from.
    pub source: String,
}

impl Election {
    /// The first day on which officials may not be replaced: so many months before the candidates are fixed.
    pub fn frozen_from(&self, months: i32) -> Date {
        months_after(self.candidates_fixed, -months)
    }

    /// Whether that day lies in the freeze, which lasts to the end of the term.
    pub fn freezes(&self, day: Date, months: i32) -> bool {
        self.frozen_from(months) <= day && day <= self.end_of_term
    }
}

/// The head of the region (wali kota, bupati, gubernur), as far as the law on transfers asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Head {
    /// Inaugurated on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inaugurated: Option<Date>,
    /// Since when an acting head (Pj, Plt) leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acting_since: Option<Date>,
    /// The acting head's last day; missing: open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acting_until: Option<Date>,
}

impl Head {
    /// The first day on which officials may be replaced without approval: the same day, so many months later.
    pub fn free_from(&self, months: i32) -> Option<Date> {
        self.inaugurated.map(|day| months_after(day, months))
    }

    /// Whether an acting head leads on that day; `None` where none was ever recorded.
    pub fn is_acting(&self, day: Date) -> Option<bool> {
        let since = self.acting_since?;
        Some(since <= day && self.acting_until.is_none_or(|until| day <= until))
    }
}

/// How a number of days is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Days {
    /// Every day.
    Calendar,
    /// Monday to Friday without public holidays.
    Working,
}

/// Whether people work on that day.
pub fn is_working_day(day: Date, holidays: &[Date]) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !holidays.contains(&day)
}

/// The day so many days after; the day itself is not counted.
pub fn days_after(day: Date, days: i32, counted: Days, holidays: &[Date]) -> Date {
    let later = |day: Date, days: i32| day.checked_add(days.days()).unwrap_or(Date::MAX);
    match counted {
        Days::Calendar => later(day, days),
        Days::Working => {
            let following = std::iter::successors(Some(later(day, 1)), |day| (*day < Date::MAX).then(|| later(*day, 1)));
            let mut working = following.filter(|day| is_working_day(*day, holidays));
            if days <= 0 { day } else { working.nth(days as usize - 1).unwrap_or(Date::MAX) }
        }
    }
}

/// The clocks of an objection (keberatan) against a decree: pure figures, in days after a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectionDays {
    /// Within so many days after the decree an objection is admissible.
    pub to_object: i32,
    /// Within so many days after it came in, the PPK decides.
    pub to_decide: i32,
    /// How both are counted.
    pub counted: Days,
}

impl ObjectionDays {
    /// The last day on which an objection against a decree of that day is admissible.
    pub fn last_day(&self, decreed: Date, holidays: &[Date]) -> Date {
        days_after(decreed, self.to_object, self.counted, holidays)
    }

    /// Whether an objection received on that day is admissible.
    pub fn is_admissible(&self, decreed: Date, received: Date, holidays: &[Date]) -> bool {
        decreed <= received && received <= self.last_day(decreed, holidays)
    }

    /// The last day to decide on an objection received on that day.
    pub fn decide_by(&self, received: Date, holidays: &[Date]) -> Date {
        days_after(received, self.to_decide, self.counted, holidays)
    }
}
