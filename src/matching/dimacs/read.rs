//! Reads the lines of a file, byte by byte: a file has millions.

use std::io::BufRead;
use std::ops::Range;

use super::fields::{ArcLine, Fields};
use super::reason::{DimacsError, Field, Reason, refuse};

/// No line of a problem is longer; what has no line ends is no text.
const LONGEST_LINE: usize = 1 << 20;

/// The arcs of a file as they stand in it: 12 bytes each, and 16 per run of arcs of one source.
#[derive(Debug, Default)]
pub struct Arcs {
    pub(super) nodes: usize,
    pub(super) offset: i64,
    /// Where each arc leads.
    pub(super) head: Vec<u32>,
    /// What each arc is worth: −cost.
    pub(super) value: Vec<i64>,
    /// (first arc, source): arcs of one source from there on.
    pub(super) groups: Vec<(u32, u32)>,
    /// (first arc, its line): arcs stand on consecutive lines from there.
    runs: Vec<(u32, u32)>,
    /// (arc, capacity) where the capacity is not 1.
    pub(super) wide: Vec<(u32, u32)>,
    /// (node, line, supply).
    pub(super) supplies: Vec<(u32, u32, i64)>,
    pub(super) problem_line: usize,
    expected: usize,
}

impl Arcs {
    /// The line on which an arc stands.
    pub(super) fn line_of(&self, arc: usize) -> usize {
        let run = self.runs.partition_point(|&(first, _)| first as usize <= arc).saturating_sub(1);
        self.runs.get(run).map_or(0, |&(first, line)| line as usize + arc - first as usize)
    }

    /// The arcs of each run of one source, with the source.
    pub(super) fn spans(&self) -> impl Iterator<Item = (u32, Range<usize>)> {
        spans(&self.groups, self.head.len())
    }

    /// The capacity of an arc.
    pub(super) fn capacity_of(&self, arc: usize) -> u32 {
        self.wide.binary_search_by_key(&arc, |&(at, _)| at as usize).map_or(1, |at| self.wide[at].1)
    }

    /// How many arcs the file has.
    pub fn len(&self) -> usize {
        self.head.len()
    }

    /// Whether the file has no arcs.
    pub fn is_empty(&self) -> bool {
        self.head.is_empty()
    }

    /// How many nodes the file announces.
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// The whole lines of a part of the file; `number` counts them.
    fn lines(&mut self, mut text: &[u8], number: &mut usize) -> Result<(), DimacsError> {
        while !text.is_empty() {
            *number += 1;
            if let Some((arc, length)) = ArcLine::plain(text) {
                self.arc(arc, *number)?;
                text = &text[length..];
                continue;
            }
            let end = text.iter().position(|&b| b == b'\n').unwrap_or(text.len());
            self.line(*number, &text[..end])?;
            text = &text[(end + 1).min(text.len())..];
        }
        Ok(())
    }

