//! The figures of the strip: they are walked like rows, and behind each stands its list.
use super::state::{Pane, State};
use super::table::RowId;
use super::views::{BLOCKED, GAIN, Kind, NEEDS, PROPOSALS, VACANT, WARNINGS, WISHES};

/// A figure, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Structural posts without a holder.
    Vacancies,
    /// The unit with the lowest fill.
    Lowest,
    /// Capaian: how much of the gain that is possible the plan reaches.
    Gain,
    /// People who move.
    Moves,
    /// What the law forbids.
    Blocked,
    /// How much of the need is filled.
    Filled,
    /// Wishes served.
    Wishes,
    /// What the law wants to be looked at.
    Warnings,
}

impl Figure {
    /// All, in their order.
    pub const ALL: [Self; 8] =
        [Self::Vacancies, Self::Lowest, Self::Gain, Self::Moves, Self::Blocked, Self::Filled, Self::Wishes, Self::Warnings];

    /// The list behind it, and the row of the list that it tells of.
    pub fn behind(self, state: &State) -> (&'static Kind, Option<RowId>) {
        let worst = || state.desk.metrics.worst_unit.map(|(unit, _)| RowId::Unit(unit));
        match self {
            Self::Vacancies => (&VACANT, None),
            Self::Lowest => (&NEEDS, worst()),
            Self::Gain => (&GAIN, None),
            Self::Moves => (&PROPOSALS, None),
            Self::Blocked => (&BLOCKED, None),
            Self::Filled => (&NEEDS, None),
            Self::Wishes => (&WISHES, None),
            Self::Warnings => (&WARNINGS, None),
        }
    }
}

impl State {
    /// The figure that has the focus.
    pub fn focused_figure(&self) -> Option<Figure> {
        self.figure.filter(|_| self.views.is_empty())
    }

    /// Whether a pane has the focus.
    pub fn has_focus(&self, pane: Pane) -> bool {
        self.focus == pane && self.figure.is_none()
    }
}
