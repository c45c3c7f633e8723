//! Whether a command can be used now, and why not.
use super::Id;
use crate::app::overlay::Overlay;
use crate::app::state::{Access, State};
use crate::app::views::{FILL, VIEWS, undos};
use crate::model::EmployeeIx;

/// Why a command cannot be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The plan is open to be read only.
    ReadOnly,
    /// Nobody is selected.
    NobodySelected,
    /// No proposal is selected.
    NoProposal,
    /// No post is selected, nor anybody who has one.
    NoPost,
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
    /// The core is at work.
    WhileWorking,
    /// The core's plan waits to be taken or left.
    WhileChoosing,
    /// A text is being written.
    WhileWriting,
    /// The help is being read.
    WhileReading,
    /// Not on a figure: a row is meant.
    OnFigure,
    /// No figure is shown.
    NoFigures,
    /// There are no posts yet.
    NoPostsYet,
    /// There are no employees yet.
    NobodyYet,
    /// What belongs to views.
    Views(OfViews),
}

/// Why a command that has to do with views cannot be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfViews {
    /// Not over a view.
    OverView,
    /// Only in a view.
    NoView,
    /// No post is selected.
    NoPostSelected,
    /// No post is selected that nobody holds.
    NothingVacant,
    /// No post is selected that lacks somebody.
    NothingToFill,
    /// No rows are shown that belong to others.
    NoTree,
    /// No entry of the journal is selected.
    NoEntry,
    /// Undo does not lead to what the plan was then.
    NoWayBack,
    /// The plan is what it was then.
    NothingSince,
    /// No other effective date is tried.
    NoOtherDate,
}

