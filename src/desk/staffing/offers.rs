//! Everyone's rows, made when they are looked at: a person has a few dozen offers, which stand for
//! thousands of posts.
use super::bundles::{Bundles, Lists};
use super::people::{Offer, Person};
use crate::matching::rows::{Lookout, PricedRows, Rows};
use crate::model::{Grounds, round_half_up};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

/// The rows of a plan's matching problem.
#[derive(Debug)]
pub struct Offers {
    /// Per kind its open posts; per bundle its kinds.
    posts: Lists,
    kinds: Lists,
    /// Per node its kind.
    kind_of: Vec<u32>,
    /// Per kind the fields it names, and the number of its jabatan.
    fields: Lists,
    jabatan_of: Vec<u32>,
    /// Per node weight × need.
    need: Vec<i32>,
    people: Vec<Person>,
}

impl Offers {
    pub(super) fn new(grounds: &Grounds, bundles: Bundles<'_>, need: Vec<i32>, people: Vec<Person>) -> Self {
        let mut fields = Lists::default();
        for first in &grounds.kinds.first {
            fields.push(grounds.posts[first.at()].fields.iter().copied());
        }
        let Bundles { posts, kinds, kind_of, jabatan_of, .. } = bundles;
        Self { posts, kinds, kind_of, fields, jabatan_of, need, people }
    }

    /// Whether a kind stands beside the bundles for someone.
    fn is_near(&self, kind: u32, person: &Person) -> bool {
        let jabatan = self.jabatan_of[kind as usize];
        (jabatan == person.jabatan && jabatan != super::bundles::NONE) || self.fields.of(kind as usize).contains(&person.field)
    }

    /// The kinds that an offer means.
    fn kinds_of<'a>(&'a self, offer: &Offer, person: &'a Person) -> impl Iterator<Item = u32> + 'a {
        let bundles = self.kinds.len() as u32;
        let (alone, bundle) = match offer.of.checked_sub(bundles) {
            Some(kind) => (Some(kind), &[][..]),
            None => (None, self.kinds.of(offer.of as usize)),
        };
        alone.into_iter().chain(bundle.iter().copied().filter(|kind| !self.is_near(*kind, person)))
    }

    /// The greatest magnitude that a value may have.
    pub(super) fn magnitude(&self) -> i64 {
        let need = i64::from(self.need.iter().copied().max().unwrap_or(0));
        let of_offer = |it: &Offer| it.fixed.saturating_abs().saturating_add((i64::from(it.numerator).abs() + need) / 100 + 1);
        let of = |person: &Person| {
            let single = person.single.iter().map(|arc| arc.1.saturating_abs());
            person.offers.iter().map(of_offer).chain(single).max().unwrap_or(0)
        };
        self.people.iter().map(of).max().unwrap_or(0)
    }

    /// Someone's arcs in the order of posts.
    pub(super) fn row(&self, employee: usize) -> Vec<(u32, i64)> {
        let mut row = Vec::new();
        self.each(employee, &mut |post, value| row.push((post, value)));
        row.sort_unstable();
        row
    }

    /// SHA-256 of what the rows are made of.
    pub(crate) fn digest(&self, hash: &mut Sha256) {
        let mut numbers = |list: &mut dyn Iterator<Item = i64>| {
            let bytes: Vec<u8> = list.flat_map(i64::to_le_bytes).collect();
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        for lists in [&self.posts, &self.kinds, &self.fields] {
            (0..lists.len()).for_each(|at| numbers(&mut lists.of(at).iter().map(|item| i64::from(*item))));
        }
        numbers(&mut self.jabatan_of.iter().map(|it| i64::from(*it)));
        numbers(&mut self.need.iter().map(|it| i64::from(*it)));
        for person in &self.people {
            numbers(&mut person.offers.iter().flat_map(|it| [i64::from(it.of), i64::from(it.numerator), it.fixed]));
            numbers(&mut person.single.iter().flat_map(|(post, value)| [i64::from(*post), *value]));
            numbers(&mut person.except.iter().map(|it| i64::from(*it)));
            numbers(&mut [person.field, person.jabatan, person.home].into_iter().map(i64::from));
        }
    }
}

impl Rows for Offers {
    fn employees(&self) -> usize {
        self.people.len()
    }

    fn each(&self, employee: usize, take: &mut impl FnMut(u32, i64)) {
        let person = &self.people[employee];
        person.single.iter().for_each(|(post, value)| take(*post, *value));
        for offer in &person.offers {
            for kind in self.kinds_of(offer, person) {
                for post in self.posts.of(kind as usize) {
                    if person.except.binary_search(post).is_err() {
                        let worth = round_half_up(i64::from(offer.numerator + self.need[*post as usize]), 100);
                        take(*post, offer.fixed + worth);
                    }
                }
            }
        }
    }

