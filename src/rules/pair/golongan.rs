//! R12: the golongan lies in the post's range. Blocks for JPT, warns elsewhere.
use super::Case;
use crate::model::Grade;
use crate::rules::{Aspect, Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let (min, max) = (case.position().rank_min, case.position().rank_max);
    if min.is_none() && max.is_none() {
        return None;
    }
    let has = case.person().rank;
    let holds = has.map(|has| min.is_none_or(|min| min <= has) && max.is_none_or(|max| has <= max));
    Some(Finding::known(holds, Reason::Rank { has, min, max }).on(Aspect::Jpt, case.terms().grade.is_some_and(Grade::is_jpt)))
}
