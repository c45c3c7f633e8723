//! The grounds of every judgement: facts, policy and projection, with what scores and rules ask of a
//! person and of a post worked out once.
use super::projection::{origin, retirement_date};
use super::records::{Acting, Discipline, DisciplineLevel};
use super::sectors::begins_with;
use super::tenure::{Cumulative, cumulative, months_after};
use super::{
    ClusterWords, EducationLevel, EmployeeIx, EmploymentKind, Facts, Golongan, Grade, Index, Parameters, Policy, PositionIx,
    PostKinds, Predicate, Projection, Rank, Sectors, UnitId,
};
use jiff::civil::Date;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// So many months an acting appointment lasts before it is to be extended or the post filled (SE BKN 1/SE/I/2021).
const ACTING_MONTHS: i32 = 3;

/// A profession with placement rules of its own: counted, never moved automatically.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profession {
    /// Guru.
    Teacher,
    /// Tenaga kesehatan.
    HealthWorker,
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
    /// Whether criminal proceedings are under way on TMT (R08): no disciplinary measure.
    pub is_on_trial: bool,
    /// Whether the present (or abolished) post is an official's (R23, R24).
    pub is_official: bool,
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
    /// Whether its holder is an official: JPT, administrator, pengawas, or functional at the head of a unit (R23, R24).
    pub is_official: bool,
    /// The lists of units of local rules that its unit or one above it stands in: the lowest bit is the first list.
    pub unit_lists: u64,
    /// The sectors of its unit (R30).
    pub sectors: Sectors,
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
        let sectors = Sectors::of_units(&facts, &policy.parameters);
        let posts: Vec<PostTerms> = (0..facts.positions.len())
            .map(|at| post_terms(&facts, &projection, (&sectors, &policy.parameters.unit_lists), &mut fields, PositionIx::of(at)))
            .collect();
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

    /// Since when an acting appointment has lasted too long, today: three months after it began (SE BKN 1/SE/I/2021);
    /// `None` where it has not, has ended, or its beginning is not known.
    pub fn acting_too_long(&self, it: &Acting) -> Option<Date> {
        let today = self.policy.today;
        let end = months_after(it.from?, ACTING_MONTHS);
        (end < today && it.until.is_none_or(|until| today <= until)).then_some(end)
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
    unit_heads: Vec<String>,
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
            unit_heads: upper(&parameters.unit_heads),
            index: HashMap::new(),
            cluster: Vec::new(),
            is_governmental: Vec::new(),
        }
    }

    /// Whether whoever holds a post of that grade and name is an official.
    fn is_official(&self, grade: Option<Grade>, name: &str) -> bool {
        match grade {
            Some(Grade::Structural(echelon)) => echelon.tier() <= 4,
            Some(Grade::Functional(_)) => begins_with(&upper_case(name), &self.unit_heads),
            Some(Grade::Staff) | None => false,
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

fn post_terms(
    facts: &Facts,
    projection: &Projection,
    (sectors, lists): (&[Sectors], &[Vec<UnitId>]),
    fields: &mut FieldTable,
    at: PositionIx,
) -> PostTerms {
    let position = &facts.positions[at.at()];
    let numbers: Vec<u32> = position.fields.0.iter().filter_map(|field| fields.number(field)).collect();
    let has_event = facts.position_unit[at.at()].is_some_and(|unit| projection.unit_has_event[unit.at()]);
    PostTerms {
        grade: position.grade(),
        demand: position.grade().map(|grade| (demand(grade) + if has_event { 10 } else { 0 }).min(100)),
        clusters: numbers.iter().filter_map(|number| fields.cluster[*number as usize]).collect(),
        fields: numbers,
        is_camat: position.is_called("camat"),
        is_official: fields.is_official(position.grade(), &position.name),
        unit_lists: unit_lists(facts, lists, at),
        sectors: facts.position_unit[at.at()].map(|unit| sectors[unit.at()]).unwrap_or_default(),
    }
}

/// The lists that a post's unit stands in, or a unit above it.
fn unit_lists(facts: &Facts, lists: &[Vec<UnitId>], at: PositionIx) -> u64 {
    let Some(unit) = facts.position_unit[at.at()].filter(|_| !lists.is_empty()) else { return 0 };
    let stands = |list: &Vec<UnitId>| facts.ancestors(unit).any(|unit| list.contains(&facts.units[unit.at()].id));
    (0..).zip(lists).filter(|(_, list)| stands(list)).fold(0, |mask, (at, _)| mask | 1u64 << at)
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
    let in_force = || person.discipline.iter().filter(|measure| measure.is_in_force(policy.tmt));
    let (trials, measures): (Vec<&Discipline>, Vec<&Discipline>) =
        in_force().partition(|measure| measure.level == Some(DisciplineLevel::Trial));
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
        discipline: measures.iter().map(|measure| measure.level).max(),
        is_on_trial: !trials.is_empty(),
        is_official: fields.is_official(grade, post_name(facts, who)),
        as_supervisor: cumulative(facts, policy, who, Grade::is_supervisor),
        as_staff: cumulative(facts, policy, who, |grade| grade == Grade::Staff),
        predicates: [person.predicate(last_year), person.predicate(last_year - 1)],
        profession: profession(facts, fields, who, grade),
        is_key: employee.key_until.is_some_and(|until| policy.tmt < until),
    }
}

/// The name of the present post: the peta's, or else the export's.
fn post_name(facts: &Facts, who: EmployeeIx) -> &str {
    let recorded = &facts.employees[who.at()].jabatan_name;
    facts.people[who.at()].position.map_or(recorded, |post| &facts.positions[post.at()].name)
}

fn profession(facts: &Facts, fields: &FieldTable, who: EmployeeIx, grade: Option<Grade>) -> Option<Profession> {
    if !grade.is_some_and(Grade::is_functional) {
        return None;
    }
    let name = post_name(facts, who).to_uppercase();
    let begins = |words: &[String]| {
        words.iter().any(|word| name.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    if begins(&fields.teachers) {
        Some(Profession::Teacher)
    } else {
        begins(&fields.health_workers).then_some(Profession::HealthWorker)
    }
}
