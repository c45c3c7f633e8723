//! What is otherwise in one plan than in another: who is proposed where, pinned, banned, permitted, and what is written.
use crate::model::plan::{Action, Plan};
use crate::model::{History, Nip, PositionId};
use std::collections::{BTreeMap, BTreeSet};

/// Something that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A proposal: where to then, and now.
    Proposal(Nip, Option<PositionId>, Option<PositionId>),
    /// A pin: where then, and now.
    Pin(Nip, Option<PositionId>, Option<PositionId>),
    /// A ban; whether there is one now.
    Ban(Nip, PositionId, bool),
    /// An official's permission of a rule; whether there is one now.
    Permission(Nip, PositionId, String, bool),
    /// A reason: then, and now.
    Reason(Nip, Option<String>, Option<String>),
    /// A remark: then, and now.
    Comment(Nip, Option<String>, Option<String>),
}

/// Everything that differs, by sort and then by NIP.
pub fn between(then: &Plan, now: &Plan) -> Vec<Difference> {
    let place = |plan: &Plan, nip: &Nip| plan.proposals.get(nip).map(|proposal| proposal.position.clone());
    let proposals = keys(then.proposals.keys(), now.proposals.keys());
    let proposals = proposals.into_iter().map(|nip| (nip, place(then, &nip), place(now, &nip)));
    let mut found: Vec<Difference> =
        proposals.filter(|(_, then, now)| then != now).map(|(nip, then, now)| Difference::Proposal(nip, then, now)).collect();
    found.extend(maps(&then.pins, &now.pins).map(|(nip, then, now)| Difference::Pin(nip, then, now)));
    let bans = then.bans.symmetric_difference(&now.bans);
    found.extend(bans.map(|ban| Difference::Ban(ban.0, ban.1.clone(), now.bans.contains(ban))));
    let permitted = |plan: &Plan| plan.overrides.keys().cloned().collect::<BTreeSet<_>>();
    let (before, after) = (permitted(then), permitted(now));
    let permissions = before.symmetric_difference(&after);
    found.extend(permissions.map(|it| Difference::Permission(it.0, it.1.clone(), it.2.clone(), after.contains(it))));
    found.extend(maps(&then.reasons, &now.reasons).map(|(nip, then, now)| Difference::Reason(nip, then, now)));
    found.extend(maps(&then.comments, &now.comments).map(|(nip, then, now)| Difference::Comment(nip, then, now)));
    found
}

fn keys<'a>(then: impl Iterator<Item = &'a Nip>, now: impl Iterator<Item = &'a Nip>) -> BTreeSet<Nip> {
    then.chain(now).copied().collect()
}

/// The values that differ: then, and now.
fn maps<'a, T: Clone + PartialEq>(
    then: &'a BTreeMap<Nip, T>,
    now: &'a BTreeMap<Nip, T>,
) -> impl Iterator<Item = (Nip, Option<T>, Option<T>)> + 'a {
    let all = keys(then.keys(), now.keys()).into_iter();
    all.map(|nip| (nip, then.get(&nip).cloned(), now.get(&nip).cloned())).filter(|(_, then, now)| then != now)
}

/// How many decisions are to be taken back to be again where the plan was after an entry; `None` where undo does not
/// lead there: something taken back since counted then, or a change of status lies between.
pub fn undos_to(history: &History, sequence: u64) -> Option<usize> {
    let then = history.counting_at(sequence);
    let now: Vec<(u64, &Action)> = history.counting().collect();
    let is_start = then.len() <= now.len() && then.iter().zip(&now).all(|(then, (now, _))| then == now);
    let later = now.get(then.len()..).filter(|_| is_start)?;
    later.iter().all(|(_, action)| !matches!(action, Action::Status { .. })).then_some(later.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plan::Status;

    const NIPS: [&str; 2] = ["198001012005011999", "197501012000031999"];

    fn nip(at: usize) -> Nip {
        Nip::parse(NIPS[at]).unwrap()
    }

    fn post(text: &str) -> PositionId {
        PositionId::parse(text).unwrap()
    }

    fn propose(at: usize, to: &str) -> Action {
        Action::Propose { employee: nip(at), position: post(to) }
    }

    #[test]
    fn what_differs_is_told_and_nothing_else() {
        let mut then = Plan::default();
        then.apply(&propose(0, "U/1"));
        then.apply(&Action::Reason { employee: nip(0), text: "lama".into() });
        then.apply(&Action::Ban { employee: nip(1), position: post("U/9") });
        assert_eq!(between(&then, &then), []);
        let mut now = then.clone();
        now.apply(&propose(0, "U/2"));
        now.apply(&Action::Pin { employee: nip(1), position: post("U/3") });
        now.apply(&Action::Unban { employee: nip(1), position: None });
        now.apply(&Action::Reason { employee: nip(0), text: "baru".into() });
        let mut found = between(&then, &now);
        found.sort_by_key(|it| format!("{it:?}"));
        assert_eq!(
            found,
            [
                Difference::Ban(nip(1), post("U/9"), false),
                Difference::Pin(nip(1), None, Some(post("U/3"))),
                Difference::Proposal(nip(1), None, Some(post("U/3"))),
                Difference::Proposal(nip(0), Some(post("U/1")), Some(post("U/2"))),
                Difference::Reason(nip(0), Some("lama".into()), Some("baru".into())),
            ]
        );
    }

    #[test]
    fn undo_leads_back_to_what_counted_then_and_past_no_status() {
        let mut history = History::default();
        history.push(1, propose(0, "U/1"));
        history.push(2, propose(0, "U/2"));
        history.push(3, propose(1, "U/3"));
        assert_eq!((undos_to(&history, 3), undos_to(&history, 1), undos_to(&history, 0)), (Some(0), Some(2), Some(3)));
        let then = history.plan_before(2);
        for sequence in [4, 5] {
            let (entry, _) = history.undo_target().unwrap();
            history.push(sequence, Action::Undo { entry });
        }
        assert_eq!((history.plan(), undos_to(&history, 1)), (then, Some(0)));
        assert_eq!(undos_to(&history, 3), None, "only redo leads there");
        history.push(6, Action::Status { status: Status::Consulted });
        assert_eq!((undos_to(&history, 1), undos_to(&history, 6)), (None, Some(0)));
    }
}
