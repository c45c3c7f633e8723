//! What is decided: actions, and the plan they add up to.
//!
//! A plan is the facts plus its journal's actions folded in order. Undo is an action too: it takes
//! back the last action that still counts, within the present status.
pub use super::documents::{DocumentKind, Override, ProcessDocument};
use super::{Lock, Locks, Nip, PositionId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who made a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The planner's hand.
    Hand,
    /// The matching core.
    Solver,
}

/// One proposal of a change of many: to a post, or (`None`) back to where the person is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Who.
    pub employee: Nip,
    /// Where to.
    #[serde(default)]
    pub position: Option<PositionId>,
}

/// What the matching core recorded with its proposals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SolveRecord {
    /// Objective of the plan, hundredths of a point.
    pub objective: i64,
    /// Best proven upper bound.
    pub bound: i64,
    /// SHA-256 of the certificate file.
    pub certificate: String,
}

/// Status of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Konsep.
    #[default]
    Draft,
    /// Sudah dikonsultasikan.
    Consulted,
    /// Dipertimbangkan TPK.
    Reviewed,
    /// Disetujui PPK.
    Approved,
    /// SK terbit.
    Decreed,
    /// Dilaksanakan.
    Implemented,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    /// Propose a move.
    Propose {
        /// Who.
        employee: Nip,
        /// Where to.
        position: PositionId,
    },
    /// Take a proposal back.
    Withdraw {
        /// Whose.
        employee: Nip,
    },
    /// Many proposals at once: a swap, or some of the core's.
    Adopt {
        /// Who made them.
        source: Source,
        /// The proposals.
        changes: Vec<Change>,
    },
    /// The core's whole plan: replaces every proposal that is not pinned.
    Solve {
        /// Its figures.
        record: SolveRecord,
        /// Its moves.
        moves: Vec<(Nip, PositionId)>,
    },
    /// Fix someone on a post.
    Pin {
        /// Who.
        employee: Nip,
        /// Where.
        position: PositionId,
    },
    /// Take the pin away.
    Unpin {
        /// Whose.
        employee: Nip,
    },
    /// Fix everyone of a level or unit where the plan has them.
    PinMany {
        /// Of what.
        of: Lock,
        /// Who, where.
        pins: Vec<(Nip, PositionId)>,
    },
    /// Free them again.
    UnpinMany {
        /// Of what.
        of: Lock,
        /// Whose pin goes: those whom nothing else holds.
        employees: Vec<Nip>,
    },
    /// Never this pair.
    Ban {
        /// Who.
        employee: Nip,
        /// Not where.
        position: PositionId,
    },
    /// Take a ban of someone away.
    Unban {
        /// Whose.
        employee: Nip,
        /// Of which post; `None`: all of them.
        #[serde(default)]
        position: Option<PositionId>,
    },
    /// An official's permission.
    Override(Override),
    /// The reason for someone's move or stay.
    Reason {
        /// Whose.
        employee: Nip,
        /// The words.
        text: String,
    },
    /// A remark on someone's proposal.
    Comment {
        /// Whose.
        employee: Nip,
        /// The words.
        text: String,
    },
    /// A document of the process.
    Record(ProcessDocument),
    /// It is known, and accepted with these words, that a structural post stays empty.
    Acknowledge {
        /// Which post.
        position: PositionId,
        /// The words.
        text: String,
    },
    /// A setting of the plan.
    Set {
        /// Its name.
        key: String,
        /// Its value.
        value: String,
    },
    /// The plan's status.
    Status {
        /// The new one.
        status: Status,
    },
    /// Take back the entry with that sequence.
    Undo {
        /// Its sequence.
        entry: u64,
    },
    /// Let the entry with that sequence count again.
    Redo {
        /// Its sequence.
        entry: u64,
    },
}

