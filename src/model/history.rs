//! A plan's actions in order, which of them count, and the plan they fold into.
use super::Nip;
use super::plan::{Action, Plan};

/// The actions of a journal. Undo and redo say which of the earlier ones count.
#[derive(Clone, Debug, Default)]
pub struct History {
    entries: Vec<Recorded>,
    undone: Vec<u64>,
}

#[derive(Clone, Debug)]
struct Recorded {
    sequence: u64,
    action: Action,
    counts: bool,
}

impl History {
    /// Takes the next entry in.
    pub fn push(&mut self, sequence: u64, action: Action) {
        match action {
            Action::Undo { entry } => {
                self.mark(entry, false);
                self.undone.push(entry);
            }
            Action::Redo { entry } => {
                self.mark(entry, true);
                self.undone.retain(|undone| *undone != entry);
            }
            _ => self.undone.clear(),
        }
        let counts = !matches!(action, Action::Undo { .. } | Action::Redo { .. });
        self.entries.push(Recorded { sequence, action, counts });
    }

    /// The plan: everything that counts, in order.
    pub fn plan(&self) -> Plan {
        let mut plan = Plan::default();
        for entry in self.entries.iter().filter(|entry| entry.counts) {
            plan.apply(&entry.action);
        }
        plan
    }

    /// The entries that count, in order.
    pub fn counting(&self) -> impl Iterator<Item = (u64, &Action)> {
        self.entries.iter().filter(|entry| entry.counts).map(|entry| (entry.sequence, &entry.action))
    }

    /// The entries that counted right after an entry, in order.
    pub fn counting_at(&self, sequence: u64) -> Vec<u64> {
        let mut then = Self::default();
        for entry in self.entries.iter().take_while(|entry| entry.sequence <= sequence) {
            then.push(entry.sequence, entry.action.clone());
        }
        then.counting().map(|(sequence, _)| sequence).collect()
    }

    /// Whom an action concerns that was taken in last; `None`: anybody. Undo and redo concern whom the entry
    /// they name does, unless what counts after it was decided on it.
    pub fn people_of(&self, action: &Action) -> Option<Vec<Nip>> {
        let (Action::Undo { entry } | Action::Redo { entry }) = action else { return action.people() };
        let later = self.entries.iter().rev().take_while(|later| later.sequence > *entry);
        if later.into_iter().any(|later| later.counts) {
            return None;
        }
        self.entries.iter().rev().find(|named| named.sequence == *entry)?.action.people()
    }

    /// The plan as it was before an entry: what that entry was decided on.
    pub fn plan_before(&self, sequence: u64) -> Plan {
        let mut before = Self::default();
        for entry in self.entries.iter().take_while(|entry| entry.sequence < sequence) {
            before.push(entry.sequence, entry.action.clone());
        }
        before.plan()
    }

    /// The last entry that counts and pins somebody, alone or with others.
    pub fn pinned_by(&self, nip: &Nip) -> Option<u64> {
        let pins = |action: &Action| match action {
            Action::Pin { employee, .. } => employee == nip,
            Action::PinMany { pins, .. } => pins.iter().any(|(pinned, _)| pinned == nip),
            _ => false,
        };
        self.entries.iter().rev().find(|entry| entry.counts && pins(&entry.action)).map(|entry| entry.sequence)
    }

    /// The last entry that counts and may be taken back: never past a change of status.
    pub fn undo_target(&self) -> Option<(u64, &Action)> {
        let counting = self.entries.iter().rev().filter(|entry| entry.counts);
        counting.take(1).find(|entry| !matches!(entry.action, Action::Status { .. })).map(|entry| (entry.sequence, &entry.action))
    }

    /// The entry that was taken back last, while nothing new came after.
    pub fn redo_target(&self) -> Option<(u64, &Action)> {
        let last = *self.undone.last()?;
        self.entries.iter().find(|entry| entry.sequence == last).map(|entry| (entry.sequence, &entry.action))
    }

    fn mark(&mut self, sequence: u64, counts: bool) {
        if let Some(entry) = self.entries.iter_mut().rev().find(|entry| entry.sequence == sequence) {
            entry.counts = counts;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PositionId;
    use crate::model::plan::Status;

    fn propose(to: &str) -> Action {
        let employee = Nip::parse("198001012005011999").unwrap();
        Action::Propose { employee, position: PositionId::parse(to).unwrap() }
    }

    #[test]
    fn undo_and_redo_go_back_and_forth_and_a_new_action_ends_redo() {
        let mut history = History::default();
        history.push(1, propose("U/1"));
        history.push(2, propose("U/2"));
        let both = history.plan();
        assert_eq!(history.undo_target().unwrap().0, 2);
        history.push(3, Action::Undo { entry: 2 });
        assert_eq!(history.undo_target().unwrap().0, 1);
        history.push(4, Action::Undo { entry: 1 });
        assert!(history.plan().proposals.is_empty() && history.undo_target().is_none());
        assert_eq!(history.redo_target().unwrap().0, 1);
        history.push(5, Action::Redo { entry: 1 });
        history.push(6, Action::Redo { entry: 2 });
        assert_eq!(history.plan(), both);
        history.push(7, Action::Undo { entry: 2 });
        history.push(8, propose("U/3"));
        assert!(history.redo_target().is_none());
        assert_eq!(history.plan_before(3), both);
    }

    #[test]
    fn undo_stops_at_a_change_of_status() {
        let mut history = History::default();
        history.push(1, propose("U/1"));
        history.push(2, Action::Status { status: Status::Consulted });
        assert!(history.undo_target().is_none());
    }
}
