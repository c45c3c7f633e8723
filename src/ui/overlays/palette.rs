//! The palette: what is typed, and the commands found, each with its keys, or why it cannot be used now.
use super::boxed_in;
use crate::app::State;
use crate::app::command::{self, Id};
use crate::app::hit::{HitMap, Place};
use crate::app::palette::Palette;
use crate::text::screen::{self, Said, Word, word};
use crate::ui::theme::Theme;
use crate::ui::{layout, row, text};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

const KEY_COLUMNS: usize = 14;

/// Draws it.
pub(super) fn draw(frame: &mut Frame<'_>, state: &State, theme: &Theme, palette: &Palette, hits: &mut HitMap) {
    // The lines below the board stay in sight: what cannot be run is told there.
    let board = layout::above_the_strip(frame.area(), state);
    let size = (board.width.min(96), board.height.min(24));
    let hint = screen::said(state.lang, &state.keymap, Said::Palette);
    let inside = boxed_in(frame, board, theme, size, word(state.lang, Word::PaletteTitle), &hint);
    let columns = usize::from(inside.width);
    let typed = Rect { height: inside.height.min(1), ..inside };
    let scroll = palette.input.visual_scroll(columns.saturating_sub(3));
    let shown: String = palette.input.value().chars().skip(scroll).collect();
    frame.render_widget(
        Line::from(vec![Span::styled(": ", theme.focus), Span::raw(text::cut(&shown, columns.saturating_sub(2)))]),
        typed,
    );
    let column = (palette.input.visual_cursor().saturating_sub(scroll) as u16).min(inside.width.saturating_sub(3));
    frame.set_cursor_position((typed.x + 2 + column, typed.y));
    let list = Rect { y: inside.y + typed.height, height: inside.height - typed.height, ..inside };
    hits.overlay_rows = list.height;
    if palette.rows.is_empty() {
        frame.render_widget(Line::styled(word(state.lang, Word::NoSuchCommand), theme.quiet), list);
    }
    for (line, (at, id)) in palette.rows.iter().enumerate().skip(palette.offset).take(usize::from(list.height)).enumerate() {
        let area = Rect { y: list.y + line as u16, height: 1, ..list };
        let line = line_of(state, theme, *id, columns);
        frame.render_widget(if at == palette.at { row::selected(line, theme) } else { line }, area);
        hits.add(area, Place::OverlayRow(at));
    }
}

/// `title  keys  why not`
fn line_of(state: &State, theme: &Theme, id: Id, columns: usize) -> Line<'static> {
    let lang = state.lang;
    let keys =
        state.keymap.keys(id).iter().map(|key| screen::listed_key(lang, state.look.symbols, *key)).collect::<Vec<_>>().join("  ");
    let name_columns = (columns / 2).min(34);
    let rest = columns.saturating_sub(name_columns + KEY_COLUMNS);
    let why = command::available(id, state).err();
    let told = why.map(|why| screen::unavailable(lang, &state.keymap, why)).unwrap_or_default();
    let style = if why.is_some() { theme.quiet } else { Style::new() };
    Line::from(vec![
        Span::styled(text::left(&text::cut(screen::title(lang, id), name_columns.saturating_sub(1)), name_columns), style),
        Span::styled(text::left(&keys, KEY_COLUMNS), if why.is_some() { style } else { theme.title }),
        Span::styled(text::left(&told, rest), theme.quiet),
    ])
}
