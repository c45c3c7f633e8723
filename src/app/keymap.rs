//! Keys: how they are written, and which command each one is.
use super::command::{COMMANDS, Id};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The command of a key.
pub fn command(key: KeyEvent) -> Option<Id> {
    let name = name(key)?;
    COMMANDS.iter().find(|command| command.keys.contains(&name.as_str())).map(|command| command.id)
}

/// How a key is written in the table: `a`, `G`, `ctrl-r`, `shift-tab`, `f9`, `space`.
pub fn name(key: KeyEvent) -> Option<String> {
    let bare = match key.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(n) => format!("f{n}"),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::BackTab => return Some("shift-tab".to_owned()),
        KeyCode::Backspace => "backspace".to_owned(),
        KeyCode::Delete => "del".to_owned(),
        KeyCode::Up => "up".to_owned(),
        KeyCode::Down => "down".to_owned(),
        KeyCode::Left => "left".to_owned(),
        KeyCode::Right => "right".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::PageUp => "pgup".to_owned(),
        KeyCode::PageDown => "pgdn".to_owned(),
        _ => return None,
    };
    let prefix = if key.modifiers.contains(KeyModifiers::CONTROL) {
        "ctrl-"
    } else if key.modifiers.contains(KeyModifiers::ALT) {
        "alt-"
    } else {
        ""
    };
    Some(format!("{prefix}{bare}"))
}

/// How a key is shown: `Enter`, `Esc`, `F9`, `Ctrl-R`, `a`.
pub fn shown(key: &str) -> String {
    match key {
        "space" => "Spasi".to_owned(),
        "pgup" => "PgUp".to_owned(),
        "pgdn" => "PgDn".to_owned(),
        "up" => "↑".to_owned(),
        "down" => "↓".to_owned(),
        "left" => "←".to_owned(),
        "right" => "→".to_owned(),
        _ if key.chars().count() == 1 => key.to_owned(),
        _ => key
            .split('-')
            .map(|part| if part.chars().count() == 1 { part.to_uppercase() } else { capital(part) })
            .collect::<Vec<_>>()
            .join("-"),
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_stands_for_two_commands() {
        let mut seen = HashSet::new();
        for key in COMMANDS.iter().flat_map(|command| command.keys) {
            assert!(seen.insert(key), "{key} twice");
        }
    }

    #[test]
    fn keys_are_named_and_shown() {
        let key = |code, modifiers| KeyEvent::new(code, modifiers);
        assert_eq!(command(key(KeyCode::Char('r'), KeyModifiers::CONTROL)), Some(Id::Redo));
        assert_eq!(command(key(KeyCode::Char('r'), KeyModifiers::NONE)), Some(Id::Reason));
        assert_eq!(command(key(KeyCode::BackTab, KeyModifiers::SHIFT)), Some(Id::PreviousPane));
        assert_eq!(shown("ctrl-r"), "Ctrl-R");
        assert_eq!(shown("f9"), "F9");
        assert_eq!(shown("enter"), "Enter");
    }
}
