//! Carrying a person: one machine for mouse and keyboard.
//!
//! Idle → armed (pressed on a person; a release without motion is a click) → carrying → dropped or put
//! back. A lost release never sticks: a new press, Esc, loss of focus, a resize, a new plan or half a
//! minute of silence put the person back. After Esc the rest of a mouse gesture is ignored.
use super::figures::Figure;
use super::hit::Edge;
use crate::desk::Desk;
use crate::desk::live::Costs;
use crate::desk::preview::{Glance, Preview, Target};
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

/// The pointer that carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// The cell under it.
    pub at: Option<(u16, u16)>,
    /// The list it is held beyond.
    pub edge: Option<Edge>,
    /// How often that list ran on since.
    pub ran: u32,
    /// Counts what it did: as long as it stands still, nothing came.
    pub gestures: u32,
}

/// A person carried.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Who: the one by whom the ranked lists go.
    pub who: EmployeeIx,
    /// Who else is in hand.
    pub others: Vec<EmployeeIx>,
    /// By what.
    pub by: By,
    /// The pointer, where the mouse carries.
    pub hand: Hand,
    /// Over what.
    pub over: Option<Target>,
    /// What letting go here would do.
    pub preview: Option<Preview>,
    /// The plan's figures after it.
    pub after: Option<Metrics>,
    /// Biaya per post, once the core has answered.
    pub costs: Option<Costs>,
    /// Columns of each figure of the strip, the most since somebody is in hand: none gets narrower, so that those right
    /// of it stay where they are.
    pub figures: HashMap<Figure, u16>,
    /// Biaya of drops that move several people, as far as the core has answered.
    pub joint: HashMap<Target, Option<i64>>,
}

/// What is known of the Biaya of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Being worked out: the screen says `…`.
    Pending,
    /// There is none: nobody may do it, or no plan has it.
    Never,
    /// Hundredths of a point; 0 or less.
    Is(i64),
}

impl Carried {
    /// Everyone in hand.
    pub fn everyone(&self) -> Vec<EmployeeIx> {
        std::iter::once(self.who).chain(self.others.iter().copied()).collect()
    }

    /// Whether somebody is in hand.
    pub fn holds(&self, who: EmployeeIx) -> bool {
        self.who == who || self.others.contains(&who)
    }

    /// What letting go on a target would do.
    pub fn preview_on(&self, desk: &Desk, target: Target) -> Preview {
        if self.others.is_empty() { desk.preview(self.who, target) } else { desk.preview_many(&self.everyone(), target) }
    }

    /// A target at a glance.
    pub fn glance_at(&self, desk: &Desk, target: Target) -> Option<Glance> {
        if self.others.is_empty() { desk.glance(self.who, target) } else { desk.glance_many(&self.everyone(), target) }
    }

    /// By what the Biaya of a drop that moves several people is known: those in hand, or the one they swap with.
    pub fn joint_target(&self, target: Target, other: Option<EmployeeIx>) -> Option<Target> {
        if self.others.is_empty() { other.map(Target::Person) } else { Some(target) }
    }

    /// Biaya of letting go on a target, which comes to a post; where `other` makes room by a swap.
    pub fn cost(&self, target: Target, post: PositionIx, other: Option<EmployeeIx>) -> Cost {
        match (self.joint_target(target, other), &self.costs) {
            (Some(joint), _) => self.joint_cost(joint),
            (None, Some(costs)) => costs.get(&post).map_or(Cost::Never, |cost| Cost::Is(*cost)),
            (None, None) => Cost::Pending,
        }
    }

    /// Biaya of a drop that moves several people.
    pub fn joint_cost(&self, joint: Target) -> Cost {
        self.joint.get(&joint).map_or(Cost::Pending, |cost| cost.map_or(Cost::Never, Cost::Is))
    }
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

    /// Whether the mouse carries somebody, with its button held.
    pub fn is_dragging(&self) -> bool {
        self.carried().is_some_and(|carried| carried.by == By::Mouse)
    }

    /// The person carried, to be changed.
    pub fn carried_mut(&mut self) -> Option<&mut Carried> {
        match self {
            Self::Carrying(carried) => Some(carried),
            _ => None,
        }
    }

    /// Picks someone up.
    pub fn pick_up(who: EmployeeIx, others: Vec<EmployeeIx>, by: By) -> Self {
        Self::Carrying(Box::new(Carried {
            who,
            others,
            by,
            hand: Hand::default(),
            over: None,
            preview: None,
            after: None,
            costs: None,
            figures: HashMap::new(),
            joint: HashMap::new(),
        }))
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
