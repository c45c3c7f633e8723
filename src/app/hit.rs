//! What was drawn where: the map that the next mouse event is read against.
use super::figures::Figure;
use super::state::Pane;
use super::table::RowId;
use crate::desk::preview::Target;
use crate::model::EmployeeIx;
use ratatui::layout::{Position, Rect};

/// Something on the screen that can be pointed at. Identities, never row numbers: the lists may have
/// changed by the time the button is released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A pane, where there is nothing in particular.
    Pane(Pane),
    /// An employee in a pane.
    Person(Pane, EmployeeIx),
    /// A post or unit in a pane.
    Spot(Pane, Target),
    /// A row of an overlay's list.
    OverlayRow(usize),
    /// A row of a view.
    Row(RowId),
    /// The head of a view's column: its section and number.
    Column(usize, usize),
    /// A view, where there is nothing in particular.
    View,
    /// A figure of the strip.
    Figure(Figure),
    /// A command in the hints.
    Command(super::command::Id),
}

impl Place {
    /// What a person carried could be dropped on here.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Person(_, who) => Some(Target::Person(*who)),
            Self::Spot(_, target) => Some(*target),
            _ => None,
        }
    }

    /// The pane it lies in.
    pub const fn pane(&self) -> Option<Pane> {
        match self {
            Self::Pane(pane) | Self::Person(pane, _) | Self::Spot(pane, _) => Some(*pane),
            Self::OverlayRow(_) | Self::Row(_) | Self::Column(..) | Self::View | Self::Figure(_) | Self::Command(_) => None,
        }
    }
}

/// Beyond the rows of a list, above or below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Whose list.
    pub pane: Pane,
    /// Whether below it.
    pub is_below: bool,
    /// How many cells beyond, from 1.
    pub depth: u16,
}

/// Everything drawn, last drawn wins; and where each pane's list lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HitMap {
    places: Vec<(Rect, Place)>,
    /// The rows of people, places and details.
    pub lists: [Rect; 3],
    /// The figures of the strip, in their order.
    pub figures: Vec<Figure>,
    /// Rows of the overlay's list.
    pub overlay_rows: u16,
    /// Rows of a view's table.
    pub table_rows: u16,
    /// The largest first row of the overlay that still fills it.
    pub overlay_last: usize,
}

impl HitMap {
    /// Notes a place.
    pub fn add(&mut self, area: Rect, place: Place) {
        if !area.is_empty() {
            self.places.push((area, place));
        }
    }

    /// Forgets what lies below: an overlay takes every click.
    pub fn cover(&mut self) {
        self.places.clear();
    }

    /// What lies at a cell. Any coordinate is taken: terminals report cells that do not exist.
    pub fn at(&self, column: u16, row: u16) -> Option<Place> {
        self.places.iter().rev().find(|(area, _)| area.contains(Position { x: column, y: row })).map(|(_, place)| *place)
    }

    /// The list that a cell lies above or below. The rows themselves are no edge: what is in sight stays under the hand.
    pub fn edge(&self, column: u16, row: u16) -> Option<Edge> {
        Pane::ALL.into_iter().find_map(|pane| {
            let list = self.lists[pane.at()];
            let (above, below) = (list.top().saturating_sub(row), row.saturating_add(1).saturating_sub(list.bottom()));
            let is_beyond = !list.is_empty() && (list.left()..list.right()).contains(&column) && above + below > 0;
            is_beyond.then_some(Edge { pane, is_below: below > 0, depth: above + below })
        })
    }

    /// Every place with its area.
    pub fn places(&self) -> &[(Rect, Place)] {
        &self.places
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edges_of_a_list_lie_beyond_its_rows_between_its_sides() {
        let mut hits = HitMap::default();
        hits.lists[Pane::Places.at()] = Rect { x: 10, y: 3, width: 20, height: 5 };
        let edge = |is_below, depth| Some(Edge { pane: Pane::Places, is_below, depth });
        let cells = [
            ((10, 0), edge(false, 3)),
            ((29, 2), edge(false, 1)),
            ((15, 3), None),
            ((15, 7), None),
            ((15, 8), edge(true, 1)),
            ((15, 23), edge(true, 16)),
            ((15, 65535), edge(true, 65527)),
            ((9, 8), None),
            ((30, 2), None),
            ((65535, 65535), None),
        ];
        for ((column, row), expected) in cells {
            assert_eq!(hits.edge(column, row), expected, "{column},{row}");
        }
        assert_eq!(HitMap::default().edge(0, 0), None);
    }
}
