//! The core at work: how far, and how to stop it.
use super::boxed;
use crate::app::State;
use crate::app::overlay::Work;
use crate::text::screen::{Said, Word, said, word};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Draws it.
pub(super) fn draw(frame: &mut Frame<'_>, state: &State, theme: &Theme, (on, permille): (Work, u64)) {
    let title = match on {
        Work::Plan => Word::Working,
        Work::Chain => Word::WorkingOnChain,
    };
    let inside = boxed(frame, theme, (50, 4), word(state.lang, title), &said(state.lang, &state.keymap, Said::Working));
    let columns = usize::from(inside.width);
    let bar = text::bar(permille as i64, 1000, columns.saturating_sub(8));
    frame.render_widget(
        Line::raw(format!("{bar} {}", text::right(&format!("{} %", permille / 10), 6))),
        Rect { height: 1, ..inside },
    );
}
