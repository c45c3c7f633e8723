//! The workspace on disk.
pub mod import;
pub mod rosters;
