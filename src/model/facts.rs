//! All facts, linked: ids resolved once, so that everything after works on indexes.
use super::person::EmployeeFacts;
use super::records::{
    AbolishedPost, Acting, Appraisal, Aspiration, Assessment, Discipline, FormerPost, Relation, Requirements, Survey, Talent,
    Workload,
};
use super::rosters::{Kind, Rosters};
use super::{Competency, Employee, EmployeeIx, JabatanId, Nip, Position, PositionId, PositionIx, Unit, UnitId, UnitIx, field_of};
use jiff::civil::Date;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

/// What a wish asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishTarget {
    /// That position.
    Position(PositionIx),
    /// Any position of that unit.
    Unit(UnitIx),
}

/// A wish of an employee, linked. A wish for a post nobody knows is kept without a target: it is
/// counted as open and never served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// 1–5.
    pub order: i8,
    /// What is asked for.
    pub target: Option<WishTarget>,
}

/// A change of workload, linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEvent {
    /// The unit.
    pub unit: UnitIx,
    /// The post whose need it raises; `None`: only the unit's demand.
    pub position: Option<PositionIx>,
    /// From when; `None` (unreadable): never in force.
    pub from: Option<Date>,
    /// Hours a year.
    pub hours: i32,
    /// The programme.
    pub programme: String,
}

/// A competency, when it was assessed, and the level found.
type Assessed = (u16, Option<Date>, Option<u8>);

/// All facts, linked.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Units, in the order of the file.
    pub units: Vec<Unit>,
    /// The unit above each unit; a cycle is cut at its first unit.
    pub parent: Vec<Option<UnitIx>>,
    /// Positions; what they require is told by [`Facts::requirement_set`] alone.
    pub positions: Vec<Position>,
    /// The unit of each position; `None` where the unit does not exist (or is no longer active).
    pub position_unit: Vec<Option<UnitIx>>,
    /// Employees.
    pub employees: Vec<Employee>,
    /// What is known of each employee.
    pub people: Vec<EmployeeFacts>,
    /// The competencies named anywhere.
    pub competencies: Vec<Competency>,
    /// The distinct lists of required competencies.
    pub requirement_sets: Vec<Vec<(u16, u8)>>,
    /// Which of them each position has.
    pub requirement_set: Vec<u32>,
    /// Relations between employees, with the word for it.
    pub relations: Vec<(EmployeeIx, EmployeeIx, String)>,
    /// Changes of workload.
    pub events: Vec<UnitEvent>,
    /// Acting appointments.
    pub acting: Vec<Acting>,
    /// Survey forms.
    pub surveys: Vec<Survey>,
    /// Posts a newer peta no longer has.
    pub abolished: HashMap<PositionId, AbolishedPost>,
    /// The kinds of file that were imported.
    pub imported: Vec<Kind>,
    unit_index: HashMap<UnitId, UnitIx>,
    position_index: HashMap<PositionId, PositionIx>,
    employee_index: HashMap<Nip, EmployeeIx>,
}

impl Facts {
    /// Links the lists. A reference to something unknown links to nothing and is told by `check`;
    /// of two records with one id the first counts.
    pub fn link(rosters: Rosters) -> Self {
        let Rosters { units, positions, employees, competence, appraisals, potential, discipline, history, .. } = rosters;
        let mut facts =
            Self { imported: rosters.imported, acting: rosters.acting, surveys: rosters.satisfaction, ..Self::default() };
        facts.link_units(units);
        facts.link_positions(positions);
        facts.link_employees(employees);
        facts.link_competence(competence);
        facts.link_appraisals(appraisals);
        facts.link_potential(potential);
        facts.link_careers(discipline, history);
        facts.link_wishes(&rosters.aspirations);
        facts.link_relations(rosters.relations);
        facts.link_workload(rosters.workload);
        let id = |post: &AbolishedPost| PositionId { unit: post.unit.clone(), jabatan: post.jabatan.clone() };
        facts.abolished = rosters.abolished.into_iter().map(|post| (id(&post), post)).collect();
        facts
    }

    /// The unit with that id.
    pub fn unit(&self, id: &UnitId) -> Option<UnitIx> {
        self.unit_index.get(id).copied()
    }

    /// The position with that id.
    pub fn position(&self, id: &PositionId) -> Option<PositionIx> {
        self.position_index.get(id).copied()
    }

    /// The employee with that NIP.
    pub fn employee(&self, nip: &Nip) -> Option<EmployeeIx> {
        self.employee_index.get(nip).copied()
    }

    /// Whether a kind of file was imported.
    pub fn has(&self, kind: Kind) -> bool {
        self.imported.contains(&kind)
    }

