//! How much of the board a window has room for.

/// A layout of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// Nothing but a message.
    Nothing,
    /// A list without borders, one line of what it means, the way out.
    Tiny,
    /// One pane; the others by their names.
    Narrow,
    /// Two panes beside each other, the third on Tab.
    Small,
    /// Three panes; two while somebody is carried by keys.
    Normal,
    /// Three panes with room for everything.
    Wide,
}

impl Layout {
    /// Of a window of so many columns and rows.
    pub const fn of((columns, rows): (u16, u16)) -> Self {
        match (columns, rows) {
            (140.., 20..) => Self::Wide,
            (100.., 20..) => Self::Normal,
            (80.., 20..) => Self::Small,
            (40.., 12..) => Self::Narrow,
            (20.., 4..) => Self::Tiny,
            _ => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_window_has_its_layout() {
        let of = |columns, rows| Layout::of((columns, rows));
        assert_eq!([of(200, 60), of(140, 40), of(140, 20)], [Layout::Wide; 3]);
        assert_eq!([of(139, 40), of(100, 30)], [Layout::Normal; 2]);
        assert_eq!([of(99, 40), of(80, 24)], [Layout::Small; 2]);
        assert_eq!([of(60, 15), of(79, 50), of(200, 15)], [Layout::Narrow; 3]);
        assert_eq!([of(39, 40), of(20, 4), of(200, 11)], [Layout::Tiny; 3]);
        assert_eq!([of(19, 40), of(80, 3), of(0, 0)], [Layout::Nothing; 3]);
    }
}
