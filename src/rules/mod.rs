//! The law: who may go where. One file a rule; which rules count, how severe they are, what they cite
//! and with which figures comes from a dated pack (`data/rules/`).
//!
//! A rule of scope *pair* judges one person moving to one post ([`pair`]); of scope *plan* a whole
//! plan ([`plan`]); of scope *gate* what must be there before the next status. A verdict carries a
//! typed [`Reason`] with the deciding numbers; only [`crate::text`] words it. Missing data neither
//! pass nor fail a rule: the outcome is *unknown*.
//!
//! A new rule is a file, a variant of [`RuleId`], a line in [`pair::RULES`] (or in those of [`plan`] or [`gate`]) and an
//! entry in the pack.
pub mod gate;
mod judge;
mod local;
mod pack;
pub mod pair;
pub mod plan;
mod reason;

pub use judge::{Exclusion, Judge, PairJudgement};
pub use local::{Fact, LocalRule, Words};
pub use pack::{Automatic, Fault, Find, Pack, PackError, PackText, RuleEntry};
pub use pair::Case;
pub use reason::Reason;

use serde::{Deserialize, Serialize};
use std::fmt;

/// Names of local rules: as many as a pack may have.
const LOCAL: [&str; 40] = [
    "L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10", "L11", "L12", "L13", "L14", "L15", "L16", "L17", "L18",
    "L19", "L20", "L21", "L22", "L23", "L24", "L25", "L26", "L27", "L28", "L29", "L30", "L31", "L32", "L33", "L34", "L35", "L36",
    "L37", "L38", "L39", "L40",
];

macro_rules! rule_ids {
    ($($(#[$doc:meta])* $id:ident = $text:literal,)*) => {
        /// The rules of the catalogue (domain.md §4.2). R31 (no score sees religion, ethnicity, sex, marital status,
        /// politics, age or disability) has no entry: what it forbids cannot be expressed, since none of it is loaded.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleId {
            $($(#[$doc])* $id,)*
            /// A rule of a local pack, from 1.
            Local(u8),
        }
        /// The places of the catalogue.
        enum Place { $($id),* }
        impl RuleId {
            /// Those of the catalogue, in order.
            pub const ALL: &[Self] = &[$(Self::$id),*];
            /// The place in the catalogue, or the number of a local rule.
            pub(crate) const fn place(self) -> Result<usize, u8> {
                match self { $(Self::$id => Ok(Place::$id as usize),)* Self::Local(number) => Err(number) }
            }
            /// Where it stands among all: the catalogue first, then the local rules.
            pub fn order(self) -> i64 {
                self.place().map_or_else(|local| (Self::ALL.len() + usize::from(local)) as i64, |at| at as i64)
            }
            /// As written: `R05`; `L01` for a local one.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$id => $text,)*
                    Self::Local(number) => LOCAL.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("L?"),
                }
            }
            /// Reads `R05` or `L01`, case ignored.
            pub fn parse(text: &str) -> Option<Self> {
                let local = || (1u8..).zip(LOCAL).map(|(number, _)| Self::Local(number));
                Self::ALL.iter().copied().chain(local()).find(|id| id.as_str().eq_ignore_ascii_case(text.trim()))
            }
            /// Whether a local pack brings it.
            pub const fn is_local(self) -> bool {
                matches!(self, Self::Local(_))
            }
        }
    };
}
rule_ids! {
    /// Mutasi is for PNS.
    R01 = "R01",
    /// PPPK: the same jabatan only.
    R02 = "R02",
    /// CPNS must be PNS first.
    R03 = "R03",
    /// Active on TMT.
    R04 = "R04",
    /// Minimum tenure in the present post.
    R05 = "R05",
    /// More than five years in the present post.
    R06 = "R06",
    /// Discipline.
    R07 = "R07",
    /// Criminal proceedings.
    R08 = "R08",
    /// Retired by TMT.
    R09a = "R09a",
    /// Retires soon after TMT.
    R09b = "R09b",
    /// Level of education.
    R10 = "R10",
    /// Field of education.
    R11 = "R11",
    /// Golongan.
    R12 = "R12",
    /// Pengawas to administrator: 36 months as pengawas.
    R13 = "R13",
    /// Pelaksana to pengawas: 48 months as pelaksana.
    R14 = "R14",
    /// Performance of the last two years.
    R15 = "R15",
    /// A valid assessment.
    R16 = "R16",
    /// JPM threshold.
    R17 = "R17",
    /// One holder of a structural post.
    R18 = "R18",
    /// The post exists and its unit is active.
    R19 = "R19",
    /// Headcount within need.
    R20 = "R20",
    /// What a move leaves behind: an empty structural post, a thin unit.
    R21 = "R21",
    /// Relatives in a line of command.
    R22 = "R22",
    /// The freeze before and after a local election.
    R23 = "R23",
    /// The first months of a new head.
    R24 = "R24",
    /// An acting head.
    R25 = "R25",
    /// No demotion without a ground.
    R26 = "R26",
    /// A camat's governmental education.
    R27 = "R27",
    /// JA and JF held together.
    R28 = "R28",
    /// Into, between and out of functional posts.
    R29 = "R29",
    /// Guru outside schools, nakes outside health services.
    R30 = "R30",
    /// Minutes of the TPK before approval.
    R32 = "R32",
    /// BKN's Pertek before the decree.
    R33 = "R33",
    /// The clocks of objections.
    R34 = "R34",
    /// The report after officials were replaced with approval.
    R35 = "R35",
    /// The class falls.
    R36 = "R36",
    /// A stated reason for each move.
    R37 = "R37",
    /// One step at a time.
    R38 = "R38",
}
impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
crate::model::serde_as_text!(RuleId, "a rule such as R05");

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// One person moving to one post.
    Pair,
    /// The whole plan.
    Plan,
    /// What must be there before the next status.
    Gate,
}

