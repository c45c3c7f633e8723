//! R26: no lower level, nor IV.a to IV.b, without a severe disciplinary measure or the own request: a
//! wish naming the post or its unit.
use super::Case;
use crate::model::records::DisciplineLevel;
use crate::rules::{Finding, Reason};
use crate::scoring::{WishKind, wish_kind};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let is_demotion = match case.is_demotion() {
        Some(false) => return None,
        known => known.is_some(),
    };
    let own_request = wish_kind(case.grounds, case.who, case.post) == WishKind::Wished;
    let after_discipline = case.person().discipline == Some(Some(DisciplineLevel::Severe));
    let grounded = own_request || after_discipline;
    Some(Finding::known((is_demotion || grounded).then_some(grounded), Reason::Demotion { own_request, after_discipline }))
}
