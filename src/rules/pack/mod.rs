//! Dated rule packs: which rules count, how severe they are, what they cite, with which figures. A pack is a RON file: a
//! full one, one *based on* another (only what differs stands in it), or an addition laid over the packs before it.
mod error;
mod file;

pub use error::{Fault, PackError};
pub use file::{Figures, PackFile};

use super::{Aspect, LocalRule, RuleId, Scope, Severity};
use crate::model::{Dated, NineBoxCuts, ParameterChoices, Parameters, PostType, Profiles, Status, UnitId};
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

/// A pack.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its name, as in `workspace.ron`; with those laid over it, joined by `+`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// First day it holds.
    pub valid_from: Option<Date>,
    /// Last day it holds.
    pub valid_to: Option<Date>,
    /// Where it comes from.
    pub source: String,
    figures: Figures,
    rules: Vec<RuleEntry>,
    local: Vec<LocalRule>,
    /// The entries of the local rules, in their order.
    local_entries: Vec<RuleEntry>,
    /// The lists of units that local rules name, each once.
    unit_lists: Vec<Vec<UnitId>>,
}

/// A pack's text and where it stands.
#[derive(Clone, Debug)]
pub struct PackText {
    /// The file, or the name of a pack that comes with the program.
    pub place: String,
    /// What it says.
    pub text: String,
}

/// Finds a pack by name beside those that come with the program; `None` where there is none.
pub type Find<'a> = &'a dyn Fn(&str) -> Option<PackText>;

/// The packs that come with the program.
const BUILT_IN: &[(&str, &str)] =
    &[("2026-07", include_str!("../../../data/rules/2026-07.ron")), ("2025-07", include_str!("../../../data/rules/2025-07.ron"))];
const CLUSTERS: &str = include_str!("../../../data/rules/rumpun.ron");

impl Pack {
    /// The name of the pack a new workspace gets.
    pub const DEFAULT: &'static str = "2026-07";

    /// The names of the packs that come with the program.
    pub fn known() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// The pack of that name that comes with the program.
    ///
    /// # Errors
    /// [`PackError`] where there is none, or it cannot be read.
    pub fn built_in(name: &str) -> Result<Self, PackError> {
        Self::load(&[name.to_owned()], &|_| None)
    }

    /// Reads a full pack's text, or one that is based on a pack of the program.
    ///
    /// # Errors
    /// [`PackError`] with line and column.
    pub fn read(name: &str, text: &str) -> Result<Self, PackError> {
        let of_text = |asked: &str| (asked == name).then(|| PackText { place: name.to_owned(), text: text.to_owned() });
        Self::load(&[name.to_owned()], &of_text)
    }

    /// The packs of these names, one on the other: the first must be complete (by itself or by what it is based on); of
    /// the others the additions are laid over it in order, and those that stand for themselves count only when asked for.
    ///
    /// # Errors
    /// [`PackError`] with file, line and column.
    pub fn load(names: &[String], find: Find<'_>) -> Result<Self, PackError> {
        let first = names.first().map_or(Self::DEFAULT, String::as_str);
        let mut pack = Self::whole(first, find, &mut Vec::new())?;
        for name in names.iter().skip(1) {
            let text = found(name, find)?;
            let file = PackFile::parse(&text)?;
            if file.stands_alone() {
                Self::whole(name, find, &mut Vec::new())?;
                continue;
            }
            pack.name = format!("{}+{name}", pack.name);
            pack.lay(file, &text)?;
        }
        Ok(pack)
    }

