//! Rows of lawful posts, one at a time: for whoever only needs to look along them. A problem has its rows
//! in memory; where that would take too much, they are made anew each time they are looked at.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::certificate;
use super::problem::Problem;
use super::solution::Prices;

/// Everyone's lawful posts with their values.
///
/// A row is the same, in the same order, each time it is looked at, names no post twice, and only posts
/// that exist. Every row has at least one post in it where the problem has a plan at all.
pub trait Rows: Sync {
    /// How many people are to be placed.
    fn employees(&self) -> usize;

    /// Shows the row of one employee: (post, value with the prices of a move taken off), in a fixed order.
    fn each(&self, employee: usize, take: &mut impl FnMut(u32, i64));

    /// What one post is worth to an employee; `None` where it is not his to hold.
    fn value(&self, employee: usize, post: u32) -> Option<i64> {
        let mut found = None;
        self.each(employee, &mut |other, value| {
            if other == post {
                found = Some(value);
            }
        });
        found
    }
}

impl Rows for Problem {
    fn employees(&self) -> usize {
        Self::employees(self)
    }

    #[inline]
    fn each(&self, employee: usize, take: &mut impl FnMut(u32, i64)) {
        let row = self.row(employee);
        for (&post, &value) in self.arc_post[row.clone()].iter().zip(&self.arc_value[row]) {
            take(post, value);
        }
    }
}

/// Rows of which some people have others in their place.
#[derive(Debug, Clone, Copy)]
pub struct Replaced<'a, R> {
    /// The rows of everyone else.
    pub rows: &'a R,
    /// Per employee (post, value), in a fixed order.
    pub own: &'a BTreeMap<u32, Vec<(u32, i64)>>,
}

impl<R: Rows> Rows for Replaced<'_, R> {
    fn employees(&self) -> usize {
        self.rows.employees()
    }

    fn each(&self, employee: usize, take: &mut impl FnMut(u32, i64)) {
        match self.own.get(&(employee as u32)) {
            Some(own) => own.iter().for_each(|&(post, value)| take(post, value)),
            None => self.rows.each(employee, take),
        }
    }

    fn value(&self, employee: usize, post: u32) -> Option<i64> {
        match self.own.get(&(employee as u32)) {
            Some(own) => own.iter().find(|arc| arc.0 == post).map(|arc| arc.1),
            None => self.rows.value(employee, post),
        }
    }
}

/// Rows that can be looked along at prices.
pub trait PricedRows: Rows {
    /// The rows at prices.
    type At<'a>: Lookout
    where
        Self: 'a;

    /// Gets ready to look along rows at these charges, one per post.
    fn at<'a>(&'a self, price: &'a [i64]) -> Self::At<'a>;
}

/// Rows at prices.
pub trait Lookout: Sync {
    /// Shows the arcs of one employee whose value less the charge of the post exceeds `least`: (post, value,
    /// that difference). What `take` returns is the `least` from then on. With a `step` above one only about
    /// one arc in so many is shown, and not the same ones to everyone.
    fn above(&self, employee: usize, least: i64, step: usize, take: &mut impl FnMut(u32, i64, i64) -> i64);

    /// The most that any arc of an employee is worth net of the charge; `None` without arcs.
    fn best(&self, employee: usize) -> Option<i64> {
        let mut best = None;
        self.above(employee, i64::MIN / 2, 1, &mut |_, _, net| {
            best = best.max(Some(net));
            net
        });
        best
    }
}

/// [`Replaced`] rows at prices.
#[derive(Debug)]
pub struct ReplacedAt<'a, L> {
    rows: L,
    own: &'a BTreeMap<u32, Vec<(u32, i64)>>,
    price: &'a [i64],
}

impl<R: PricedRows> PricedRows for Replaced<'_, R> {
    type At<'a>
        = ReplacedAt<'a, R::At<'a>>
    where
        Self: 'a;

    fn at<'a>(&'a self, price: &'a [i64]) -> Self::At<'a> {
        ReplacedAt { rows: self.rows.at(price), own: self.own, price }
    }
}

impl<L: Lookout> Lookout for ReplacedAt<'_, L> {
    fn above(&self, employee: usize, mut least: i64, step: usize, take: &mut impl FnMut(u32, i64, i64) -> i64) {
        let Some(own) = self.own.get(&(employee as u32)) else { return self.rows.above(employee, least, step, take) };
        for &(post, value) in own {
            let net = value - self.price[post as usize];
            if net > least {
                least = take(post, value, net);
            }
        }
    }
}

/// A problem at prices.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    problem: &'a Problem,
    price: &'a [i64],
}

impl PricedRows for Problem {
    type At<'a> = At<'a>;

    fn at<'a>(&'a self, price: &'a [i64]) -> At<'a> {
        At { problem: self, price }
    }
}

impl Lookout for At<'_> {
    fn above(&self, employee: usize, mut least: i64, step: usize, take: &mut impl FnMut(u32, i64, i64) -> i64) {
        for arc in self.problem.row(employee).skip(employee % step).step_by(step) {
            let (post, value) = (self.problem.arc_post[arc], self.problem.arc_value[arc]);
            let net = value - self.price[post as usize];
            if net > least {
                least = take(post, value, net);
            }
        }
    }
}

/// The upper bound that prices prove over all rows, by weak duality; see
/// [`certificate::bound`], to which this is the same where rows are made. `charge`
/// is what an arc costs on top, by employee and post.
pub fn bound(frame: &Problem, rows: &impl Rows, prices: &Prices, charge: &(impl Fn(usize, u32) -> i64 + Sync)) -> i128 {
    if prices.post.len() != frame.posts() || prices.unit.len() != frame.units() {
        return i128::MAX;
    }
    let best = |employee: usize| {
        let mut best: Option<i128> = None;
        rows.each(employee, &mut |post, value| {
            let net = i128::from(value) - i128::from(charge(employee, post)) - i128::from(prices.post[post as usize]);
            best = best.max(Some(net));
        });
        best
    };
    let people: Option<i128> = (0..rows.employees()).into_par_iter().map(best).sum();
    people.map_or(i128::MAX, |people| people + certificate::bound(frame, prices))
}
