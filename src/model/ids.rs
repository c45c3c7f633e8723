//! Identities: what a unit, a position and a place in a list are called.
use super::SharedText;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The id of a unit (`UNOR ID` in SIASN): an opaque text, kept as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitId(pub SharedText);

/// The id of a jabatan (`JABATAN ID`): the same jabatan in two units has the same id.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JabatanId(pub SharedText);

/// The id of a position: a jabatan in a unit, written `UNOR ID/JABATAN ID`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PositionId {
    /// The unit the position belongs to.
    pub unit: UnitId,
    /// The jabatan it is.
    pub jabatan: JabatanId,
}

impl PositionId {
    /// Reads `UNOR ID/JABATAN ID`; `None` where the slash or a side is missing.
    pub fn parse(text: &str) -> Option<Self> {
        let (unit, jabatan) = text.trim().split_once('/')?;
        (!unit.is_empty() && !jabatan.is_empty()).then(|| Self { unit: UnitId(unit.into()), jabatan: JabatanId(jabatan.into()) })
    }
}

impl fmt::Display for PositionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.unit, self.jabatan)
    }
}
impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Display for JabatanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for PositionId {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for PositionId {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("expected UNOR ID/JABATAN ID"))
    }
}

/// A place in one of the lists of [`Facts`](super::Facts). Distinct types, so that a unit is never
/// taken for a position.
macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);
        impl $name {
            /// The number as an index into a list.
            pub const fn at(self) -> usize {
                self.0 as usize
            }
            /// The index of the n-th member. Lists are far below 2³² members (a file of that size
            /// would not fit in memory), so the number is cut, not checked.
            #[allow(clippy::cast_possible_truncation)]
            pub const fn of(n: usize) -> Self {
                Self(n as u32)
            }
        }
    };
}
index!(
    /// A unit of the facts.
    UnitIx
);
index!(
    /// A position of the facts.
    PositionIx
);
index!(
    /// An employee of the facts.
    EmployeeIx
);
