//! Keys by their names.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key by its name in the command table.
pub fn key(name: &str) -> Option<KeyEvent> {
    let (modifiers, bare) = match (name.strip_prefix("ctrl-"), name.strip_prefix("shift-")) {
        (Some(rest), _) => (KeyModifiers::CONTROL, rest),
        (_, Some(rest)) => (KeyModifiers::SHIFT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let mut letters = bare.chars();
    let code = match bare {
        "tab" if modifiers == KeyModifiers::SHIFT => KeyCode::BackTab,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "space" => KeyCode::Char(' '),
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "del" => KeyCode::Delete,
        "ins" => KeyCode::Insert,
        "backspace" => KeyCode::Backspace,
        _ => match (letters.next(), letters.as_str(), bare.strip_prefix('f').and_then(|number| number.parse().ok())) {
            (Some(letter), "", _) => KeyCode::Char(letter),
            (_, _, Some(number)) => KeyCode::F(number),
            _ => return None,
        },
    };
    Some(KeyEvent::new(code, modifiers))
}
