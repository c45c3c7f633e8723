//! Kinds of posts: posts that rules and the first four factors cannot tell apart. A city has many posts
//! and few kinds, so a person is judged once a kind and not once a post.
use super::{Facts, JabatanId, JabatanKind, PositionIx, PostTerms};
use std::collections::HashMap;
use std::hash::Hash;

/// The kinds of the posts.
#[derive(Debug, Default)]
pub struct PostKinds {
    /// Per post, its kind.
    pub of: Vec<u32>,
    /// Per kind, the first post of it.
    pub first: Vec<PositionIx>,
    /// Per kind, its family: kinds that differ in the fields of education they name, or in the functional
    /// jabatan, and in nothing else.
    pub family: Vec<u32>,
}

impl PostKinds {
    /// Tells the kinds apart by everything rules of scope pair and the factors competence, education,
    /// performance and potential look at. Need and aspiration look at the post itself; a PPPK's rules look at the
    /// jabatan (R02), which only functional posts have in their kind (R29), a demotion's at the wishes (R26), and those
    /// on guru and nakes, whom the core never moves, at the sectors (R30).
    pub fn of(facts: &Facts, posts: &[PostTerms]) -> Self {
        let mut kinds = Self::default();
        let mut known = Numbers::default();
        let mut families = Numbers::default();
        for (at, (position, terms)) in facts.positions.iter().zip(posts).enumerate() {
            let jabatan: Option<&JabatanId> = (position.kind == JabatanKind::Functional).then_some(&position.jabatan);
            let holder = (terms.demand, terms.is_camat, terms.is_official, terms.unit_lists);
            let standing = (position.kind, terms.grade, position.class, holder, facts.position_unit[at].is_some());
            let asked = (position.education_min, position.rank_min, position.rank_max, facts.requirement_set[at]);
            let family = families.number((standing, asked));
            let kind = known.number((family, &terms.fields, jabatan));
            if kind as usize == kinds.first.len() {
                kinds.first.push(PositionIx::of(at));
                kinds.family.push(family);
            }
            kinds.of.push(kind);
        }
        kinds
    }
}

/// Numbers things in the order in which they are met.
struct Numbers<T>(HashMap<T, u32>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Hash + Eq> Numbers<T> {
    fn number(&mut self, it: T) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(it).or_insert(next)
    }
}
