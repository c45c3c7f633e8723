//! Performance: min(1, predicate / demand). Predicate = 60 % of last year's (the calendar year before
//! today's) and 40 % of the year before's, SB 100, B 80, BP 60, K 40, SK 20; one year alone where the
//! other is missing. Unknown when neither year is known.
use super::{Inputs, share};
use crate::model::{EmployeeIx, Grounds, PositionIx};

/// See the module.
pub(super) fn factor(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Option<u16> {
    // In hundredths of a point.
    let predicate = match grounds.people[who.at()].predicates {
        [Some(last), Some(before)] => 60 * last.points() + 40 * before.points(),
        [Some(only), None] | [None, Some(only)] => 100 * only.points(),
        [None, None] => return None,
    };
    Some(share(u32::from(predicate), u32::from(grounds.posts[post.at()].demand?) * 100))
}

pub(super) fn inputs(grounds: &Grounds, who: EmployeeIx, post: PositionIx) -> Inputs {
    let [last, before] = grounds.people[who.at()].predicates;
    let last_year = grounds.policy.today.year() - 1;
    Inputs::Performance {
        last_year,
        predicate: last.map(|p| p.to_string()),
        year_before: last_year - 1,
        predicate_before: before.map(|p| p.to_string()),
        demand: grounds.posts[post.at()].demand,
    }
}
