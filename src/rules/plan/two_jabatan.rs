//! R28: nobody holds a JA and a JF together. The export tells that somebody does (jabatan rangkap), and names one of the
//! two: whoever stays holds both today, a warning; whoever moves to a post of the kind of the one named still would;
//! whoever moves to the other kind may, until the decree says which of the two ends.
use super::{PersonFinding, PlanCase, failing};
use crate::model::{EmployeeIx, JabatanKind, PositionIx};
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &PlanCase<'_>, who: EmployeeIx) -> Vec<PersonFinding> {
    let facts = &case.grounds.facts;
    let Some(here) = case.grounds.present(who).filter(|_| facts.employees[who.at()].holds_two) else { return Vec::new() };
    let is_functional = |post: PositionIx| facts.positions[post.at()].kind == JabatanKind::Functional;
    let reason = |moves| Reason::TwoJabatan { moves };
    match case.placement.target(who) {
        None => vec![(here, failing(reason(false), true))],
        Some(target) if is_functional(target) == is_functional(here) => vec![(target, failing(reason(true), false))],
        Some(target) => vec![(target, Finding::unknown(reason(true)))],
    }
}
