//! Documents that a plan needs on its way: minutes, technical consideration, decree, report; and what officials
//! permit or take note of.
use super::{Nip, PositionId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A document of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Berita acara of the Tim Penilai Kinerja (TPK).
    Minutes,
    /// Pertimbangan teknis (Pertek) of BKN.
    Pertek,
    /// The decree (SK) of the PPK.
    Decree,
    /// The report to the Mendagri after officials were replaced with approval.
    Report,
}

impl DocumentKind {
    /// All, in the order in which they come.
    pub const ALL: [Self; 4] = [Self::Minutes, Self::Pertek, Self::Decree, Self::Report];

    /// As written in a journal and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Pertek => "pertek",
            Self::Decree => "decree",
            Self::Report => "report",
        }
    }

    /// Reads the English or Indonesian name, case ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Some(match text.as_str() {
            "minutes" | "berita-acara" | "ba" => Self::Minutes,
            "pertek" => Self::Pertek,
            "decree" | "sk" => Self::Decree,
            "report" | "laporan" => Self::Report,
            _ => return None,
        })
    }
}
impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
super::serde_as_text!(DocumentKind, "minutes, pertek, decree or report");

/// A document that was recorded with a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessDocument {
    /// What it is.
    pub document: DocumentKind,
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: Date,
    /// Who signed it; empty where that is not recorded.
    #[serde(default)]
    pub official: String,
}

/// An official's permission for what a rule of severity O refuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// Who.
    pub employee: Nip,
    /// Where to.
    pub position: PositionId,
    /// The rule, such as `R05`.
    pub rule: String,
    /// Number of the document.
    pub document: String,
    /// Its date.
    pub date: Date,
    /// The official who signed it.
    pub official: String,
    /// Why.
    pub reason: String,
}
