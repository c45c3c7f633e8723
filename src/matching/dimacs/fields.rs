//! The words of one line.

use super::reason::{DimacsError, Field, Reason, refuse};

/// What is left of a line.
pub(super) struct Fields<'t> {
    pub rest: &'t [u8],
    pub line: usize,
}

impl<'t> Fields<'t> {
    /// The next word, empty at the end.
    pub fn word(&mut self) -> &'t [u8] {
        let start = self.rest.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(self.rest.len());
        let text = &self.rest[start..];
        let end = text.iter().position(u8::is_ascii_whitespace).unwrap_or(text.len());
        self.rest = &text[end..];
        &text[..end]
    }

    /// The next word as a number.
    pub fn number(&mut self, field: Field) -> Result<i64, DimacsError> {
        let word = self.word();
        let (negative, digits) = match word {
            [b'-', digits @ ..] => (true, digits),
            _ => (false, word),
        };
        let mut value = 0i64;
        // Eighteen digits cannot overflow, and nothing longer passes the limits anyway.
        if digits.is_empty() || digits.len() > 18 || !digits.iter().all(u8::is_ascii_digit) {
            let shown: String = String::from_utf8_lossy(word).chars().filter(|c| !c.is_control()).take(40).collect();
            return refuse(self.line, Reason::Number { field, found: shown });
        }
        for digit in digits {
            value = value * 10 + i64::from(digit - b'0');
        }
        Ok(if negative { -value } else { value })
    }

    /// The line must be over.
    pub fn end(&mut self) -> Result<(), DimacsError> {
        if self.word().is_empty() { Ok(()) } else { refuse(self.line, Reason::Words) }
    }
}

/// The five numbers of an arc line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ArcLine {
    pub from: i64,
    pub to: i64,
    pub low: i64,
    pub capacity: i64,
    pub cost: i64,
}

impl ArcLine {
    /// The plain way to write an arc, which nearly all lines of large files are: one space between
    /// numbers of few digits, one line feed. None where the line is anything else, else the length with the feed.
    pub fn plain(text: &[u8]) -> Option<(Self, usize)> {
        let rest = text.strip_prefix(b"a ")?;
        let (from, rest) = digits(rest, b' ')?;
        let (to, rest) = digits(rest, b' ')?;
        let (low, rest) = digits(rest, b' ')?;
        let (capacity, rest) = digits(rest, b' ')?;
        let (negative, rest) = match rest {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, rest),
        };
        let (cost, rest) = digits(rest, b'\n')?;
        let cost = if negative { -cost } else { cost };
        Some((Self { from, to, low, capacity, cost }, text.len() - rest.len()))
    }
}

/// A number of 1 to 18 digits and the byte after it.
fn digits(text: &[u8], after: u8) -> Option<(i64, &[u8])> {
    let mut value = 0i64;
    for (at, &byte) in text.iter().enumerate().take(19) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return (byte == after && at > 0).then(|| (value, &text[at + 1..]));
        }
        // The nineteenth digit fits as well, but is not taken.
        value = value.wrapping_mul(10).wrapping_add(i64::from(digit));
    }
    None
}
