//! Locks: everyone of a level or of a unit pinned where the plan has them, and freed again together.
use super::{Level, Nip, UnitId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Whom a lock holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lock {
    /// Everyone on a post of that level (*kunci jenjang*).
    Level(Level),
    /// Everyone on a post of that unit or of one below it (*lindungi unit*).
    Unit(UnitId),
}

impl std::fmt::Display for Lock {
    /// As written in JSON: `level 3`, `unit 3374-BMK-TJM`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Level(level) => write!(f, "level {}", level.0),
            Self::Unit(id) => write!(f, "unit {id}"),
        }
    }
}

/// The locks of a plan, and whom each holds. Whoever the planner pinned alone is held by none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locks(BTreeMap<Lock, BTreeSet<Nip>>);

impl Locks {
    /// Whether none is closed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a lock is closed.
    pub fn is_closed(&self, lock: &Lock) -> bool {
        self.0.contains_key(lock)
    }

    /// All that are closed, in order.
    pub fn all(&self) -> impl Iterator<Item = &Lock> {
        self.0.keys()
    }

    /// Whether somebody's pin belongs to a lock.
    pub fn hold(&self, nip: &Nip) -> bool {
        self.0.values().any(|held| held.contains(nip))
    }

    /// Whom a lock alone holds: they are free once it is opened.
    pub fn held_by_none_but(&self, lock: &Lock) -> Vec<Nip> {
        let others = |nip: &Nip| self.0.iter().any(|(other, held)| other != lock && held.contains(nip));
        self.0.get(lock).into_iter().flatten().filter(|nip| !others(nip)).copied().collect()
    }

    /// Closes a lock on these people.
    pub(super) fn close(&mut self, lock: Lock, people: impl Iterator<Item = Nip>) {
        self.0.insert(lock, people.collect());
    }

    /// Opens a lock.
    pub(super) fn open(&mut self, lock: &Lock) {
        self.0.remove(lock);
    }

    /// A pin or its end is the planner's own from now on.
    pub(super) fn let_go(&mut self, nip: &Nip) {
        self.0.retain(|_, held| {
            held.remove(nip);
            !held.is_empty()
        });
    }
}
