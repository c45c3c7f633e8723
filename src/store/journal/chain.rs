//! Lines, hashes and the chain they form.
use crate::model::plan::Action;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One entry of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<A = Action> {
    /// From 1, without gaps.
    pub sequence: u64,
    /// When, RFC 3339 with offset.
    pub time: String,
    /// The OS account that did it.
    pub actor: String,
    /// Hash of the line before.
    pub previous: String,
    /// What was decided.
    pub action: A,
    /// Hash of this line; not part of it.
    #[serde(skip)]
    pub hash: String,
}

/// What a journal's bytes hold.
#[derive(Debug)]
pub struct Scan<A = Action> {
    /// The entries.
    pub entries: Vec<Entry<A>>,
    /// Hash of the last line.
    pub head: String,
    /// Bytes up to the end of the last good line; what follows is torn.
    pub good: usize,
}

/// What breaks a chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// A whole line cannot be read, or does not fit its sum.
    #[error("line {line}: {what}")]
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// What was expected.
        what: String,
    },
    /// A line does not follow from the one before: something was changed, removed or put in.
    #[error("line {line}: does not follow from the line before")]
    Broken {
        /// The line, from 1.
        line: usize,
    },
}

/// SHA-256 of a line without its end, in hex.
pub fn hash_of(line: &[u8]) -> String {
    Sha256::digest(line).iter().fold(String::with_capacity(64), |mut text, byte| {
        text.push_str(&format!("{byte:02x}"));
        text
    })
}

/// The first 16 hex digits of the SHA-256 of a line's value.
fn sum_of(body: &str) -> String {
    hash_of(body.as_bytes())[..16].to_owned()
}

/// The hash before the first line.
pub fn genesis() -> String {
    "0".repeat(64)
}

impl<A: Serialize> Entry<A> {
    /// The line, without its end: the value, then the sum of what stands before it, so that a change in
    /// the last line is seen too. RON escapes line breaks inside texts, so that it is one line.
    pub fn line(&self) -> String {
        let value = options().to_string(self).unwrap_or_default();
        let body = value.strip_suffix(')').unwrap_or(&value);
        format!("{body},sum:\"{}\")", sum_of(body))
    }
}

fn options() -> ron::Options {
    ron::Options::default()
}

/// Reads a journal. A last line without its end is torn: not an error.
///
/// # Errors
/// [`ChainError`] where an earlier line cannot be read or does not follow.
pub fn read<A: DeserializeOwned>(bytes: &[u8]) -> Result<Scan<A>, ChainError> {
    let mut scan = Scan { entries: Vec::new(), head: genesis(), good: 0 };
    let mut rest = bytes;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let (line, after) = (&rest[..end], &rest[end + 1..]);
        let number = scan.entries.len() + 1;
        match parse(line) {
            Ok(entry) if entry.previous == scan.head && entry.sequence == number as u64 => {
                scan.head = hash_of(line);
                scan.entries.push(Entry { hash: scan.head.clone(), ..entry });
                scan.good += end + 1;
            }
            Ok(_) => return Err(ChainError::Broken { line: number }),
            Err(what) => return Err(ChainError::Unreadable { line: number, what }),
        }
        rest = after;
    }
    Ok(scan)
}

fn parse<A: DeserializeOwned>(line: &[u8]) -> Result<Entry<A>, String> {
    let text = std::str::from_utf8(line).map_err(|error| error.to_string())?;
    let (body, sum) = text.rsplit_once(",sum:\"").ok_or("no sum at the end of the line")?;
    if sum.strip_suffix("\")") != Some(sum_of(body).as_str()) {
        return Err("the line does not fit its own sum".to_owned());
    }
    options().from_str(&format!("{body})")).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Nip;

    fn chain(texts: &[&str]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut previous = genesis();
        for (sequence, text) in (1..).zip(texts) {
            let action = Action::Reason { employee: Nip::parse("198001012005011999").unwrap(), text: (*text).to_owned() };
            let entry = Entry {
                sequence,
                time: "2026-11-01T10:00:00+07:00".into(),
                actor: "rahayu".into(),
                previous,
                action,
                hash: String::new(),
            };
            let line = entry.line();
            previous = hash_of(line.as_bytes());
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
        bytes
    }

    #[test]
    fn a_chain_reads_back_with_line_breaks_inside_texts() {
        let bytes = chain(&["satu", "dua\nbaris \"kutip\" \u{1b}[31m", "tiga"]);
        let scan: Scan = read(&bytes).unwrap();
        assert_eq!(scan.entries.len(), 3);
        assert_eq!(scan.good, bytes.len());
        assert_eq!(bytes.iter().filter(|byte| **byte == b'\n').count(), 3);
    }

    #[test]
    fn every_cut_of_the_last_line_is_torn_and_loses_nothing_before_it() {
        let bytes = chain(&["satu", "dua"]);
        let first = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        for cut in first..bytes.len() {
            let scan: Scan = read(&bytes[..cut]).unwrap();
            assert_eq!((scan.entries.len(), scan.good), (1, first), "cut at {cut}");
        }
    }

    #[test]
    fn a_changed_removed_or_inserted_line_breaks_the_chain() {
        let good = String::from_utf8(chain(&["satu", "dua", "tiga"])).unwrap();
        let changed = good.replace("dua", "DUA");
        assert!(matches!(read::<Action>(changed.as_bytes()), Err(ChainError::Unreadable { line: 2, .. })));
        // A line changed with its sum made to fit still breaks the next one; the last one's sum is its own guard.
        let last = good.replace("tiga", "TIGA");
        assert!(matches!(read::<Action>(last.as_bytes()), Err(ChainError::Unreadable { line: 3, .. })));
        let lines: Vec<&str> = good.lines().collect();
        let removed = format!("{}\n{}\n", lines[0], lines[2]);
        assert_eq!(read::<Action>(removed.as_bytes()).unwrap_err(), ChainError::Broken { line: 2 });
        let garbage = format!("{}\nxx\n{}\n", lines[0], lines[1]);
        assert!(matches!(read::<Action>(garbage.as_bytes()), Err(ChainError::Unreadable { line: 2, .. })));
    }
}
