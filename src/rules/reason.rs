//! Why a rule decided as it did: typed, with the deciding numbers and dates.
use crate::model::records::DisciplineLevel;
use crate::model::{
    DocumentKind, EducationLevel, EmployeeIx, EmploymentKind, Golongan, LegalStatus, PositionIx, Predicate, Profession, UnitIx,
};
use jiff::civil::Date;

/// The deciding data of a finding. The same reason serves pass, fail and unknown: it tells the facts,
/// the outcome tells what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Reason {
    /// R01, R03: what the person is, and since when PNS.
    Employment { kind: EmploymentKind, pns_since: Option<Date> },
    /// R02.
    PppkJabatan { same: bool },
    /// R04.
    Status(LegalStatus),
    /// R05: in post since, whole months at TMT, the minimum, and the first day it is met.
    Tenure { since: Option<Date>, months: i32, minimum: i32, met_on: Option<Date> },
    /// R06: in post since, and the limit in years.
    LongTenure { since: Option<Date>, years: i32 },
    /// R07: the heaviest measure in force (`None`: none; the inner `None`: level unreadable).
    Discipline { level: Option<Option<DisciplineLevel>> },
    /// R09a, R09b: TMT pensiun and the margin in months (0 for R09a).
    Retirement { date: Option<Date>, margin_months: i32 },
    /// R10.
    Education { has: Option<EducationLevel>, minimum: Option<EducationLevel> },
    /// R11.
    Field { is_known: bool },
    /// R12.
    Rank { has: Option<Golongan>, min: Option<Golongan>, max: Option<Golongan> },
    /// R13, R14.
    Cumulative { months: i32, minimum: i32 },
    /// R15: the two years and their predicates, the later first.
    Performance { last_year: i16, predicates: [Option<Predicate>; 2] },
    /// R16: the latest assessment, and the last day it is valid.
    Assessment { last: Option<Date>, valid_until: Option<Date> },
    /// R17: JPM and threshold, hundredths of a percent.
    Jpm { has: Option<u16>, threshold: u16 },
    /// R18: holders after the plan.
    Incumbents { after: u32 },
    /// R19.
    UnitKnown(bool),
    /// R20: holders after the plan, and the most there may be.
    Headcount { after: u32, most: u32 },
    /// R22: the relative, and whether the line stands today.
    Relative { other: EmployeeIx, stands_today: bool },
    /// R26: whether the move is a demotion at own request, or after a severe measure.
    Demotion { own_request: bool, after_discipline: bool },
    /// R27.
    GovernmentalEducation,
    /// R29: whether the target is functional (else: out of a functional post).
    FunctionalChange { into: bool },
    /// R08.
    Trial { is_on_trial: bool },
    /// R21: a structural post that stays empty without an acting holder.
    LeftEmpty { post: PositionIx },
    /// R21: filled places of the unit left after the plan, the least it keeps, and its need.
    ThinUnit { unit: UnitIx, after: u32, least: u32, need: u32 },
    /// R23: first and last day of the freeze.
    Freeze { from: Date, until: Date },
    /// R24.
    NewHead { inaugurated: Date, free_from: Date },
    /// R25.
    ActingHead { since: Date, until: Option<Date> },
    /// R28: whether the person moves.
    TwoJabatan { moves: bool },
    /// R30.
    Sector { profession: Profession },
    /// R32, R33: the document, the movers who need it, and its date.
    Document { document: DocumentKind, movers: u32, on: Option<Date> },
    /// R34: the day of the decree, and the last day for objections.
    Objection { decreed: Date, until: Date },
    /// R35: movers by approval, the last day to report (known with the decree), and the report's date.
    Report { movers: u32, due: Option<Date>, on: Option<Date> },
    /// R36.
    ClassChange { from: u8, to: u8 },
    /// A local rule: the figure of its fact.
    Local { has: Option<i64> },
    /// R37.
    NoReason,
    /// R38: steps up the ladder.
    Steps { steps: u8, into_jpt: bool },
}
