//! Help: every key, from the command table, and how to read the signs.
use super::boxed_in;
use crate::app::State;
use crate::app::command::{COMMANDS, Group};
use crate::app::hit::HitMap;
use crate::text::screen::{self, Said, Word, word};
use crate::ui::theme::Theme;
use crate::ui::{layout, text};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// On fewer rows the help takes the whole window.
const LEAST: u16 = 12;

/// Draws it.
pub(super) fn draw(frame: &mut Frame<'_>, state: &State, theme: &Theme, offset: usize, hits: &mut HitMap) {
    // The lines below the board stay in sight: what a key does not do is told there.
    let board = layout::above_the_strip(frame.area(), state);
    let board = if board.height < LEAST { frame.area() } else { board };
    let hint = screen::said(state.lang, &state.keymap, Said::Help);
    let size = (board.width.min(112), board.height);
    let inside = boxed_in(frame, board, theme, size, word(state.lang, Word::HelpTitle), &hint);
    let lines = lines(state, theme, usize::from(inside.width));
    hits.overlay_rows = inside.height;
    hits.overlay_last = lines.len().saturating_sub(usize::from(inside.height));
    let offset = offset.min(hits.overlay_last);
    for (at, line) in lines.into_iter().skip(offset).take(usize::from(inside.height)).enumerate() {
        frame.render_widget(line, Rect { y: inside.y + at as u16, height: 1, ..inside });
    }
}

fn lines(state: &State, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let lang = state.lang;
    let mut lines = Vec::new();
    for group in [Group::Move, Group::View, Group::Carry, Group::Plan, Group::Program] {
        lines.push(Line::styled(screen::group(lang, group), theme.focus));
        let commands: Vec<_> = COMMANDS.iter().filter(|command| command.group == group).collect();
        let per_line = if columns >= 90 { 2 } else { 1 };
        for pair in commands.chunks(per_line) {
            let mut spans = Vec::new();
            for command in pair {
                let keys = state.keymap.keys(command.id).iter().map(|key| screen::listed_key(lang, state.look.symbols, *key));
                let keys = keys.collect::<Vec<_>>().join("  ");
                spans.push(Span::styled(format!("  {}", text::left(&keys, 14)), theme.title));
                spans.push(Span::raw(text::left(screen::title(lang, command.id), (columns / per_line).saturating_sub(16))));
            }
            lines.push(Line::from(spans));
        }
    }
    lines.push(Line::raw(""));
    for note in screen::help_notes(lang, &state.keymap) {
        lines.extend(text::wrap(&note, columns).into_iter().map(Line::from));
    }
    let mouse = match (state.mouse.is_on, state.mouse.shift_selects) {
        (false, _) => Word::MouseOff,
        (true, true) => Word::MouseOn,
        (true, false) => Word::MouseOnShort,
    };
    lines.push(Line::raw(word(lang, mouse)));
    lines
}
