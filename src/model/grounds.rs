//! The grounds of every judgement: facts, policy and projection, with what scores and rules ask of a
//! person and of a post worked out once.
use super::projection::{origin, retirement_date};
use super::records::{Acting, DisciplineLevel, FormerPost};
use super::rosters::Kind;
use super::{
    ClusterWords, EducationLevel, EmployeeIx, EmploymentKind, Facts, Golongan, Grade, Index, Parameters, Policy, PositionIx,
    PostKinds, Predicate, Projection, Rank,
};
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// A profession with placement rules of its own: counted, never moved automatically.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profession {
    /// Guru.
    Teacher,
    /// Tenaga kesehatan.
    HealthWorker,
}

/// Months spent on one kind of post, and whether the record is complete enough to say so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cumulative {
    /// Whole months known.
    pub months: i32,
    /// Whether the history is known in full: else the true figure may be higher.
    pub is_complete: bool,
}

/// What rules and scores ask of a person.
#[derive(Clone, Debug)]
pub struct PersonTerms {
    /// PNS, CPNS, PPPK …
    pub kind: EmploymentKind,
    /// Grade of the present (or abolished) post.
    pub grade: Option<Grade>,
    /// Class of the present (or abolished) post.
    pub class: Option<u8>,
    /// The present post, in scope or out of it.
    pub present: Option<PositionIx>,
    /// PNS golongan.
    pub rank: Option<Golongan>,
    /// Level of education.
    pub education: Option<EducationLevel>,
    /// Field of education, as an index into the table of fields; `None` where unknown.
    pub field: Option<u32>,
    /// Cluster of the field.
    pub cluster: Option<u16>,
    /// Whether the field counts as governmental (R27); `None` where the field is unknown.
    pub is_governmental: Option<bool>,
    /// TMT of the present post.
    pub in_post_since: Option<Date>,
    /// TMT pensiun.
    pub retires: Option<Date>,
    /// The heaviest measure in force on TMT; the inner `None` is one of unreadable level.
    pub discipline: Option<Option<DisciplineLevel>>,
    /// Months as pengawas (R13), the present post included.
    pub as_supervisor: Cumulative,
    /// Months as pelaksana (R14), the present post included.
    pub as_staff: Cumulative,
    /// Predikat of the calendar year before today's, and of the one before.
    pub predicates: [Option<Predicate>; 2],
    /// Guru or nakes.
    pub profession: Option<Profession>,
    /// Key staff on TMT.
    pub is_key: bool,
}

/// What rules and scores ask of a post.
#[derive(Clone, Debug)]
pub struct PostTerms {
    /// Its grade.
    pub grade: Option<Grade>,
    /// Demand on performance and potential, points: 60–100.
    pub demand: Option<u16>,
    /// Fields named.
    pub fields: Vec<u32>,
    /// Their clusters.
    pub clusters: Vec<u16>,
    /// Whether it is a camat's post (R27).
    pub is_camat: bool,
}

/// Facts, policy, projection and the terms of everyone.
#[derive(Debug)]
pub struct Grounds {
    /// The facts.
    pub facts: Arc<Facts>,
    /// The policy.
    pub policy: Policy,
    /// The facts on TMT.
    pub projection: Projection,
    /// Per employee.
    pub people: Vec<PersonTerms>,
    /// Per position.
    pub posts: Vec<PostTerms>,
    /// Kinds of posts.
    pub kinds: PostKinds,
    /// What belongs to a unit, a post, a person.
    pub index: Index,
}

impl Grounds {
    /// Works everything out.
    pub fn new(facts: impl Into<Arc<Facts>>, policy: Policy) -> Self {
        let facts = facts.into();
        let projection = Projection::of(&facts, &policy);
        let mut fields = FieldTable::new(&policy.parameters);
        let posts: Vec<PostTerms> =
            (0..facts.positions.len()).map(|at| post_terms(&facts, &projection, &mut fields, PositionIx::of(at))).collect();
        let studied: Vec<Option<u32>> = facts.people.iter().map(|person| fields.number(&person.field)).collect();
        let terms = |(at, field): (usize, Option<u32>)| person_terms(&facts, &policy, &fields, EmployeeIx::of(at), field);
        let people = studied.into_par_iter().enumerate().map(terms).collect();
        let kinds = PostKinds::of(&facts, &posts);
        Self { index: Index::of(&facts, &projection), facts, policy, projection, people, posts, kinds }
    }

    /// The post someone holds before the plan, of those in the plan.
    pub fn present(&self, who: EmployeeIx) -> Option<PositionIx> {
        self.projection.present(who)
    }

    /// Who stands in for a holder on TMT.
    pub fn acting(&self, post: PositionIx) -> impl Iterator<Item = &Acting> + '_ {
        let (position, tmt) = (&self.facts.positions[post.at()], self.policy.tmt);
        let here = |it: &&Acting| it.unit == position.unit && it.jabatan == position.jabatan;
        self.facts.acting.iter().filter(here).filter(move |it| it.until.is_none_or(|until| tmt <= until))
    }

    /// Days that a post has had no holder, today; `None` where that is not known.
    pub fn vacant_days(&self, post: PositionIx) -> Option<i32> {
        let since = self.facts.positions[post.at()].vacant_since?;
        since.until(self.policy.today).ok().map(|span| span.get_days().max(0))
    }

    /// Everyone of the facts.
    pub fn everyone(&self) -> impl Iterator<Item = EmployeeIx> + use<> {
        (0..self.facts.employees.len()).map(EmployeeIx::of)
    }

    /// Every position of the facts.
    pub fn every_post(&self) -> impl Iterator<Item = PositionIx> + use<> {
        (0..self.facts.positions.len()).map(PositionIx::of)
    }

    /// Positions in scope.
    pub fn posts_in_scope(&self) -> impl Iterator<Item = PositionIx> + '_ {
        self.every_post().filter(|post| self.projection.in_scope[post.at()])
    }
}

