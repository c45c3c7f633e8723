//! What is wrong with a row, or with a whole file, as values. The words are in `text::import`.
use super::dates::DateOrder;
use crate::model::Kind;
use jiff::civil::Date;
use std::sync::Arc;

/// Whether the row goes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The row is rejected.
    Error,
    /// The row goes in; the value is cleaned, unknown, or kept as it came.
    Warning,
}

impl Severity {
    /// As in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing wrong with one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Record number as a spreadsheet shows it: the header is 1.
    pub row: u64,
    /// The header over the cell, as the file writes it; empty where the whole row is meant.
    pub column: Arc<str>,
    /// What is wrong.
    pub detail: Detail,
}

impl Problem {
    /// The code of the contract.
    pub const fn code(&self) -> &'static str {
        self.detail.code()
    }

    /// Error or warning.
    pub const fn severity(&self) -> Severity {
        self.detail.severity()
    }
}

/// Where a key was seen before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// In that row of this file.
    Row(u64),
    /// In what was imported before, to which this file is added.
    Imported,
}

/// What was expected where a value is out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A whole number between two bounds.
    Between(i64, i64),
    /// 0–100 points.
    Points,
    /// 1–3, or the words of the appraisal.
    Rating,
    /// A predikat.
    Predicate,
    /// Ringan, sedang, berat or pemeriksaan.
    Discipline,
    /// 0–5, or -1 for a refused unit.
    WishOrder,
    /// Structural, functional or staff.
    JabatanKind,
    /// An eselon.
    Echelon,
    /// A jenjang.
    Jenjang,
    /// A level of education.
    Education,
    /// M or F, L or P.
    Sex,
    /// A known kedudukan hukum.
    LegalStatus,
    /// Competencies such as `M1=2|SK1=2`.
    Requirements,
    /// Anything but an empty cell.
    Something,
}

/// What is wrong with one cell or row. Cells quoted here are cleaned and cut (see `quote`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A spreadsheet turned the NIP into a number: digits are lost.
    NipDamaged(String),
    /// Not 18 digits after cleaning; how many there are.
    NipLength(String, usize),
    /// Digits 13–14 are neither a month nor 21 and up.
    NipForm(String, u8),
    /// The NIP was seen before.
    NipDuplicate(Earlier),
    /// Apostrophe, spaces, dots or the like were taken off.
    NipNormalised,
    /// Birth date and digits 1–8 disagree (CON_2).
    NipBirthDate,
    /// Sex and digit 15 disagree (CON_3).
    NipSex,
    /// TMT CPNS and digits 9–14 disagree (CON_1), or for a PPPK the year and 9–12 (CON_4).
    NipTmtCpns {
        /// Whether it is an NI PPPK.
        pppk: bool,
    },
    /// No date.
    DateInvalid(String),
    /// After today, where that can't be.
    DateFuture(Date),
    /// No such unit.
    UnitUnknown(String),
    /// The unit was listed before.
    UnitDuplicate(Earlier),
    /// No such position.
    PositionUnknown(String),
    /// The cell that names unit or jabatan is empty.
    PositionMissing,
    /// The position was listed before.
    PositionDuplicate(Earlier),
    /// The cell that gives a unit or a position its id is empty.
    IdMissing,
    /// A structural post whose need is not 1.
    NeedStructural(String),
    /// Non-breaking or zero-width characters, line breaks: cleaned.
    TextNormalised,
    /// Control characters, escape sequences, bidi controls: removed.
    TextControl,
    /// Begins like a formula.
    TextFormula,
    /// More than 200 characters; how many.
    TextTooLong(usize),
    /// Golongan unreadable.
    RankUnknown(String),
    /// Value out of range or unreadable.
    ValueRange(String, Expected),
    /// The NIP is not among the employees; its last four digits.
    EmployeeUnknown(String),
    /// The row has not as many cells as the header: a delimiter or a quote too many.
    RowCells {
        /// Cells of the row.
        cells: usize,
        /// Cells of the header.
        header: usize,
    },
    /// One cell holds whole rows: a quote was opened there and closed by another row's.
    RowSwallowed {
        /// Line breaks in the cell.
        lines: usize,
    },
}

impl Detail {
    /// The code of the contract.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NipDamaged(_) => "nip.damaged",
            Self::NipLength(..) => "nip.length",
            Self::NipForm(..) => "nip.form",
            Self::NipDuplicate(_) => "nip.duplicate",
            Self::NipNormalised => "nip.normalised",
            Self::NipBirthDate => "nip.birth-date",
            Self::NipSex => "nip.sex",
            Self::NipTmtCpns { .. } => "nip.tmt-cpns",
            Self::DateInvalid(_) => "date.invalid",
            Self::DateFuture(_) => "date.future",
            Self::UnitUnknown(_) => "unit.unknown",
            Self::UnitDuplicate(_) => "unit.duplicate",
            Self::PositionUnknown(_) => "position.unknown",
            Self::PositionMissing => "position.missing",
            Self::PositionDuplicate(_) => "position.duplicate",
            Self::IdMissing => "id.missing",
            Self::NeedStructural(_) => "need.structural",
            Self::TextNormalised => "text.normalised",
            Self::TextControl => "text.control",
            Self::TextFormula => "text.formula",
            Self::TextTooLong(_) => "text.too-long",
            Self::RankUnknown(_) => "rank.unknown",
            Self::ValueRange(..) => "value.range",
            Self::EmployeeUnknown(_) => "employee.unknown",
            Self::RowCells { .. } => "row.cells",
            Self::RowSwallowed { .. } => "row.quote",
        }
    }

    /// Error ⇔ the row is rejected.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::NipDamaged(_)
            | Self::NipLength(..)
            | Self::NipForm(..)
            | Self::NipDuplicate(_)
            | Self::UnitDuplicate(_)
            | Self::PositionDuplicate(_)
            | Self::IdMissing
            | Self::RowSwallowed { .. }
            | Self::NeedStructural(_) => Severity::Error,
            _ => Severity::Warning,
        }
    }
}

/// Why a whole file is refused. Nothing of it is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// These headers are missing for a file of that kind.
    HeaderMissing {
        /// What the file was taken for.
        kind: Kind,
        /// The missing headers, by their names in the contract.
        columns: Vec<&'static str>,
    },
    /// The header fits no kind of file: `--as` helps.
    KindUnknown,
    /// The bytes are no text; where the first one is that is none, counted from 0.
    Encoding {
        /// Offset of the offending byte.
        offset: usize,
    },
    /// The file is larger than can be taken, in bytes.
    TooLarge {
        /// The limit.
        limit: u64,
    },
    /// A quote is opened in that row and never closed, so that the rest of the file is one cell.
    QuoteOpen {
        /// The row, the header being 1.
        row: u64,
    },
    /// Nothing tells day from month in this column.
    DateOrder {
        /// The header of the column.
        column: String,
        /// A cell that could be either, with its row.
        example: (u64, String),
        /// Cells that contradict each other: one whose first, one whose second number is over 12.
        contradiction: Option<(u64, u64)>,
    },
}

impl Refusal {
    /// The code of the contract.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::HeaderMissing { .. } | Self::KindUnknown => "header.missing",
            Self::Encoding { .. } | Self::TooLarge { .. } | Self::QuoteOpen { .. } => "encoding",
            Self::DateOrder { .. } => "date.order",
        }
    }

    /// The choices of `--date-order`, where that would help.
    pub const fn date_orders(&self) -> Option<[DateOrder; 2]> {
        match self {
            Self::DateOrder { .. } => Some([DateOrder::DayFirst, DateOrder::MonthFirst]),
            _ => None,
        }
    }
}
