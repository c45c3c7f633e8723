//! A plan being opened: which steps are done, how far the lists are read, and how to leave.
use super::overlays::boxed;
use super::symbols::{self, TARGET};
use super::text;
use super::theme::Theme;
use crate::app::loading::{Loading, Step};
use crate::text::Lang;
use crate::text::screen::{Said, opening, said, step};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Columns and rows of the box: as wide as a title mostly is.
const SIZE: (u16, u16) = (60, 6);

/// Draws it.
pub fn loading(frame: &mut Frame<'_>, loading: &Loading, lang: Lang) {
    let theme = Theme::of(loading.look.theme);
    let area = frame.area();
    frame.buffer_mut().set_style(area, theme.ground);
    let title = text::cut(&opening(lang, &loading.title), usize::from(SIZE.0.min(area.width)).saturating_sub(4));
    let inside = boxed(frame, theme, SIZE, &title, &said(lang, &loading.keymap, Said::Working));
    let mut rows = Vec::new();
    for at in Step::ALL {
        let (sign, style) = match at.cmp(&loading.step) {
            std::cmp::Ordering::Less => ("✓", theme.good),
            std::cmp::Ordering::Equal => (TARGET, theme.title),
            std::cmp::Ordering::Greater => (" ", theme.quiet),
        };
        rows.push(Line::styled(format!(" {sign} {}", step(lang, at, loading)), style));
        if at == Step::Lists {
            rows.push(Line::raw(bar(loading, usize::from(inside.width))));
        }
    }
    for (line, y) in rows.into_iter().zip(inside.y..inside.bottom()) {
        frame.render_widget(line, Rect { y, height: 1, ..inside });
    }
    symbols::put(frame.buffer_mut(), loading.look.symbols);
}

/// How much of the lists is read, below their step.
fn bar(loading: &Loading, columns: usize) -> String {
    let bar = text::bar(loading.permille as i64, 1000, columns.saturating_sub(11));
    format!("   {bar} {}", text::right(&format!("{} %", loading.permille / 10), 6))
}
