//! Charges to start from where nothing is known but where everyone is now.

use crate::matching::problem::{NO_UNIT, Problem, Segment};

/// Per post what its next place would have to charge if nobody moved.
pub(super) fn charges_today(frame: &Problem, home: &[u32]) -> Vec<i64> {
    let mut in_post = vec![0u64; frame.posts()];
    let mut in_unit = vec![0u64; frame.units()];
    for post in home.iter().map(|post| *post as usize) {
        let Some(here) = in_post.get_mut(post) else { continue };
        *here += 1;
        if let Some(count) = in_unit.get_mut(frame.unit_of(post) as usize) {
            *count += 1;
        }
    }
    let next = |segments: &[Segment], mut filled: u64| {
        let free = |segment: &&Segment| {
            let width = u64::from(segment.width);
            let has_room = filled < width;
            filled = filled.saturating_sub(width);
            has_room
        };
        segments.iter().find(free).or(segments.last()).map_or(0, |segment| segment.reward)
    };
    let charge = |post: usize| {
        let unit = frame.unit_of(post);
        let of_unit = if unit == NO_UNIT { 0 } else { next(frame.unit_segments(unit as usize), in_unit[unit as usize]) };
        -(next(frame.post_segments(post), in_post[post]) + of_unit)
    };
    (0..frame.posts()).map(charge).collect()
}
