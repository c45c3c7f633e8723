//! What lies over the panes.
use super::palette::Palette;
use crate::desk::composition::Composition;
use crate::desk::guard_rails::GuardRail;
use crate::model::{EmployeeIx, PositionIx};
use std::sync::Arc;
use tui_input::Input;

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// The reason of a move.
    Reason(EmployeeIx),
    /// A remark on a proposal.
    Comment(EmployeeIx),
    /// Who acts on a vacant post.
    Acting(PositionIx),
    /// An official's permission: who, where, which rule.
    Override(EmployeeIx, PositionIx, String),
}

/// A form: fields filled in one after another.
#[derive(Clone, Debug)]
pub struct Form {
    /// What for.
    pub kind: FormKind,
    /// The fields.
    pub fields: Vec<Input>,
    /// The field with the cursor.
    pub at: usize,
}

/// One change the core proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Who.
    pub who: EmployeeIx,
    /// Where the plan has the person now.
    pub from: Option<PositionIx>,
    /// Where to; `None`: back to the present post.
    pub to: Option<PositionIx>,
    /// Whether the planner takes it.
    pub is_taken: bool,
}

/// The core's plan, to be looked at before it is taken.
#[derive(Clone, Debug)]
pub struct SolvePreview {
    /// The plan.
    pub composition: Arc<Composition>,
    /// What it would change.
    pub changes: Vec<Proposed>,
    /// Guard rails it comes near.
    pub warnings: Vec<GuardRail>,
    /// The row selected.
    pub at: usize,
    /// First row shown.
    pub offset: usize,
}

/// What the core works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The best plan.
    Plan,
    /// The best chain for a post.
    Chain,
}

/// What lies over the panes.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// Every key.
    Help {
        /// First row shown.
        offset: usize,
    },
    /// A form.
    Form(Form),
    /// The core is at work.
    Working {
        /// For what.
        on: Work,
        /// How far, permille.
        permille: u64,
    },
    /// The core's plan.
    Solved(SolvePreview),
    /// Every command by name.
    Palette(Palette),
}
