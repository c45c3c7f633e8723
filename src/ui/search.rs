//! The line of a search, above the list that it narrows.
use super::text;
use super::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use tui_input::Input;

/// Draws the query that stands, or the one being typed with its cursor; tells the rows it takes.
pub fn line(frame: &mut Frame<'_>, inside: Rect, theme: &Theme, stands: &str, typed: Option<&Input>) -> u16 {
    if (stands.is_empty() && typed.is_none()) || inside.height == 0 {
        return 0;
    }
    let room = usize::from(inside.width).saturating_sub(3);
    // The end that is being typed stays in sight.
    let scroll = typed.map_or(0, |input| input.visual_scroll(room));
    let query: String = typed.map_or(stands, Input::value).chars().skip(scroll).collect();
    let shown = Line::from(vec![Span::styled("/ ", theme.focus), Span::raw(text::cut(&query, room + 1))]);
    frame.render_widget(shown, Rect { height: 1, ..inside });
    if let Some(input) = typed {
        let column = input.visual_cursor().saturating_sub(scroll).min(room) as u16;
        frame.set_cursor_position((inside.x + 2 + column, inside.y));
    }
    1
}
