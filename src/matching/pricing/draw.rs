//! Which pairs are added to someone's: the best at the charges of now, and others drawn by how nearly they gain.

use super::Arc;
use crate::matching::rows::Lookout;

/// What is added to one person's pairs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draw {
    /// How many are drawn.
    pub many: usize,
    /// By so much less worth, a pair is drawn half as often.
    pub noise: i64,
    /// One pair in so many is looked at.
    pub step: usize,
    /// The best pairs, added beside those drawn.
    pub best: usize,
}

impl Draw {
    /// Of the arcs above `least` net of charges, the best and a draw.
    pub fn from(&self, at: &impl Lookout, employee: usize, least: i64) -> Vec<Arc> {
        let mut found = self.drawn(at, employee, least);
        found.extend(best(at, employee, least, self.best));
        found
    }

    /// Everyone has luck of his own with every pair, of which doubling what is left to chance takes off `noise`: the
    /// greatest sums of worth and luck are a sample without repetition in which weights halve with every
    /// `noise` (P. Efraimidis & P. Spirakis, *Weighted random sampling with a reservoir*, 2006).
    fn drawn(&self, at: &impl Lookout, employee: usize, least: i64) -> Vec<Arc> {
        let mut top = Top::new(self.many);
        let most = self.noise.saturating_mul(i64::from(MOST));
        at.above(employee, least, self.step, &mut |post, value, net| {
            let last = top.offer(net + luck(employee, post, self.noise), (post, value));
            last.map_or(least, |last| last.saturating_sub(most).max(least))
        });
        top.arcs()
    }
}

/// The best few arcs net of charges, of those above `least`.
pub(super) fn best(at: &impl Lookout, employee: usize, least: i64, many: usize) -> Vec<Arc> {
    let mut top = Top::new(many);
    at.above(employee, least, 1, &mut |post, value, net| top.offer(net, (post, value)).map_or(least, |last| last.max(least)));
    top.arcs()
}

/// Luck is at most so many times the noise.
const MOST: u32 = 16;

/// `noise` times the negative binary logarithm of a number drawn evenly between 0 and 1, which is the same for the
/// same pair (the mixer of Steele, Lea & Flood, *Fast splittable pseudorandom number generators*, 2014).
fn luck(employee: usize, post: u32, noise: i64) -> i64 {
    let mut mixed = (u64::from(post) << 32 | employee as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    // Between powers of two the logarithm is taken as straight, in 1,024ths.
    let whole = mixed.leading_zeros().min(MOST - 1);
    let part = (mixed << whole << 1) >> 54;
    let share = (i64::from(whole + 1) << 10) - part as i64;
    (noise >> 10) * share + (((noise & 1023) * share) >> 10)
}

/// The best few by a key.
struct Top {
    many: usize,
    best: Vec<(i64, Arc)>,
}

impl Top {
    fn new(many: usize) -> Self {
        Self { many, best: Vec::with_capacity(many + 1) }
    }

    /// Takes one in; once there are enough, the key of the last.
    fn offer(&mut self, key: i64, arc: Arc) -> Option<i64> {
        let at = self.best.partition_point(|(other, _)| *other >= key);
        if at < self.many {
            self.best.insert(at, (key, arc));
            self.best.truncate(self.many);
        }
        (self.best.len() == self.many).then(|| self.best[self.many - 1].0)
    }

    fn arcs(self) -> Vec<Arc> {
        self.best.into_iter().map(|(_, arc)| arc).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luck_halves_with_every_noise() {
        for noise in [1, 7, 1_000, 123_456_789_012] {
            let lucks: Vec<i64> = (0..100_000).map(|post| luck(5, post, noise)).collect();
            assert!(lucks.iter().all(|luck| (0..=16 * noise).contains(luck)));
            for times in 1..6 {
                let lucky = lucks.iter().filter(|luck| **luck >= times * noise).count();
                let fair = 100_000 >> times;
                // A noise of one has no fractions.
                assert!(noise < 100 || lucky.abs_diff(fair) < fair / 10 + 30, "{noise} {times} {lucky}");
            }
        }
    }

    #[test]
    fn no_noise_is_no_luck() {
        assert!((0..100).all(|post| luck(1, post, 0) == 0));
    }
}
