//! What other files may refer to: the ids already imported.
use crate::model::{Kind, Nip, PositionId, Rosters, UnitId};
use std::collections::HashSet;

/// Ids already imported. `None`: that kind was never imported, so that references to it are not
/// judged (they are when it comes, and by `check`).
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Units.
    pub units: Option<HashSet<UnitId>>,
    /// Positions.
    pub positions: Option<HashSet<PositionId>>,
    /// NIPs of employees.
    pub employees: Option<HashSet<Nip>>,
}

impl Known {
    /// The ids of the lists.
    pub fn of(rosters: &Rosters) -> Self {
        let has = |kind| rosters.imported.contains(&kind);
        Self {
            units: has(Kind::Units).then(|| rosters.units.iter().map(|unit| unit.id.clone()).collect()),
            positions: has(Kind::Positions).then(|| rosters.positions.iter().map(|position| position.id()).collect()),
            employees: has(Kind::Employees).then(|| rosters.employees.iter().map(|employee| employee.nip).collect()),
        }
    }

    /// False only for a unit that is certainly not there.
    pub fn may_have_unit(&self, id: &UnitId) -> bool {
        self.units.as_ref().is_none_or(|units| units.contains(id))
    }

    /// False only for a position that is certainly not there.
    pub fn may_have_position(&self, id: &PositionId) -> bool {
        self.positions.as_ref().is_none_or(|positions| positions.contains(id))
    }

    /// False only for a person who is certainly not there.
    pub fn may_have_employee(&self, nip: &Nip) -> bool {
        self.employees.as_ref().is_none_or(|employees| employees.contains(nip))
    }
}
