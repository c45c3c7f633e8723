//! R25: an acting head (Pj, Plt) transfers nobody without the approval of the Mendagri (PP 49/2008 Art. 132A).
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let head = &case.policy().head;
    let is_acting = head.is_acting(case.policy().tmt)?;
    let reason = Reason::ActingHead { since: head.acting_since?, until: head.acting_until };
    Some(Finding::holds(!is_acting, reason))
}
