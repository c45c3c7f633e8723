//! A view on the whole screen below the title: facts, the table, and what is told in full of the selected row.
use super::theme::Theme;
use super::{table, text};
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::table::Cell;
use crate::app::views::{Label, View};
use crate::text::views::{cell, label, title, tone};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

/// Columns of the screen that a fact takes where several stand beside each other.
const FACT: u16 = 28;

/// Draws the view on top; whether there is one.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) -> bool {
    let Some(view) = state.view() else { return false };
    let is_focused = state.overlay.is_none();
    let style = if is_focused { theme.focus } else { theme.quiet };
    let name = text::cut(&title(state, view), usize::from(area.width.saturating_sub(4)));
    let block = Block::bordered()
        .border_set(if is_focused { border::THICK } else { border::PLAIN })
        .border_style(style)
        .title(Line::styled(format!(" {name} "), style));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    hits.add(area, Place::View);
    let inside = search_line(frame, inside, view, state, theme);
    // Facts and details leave the table most of the room.
    let above = facts(frame, Rect { height: inside.height / 2, ..inside }, view, state, theme);
    let inside = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let below = detail(frame, inside, view, state, theme);
    let inside = Rect { height: inside.height - below, ..inside };
    table::draw(frame, inside, &view.table, state, theme, hits);
    true
}

/// The filter, where there is one or one is typed; tells what is left below.
fn search_line(frame: &mut Frame<'_>, inside: Rect, view: &View, state: &State, theme: &Theme) -> Rect {
    let typing = state.searching.as_ref();
    if (typing.is_none() && view.table.query.is_empty()) || inside.height < 3 {
        return inside;
    }
    let query = typing.map_or(view.table.query.as_str(), tui_input::Input::value);
    let line = Rect { height: 1, ..inside };
    let room = usize::from(inside.width).saturating_sub(3);
    frame.render_widget(Line::from(vec![Span::styled("/ ", theme.focus), Span::raw(text::cut(query, room))]), line);
    if let Some(input) = typing {
        let column = (input.visual_cursor() as u16).min(inside.width.saturating_sub(3));
        frame.set_cursor_position((inside.x + 2 + column, inside.y));
    }
    Rect { y: inside.y + 1, height: inside.height - 1, ..inside }
}

/// Facts, as many beside each other as there is room for; tells the rows they take, with a blank one below.
fn facts(frame: &mut Frame<'_>, area: Rect, view: &View, state: &State, theme: &Theme) -> u16 {
    let across = (area.width / FACT).clamp(1, 4);
    let mut at = (0, 0);
    for (name, it) in &view.facts {
        let words = cell(state, it);
        let named = label(state.lang, *name);
        let needed = text::width(named) + text::width(&words) + 2;
        let column = area.width / across;
        // A sentence without a name takes whole lines.
        if named.is_empty() {
            let lines = text::wrap(&words, usize::from(area.width));
            for line in lines.into_iter().take(2).take(usize::from(area.height.saturating_sub(at.1))) {
                frame.render_widget(Line::from(line), Rect { y: area.y + at.1, height: 1, ..area });
                at.1 += 1;
            }
            continue;
        }
        // What is longer than a column takes as many as it needs.
        let wide = (needed as u16).div_ceil(column.max(1)).clamp(1, across);
        if at.0 + wide > across {
            at = (0, at.1 + 1);
        }
        if at.1 >= area.height {
            break;
        }
        let here = Rect { x: area.x + at.0 * column, y: area.y + at.1, width: column * wide, height: 1 };
        let lead = format!("{named} ");
        let room = usize::from(here.width).saturating_sub(text::width(&lead) + usize::from(wide < across));
        let spans =
            vec![Span::styled(lead, theme.quiet), Span::styled(text::cut(&words, room), table::style(tone(state, it), theme))];
        frame.render_widget(Line::from(spans), here);
        at.0 += wide;
    }
    let rows = at.1 + u16::from(at.0 > 0);
    if rows > 0 { (rows + 1).min(area.height) } else { 0 }
}

/// What is told in full of the selected row, at the foot; tells the rows it takes.
fn detail(frame: &mut Frame<'_>, area: Rect, view: &View, state: &State, theme: &Theme) -> u16 {
    let told = view.table.selected.map(|row| (view.kind.detail)(state, row)).unwrap_or_default();
    // A short window needs its rows for the table.
    let most = usize::from((area.height / 4).min(6));
    if told.is_empty() || most < 2 {
        return 0;
    }
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (name, it) in told {
        lines.extend(told_lines(name, &it, state, theme, usize::from(area.width)));
    }
    lines.truncate(most - 1);
    let rows = most as u16;
    let top = area.bottom() - rows;
    let rule = "─".repeat(usize::from(area.width));
    frame.render_widget(Span::styled(rule, theme.quiet), Rect { y: top, height: 1, ..area });
    for (at, line) in lines.into_iter().enumerate() {
        frame.render_widget(line, Rect { y: top + 1 + at as u16, height: 1, ..area });
    }
    rows
}

fn told_lines(name: Label, it: &Cell, state: &State, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let named = label(state.lang, name);
    let lead = if named.is_empty() { String::new() } else { format!("{named}: ") };
    let words = format!("{lead}{}", cell(state, it));
    let style = table::style(tone(state, it), theme);
    text::wrap(&words, columns).into_iter().map(|line| Line::styled(line, style)).collect()
}
