//! The best chains that fill one post: somebody comes there, somebody follows on the post left, and so on, until a place
//! is left that nobody takes. Everybody else stays where he is.
//!
//! A chain comes to no post twice and has at most so many moves; it earns what its moves are worth and what the place
//! left at the end is worth being free (mostly a loss). Of all such chains the best come first: exactly, by A* over
//! chains begun (P. E. Hart, N. J. Nilsson, B. Raphael, *A formal basis for the heuristic determination of minimum cost
//! paths*, 1968). The bound is the best that could follow if posts might be come to twice: one pass over all rows a move.
use super::rows::Rows;
use super::solution::{Control, Progress};
use rayon::prelude::*;
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

/// The most moves that a chain may have.
pub const MOST_MOVES: usize = 9;

/// Worths are folded with the number of moves: of equal ones the shorter chain is better.
const FOLD: i64 = 16;

/// Nothing follows from here.
const NEVER: i64 = i64::MIN / 4;

/// Somebody who may move.
#[derive(Clone, Copy, Debug)]
pub struct Mover {
    /// His number in the rows.
    pub employee: u32,
    /// The post he leaves.
    pub home: u32,
    /// What staying there is worth.
    pub stay: i64,
}

/// A chain: who comes, who follows, in that order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Numbers of employees; the first one fills the post.
    pub moves: Vec<u32>,
    /// The post that the last one leaves.
    pub end: u32,
    /// What the moves are worth more than staying, and the free place at the end.
    pub worth: i64,
}

/// A search that was told to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// One move of a chain begun.
#[derive(Clone, Copy, Debug)]
struct Step {
    mover: usize,
    before: Option<usize>,
    /// Folded, without what the place left is worth.
    earned: i64,
    moves: usize,
}

/// What may come next: a chain as it is, or one begun with the candidate of that rank for the post it leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Open {
    bound: i64,
    is_whole: bool,
    step: Option<usize>,
    rank: usize,
}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |it: &Self| (it.bound, it.is_whole, Reverse(it.step), Reverse(it.rank));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Who could come to a post, the best bound first: (bound of the rest with this move, who).
type Candidates = Arc<[(i64, usize)]>;

/// The chains that fill a post, best first.
#[derive(Debug)]
pub struct ChainSearch<'a, R> {
    rows: &'a R,
    movers: &'a [Mover],
    to: u32,
    most: usize,
    /// Per number of moves that may follow and post left: the most that those and the free place are worth, folded.
    layers: Vec<Vec<i64>>,
    steps: Vec<Step>,
    open: BinaryHeap<Open>,
    candidates: HashMap<(u32, usize), Candidates>,
}

impl<'a, R: Rows> ChainSearch<'a, R> {
    /// Gets ready: one pass over the rows of all movers per move but the first. `end` is what a free place of each post
    /// is worth where a chain ends. Ties go to whoever stands first among the movers.
    ///
    /// # Errors
    /// [`Stopped`] once told to.
    pub fn new(
        rows: &'a R,
        movers: &'a [Mover],
        end: &[i64],
        to: u32,
        most: usize,
        control: &Control<'_>,
    ) -> Result<Self, Stopped> {
        let most = most.clamp(1, MOST_MOVES);
        let mut first: Vec<i64> = end.iter().map(|worth| worth * FOLD).collect();
        first[to as usize] = NEVER;
        let mut layers = vec![first];
        for done in 1..most {
            if control.cancelled.load(Relaxed) {
                return Err(Stopped);
            }
            (control.progress)(Progress { done: done as u64, total: most as u64 });
            let next = one_more(rows, movers, &layers[0], &layers[done - 1], to);
            layers.push(next);
        }
        let mut search =
            Self { rows, movers, to, most, layers, steps: Vec::new(), open: BinaryHeap::new(), candidates: HashMap::new() };
        search.push(None, 0);
        Ok(search)
    }

