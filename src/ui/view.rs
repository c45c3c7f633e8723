//! The whole screen.
use super::theme::Theme;
use super::{layout, overlays, panes};
use crate::app::hit::HitMap;
use crate::app::{self, State};
use crate::text::screen::{Said, Word, said, word};
use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Flex, Layout};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Wrap};

/// Draws the state, tells it what could be seen, and draws again what that moved: the selected row is in sight at
/// once, whatever became of the room. The terminal gets one frame.
pub fn settled(frame: &mut Frame<'_>, state: &mut State, theme: &Theme) -> HitMap {
    let mut hits = view(frame, state, theme);
    // Once for the lists, once for what lies under a resting pointer then; the last for a list whose room scrolling changes.
    for _ in 0..3 {
        if !app::seen(state, &hits) {
            break;
        }
        frame.buffer_mut().reset();
        hits = view(frame, state, theme);
    }
    hits
}

/// Draws the state; tells what was drawn where.
pub fn view(frame: &mut Frame<'_>, state: &State, theme: &Theme) -> HitMap {
    let mut hits = HitMap::default();
    if !state.fits() {
        too_small(frame, state, theme);
        only_ascii(frame, theme);
        return hits;
    }
    let areas = layout::areas(frame.area(), state);
    panes::head(frame, areas.head, state, theme);
    let [people, places, details] = areas.panes;
    if let Some(area) = people {
        panes::people(frame, area, state, theme, &mut hits);
    }
    if let Some(area) = places {
        panes::places(frame, area, state, theme, &mut hits);
    }
    if let Some(area) = details {
        panes::details(frame, area, state, theme, &mut hits);
    }
    panes::strip(frame, areas.strip, state, theme);
    panes::line(frame, areas.line, state, theme);
    panes::hints(frame, areas.hints, state, theme, &mut hits);
    overlays::draw(frame, state, theme, &mut hits);
    only_ascii(frame, theme);
    hits
}

/// Where only ASCII is drawn: what was cut and joined after its symbols were replaced has new ones.
fn only_ascii(frame: &mut Frame<'_>, theme: &Theme) {
    if !theme.is_ascii {
        return;
    }
    for cell in &mut frame.buffer_mut().content {
        if !cell.symbol().is_ascii() {
            let plain = theme.plain(cell.symbol());
            cell.set_symbol(&plain);
        }
    }
}

/// A window too small for the board says what it needs, and how to leave.
fn too_small(frame: &mut Frame<'_>, state: &State, theme: &Theme) {
    let lines = vec![
        Line::styled(word(state.lang, Word::TooSmall), theme.title()),
        Line::from(format!("{}×{}", state.size.0, state.size.1)),
        Line::from(theme.plain(&said(state.lang, &state.keymap, Said::TooSmall))),
    ];
    let [middle] = Layout::vertical([Constraint::Length(5)]).flex(Flex::Center).areas(frame.area());
    frame.render_widget(Paragraph::new(Text::from(lines)).alignment(Alignment::Center).wrap(Wrap { trim: true }), middle);
}