/// Fields of education, each once, with its cluster; and the words that are looked for in names.
struct FieldTable {
    clusters: ClusterWords,
    /// Words of fields that count as governmental, in upper case.
    government: Vec<String>,
    /// First words of posts, in upper case.
    teachers: Vec<String>,
    health_workers: Vec<String>,
    index: HashMap<String, u32>,
    cluster: Vec<Option<u16>>,
    is_governmental: Vec<bool>,
}

impl FieldTable {
    fn new(parameters: &Parameters) -> Self {
        let upper = |words: &[String]| words.iter().map(|word| word.to_uppercase()).collect();
        Self {
            clusters: parameters.cluster_words(),
            government: upper(&parameters.government_fields),
            teachers: upper(&parameters.teachers),
            health_workers: upper(&parameters.health_workers),
            index: HashMap::new(),
            cluster: Vec::new(),
            is_governmental: Vec::new(),
        }
    }

    /// The number of a field (trimmed, case ignored); `None` for an empty one.
    fn number(&mut self, field: &str) -> Option<u32> {
        let field = upper_case(field.trim());
        if field.is_empty() {
            return None;
        }
        if let Some(known) = self.index.get(field.as_ref()) {
            return Some(*known);
        }
        self.cluster.push(self.clusters.of(&field));
        self.is_governmental.push(self.government.iter().any(|word| field.contains(word)));
        let number = self.index.len() as u32;
        self.index.insert(field.into_owned(), number);
        Some(number)
    }
}

/// The text in upper case; most are written so.
fn upper_case(text: &str) -> Cow<'_, str> {
    let is_upper = text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_lowercase());
    if is_upper { Cow::Borrowed(text) } else { Cow::Owned(text.to_uppercase()) }
}

fn post_terms(facts: &Facts, projection: &Projection, fields: &mut FieldTable, at: PositionIx) -> PostTerms {
    let position = &facts.positions[at.at()];
    let numbers: Vec<u32> = position.fields.0.iter().filter_map(|field| fields.number(field)).collect();
    let has_event = facts.position_unit[at.at()].is_some_and(|unit| projection.unit_has_event[unit.at()]);
    PostTerms {
        grade: position.grade(),
        demand: position.grade().map(|grade| (demand(grade) + if has_event { 10 } else { 0 }).min(100)),
        clusters: numbers.iter().filter_map(|number| fields.cluster[*number as usize]).collect(),
        fields: numbers,
        is_camat: position.is_called("camat"),
    }
}

/// Demand of a post on performance and potential, points (plan-model).
const fn demand(grade: Grade) -> u16 {
    use super::Jenjang::{Ma, Mh, Mu, Pm, Pt, Py, Tr, Ut};
    match grade {
        Grade::Staff | Grade::Functional(Pm | Tr | Pt) => 60,
        Grade::Functional(Mh | Mu) => 75,
        Grade::Functional(Py | Ma) => 85,
        Grade::Functional(Ut) => 90,
        Grade::Structural(echelon) => match (echelon.tier(), echelon.code() % 10) {
            (1 | 2, _) => 95,
            (3, _) => 90,
            (4, 1) => 85,
            _ => 75,
        },
    }
}

fn person_terms(facts: &Facts, policy: &Policy, fields: &FieldTable, who: EmployeeIx, field: Option<u32>) -> PersonTerms {
    let employee = &facts.employees[who.at()];
    let person = &facts.people[who.at()];
    let (grade, class) = origin(facts, who);
    let last_year = policy.today.year() - 1;
    let in_force = person.discipline.iter().filter(|measure| measure.is_in_force(policy.tmt));
    PersonTerms {
        kind: employee.kind,
        grade,
        class,
        present: person.position,
        rank: match employee.rank {
            Some(Rank::Pns(golongan)) => Some(golongan),
            _ => None,
        },
        education: employee.education,
        field,
        cluster: field.and_then(|number| fields.cluster[number as usize]),
        is_governmental: field.map(|number| fields.is_governmental[number as usize]),
        in_post_since: employee.tmt_jabatan,
        retires: retirement_date(facts, policy, who),
        discipline: in_force.map(|measure| measure.level).max(),
        as_supervisor: cumulative(facts, policy, who, Grade::is_supervisor),
        as_staff: cumulative(facts, policy, who, |grade| grade == Grade::Staff),
        predicates: [person.predicate(last_year), person.predicate(last_year - 1)],
        profession: profession(facts, fields, who, grade),
        is_key: employee.key_until.is_some_and(|until| policy.tmt < until),
    }
}

fn profession(facts: &Facts, fields: &FieldTable, who: EmployeeIx, grade: Option<Grade>) -> Option<Profession> {
    if !grade.is_some_and(Grade::is_functional) {
        return None;
    }
    let employee = &facts.employees[who.at()];
    let name =
        facts.people[who.at()].position.map_or(&employee.jabatan_name, |post| &facts.positions[post.at()].name).to_uppercase();
    let begins = |words: &[String]| {
        words.iter().any(|word| name.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    if begins(&fields.teachers) {
        Some(Profession::Teacher)
    } else {
        begins(&fields.health_workers).then_some(Profession::HealthWorker)
    }
}

/// Months on posts of a kind up to TMT: former posts and the present one, overlaps counted once.
fn cumulative(facts: &Facts, policy: &Policy, who: EmployeeIx, is_kind: impl Fn(Grade) -> bool) -> Cumulative {
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
