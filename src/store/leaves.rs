//! Proofs by branching as they are kept beside a plan: people by NIP would be personal data, so people and
//! posts are rows and nodes of the problem, whose hash stands in the certificate.
use super::journal::hash_of;
use crate::matching::Prices;
use crate::matching::branching::{Conflicts, Decision, Leaf, Proof, Sieve};
use serde::{Deserialize, Serialize};

/// A proof of a bound by leaves that together hold every plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaves {
    /// SHA-256 of the conflict pairs (R22) that were minded.
    pub conflicts: String,
    /// Prices of the leaves are in this part of a hundredth of a point.
    pub scale: i64,
    /// Prices by which pairs were left out that no better plan uses.
    pub sieve: Option<SieveRecord>,
    /// The leaves.
    pub leaves: Vec<LeafRecord>,
}

/// Prices of the whole problem, and the value up to which nobody looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SieveRecord {
    floor: i64,
    move_price: i64,
    posts: Vec<i64>,
    units: Vec<i64>,
}

/// One part of all plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeafRecord {
    /// (row, nodes of posts, whether on one of them).
    decisions: Vec<(u32, Vec<u32>, bool)>,
    move_price: i64,
    posts: Vec<i64>,
    units: Vec<i64>,
}

impl Leaves {
    /// Of a proof about plans that mind these conflicts.
    pub fn of(proof: &Proof, conflicts: &Conflicts) -> Self {
        let leaf = |it: &Leaf| LeafRecord {
            decisions: it.decisions.iter().map(|it| (it.employee, it.posts.clone(), it.is_on)).collect(),
            move_price: it.move_price,
            posts: it.prices.post.clone(),
            units: it.prices.unit.clone(),
        };
        let sieve = |it: &Sieve| SieveRecord {
            floor: it.floor,
            move_price: it.move_price,
            posts: it.prices.post.clone(),
            units: it.prices.unit.clone(),
        };
        Self {
            conflicts: digest(conflicts),
            scale: proof.scale,
            sieve: proof.sieve.as_ref().map(sieve),
            leaves: proof.leaves.iter().map(leaf).collect(),
        }
    }

    /// The proof again.
    pub fn proof(&self) -> Proof {
        let prices = |posts: &[i64], units: &[i64]| Prices { post: posts.to_vec(), unit: units.to_vec() };
        let decision = |(employee, posts, is_on): &(u32, Vec<u32>, bool)| Decision {
            employee: *employee,
            posts: posts.clone(),
            is_on: *is_on,
        };
        let leaf = |it: &LeafRecord| Leaf {
            decisions: it.decisions.iter().map(decision).collect(),
            move_price: it.move_price,
            prices: prices(&it.posts, &it.units),
        };
        let sieve = |it: &SieveRecord| Sieve { floor: it.floor, move_price: it.move_price, prices: prices(&it.posts, &it.units) };
        Proof { scale: self.scale, sieve: self.sieve.as_ref().map(sieve), leaves: self.leaves.iter().map(leaf).collect() }
    }
}

/// SHA-256 of all conflicts: relatives may change while the exported problem does not.
pub fn digest(conflicts: &Conflicts) -> String {
    let mut text = String::new();
    for (row, node) in conflicts.barred() {
        text.push_str(&format!("{row} {node}\n"));
    }
    for it in conflicts.all() {
        text.push_str(&format!("{} {} {} {}\n", it.one.0, it.one.1, it.other.0, it.other.1));
    }
    hash_of(text.as_bytes())
}
