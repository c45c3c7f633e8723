//! What `import --json` prints of one file.
use super::{Applied, Imported};
use crate::text::{Lang, import as text};
use serde::Serialize;

/// The report on one file, with the fields of the contract.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Report {
    pub file: String,
    pub kind: &'static str,
    pub rows: u64,
    pub accepted: u64,
    pub rejected: u64,
    pub warnings: u64,
    pub problems: Vec<ProblemReport>,
}

/// One problem of the report.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ProblemReport {
    pub row: u64,
    pub column: String,
    pub code: &'static str,
    pub severity: &'static str,
    pub message: String,
}

impl Report {
    /// The report on a file, worded in a language.
    pub fn new(file: &str, imported: &Imported, lang: Lang) -> Self {
        let problems = imported.problems.iter().map(|problem| ProblemReport {
            row: problem.row,
            column: problem.column.to_string(),
            code: problem.code(),
            severity: problem.severity().name(),
            message: text::problem(&problem.detail, lang),
        });
        Self {
            file: file.to_owned(),
            kind: imported.kind.name(),
            rows: imported.rows,
            accepted: imported.accepted,
            rejected: imported.rejected.len() as u64,
            warnings: imported.warnings,
            problems: problems.collect(),
        }
    }

    /// The report on a file that was imported.
    pub fn of(applied: &Applied, lang: Lang) -> Self {
        Self::new(&applied.file.to_string_lossy(), &applied.imported, lang)
    }
}
