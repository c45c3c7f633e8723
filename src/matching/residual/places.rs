//! The places of one post or unit: what each earns, best first, and how many are filled.

use crate::matching::problem::Segment;

/// Filled from the best place on, as a concave reward demands.
#[derive(Debug, Clone)]
pub(in crate::matching) struct Places {
    /// As they were given.
    given: Vec<Segment>,
    /// As far as they matter.
    segments: Vec<Segment>,
    /// The segment of the next place, and how many places of it are filled.
    at: usize,
    used: u32,
    /// How many are filled, and how many must be whatever they earn.
    filled: u64,
    least: u64,
    /// What the next place would earn; none when all are filled.
    pub next: Option<i64>,
    /// What the last filled place earns; none when no more are filled than must be.
    pub last: Option<i64>,
}

impl Places {
    /// With the first `least` filled, and never fewer. Of more places than the `most` that can be
    /// filled one is kept: it stays empty in every plan, so its
    /// price is right for all the others, and no sum over places is larger than one over people.
    pub fn new(given: &[Segment], most: u64, least: u64) -> Self {
        let mut room = most.saturating_add(1);
        let mut segments = Vec::with_capacity(given.len());
        for segment in given {
            let width = u64::from(segment.width).min(room) as u32;
            room -= u64::from(width);
            if width > 0 {
                segments.push(Segment { width, ..*segment });
            }
        }
        let (given, none) = (given.to_vec(), None);
        Places { given, segments, at: 0, used: 0, filled: 0, least, next: none, last: none }.with(0)
    }

    /// The same places with the first `filled` taken, or all there are, or those that must be.
    pub fn with(mut self, filled: u64) -> Self {
        let segments = &self.segments;
        let room: u64 = segments.iter().map(|s| u64::from(s.width)).sum();
        self.filled = filled.max(self.least).min(room);
        let mut filled = self.filled;
        let mut at = 0;
        while at < segments.len() && filled >= u64::from(segments[at].width) {
            filled -= u64::from(segments[at].width);
            at += 1;
        }
        let used = if at < segments.len() { filled as u32 } else { 0 };
        (self.at, self.used) = (at, used);
        self.refresh();
        self
    }

    pub fn given(&self) -> &[Segment] {
        &self.given
    }

    /// How many places must be filled.
    pub fn least(&self) -> u64 {
        self.least
    }

    /// How many places are filled.
    pub fn filled(&self) -> u64 {
        self.filled
    }

    /// What the filled places earn together.
    pub fn earned(&self) -> i64 {
        let whole: i64 = self.segments[..self.at].iter().map(|s| i64::from(s.width) * s.reward).sum();
        whole + i64::from(self.used) * self.next.unwrap_or(0)
    }

    /// How many places must be filled: those that earn more than `cut`, or more by the minimum. And how many may
    /// be: those that earn as much.
    pub fn worth(&self, cut: i64) -> (u64, u64) {
        let places = |keep: &dyn Fn(i64) -> bool| -> u64 {
            self.segments.iter().filter(|s| keep(s.reward)).map(|s| u64::from(s.width)).sum()
        };
        (places(&|reward| reward > cut).max(self.least), places(&|reward| reward >= cut).max(self.least))
    }

    fn refresh(&mut self) {
        self.next = self.segments.get(self.at).map(|s| s.reward);
        let open = self.filled > self.least;
        self.last = if !open {
            None
        } else if self.used > 0 {
            self.next
        } else {
            self.at.checked_sub(1).map(|at| self.segments[at].reward)
        };
    }

    /// Fills one more place and returns what it earns; only where `next` is some.
    pub fn push(&mut self) -> i64 {
        let reward = self.segments[self.at].reward;
        self.used += 1;
        self.filled += 1;
        if self.used == self.segments[self.at].width {
            (self.at, self.used) = (self.at + 1, 0);
        }
        self.refresh();
        reward
    }

    /// Empties one place and returns what it earned; only where `last` is some.
    pub fn pull(&mut self) -> i64 {
        if self.used == 0 {
            self.at -= 1;
            self.used = self.segments[self.at].width;
        }
        self.used -= 1;
        self.filled -= 1;
        self.refresh();
        self.segments[self.at].reward
    }
}
