//! How a row of a list looks, the same in every list: marks at its left edge, a name, and what follows. One row at most is
//! reversed: the selected one of the focused pane, or, while somebody is carried, the name of what the person is held over.
use super::symbols;
use super::text;
use super::theme::Theme;
use crate::app::State;
use crate::app::carry::By;
use crate::app::state::Pane;
use crate::desk::preview::Target;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What a row shows.
pub struct Row {
    /// Before the name; stands back.
    pub lead: String,
    /// The name.
    pub name: String,
    /// Its look where nothing else decides.
    pub style: Style,
    /// Columns of lead and name together.
    pub columns: usize,
    /// What follows.
    pub rest: Vec<Span<'static>>,
}

/// What is to be said of a row by its look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Status {
    /// Selected in its pane.
    pub is_selected: bool,
    /// The person carried is held over it.
    pub is_target: bool,
    /// It is the person carried, or where that person sits.
    pub is_carried: bool,
    /// Marked, to be carried with others.
    pub is_marked: bool,
    /// Pinned.
    pub is_pinned: bool,
    /// Of a protected unit or a locked level.
    pub is_locked: bool,
}

impl Status {
    /// A row of something that a person may be dropped on.
    pub fn of(state: &State, is_selected: bool, target: Option<Target>) -> Self {
        let over = state.carry.carried().and_then(|carried| carried.over);
        Self { is_selected, is_target: target.is_some() && over == target, ..Self::default() }
    }

    /// The mark at the left edge: the one that matters most now.
    fn mark(self, is_reversed: bool) -> &'static str {
        match self {
            Self { is_carried: true, .. } => symbols::CARRIED,
            Self { is_target: true, .. } => symbols::TARGET,
            Self { is_marked: true, .. } => symbols::MARKED,
            Self { is_selected: true, .. } if !is_reversed => symbols::SELECTED,
            Self { is_pinned: true, .. } => symbols::PINNED,
            Self { is_locked: true, .. } => symbols::LOCKED,
            _ => " ",
        }
    }
}

/// A line as the selected one, without patches: what colours say stands there in signs too.
pub fn selected(mut line: Line<'static>, theme: &Theme) -> Line<'static> {
    line.spans.iter_mut().for_each(|span| span.style = Style::new());
    line.style(theme.selected)
}

/// Draws a row; the cursor stands on the selected one of the focused pane, where screen readers and magnifiers look.
pub fn draw(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, pane: Pane, (row, status): (Row, Status)) {
    let has_focus = state.has_focus(pane);
    let carried = state.carry.carried();
    let is_reversed = status.is_selected && has_focus && carried.is_none();
    // With keys the hand is in one pane; the mouse may be over the same post in two lists.
    let in_hand = status.is_target && carried.is_some_and(|carried| carried.by == By::Mouse || has_focus);
    let name_style = match status {
        _ if in_hand => theme.target,
        Status { is_carried: true, .. } | Status { is_target: true, .. } => theme.carried,
        Status { is_selected: true, .. } => theme.selected_elsewhere,
        _ => row.style,
    };
    let mark_style = if status.is_carried || status.is_target { theme.carried } else { theme.focus };
    let lead = text::cut(&row.lead, row.columns);
    let room = row.columns - text::width(&lead);
    let name = text::cut(&row.name, room);
    let blank = " ".repeat(room - text::width(&name));
    let mut line = Line::from(vec![
        Span::styled(status.mark(is_reversed), mark_style),
        Span::styled(lead, theme.quiet),
        Span::styled(name, name_style),
        Span::raw(blank),
    ]);
    line.spans.extend(row.rest);
    if is_reversed {
        line = selected(line, theme);
    }
    frame.render_widget(line, area);
    if status.is_selected && has_focus && state.searching.is_none() && state.overlay.is_none() {
        frame.set_cursor_position((area.x, area.y));
    }
}
