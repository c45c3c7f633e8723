//! Keys while the palette is open: letters narrow it, Enter runs what is selected.
use super::{commands, deny};
use crate::app::command::{self, Id};
use crate::app::effect::Effect;
use crate::app::keymap::Key;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::told::Told;
use crossterm::event::{Event, KeyEvent};
use tui_input::backend::crossterm::EventHandler;

pub(super) fn key(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    let is_letter = Key::of(key).is_none_or(Key::is_text);
    let id = state.keymap.command(key).filter(|_| !is_letter);
    let page = i64::from(state.rows.1.max(2) - 1);
    let Some(Overlay::Palette(palette)) = &mut state.overlay else { return Vec::new() };
    match id {
        Some(Id::Open) => return run(state),
        Some(Id::Back | Id::Palette) => state.overlay = None,
        Some(Id::Up | Id::PreviousPane) => palette.step(-1),
        Some(Id::Down | Id::NextPane) => palette.step(1),
        Some(Id::PageUp) => palette.step(-page),
        Some(Id::PageDown) => palette.step(page),
        _ => {
            let mut input = palette.input.clone();
            let changed = input.handle_event(&Event::Key(key));
            palette.write(input);
            if changed.is_none() && !is_letter {
                return deny(state, key);
            }
        }
    }
    Vec::new()
}

/// Runs the selected command, or tells why it cannot be run and stays open.
fn run(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = &state.overlay else { return Vec::new() };
    let Some(id) = palette.selected() else { return Vec::new() };
    if let Err(why) = command::available(id, state) {
        state.warn(Told::Unavailable(why));
        return Vec::new();
    }
    state.overlay = None;
    commands::run(state, id)
}
