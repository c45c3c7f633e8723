//! Why a file is refused, as values: the words are the reader's, in his language.

use thiserror::Error;

/// The line a file is refused for (from 1; 0 where the file as a whole is meant) and the reason.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {reason}")]
pub struct DimacsError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: Reason,
}

/// A number that a line should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Nodes announced.
    Nodes,
    /// Arcs announced.
    Arcs,
    /// A node's number.
    Node,
    /// What a node supplies.
    Supply,
    /// An arc's lower bound.
    Low,
    /// An arc's capacity.
    Capacity,
    /// An arc's cost.
    Cost,
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Field::Nodes => "the number of nodes",
            Field::Arcs => "the number of arcs",
            Field::Node => "a node",
            Field::Supply => "a supply",
            Field::Low => "the lower bound",
            Field::Capacity => "the capacity",
            Field::Cost => "the cost",
        })
    }
}

/// What is wrong with a file. `Display` is English.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Reason {
    /// The reader failed.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// A line without end: no text.
    #[error("a line longer than {0} bytes")]
    LongLine(usize),
    /// More lines than line numbers.
    #[error("more lines than 32-bit numbers can count")]
    ManyLines,
    /// A line of an unknown kind.
    #[error("a line starts with c, p, n or a")]
    Kind,
    /// Not `p min`.
    #[error("only minimum-cost flows are read: p min NODES ARCS")]
    NotMinimum,
    /// Two problem lines; where the first is.
    #[error("a second problem line; the first is line {0}")]
    SecondHeader(usize),
    /// No problem line.
    #[error("no problem line (p min NODES ARCS)")]
    NoHeader,
    /// Sizes that 32-bit indices cannot name.
    #[error("the number of nodes or arcs is out of range")]
    Sizes,
    /// The problem line lies about the arcs.
    #[error("{announced} arcs announced, {found} found")]
    Arcs {
        /// By the problem line.
        announced: usize,
        /// In the file.
        found: usize,
    },
    /// The problem line announces nodes that no line names.
    #[error("far more nodes announced than lines name")]
    Nodes,
    /// A word is no integer, or too long a one.
    #[error("{field} must be an integer of at most 18 digits, not “{found}”")]
    Number {
        /// Which.
        field: Field,
        /// What stands there instead.
        found: String,
    },
    /// A line goes on.
    #[error("more words than the line should have")]
    Words,
    /// A node outside 1 to `nodes`.
    #[error("node {node} is not one of 1 to {nodes}")]
    NoSuchNode {
        /// The number.
        node: i64,
        /// How many there are.
        nodes: usize,
    },
    /// A lower bound.
    #[error("the lower bound of an arc must be 0")]
    LowerBound,
    /// A negative capacity.
    #[error("the capacity of an arc is negative")]
    NegativeCapacity,
    /// A cost beyond 2^56.
    #[error("the cost is too large for exact 64-bit sums")]
    CostTooLarge,
    /// Costs whose sums do not fit, or whatever else a problem cannot be.
    #[error("{0}")]
    Problem(crate::matching::ProblemError),
    /// Two supplies of one node.
    #[error("node {0} has a supply already")]
    SecondSupply(u32),
    /// A supply that is not 1.
    #[error("an employee has a supply of 1")]
    Supply,
    /// Two sinks.
    #[error("a second node with a demand; there is one sink")]
    SecondSink,
    /// No sink.
    #[error("no node demands what the employees supply")]
    NoSink,
    /// Supply and demand differ.
    #[error("the sink demands {demand}, the employees supply {supply}")]
    Balance {
        /// Of the sink.
        demand: i64,
        /// Of all employees.
        supply: i64,
    },
    /// An employee's arc of another capacity.
    #[error("an arc of an employee has capacity 1")]
    EmployeeCapacity,
    /// An employee's arc to something else.
    #[error("an arc of an employee leads to a position")]
    EmployeeHead,
    /// A loop.
    #[error("an arc leads from a node to itself")]
    Loop,
    /// An arc out of the sink.
    #[error("an arc leaves the sink")]
    LeavesSink,
    /// A layer too many, or backwards.
    #[error("an arc leads from a position to its unit or the sink, or from a unit to the sink")]
    Layers,
    /// A position that leads to two places.
    #[error("the arcs of one position lead to different nodes")]
    Heads,
}

pub(super) fn refuse<T>(line: usize, reason: Reason) -> Result<T, DimacsError> {
    Err(DimacsError { line, reason })
}
