//! The facts as they stand on the plan's date (TMT): who is still there, who holds what, what is needed.
use super::policy::round_half_up;
use super::{Employee, EmployeeIx, EmploymentKind, Facts, Grade, LegalStatus, Policy, Position, PositionIx, UnitIx};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashSet;
use std::sync::Arc;

/// Why someone is not placed by the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeavingReason {
    /// Retires on or before TMT, on that day.
    Retired(Date),
    /// Not active on TMT.
    Status(LegalStatus),
}

/// Where someone in the plan sits before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// On a post in scope.
    Post(PositionIx),
    /// On a post in scope as PPPK paruh waktu: counted apart.
    PartTime(PositionIx),
    /// In the tray: the post or unit was abolished.
    Tray,
    /// Unit or post unknown to the import: never moved automatically, no source unless pinned.
    Unmapped,
    /// In the pool of candidates, on a post out of scope (where known).
    Pool(Option<PositionIx>),
}

/// How someone stands towards the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Placed by the plan.
    InPlan(Seat),
    /// Leaves before TMT ("keluar sebelum TMT").
    Leaves(LeavingReason),
    /// Neither in scope nor in the pool.
    OutOfScope,
}

impl Standing {
    /// The seat, of those in the plan.
    pub const fn seat(self) -> Option<Seat> {
        match self {
            Self::InPlan(seat) => Some(seat),
            _ => None,
        }
    }
}

/// The facts projected to TMT.
#[derive(Clone, Debug)]
pub struct Projection {
    /// The effective date.
    pub tmt: Date,
    /// Per employee.
    pub standing: Vec<Standing>,
    /// Per position: whether its unit is planned.
    pub in_scope: Vec<bool>,
    /// Per position: need K, workload included.
    pub need: Vec<u32>,
    /// Per position, in scope or out of it: holders B on TMT, without PPPK paruh waktu.
    pub holders: Arc<[u32]>,
    /// Per employee: the position where the person counts as a holder on TMT, in scope or out of it.
    pub held: Vec<Option<PositionIx>>,
    /// Per position: PPPK paruh waktu on TMT, not in B.
    pub part_time: Vec<u32>,
    /// Per position: a workload event that names it is in force.
    pub has_event: Vec<bool>,
    /// Per unit: a workload event lies on it.
    pub unit_has_event: Vec<bool>,
    /// Per position: the unit that shares its shortage.
    pub group: Vec<Option<UnitIx>>,
    /// Per unit: need of its posts in scope.
    pub group_need: Vec<u32>,
}

impl Projection {
    /// Projects the facts.
    pub fn of(facts: &Facts, policy: &Policy) -> Self {
        let unit_in_scope = units_in_scope(facts, policy);
        let in_scope: Vec<bool> = facts
            .position_unit
            .iter()
            .map(|unit| unit.map_or(policy.scope.is_empty(), |unit| unit_in_scope[unit.at()]))
            .collect();
        let pool: HashSet<_> = policy.pool.iter().collect();
        let mut projection = Self {
            tmt: policy.tmt,
            standing: Vec::with_capacity(facts.employees.len()),
            need: facts.positions.iter().map(|p| p.need).collect(),
            holders: Arc::default(),
            held: Vec::with_capacity(facts.employees.len()),
            part_time: vec![0; facts.positions.len()],
            has_event: vec![false; facts.positions.len()],
            unit_has_event: vec![false; facts.units.len()],
            group: facts.position_unit.iter().map(|unit| unit.map(|unit| group_of(facts, policy, unit))).collect(),
            group_need: vec![0; facts.units.len()],
            in_scope,
        };
        projection.add_workload(facts, policy);
        for (at, group) in projection.group.iter().enumerate() {
            if let (Some(group), true) = (group, projection.in_scope[at]) {
                projection.group_need[group.at()] += projection.need[at];
            }
        }
        let mut holders = vec![0; facts.positions.len()];
        for at in 0..facts.employees.len() {
            let who = EmployeeIx::of(at);
            let in_pool = pool.contains(&facts.employees[at].nip);
            let standing = projection.stand(facts, policy, who, in_pool, &unit_in_scope);
            if let Some(Seat::PartTime(post)) = standing.seat() {
                projection.part_time[post.at()] += 1;
            }
            let held = holder_of(facts, policy, who, standing);
            if let Some(post) = held {
                holders[post.at()] += 1;
            }
            projection.held.push(held);
            projection.standing.push(standing);
        }
        projection.holders = holders.into();
        projection
    }

    fn add_workload(&mut self, facts: &Facts, policy: &Policy) {
        for event in facts.events.iter().filter(|event| event.from.is_some_and(|from| from <= policy.tmt)) {
            self.unit_has_event[event.unit.at()] = true;
            let Some(post) = event.position else { continue };
            self.has_event[post.at()] = true;
            // A structural post has one holder, whatever the workload.
            if !facts.positions[post.at()].is_structural() {
                let heads = round_half_up(i64::from(event.hours), i64::from(policy.parameters.hours_per_head.max(1)));
                let need = i64::from(self.need[post.at()]) + heads;
                self.need[post.at()] = u32::try_from(need.max(0)).unwrap_or(u32::MAX / 2);
            }
        }
    }

