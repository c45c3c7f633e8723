//! Why a pack cannot be used, and where in its file that stands.
use super::PackText;
use crate::rules::RuleId;

/// Why a pack cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// It cannot be read.
    #[error("rule pack {place}:{source}")]
    Unreadable {
        /// The file, or the pack of the program.
        place: String,
        /// Line, column and what was expected.
        source: Box<ron::error::SpannedError>,
    },
    /// There is none of that name.
    #[error("no rule pack is called {name}; there is: {known}, or NAME.ron in the workspace's folder rules")]
    Unknown {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: String,
    },
    /// What it says does not hold together.
    #[error("rule pack {place}:{line}:{column}: {fault}")]
    Faulty {
        /// The file, or the pack of the program.
        place: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong.
        fault: Fault,
    },
}

/// What does not hold together in a pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A full pack lacks a figure or rule; an addition stands first.
    #[error(
        "{0} is missing; a pack that names only what differs needs based_on, or a full pack before it in the workspace's rules"
    )]
    Missing(String),
    /// A rule stands twice.
    #[error("{0} stands twice")]
    Twice(RuleId),
    /// A pack is based on itself.
    #[error("{0} is based on itself")]
    Circle(String),
    /// Local ids belong under `local`, others under `rules`.
    #[error("{0} is a rule of its own: it belongs under local")]
    NotOfTheCatalogue(RuleId),
    /// A local rule with an id of the catalogue.
    #[error("{0} is a rule of the catalogue; rules of one's own are L01 to L40")]
    NotLocal(RuleId),
    /// Neither least nor most.
    #[error("{0} has neither min nor max")]
    NoBound(RuleId),
    /// A bound that the fact does not have.
    #[error("{bound:?} is no value of {fact}: expected {expected}")]
    Bound {
        /// What stands there.
        bound: String,
        /// The fact.
        fact: &'static str,
        /// What it takes.
        expected: &'static str,
    },
    /// A placeholder that no sentence has.
    #[error("{0} is unknown in a sentence; there is {{has}}, {{min}} and {{max}}")]
    Placeholder(String),
    /// A text is empty.
    #[error("name and sentence must be written in both languages")]
    NoWords,
    /// A gate cannot judge a pair.
    #[error("a rule on a person and a post has the severity B, O, W or I")]
    Severity,
    /// More lists of units than can be told apart.
    #[error("more than 64 different lists of units")]
    TooManyUnits,
}

impl PackError {
    /// Where those words stand first behind others.
    pub(in crate::rules) fn behind(text: &PackText, others: &str, words: &str, fault: Fault) -> Self {
        let from = text.text.find(others).unwrap_or(0);
        Self::found(text, text.text[from..].find(words).map(|at| from + at), fault)
    }

    /// Where those words stand first; at the beginning where they do not.
    pub(in crate::rules) fn at(text: &PackText, words: &str, fault: Fault) -> Self {
        Self::found(text, text.text.find(words), fault)
    }

    /// Where they stand last.
    pub(in crate::rules) fn at_last(text: &PackText, words: &str, fault: Fault) -> Self {
        Self::found(text, text.text.rfind(words), fault)
    }

    fn found(text: &PackText, at: Option<usize>, fault: Fault) -> Self {
        let before = &text.text[..at.unwrap_or(0)];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(1, |rest| rest.chars().count() + 1);
        Self::Faulty { place: text.place.clone(), line, column, fault }
    }
}
