//! The parts of the board: one file a pane.
mod ahead;
mod breakdown;
mod details;
mod glance;
mod head;
mod hints;
mod line;
mod people;
mod places;
mod strip;

pub use details::details;
pub use head::head;
pub use hints::hints;
pub use line::line;
pub use people::people;
pub use places::places;
pub use strip::strip;

use super::text;
use super::theme::Theme;
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::state::Pane;
use crate::desk::preview::Target;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::Block;

/// The frame of a pane with its title; tells the area inside.
fn framed(frame: &mut Frame<'_>, area: Rect, pane: Pane, title: &str, state: &State, theme: &Theme, hits: &mut HitMap) -> Rect {
    let is_focused = state.focus == pane && state.overlay.is_none();
    let style = if is_focused { theme.focus } else { theme.quiet };
    let title = text::cut(title, usize::from(area.width.saturating_sub(4)));
    let block = Block::bordered()
        .border_set(if is_focused { border::THICK } else { border::PLAIN })
        .border_style(style)
        .title(Line::styled(format!(" {title} "), if is_focused { theme.focus } else { theme.title }));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    hits.add(area, Place::Pane(pane));
    inside
}

/// How the selected row of a pane looks.
fn row_style(state: &State, pane: Pane, is_selected: bool, theme: &Theme) -> Style {
    match (is_selected, state.focus == pane) {
        (true, true) => theme.selected,
        (true, false) => theme.selected_elsewhere,
        _ => Style::new(),
    }
}

/// Marks the row under the hand at its name: a whole row would be sent anew with every motion.
fn mark_target(line: &mut Line<'static>, theme: &Theme) {
    let name = line.spans.iter_mut().find(|span| !span.content.trim().is_empty());
    if let Some(span) = name {
        span.style = theme.target;
    }
}

/// Whether a person is carried and held over this.
fn is_under_hand(state: &State, target: Target) -> bool {
    state.carry.carried().is_some_and(|carried| carried.over == Some(target))
}