    fn stand(&self, facts: &Facts, policy: &Policy, who: EmployeeIx, in_pool: bool, unit_in_scope: &[bool]) -> Standing {
        let employee = &facts.employees[who.at()];
        let post = facts.people[who.at()].position;
        let seat = match post {
            Some(post) if self.in_scope[post.at()] && employee.kind == EmploymentKind::PppkPartTime => Seat::PartTime(post),
            Some(post) if self.in_scope[post.at()] => Seat::Post(post),
            known if in_pool => Seat::Pool(known),
            Some(_) => return Standing::OutOfScope,
            None => match facts.unit(&employee.unit) {
                Some(unit) if !unit_in_scope[unit.at()] => return Standing::OutOfScope,
                _ if facts.abolished.contains_key(&employee.position_id()) => Seat::Tray,
                _ => Seat::Unmapped,
            },
        };
        match leaving(facts, policy, who) {
            Some(reason) => Standing::Leaves(reason),
            None => Standing::InPlan(seat),
        }
    }

    /// Places of a post: max(K, holders on TMT); one for a structural post, or its holders where the
    /// facts show more.
    pub fn places(&self, facts: &Facts, post: PositionIx) -> u32 {
        let need = if facts.positions[post.at()].is_structural() { self.need[post.at()].min(1) } else { self.need[post.at()] };
        need.max(self.holders[post.at()])
    }

    /// Whether newcomers may come at all: not where K is 0, nor where two hold one structural post.
    pub fn is_open(&self, facts: &Facts, post: PositionIx) -> bool {
        self.need[post.at()] > 0 && !(facts.positions[post.at()].is_structural() && self.holders[post.at()] > 1)
    }

    /// The post someone holds before the plan, in scope or out of it.
    pub fn present(&self, who: EmployeeIx) -> Option<PositionIx> {
        match self.standing[who.at()].seat()? {
            Seat::Post(post) | Seat::PartTime(post) => Some(post),
            Seat::Pool(post) => post,
            Seat::Tray | Seat::Unmapped => None,
        }
    }
}

/// Where someone counts as a holder on TMT: who sits out of scope is a holder there like anyone else.
fn holder_of(facts: &Facts, policy: &Policy, who: EmployeeIx, standing: Standing) -> Option<PositionIx> {
    if facts.employees[who.at()].kind == EmploymentKind::PppkPartTime {
        return None;
    }
    match standing {
        Standing::InPlan(Seat::Post(post)) => Some(post),
        Standing::InPlan(Seat::Pool(post)) => post,
        Standing::OutOfScope if leaving(facts, policy, who).is_none() => facts.people[who.at()].position,
        _ => None,
    }
}

/// Grade and class someone comes from: of the present post, or of the abolished one.
pub(crate) fn origin(facts: &Facts, who: EmployeeIx) -> (Option<Grade>, Option<u8>) {
    let of = |position: &Position| (position.grade(), position.class);
    match facts.people[who.at()].position {
        Some(post) => of(&facts.positions[post.at()]),
        None => {
            let employee = &facts.employees[who.at()];
            match facts.abolished.get(&employee.position_id()) {
                Some(post) => (Grade::of(post.kind, post.echelon, post.jenjang), post.class),
                None => (recorded_grade(employee), None),
            }
        }
    }
}

/// The grade the export itself tells, for someone whose post is not in the peta.
fn recorded_grade(employee: &Employee) -> Option<Grade> {
    let jenjang = super::Jenjang::parse(employee.jabatan_name.rsplit(' ').next().unwrap_or_default());
    Grade::of(employee.jabatan_kind?, employee.echelon, jenjang)
}

/// TMT pensiun: the first day of the month after the birthday at which the retirement age of the
/// present post is reached. `None` where birth date or grade is unknown.
pub(crate) fn retirement_date(facts: &Facts, policy: &Policy, who: EmployeeIx) -> Option<Date> {
    let (grade, _) = origin(facts, who);
    let age = policy.parameters.retirement_age(grade?);
    let birthday = facts.employees[who.at()].born()?.checked_add(age.years()).ok()?;
    birthday.first_of_month().checked_add(1.month()).ok()
}

fn leaving(facts: &Facts, policy: &Policy, who: EmployeeIx) -> Option<LeavingReason> {
    match facts.employees[who.at()].status {
        LegalStatus::Active | LegalStatus::Unknown => {}
        inactive => return Some(LeavingReason::Status(inactive)),
    }
    retirement_date(facts, policy, who).filter(|date| *date <= policy.tmt).map(LeavingReason::Retired)
}

fn units_in_scope(facts: &Facts, policy: &Policy) -> Vec<bool> {
    let named: HashSet<UnitIx> = policy.scope.iter().filter_map(|id| facts.unit(id)).collect();
    let all = policy.scope.is_empty();
    (0..facts.units.len()).map(|at| all || facts.ancestors(UnitIx::of(at)).any(|unit| named.contains(&unit))).collect()
}

fn group_of(facts: &Facts, policy: &Policy, unit: UnitIx) -> UnitIx {
    let Some(level) = policy.unit_level else { return unit };
    let line: Vec<UnitIx> = facts.ancestors(unit).collect();
    // `line` runs from below: its last member is the root, at level 0.
    line[line.len().saturating_sub(1 + level).min(line.len() - 1)]
}
