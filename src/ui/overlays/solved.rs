//! The core's plan before it is taken: what it would change, the guard rails it comes near, who was
//! left out and why.
use super::boxed_in;
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::layout::Layout;
use crate::app::overlay::{Proposed, SolvePreview};
use crate::text::screen::{self, Said, Word, word};
use crate::text::{best, figures, guard_rails, left_out};
use crate::ui::theme::Theme;
use crate::ui::{layout, row, text};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws it.
pub(super) fn draw(frame: &mut Frame<'_>, state: &State, theme: &Theme, preview: &SolvePreview, hits: &mut HitMap) {
    // The lines below the board stay in sight: what is refused is told there.
    let board = layout::above_the_strip(frame.area(), state);
    // Beside it the board would be seen in shreds where there is little room.
    let beside = if state.layout() < Layout::Normal { 0 } else { 4 };
    let size = (board.width.saturating_sub(beside), board.height);
    let hint = screen::said(state.lang, &state.keymap, Said::Solved);
    let inside = boxed_in(frame, board, theme, size, word(state.lang, Word::SolvedTitle), &hint);
    let columns = usize::from(inside.width);
    let above = above(state, theme, preview, columns, usize::from(inside.height / 3).max(3));
    let below = below(state, theme, preview, columns);
    let list = Rect {
        y: inside.y + above.len() as u16,
        height: inside.height.saturating_sub((above.len() + below.len()) as u16),
        ..inside
    };
    hits.overlay_rows = list.height;
    for (at, line) in above.into_iter().enumerate() {
        frame.render_widget(line, Rect { y: inside.y + at as u16, height: 1, ..inside });
    }
    for (at, change) in preview.changes.iter().enumerate().skip(preview.offset).take(usize::from(list.height)) {
        let area = Rect { y: list.y + (at - preview.offset) as u16, height: 1, ..list };
        let line = line_of(state, theme, change, columns);
        frame.render_widget(if at == preview.at { row::selected(line, theme) } else { line }, area);
        hits.add(area, Place::OverlayRow(at));
    }
    for (at, line) in below.into_iter().enumerate() {
        frame.render_widget(line, Rect { y: list.bottom() + at as u16, height: 1, ..inside });
    }
}

/// How many moves, what they gain, whether proved; then the guard rails.
fn above(state: &State, theme: &Theme, preview: &SolvePreview, columns: usize, most: usize) -> Vec<Line<'static>> {
    let composition = &preview.composition;
    let head = best::solved(state.lang, composition, state.desk.metrics.status_quo);
    let mut lines: Vec<Line<'static>> =
        text::fitted(&head, columns, 2).into_iter().map(|line| Line::styled(line, theme.title)).collect();
    for warning in &preview.warnings {
        let name = |who| screen::person(state.lang, &state.desk, who, state.is_masked);
        let text = format!("! {}", guard_rails::warning(state.lang, &state.desk.grounds().facts, warning, &name));
        lines.push(Line::styled(text::cut(&text, columns), theme.warning));
    }
    if lines.len() > most {
        let more = lines.len() - most + 1;
        lines.truncate(most - 1);
        lines.push(Line::styled(format!("! +{more} {}", word(state.lang, Word::MoreWarnings)), theme.warning));
    }
    lines
}

/// Who was left out, by reason.
fn below(state: &State, theme: &Theme, preview: &SolvePreview, columns: usize) -> Vec<Line<'static>> {
    let reasons: Vec<String> = preview
        .composition
        .left_out
        .iter()
        .map(|(reason, who)| format!("{} ({})", left_out::reason(state.lang, &state.desk.base.pack, *reason), who.len()))
        .collect();
    if reasons.is_empty() {
        return Vec::new();
    }
    let text = format!("{}: {}", word(state.lang, Word::LeftOut), reasons.join(" · "));
    text::fitted(&text, columns, 2).into_iter().map(|line| Line::styled(line, theme.quiet)).collect()
}

/// `[x] name  +17,4  from → to`
fn line_of(state: &State, theme: &Theme, change: &Proposed, columns: usize) -> Line<'static> {
    let lang = state.lang;
    let name = screen::person(lang, &state.desk, change.who, state.is_masked);
    let from = change.from.map_or_else(|| word(lang, Word::NoPost).to_owned(), |post| screen::post(&state.desk, post));
    let to = change.to.map_or_else(|| format!("({})", word(lang, Word::BackHome)), |post| screen::post(&state.desk, post));
    let gain = change.to.and_then(|post| state.desk.score_change(change.who, post));
    let mark = if change.is_taken { "[x]" } else { "[ ]" };
    let name_columns = (columns / 5).clamp(14, 26);
    let rest = columns.saturating_sub(4 + name_columns + 8 + 4);
    let gain_text = gain.map_or_else(|| "–".to_owned(), |gain| figures::change(lang, gain));
    Line::from(vec![
        Span::raw(format!("{mark} ")),
        Span::raw(text::left(&name, name_columns)),
        Span::styled(text::right(&gain_text, 7), theme.by_sign(gain.unwrap_or(0))),
        Span::raw(" "),
        Span::raw(text::left(&from, rest / 2)),
        Span::styled(format!(" {} ", "→"), theme.quiet),
        Span::raw(text::left(&to, rest - rest / 2)),
    ])
}
