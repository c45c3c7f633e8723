//! Facts and decisions as plain values. No file, clock, terminal or randomness.
//!
//! - Who: [`Employee`], [`Nip`], [`Rank`], with what is known of them ([`records`]).
//! - Where: [`Unit`], [`Position`], [`Grade`], [`Level`].
//! - All of it together, linked: [`Facts`], made from [`Rosters`] as the files hold them.
//! - As it will stand on the day of the plan: [`Projection`].
//! - How it is judged: [`Policy`]. What is decided: [`plan`].

use serde::de::Visitor;
use std::fmt;
use std::marker::PhantomData;

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
                $crate::model::read_text(d, |text| Self::parse(text).ok_or(concat!("expected ", $expected)))
            }
        }
    };
}
pub(crate) use serde_as_text;

/// Reads a value from its text where the text stands: millions of cells are read, and none needs a copy.
pub(crate) fn read_text<'de, D, T, E>(deserializer: D, parse: impl Fn(&str) -> Result<T, E>) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    E: fmt::Display,
{
    struct Text<P, T>(P, PhantomData<T>);
    impl<P: Fn(&str) -> Result<T, E>, T, E: fmt::Display> Visitor<'_> for Text<P, T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }
        fn visit_str<F: serde::de::Error>(self, text: &str) -> Result<T, F> {
            (self.0)(text).map_err(F::custom)
        }
    }
    deserializer.deserialize_str(Text(parse, PhantomData))
}

mod calendar;
mod chunks;
mod documents;
mod education;
mod employee;
mod facts;
mod grounds;
mod history;
mod ids;
mod index;
mod kinds;
mod levels;
mod locks;
mod nip;
mod person;
mod placement;
pub mod plan;
mod policy;
mod position;
mod predicate;
mod profiles;
mod projection;
mod rank;
pub mod records;
mod rosters;
mod sectors;
mod shared;
mod talent;
mod tenure;

pub use calendar::{Days, Election, Head, ObjectionDays, days_after, is_working_day};
pub use chunks::Chunks;
pub use documents::{DocumentKind, ProcessDocument};
pub use education::{EducationLevel, field_of};
pub use employee::{Employee, EmploymentKind, LegalStatus};
pub use facts::{Facts, UnitEvent, Wish, WishTarget};
pub use grounds::{Grounds, PersonTerms, PostTerms, Profession};
pub use history::History;
pub use ids::{EmployeeIx, JabatanId, PositionId, PositionIx, UnitId, UnitIx};
pub use index::Index;
pub use kinds::PostKinds;
pub use levels::{Echelon, Grade, JabatanKind, Jenjang, Level, PostType};
pub use locks::{Lock, Locks};
pub use nip::{Nip, NipError, NipForm};
pub use person::EmployeeFacts;
pub use placement::Placement;
pub use plan::Status;
pub use policy::{ClusterWords, MovePrices, ParameterChoices, Parameters, Policy, Rewards, Weights, round_half_up};
pub use position::{Position, Unit};
pub use predicate::Predicate;
pub use profiles::{Dated, NineBoxCuts, ProfileChoices, Profiles, RetirementAges};
pub use projection::{LeavingReason, Projection, Seat, Standing};
pub use rank::{Golongan, Rank};
pub use records::{Appraisal, Assessment, Competency};
pub use rosters::{Kind, Rosters};
pub use sectors::Sectors;
pub use shared::SharedText;
pub use tenure::{Cumulative, months_after, whole_months};
