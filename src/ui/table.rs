//! Draws any table: as many columns as there is room for, the head of the section in sight above them.
use super::symbols::{BRANCH, FOLDED, LAST_BRANCH, UNFOLDED};
use super::text;
use super::theme::Theme;
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::table::{Cell, Column, Limb, Line as Shown, Section, Sort, Table};
use crate::text::views::{Tone, cell, empty, label, short, tone};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// From so many columns on there is room for air between them.
const WIDE: u16 = 100;

/// Draws it; notes rows and heads.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, table: &Table, state: &State, theme: &Theme, hits: &mut HitMap) {
    if area.height == 0 || area.width == 0 {
        return;
    }
    let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
    hits.table_rows = body.height;
    let mut lines = table.lines.iter().copied().enumerate().skip(table.offset);
    let first = lines.clone().next().map(|(_, line)| line);
    let at = first.map_or(0, Shown::section);
    if let Some(section) = table.sections.get(at) {
        head(frame, Rect { height: 1, ..area }, (at, section), table.sort, state, theme, hits);
    }
    // A head that stands on top already is not drawn again below.
    if matches!(first, Some(Shown::Head(_))) {
        lines.next();
    }
    let mut y = body.y;
    for (number, line) in lines {
        if y >= body.bottom() {
            break;
        }
        let here = Rect { y, height: 1, ..body };
        match line {
            Shown::Head(at) => head(frame, here, (at, &table.sections[at]), table.sort, state, theme, hits),
            Shown::Empty(at) => {
                y += nothing(
                    frame,
                    Rect { height: body.bottom() - y, ..here },
                    &empty(state.lang, &state.keymap, table.sections[at].empty),
                    theme,
                );
                continue;
            }
            Shown::Row(at, _) => {
                let Some(id) = table.row(line) else { continue };
                let look = (lead(table.limb(number)), table.selected == Some(id));
                row(frame, here, (&table.sections[at], &state.cells(table, line)), look, state, theme);
                hits.add(here, Place::Row(id));
            }
        }
        y += 1;
    }
    if table.lines.is_empty() {
        let said = crate::text::screen::said(state.lang, &state.keymap, crate::text::screen::Said::NothingFound);
        nothing(frame, body, &said, theme);
    }
}

/// A sentence where there are no rows; tells the rows it takes.
fn nothing(frame: &mut Frame<'_>, area: Rect, said: &str, theme: &Theme) -> u16 {
    let lines = text::wrap(said, usize::from(area.width));
    let rows = (lines.len() as u16).min(area.height);
    for (at, line) in lines.into_iter().take(usize::from(rows)).enumerate() {
        frame.render_widget(Line::styled(line, theme.quiet), Rect { y: area.y + at as u16, height: 1, ..area });
    }
    rows
}

/// The columns there is room for, with their widths. The most dispensable go first; what is left over is shared.
pub(super) fn layout(columns: &[Column], room: u16) -> Vec<(usize, u16)> {
    let gap = gap(room);
    let mut kept: Vec<usize> = (0..columns.len()).collect();
    let least = |kept: &[usize]| kept.iter().map(|at| columns[*at].least + gap).sum::<u16>().saturating_sub(gap);
    while least(&kept) > room {
        let Some(worst) = (0..kept.len()).filter(|at| columns[kept[*at]].rank > 0).max_by_key(|at| columns[kept[*at]].rank)
        else {
            break;
        };
        kept.remove(worst);
    }
    let mut spare = u32::from(room.saturating_sub(least(&kept)));
    let mut wanted: u32 = kept.iter().map(|at| u32::from(columns[*at].most - columns[*at].least)).sum();
    let width = |at: usize| {
        let want = u32::from(columns[at].most - columns[at].least);
        let more = (spare * want).checked_div(wanted).unwrap_or(0).min(want);
        (spare, wanted) = (spare - more, wanted - want);
        (at, columns[at].least + more as u16)
    };
    kept.into_iter().map(width).collect()
}

const fn gap(room: u16) -> u16 {
    if room >= WIDE { 2 } else { 1 }
}

/// Where each column kept stands.
fn places(columns: &[Column], area: Rect) -> Vec<(usize, Rect)> {
    let mut x = area.x;
    let place = |(at, width): (usize, u16)| {
        let here = Rect { x, width: width.min(area.right().saturating_sub(x)), ..area };
        x += width + gap(area.width);
        (at, here)
    };
    layout(columns, area.width).into_iter().map(place).collect()
}

