//! The parts of the board: one file a pane.
mod breakdown;
mod details;
mod head;
mod hints;
mod line;
mod people;
mod places;
mod strip;

pub use details::details;
pub use head::head;
pub use hints::hints;
pub use line::line;
pub use people::people;
pub use places::places;
pub use strip::strip;

use super::text;
use super::theme::Theme;
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::state::Pane;
use crate::desk::preview::Glance;
use crate::text::{figures, rules, screen};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

/// The frame of a pane with its title; tells the area inside.
fn framed(frame: &mut Frame<'_>, area: Rect, pane: Pane, title: &str, state: &State, theme: &Theme, hits: &mut HitMap) -> Rect {
    let is_focused = state.focus == pane && state.overlay.is_none();
    let style = if is_focused { theme.focus() } else { theme.quiet() };
    let title = text::cut(&theme.plain(title), usize::from(area.width.saturating_sub(4)));
    let block = Block::bordered()
        .border_set(theme.border(is_focused))
        .border_style(style)
        .title(Line::styled(format!(" {title} "), if is_focused { theme.focus() } else { theme.title() }));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    hits.add(area, Place::Pane(pane));
    inside
}

/// How the selected row of a pane looks.
fn row_style(state: &State, pane: Pane, is_selected: bool, theme: &Theme) -> Style {
    match (is_selected, state.focus == pane) {
        (true, true) => theme.selected(),
        (true, false) => theme.selected_elsewhere(),
        _ => Style::new(),
    }
}

/// A target at a glance: score change, sign, and the rule or word that decides.
fn glance_spans(glance: &Glance, state: &State, theme: &Theme, columns: usize) -> Vec<Span<'static>> {
    let change = glance.person.map_or_else(|| "–".to_owned(), |change| theme.plain(&figures::change(state.lang, change)));
    let (sign, words) = glance_words(glance, state);
    let style = if !glance.is_allowed {
        theme.bad()
    } else if glance.worst.is_some() {
        theme.warning()
    } else {
        theme.good()
    };
    let rest = columns.saturating_sub(7 + 3);
    let change_style = theme.by_sign(glance.person.unwrap_or(0));
    vec![
        Span::styled(text::right(&change, 6), change_style),
        Span::styled(format!(" {} ", theme.symbol(sign)), style),
        Span::styled(text::left(&theme.plain(&words), rest), style),
    ]
}

/// Sign and words of a glance.
fn glance_words(glance: &Glance, state: &State) -> (&'static str, String) {
    let lang = state.lang;
    if glance.is_here {
        return ("·", screen::word(lang, screen::Word::StaysThere).to_owned());
    }
    match glance.worst {
        Some(verdict) => {
            let (sign, _) = rules::mark(lang, verdict.severity, verdict.outcome);
            (sign, format!("{} {}", verdict.rule, rules::name(lang, verdict.rule)))
        }
        None if glance.is_swap => ("✓", screen::word(lang, screen::Word::Swap).to_owned()),
        None if glance.is_allowed => ("✓", screen::word(lang, screen::Word::Lawful).to_owned()),
        None => ("✗", screen::word(lang, screen::Word::Pinned).to_owned()),
    }
}
