//! Columns of a table: what they are worth, and how much room their figures need.
use crate::app::views::Label;

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its head.
    pub label: Label,
    /// The fewest columns of the screen it is worth.
    pub least: u16,
    /// The most it can use.
    pub most: u16,
    /// Whether it stands at the right.
    pub is_right: bool,
    /// How dispensable it is: the highest goes first where there is no room. 0: never.
    pub rank: u8,
}

impl Column {
    /// A column of words.
    pub const fn words(label: Label, least: u16, most: u16, rank: u8) -> Self {
        Self { label, least, most, is_right: false, rank }
    }

    /// A column of figures.
    pub const fn figures(label: Label, columns: u16, rank: u8) -> Self {
        Self { label, least: columns, most: columns, is_right: true, rank }
    }

    /// A column of counts, of which the largest has room with its sign.
    pub const fn counts(label: Label, columns: u16, largest: u32, rank: u8) -> Self {
        let needed = 1 + digits(largest);
        Self::figures(label, if needed > columns { needed } else { columns }, rank)
    }

    /// A column of two counts, before and after or holders of a need, of which the largest have room.
    pub const fn pairs(label: Label, columns: u16, largest: [u32; 2], rank: u8) -> Self {
        let needed = 1 + digits(largest[0]) + digits(largest[1]);
        Self::figures(label, if needed > columns { needed } else { columns }, rank)
    }
}

/// Columns of a count, with a separator every three digits.
const fn digits(count: u32) -> u16 {
    let mut digits = 1;
    let mut rest = count / 10;
    while rest > 0 {
        (digits, rest) = (digits + 1, rest / 10);
    }
    digits + (digits - 1) / 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::text::figures::thousands;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_count_has_room_as_it_is_written(count: u32) {
            prop_assert_eq!(usize::from(digits(count)), thousands(Lang::Id, count.into()).chars().count());
        }
    }
}
