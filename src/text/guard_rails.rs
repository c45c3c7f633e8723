//! Guard rails in words (stand-in until the habits branch lands).
use super::Lang;
use crate::desk::guard_rails::GuardRail;
use crate::model::Facts;

/// One warning.
pub fn warning(_lang: Lang, _facts: &Facts, warning: &GuardRail) -> String {
    match *warning {}
}
