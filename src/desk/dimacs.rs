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
    /// Streams the problem. Everything the objective has is in the flow: the offset is 0.
    ///
    /// # Errors
    /// Of the writer.
    pub fn write_dimacs(&self, facts: &Facts, out: &mut dyn Write) -> io::Result<()> {
        dimacs::write(&self.problem, &Labels { staffing: self, facts }, 0, out)
    }

    /// SHA-256, in hex, of what [`Staffing::write_dimacs`] writes: `mutasi problem DIR | sha256sum`.
    pub fn digest(&self, facts: &Facts) -> String {
        let mut hash = Hashing(Sha256::new());
        // Hashing never fails.
        let _ = self.write_dimacs(facts, &mut hash);
        hash.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

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