    fn value(&self, employee: usize, post: u32) -> Option<i64> {
        let person = &self.people[employee];
        if let Ok(at) = person.single.binary_search_by_key(&post, |arc| arc.0) {
            return Some(person.single[at].1);
        }
        let kind = self.kind_of[post as usize];
        let is_there = |offer: &&Offer| self.kinds_of(offer, person).any(|it| it == kind);
        let usual = person.except.binary_search(&post).is_err();
        let offer = person.offers.iter().filter(|_| usual).find(is_there)?;
        Some(offer.fixed + round_half_up(i64::from(offer.numerator + self.need[post as usize]), 100))
    }
}

/// Offers at prices: the posts of a kind by what they are worth to anyone, net of their charge.
#[derive(Debug)]
pub struct AtPrices<'a> {
    offers: &'a Offers,
    price: &'a [i64],
    /// Per kind, best first: (⌊need / 100⌋ − charge, need mod 100, post).
    ranked: Vec<Vec<(i64, i32, u32)>>,
    /// Per bundle its kinds, the one with the best post first, and what that post has.
    kinds: Vec<Vec<(i64, u32)>>,
}

impl PricedRows for Offers {
    type At<'a> = AtPrices<'a>;

    fn at<'a>(&'a self, price: &'a [i64]) -> AtPrices<'a> {
        let rank = |kind: usize| {
            let of = |post: &u32| {
                let need = self.need[*post as usize];
                (i64::from(need.div_euclid(100)) - price[*post as usize], need.rem_euclid(100), *post)
            };
            let mut posts: Vec<(i64, i32, u32)> = self.posts.of(kind).iter().map(of).collect();
            posts.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)));
            posts
        };
        let ranked: Vec<Vec<(i64, i32, u32)>> = (0..self.posts.len()).into_par_iter().map(rank).collect();
        let best = |bundle: usize| {
            let of = |kind: &u32| ranked[*kind as usize].first().map(|top| (top.0, *kind));
            let mut kinds: Vec<(i64, u32)> = self.kinds.of(bundle).iter().filter_map(of).collect();
            kinds.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            kinds
        };
        let kinds = (0..self.kinds.len()).into_par_iter().map(best).collect();
        AtPrices { offers: self, price, ranked, kinds }
    }
}

impl AtPrices<'_> {
    /// The posts of one kind, best first, as far as they may matter.
    fn look_at(
        &self,
        at: (u32, usize, usize),
        offer: &Offer,
        person: &Person,
        mut least: i64,
        take: &mut impl FnMut(u32, i64, i64) -> i64,
    ) -> i64 {
        let (kind, skip, step) = at;
        let numerator = offer.numerator + 50;
        let (whole, part) = (offer.fixed + i64::from(numerator.div_euclid(100)), numerator.rem_euclid(100));
        for (key, rest, post) in self.ranked[kind as usize].iter().skip(skip).step_by(step) {
            // The remainders add one at most.
            if whole + key < least {
                break;
            }
            let net = whole + key + i64::from(part + rest >= 100);
            if net > least && person.except.binary_search(post).is_err() {
                least = take(*post, net + self.price[*post as usize], net);
            }
        }
        least
    }
}

impl Lookout for AtPrices<'_> {
    fn above(&self, employee: usize, mut least: i64, step: usize, take: &mut impl FnMut(u32, i64, i64) -> i64) {
        let person = &self.offers.people[employee];
        for (post, value) in &person.single {
            let net = value - self.price[*post as usize];
            if net > least {
                least = take(*post, *value, net);
            }
        }
        let bundles = self.offers.kinds.len() as u32;
        // Kinds of few posts are looked at in full in turns, those of many in part.
        let skip = |kind: u32| (employee + 7 * kind as usize) % step;
        for offer in &person.offers {
            if let Some(kind) = offer.of.checked_sub(bundles) {
                least = self.look_at((kind, skip(kind), step), offer, person, least, take);
                continue;
            }
            let most = offer.fixed + i64::from((offer.numerator + 50).div_euclid(100)) + 1;
            for (best, kind) in &self.kinds[offer.of as usize] {
                if most + best <= least {
                    break;
                }
                if !self.offers.is_near(*kind, person) {
                    least = self.look_at((*kind, skip(*kind), step), offer, person, least, take);
                }
            }
        }
    }
}
