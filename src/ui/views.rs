//! A view on the whole screen below the title: facts, the table, and what is told in full of the selected row.
use super::theme::Theme;
use super::{search, table, text};
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::table::Cell;
use crate::app::views::{Label, View};
use crate::text::views::{cell, label, title, tone};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

/// Columns of the screen that a fact takes where several stand beside each other.
const FACT: u16 = 28;

/// From so many rows for facts on there is one to spare below them.
const AIRY: u16 = 5;

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
    let searched = search::line(frame, inside, theme, &view.table.query, state.searching.as_ref());
    let inside = Rect { y: inside.y + searched, height: inside.height - searched, ..inside };
    // Facts and details leave the table most of the room.
    let above = facts(frame, Rect { height: inside.height * 3 / 5, ..inside }, view, state, theme);
    let inside = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let below = detail(frame, inside, view, state, theme);
    let inside = Rect { height: inside.height - below, ..inside };
    table::draw(frame, inside, &view.table, state, theme, hits);
    true
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
            if at.0 > 0 {
                at = (0, at.1 + 1);
            }
            let rows = usize::from(area.height.saturating_sub(at.1)).min(2);
            for line in text::fitted(&words, usize::from(area.width), rows).into_iter().take(rows) {
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
        frame.render_widget(Span::styled(lead.clone(), theme.quiet), here);
        let rows = if wide == across { (area.height - at.1).min(2) } else { 1 };
        let lines = text::fitted(&words, room, usize::from(rows));
        let below = (lines.len() as u16).max(1) - 1;
        let words = lines.into_iter().map(Line::from).collect::<Vec<_>>();
        let beside = Rect { x: here.x + text::width(&lead) as u16, width: room as u16, height: below + 1, ..here };
        frame.render_widget(Paragraph::new(words).style(table::style(tone(state, it), theme)), beside.intersection(area));
        at = (at.0 + wide, at.1 + below);
    }
    let rows = at.1 + u16::from(at.0 > 0);
    // A short window needs its rows for the table: there the head alone divides.
    let blank = u16::from(rows > 0 && area.height >= AIRY);
    (rows + blank).min(area.height)
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