    /// A pack with all it is based on.
    fn whole(name: &str, find: Find<'_>, asked: &mut Vec<String>) -> Result<Self, PackError> {
        let text = found(name, find)?;
        let mut file = PackFile::parse(&text)?;
        if asked.iter().any(|before| before == name) {
            return Err(PackError::at(&text, "based_on", Fault::Circle(name.to_owned())));
        }
        asked.push(name.to_owned());
        let mut pack = match file.based_on.take() {
            Some(base) => Self::whole(&base, find, asked)?,
            None => Self {
                name: String::new(),
                title: String::new(),
                valid_from: None,
                valid_to: None,
                source: String::new(),
                figures: Figures::complete(&mut file)
                    .map_err(|missing| PackError::at(&text, "(", Fault::Missing(missing.to_owned())))?,
                rules: Vec::new(),
                local: Vec::new(),
                local_entries: Vec::new(),
                unit_lists: Vec::new(),
            },
        };
        (pack.name, pack.title, pack.source) = (name.to_owned(), file.title.clone(), file.source.clone());
        (pack.valid_from, pack.valid_to) = (file.valid_from, file.valid_to);
        pack.lay(file, &text)?;
        if let Some(rule) = RuleId::ALL.iter().find(|rule| pack.rules.iter().all(|entry| entry.id != **rule)) {
            return Err(PackError::at(&text, "rules", Fault::Missing(rule.to_string())));
        }
        Ok(pack)
    }

    /// Lays a file over what is there: figures and entries it names take the place of those before.
    fn lay(&mut self, mut file: PackFile, text: &PackText) -> Result<(), PackError> {
        file.check(text)?;
        self.figures.change(&mut file);
        for entry in file.rules {
            match self.rules.iter_mut().find(|known| known.id == entry.id) {
                Some(known) => *known = entry,
                None => self.rules.push(entry),
            }
        }
        self.rules.sort_unstable_by_key(|entry| entry.id);
        for rule in file.local {
            match self.local.iter_mut().find(|known| known.id == rule.id) {
                Some(known) => *known = rule,
                None => self.local.push(rule),
            }
        }
        self.local.sort_by_key(|rule| rule.id);
        self.unit_lists.clear();
        for rule in &mut self.local {
            rule.number_units(&mut self.unit_lists).map_err(|fault| PackError::at(text, "local", fault))?;
        }
        self.local_entries = self.local.iter().map(LocalRule::entry).collect();
        Ok(())
    }

    /// The pack's figures as they stand on a day.
    pub fn parameters(&self, tmt: Date) -> Parameters {
        self.chosen(tmt, &ParameterChoices::default())
    }

    /// The pack's figures as they stand on a day, with what a workspace chooses or sets otherwise.
    pub fn chosen(&self, tmt: Date, choices: &ParameterChoices) -> Parameters {
        let (it, named) = (&self.figures, &choices.profiles);
        let minimum = Dated::on(&it.minimum_tenure, tmt, named.minimum_tenure.as_deref());
        let jpm = Dated::always(&it.jpm, tmt, named.jpm.as_deref());
        let nine_box = Dated::always(&it.nine_box, tmt, named.nine_box.as_deref());
        let retirement = Dated::always(&it.retirement, tmt, named.retirement.as_deref());
        let hours = Dated::always(&it.working_hours, tmt, named.working_hours.as_deref());
        let ages = retirement.map(|it| it.value);
        let parameters = Parameters {
            profiles: Profiles {
                pack: self.name.clone(),
                minimum_tenure: name_of(minimum),
                jpm: name_of(jpm),
                nine_box: name_of(nine_box),
                retirement: name_of(retirement),
                working_hours: name_of(hours),
            },
            minimum_tenure_months: minimum.map_or(0, |it| it.value),
            long_tenure_years: it.long_tenure_years,
            retirement_margin_months: it.retirement_margin_months,
            retirement_margin_managerial_months: it.retirement_margin_managerial_months,
            supervisor_months: it.supervisor_months,
            staff_months: it.staff_months,
            assessment_years: it.assessment_years,
            jpm_threshold: jpm.map_or(0, |it| it.value.0),
            nine_box: nine_box.map_or(NineBoxCuts::UNKNOWN, |it| it.value),
            retirement_ages: ages.map_or([0; 5], |it| [it.jpt, it.general, it.utama, it.madya, it.functional]),
            hours_per_head: hours.map_or(0, |it| it.value / 60),
            teachers: it.teachers.clone(),
            health_workers: it.health_workers.clone(),
            unit_heads: it.unit_heads.clone(),
            school_units: it.school_units.clone(),
            health_units: it.health_units.clone(),
            freeze_months: it.freeze_months,
            elections: it.elections.clone(),
            new_head_months: it.new_head_months,
            kept_pct: it.kept_pct,
            objection: it.objection,
            report_working_days: it.report_working_days,
            holidays: Vec::new(),
            unit_lists: self.unit_lists.clone(),
            government_fields: it.government_fields.clone(),
            clusters: ron::from_str(CLUSTERS).unwrap_or_default(),
        };
        parameters.with(choices)
    }

