//! A part of a problem that is like the whole: one in so many of the people, and as many of the places. Its
//! prices are nearly those of the whole, at a fraction of the bids.

/// One in `stride` of the people and places. Who belongs to it is a hash, the same on every machine.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample {
    stride: u64,
}

impl Sample {
    /// Everyone.
    pub const WHOLE: Self = Self { stride: 1 };

    /// One in so many.
    pub fn one_in(stride: u64) -> Self {
        Self { stride: stride.max(1) }
    }

    pub fn has(self, employee: usize) -> bool {
        mixed(employee as u64).is_multiple_of(self.stride)
    }

    /// How wide the segments of a chain are in the sample. Where rounding starts is drawn per chain, or else small
    /// posts would all have too many places, or none.
    pub fn widths(self, node: usize, segments: &[(u32, i64)]) -> impl Iterator<Item = u32> {
        let mut places = mixed(!(node as u64)) % self.stride;
        segments.iter().map(move |&(width, _)| {
            let before = places / self.stride;
            places += u64::from(width);
            (places / self.stride - before) as u32
        })
    }
}

fn mixed(x: u64) -> u64 {
    let x = x.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (x ^ (x >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_has_its_share_of_people_and_places() {
        let sample = Sample::one_in(8);
        let people = (0..80_000).filter(|&employee| sample.has(employee)).count();
        assert!((9_700..10_300).contains(&people), "{people}");
        let chain = [(3, 900), (2, 400), (4, 100)];
        let places: u32 = (0..8_000).flat_map(|node| sample.widths(node, &chain)).sum();
        assert!((8_700..9_300).contains(&places), "{places} of 72,000");
        assert!(Sample::WHOLE.widths(7, &chain).eq([3, 2, 4]));
    }
}
