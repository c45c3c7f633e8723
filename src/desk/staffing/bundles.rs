//! Open posts in bundles. A person is judged once a bundle: kinds of posts of one family that name no
//! field of education, or his cluster, or only others. Kinds that name his very field, or his own functional
//! jabatan, are looked at one by one beside them.
use super::frame::Frame;
use super::people::Person;
use crate::model::{EmployeeIx, Grounds, JabatanId, JabatanKind, PositionIx};
use std::collections::HashMap;

/// Lists laid end to end.
#[derive(Debug, Default)]
pub(super) struct Lists {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    pub fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.items.extend(list);
        self.ends.push(self.items.len() as u32);
    }

    pub fn of(&self, at: usize) -> &[u32] {
        let first = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[first as usize..self.ends[at] as usize]
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }
}

/// No field of education, no functional jabatan, no kind.
pub(super) const NONE: u32 = u32::MAX;

/// How the fields that a kind names stand to a cluster.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Fields {
    NoneNamed,
    OfCluster(u16),
    NotOf(Option<u16>),
}

/// Open posts by kind, kinds by bundle.
#[derive(Debug)]
pub(super) struct Bundles<'a> {
    grounds: &'a Grounds,
    /// Per kind its open posts, as nodes, ascending.
    pub posts: Lists,
    /// Per bundle its kinds, ascending; none is empty.
    pub kinds: Lists,
    /// Per node its kind; [`NONE`] where it is not open.
    pub kind_of: Vec<u32>,
    /// Per kind the number of its functional jabatan.
    pub jabatan_of: Vec<u32>,
    /// Per cluster its bundles.
    of_cluster: HashMap<Option<u16>, Vec<u32>>,
    /// Per cluster and kind the bundle; [`NONE`] for a kind without open posts.
    bundle_of: HashMap<Option<u16>, Vec<u32>>,
    /// Per bundle its open posts.
    count: Vec<usize>,
    by_field: HashMap<u32, Vec<u32>>,
    by_jabatan: Vec<Vec<u32>>,
    jabatan_number: HashMap<&'a JabatanId, u32>,
}

impl<'a> Bundles<'a> {
    pub fn of(grounds: &'a Grounds, frame: &Frame, open: &[PositionIx]) -> Self {
        let mut bundles = Self {
            grounds,
            posts: Lists::default(),
            kinds: Lists::default(),
            kind_of: vec![NONE; frame.nodes.len()],
            jabatan_of: Vec::new(),
            of_cluster: HashMap::new(),
            bundle_of: HashMap::new(),
            count: Vec::new(),
            by_field: HashMap::new(),
            by_jabatan: Vec::new(),
            jabatan_number: HashMap::new(),
        };
        bundles.sort_posts(frame, open);
        bundles.index_kinds();
        bundles.bundle();
        bundles
    }

    fn sort_posts(&mut self, frame: &Frame, open: &[PositionIx]) {
        let mut posts: Vec<Vec<u32>> = vec![Vec::new(); self.grounds.kinds.first.len()];
        for post in open {
            if let Some(node) = frame.node_of(*post) {
                let kind = self.grounds.kinds.of[post.at()];
                posts[kind as usize].push(node);
                self.kind_of[node as usize] = kind;
            }
        }
        posts.into_iter().for_each(|list| self.posts.push(list));
    }

    fn index_kinds(&mut self) {
        let grounds = self.grounds;
        for (kind, first) in grounds.kinds.first.iter().enumerate() {
            let position = &grounds.facts.positions[first.at()];
            let number = if position.kind == JabatanKind::Functional {
                let next = self.by_jabatan.len() as u32;
                let number = *self.jabatan_number.entry(&position.jabatan).or_insert(next);
                if number == next {
                    self.by_jabatan.push(Vec::new());
                }
                self.by_jabatan[number as usize].push(kind as u32);
                number
            } else {
                NONE
            };
            self.jabatan_of.push(number);
            for field in &grounds.posts[first.at()].fields {
                let list = self.by_field.entry(*field).or_default();
                if list.last() != Some(&(kind as u32)) {
                    list.push(kind as u32);
                }
            }
        }
    }

