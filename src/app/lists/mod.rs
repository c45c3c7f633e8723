//! The three lists: what stands in each pane, in which order, and which row is selected. A selection
//! is an identity: it survives a changed plan, a filter, a resize.
pub mod details;
pub mod people;
pub mod places;
pub mod vacant;

/// Moves a selected row by a number of rows within a list of that length.
pub fn step(at: Option<usize>, by: i64, length: usize) -> Option<usize> {
    let last = i64::try_from(length).ok()?.checked_sub(1).filter(|last| *last >= 0)?;
    let from = at.map_or(if by >= 0 { -1 } else { last + 1 }, |at| at as i64);
    usize::try_from(from.saturating_add(by).clamp(0, last)).ok()
}

/// The first row to show so that the selected one is seen, moving as little as may be.
pub fn scrolled(offset: usize, selected: Option<usize>, rows: u16, length: usize) -> usize {
    let rows = usize::from(rows).max(1);
    let most = length.saturating_sub(rows);
    let Some(at) = selected else { return offset.min(most) };
    let offset = if at < offset {
        at
    } else if at >= offset + rows {
        at + 1 - rows
    } else {
        offset
    };
    offset.min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_within_the_list() {
        assert_eq!(step(None, 1, 3), Some(0));
        assert_eq!(step(Some(2), 5, 3), Some(2));
        assert_eq!(step(Some(0), -1, 3), Some(0));
        assert_eq!(step(None, -1, 3), Some(2));
        assert_eq!(step(None, i64::MAX, 3), Some(2));
        assert_eq!(step(Some(1), 1, 0), None);
    }

    #[test]
    fn scrolling_moves_as_little_as_may_be() {
        assert_eq!(scrolled(0, Some(9), 5, 20), 5);
        assert_eq!(scrolled(5, Some(7), 5, 20), 5);
        assert_eq!(scrolled(5, Some(3), 5, 20), 3);
        assert_eq!(scrolled(18, None, 5, 20), 15);
        assert_eq!(scrolled(3, Some(1), 5, 2), 0);
    }
}
