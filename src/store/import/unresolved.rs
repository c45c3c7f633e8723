//! References that an import left open: lists that came before the units, positions or employees
//! they speak of are checked when those come.
use super::reference::Known;
use crate::model::{JabatanId, Kind, Nip, PositionId, Rosters, UnitId};

/// How many records of an earlier list refer to something that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The earlier list.
    pub kind: Kind,
    /// `unit.unknown`, `position.unknown` or `employee.unknown`.
    pub code: &'static str,
    /// How many of its records.
    pub count: usize,
}

/// What the lists refer to in vain, of the kinds that have just come.
pub fn unresolved(lists: &Rosters, known: &Known, come: &[Kind]) -> Vec<Unresolved> {
    let mut found = Vec::new();
    let mut add = |kind, code, count| {
        // A list imported in the same call was checked row by row.
        if count > 0 && !come.contains(&kind) {
            found.push(Unresolved { kind, code, count });
        }
    };
    if come.contains(&Kind::Units) {
        let unknown = |unit: &UnitId| !unit.0.is_empty() && !known.may_have_unit(unit);
        for (kind, count) in by_unit(lists, &unknown) {
            add(kind, "unit.unknown", count);
        }
    }
    if come.contains(&Kind::Positions) {
        let unknown = |unit: &UnitId, jabatan: &JabatanId| {
            let id = PositionId { unit: unit.clone(), jabatan: jabatan.clone() };
            !unit.0.is_empty() && !jabatan.0.is_empty() && known.may_have_unit(unit) && !known.may_have_position(&id)
        };
        for (kind, count) in by_position(lists, &unknown) {
            add(kind, "position.unknown", count);
        }
    }
    if come.contains(&Kind::Employees) {
        for (kind, count) in by_employee(lists, &|nip| !known.may_have_employee(nip)) {
            add(kind, "employee.unknown", count);
        }
    }
    found
}

fn by_unit(lists: &Rosters, unknown: &dyn Fn(&UnitId) -> bool) -> [(Kind, usize); 6] {
    [
        (Kind::Positions, lists.positions.iter().filter(|record| unknown(&record.unit)).count()),
        (Kind::Employees, lists.employees.iter().filter(|record| unknown(&record.unit)).count()),
        (Kind::Aspirations, lists.aspirations.iter().filter(|record| unknown(&record.unit)).count()),
        (Kind::Workload, lists.workload.iter().filter(|record| unknown(&record.unit)).count()),
        (Kind::Acting, lists.acting.iter().filter(|record| unknown(&record.unit)).count()),
        (Kind::Satisfaction, lists.satisfaction.iter().filter(|record| unknown(&record.unit)).count()),
    ]
}

fn by_position(lists: &Rosters, unknown: &dyn Fn(&UnitId, &JabatanId) -> bool) -> [(Kind, usize); 4] {
    let optional = |unit: &UnitId, jabatan: &Option<JabatanId>| jabatan.as_ref().is_some_and(|jabatan| unknown(unit, jabatan));
    [
        (Kind::Employees, lists.employees.iter().filter(|record| unknown(&record.unit, &record.jabatan)).count()),
        (Kind::Aspirations, lists.aspirations.iter().filter(|record| optional(&record.unit, &record.jabatan)).count()),
        (Kind::Workload, lists.workload.iter().filter(|record| optional(&record.unit, &record.jabatan)).count()),
        (Kind::Acting, lists.acting.iter().filter(|record| unknown(&record.unit, &record.jabatan)).count()),
    ]
}

fn by_employee(lists: &Rosters, unknown: &dyn Fn(&Nip) -> bool) -> [(Kind, usize); 8] {
    [
        (Kind::Competence, lists.competence.iter().filter(|record| unknown(&record.nip)).count()),
        (Kind::Appraisals, lists.appraisals.iter().filter(|record| unknown(&record.nip)).count()),
        (Kind::Potential, lists.potential.iter().filter(|record| unknown(&record.nip)).count()),
        (Kind::Discipline, lists.discipline.iter().filter(|record| unknown(&record.nip)).count()),
        (Kind::History, lists.history.iter().filter(|record| unknown(&record.nip)).count()),
        (Kind::Aspirations, lists.aspirations.iter().filter(|record| unknown(&record.nip)).count()),
        (Kind::Relations, lists.relations.iter().filter(|record| unknown(&record.nip_a) || unknown(&record.nip_b)).count()),
        (Kind::Acting, lists.acting.iter().filter(|record| unknown(&record.nip)).count()),
    ]
}