    /// The next best chain; `None` where there is no other.
    ///
    /// # Errors
    /// [`Stopped`] once told to.
    pub fn next(&mut self, control: &Control<'_>) -> Result<Option<Found>, Stopped> {
        while let Some(open) = self.open.pop() {
            if control.cancelled.load(Relaxed) {
                return Err(Stopped);
            }
            match open.step.filter(|_| open.is_whole) {
                Some(step) => return Ok(Some(self.told(step))),
                None => self.go_on(open),
            }
        }
        Ok(None)
    }

    /// Lets the candidate of that rank come, and the next one wait.
    fn go_on(&mut self, open: Open) {
        self.push(open.step, open.rank + 1);
        let (left, moves) = self.left(open.step);
        let Some((_, mover)) = self.candidates(left, self.most - moves).get(open.rank).copied() else { return };
        let home = self.movers[mover].home;
        if home == self.to || self.visits(open.step, home) {
            return;
        }
        let earned = open.step.map_or(0, |step| self.steps[step].earned) + self.gain(mover, left);
        self.steps.push(Step { mover, before: open.step, earned, moves: moves + 1 });
        let step = Some(self.steps.len() - 1);
        self.open.push(Open { bound: earned + self.layers[0][home as usize], is_whole: true, step, rank: 0 });
        self.push(step, 0);
    }

    /// Lets the candidate of that rank for the post left wait for its turn.
    fn push(&mut self, step: Option<usize>, rank: usize) {
        let (left, moves) = self.left(step);
        if moves == self.most {
            return;
        }
        let earned = step.map_or(0, |step| self.steps[step].earned);
        if let Some((rest, _)) = self.candidates(left, self.most - moves).get(rank) {
            self.open.push(Open { bound: earned + rest, is_whole: false, step, rank });
        }
    }

    /// The post that a chain begun leaves, and how many moves it has.
    fn left(&self, step: Option<usize>) -> (u32, usize) {
        step.map_or((self.to, 0), |step| (self.movers[self.steps[step].mover].home, self.steps[step].moves))
    }

    fn visits(&self, step: Option<usize>, post: u32) -> bool {
        self.back(step).any(|step| self.movers[self.steps[step].mover].home == post)
    }

    /// The moves of a chain begun, the last one first.
    fn back(&self, step: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(step, |step| self.steps[*step].before)
    }

    /// What a move is worth more than staying, folded.
    fn gain(&self, mover: usize, to: u32) -> i64 {
        let it = self.movers[mover];
        self.rows.value(it.employee as usize, to).map_or(NEVER, |value| (value - it.stay) * FOLD - 1)
    }

    fn candidates(&mut self, to: u32, moves: usize) -> Candidates {
        if let Some(known) = self.candidates.get(&(to, moves)) {
            return known.clone();
        }
        let after = &self.layers[moves - 1];
        let of = |mover: usize| {
            let home = self.movers[mover].home;
            let bound = self.gain(mover, to).saturating_add(after[home as usize]);
            (home != to && bound > NEVER / 2).then_some((bound, mover))
        };
        let mut all: Vec<(i64, usize)> = (0..self.movers.len()).into_par_iter().filter_map(of).collect();
        all.sort_unstable_by_key(|(bound, mover)| (Reverse(*bound), *mover));
        let all: Candidates = all.into();
        self.candidates.insert((to, moves), all.clone());
        all
    }

    fn told(&self, step: usize) -> Found {
        let mut moves: Vec<u32> = self.back(Some(step)).map(|at| self.movers[self.steps[at].mover].employee).collect();
        moves.reverse();
        let end = self.movers[self.steps[step].mover].home;
        let folded = self.steps[step].earned + self.layers[0][end as usize] + moves.len() as i64;
        Found { moves, end, worth: folded / FOLD }
    }
}

