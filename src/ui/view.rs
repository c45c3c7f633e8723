//! The whole screen.
use super::theme::Theme;
use super::{layout, overlays, panes, symbols, views};
use crate::app::hit::HitMap;
use crate::app::{self, State};
use crate::text::screen::{Said, Word, said, word};
use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Flex, Layout, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Wrap};

/// Draws the state, tells it what could be seen, and draws again what that moved: the selected row is in sight at
/// once, whatever became of the room. The terminal gets one frame.
pub fn settled(frame: &mut Frame<'_>, state: &mut State) -> HitMap {
    let mut hits = view(frame, state);
    // Once for the lists, once for what lies under a resting pointer then; the last for a list whose room scrolling changes.
    for _ in 0..3 {
        if !app::seen(state, &hits) {
            break;
        }
        frame.buffer_mut().reset();
        hits = view(frame, state);
    }
    symbols::put(frame.buffer_mut(), state.look.symbols);
    hits
}

/// Draws the state; tells what was drawn where.
fn view(frame: &mut Frame<'_>, state: &State) -> HitMap {
    let theme = Theme::of(state.look.theme);
    let area = frame.area();
    frame.buffer_mut().set_style(area, theme.ground);
    let mut hits = HitMap::default();
    if state.layout() == app::layout::Layout::Nothing {
        too_small(frame, state, theme);
        return hits;
    }
    let areas = layout::areas(frame.area(), state);
    panes::head(frame, areas.head, state, theme);
    let below = Rect { y: areas.head.bottom(), height: areas.strip.y - areas.head.bottom(), ..areas.head };
    if !views::draw(frame, below, state, theme, &mut hits) {
        board(frame, areas.panes, state, theme, &mut hits);
    }
    panes::strip(frame, areas.strip, state, theme, &mut hits);
    panes::line(frame, areas.line, state, theme);
    panes::hints(frame, areas.hints, state, theme, &mut hits);
    overlays::draw(frame, state, theme, &mut hits);
    hits
}

/// The three panes.
fn board(frame: &mut Frame<'_>, [people, places, details]: [Rect; 3], state: &State, theme: &Theme, hits: &mut HitMap) {
    if !people.is_empty() {
        panes::people(frame, people, state, theme, hits);
    }
    if !places.is_empty() {
        panes::places(frame, places, state, theme, hits);
    }
    if !details.is_empty() {
        panes::details(frame, details, state, theme, hits);
    }
}

/// A window too small for the board says what it needs, and how to leave.
fn too_small(frame: &mut Frame<'_>, state: &State, theme: &Theme) {
    let lines = vec![
        Line::styled(word(state.lang, Word::TooSmall), theme.title),
        Line::from(format!("{}×{}", state.size.0, state.size.1)),
        Line::from(said(state.lang, &state.keymap, Said::TooSmall)),
    ];
    let [middle] = Layout::vertical([Constraint::Length(5)]).flex(Flex::Center).areas(frame.area());
    frame.render_widget(Paragraph::new(Text::from(lines)).alignment(Alignment::Center).wrap(Wrap { trim: true }), middle);
}
