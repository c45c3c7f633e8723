//! The order among equal plans (plan-model, Ties).
use super::staffing::Staffing;
use crate::model::Grounds;
use sha2::{Digest, Sha256};

/// What the number of a pair is made from: per person his NIP, per node its post.
pub(super) struct Ties {
    people: Vec<String>,
    posts: Vec<String>,
}

impl Ties {
    pub fn of(grounds: &Grounds, staffing: &Staffing) -> Self {
        let facts = &grounds.facts;
        let people = staffing.employees.iter().map(|who| facts.employees[who.at()].nip.to_string()).collect();
        let id =
            |node: u32| staffing.post_at(node).map_or_else(|| "-".to_owned(), |post| facts.positions[post.at()].id().to_string());
        Self { people, posts: (0..staffing.nodes.len() as u32).map(id).collect() }
    }

    /// The first eight bytes of SHA-256(NIP, tab, post id), "-" where the node is no post.
    pub fn of_pair(&self, row: usize, node: usize) -> u64 {
        let mut hash = Sha256::new();
        hash.update(&self.people[row]);
        hash.update("\t");
        hash.update(&self.posts[node]);
        hash.finalize().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}
