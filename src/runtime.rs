//! The terminal program's loop (stand-in until its branch lands).
use crate::text::Lang;
use std::path::Path;

/// Opens a workspace in the terminal interface.
///
/// # Errors
/// Always, until the terminal program's branch lands.
pub fn open(_root: &Path, _plan: &str, _read_only: bool, _lang: Lang, _is_throw_away: bool) -> anyhow::Result<()> {
    anyhow::bail!("the terminal interface is not built in yet")
}
