//! Reads the lines of a file, byte by byte: a file has millions.

use std::io::BufRead;

use super::{DimacsError, refuse};

/// The arcs of a file as they stand in it.
#[derive(Debug, Default)]
pub struct Arcs {
    pub(super) nodes: usize,
    pub(super) offset: i64,
    /// (source, head) per arc.
    pub(super) ends: Vec<(u32, u32)>,
    pub(super) capacity: Vec<u32>,
    pub(super) cost: Vec<i64>,
    /// (first arc, its line): arcs stand on consecutive lines from there.
    pub(super) runs: Vec<(usize, usize)>,
    /// (node, supply, line).
    pub(super) supplies: Vec<(u32, i64, usize)>,
    pub(super) problem_line: usize,
    expected: usize,
}

impl Arcs {
    /// The line on which an arc stands.
    pub(super) fn line_of(&self, arc: usize) -> usize {
        let run = self.runs.partition_point(|&(first, _)| first <= arc).saturating_sub(1);
        self.runs.get(run).map_or(0, |&(first, line)| line + arc - first)
    }

    /// How many arcs the file has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether the file has no arcs.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn line(&mut self, number: usize, text: &[u8]) -> Result<(), DimacsError> {
        let mut fields = Fields { rest: text, line: number };
        match fields.word() {
            b"a" => self.arc(fields),
            b"n" => {
                let (node, supply) = (self.node(&mut fields)?, fields.number("a supply")?);
                self.supplies.push((node, supply, number));
                fields.end()
            }
            b"p" => self.header(fields),
            b"c" => {
                self.comment(fields.rest);
                Ok(())
            }
            b"" => Ok(()),
            _ => refuse(number, "a line starts with c, p, n or a"),
        }
    }

    fn header(&mut self, mut fields: Fields<'_>) -> Result<(), DimacsError> {
        let line = fields.line;
        if self.problem_line > 0 {
            return refuse(line, format!("a second problem line; the first is line {}", self.problem_line));
        }
        if fields.word() != b"min" {
            return refuse(line, "only minimum-cost flows are read: p min NODES ARCS");
        }
        let (nodes, arcs) = (fields.number("the number of nodes")?, fields.number("the number of arcs")?);
        let small = |n: i64| (0..i64::from(u32::MAX / 4)).contains(&n);
        if !small(nodes) || !small(arcs) {
            return refuse(line, "the number of nodes or arcs is out of range");
        }
        (self.nodes, self.expected, self.problem_line) = (nodes as usize, arcs as usize, line);
        // A header may lie; a few megabytes are reserved on its word, the rest is earned.
        let room = self.expected.min(1 << 22);
        self.ends.reserve(room);
        self.capacity.reserve(room);
        self.cost.reserve(room);
        fields.end()
    }

    fn arc(&mut self, mut fields: Fields<'_>) -> Result<(), DimacsError> {
        let (from, to) = (self.node(&mut fields)?, self.node(&mut fields)?);
        if fields.number("the lower bound")? != 0 {
            return refuse(fields.line, "the lower bound of an arc must be 0");
        }
        let capacity = fields.number("the capacity")?;
        if capacity < 0 {
            return refuse(fields.line, "the capacity of an arc is negative");
        }
        let cost = fields.number("the cost")?;
        if cost.unsigned_abs() > 1 << 56 {
            return refuse(fields.line, "the cost is too large for exact 64-bit sums");
        }
        let at = self.ends.len();
        if self.runs.last().is_none_or(|&(first, line)| line + (at - first) != fields.line) {
            self.runs.push((at, fields.line));
        }
        self.ends.push((from, to));
        self.capacity.push(u32::try_from(capacity).unwrap_or(u32::MAX));
        self.cost.push(cost);
        fields.end()
    }

    fn node(&self, fields: &mut Fields<'_>) -> Result<u32, DimacsError> {
        let node = fields.number("a node")?;
        if self.problem_line > 0 && (1..=self.nodes as i64).contains(&node) {
            return Ok(node as u32);
        }
        // Before the problem line the range is not known yet; the end of the file checks again.
        match u32::try_from(node) {
            Ok(id) if id > 0 && self.problem_line == 0 => Ok(id),
            _ => refuse(fields.line, format!("node {node} is not one of 1 to {}", self.nodes)),
        }
    }

    /// `c objective = OFFSET - cost` is the one comment that counts.
    fn comment(&mut self, text: &[u8]) {
        let mut words = Fields { rest: text, line: 0 };
        if words.word() == b"objective" && words.word() == b"=" {
            let offset = words.number("");
            if let (Ok(offset), b"-", b"cost") = (offset, words.word(), words.word()) {
                self.offset = offset;
            }
        }
    }

    fn finish(self) -> Result<Self, DimacsError> {
        if self.problem_line == 0 {
            return refuse(0, "no problem line (p min NODES ARCS)");
        }
        let nodes = self.nodes as u32;
        if let Some(arc) = self.ends.iter().position(|&(from, to)| from > nodes || to > nodes) {
            return refuse(self.line_of(arc), format!("a node is not one of 1 to {nodes}"));
        }
        if let Some(&(node, _, line)) = self.supplies.iter().find(|s| s.0 > nodes) {
            return refuse(line, format!("node {node} is not one of 1 to {nodes}"));
        }
        if self.ends.len() != self.expected {
            let reason = format!("{} arcs announced, {} found", self.expected, self.ends.len());
            return refuse(self.problem_line, reason);
        }
        // A node that no line names cannot matter, and room for a billion of them would.
        if self.nodes > 2 * self.ends.len() + self.supplies.len() + (1 << 20) {
            return refuse(self.problem_line, "far more nodes announced than lines name");
        }
        Ok(self)
    }
}