    /// The names of the profiles there are, by list, for whoever chooses one that is not there.
    pub fn profile_names(&self) -> [(&'static str, Vec<&str>); 5] {
        fn names<T>(list: &[Dated<T>]) -> Vec<&str> {
            list.iter().map(|it| it.name.as_str()).collect()
        }
        let it = &self.figures;
        [
            ("minimum_tenure", names(&it.minimum_tenure)),
            ("jpm", names(&it.jpm)),
            ("nine_box", names(&it.nine_box)),
            ("retirement", names(&it.retirement)),
            ("working_hours", names(&it.working_hours)),
        ]
    }

    /// The rules of local packs.
    pub fn local(&self) -> &[LocalRule] {
        &self.local
    }

    /// A local rule.
    pub fn local_rule(&self, rule: RuleId) -> Option<&LocalRule> {
        self.local.iter().find(|it| it.id == rule)
    }

    /// Whether there is such a rule.
    pub fn has(&self, rule: RuleId) -> bool {
        !rule.is_local() || self.local_rule(rule).is_some()
    }

    /// The entry of a rule. Every rule of the catalogue has one, in its order; the local ones follow in theirs. One that no
    /// pack has any more is told as the first of the catalogue would be: no rule judges by it.
    pub fn entry(&self, rule: RuleId) -> &RuleEntry {
        match rule.place() {
            Ok(at) => &self.rules[at],
            Err(_) => self.local_entries.iter().find(|entry| entry.id == rule).unwrap_or(&self.rules[0]),
        }
    }

    /// Whose moves need the document of a gate, where the pack asks for it.
    pub fn document_need(&self, gate: RuleId) -> Option<&DocumentNeed> {
        self.figures.documents.iter().find(|need| need.rule == gate)
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

fn name_of<T>(it: Option<&Dated<T>>) -> String {
    it.map(|it| it.name.clone()).unwrap_or_default()
}

/// A pack's text: the workspace's own, or the program's.
fn found(name: &str, find: Find<'_>) -> Result<PackText, PackError> {
    let built_in = || BUILT_IN.iter().find(|(known, _)| *known == name);
    let text = find(name).or_else(|| built_in().map(|(name, text)| PackText { place: (*name).into(), text: (*text).into() }));
    text.ok_or_else(|| PackError::Unknown { name: name.to_owned(), known: Pack::known().collect::<Vec<_>>().join(", ") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_pack_that_comes_with_the_program_is_complete() {
        for name in Pack::known() {
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
        let other = Pack::built_in("2025-07").unwrap();
        assert_eq!(other.parameters(date(2025, 6, 30)).minimum_tenure_months, 24);
        assert_eq!(other.parameters(date(2025, 7, 1)).minimum_tenure_months, 6);
    }

    #[test]
    fn a_typo_in_a_pack_is_told_with_line_and_column() {
        let text = BUILT_IN[0].1.replace("long_tenure_years", "long_tenure_year");
        let error = Pack::read("x", &text).unwrap_err().to_string();
        assert!(error.contains("long_tenure_year"), "{error}");
        assert!(matches!(Pack::built_in("2020"), Err(PackError::Unknown { .. })));
    }
}