    fn line(&mut self, number: usize, text: &[u8]) -> Result<(), DimacsError> {
        if number > u32::MAX as usize {
            return refuse(number, Reason::ManyLines);
        }
        // Some editors begin a text with a byte order mark.
        let text = if number == 1 { text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text) } else { text };
        let mut fields = Fields { rest: text, line: number };
        match fields.word() {
            b"a" => {
                let mut next = |field| fields.number(field);
                let (from, to, low) = (next(Field::Node)?, next(Field::Node)?, next(Field::Low)?);
                let arc = ArcLine { from, to, low, capacity: next(Field::Capacity)?, cost: next(Field::Cost)? };
                fields.end()?;
                self.arc(arc, number)
            }
            b"n" => {
                let (node, supply) = (fields.number(Field::Node)?, fields.number(Field::Supply)?);
                self.supplies.push((self.node(node, number)?, number as u32, supply));
                fields.end()
            }
            b"p" => self.header(fields),
            b"c" => {
                self.comment(fields.rest);
                Ok(())
            }
            b"" => Ok(()),
            _ => refuse(number, Reason::Kind),
        }
    }

    fn header(&mut self, mut fields: Fields<'_>) -> Result<(), DimacsError> {
        let line = fields.line;
        if self.problem_line > 0 {
            return refuse(line, Reason::SecondHeader(self.problem_line));
        }
        if fields.word() != b"min" {
            return refuse(line, Reason::NotMinimum);
        }
        let (nodes, arcs) = (fields.number(Field::Nodes)?, fields.number(Field::Arcs)?);
        let small = |n: i64| (0..i64::from(u32::MAX / 4)).contains(&n);
        if !small(nodes) || !small(arcs) {
            return refuse(line, Reason::Sizes);
        }
        (self.nodes, self.expected, self.problem_line) = (nodes as usize, arcs as usize, line);
        // A header may lie: a little is reserved on its word, the rest is earned.
        let room = self.expected.min(1 << 20);
        self.head.reserve(room);
        self.value.reserve(room);
        fields.end()
    }

    fn arc(&mut self, arc: ArcLine, line: usize) -> Result<(), DimacsError> {
        let (from, to) = (self.node(arc.from, line)?, self.node(arc.to, line)?);
        if arc.low != 0 {
            return refuse(line, Reason::LowerBound);
        }
        if arc.cost.unsigned_abs() > 1 << 56 {
            return refuse(line, Reason::CostTooLarge);
        }
        let at = self.head.len();
        if at >= (u32::MAX / 4) as usize || line > u32::MAX as usize {
            return refuse(line, Reason::ManyLines);
        }
        if arc.capacity != 1 {
            if arc.capacity < 0 {
                return refuse(line, Reason::NegativeCapacity);
            }
            self.wide.push((at as u32, u32::try_from(arc.capacity).unwrap_or(u32::MAX)));
        }
        if self.runs.last().is_none_or(|&(first, run)| run as usize + at - first as usize != line) {
            self.runs.push((at as u32, line as u32));
        }
        if self.groups.last().is_none_or(|&(_, source)| source != from) {
            self.groups.push((at as u32, from));
        }
        self.head.push(to);
        self.value.push(-arc.cost);
        Ok(())
    }

    fn node(&self, node: i64, line: usize) -> Result<u32, DimacsError> {
        // Before the problem line the range is not known yet; the end of the file checks again.
        let most = if self.problem_line > 0 { self.nodes as i64 } else { i64::from(u32::MAX) };
        if (1..=most).contains(&node) {
            return Ok(node as u32);
        }
        refuse(line, Reason::NoSuchNode { node, nodes: self.nodes })
    }

    /// `c objective = OFFSET - cost` is the one comment that counts.
    fn comment(&mut self, text: &[u8]) {
        let mut words = Fields { rest: text, line: 0 };
        if words.word() == b"objective" && words.word() == b"=" {
            let offset = words.number(Field::Cost);
            if let (Ok(offset), b"-", b"cost") = (offset, words.word(), words.word()) {
                self.offset = offset;
            }
        }
    }

    /// What can be said only at the end.
    fn finish(self) -> Result<Self, DimacsError> {
        if self.problem_line == 0 {
            return refuse(0, Reason::NoHeader);
        }
        self.check_early_nodes()?;
        if self.head.len() != self.expected {
            return refuse(self.problem_line, Reason::Arcs { announced: self.expected, found: self.head.len() });
        }
        // A node that no line names cannot matter, and room for a billion of them would.
        if self.nodes > 2 * self.head.len() + self.supplies.len() + (1 << 20) {
            return refuse(self.problem_line, Reason::Nodes);
        }
        Ok(self)
    }

    /// Nodes named before the problem line said how many there are.
    fn check_early_nodes(&self) -> Result<(), DimacsError> {
        let first = self.runs.first().map(|run| run.1).into_iter().chain(self.supplies.first().map(|supply| supply.1)).min();
        if first.is_none_or(|line| line as usize > self.problem_line) {
            return Ok(());
        }
        let nodes = self.nodes;
        let beyond = |node: u32| node as usize > nodes;
        let strange = |node: u32| Reason::NoSuchNode { node: node.into(), nodes };
        if let Some(&(arc, source)) = self.groups.iter().find(|group| beyond(group.1)) {
            return refuse(self.line_of(arc as usize), strange(source));
        }
        if let Some(arc) = self.head.iter().position(|&to| beyond(to)) {
            return refuse(self.line_of(arc), strange(self.head[arc]));
        }
        match self.supplies.iter().find(|supply| beyond(supply.0)) {
            Some(&(node, line, _)) => refuse(line as usize, strange(node)),
            None => Ok(()),
        }
    }
}

/// The arcs from each group's first on, up to the next group's.
pub(super) fn spans(groups: &[(u32, u32)], arcs: usize) -> impl Iterator<Item = (u32, Range<usize>)> {
    let ends = groups.iter().skip(1).map(|group| group.0 as usize).chain([arcs]);
    groups.iter().zip(ends).map(|(&(first, source), end)| (source, first as usize..end))
}

/// Reads the lines of a file, without looking at what shape they make.
///
/// # Errors
/// A line that is no line of a minimum-cost flow, or a problem line that is not true.
pub fn parse(mut input: impl BufRead) -> Result<Arcs, DimacsError> {
    let mut arcs = Arcs::default();
    let (mut carry, mut number) = (Vec::new(), 0);
    loop {
        let chunk = input.fill_buf().or_else(|e| refuse(number + 1, Reason::Unreadable(e.to_string())))?;
        if chunk.is_empty() {
            break;
        }
        let mut rest = chunk;
        if !carry.is_empty() {
            let end = rest.iter().position(|&b| b == b'\n').map_or(rest.len(), |at| at + 1);
            carry.extend_from_slice(&rest[..end]);
            rest = &rest[end..];
            if carry.last() == Some(&b'\n') {
                arcs.lines(&carry, &mut number)?;
                carry.clear();
            }
        }
        let whole = rest.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        arcs.lines(&rest[..whole], &mut number)?;
        carry.extend_from_slice(&rest[whole..]);
        if carry.len() > LONGEST_LINE {
            return refuse(number + 1, Reason::LongLine(LONGEST_LINE));
        }
        let used = chunk.len();
        input.consume(used);
    }
    arcs.lines(&carry, &mut number)?;
    arcs.finish()
}