    /// A bundle for every cluster that somebody's field is of.
    fn bundle(&mut self) {
        let grounds = self.grounds;
        let mut clusters: Vec<Option<u16>> = grounds.people.iter().map(|person| person.cluster).collect();
        clusters.sort_unstable();
        clusters.dedup();
        let mut numbers: HashMap<(u32, Fields), u32> = HashMap::new();
        for cluster in clusters {
            let key = |kind: u32| (grounds.kinds.family[kind as usize], self.fields_of(kind as usize, cluster), kind);
            let open = (0..grounds.kinds.first.len()).filter(|kind| !self.posts.of(*kind).is_empty());
            let mut members: Vec<(u32, Fields, u32)> = open.map(|kind| key(kind as u32)).collect();
            members.sort_unstable();
            let (mut list, mut bundle_of) = (Vec::new(), vec![NONE; grounds.kinds.first.len()]);
            for bundle in members.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
                let kinds = || bundle.iter().map(|(_, _, kind)| *kind);
                let next = self.kinds.len() as u32;
                let number = *numbers.entry((bundle[0].0, bundle[0].1)).or_insert(next);
                list.push(number);
                kinds().for_each(|kind| bundle_of[kind as usize] = number);
                if number == next {
                    self.kinds.push(kinds());
                    self.count.push(kinds().map(|kind| self.posts.of(kind as usize).len()).sum());
                }
            }
            list.sort_unstable();
            self.of_cluster.insert(cluster, list);
            self.bundle_of.insert(cluster, bundle_of);
        }
    }

    fn fields_of(&self, kind: usize, cluster: Option<u16>) -> Fields {
        let terms = &self.grounds.posts[self.grounds.kinds.first[kind].at()];
        match cluster {
            _ if terms.fields.is_empty() => Fields::NoneNamed,
            Some(cluster) if terms.clusters.contains(&cluster) => Fields::OfCluster(cluster),
            other => Fields::NotOf(other),
        }
    }

    /// The bundles that someone looks at, ascending.
    pub fn list_for(&self, who: EmployeeIx) -> &[u32] {
        self.of_cluster.get(&self.grounds.people[who.at()].cluster).map_or(&[], Vec::as_slice)
    }

    /// How many posts someone's offers mean, those of `except` left out; `near` are the kinds beside the bundles.
    pub fn count(&self, who: EmployeeIx, person: &Person, near: &[u32]) -> usize {
        let bundle_of = self.bundle_of.get(&self.grounds.people[who.at()].cluster);
        let alone = |kind: u32| self.kinds.len() as u32 + kind;
        let bundle = |kind: u32| bundle_of.map_or(NONE, |bundle_of| bundle_of[kind as usize]);
        let is_offered = |of: u32| person.offers.binary_search_by_key(&of, |offer| offer.of).is_ok();
        let posts = |kind: u32| self.posts.of(kind as usize).len();
        let of_offer = |of: u32| of.checked_sub(alone(0)).map_or_else(|| self.count[of as usize], posts);
        let offered: usize = person.offers.iter().map(|offer| of_offer(offer.of)).sum();
        let beside: usize = near.iter().filter(|kind| is_offered(bundle(**kind))).map(|kind| posts(*kind)).sum();
        let means = |kind: u32| is_offered(if near.binary_search(&kind).is_ok() { alone(kind) } else { bundle(kind) });
        let kinds = person.except.iter().map(|node| self.kind_of[*node as usize]);
        offered - beside - kinds.filter(|kind| *kind != NONE && means(*kind)).count()
    }

    /// The number of someone's functional jabatan, if posts have it.
    pub fn jabatan_for(&self, who: EmployeeIx) -> u32 {
        self.jabatan_number.get(&self.grounds.facts.employees[who.at()].jabatan).copied().unwrap_or(NONE)
    }

    /// Kinds that someone looks at one by one: they name the field, or are of the jabatan.
    pub fn near(&self, field: u32, jabatan: u32) -> Vec<u32> {
        let mut kinds = self.by_field.get(&field).cloned().unwrap_or_default();
        kinds.extend(self.by_jabatan.get(jabatan as usize).into_iter().flatten());
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// Whether a kind is one of those.
    pub fn is_near(&self, kind: u32, field: u32, jabatan: u32) -> bool {
        let named = || self.grounds.posts[self.grounds.kinds.first[kind as usize].at()].fields.contains(&field);
        (jabatan != NONE && self.jabatan_of[kind as usize] == jabatan) || (field != NONE && named())
    }
}
