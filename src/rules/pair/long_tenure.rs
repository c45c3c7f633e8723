//! R06: more than five years in the present post: time for a rotation.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    let years = case.policy().parameters.long_tenure_years;
    let since = case.person().in_post_since;
    let holds = since.map(|_| !case.is_over_long_tenure());
    Some(Finding::known(holds, Reason::LongTenure { since, years }))
}

impl Case<'_> {
    /// Whether the person has been in the present post for more than the years of R06.
    pub fn is_over_long_tenure(&self) -> bool {
        let months = self.policy().parameters.long_tenure_years * 12;
        self.person().in_post_since.is_some_and(|since| crate::model::months_after(since, months) < self.policy().tmt)
    }
}
