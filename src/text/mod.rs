//! The words: what the program says, in Indonesian and English.
//!
//! Rules, errors and commands return typed reasons; only this room words them. Each topic has one
//! file; each function matches over every case and both languages, so that the compiler finds a
//! missing text. Words are those of the glossary.
pub mod abbreviations;
pub mod best;
pub mod chains;
pub mod commands;
pub mod constraints;
pub mod dimacs;
pub mod errors;
pub mod figures;
pub mod guard_rails;
pub mod import;
pub mod journal;
pub mod left_out;
pub mod locks;
pub mod match_score;
pub mod packs;
pub mod plain;
pub mod pool;
pub mod quality;
pub mod refusals;
pub mod reports;
pub mod review;
pub mod rules;
pub mod screen;
pub mod spread;
pub mod stats;
pub mod views;
pub mod workload;

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

/// The status of a plan.
pub const fn status(lang: Lang, status: crate::model::Status) -> &'static str {
    use crate::model::Status;
    match (status, lang) {
        (Status::Draft, Lang::Id) => "konsep",
        (Status::Draft, Lang::En) => "draft",
        (Status::Consulted, Lang::Id) => "sudah dikonsultasikan",
        (Status::Consulted, Lang::En) => "consulted",
        (Status::Reviewed, Lang::Id) => "dipertimbangkan TPK",
        (Status::Reviewed, Lang::En) => "reviewed (TPK)",
        (Status::Approved, Lang::Id) => "disetujui PPK",
        (Status::Approved, Lang::En) => "approved (PPK)",
        (Status::Decreed, Lang::Id) => "SK terbit",
        (Status::Decreed, Lang::En) => "decreed",
        (Status::Implemented, Lang::Id) => "dilaksanakan",
        (Status::Implemented, Lang::En) => "implemented",
    }
}
