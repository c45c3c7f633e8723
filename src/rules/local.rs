//! Rules of a local pack: the least or most of a fact, for posts of some types or units, with words of their own. A
//! planner writes them in RON; no program code is needed.
use super::pack::{Automatic, Fault, RuleEntry};
use super::pair::Case;
use super::{Finding, Reason, RuleId, Scope, Severity};
use crate::model::records::Points;
use crate::model::{EducationLevel, Golongan, PostType, Predicate, UnitId, whole_months};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// What a local rule may look at. Sex, age, faith and the like are not among them (R31).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Whole months in the present post on TMT.
    TenureMonths,
    /// Class of the post less the class of the present one.
    ClassChange,
    /// Level of education, such as "S-1".
    Education,
    /// Golongan of a PNS, such as "III/c".
    Golongan,
    /// JPM for the post, percent.
    Jpm,
    /// Potential, points.
    Potential,
    /// Predikat of last year, such as "Baik".
    Performance,
    /// Whole months from TMT to TMT pensiun.
    RetirementMonths,
    /// Months as pengawas.
    SupervisorMonths,
    /// Months as pelaksana.
    StaffMonths,
}

impl Fact {
    /// As written in a pack.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TenureMonths => "tenure_months",
            Self::ClassChange => "class_change",
            Self::Education => "education",
            Self::Golongan => "golongan",
            Self::Jpm => "jpm",
            Self::Potential => "potential",
            Self::Performance => "performance",
            Self::RetirementMonths => "retirement_months",
            Self::SupervisorMonths => "supervisor_months",
            Self::StaffMonths => "staff_months",
        }
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Education => "a level such as \"S-1\"",
            Self::Golongan => "a golongan such as \"III/c\"",
            Self::Performance => "a predikat such as \"Baik\"",
            Self::Jpm | Self::Potential => "0 to 100, such as \"68.00\"",
            _ => "a whole number",
        }
    }

    /// A bound as a figure of the fact: months, classes, codes, hundredths, points of a predikat.
    fn read(self, text: &str) -> Option<i64> {
        match self {
            Self::Education => EducationLevel::parse(text).map(|it| it.code().into()),
            Self::Golongan => Golongan::parse(text).map(|it| it.code().into()),
            Self::Performance => Predicate::parse(text).map(|it| it.points().into()),
            Self::Jpm | Self::Potential => Points::parse(text).map(|it| it.0.into()),
            _ => text.trim().parse().ok(),
        }
    }

    /// The figure as people write it.
    pub fn worded(self, figure: i64) -> String {
        let code = u8::try_from(figure).unwrap_or_default();
        let word = match self {
            Self::Education => EducationLevel::from_code(code).map(|it| it.to_string()),
            Self::Golongan => Golongan::from_code(code).map(|it| it.to_string()),
            Self::Performance => Predicate::ALL.into_iter().find(|it| i64::from(it.points()) == figure).map(|it| it.to_string()),
            Self::Jpm | Self::Potential => u16::try_from(figure).ok().map(|figure| Points(figure).to_string()),
            _ => None,
        };
        word.unwrap_or_else(|| figure.to_string())
    }

    /// The figure of a pair; `None` where it is not known.
    fn of(self, case: &Case<'_>) -> Option<i64> {
        let person = case.person();
        let cumulative = |it: crate::model::Cumulative| it.is_complete.then_some(i64::from(it.months));
        match self {
            Self::TenureMonths => person.in_post_since.map(|since| whole_months(since, case.policy().tmt).into()),
            Self::ClassChange => person.class.zip(case.position().class).map(|(from, to)| i64::from(to) - i64::from(from)),
            Self::Education => person.education.map(|it| it.code().into()),
            Self::Golongan => person.rank.map(|it| it.code().into()),
            Self::Jpm => crate::scoring::competence_factor(case.grounds, case.who, case.post).map(i64::from),
            Self::Potential => case.grounds.facts.people[case.who.at()].potential.map(|it| it.0.into()),
            Self::Performance => person.predicates[0].map(|it| it.points().into()),
            Self::RetirementMonths => person.retires.map(|date| whole_months(case.policy().tmt, date).into()),
            Self::SupervisorMonths => cumulative(person.as_supervisor),
            Self::StaffMonths => cumulative(person.as_staff),
        }
    }
}

/// A bound as it stands in the file: a number or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound(String);

