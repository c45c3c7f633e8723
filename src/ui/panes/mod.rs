//! The parts of the board: one file a pane.
mod breakdown;
mod details;
mod glance;
mod head;
mod hints;
mod line;
mod people;
mod places;
mod strip;

pub use self::details::details;
pub use self::places::places;
pub use head::head;
pub use hints::hints;
pub use line::line;
pub use people::people;
pub use strip::strip;

use super::theme::Theme;
use super::{layout, search, text};
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::layout::Layout;
use crate::app::lists::places as of_places;
use crate::app::state::Pane;
use crate::desk::ranking::Ranking;
use crate::text::screen::{Word, word};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Paragraph, Wrap};

/// The frame of a pane with its title; tells the area inside. Where no other pane is shown their names stand in it too.
fn framed(frame: &mut Frame<'_>, area: Rect, pane: Pane, title: &str, state: &State, theme: &Theme, hits: &mut HitMap) -> Rect {
    let is_focused = state.has_focus(pane) && state.overlay.is_none();
    let (style, title_style) = if is_focused { (theme.focus, theme.focus) } else { (theme.quiet, theme.title) };
    let is_tiny = state.layout() == Layout::Tiny;
    let head = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    let block = Block::bordered().border_set(if is_focused { border::THICK } else { border::PLAIN }).border_style(style);
    let inside = if is_tiny { Rect { y: area.y + 1, height: area.height - 1, ..area } } else { block.inner(area) };
    hits.add(area, Place::Pane(pane));
    if !is_tiny {
        frame.render_widget(block, area);
    }
    let names = if layout::is_single(state) { other_panes(frame, head, pane, state, theme, hits) } else { 0 };
    let room = usize::from(head.width.saturating_sub(names + 2));
    let title = if is_tiny { text::cut(title, room) } else { format!(" {} ", text::cut(title, room)) };
    text::on_border(frame, head, &title, title_style, theme);
    inside
}

/// The names of the panes that are not shown, at the right; a click on one shows it. Tells the columns they take.
fn other_panes(frame: &mut Frame<'_>, head: Rect, shown: Pane, state: &State, theme: &Theme, hits: &mut HitMap) -> u16 {
    let mut right = head.right();
    for pane in Pane::ALL.into_iter().rev().filter(|pane| *pane != shown) {
        let name = format!(" {} ", name(pane, state));
        let wide = text::width(&name) as u16;
        // The title needs room of its own.
        if right.saturating_sub(head.x) < wide + MIN_TITLE {
            break;
        }
        right -= wide;
        let area = Rect { x: right, width: wide, ..head };
        text::on_border(frame, area, &name, theme.quiet, theme);
        hits.add(area, Place::Pane(pane));
    }
    head.right() - right
}

const MIN_TITLE: u16 = 16;

/// What a pane is called.
fn name(pane: Pane, state: &State) -> &'static str {
    let label = match pane {
        Pane::People => Word::People,
        Pane::Places if state.places.mode == of_places::Mode::Vacancies => Word::Vacancies,
        Pane::Places => Word::Units,
        Pane::Details => match state.details.of {
            None | Some(Ranking::People(_)) => Word::Candidates,
            Some(Ranking::Posts(_)) if state.carry.carried().is_some() => Word::Targets,
            Some(Ranking::Posts(_)) => Word::PostsFor,
        },
    };
    word(state.lang, label)
}

/// Rows of a list's column heads.
fn head_rows(state: &State) -> u16 {
    u16::from(state.layout() != Layout::Tiny)
}

/// The search line of a pane, where one is typed or stands; tells its rows.
fn search_line(frame: &mut Frame<'_>, inside: Rect, state: &State, theme: &Theme, pane: Pane, query: &str) -> u16 {
    search::line(frame, inside, theme, query, state.searching.as_ref().filter(|_| state.focus == pane && state.views.is_empty()))
}

/// A list that has no rows says why.
fn told_instead(frame: &mut Frame<'_>, area: Rect, told: String) {
    frame.render_widget(Paragraph::new(told).wrap(Wrap { trim: true }), area);
}
