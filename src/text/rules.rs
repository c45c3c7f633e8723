//! Rules, verdicts and reasons, in words (stand-in: the command branch words them in full).
use super::Lang;
use crate::model::Facts;
use crate::rules::{Outcome, Reason, RuleId, Severity};

/// The sign of a verdict and its word.
pub fn mark(lang: Lang, severity: Severity, outcome: Outcome) -> (&'static str, &'static str) {
    let id = lang == Lang::Id;
    match (outcome, severity) {
        (Outcome::Pass, _) => ("✓", if id { "memenuhi syarat" } else { "lawful" }),
        (Outcome::Unknown, _) => ("?", if id { "perlu verifikasi" } else { "to be verified" }),
        (Outcome::Overridden, _) => ("⊘", if id { "dikecualikan dengan izin" } else { "overridden" }),
        (Outcome::Fail, Severity::B) => ("✗", if id { "tidak memenuhi syarat" } else { "blocked" }),
        (Outcome::Fail, Severity::O) => ("⊘", if id { "perlu izin pejabat" } else { "needs override" }),
        (Outcome::Fail, Severity::W) => ("!", if id { "perhatian" } else { "warning" }),
        (Outcome::Fail, Severity::G) => ("▸", if id { "tahapan wajib" } else { "process gate" }),
        (Outcome::Fail, Severity::I) => ("i", if id { "catatan" } else { "information" }),
    }
}

/// What a rule is about, short.
pub fn name(_lang: Lang, rule: RuleId) -> &'static str {
    rule.as_str()
}

/// The reason with its numbers, one line.
pub fn reason(_lang: Lang, _facts: &Facts, rule: RuleId, _outcome: Outcome, reason: &Reason) -> String {
    format!("{rule} {reason:?}")
}
