//! The plan's problem as a DIMACS file, with the names of people, posts and units; and the digest of
//! that file, by which a certificate knows its problem again.
use super::staffing::{Node, Staffing};
use crate::matching::dimacs::{self, Names};
use crate::model::Facts;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::io::{self, Write};

/// What the nodes are called.
struct Labels<'a> {
    staffing: &'a Staffing,
    facts: &'a Facts,
}

impl Names for Labels<'_> {
    fn employee(&self, index: usize) -> Cow<'_, str> {
        Cow::Borrowed(self.facts.employees[self.staffing.employees[index].at()].nip.as_str())
    }

    fn position(&self, index: usize) -> Cow<'_, str> {
        match self.staffing.nodes[index] {
            Node::Post(post) | Node::Outside(Some(post)) => Cow::Owned(self.facts.positions[post.at()].id().to_string()),
            Node::Outside(None) => Cow::Borrowed("outside"),
            Node::PartTime => Cow::Borrowed("part-time"),
            Node::Tray => Cow::Borrowed("-"),
        }
    }

    fn unit(&self, index: usize) -> Cow<'_, str> {
        Cow::Borrowed(&self.facts.units[self.staffing.units[index].at()].id.0)
    }

    /// What counts in a plan and is no flow.
    fn comments(&self) -> Vec<String> {
        let mut omitted = vec!["omitted: the limit on moves (plan --max-moves)".to_owned()];
        if !self.facts.relations.is_empty() {
            omitted.push("omitted: conflict pairs (R22)".to_owned());
        }
        omitted
    }
}

impl Staffing {
    /// The node numbers of that file.
    pub fn numbering(&self) -> dimacs::Numbering {
        dimacs::Numbering::with(&self.frame, self.employees.len())
    }

    /// Streams the problem. Everything the objective has is in the flow: the offset is 0.
    ///
    /// # Errors
    /// Of the writer.
    pub fn write_dimacs(&self, facts: &Facts, out: &mut dyn Write) -> io::Result<()> {
        let rows = |employee: usize| self.row(employee);
        dimacs::write_rows(&self.frame, self.pairs, self.employees.len(), &rows, &Labels { staffing: self, facts }, 0, out)
    }

    /// SHA-256, in hex and with a word before it, of what the problem is made of: names, nodes, rewards, and
    /// what everyone's rows are made from. Writing out tens of millions of pairs to hash them would take longer
    /// than solving.
    pub fn digest(&self, facts: &Facts) -> String {
        let mut hash = Hashing(Sha256::new());
        let labels = Labels { staffing: self, facts };
        // Hashing never fails.
        let _ = dimacs::write_rows(&self.frame, 0, self.employees.len(), &|_| Vec::new(), &labels, 0, &mut hash);
        self.rows.digest(&mut hash.0);
        let hex: String = hash.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{ROWS}{hex}")
    }

    /// Whether a digest is of this problem: one of [`Staffing::digest`], or the older kind, which is the SHA-256
    /// of what [`Staffing::write_dimacs`] writes.
    pub fn is_of(&self, digest: &str, facts: &Facts) -> bool {
        if digest.starts_with(ROWS) {
            return self.digest(facts) == digest;
        }
        let mut hash = Hashing(Sha256::new());
        let _ = self.write_dimacs(facts, &mut hash);
        hash.0
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .eq(digest.as_bytes().chunks(2).map(|it| String::from_utf8_lossy(it).into_owned()))
    }
}

/// What a digest of what rows are made from begins with.
const ROWS: &str = "rows-1:";

struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
