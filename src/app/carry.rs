//! Carrying a person: one machine for mouse and keyboard.
//!
//! Idle → armed (pressed on a person; a release without motion is a click) → carrying → dropped or put
//! back. A lost release never sticks: a new press, Esc, loss of focus, a resize, a new plan or half a
//! minute of silence put the person back. After Esc the rest of a mouse gesture is ignored.
use crate::desk::preview::{Preview, Target};
use crate::metrics::Metrics;
use crate::model::{EmployeeIx, PositionIx};
use std::collections::HashMap;

/// Who carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The mouse, with its button held.
    Mouse,
    /// Keys.
    Keys,
}

/// A person carried.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Who.
    pub who: EmployeeIx,
    /// By what.
    pub by: By,
    /// Over what.
    pub over: Option<Target>,
    /// What letting go here would do.
    pub preview: Option<Preview>,
    /// The plan's figures after it.
    pub after: Option<Metrics>,
    /// Biaya per post, once the core has answered.
    pub costs: Option<HashMap<PositionIx, Option<i64>>>,
}

/// The state of carrying.
#[derive(Clone, Debug, Default)]
pub enum Carry {
    /// Nobody.
    #[default]
    Idle,
    /// Pressed on a person at a cell; nothing moved yet.
    Armed {
        /// Who.
        who: EmployeeIx,
        /// Where the button went down.
        at: (u16, u16),
    },
    /// Carrying.
    Carrying(Box<Carried>),
    /// Put back with the button still held: ignored until it is released.
    Ignoring,
}

impl Carry {
    /// The person carried.
    pub fn carried(&self) -> Option<&Carried> {
        match self {
            Self::Carrying(carried) => Some(carried),
            _ => None,
        }
    }

    /// The person carried, to be changed.
    pub fn carried_mut(&mut self) -> Option<&mut Carried> {
        match self {
            Self::Carrying(carried) => Some(carried),
            _ => None,
        }
    }

    /// Picks someone up.
    pub fn pick_up(who: EmployeeIx, by: By) -> Self {
        Self::Carrying(Box::new(Carried { who, by, over: None, preview: None, after: None, costs: None }))
    }

    /// Puts back whoever is carried; says who.
    pub fn put_back(&mut self) -> Option<EmployeeIx> {
        let (next, who) = match self {
            Self::Carrying(carried) if carried.by == By::Mouse => (Self::Ignoring, Some(carried.who)),
            Self::Carrying(carried) => (Self::Idle, Some(carried.who)),
            Self::Armed { .. } => (Self::Ignoring, None),
            Self::Idle => (Self::Idle, None),
            Self::Ignoring => (Self::Ignoring, None),
        };
        *self = next;
        who
    }
}
