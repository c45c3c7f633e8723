//! Guard rails (stand-in until the habits branch lands).
use super::Foundation;
use crate::model::Placement;

/// A guard rail that a plan comes near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardRail {}

/// The guard rails that a plan comes near.
pub fn check(_base: &Foundation, _after: &Placement) -> Vec<GuardRail> {
    Vec::new()
}