impl Action {
    /// Its name in `log`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Propose { .. } => "propose",
            Self::Withdraw { .. } => "withdraw",
            Self::Adopt { .. } => "adopt",
            Self::Solve { .. } => "solve",
            Self::Pin { .. } => "pin",
            Self::Unpin { .. } => "unpin",
            Self::PinMany { .. } => "pin-many",
            Self::UnpinMany { .. } => "unpin-many",
            Self::Ban { .. } => "ban",
            Self::Unban { .. } => "unban",
            Self::Override(_) => "override",
            Self::Reason { .. } => "reason",
            Self::Comment { .. } => "comment",
            Self::Record(_) => "record",
            Self::Acknowledge { .. } => "acknowledge",
            Self::Set { .. } => "set",
            Self::Status { .. } => "status",
            Self::Undo { .. } => "undo",
            Self::Redo { .. } => "redo",
        }
    }
}

impl Action {
    /// Whom it concerns: what a plan says of anybody else it leaves as it is. `None`: anybody.
    pub fn people(&self) -> Option<Vec<Nip>> {
        Some(match self {
            Self::Propose { employee, .. }
            | Self::Withdraw { employee }
            | Self::Pin { employee, .. }
            | Self::Unpin { employee }
            | Self::Ban { employee, .. }
            | Self::Unban { employee, .. }
            | Self::Reason { employee, .. }
            | Self::Comment { employee, .. } => vec![*employee],
            Self::Override(it) => vec![it.employee],
            Self::Adopt { changes, .. } => changes.iter().map(|change| change.employee).collect(),
            Self::PinMany { pins, .. } => pins.iter().map(|(nip, _)| *nip).collect(),
            Self::UnpinMany { employees, .. } => employees.clone(),
            Self::Record(_) | Self::Set { .. } | Self::Status { .. } => Vec::new(),
            // Whoever leaves the post acknowledged: only the facts tell who that is.
            Self::Acknowledge { .. } | Self::Solve { .. } | Self::Undo { .. } | Self::Redo { .. } => return None,
        })
    }

    /// Whether it leaves what was solved as it is: words and documents beside the moves.
    pub const fn is_beside_the_moves(&self) -> bool {
        matches!(
            self,
            Self::Reason { .. } | Self::Comment { .. } | Self::Record(_) | Self::Acknowledge { .. } | Self::Status { .. }
        )
    }

    /// The moves it makes or takes back, where it does nothing else.
    pub fn moves(&self) -> Option<Vec<(Nip, Option<PositionId>)>> {
        match self {
            Self::Propose { employee, position } => Some(vec![(*employee, Some(position.clone()))]),
            Self::Withdraw { employee } => Some(vec![(*employee, None)]),
            Self::Adopt { changes, .. } => {
                Some(changes.iter().map(|change| (change.employee, change.position.clone())).collect())
            }
            _ => None,
        }
    }
}

/// A proposal that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Where to.
    pub position: PositionId,
    /// Who made it.
    pub source: Source,
}

/// The plan: what the actions add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Proposals, by NIP. Someone pinned away from the present post has one too.
    pub proposals: BTreeMap<Nip, Proposal>,
    /// Pins.
    pub pins: BTreeMap<Nip, PositionId>,
    /// What of the pins was locked together.
    pub locks: Locks,
    /// Bans.
    pub bans: BTreeSet<(Nip, PositionId)>,
    /// Overrides, by pair and rule.
    pub overrides: BTreeMap<(Nip, PositionId, String), Override>,
    /// Reasons.
    pub reasons: BTreeMap<Nip, String>,
    /// Remarks.
    pub comments: BTreeMap<Nip, String>,
    /// Documents of the process, the latest of each kind.
    pub documents: BTreeMap<DocumentKind, ProcessDocument>,
    /// Structural posts whose emptiness is accepted, with the words.
    pub acknowledged: BTreeMap<PositionId, String>,
    /// Settings.
    pub settings: BTreeMap<String, String>,
    /// Status.
    pub status: Status,
    /// The last solve that counts, with nothing changed since in what it solved.
    pub solved: Option<SolveRecord>,
}

