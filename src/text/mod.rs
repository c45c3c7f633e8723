//! The words: what the program says, in Indonesian and English.
//!
//! Rules, errors and commands return typed reasons; only this room words them. Each topic has one
//! file; each function matches over every case and both languages, so that the compiler finds a
//! missing text. Words are those of the glossary.
pub mod figures;
pub mod import;
pub mod refusals;
pub mod rules;

/// The language of screens, documents and messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// From `--lang`, or else from `LANG`-like text (`en_GB.UTF-8`); Indonesian otherwise.
    pub fn from_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("en") { Self::En } else { Self::Id }
    }
}
