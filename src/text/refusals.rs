//! Refused edits, in words (stand-in: the command branch words them in full).
use super::Lang;
use crate::desk::{Desk, edit::Refusal};

/// What happened, why, and what to do instead; one or two lines.
pub fn refusal(_lang: Lang, _desk: &Desk, refusal: &Refusal) -> String {
    format!("{refusal:?}")
}
