//! Kinds of posts: posts that rules and the first four factors cannot tell apart. A city has many posts
//! and few kinds, so a person is judged once a kind and not once a post.
use super::{Facts, JabatanId, JabatanKind, PositionIx, PostTerms};
use std::collections::HashMap;

/// The kinds of the posts.
#[derive(Debug, Default)]
pub struct PostKinds {
    /// Per post, its kind.
    pub of: Vec<u32>,
    /// Per kind, the first post of it.
    pub first: Vec<PositionIx>,
}

impl PostKinds {
    /// Tells the kinds apart by everything rules of scope pair and the factors competence, education,
    /// performance and potential look at. Need and aspiration look at the post itself; a PPPK's
    /// rules look at the jabatan (R02), which only functional posts have in their kind (R29).
    pub fn of(facts: &Facts, posts: &[PostTerms]) -> Self {
        let mut kinds = Self::default();
        let mut known: HashMap<_, u32> = HashMap::new();
        for (at, (position, terms)) in facts.positions.iter().zip(posts).enumerate() {
            let jabatan: Option<&JabatanId> = (position.kind == JabatanKind::Functional).then_some(&position.jabatan);
            let standing =
                (position.kind, terms.grade, position.class, terms.demand, terms.is_camat, facts.position_unit[at].is_some());
            let asked = (position.education_min, &terms.fields, position.rank_min, position.rank_max, facts.requirement_set[at]);
            let next = kinds.first.len() as u32;
            let kind = *known.entry((standing, asked, jabatan)).or_insert(next);
            if kind == next {
                kinds.first.push(PositionIx::of(at));
            }
            kinds.of.push(kind);
        }
        kinds
    }
}
