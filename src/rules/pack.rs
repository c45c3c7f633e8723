//! Dated rule packs: which rules count, how severe they are, what they cite, with which figures.
use super::{Aspect, RuleId, Scope, Severity};
use crate::model::{Election, ObjectionDays, Parameters, PostType, Status, records::Points};
use jiff::civil::Date;
use serde::Deserialize;

/// Whether the core may propose by itself a pair that fails a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Automatic {
    /// No: open to the planner's hand only.
    No,
    /// At a price, hundredths of a point.
    Price(i64),
    /// Freely.
    Free,
}

/// A rule as the pack has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleEntry {
    /// Which.
    pub id: RuleId,
    /// What it looks at.
    pub scope: Scope,
    /// What failing means.
    pub severity: Severity,
    /// What it means on another side of the rule.
    #[serde(default)]
    pub severity_on: Vec<(Aspect, Severity)>,
    /// Another scope on another side of the rule.
    #[serde(default)]
    pub scope_on: Vec<(Aspect, Scope)>,
    /// What the core may do.
    pub automatic: Automatic,
    /// Article and paragraph.
    pub citation: String,
    /// Whether someone has read it there.
    pub verified: bool,
}

/// A document that moves need, and before which status.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentNeed {
    /// The gate.
    pub rule: RuleId,
    /// The status that needs it.
    pub before: Status,
    /// Moves from or to posts of these types need it.
    pub of: Vec<PostType>,
}

/// A value in force from a day on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DatedMonths {
    from: Date,
    months: i32,
    #[allow(dead_code)] // printed with the pack in the documents to come
    source: String,
}

/// A pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its name, as in `workspace.ron`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// First day it holds.
    pub valid_from: Date,
    /// Last day it holds.
    #[serde(default)]
    pub valid_to: Option<Date>,
    /// Where it comes from.
    pub source: String,
    minimum_tenure: Vec<DatedMonths>,
    long_tenure_years: i32,
    retirement_margin_months: i32,
    retirement_margin_managerial_months: i32,
    supervisor_months: i32,
    staff_months: i32,
    assessment_years: i32,
    jpm_threshold: Points,
    retirement_ages: (i32, i32, i32, i32, i32),
    hours_per_head: i32,
    teachers: Vec<String>,
    health_workers: Vec<String>,
    unit_heads: Vec<String>,
    school_units: Vec<String>,
    health_units: Vec<String>,
    freeze_months: i32,
    elections: Vec<Election>,
    new_head_months: i32,
    kept_pct: u32,
    documents: Vec<DocumentNeed>,
    objection: ObjectionDays,
    report_working_days: i32,
    government_fields: Vec<String>,
    rules: Vec<RuleEntry>,
}

/// Why a pack cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// It cannot be read.
    #[error("rule pack {name}: {source}")]
    Unreadable {
        /// The pack.
        name: String,
        /// Line, column and what was expected.
        source: Box<ron::error::SpannedError>,
    },
    /// There is none of that name.
    #[error("no rule pack is called {name}; there is: {known}")]
    Unknown {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: String,
    },
    /// A rule is missing or stands twice.
    #[error("rule pack {name}: {rule} must stand in it exactly once")]
    Rule {
        /// The pack.
        name: String,
        /// The rule.
        rule: RuleId,
    },
}

/// The packs that come with the program.
const BUILT_IN: &[(&str, &str)] = &[("2026-07", include_str!("../../data/rules/2026-07.ron"))];
const CLUSTERS: &str = include_str!("../../data/rules/rumpun.ron");

impl Pack {
    /// The name of the pack a new workspace gets.
    pub const DEFAULT: &'static str = "2026-07";

    /// The pack of that name.
    ///
    /// # Errors
    /// [`PackError`] where there is none, or it cannot be read.
    pub fn built_in(name: &str) -> Result<Self, PackError> {
        let known = || BUILT_IN.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let found = BUILT_IN.iter().find(|(known, _)| *known == name);
        let (_, text) = found.ok_or_else(|| PackError::Unknown { name: name.to_owned(), known: known() })?;
        Self::read(name, text)
    }

