//! What rows are about: identities, so that a selection survives a changed plan, another order, a filter.
use crate::model::{EmployeeIx, PositionIx, UnitIx};

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowId {
    /// An employee.
    Person(EmployeeIx),
    /// A post.
    Post(PositionIx),
    /// A unit.
    Unit(UnitIx),
    /// Somebody on a post.
    Pair(EmployeeIx, PositionIx),
    /// Something about somebody: who, and which of several.
    Verdict(EmployeeIx, u32),
    /// One of several places of a post. The rows below it, up to the next of its sort, belong to it: it folds over them.
    Place(PositionIx, u32),
    /// One of several places of a post that nobody takes.
    Left(PositionIx, u32),
    /// An entry of the journal.
    Entry(u64),
    /// A line that is about nothing else.
    Line(u32),
}

impl RowId {
    /// The employee it is about.
    pub const fn person(self) -> Option<EmployeeIx> {
        match self {
            Self::Person(who) | Self::Pair(who, _) | Self::Verdict(who, _) => Some(who),
            _ => None,
        }
    }

    /// The post it is about.
    pub const fn post(self) -> Option<PositionIx> {
        match self {
            Self::Post(post) | Self::Pair(_, post) | Self::Place(post, _) | Self::Left(post, _) => Some(post),
            _ => None,
        }
    }
}
