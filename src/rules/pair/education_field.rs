//! R11: the field of education is one the post names. A post that names none accepts every field.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let fields = &case.terms().fields;
    if fields.is_empty() {
        return None;
    }
    let field = case.person().field;
    Some(Finding::known(field.map(|field| fields.contains(&field)), Reason::Field { is_known: field.is_some() }))
}