/// What failing a rule means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Blocks.
    B,
    /// Blocks, unless a named official permits it.
    O,
    /// Warns.
    W,
    /// A gate of the process.
    G,
    /// Informs.
    I,
}

/// The outcome of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Holds.
    Pass,
    /// Does not hold.
    Fail,
    /// A datum is missing ("perlu verifikasi").
    Unknown,
    /// Does not hold, and an official permitted it.
    Overridden,
}

/// The side of a rule on which its severity may depend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// None in particular.
    #[default]
    General,
    /// The move is a promotion.
    Promotion,
    /// The target is a JPT.
    Jpt,
    /// The target is a staff post.
    Staff,
    /// A PPPK on the same jabatan.
    SameJabatan,
    /// It stood before the plan, and nobody concerned moves.
    StandsToday,
    /// A structural post is concerned.
    Structural,
}

/// What a rule found: its outcome, the aspect and the numbers that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Pass, fail or unknown.
    pub outcome: Outcome,
    /// On which side of the rule.
    pub aspect: Aspect,
    /// The deciding numbers.
    pub reason: Reason,
}

impl Finding {
    /// Passes or fails.
    pub const fn holds(holds: bool, reason: Reason) -> Self {
        Self { outcome: if holds { Outcome::Pass } else { Outcome::Fail }, aspect: Aspect::General, reason }
    }

    /// A datum is missing.
    pub const fn unknown(reason: Reason) -> Self {
        Self { outcome: Outcome::Unknown, aspect: Aspect::General, reason }
    }

    /// `None` is a missing datum.
    pub const fn known(holds: Option<bool>, reason: Reason) -> Self {
        match holds {
            Some(holds) => Self::holds(holds, reason),
            None => Self::unknown(reason),
        }
    }

    /// On that side of the rule, if the condition holds.
    pub const fn on(mut self, aspect: Aspect, condition: bool) -> Self {
        if condition {
            self.aspect = aspect;
        }
        self
    }
}

/// A verdict: a rule's finding with what the pack says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The rule.
    pub rule: RuleId,
    /// What it looks at.
    pub scope: Scope,
    /// What failing means here.
    pub severity: Severity,
    /// The outcome.
    pub outcome: Outcome,
    /// The deciding numbers.
    pub reason: Reason,
}

impl Verdict {
    /// Whether it keeps the pair or plan from standing: a failing B, or a failing O without override.
    pub const fn blocks(&self) -> bool {
        matches!((self.severity, self.outcome), (Severity::B | Severity::O, Outcome::Fail))
    }

    /// What is told first: what blocks, then by severity and rule.
    pub const fn order(&self) -> (bool, Severity, RuleId) {
        (!self.blocks(), self.severity, self.rule)
    }

    /// Of several the one that decides; `None` where nothing stands in the way. Long enough in a post (R06) is a reason to
    /// move, not one against it; what only informs stands in nobody's way.
    pub fn deciding(verdicts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let tells = |it: &Self| it.outcome != Outcome::Pass && it.severity != Severity::I;
        verdicts.into_iter().filter(|it| tells(it) && it.rule != RuleId::R06).min_by_key(Self::order)
    }

    /// Whether it warns.
    pub const fn warns(&self) -> bool {
        matches!((self.severity, self.outcome), (Severity::W, Outcome::Fail))
    }
}
