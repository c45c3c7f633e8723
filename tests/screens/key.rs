//! Keys by their names, as the program itself reads them.

use crossterm::event::KeyEvent;
use mutasi::app::keymap::Key;

/// A key by its name in the command table.
pub fn key(name: &str) -> Option<KeyEvent> {
    name.parse().ok().map(Key::event)
}
