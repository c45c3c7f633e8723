//! A key, and how it is written: `a`, `G`, `ctrl-r`, `shift-tab`, `f9`, `space`.
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt::{Display, Formatter};
use std::str::FromStr;

/// A key with what is held beside it. Shift is part of a letter (`G`); of another key it is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    held: KeyModifiers,
}

/// The keys that are no letter, by name.
const NAMED: [(KeyCode, &str); 15] = [
    (KeyCode::Char(' '), "space"),
    (KeyCode::Enter, "enter"),
    (KeyCode::Esc, "esc"),
    (KeyCode::Tab, "tab"),
    (KeyCode::Backspace, "backspace"),
    (KeyCode::Delete, "del"),
    (KeyCode::Up, "up"),
    (KeyCode::Down, "down"),
    (KeyCode::Left, "left"),
    (KeyCode::Right, "right"),
    (KeyCode::Home, "home"),
    (KeyCode::End, "end"),
    (KeyCode::PageUp, "pgup"),
    (KeyCode::PageDown, "pgdn"),
    (KeyCode::Insert, "ins"),
];

/// What can be held.
const HELD: [(KeyModifiers, &str); 3] =
    [(KeyModifiers::CONTROL, "ctrl-"), (KeyModifiers::ALT, "alt-"), (KeyModifiers::SHIFT, "shift-")];

impl Key {
    /// The key of an event; `None` for keys without a name.
    pub fn of(event: KeyEvent) -> Option<Self> {
        let (code, held) = match (event.code, event.modifiers) {
            (KeyCode::BackTab, held) => (KeyCode::Tab, held | KeyModifiers::SHIFT),
            (KeyCode::Char(letter), held) if held.contains(KeyModifiers::CONTROL) => {
                let (letter, free) = (letter.to_ascii_lowercase(), held - KeyModifiers::SHIFT);
                // To a terminal these are one and the same key.
                match letter {
                    'h' => (KeyCode::Backspace, free - KeyModifiers::CONTROL),
                    'i' => (KeyCode::Tab, free - KeyModifiers::CONTROL),
                    'm' => (KeyCode::Enter, free - KeyModifiers::CONTROL),
                    _ => (KeyCode::Char(letter), free),
                }
            }
            (code @ KeyCode::Char(_), held) => (code, held - KeyModifiers::SHIFT),
            other => other,
        };
        let held = held & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        name(code).is_some().then_some(Self { code, held })
    }

    /// The key as a terminal reports it.
    pub const fn event(self) -> KeyEvent {
        match self.code {
            KeyCode::Tab if self.held.contains(KeyModifiers::SHIFT) => KeyEvent::new(KeyCode::BackTab, self.held),
            code => KeyEvent::new(code, self.held),
        }
    }

    /// The key itself.
    pub const fn code(self) -> KeyCode {
        self.code
    }

    /// Whether nothing is held beside it.
    pub fn is_plain(self) -> bool {
        self.held.is_empty()
    }

    /// Whether it types a letter into a field.
    pub const fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.held.is_empty()
    }

    /// The same key with Shift let go; `None` where it is not held.
    pub fn without_shift(self) -> Option<Self> {
        let held = self.held - KeyModifiers::SHIFT;
        (held != self.held).then_some(Self { held, ..self })
    }
}

fn name(code: KeyCode) -> Option<String> {
    match code {
        KeyCode::F(number) => Some(format!("f{number}")),
        _ => NAMED.iter().find(|(of, _)| *of == code).map(|(_, name)| (*name).to_owned()).or(match code {
            KeyCode::Char(letter) => Some(letter.to_string()),
            _ => None,
        }),
    }
}

impl Display for Key {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        for (held, prefix) in HELD {
            if self.held.contains(held) {
                f.write_str(prefix)?;
            }
        }
        f.write_str(&name(self.code).unwrap_or_default())
    }
}

/// A text that names no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no key has this name")]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    /// Names of keys in any case; a letter as it is typed.
    fn from_str(text: &str) -> Result<Self, NoKey> {
        let mut held = KeyModifiers::NONE;
        let mut rest = text;
        // A prefix takes something after it: `-` alone is a key.
        while let Some((with, cut)) = HELD.iter().find_map(|(with, prefix)| {
            let is_prefix = rest.len() > prefix.len() && rest.get(..prefix.len())?.eq_ignore_ascii_case(prefix);
            is_prefix.then_some((*with, prefix.len()))
        }) {
            held |= with;
            rest = &rest[cut..];
        }
        let mut letters = rest.chars();
        let code = match (letters.next(), letters.next()) {
            (Some(' ') | None, None) => return Err(NoKey),
            (Some(letter), None) if !letter.is_control() => KeyCode::Char(letter),
            _ => named(&rest.to_lowercase()).ok_or(NoKey)?,
        };
        // Shift and a letter is another letter.
        if held.contains(KeyModifiers::SHIFT) && matches!(code, KeyCode::Char(letter) if letter != ' ') {
            return Err(NoKey);
        }
        Self::of(KeyEvent::new(code, held)).ok_or(NoKey)
    }
}

fn named(name: &str) -> Option<KeyCode> {
    let function = name.strip_prefix('f').and_then(|number| number.parse().ok()).filter(|number| (1..=12).contains(number));
    let found = NAMED.iter().find(|(_, of)| *of == name).map(|(code, _)| *code);
    function.map(KeyCode::F).or(found)
}

/// The names of keys that are no letter.
pub fn names() -> impl Iterator<Item = String> {
    let named = NAMED.iter().map(|(_, name)| (*name).to_owned());
    named.chain((1..=12).map(|number| format!("f{number}")))
}