/// The bound where one more move may follow: what the place left is worth free, or with the best who could come there.
fn one_more(rows: &impl Rows, movers: &[Mover], free: &[i64], after: &[i64], to: u32) -> Vec<i64> {
    let look = |mut best: Vec<i64>, mover: &Mover| {
        let rest = after[mover.home as usize];
        if rest > NEVER / 2 {
            rows.each(mover.employee as usize, &mut |post, value| {
                if post != mover.home {
                    let bound = &mut best[post as usize];
                    *bound = (*bound).max((value - mover.stay) * FOLD - 1 + rest);
                }
            });
        }
        best
    };
    let both = |one: Vec<i64>, other: Vec<i64>| one.into_iter().zip(other).map(|(a, b)| a.max(b)).collect();
    let mut best = movers.par_iter().fold(|| free.to_vec(), look).reduce(|| free.to_vec(), both);
    best[to as usize] = NEVER;
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Listed(Vec<Vec<(u32, i64)>>);

    impl Rows for Listed {
        fn employees(&self) -> usize {
            self.0.len()
        }

        fn each(&self, employee: usize, take: &mut impl FnMut(u32, i64)) {
            self.0[employee].iter().for_each(|(post, value)| take(*post, *value));
        }
    }

    /// Rows of the movers, where each is, and what a free place of each post is worth.
    fn drawn(seed: u64) -> (Listed, Vec<Mover>, Vec<i64>) {
        let mut dice = fastrand::Rng::with_seed(seed);
        let (people, posts) = (dice.usize(1..8), dice.u32(2..7));
        let mut rows = Vec::new();
        let mut movers = Vec::new();
        for employee in 0..people as u32 {
            let (home, stay) = (dice.u32(1..posts), dice.i64(0..40));
            let arcs = (0..posts).filter(|post| *post == home || dice.u8(..3) > 0);
            let arcs: Vec<u32> = arcs.collect();
            let worth = |post: u32| (post, if post == home { stay } else { dice.i64(0..40) });
            let arcs: Vec<(u32, i64)> = arcs.into_iter().map(worth).collect();
            rows.push(arcs);
            movers.push(Mover { employee, home, stay });
        }
        (Listed(rows), movers, (0..posts).map(|_| dice.i64(-30..5)).collect())
    }

    /// Every chain that comes to no post twice, by trying all.
    fn all(rows: &Listed, movers: &[Mover], end: &[i64], most: usize) -> Vec<(Vec<u32>, i64)> {
        let mut found = Vec::new();
        let mut begun = vec![(Vec::<u32>::new(), vec![0u32], 0i64)];
        while let Some((moves, posts, worth)) = begun.pop() {
            let left = *posts.last().unwrap();
            if !moves.is_empty() {
                found.push((moves.clone(), worth + end[left as usize]));
            }
            for mover in movers.iter().filter(|mover| moves.len() < most && !posts.contains(&mover.home)) {
                if let Some((_, value)) = rows.0[mover.employee as usize].iter().find(|arc| arc.0 == left) {
                    let with = |list: &[u32], next: u32| list.iter().copied().chain([next]).collect::<Vec<_>>();
                    begun.push((with(&moves, mover.employee), with(&posts, mover.home), worth + value - mover.stay));
                }
            }
        }
        found
    }

    proptest! {
        #[test]
        fn chains_come_best_first_and_none_is_left_out(seed in any::<u64>(), most in 1usize..6) {
            let (rows, movers, end) = drawn(seed);
            let mut search = ChainSearch::new(&rows, &movers, &end, 0, most, &Control::unattended()).unwrap();
            let mut found = Vec::new();
            while let Some(next) = search.next(&Control::unattended()).unwrap() {
                prop_assert_eq!(next.end, movers[*next.moves.last().unwrap() as usize].home);
                found.push((next.moves, next.worth));
            }
            let order = |(moves, worth): &(Vec<u32>, i64)| (Reverse(*worth), moves.len());
            prop_assert!(found.windows(2).all(|two| order(&two[0]) <= order(&two[1])), "{found:?}");
            found.sort_unstable();
            let mut expected = all(&rows, &movers, &end, most);
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_search_stops_when_told_to() {
        let (rows, movers, end) = drawn(7);
        let stop = std::sync::atomic::AtomicBool::new(true);
        let control = Control { cancelled: &stop, progress: &|_| {} };
        assert_eq!(ChainSearch::new(&rows, &movers, &end, 0, 3, &control).err(), Some(Stopped));
    }
}