/// Reads the lines of a file, without looking at what shape they make.
pub fn parse(mut input: impl BufRead) -> Result<Arcs, DimacsError> {
    let mut arcs = Arcs::default();
    let (mut carry, mut number) = (Vec::new(), 0);
    loop {
        let chunk = input.fill_buf().or_else(|e| refuse(number + 1, format!("cannot be read: {e}")))?;
        if chunk.is_empty() {
            break;
        }
        let whole = chunk.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let mut rest = &chunk[..whole];
        while let Some(end) = rest.iter().position(|&b| b == b'\n') {
            number += 1;
            if carry.is_empty() {
                arcs.line(number, &rest[..end])?;
            } else {
                carry.extend_from_slice(&rest[..end]);
                arcs.line(number, &carry)?;
                carry.clear();
            }
            rest = &rest[end + 1..];
        }
        carry.extend_from_slice(&chunk[whole..]);
        let used = chunk.len();
        input.consume(used);
    }
    if !carry.is_empty() {
        arcs.line(number + 1, &carry)?;
    }
    arcs.finish()
}

/// The words of one line.
struct Fields<'t> {
    rest: &'t [u8],
    line: usize,
}

impl<'t> Fields<'t> {
    fn word(&mut self) -> &'t [u8] {
        let start = self.rest.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(self.rest.len());
        let text = &self.rest[start..];
        let end = text.iter().position(u8::is_ascii_whitespace).unwrap_or(text.len());
        self.rest = &text[end..];
        &text[..end]
    }

    fn number(&mut self, what: &str) -> Result<i64, DimacsError> {
        let word = self.word();
        let (negative, digits) = match word {
            [b'-', digits @ ..] => (true, digits),
            _ => (false, word),
        };
        let mut value = 0i64;
        // Eighteen digits cannot overflow, and nothing longer passes the limits anyway.
        if digits.is_empty() || digits.len() > 18 || !digits.iter().all(u8::is_ascii_digit) {
            let found = String::from_utf8_lossy(word).into_owned();
            return refuse(self.line, format!("{what} must be an integer of at most 18 digits, not “{found}”"));
        }
        for digit in digits {
            value = value * 10 + i64::from(digit - b'0');
        }
        Ok(if negative { -value } else { value })
    }

    fn end(&mut self) -> Result<(), DimacsError> {
        if self.word().is_empty() { Ok(()) } else { refuse(self.line, "more words than the line should have") }
    }
}
