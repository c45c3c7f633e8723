//! Which area each part of the screen gets.
use crate::app::State;
use crate::app::state::Pane;
use ratatui::layout::{Constraint, Layout, Rect};

/// The areas of one frame.
#[derive(Clone, Copy, Debug)]
pub struct Areas {
    /// Head line.
    pub head: Rect,
    /// People, places, details; `None` where a pane is not shown.
    pub panes: [Option<Rect>; 3],
    /// Figures.
    pub strip: Rect,
    /// What letting go would do, or what happened.
    pub line: Rect,
    /// Hints.
    pub hints: Rect,
}

/// Divides the window.
pub fn areas(area: Rect, state: &State) -> Areas {
    let strip_rows = if state.is_wide() { 1 } else { 2 };
    let rows = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(8),
        Constraint::Length(strip_rows),
        Constraint::Length(2),
        Constraint::Length(1),
    ]);
    let [head, board, strip, line, hints] = rows.areas(area);
    Areas { head, panes: panes(board, state), strip, line, hints }
}

fn panes(board: Rect, state: &State) -> [Option<Rect>; 3] {
    if state.is_wide() {
        let columns = Layout::horizontal([Constraint::Percentage(28), Constraint::Percentage(33), Constraint::Fill(1)]);
        let [people, places, details] = columns.areas(board);
        return [Some(people), Some(places), Some(details)];
    }
    let share = match (state.focus, state.carry.carried()) {
        (Pane::Details, None) => 40,
        _ => 46,
    };
    let [left, right] = Layout::horizontal([Constraint::Percentage(share), Constraint::Fill(1)]).areas(board);
    match state.focus {
        Pane::Details => [None, Some(left), Some(right)],
        _ => [Some(left), Some(right), None],
    }
}
