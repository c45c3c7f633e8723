//! The rosters under `facts/` (stand-in until the import branch lands).
/// x
#[derive(Debug, thiserror::Error)]
#[error("x")]
pub struct RosterError;
/// x
///
/// # Errors
/// x
pub fn load(_f: &std::path::Path) -> Result<crate::model::Rosters, RosterError> {
    Err(RosterError)
}
