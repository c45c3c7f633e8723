//! Isi jabatan ini: the chains that a worker found for a post, until the plan is another.
use super::state::State;
use super::table::RowId;
use crate::desk::edit::Edit;
use crate::desk::fill::{Filling, NoFilling};
use crate::model::PositionIx;
use crate::model::plan::Action;
use std::sync::Arc;

/// What was found for a post.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The version of the plan it was asked for.
    pub version: u64,
    /// The post.
    pub post: PositionIx,
    /// At most so many moves.
    pub depth: usize,
    /// The chains, best first.
    pub fillings: Arc<Vec<Filling>>,
}

/// An answer of the worker.
pub type FillAnswer = Result<Arc<Vec<Filling>>, NoFilling>;

impl State {
    /// What was found for a post, where the plan is still the same.
    pub fn fillings(&self, post: PositionIx) -> Option<&Filled> {
        self.filled.as_ref().filter(|it| it.post == post && it.version == self.version)
    }

    /// What taking the chain does in which the selected row of the view on top is.
    pub(super) fn chosen_filling(&self) -> Option<Edit> {
        let view = self.view()?;
        let filled = self.fillings(view.about?.post()?)?;
        let at = match view.table.selected_stem()? {
            RowId::Place(_, at) => at as usize,
            _ => return None,
        };
        match &filled.fillings.get(at)?.action {
            Action::Adopt { changes, .. } => Some(Edit::Together(changes.clone())),
            _ => None,
        }
    }

    /// The post without a holder today on which a command would have somebody act.
    pub fn post_to_act_on(&self) -> Option<PositionIx> {
        let (projection, facts) = (&self.desk.grounds().projection, &self.desk.grounds().facts);
        let is_vacant = |post: &PositionIx| facts.positions[post.at()].is_structural() && projection.holders[post.at()] == 0;
        self.selected_place().filter(is_vacant)
    }

    /// The vacant post that a command would fill.
    pub fn post_to_fill(&self) -> Option<PositionIx> {
        self.selected_place().filter(|post| self.desk.is_short(*post))
    }
}