    /// Reads a pack's text.
    ///
    /// # Errors
    /// [`PackError`] with line and column, or naming a rule that does not stand in it exactly once.
    pub fn read(name: &str, text: &str) -> Result<Self, PackError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let mut pack: Self =
            options.from_str(text).map_err(|source| PackError::Unreadable { name: name.to_owned(), source: Box::new(source) })?;
        for rule in RuleId::ALL {
            if pack.rules.iter().filter(|entry| entry.id == *rule).count() != 1 {
                return Err(PackError::Rule { name: name.to_owned(), rule: *rule });
            }
        }
        pack.rules.sort_unstable_by_key(|entry| entry.id);
        Ok(pack)
    }

    /// The pack's figures as they stand on a day.
    pub fn parameters(&self, tmt: Date) -> Parameters {
        let in_force = self.minimum_tenure.iter().filter(|value| value.from <= tmt).max_by_key(|value| value.from);
        let (jpt, general, utama, madya, functional) = self.retirement_ages;
        Parameters {
            minimum_tenure_months: in_force.map_or(0, |value| value.months),
            long_tenure_years: self.long_tenure_years,
            retirement_margin_months: self.retirement_margin_months,
            retirement_margin_managerial_months: self.retirement_margin_managerial_months,
            supervisor_months: self.supervisor_months,
            staff_months: self.staff_months,
            assessment_years: self.assessment_years,
            jpm_threshold: self.jpm_threshold.0,
            retirement_ages: [jpt, general, utama, madya, functional],
            hours_per_head: self.hours_per_head,
            teachers: self.teachers.clone(),
            health_workers: self.health_workers.clone(),
            unit_heads: self.unit_heads.clone(),
            school_units: self.school_units.clone(),
            health_units: self.health_units.clone(),
            freeze_months: self.freeze_months,
            elections: self.elections.clone(),
            new_head_months: self.new_head_months,
            kept_pct: self.kept_pct,
            objection: self.objection,
            report_working_days: self.report_working_days,
            holidays: Vec::new(),
            government_fields: self.government_fields.clone(),
            clusters: ron::from_str(CLUSTERS).unwrap_or_default(),
        }
    }

    /// The entry of a rule. [`Pack::read`] made sure that every rule has one, in the order of the catalogue.
    pub fn entry(&self, rule: RuleId) -> &RuleEntry {
        &self.rules[rule as usize]
    }

    /// Whose moves need the document of a gate, where the pack asks for it.
    pub fn document_need(&self, gate: RuleId) -> Option<&DocumentNeed> {
        self.documents.iter().find(|need| need.rule == gate)
    }

    /// What a rule looks at on a side of it.
    pub fn scope(&self, rule: RuleId, aspect: Aspect) -> Scope {
        let entry = self.entry(rule);
        entry.scope_on.iter().find(|(side, _)| *side == aspect).map_or(entry.scope, |(_, scope)| *scope)
    }

    /// What failing a rule means on a side of it.
    pub fn severity(&self, rule: RuleId, aspect: Aspect) -> Severity {
        let entry = self.entry(rule);
        entry.severity_on.iter().find(|(side, _)| *side == aspect).map_or(entry.severity, |(_, severity)| *severity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_pack_that_comes_with_the_program_is_complete() {
        for (name, _) in BUILT_IN {
            let pack = Pack::built_in(name).unwrap();
            assert_eq!(pack.name, *name);
            assert!(pack.rules.iter().all(|entry| !entry.citation.is_empty()));
            assert!(RuleId::ALL.iter().all(|rule| pack.entry(*rule).id == *rule));
            assert!(pack.parameters(date(2027, 1, 1)).clusters.len() > 5);
        }
    }

    #[test]
    fn the_minimum_tenure_is_the_one_in_force_on_tmt() {
        let pack = Pack::built_in(Pack::DEFAULT).unwrap();
        assert_eq!(pack.parameters(date(2027, 1, 1)).minimum_tenure_months, 24);
        assert_eq!(pack.parameters(date(2018, 1, 1)).minimum_tenure_months, 0);
    }

    #[test]
    fn a_typo_in_a_pack_is_told_with_line_and_column() {
        let text = BUILT_IN[0].1.replace("long_tenure_years", "long_tenure_year");
        let error = Pack::read("x", &text).unwrap_err().to_string();
        assert!(error.contains("long_tenure_year"), "{error}");
        assert!(matches!(Pack::built_in("2020"), Err(PackError::Unknown { .. })));
    }
}
