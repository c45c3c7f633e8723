//! The hints: the keys worth knowing where the state is now. Generated from the command table.
use crate::app::State;
use crate::app::command::{self, Id};
use crate::app::hit::{HitMap, Place};
use crate::app::keymap;
use crate::text::screen::{Word, word};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws them.
pub fn hints(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) {
    let mouse = word(state.lang, if state.has_mouse { Word::MouseOnShort } else { Word::MouseOff });
    let room = usize::from(area.width).saturating_sub(text::width(mouse) + 2);
    let mut spans = Vec::new();
    let mut used = 1;
    spans.push(Span::raw(" "));
    // Help and the way out are always there; of the others those that can be used now, as many as fit.
    let (last, first): (Vec<Id>, Vec<Id>) = command::hints(state).into_iter().partition(|id| matches!(id, Id::Help | Id::Quit));
    let wide =
        |id: Id| command::of(id).map_or(0, |command| text::width(&key(command, theme)) + 1 + text::width(&title(id, state)) + 2);
    let reserved: usize = last.iter().map(|id| wide(*id)).sum();
    let mut shown = Vec::new();
    let mut taken = used + reserved;
    for id in first.into_iter().filter(|id| command::available(*id, state).is_ok()) {
        if taken + wide(id) <= room {
            taken += wide(id);
            shown.push(id);
        }
    }
    for id in shown.into_iter().chain(last) {
        let Some(command) = command::of(id) else { continue };
        spans.push(Span::styled(key(command, theme), theme.title()));
        spans.push(Span::styled(format!(" {}  ", title(id, state)), theme.quiet()));
        hits.add(Rect { x: area.x + used as u16, y: area.y, width: wide(id) as u16, height: 1 }, Place::Command(id));
        used += wide(id);
    }
    frame.render_widget(Line::from(spans), area);
    let right = Rect { x: area.right().saturating_sub(text::width(mouse) as u16 + 1), width: text::width(mouse) as u16, ..area };
    frame.render_widget(Span::styled(mouse, theme.quiet()), right);
}

/// The first key of a command as shown.
fn key(command: &command::Command, theme: &Theme) -> String {
    theme.plain(&keymap::shown(command.keys[0]))
}

/// Enter drops while somebody is carried, and Esc closes while nobody is: the hint says what the key
/// does now. In full where there is room.
fn title(id: Id, state: &State) -> String {
    let carrying = state.carry.carried().is_some();
    match id {
        Id::Open if carrying => word(state.lang, Word::Drop).to_owned(),
        Id::Back if !carrying => word(state.lang, Word::Close).to_owned(),
        _ if state.size.0 >= 150 => command::of(id).map_or("", |command| command.title(state.lang)).to_owned(),
        _ => command::short(id, state.lang).to_owned(),
    }
}
