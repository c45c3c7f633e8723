//! Forms.
use super::boxed;
use crate::app::State;
use crate::app::overlay::Form;
use crate::text::screen::{self, Said};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Draws it: each field a label and a line; the cursor stands in the field with the focus.
pub(super) fn draw(frame: &mut Frame<'_>, state: &State, theme: &Theme, form: &Form) {
    let labels = screen::form_labels(state.lang, &form.kind);
    let title = screen::form_title(state.lang, &state.desk, &form.kind, state.is_masked);
    let notice = state.notice.as_ref().map(|notice| screen::told(state, &notice.told));
    let rows = form.fields.len() as u16 * 2 + 2 + u16::from(notice.is_some());
    let inside = boxed(frame, theme, (76, rows), &text::cut(&title, 70), &screen::said(state.lang, &state.keymap, Said::Form));
    let columns = usize::from(inside.width).saturating_sub(2);
    // Where there is not room for all, those up to the one with the focus.
    let rows = inside.height.saturating_sub(u16::from(notice.is_some()));
    let skipped = (form.at + 1).saturating_sub(usize::from(rows / 2));
    for (at, (field, label)) in form.fields.iter().zip(labels).enumerate().skip(skipped).take(usize::from(rows / 2)) {
        let y = inside.y + (at - skipped) as u16 * 2;
        let is_here = at == form.at;
        frame
            .render_widget(Line::styled(label, if is_here { theme.focus } else { theme.quiet }), Rect { y, height: 1, ..inside });
        let scroll = field.visual_scroll(columns.saturating_sub(1));
        let shown: String = field.value().chars().skip(scroll).collect();
        let line = Rect { x: inside.x + 1, y: y + 1, height: 1, width: inside.width.saturating_sub(1) };
        frame.render_widget(Line::styled(text::left(&shown, columns), theme.field), line);
        if is_here {
            let column = (field.visual_cursor().saturating_sub(scroll) as u16).min(line.width.saturating_sub(1));
            frame.set_cursor_position((line.x + column, line.y));
        }
    }
    if let Some(text) = notice {
        let y = inside.bottom().saturating_sub(1);
        frame.render_widget(Line::styled(text::cut(&text, columns), theme.bad), Rect { y, height: 1, ..inside });
    }
}
