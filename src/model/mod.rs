//! Facts and decisions as plain values. No file, clock, terminal or randomness.
//!
//! - Who: [`Employee`], [`Nip`], [`Rank`], with what is known of them ([`records`]).
//! - Where: [`Unit`], [`Position`], [`Grade`], [`Level`].
//! - All of it together, linked: [`Facts`], made from [`Rosters`] as the files hold them.
//! - As it will stand on the day of the plan: [`Projection`].
//! - How it is judged: [`Policy`]. What is decided: [`plan`].

/// Serialises a type as its text and reads it back with its `parse`.
macro_rules! serde_as_text {
    ($type:ty, $expected:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(d)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(concat!("expected ", $expected)))
            }
        }
    };
}
pub(crate) use serde_as_text;

mod education;
mod employee;
mod facts;
mod grounds;
mod history;
mod ids;
mod kinds;
mod levels;
mod nip;
mod placement;
pub mod plan;
mod policy;
mod position;
mod predicate;
mod projection;
mod rank;
pub mod records;
mod rosters;

pub use education::{EducationLevel, field_of};
pub use employee::{Employee, EmploymentKind, LegalStatus};
pub use facts::{EmployeeFacts, Facts, UnitEvent, Wish, WishTarget};
pub use grounds::{Cumulative, Grounds, PersonTerms, PostTerms, Profession, months_after, whole_months};
pub use history::History;
pub use ids::{EmployeeIx, JabatanId, PositionId, PositionIx, UnitId, UnitIx};
pub use kinds::PostKinds;
pub use levels::{Echelon, Grade, JabatanKind, Jenjang, Level};
pub use nip::{Nip, NipError, NipForm};
pub use placement::Placement;
pub use plan::Status;
pub use policy::{MovePrices, Parameters, Policy, Rewards, Weights, round_half_up};
pub use position::{Position, Unit};
pub use predicate::Predicate;
pub use projection::{LeavingReason, Projection, Seat, Standing};
pub use rank::{Golongan, Rank};
pub use records::{Appraisal, Assessment, Competency};
pub use rosters::{Kind, Rosters};