/// Whether a command can be used now.
///
/// # Errors
/// Why not.
pub fn available(id: Id, state: &State) -> Result<(), Unavailable> {
    if let Some(covered) = covered(id, state) {
        return covered;
    }
    let carrying = state.carry.carried().is_some();
    if carrying && changes_the_plan(id) {
        return Err(Unavailable::WhileCarrying);
    }
    match id {
        Id::Best | Id::NextTarget | Id::PreviousTarget => require(carrying, Unavailable::NobodyCarried),
        Id::Carry if !carrying => writable(state).and(require(state.selected_person().is_some(), Unavailable::NobodySelected)),
        Id::Mark | Id::MarkUp | Id::MarkDown => require(state.selected_person().is_some(), Unavailable::NobodySelected),
        Id::Solve => writable(state)
            .and(require(state.desk.tally.has_posts(), Unavailable::NoPostsYet))
            .and(require(state.people.total() > 0, Unavailable::NobodyYet)),
        Id::Undo => writable(state).and(require(state.reversible.0, Unavailable::NothingToUndo)),
        Id::GoBack => writable(state).and(match undos(state) {
            None => Err(Unavailable::Views(OfViews::NoEntry)),
            Some((_, None)) => Err(Unavailable::Views(OfViews::NoWayBack)),
            Some((_, Some(0))) => Err(Unavailable::Views(OfViews::NothingSince)),
            Some(_) => Ok(()),
        }),
        id if let Some(kind) = VIEWS.iter().find(|kind| kind.command == Some(id)) => {
            if state.is_viewing(kind) {
                Ok(())
            } else {
                (kind.about)(state).map(|_| ())
            }
        }
        Id::SetDate => {
            writable(state).and(require(state.trial_tmt() != state.heading.tmt, Unavailable::Views(OfViews::NoOtherDate)))
        }
        Id::FoldAll | Id::Fill | Id::Appoint | Id::OnBoard => of_chains(id, state),
        Id::Redo => writable(state).and(require(state.reversible.1, Unavailable::NothingToRedo)),
        Id::Pin | Id::Reason | Id::Comment => {
            writable(state).and(require(state.selected_person().is_some(), Unavailable::NobodySelected))
        }
        Id::LockLevel => writable(state).and(require(state.selected_level().is_some(), Unavailable::NoPost)),
        Id::ProtectUnit => writable(state).and(require(state.selected_unit().is_some(), Unavailable::NoPost)),
        Id::Withdraw => {
            let moves = state.selected_person().is_some_and(|who| state.desk.placement.target(who).is_some());
            writable(state).and(require(moves, Unavailable::NoProposal))
        }
        Id::Copy => require(state.selected_person().is_some() || state.selected_place().is_some(), Unavailable::NobodySelected),
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

/// The same for what chains and vacant posts are for.
fn of_chains(id: Id, state: &State) -> Result<(), Unavailable> {
    match id {
        Id::FoldAll => require(state.view().is_some_and(|view| view.table.is_tree()), Unavailable::Views(OfViews::NoTree)),
        Id::Fill => writable(state)
            .and(require(state.is_viewing(&FILL) || state.post_to_fill().is_some(), Unavailable::Views(OfViews::NothingToFill))),
        Id::Appoint => writable(state).and(require(state.post_to_act_on().is_some(), Unavailable::Views(OfViews::NothingVacant))),
        Id::OnBoard => {
            let seat = |who: EmployeeIx| state.desk.grounds().projection.standing[who.at()].seat();
            require(state.selected_person().and_then(seat).is_some(), Unavailable::NobodySelected)
        }
        _ => Ok(()),
    }
}

/// What changes the plan, or who is in hand, otherwise than by letting go.
const fn changes_the_plan(id: Id) -> bool {
    changes_a_row(id)
        || matches!(id, Id::Solve | Id::Fill | Id::Appoint | Id::Undo | Id::Redo | Id::Earlier | Id::Later | Id::SetDate)
}

/// What of that concerns the selected row of a pane.
const fn changes_a_row(id: Id) -> bool {
    use Id::{Ban, Comment, LockLevel, Mark, MarkDown, MarkUp, Override, Pin, ProtectUnit, Reason, Unban, Withdraw};
    matches!(id, Pin | Mark | MarkUp | MarkDown | LockLevel | ProtectUnit | Ban | Unban | Override | Reason | Comment | Withdraw)
}

/// Whether what lies over the panes has a use for the command; `None` where it does not decide.
fn covered(id: Id, state: &State) -> Option<Result<(), Unavailable>> {
    let moves = matches!(id, Id::Up | Id::Down | Id::PageUp | Id::PageDown | Id::First | Id::Last);
    let (has_use, why) = match &state.overlay {
        _ if id.is_anywhere() => return None,
        Some(Overlay::Working { .. }) => (matches!(id, Id::Back | Id::Quit), Unavailable::WhileWorking),
        Some(Overlay::Solved(_)) => {
            (moves || matches!(id, Id::Carry | Id::Open | Id::Back | Id::Quit), Unavailable::WhileChoosing)
        }
        Some(Overlay::Form(_)) => {
            (moves || matches!(id, Id::NextPane | Id::PreviousPane | Id::Open | Id::Back), Unavailable::WhileWriting)
        }
        Some(Overlay::Help { .. }) => {
            (moves || matches!(id, Id::Help | Id::Open | Id::Back | Id::Quit), Unavailable::WhileReading)
        }
        Some(Overlay::Palette(_)) | None => return viewed(id, state).map(Err),
    };
    Some(require(has_use, why))
}

/// Why the board's own commands cannot be used over a view, and those of views not over the board.
fn viewed(id: Id, state: &State) -> Option<Unavailable> {
    let carrying = state.carry.carried().is_some();
    let is_open = !state.views.is_empty();
    match id {
        Id::NextPane | Id::PreviousPane | Id::SwitchPlaces if is_open => Some(Unavailable::Views(OfViews::OverView)),
        Id::Figures if is_open => Some(Unavailable::Views(OfViews::OverView)),
        Id::Figures if carrying => Some(Unavailable::WhileCarrying),
        Id::Figures if state.figures.is_empty() => Some(Unavailable::NoFigures),
        id if state.focused_figure().is_some() && is_of_a_row(id) => Some(Unavailable::OnFigure),
        Id::SortNext | Id::SortTurn if !is_open => Some(Unavailable::Views(OfViews::NoView)),
        id if carrying && VIEWS.iter().any(|kind| kind.command == Some(id)) => Some(Unavailable::WhileCarrying),
        _ => None,
    }
}

/// What concerns the selected row of a pane.
const fn is_of_a_row(id: Id) -> bool {
    changes_a_row(id) || matches!(id, Id::Carry | Id::Copy | Id::PersonCard | Id::PostCard)
}

fn require(holds: bool, otherwise: Unavailable) -> Result<(), Unavailable> {
    if holds { Ok(()) } else { Err(otherwise) }
}

fn writable(state: &State) -> Result<(), Unavailable> {
    require(state.access == Access::Write, Unavailable::ReadOnly)
}
