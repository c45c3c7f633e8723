//! Keys: which command each one is. The table's keys, or the planner's own.
mod key;
mod own;

pub use key::{Key, NoKey, names};
pub use own::{Fault, KeysError};

use super::command::{COMMANDS, Id};
use crossterm::event::KeyEvent;
use std::collections::HashMap;

/// Which key is which command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    of_key: HashMap<Key, Id>,
    /// By the command's number; the first is the one that hints show.
    keys: Vec<Vec<Key>>,
}

impl Default for Keymap {
    /// The keys of the command table.
    fn default() -> Self {
        let parsed = |keys: &[&str]| keys.iter().filter_map(|key| key.parse().ok()).collect();
        Self::of(COMMANDS.iter().map(|command| (command.id, parsed(command.keys))))
    }
}

impl Keymap {
    /// From commands and their keys.
    fn of(commands: impl Iterator<Item = (Id, Vec<Key>)>) -> Self {
        let mut map = Self { of_key: HashMap::new(), keys: vec![Vec::new(); COMMANDS.len()] };
        for (id, keys) in commands {
            map.of_key.extend(keys.iter().map(|key| (*key, id)));
            map.keys[id as usize] = keys;
        }
        map
    }

    /// The command of a key. Shift beside a key that has no command of its own with it counts as not held.
    pub fn command(&self, event: KeyEvent) -> Option<Id> {
        let key = Key::of(event)?;
        let found = self.of_key.get(&key).copied();
        found.or_else(|| self.of_key.get(&key.without_shift()?).copied())
    }

    /// The keys of a command.
    pub fn keys(&self, id: Id) -> &[Key] {
        &self.keys[id as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    #[test]
    fn every_key_of_the_table_is_one_and_stands_for_one_command() {
        let written: Vec<&str> = COMMANDS.iter().flat_map(|command| command.keys).copied().collect();
        let map = Keymap::default();
        assert_eq!(map.of_key.len(), written.len(), "a key twice, or one that is none");
        for key in written {
            assert_eq!(key.parse::<Key>().map(|parsed| parsed.to_string()), Ok(key.to_owned()));
        }
        assert!(COMMANDS.iter().all(|command| !map.keys(command.id).is_empty()));
    }

    #[test]
    fn events_find_their_command() {
        let map = Keymap::default();
        let of = |code, held| map.command(KeyEvent::new(code, held));
        assert_eq!(of(KeyCode::Char('r'), KeyModifiers::CONTROL), Some(Id::Redo));
        assert_eq!(of(KeyCode::Char('r'), KeyModifiers::NONE), Some(Id::Reason));
        assert_eq!(of(KeyCode::Char('G'), KeyModifiers::SHIFT), Some(Id::Last));
        // What no terminal can tell apart is one key.
        for (letter, key) in [('h', "backspace"), ('i', "tab"), ('m', "enter")] {
            let sent = Key::of(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
            assert_eq!(sent, key.parse().ok());
            assert_eq!(format!("ctrl-{letter}").parse::<Key>().ok(), sent);
        }
        assert_eq!(of(KeyCode::BackTab, KeyModifiers::SHIFT), Some(Id::PreviousPane));
        assert_eq!(of(KeyCode::Down, KeyModifiers::SHIFT), Some(Id::MarkDown));
        assert_eq!(of(KeyCode::Right, KeyModifiers::SHIFT), Some(Id::Unfold));
        assert_eq!(of(KeyCode::Char('z'), KeyModifiers::ALT), None);
        assert_eq!(of(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in ["a", "G", "-", "ctrl-r", "ctrl--", "alt-x", "shift-tab", "f12", "space", "ctrl-pgup", "\\", "é"] {
            assert_eq!(text.parse::<Key>().map(|key| key.to_string()), Ok(text.to_owned()), "{text}");
        }
        assert_eq!("Ctrl-R".parse::<Key>(), "ctrl-r".parse());
        assert_eq!("PgDn".parse::<Key>(), "pgdn".parse());
        for text in ["", " ", "ctrl-", "shift-g", "f0", "f13", "hyper-x", "ab"] {
            assert_eq!(text.parse::<Key>(), Err(NoKey), "{text}");
        }
    }
}
