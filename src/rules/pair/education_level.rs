//! R10: the level of education reaches the post's minimum. Blocks but for staff posts.
use super::Case;
use crate::model::Grade;
use crate::rules::{Aspect, Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let (has, minimum) = (case.person().education, case.position().education_min);
    let holds = has.zip(minimum).map(|(has, minimum)| has >= minimum);
    Some(Finding::known(holds, Reason::Education { has, minimum }).on(Aspect::Staff, case.terms().grade == Some(Grade::Staff)))
}
