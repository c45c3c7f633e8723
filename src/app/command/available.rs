//! Whether a command can be used now, and why not.
use super::Id;
use crate::app::state::{Access, State};

/// Why a command cannot be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The plan is open to be read only.
    ReadOnly,
    /// Nobody is selected.
    NobodySelected,
    /// No proposal is selected.
    NoProposal,
    /// No pair of person and post is selected.
    NoPair,
    /// Nothing to undo.
    NothingToUndo,
    /// Nothing to redo.
    NothingToRedo,
    /// Only while somebody is carried.
    NobodyCarried,
    /// Not while somebody is carried.
    WhileCarrying,
    /// The person has no ban.
    NoBan,
    /// No rule an official could override stands in the way.
    NothingToOverride,
}

/// Whether a command can be used now.
///
/// # Errors
/// Why not.
pub fn available(id: Id, state: &State) -> Result<(), Unavailable> {
    let carrying = state.carry.carried().is_some();
    match id {
        Id::Best | Id::NextTarget | Id::PreviousTarget => require(carrying, Unavailable::NobodyCarried),
        Id::Solve
        | Id::Undo
        | Id::Redo
        | Id::Pin
        | Id::Ban
        | Id::Unban
        | Id::Override
        | Id::Reason
        | Id::Comment
        | Id::Withdraw
            if carrying =>
        {
            Err(Unavailable::WhileCarrying)
        }
        Id::Carry if !carrying => writable(state).and(require(state.selected_person().is_some(), Unavailable::NobodySelected)),
        Id::Solve => writable(state),
        Id::Undo => writable(state).and(require(state.reversible.0, Unavailable::NothingToUndo)),
        Id::Redo => writable(state).and(require(state.reversible.1, Unavailable::NothingToRedo)),
        Id::Pin | Id::Reason | Id::Comment => {
            writable(state).and(require(state.selected_person().is_some(), Unavailable::NobodySelected))
        }
        Id::Withdraw => {
            let moves = state.selected_person().is_some_and(|who| state.desk.placement.target(who).is_some());
            writable(state).and(require(moves, Unavailable::NoProposal))
        }
        Id::Ban => writable(state).and(require(state.selected_pair().is_some(), Unavailable::NoPair)),
        Id::Override => writable(state)
            .and(require(state.selected_pair().is_some(), Unavailable::NoPair))
            .and(require(state.overridable().is_some(), Unavailable::NothingToOverride)),
        Id::Unban => {
            let nip = state.selected_person().map(|who| state.desk.grounds().facts.employees[who.at()].nip);
            let banned = nip.is_some_and(|nip| state.desk.plan.bans.iter().any(|(whose, _)| *whose == nip));
            writable(state).and(require(banned, Unavailable::NoBan))
        }
        _ => Ok(()),
    }
}

fn require(holds: bool, otherwise: Unavailable) -> Result<(), Unavailable> {
    if holds { Ok(()) } else { Err(otherwise) }
}

fn writable(state: &State) -> Result<(), Unavailable> {
    require(state.access == Access::Write, Unavailable::ReadOnly)
}