    /// The unit and those above it, from below.
    pub fn ancestors(&self, unit: UnitIx) -> impl Iterator<Item = UnitIx> + '_ {
        std::iter::successors(Some(unit), |unit| self.parent[unit.at()])
    }

    fn link_units(&mut self, units: Vec<Unit>) {
        self.units = indexed(units, &mut self.unit_index, |unit| unit.id.clone(), UnitIx::of);
        self.parent =
            self.units.iter().map(|unit| unit.parent.as_ref().and_then(|id| self.unit_index.get(id).copied())).collect();
        self.cut_cycles();
    }

    /// Walks up from every unit; the unit where a walk meets itself loses its parent.
    fn cut_cycles(&mut self) {
        let mut walked_by = vec![u32::MAX; self.units.len()];
        for start in 0..self.units.len() {
            let mut at = UnitIx::of(start);
            while walked_by[at.at()] == u32::MAX {
                walked_by[at.at()] = start as u32;
                match self.parent[at.at()] {
                    Some(above) if walked_by[above.at()] == start as u32 => self.parent[at.at()] = None,
                    Some(above) => at = above,
                    None => break,
                }
            }
        }
    }

    fn link_positions(&mut self, positions: Vec<Position>) {
        let mut sets: HashMap<Requirements, u32> = HashMap::new();
        let mut codes: HashMap<Competency, u16> = HashMap::new();
        self.positions = indexed(positions, &mut self.position_index, Position::id, PositionIx::of);
        for position in &mut self.positions {
            self.position_unit.push(self.unit_index.get(&position.unit).copied());
            let next = self.requirement_sets.len() as u32;
            let set_ix = *sets.entry(std::mem::take(&mut position.requirements)).or_insert_with_key(|required| {
                let set = required.iter().map(|(code, level)| (code_index(&mut self.competencies, &mut codes, code), level));
                self.requirement_sets.push(set.collect());
                next
            });
            self.requirement_set.push(set_ix);
        }
    }

    fn link_employees(&mut self, employees: Vec<Employee>) {
        self.employees = indexed(employees, &mut self.employee_index, |employee| employee.nip, EmployeeIx::of);
        let person = |employee: &Employee| EmployeeFacts {
            position: self.position(&employee.position_id()),
            field: field_of(&employee.education_name).into(),
            ..EmployeeFacts::default()
        };
        self.people = self.employees.iter().map(person).collect();
    }

    /// The latest assessment of each competency; of two on one day the later row.
    fn link_competence(&mut self, rows: Vec<Assessment>) {
        let mut whose = Whose::of(&self.employee_index);
        let mut codes: HashMap<Competency, u16> = self.competencies.iter().cloned().zip(0..).collect();
        let mut latest: Vec<Vec<Assessed>> = vec![Vec::new(); self.people.len()];
        for row in rows {
            let Some(who) = whose.is(row.nip) else { continue };
            let code = code_index(&mut self.competencies, &mut codes, &row.code);
            let person = &mut self.people[who.at()];
            person.is_assessed = true;
            person.last_assessed = person.last_assessed.max(row.date);
            let held = &mut latest[who.at()];
            match held.iter_mut().find(|(known, _, _)| *known == code) {
                Some(known) if row.date >= known.1 => *known = (code, row.date, row.level),
                Some(_) => {}
                None => held.push((code, row.date, row.level)),
            }
        }
        for (person, held) in self.people.iter_mut().zip(latest) {
            person.levels = held.into_iter().filter_map(|(code, _, level)| level.map(|level| (code, level))).collect();
            person.levels.sort_unstable();
            // It has the room of the list it was collected from.
            person.levels.shrink_to_fit();
        }
    }

    /// A whole year's appraisal counts over any half's; of two halves the later.
    fn link_appraisals(&mut self, rows: Vec<Appraisal>) {
        let mut whose = Whose::of(&self.employee_index);
        let mut halves: Vec<Vec<(i16, u8)>> = vec![Vec::new(); self.people.len()];
        for row in rows {
            let (Some(who), Some(predicate)) = (whose.is(row.nip), row.predicate) else { continue };
            let order = row.semester.unwrap_or(u8::MAX);
            let seen = &mut halves[who.at()];
            match seen.iter_mut().find(|(year, _)| *year == row.year) {
                Some((_, known)) if order < *known => continue,
                Some((_, known)) => *known = order,
                None => seen.push((row.year, order)),
            }
            let predicates = &mut self.people[who.at()].predicates;
            predicates.retain(|(year, _)| *year != row.year);
            predicates.push((row.year, predicate));
        }
    }

    fn link_potential(&mut self, rows: Vec<Talent>) {
        let mut measured: Vec<Option<Option<Date>>> = vec![None; self.people.len()];
        for row in rows {
            let Some(who) = self.employee(&row.nip) else { continue };
            let known = &mut measured[who.at()];
            if known.is_none_or(|date| row.date >= date) {
                *known = Some(row.date);
                let inputs = row.match_inputs();
                let person = &mut self.people[who.at()];
                person.potential = row.potential;
                person.match_inputs = inputs.iter().any(Option::is_some).then(|| Box::new(inputs));
            }
        }
    }

    fn link_careers(&mut self, discipline: Vec<Discipline>, history: Vec<FormerPost>) {
        let mut whose = Whose::of(&self.employee_index);
        for row in discipline {
            if let Some(who) = whose.is(row.nip) {
                self.people[who.at()].discipline.push(row);
            }
        }
        for row in history {
            if let Some(who) = whose.is(row.nip) {
                self.people[who.at()].history.push(row);
            }
        }
        // Most have one or two, and a list that grows begins with room for four.
        self.people.iter_mut().for_each(|person| person.history.shrink_to_fit());
    }

    fn link_wishes(&mut self, rows: &[Aspiration]) {
        for row in rows {
            let Some(who) = self.employee(&row.nip) else { continue };
            let target = self.wish_target(&row.unit, row.jabatan.as_ref());
            let person = &mut self.people[who.at()];
            match (row.order, target) {
                (0, _) => person.asks_to_stay = true,
                (1.., target) => person.wishes.push(Wish { order: row.order, target }),
                (_, Some(WishTarget::Unit(unit))) => person.refused_units.push(unit),
                _ => {}
            }
        }
        for person in &mut self.people {
            person.wishes.sort_by_key(|wish| wish.order);
        }
    }

    fn link_relations(&mut self, rows: Vec<Relation>) {
        for row in rows {
            if let (Some(a), Some(b)) = (self.employee(&row.nip_a), self.employee(&row.nip_b)) {
                self.relations.push((a, b, row.relation));
            }
        }
    }

    fn link_workload(&mut self, rows: Vec<Workload>) {
        for row in rows {
            let Some(unit) = self.unit(&row.unit) else { continue };
            let position = row.jabatan.and_then(|jabatan| self.position(&PositionId { unit: row.unit, jabatan }));
            self.events.push(UnitEvent { unit, position, from: row.from, hours: row.hours, programme: row.programme });
        }
    }

    fn wish_target(&self, unit: &UnitId, jabatan: Option<&JabatanId>) -> Option<WishTarget> {
        match jabatan {
            Some(jabatan) => {
                self.position(&PositionId { unit: unit.clone(), jabatan: jabatan.clone() }).map(WishTarget::Position)
            }
            None => self.unit(unit).map(WishTarget::Unit),
        }
    }
}