impl Plan {
    /// The setting of the effective date.
    pub const EFFECTIVE_DATE: &'static str = "tmt";

    /// Everyone of whom it says anything that counts in its figures and verdicts.
    pub fn people(&self) -> impl Iterator<Item = Nip> + '_ {
        let permitted = self.overrides.keys().map(|(nip, ..)| *nip);
        self.proposals.keys().chain(self.reasons.keys()).copied().chain(permitted)
    }

    /// Applies one action that counts. `Undo` and `Redo` are the journal's business and change nothing here.
    pub fn apply(&mut self, action: &Action) {
        match action {
            Action::Propose { employee, position } => self.put(*employee, position.clone(), Source::Hand),
            Action::Withdraw { employee } => {
                self.proposals.remove(employee);
            }
            Action::Adopt { source, changes } => self.adopt(*source, changes),
            Action::Solve { record, moves } => {
                let pins = &self.pins;
                self.proposals.retain(|nip, _| pins.contains_key(nip));
                for (nip, position) in moves {
                    if !self.proposals.contains_key(nip) {
                        self.put(*nip, position.clone(), Source::Solver);
                    }
                }
                self.solved = Some(record.clone());
                return;
            }
            Action::Pin { employee, position } => {
                self.pins.insert(*employee, position.clone());
                self.locks.let_go(employee);
                self.put(*employee, position.clone(), Source::Hand);
            }
            Action::Unpin { employee } => {
                self.pins.remove(employee);
                self.locks.let_go(employee);
            }
            Action::PinMany { of, pins } => self.pin_many(of, pins),
            Action::UnpinMany { of, employees } => {
                self.locks.open(of);
                for nip in employees {
                    self.pins.remove(nip);
                }
            }
            Action::Ban { employee, position } => {
                if self.proposals.get(employee).is_some_and(|proposal| proposal.position == *position) {
                    self.proposals.remove(employee);
                }
                self.bans.insert((*employee, position.clone()));
            }
            Action::Unban { employee, position } => {
                self.bans.retain(|(nip, banned)| nip != employee || position.as_ref().is_some_and(|only| only != banned));
            }
            Action::Override(it) => {
                self.overrides.insert((it.employee, it.position.clone(), it.rule.clone()), it.clone());
            }
            Action::Reason { employee, text } => drop(self.reasons.insert(*employee, text.clone())),
            Action::Comment { employee, text } => drop(self.comments.insert(*employee, text.clone())),
            Action::Record(it) => drop(self.documents.insert(it.document, it.clone())),
            Action::Acknowledge { position, text } => drop(self.acknowledged.insert(position.clone(), text.clone())),
            Action::Set { key, value } => drop(self.settings.insert(key.clone(), value.clone())),
            Action::Status { status } => self.status = *status,
            Action::Undo { .. } | Action::Redo { .. } => {}
        }
        if !action.is_beside_the_moves() {
            self.solved = None;
        }
    }

    fn pin_many(&mut self, of: &Lock, pins: &[(Nip, PositionId)]) {
        self.locks.close(of.clone(), pins.iter().map(|(nip, _)| *nip));
        for (nip, position) in pins {
            self.pins.insert(*nip, position.clone());
            // Who proposed it is still known: the lock says only that it stays.
            if self.proposals.get(nip).is_none_or(|proposal| proposal.position != *position) {
                self.put(*nip, position.clone(), Source::Hand);
            }
        }
    }

    fn adopt(&mut self, source: Source, changes: &[Change]) {
        for change in changes {
            match &change.position {
                Some(position) => self.put(change.employee, position.clone(), source),
                None => drop(self.proposals.remove(&change.employee)),
            }
        }
    }

    fn put(&mut self, employee: Nip, position: PositionId, source: Source) {
        self.proposals.insert(employee, Proposal { position, source });
    }
}