fn head(
    frame: &mut Frame<'_>,
    area: Rect,
    (number, section): (usize, &Section),
    sort: Option<Sort>,
    state: &State,
    theme: &Theme,
    hits: &mut HitMap,
) {
    for (at, here) in places(&section.columns, area) {
        let column = &section.columns[at];
        let sorted = sort.filter(|sort| (sort.section, sort.column) == (number, at));
        let arrow = sorted.map_or("", |sort| if sort.is_falling { "↓" } else { "↑" });
        // The first column of a section bears its title.
        let is_title = at == 0 && section.title.is_some();
        let name = label(state.lang, section.title.filter(|_| at == 0).unwrap_or(column.label));
        let shown = format!("{name}{arrow}");
        let width = usize::from(here.width);
        let shown = if column.is_right { text::right(&shown, width) } else { text::left(&shown, width) };
        let style = if sorted.is_some() {
            theme.focus
        } else if is_title {
            theme.title
        } else {
            theme.quiet
        };
        frame.render_widget(Span::styled(shown, style), here);
        hits.add(here, Place::Column(number, at));
    }
}

/// The sign before a row of a tree.
const fn lead(limb: Option<Limb>) -> Option<&'static str> {
    match limb {
        None => None,
        Some(Limb::Stem(true)) => Some(UNFOLDED),
        Some(Limb::Stem(false)) => Some(FOLDED),
        Some(Limb::Branch(false)) => Some(BRANCH),
        Some(Limb::Branch(true)) => Some(LAST_BRANCH),
    }
}

fn row(
    frame: &mut Frame<'_>,
    area: Rect,
    (section, cells): (&Section, &[Cell]),
    (lead, is_selected): (Option<&str>, bool),
    state: &State,
    theme: &Theme,
) {
    if is_selected {
        frame.buffer_mut().set_style(area, theme.selected);
    }
    for (at, here) in places(&section.columns, area) {
        let Some(it) = cells.get(at) else { continue };
        // One look for the selected row: no patches of other colours.
        let look = |other: Style| if is_selected { theme.selected } else { other };
        let lead = lead.filter(|_| at == 0);
        if let Some(lead) = lead {
            frame.render_widget(Span::styled(lead, look(theme.quiet)), here);
        }
        let room = if lead.is_some() { 2 } else { 0 };
        let here = Rect { x: here.x + room, width: here.width.saturating_sub(room), ..here };
        let width = usize::from(here.width);
        let shown = match it {
            Cell::Bar(part, whole) => text::bar(*part, *whole, width),
            _ => {
                let words = cell(state, it);
                // A verdict that does not fit is told by sign and rule.
                let words = if text::width(&words) > width { short(it, state).unwrap_or(words) } else { words };
                if section.columns[at].is_right { text::right(&words, width) } else { text::left(&words, width) }
            }
        };
        frame.render_widget(Span::styled(shown, look(style(tone(state, it), theme))), here);
    }
}

/// How a cell looks.
pub(super) fn style(tone: Tone, theme: &Theme) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Quiet => theme.quiet,
        Tone::Good => theme.good,
        Tone::Bad => theme.bad,
        Tone::Warning => theme.warning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::views::Label;
    use proptest::prelude::*;

    #[test]
    fn columns_give_way_by_rank_and_share_what_is_left() {
        let columns =
            [Column::words(Label::Name, 10, 20, 0), Column::figures(Label::Cost, 6, 2), Column::words(Label::Reason, 10, 10, 1)];
        assert_eq!(layout(&columns, 80), [(0, 20), (1, 6), (2, 10)]);
        assert_eq!(layout(&columns, 30), [(0, 12), (1, 6), (2, 10)]);
        assert_eq!(layout(&columns, 27), [(0, 16), (2, 10)]);
        assert_eq!(layout(&columns, 12), [(0, 12)]);
        assert_eq!(layout(&columns, 5), [(0, 10)]);
    }

    proptest! {
        #[test]
        fn columns_never_need_more_than_there_is(widths in prop::collection::vec((1u16..30, 0u16..30, 1u8..9), 1..9), room in 0u16..200) {
            let columns: Vec<Column> =
                widths.into_iter().map(|(least, more, rank)| Column::words(Label::Name, least, least + more, rank)).collect();
            let kept = layout(&columns, room);
            let needed: u16 = kept.iter().map(|(_, width)| width + gap(room)).sum();
            prop_assert!(needed.saturating_sub(gap(room)) <= room);
        }
    }
}