/// Of records with one id the first, and where each of them stands.
fn indexed<T, K: Eq + Hash, I>(
    mut list: Vec<T>,
    index: &mut HashMap<K, I>,
    id: impl Fn(&T) -> K,
    ix: impl Fn(usize) -> I,
) -> Vec<T> {
    index.reserve(list.len());
    let mut kept = 0;
    list.retain(|record| {
        let Entry::Vacant(entry) = index.entry(id(record)) else { return false };
        entry.insert(ix(kept));
        kept += 1;
        true
    });
    list.shrink_to_fit();
    list
}

fn code_index(codes: &mut Vec<Competency>, index: &mut HashMap<Competency, u16>, code: &str) -> u16 {
    if let Some(known) = index.get(code) {
        return *known;
    }
    // More than 65,535 distinct codes in one agency is dirt; the rest share the last number.
    let number = u16::try_from(codes.len()).unwrap_or(u16::MAX);
    codes.push(code.into());
    index.insert(code.into(), number);
    number
}

/// Whose row it is: those of one person mostly stand together, and are then looked up once.
struct Whose<'a> {
    index: &'a HashMap<Nip, EmployeeIx>,
    last: Option<(Nip, Option<EmployeeIx>)>,
}

impl<'a> Whose<'a> {
    const fn of(index: &'a HashMap<Nip, EmployeeIx>) -> Self {
        Self { index, last: None }
    }

    fn is(&mut self, nip: Nip) -> Option<EmployeeIx> {
        match self.last {
            Some((known, who)) if known == nip => who,
            _ => {
                let who = self.index.get(&nip).copied();
                self.last = Some((nip, who));
                who
            }
        }
    }
}
