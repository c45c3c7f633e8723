//! R02: a PPPK moves only within the agency and on the same jabatan; even then the data and the
//! agreement must be changed in BKN's system first (a warning).
use super::Case;
use crate::rules::{Aspect, Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let same = case.is_same_jabatan();
    // Fails either way: with the same jabatan it warns, with another it blocks.
    Some(Finding::holds(false, Reason::PppkJabatan { same }).on(Aspect::SameJabatan, same))
}
