//! Price refinement (Goldberg, *An efficient implementation of a scaling minimum-cost flow algorithm*, 1997):
//! an auction leaves people on posts that are best for them but for its step. Where posts are much alike that is
//! nearly everyone, though the assignment is as good as optimal. Raising prices to what the others would pay makes it
//! optimal at its prices, wherever that is possible.

use rayon::prelude::*;

use super::rows::Rows;
use super::shortlist::{Row as _, RowOf};

/// Raises prices for at most so many rounds, each one look along every row; returns how many people the last look
/// found who would rather sit elsewhere. No price rises above `most` of its post.
pub(super) fn refine<R: Rows>(rows: &R, choice: &[u32], most: &[i64], price: &mut [i64], rounds: usize) -> usize {
    let mut off = 0;
    for round in 0..rounds {
        let wanted = Wanted::at(rows, choice, price);
        // Where it does not get better soon, it does not at all.
        let stalled = round >= 3 && 10 * wanted.off > 9 * off;
        off = wanted.off;
        if stalled {
            break;
        }
        let mut risen = false;
        for (post, &most) in most.iter().enumerate() {
            let new = wanted.price[post].min(most);
            risen |= new > price[post];
            price[post] = price[post].max(new);
        }
        if !risen {
            break;
        }
    }
    off
}

/// Per post the least price at which nobody who sits elsewhere would rather have it, and how many would at the
/// prices of now.
struct Wanted {
    price: Vec<i64>,
    off: usize,
}

impl Wanted {
    fn at<R: Rows>(rows: &R, choice: &[u32], price: &[i64]) -> Self {
        let people = (0..choice.len()).into_par_iter().with_min_len(512);
        let nothing = || Self { price: vec![i64::MIN; price.len()], off: 0 };
        let look = |mut wanted: Self, employee: usize| {
            wanted.look(rows, employee, choice[employee], price);
            wanted
        };
        people.fold(nothing, look).reduce(nothing, Self::both)
    }

    fn look<R: Rows>(&mut self, rows: &R, employee: usize, held: u32, price: &[i64]) {
        let mut nets = i64::MIN;
        RowOf(rows, employee).each(&mut |post, value| {
            if post == held {
                nets = nets.max(value - price[post as usize]);
            }
        });
        if nets == i64::MIN {
            return;
        }
        let mut envies = false;
        RowOf(rows, employee).each(&mut |post, value| {
            let would = value - nets;
            envies |= would > price[post as usize];
            let wanted = &mut self.price[post as usize];
            *wanted = (*wanted).max(would);
        });
        self.off += usize::from(envies);
    }

    fn both(mut self, other: Self) -> Self {
        self.price.iter_mut().zip(other.price).for_each(|(one, other)| *one = (*one).max(other));
        self.off += other.off;
        self
    }
}