impl<'de> Deserialize<'de> for Bound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl de::Visitor<'_> for Any {
            type Value = Bound;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a text")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Bound, E> {
                Ok(Bound(text.to_owned()))
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Bound, E> {
                Ok(Bound(number.to_string()))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Bound, E> {
                Ok(Bound(number.to_string()))
            }
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Bound, E> {
                Ok(Bound(number.to_string()))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// Words in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

/// A local rule as it stands in a pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalRule {
    /// L01 to L40.
    pub id: RuleId,
    /// What it looks at.
    pub fact: Fact,
    /// The least that holds.
    #[serde(default)]
    pub min: Option<Bound>,
    /// The most that holds.
    #[serde(default)]
    pub max: Option<Bound>,
    /// Posts of these types as targets; empty: any.
    #[serde(default)]
    pub targets: Vec<PostType>,
    /// Posts of these types as origins; empty: any.
    #[serde(default)]
    pub origins: Vec<PostType>,
    /// Targets in these units, or below them; empty: anywhere.
    #[serde(default)]
    pub target_units: Vec<UnitId>,
    /// Origins in these units, or below them; empty: anywhere.
    #[serde(default)]
    pub origin_units: Vec<UnitId>,
    /// Whether it looks at promotions alone.
    #[serde(default)]
    pub only_promotions: bool,
    /// Whether PPPK are judged by it too.
    #[serde(default)]
    pub pppk: bool,
    /// What failing means.
    pub severity: Severity,
    /// What the core may do.
    #[serde(default = "freely")]
    pub automatic: Automatic,
    /// Article and paragraph.
    pub citation: String,
    /// Whether someone has read it there.
    #[serde(default)]
    pub verified: bool,
    /// First day of the plan (TMT) for which it holds.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub to: Option<Date>,
    /// What it is about, short.
    pub name: Words,
    /// What it says of a pair, with `{has}`, `{min}` and `{max}`.
    pub sentence: Words,
    /// The places of its units in the pack's lists: of targets, of origins.
    #[serde(skip)]
    lists: [Option<u8>; 2],
}

const fn freely() -> Automatic {
    Automatic::Free
}

impl LocalRule {
    /// Judges a pair; `None` where the rule does not look at it.
    pub fn judge(&self, case: &Case<'_>) -> Option<Finding> {
        if !self.looks_at(case) {
            return None;
        }
        let has = self.fact.of(case);
        let (min, max) = (self.least(), self.most());
        let holds = has.map(|has| min.is_none_or(|min| min <= has) && max.is_none_or(|max| has <= max));
        Some(Finding::known(holds, Reason::Local { has }))
    }

    fn looks_at(&self, case: &Case<'_>) -> bool {
        let tmt = case.policy().tmt;
        let in_force = self.from.is_none_or(|from| from <= tmt) && self.to.is_none_or(|to| tmt <= to);
        let among = |types: &[PostType], grade: Option<crate::model::Grade>| {
            types.is_empty() || grade.is_some_and(|grade| types.contains(&PostType::of(grade)))
        };
        let present = case.grounds.facts.people[case.who.at()].position;
        let origin = present.map_or(0, |post| case.grounds.posts[post.at()].unit_lists);
        let within = |list: Option<u8>, lists: u64| list.is_none_or(|at| lists >> at & 1 == 1);
        in_force
            && (self.pppk || !case.person().kind.is_pppk())
            && among(&self.targets, case.terms().grade)
            && among(&self.origins, case.person().grade)
            && within(self.lists[0], case.terms().unit_lists)
            && within(self.lists[1], origin)
            && (!self.only_promotions || case.is_promotion() == Some(true))
    }

    /// The least that holds, as a figure.
    pub fn least(&self) -> Option<i64> {
        self.min.as_ref().and_then(|bound| self.fact.read(&bound.0))
    }

    /// The most that holds, as a figure.
    pub fn most(&self) -> Option<i64> {
        self.max.as_ref().and_then(|bound| self.fact.read(&bound.0))
    }

    /// As an entry of a pack.
    pub(super) fn entry(&self) -> RuleEntry {
        RuleEntry {
            id: self.id,
            scope: Scope::Pair,
            severity: self.severity,
            severity_on: Vec::new(),
            scope_on: Vec::new(),
            automatic: self.automatic,
            citation: self.citation.clone(),
            verified: self.verified,
        }
    }

    /// Finds its units among the lists of the pack, and adds those that are not there yet.
    pub(super) fn number_units(&mut self, lists: &mut Vec<Vec<UnitId>>) -> Result<(), Fault> {
        let mut number = |units: &Vec<UnitId>| {
            if units.is_empty() {
                return Ok(None);
            }
            let at = lists.iter().position(|known| known == units).unwrap_or_else(|| {
                lists.push(units.clone());
                lists.len() - 1
            });
            u8::try_from(at).ok().filter(|at| *at < 64).map(Some).ok_or(Fault::TooManyUnits)
        };
        self.lists = [number(&self.target_units)?, number(&self.origin_units)?];
        Ok(())
    }

    /// What is wrong with it, and the words where that stands.
    pub(super) fn check(&self) -> Result<(), (String, Fault)> {
        let quoted = format!("\"{}\"", self.id);
        if !self.id.is_local() {
            return Err((quoted, Fault::NotLocal(self.id)));
        }
        if self.min.is_none() && self.max.is_none() {
            return Err((quoted, Fault::NoBound(self.id)));
        }
        let mut bounds = [&self.min, &self.max].into_iter().flatten();
        if let Some(bound) = bounds.find(|bound| self.fact.read(&bound.0).is_none()) {
            let (fact, expected) = (self.fact.name(), self.fact.expected());
            return Err((bound.0.clone(), Fault::Bound { bound: bound.0.clone(), fact, expected }));
        }
        if self.severity == Severity::G {
            return Err((quoted, Fault::Severity));
        }
        let words = [&self.name.id, &self.name.en, &self.sentence.id, &self.sentence.en];
        if words.iter().any(|text| text.trim().is_empty()) {
            return Err((quoted, Fault::NoWords));
        }
        match [&self.sentence.id, &self.sentence.en].into_iter().find_map(|text| unknown_placeholder(text)) {
            Some(found) => Err((found.clone(), Fault::Placeholder(found))),
            None => Ok(()),
        }
    }
}

/// The first `{…}` of a sentence that is none of those there are.
fn unknown_placeholder(sentence: &str) -> Option<String> {
    let begun = sentence.match_indices('{').map(|(at, _)| &sentence[at..]);
    let whole = begun.map(|rest| rest.find('}').map_or(rest, |end| &rest[..=end]));
    whole.into_iter().find(|it| !["{has}", "{min}", "{max}"].contains(it)).map(ToOwned::to_owned)
}
