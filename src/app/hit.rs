//! What was drawn where: the map that the next mouse event is read against.
use super::state::Pane;
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
            Self::OverlayRow(_) | Self::Command(_) => None,
        }
    }
}

/// Everything drawn, last drawn wins; and how many rows each pane shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HitMap {
    places: Vec<(Rect, Place)>,
    /// Rows of people, places and details.
    pub rows: [u16; 3],
    /// Rows of the overlay's list.
    pub overlay_rows: u16,
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

    /// Every place with its area.
    pub fn places(&self) -> &[(Rect, Place)] {
        &self.places
    }
}
