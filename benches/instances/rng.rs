//! Chance from a seed: SplitMix64 (Steele, Lea & Flood, *Fast splittable pseudorandom number
//! generators*, 2014). Integers only, so the same seed makes the same instance on every machine.

/// A stream of numbers.
#[derive(Debug, Clone)]
pub struct Rng(u64);

/// The finaliser of SplitMix64: a hash of one number.
pub const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Rng {
    /// The stream of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(mix(seed ^ 0x6D75_7461_7369))
    }

    /// The next 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// An integer from 0 up to `limit`, which is excluded and above 0.
    pub fn below(&mut self, limit: i64) -> i64 {
        ((u128::from(self.next()) * limit as u128) >> 64) as i64
    }

    /// True `percent` times of a hundred.
    pub fn chance(&mut self, percent: i64) -> bool {
        self.below(100) < percent
    }

    /// An integer around 0, within twice `half`, middling ones likelier (the sum of four draws).
    pub fn around(&mut self, half: i64) -> i64 {
        (0..4).map(|_| self.below(half + 1)).sum::<i64>() - 2 * half
    }
}
