//! Named profiles of the thresholds on which agencies differ: which one a result stands on is printed with it.
use super::records::Points;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A value that holds for a time, from a source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated<T> {
    /// What it is called.
    pub name: String,
    /// First day.
    pub from: Date,
    /// Last day; missing: open.
    #[serde(default)]
    pub to: Option<Date>,
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub source: String,
}

impl<T> Dated<T> {
    fn is_in_force(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// The one of a list that counts on a day: the one chosen by name, or else the latest in force, of several from one
    /// day the first.
    pub fn on<'a>(list: &'a [Self], day: Date, chosen: Option<&str>) -> Option<&'a Self> {
        let named = chosen.and_then(|name| list.iter().find(|it| it.name == name));
        let latest = || list.iter().rev().filter(|it| it.is_in_force(day)).max_by_key(|it| it.from);
        named.or_else(latest)
    }

    /// As [`Dated::on`]; before the first day of all of them the first of the list.
    pub fn always<'a>(list: &'a [Self], day: Date, chosen: Option<&str>) -> Option<&'a Self> {
        Self::on(list, day, chosen).or_else(|| list.first())
    }
}

/// Where the steps of the nine boxes begin on the axis of potential; the lower bound belongs to the step above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NineBoxCuts {
    /// High from here on.
    pub high: Points,
    /// Middling from here on.
    pub middle: Points,
}

impl NineBoxCuts {
    /// Where a pack has an empty list: nobody stands above the lowest step.
    pub const UNKNOWN: Self = Self { high: Points(u16::MAX), middle: Points(u16::MAX) };
}

/// Retirement ages (BUP), years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetirementAges {
    /// JPT.
    pub jpt: i32,
    /// Administrator, pengawas, pelaksana.
    pub general: i32,
    /// JF Ahli Utama.
    pub utama: i32,
    /// JF Ahli Madya.
    pub madya: i32,
    /// Other JF.
    pub functional: i32,
}

/// Profiles that a workspace chooses by name; what it does not name is the pack's latest in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileChoices {
    /// R05, months in post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_tenure: Option<String>,
    /// R17, the threshold of JPM.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jpm: Option<String>,
    /// The nine boxes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nine_box: Option<String>,
    /// Retirement ages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retirement: Option<String>,
    /// Working minutes a year of one head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_hours: Option<String>,
}

/// The names of what results stand on; the values stand beside them in [`super::Parameters`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profiles {
    /// The rule pack, with what is laid over it.
    pub pack: String,
    /// R05.
    pub minimum_tenure: String,
    /// R17.
    pub jpm: String,
    /// The nine boxes.
    pub nine_box: String,
    /// Retirement ages.
    pub retirement: String,
    /// Working minutes a year.
    pub working_hours: String,
}

impl Profiles {
    /// The name of what a workspace sets by itself.
    pub const OWN: &'static str = "workspace.ron";
}
