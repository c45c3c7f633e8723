//! What lies over the panes: help, forms, the core at work, its plan.
mod form;
mod help;
mod palette;
mod solved;
mod working;

use super::theme::Theme;
use crate::app::State;
use crate::app::hit::HitMap;
use crate::app::overlay::Overlay;
use crate::ui::text;
use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear};

/// Draws the overlay, where there is one.
pub fn draw(frame: &mut Frame<'_>, state: &State, theme: &Theme, hits: &mut HitMap) {
    let Some(overlay) = &state.overlay else { return };
    hits.cover();
    match overlay {
        Overlay::Help { offset } => help::draw(frame, state, theme, *offset, hits),
        Overlay::Form(it) => form::draw(frame, state, theme, it),
        Overlay::Working { on, permille } => working::draw(frame, state, theme, (*on, *permille)),
        Overlay::Palette(it) => palette::draw(frame, state, theme, it, hits),
        Overlay::Solved(preview) => solved::draw(frame, state, theme, preview, hits),
    }
}

/// A box in the middle, with a title above and a hint below; tells the area inside.
pub(super) fn boxed(frame: &mut Frame<'_>, theme: &Theme, size: (u16, u16), title: &str, hint: &str) -> Rect {
    let screen = frame.area();
    boxed_in(frame, screen, theme, size, title, hint)
}

/// The same in the middle of a part of the screen.
fn boxed_in(frame: &mut Frame<'_>, screen: Rect, theme: &Theme, (columns, rows): (u16, u16), title: &str, hint: &str) -> Rect {
    let [column] = Layout::horizontal([Constraint::Length(columns.min(screen.width))]).flex(Flex::Center).areas(screen);
    let [area] = Layout::vertical([Constraint::Length(rows.min(screen.height))]).flex(Flex::Center).areas(column);
    let block = Block::bordered()
        .border_set(border::THICK)
        .border_style(theme.focus)
        .title(Line::styled(format!(" {} ", title), theme.focus));
    let inside = block.inner(area);
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, theme.ground);
    frame.render_widget(block, area);
    let below = Rect { x: inside.x, y: area.bottom().saturating_sub(1), width: inside.width, height: area.height.min(1) };
    let hint = text::cut(hint, usize::from(inside.width.saturating_sub(2)));
    text::on_border(frame, below, &format!(" {hint} "), theme.quiet, theme);
    inside
}
