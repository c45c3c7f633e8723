//! R23: no official is replaced from six months before the candidates of a local election are fixed to the end of the
//! head's term, without the written approval of the Mendagri (UU 10/2016 Art. 71). Officials are JPT, administrator,
//! pengawas and functional heads of units; whoever leaves or takes such a post is concerned.
use super::Case;
use crate::rules::{Finding, Reason};

pub(super) fn judge(case: &Case<'_>) -> Option<Finding> {
    if !case.concerns_official() {
        return None;
    }
    let (tmt, parameters) = (case.policy().tmt, &case.policy().parameters);
    let months = parameters.freeze_months;
    // The freeze that TMT lies in, or else the latest one begun: what passes tells which.
    let begun = parameters.elections.iter().filter(|election| election.frozen_from(months) <= tmt);
    let election = begun.max_by_key(|election| (election.freezes(tmt, months), election.candidates_fixed))?;
    let reason = Reason::Freeze { from: election.frozen_from(months), until: election.end_of_term };
    Some(Finding::holds(!election.freezes(tmt, months), reason))
}
