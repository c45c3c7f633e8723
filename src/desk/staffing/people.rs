//! What the core may offer to each person: bundles and kinds of posts with what they are worth to him
//! but for the need there; and single posts, where more than that decides.
use super::LeftOut;
use super::bundles::{Bundles, NONE};
use super::frame::Frame;
use crate::metrics::Ledger;
use crate::model::{EmployeeIx, Grounds, PositionIx, WishTarget};
use crate::rules::{Judge, RuleId};
use crate::scoring::{Valuer, factors_at, personal_factors, plain_aspiration};
use std::collections::{HashMap, HashSet};

/// Posts that are worth to someone `fixed` and `numerator` plus the post's need, in hundredths of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    /// A bundle; or, counted from the number of bundles on, a kind.
    pub of: u32,
    /// Weight × factor over all factors but need.
    pub numerator: i32,
    /// Less all prices.
    pub fixed: i64,
}

/// One person's arcs.
#[derive(Debug, Default)]
pub(super) struct Person {
    /// Ascending by what they are of.
    pub offers: Vec<Offer>,
    /// How many posts the offers mean.
    pub offered: usize,
    /// Posts that have a value of their own, ascending; staying among them.
    pub single: Vec<(u32, i64)>,
    /// Posts that the offers do not mean, ascending.
    pub except: Vec<u32>,
    /// The field and the jabatan by which kinds stand beside the bundles.
    pub field: u32,
    pub jabatan: u32,
    /// The node of staying; [`NONE`] for a pin elsewhere.
    pub home: u32,
    pub left_out: Option<LeftOut>,
}

/// What compiling people needs.
pub(super) struct Desk<'a> {
    pub grounds: &'a Grounds,
    pub ledger: &'a Ledger,
    pub judge: Judge<'a>,
    pub frame: &'a Frame,
    pub bundles: &'a Bundles<'a>,
    /// Posts open to newcomers.
    pub open: &'a [PositionIx],
    /// Open posts per unit, and per jabatan.
    pub of_unit: HashMap<usize, Vec<PositionIx>>,
    pub of_jabatan: HashMap<&'a str, Vec<PositionIx>>,
    pub pins: HashMap<EmployeeIx, PositionIx>,
    pub bans: HashMap<EmployeeIx, Vec<PositionIx>>,
    pub overridden: HashSet<EmployeeIx>,
}

