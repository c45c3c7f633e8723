//! A pack as it stands in its file, and the figures it names.
use super::super::{LocalRule, RuleId, Scope};
use super::{DocumentNeed, Fault, PackError, PackText, RuleEntry};
use crate::model::records::Points;
use crate::model::{Dated, Election, NineBoxCuts, ObjectionDays, RetirementAges};
use jiff::civil::Date;
use serde::Deserialize;

macro_rules! figures {
    ($($(#[$doc:meta])* $field:ident: $type:ty,)*) => {
        /// The figures of a pack.
        #[derive(Clone, Debug)]
        pub struct Figures { $($(#[$doc])* pub $field: $type,)* }

        /// A file: a full pack, what differs from the one it is based on, or an addition.
        #[derive(Clone, Debug, Default, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct PackFile {
            /// Its name.
            pub name: String,
            /// Its title.
            pub title: String,
            /// First day it holds.
            pub valid_from: Option<Date>,
            /// Last day it holds.
            pub valid_to: Option<Date>,
            /// Where it comes from.
            pub source: String,
            /// The pack that it changes.
            pub based_on: Option<String>,
            $($(#[$doc])* pub $field: Option<$type>,)*
            /// Rules of the catalogue.
            pub rules: Vec<RuleEntry>,
            /// Rules of its own.
            pub local: Vec<LocalRule>,
        }

        impl Figures {
            /// All of them, taken from a file.
            ///
            /// # Errors
            /// The first that is missing.
            pub fn complete(file: &mut PackFile) -> Result<Self, &'static str> {
                Ok(Self { $($field: file.$field.take().ok_or(stringify!($field))?,)* })
            }

            /// Those that a file names.
            pub fn change(&mut self, file: &mut PackFile) {
                $(if let Some(it) = file.$field.take() {
                    self.$field = it;
                })*
            }
        }
    };
}
figures! {
    /// R05: months in post.
    minimum_tenure: Vec<Dated<i32>>,
    /// R06, years.
    long_tenure_years: i32,
    /// R09b, months.
    retirement_margin_months: i32,
    /// R09b, months, for a managerial post.
    retirement_margin_managerial_months: i32,
    /// R13, months.
    supervisor_months: i32,
    /// R14, months.
    staff_months: i32,
    /// R16, years.
    assessment_years: i32,
    /// R17: the threshold of JPM, percent.
    jpm: Vec<Dated<Points>>,
    /// Where the steps of the nine boxes begin.
    nine_box: Vec<Dated<NineBoxCuts>>,
    /// Retirement ages.
    retirement: Vec<Dated<RetirementAges>>,
    /// Working minutes a year of one head (WKE).
    working_hours: Vec<Dated<i32>>,
    /// First words of functional posts of teachers.
    teachers: Vec<String>,
    /// First words of functional posts of health workers.
    health_workers: Vec<String>,
    /// First words of functional posts that head a unit.
    unit_heads: Vec<String>,
    /// First words of the names of schools.
    school_units: Vec<String>,
    /// First words of the names of health services.
    health_units: Vec<String>,
    /// R23, months.
    freeze_months: i32,
    /// R23.
    elections: Vec<Election>,
    /// R24, months.
    new_head_months: i32,
    /// R21, percent.
    kept_pct: u32,
    /// R32, R33.
    documents: Vec<DocumentNeed>,
    /// R34.
    objection: ObjectionDays,
    /// R35, working days.
    report_working_days: i32,
    /// R27: words in a field of education.
    government_fields: Vec<String>,
}

impl PackFile {
    /// Reads a file.
    ///
    /// # Errors
    /// [`PackError::Unreadable`] with line and column.
    pub fn parse(text: &PackText) -> Result<Self, PackError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let read = options.from_str(text.text.trim_start_matches('\u{feff}'));
        read.map_err(|source| PackError::Unreadable { place: text.place.clone(), source: Box::new(source) })
    }

    /// Whether it is a pack by itself, and no addition.
    pub fn stands_alone(&self) -> bool {
        self.based_on.is_some() || Figures::complete(&mut self.clone()).is_ok()
    }

    /// What can be told only once all is read.
    ///
    /// # Errors
    /// [`PackError`] with line and column of what is wrong.
    pub fn check(&self, text: &PackText) -> Result<(), PackError> {
        let mut seen: Vec<RuleId> = Vec::new();
        let ids = self.rules.iter().map(|entry| entry.id).chain(self.local.iter().map(|rule| rule.id));
        for id in ids {
            if seen.contains(&id) {
                return Err(PackError::at_last(text, &format!("\"{id}\""), Fault::Twice(id)));
            }
            seen.push(id);
        }
        if let Some(entry) = self.rules.iter().find(|entry| entry.id.is_local()) {
            return Err(PackError::at(text, &format!("\"{}\"", entry.id), Fault::NotOfTheCatalogue(entry.id)));
        }
        let pair = |entry: &&RuleEntry| entry.scope == Scope::Pair && entry.severity == super::Severity::G;
        if let Some(entry) = self.rules.iter().find(pair) {
            return Err(PackError::at(text, &format!("\"{}\"", entry.id), Fault::Severity));
        }
        let wrong = |rule: &LocalRule| {
            let told = |(words, fault): (String, Fault)| PackError::behind(text, &format!("\"{}\"", rule.id), &words, fault);
            rule.check().map_err(told)
        };
        self.local.iter().try_for_each(wrong)
    }
}
