//! The tables of keys: what xterm, PuTTY, tmux, screen, the Linux console and VT220s send. As crossterm names them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A control character: Ctrl+letter, Enter, Tab, Backspace.
pub(super) fn control(byte: u8) -> KeyEvent {
    let ctrl = |letter: u8| KeyEvent::new(KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => KeyCode::Enter.into(),
        b'\t' => KeyCode::Tab.into(),
        0x7f => KeyCode::Backspace.into(),
        0x1b => KeyCode::Esc.into(),
        0 => ctrl(b' '),
        0x01..=0x1a => ctrl(byte - 1 + b'a'), // with it Ctrl-H, which some PuTTYs send for Backspace: the key table's business
        _ => ctrl(byte - 0x1c + b'4'),        // 0x1c to 0x1f
    }
}

/// After `ESC O`: arrows in application mode, F1 to F4, Enter of the keypad.
pub(super) fn application(last: u8) -> Option<KeyCode> {
    if last == b'M' { Some(KeyCode::Enter) } else { letter(last) }
}

/// After `ESC [ [`: F1 to F5 of the Linux console.
pub(super) fn console(last: u8) -> Option<KeyCode> {
    matches!(last, b'A'..=b'E').then(|| KeyCode::F(1 + last - b'A'))
}

/// After `ESC [`: numbers and the final byte. The second number tells the modifiers, as 1 + shift 1, alt 2, ctrl 4.
pub(super) fn control_sequence(numbers: &[u16], last: u8) -> Option<KeyEvent> {
    let code = match last {
        b'~' => numbered(*numbers.first()?)?,
        b'Z' => return Some(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)),
        // `ESC [ 1 ; mask R` is F3, `ESC [ 12 ; 40 R` where a cursor is.
        _ if matches!(numbers, [0 | 1] | [1, 1..=16]) => letter(last)?,
        _ => return None,
    };
    Some(KeyEvent::new(code, numbers.get(1).map_or(KeyModifiers::NONE, |mask| modifiers(*mask))))
}

fn modifiers(mask: u16) -> KeyModifiers {
    let bits = mask.saturating_sub(1);
    [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

fn letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(1 + last - b'P'),
        _ => return None,
    })
}

fn numbered(number: u16) -> Option<KeyCode> {
    let function = |base: u16, first: u16| u8::try_from(number - base + first).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        // The gaps are DEC's: the keys of a VT220 stood in groups.
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        28..=29 => function(28, 15),
        31..=34 => function(31, 17),
        _ => None,
    }
}