impl Desk<'_> {
    /// Everything that may be offered to someone.
    pub fn person(&self, who: EmployeeIx) -> Person {
        let seat = self.grounds.projection.standing[who.at()].seat();
        let home = seat.and_then(|seat| self.frame.stay_node(seat));
        let stay = home.map(|node| (node, self.ledger.stay(who)));
        if let Some(post) = self.pins.get(&who) {
            return self.pinned(who, *post, stay);
        }
        let overridden = self.overridden.contains(&who);
        if !overridden && let Some(obstacle) = self.judge.personal_obstacle(who) {
            return only(stay, home, Some(obstacle.into()));
        }
        let mut person = if overridden { self.one_by_one(who, self.open) } else { self.by_bundle(who) };
        if person.offers.is_empty() && person.single.is_empty() {
            return only(stay, home, Some(self.common_obstacle(who)));
        }
        person.single.extend(stay);
        person.single.sort_unstable();
        person.home = home.unwrap_or(NONE);
        person
    }

    fn pinned(&self, who: EmployeeIx, post: PositionIx, stay: Option<(u32, i64)>) -> Person {
        match (self.grounds.present(who) == Some(post), self.frame.node_of(post)) {
            (false, Some(node)) => {
                let value = Valuer::new(self.grounds, who).at(post) - self.judge.pair(who, post).price;
                only(Some((node, value)), None, Some(LeftOut::Pinned))
            }
            _ => only(stay, stay.map(|(node, _)| node), Some(LeftOut::Pinned)),
        }
    }

    /// Judged and valued post by post.
    fn one_by_one(&self, who: EmployeeIx, posts: &[PositionIx]) -> Person {
        let (valuer, present) = (Valuer::new(self.grounds, who), self.grounds.present(who));
        let banned = self.bans.get(&who);
        let may = |post: &&PositionIx| present != Some(**post) && !banned.is_some_and(|bans| bans.contains(post));
        let arc = |post: &PositionIx| {
            let price = self.judge.automatic_price(who, *post)?;
            Some((self.frame.node_of(*post)?, valuer.at(*post) - price))
        };
        Person { single: posts.iter().filter(may).filter_map(arc).collect(), ..Person::none() }
    }

    /// Judged once a kind: posts of the same jabatan that no wish means.
    fn by_kind(&self, who: EmployeeIx, posts: &[PositionIx]) -> Vec<(u32, i64)> {
        let (valuer, present) = (Valuer::new(self.grounds, who), self.grounds.present(who));
        let banned = self.bans.get(&who);
        let mut arcs = Vec::new();
        for kind in posts.chunk_by(|one, other| self.kind_of(*one) == self.kind_of(*other)) {
            let may = |post: &&PositionIx| present != Some(**post) && !banned.is_some_and(|bans| bans.contains(post));
            let mut may_go = kind.iter().filter(may).peekable();
            let Some(first) = may_go.peek() else { continue };
            let Some(price) = self.judge.automatic_price(who, **first) else { continue };
            let personal = personal_factors(self.grounds, who, **first);
            let value = |post| valuer.of_factors(post, &factors_at(self.grounds, who, post, &personal)) - price;
            arcs.extend(may_go.filter_map(|post| Some((self.frame.node_of(*post)?, value(*post)))));
        }
        arcs
    }

    fn kind_of(&self, post: PositionIx) -> u32 {
        self.grounds.kinds.of[post.at()]
    }

    /// Judged once a bundle, and post by post only where wishes (and for PPPK the jabatan) make a difference.
    fn by_bundle(&self, who: EmployeeIx) -> Person {
        let wished = self.wished(who);
        let own = self.own_jabatan(who, &wished);
        let mut person = self.one_by_one(who, &wished);
        person.single.extend(self.by_kind(who, &own));
        let special = wished.iter().chain(&own);
        let banned = self.bans.get(&who).into_iter().flatten();
        person.except = self.nodes_of(special.chain(banned).chain(&self.grounds.present(who)));
        let valuer = Valuer::new(self.grounds, who);
        let aspiration = plain_aspiration(self.grounds, who);
        (person.field, person.jabatan) = self.aside(who);
        let near = self.bundles.near(person.field, person.jabatan);
        for (of, post) in self.representatives(who, &person.except, &near) {
            if let Some(price) = self.judge.automatic_price(who, post) {
                let personal = personal_factors(self.grounds, who, post);
                let (numerator, fixed) = valuer.but_for_need(post, &personal, aspiration);
                person.offers.push(Offer { of, numerator, fixed: fixed - price });
            }
        }
        person.offered = self.bundles.count(who, &person, &near);
        person
    }

    /// Field and jabatan by which kinds stand beside the bundles.
    fn aside(&self, who: EmployeeIx) -> (u32, u32) {
        (self.grounds.people[who.at()].field.unwrap_or(NONE), self.bundles.jabatan_for(who))
    }

    /// Posts that wishes tell from others of their kind.
    fn wished(&self, who: EmployeeIx) -> Vec<PositionIx> {
        let facts = &self.grounds.facts;
        let person = &facts.people[who.at()];
        let mut posts: Vec<PositionIx> = Vec::new();
        let mut add_unit = |unit: usize| posts.extend(self.of_unit.get(&unit).into_iter().flatten());
        let units = person.wishes.iter().filter_map(|wish| match wish.target {
            Some(WishTarget::Unit(unit)) => Some(unit),
            _ => None,
        });
        units.chain(person.refused_units.iter().copied()).for_each(|unit| add_unit(unit.at()));
        posts.extend(person.wishes.iter().filter_map(|wish| match wish.target {
            Some(WishTarget::Position(post)) if self.grounds.projection.is_open(facts, post) => Some(post),
            _ => None,
        }));
        posts.sort_unstable();
        posts.dedup();
        posts
    }

    /// Posts of the same jabatan, which R02 tells from others of their kind for PPPK; those wished for left out.
    fn own_jabatan(&self, who: EmployeeIx, wished: &[PositionIx]) -> Vec<PositionIx> {
        if !self.grounds.people[who.at()].kind.is_pppk() {
            return Vec::new();
        }
        let jabatan = self.grounds.facts.employees[who.at()].jabatan.0.as_str();
        let posts = self.of_jabatan.get(jabatan).into_iter().flatten();
        posts.filter(|post| wished.binary_search(post).is_err()).copied().collect()
    }

    fn nodes_of<'p>(&self, posts: impl Iterator<Item = &'p PositionIx>) -> Vec<u32> {
        let mut nodes: Vec<u32> = posts.filter_map(|post| self.frame.node_of(*post)).collect();
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }

    /// Every bundle, and every kind beside them, with a post of it that is none of `except`.
    fn representatives(&self, who: EmployeeIx, except: &[u32], near: &[u32]) -> Vec<(u32, PositionIx)> {
        let (field, jabatan) = self.aside(who);
        let bundles = self.bundles;
        let first = |kind: u32| {
            let usual = |node: &&u32| except.binary_search(node).is_err();
            bundles.posts.of(kind as usize).iter().find(usual).and_then(|node| self.frame.post_at(*node))
        };
        let of_bundle = |bundle: &u32| {
            let usual = |kind: &&u32| !bundles.is_near(**kind, field, jabatan);
            let post = bundles.kinds.of(*bundle as usize).iter().filter(usual).find_map(|kind| first(*kind));
            post.map(|post| (*bundle, post))
        };
        let beside = near.iter().filter_map(|kind| Some((bundles.kinds.len() as u32 + kind, first(*kind)?)));
        bundles.list_for(who).iter().filter_map(of_bundle).chain(beside).collect()
    }

    /// Why someone has no post to go to: the rule that stands in the way of every one of them, if
    /// there is such a rule (someone close to retirement, a PPPK).
    fn common_obstacle(&self, who: EmployeeIx) -> LeftOut {
        let present = self.grounds.present(who);
        let wished = self.wished(who);
        let mut own = self.own_jabatan(who, &wished);
        let except = self.nodes_of(wished.iter().chain(&own).chain(&present));
        // One of a kind stands for all.
        own.retain(|post| present != Some(*post));
        own.dedup_by_key(|post| self.kind_of(*post));
        let (field, jabatan) = self.aside(who);
        let near = self.bundles.near(field, jabatan);
        let usual = self.representatives(who, &except, &near).into_iter().map(|(_, post)| post);
        let mut common: Option<Vec<RuleId>> = None;
        for post in usual.chain(wished).chain(own).filter(|post| present != Some(*post)) {
            let mut here = self.judge.obstacles(who, post);
            if let Some(rules) = common {
                here.retain(|rule| rules.contains(rule));
            }
            if here.is_empty() {
                return LeftOut::NoLawfulPost;
            }
            common = Some(here);
        }
        common.and_then(|rules| rules.first().copied()).map_or(LeftOut::NoLawfulPost, LeftOut::Rule)
    }
}

impl Person {
    /// How many arcs.
    pub fn pairs(&self) -> usize {
        self.single.len() + self.offered
    }

    fn none() -> Self {
        Self { field: NONE, jabatan: NONE, home: NONE, ..Self::default() }
    }
}

/// Someone with one arc at most.
fn only(arc: Option<(u32, i64)>, home: Option<u32>, left_out: Option<LeftOut>) -> Person {
    Person { single: arc.into_iter().collect(), home: home.unwrap_or(NONE), left_out, ..Person::none() }
}
