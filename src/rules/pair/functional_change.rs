//! R29: into a functional post of another JABATAN ID, or out of functional posts: uji kompetensi and
//! formasi are needed. The same JABATAN ID elsewhere is none.
use super::Case;
use crate::model::Grade;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let into =
        case.terms().grade.is_some_and(Grade::is_functional) || case.position().kind == crate::model::JabatanKind::Functional;
    let reason = Reason::FunctionalChange { into };
    if into {
        return (!case.is_same_jabatan()).then(|| Finding::holds(false, reason));
    }
    match case.person().grade {
        Some(grade) => grade.is_functional().then(|| Finding::holds(false, reason)),
        None => Some(Finding::unknown(reason)),
    }
}
