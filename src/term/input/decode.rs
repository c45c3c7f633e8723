//! Bytes → [`Input`], whatever way the network cut them.
//!
//! The one thing bytes cannot tell is whether an escape is the Esc key or the first byte of a sequence; time does: who feeds a
//! [`Decoder`] asks [`Decoder::waits`] how long to wait for more, and calls [`Decoder::expire`] when nothing came.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Input, keys, mouse};

const ESC: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";
/// A longer paste is cut: a lost end marker must not fill the memory.
const PASTE_LIMIT: usize = 4 << 20;
/// No terminal sends a control sequence as long as this; longer ones are dropped in pieces of this length.
const SEQUENCE_LIMIT: usize = 256;

/// Esc, or a sequence whose rest is on its way? As long as a slow line may take, too short to be felt.
const AFTER_ESC: Duration = Duration::from_millis(50);
/// The same for Alt+`[` and Alt+`O`, which nobody is in a hurry to type.
const AFTER_INTRODUCER: Duration = Duration::from_millis(250);
/// A sequence that never ends is line noise.
const AFTER_PART: Duration = Duration::from_millis(500);
/// A paste whose end marker was lost must not swallow all that is typed later.
const AFTER_PASTE: Duration = Duration::from_secs(3);

/// Turns bytes into inputs; holds what is not complete yet.
///
/// ```
/// use mutasi::term::input::{Decoder, Input};
/// let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
/// decoder.feed(b"\x1b", &mut inputs); // cut after the first byte: not the Esc key
/// decoder.feed(b"[I", &mut inputs);
/// assert_eq!(inputs, [Input::FocusGained]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// What the front of the bytes is.
pub(super) enum Step {
    /// The start of something: wait.
    More,
    /// This many bytes mean nothing to us.
    Skip(usize),
    /// This many bytes are this input.
    Take(usize, Input),
    /// This many bytes begin a paste.
    Paste(usize),
}

impl Decoder {
    /// Take `bytes` in; complete inputs go to the end of `out`.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        self.pending.extend_from_slice(bytes);
        let bytes = std::mem::take(&mut self.pending);
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if self.paste.is_some() {
                at += self.feed_paste(rest, out);
                continue;
            }
            match front(rest) {
                Step::More => break,
                Step::Skip(count) => at += count,
                Step::Take(count, input) => {
                    at += count;
                    out.push(input);
                }
                Step::Paste(count) => {
                    at += count;
                    self.paste = Some(Vec::new());
                }
            }
        }
        self.pending.extend_from_slice(bytes.get(at..).unwrap_or_default());
    }

    /// How long to wait for more bytes before [`Decoder::expire`]; `None` when nothing is held.
    #[must_use]
    pub fn waits(&self) -> Option<Duration> {
        match self.pending.as_slice() {
            _ if self.paste.is_some() => Some(AFTER_PASTE),
            [] => None,
            [ESC] => Some(AFTER_ESC),
            [ESC, b'[' | b'O'] => Some(AFTER_INTRODUCER),
            _ => Some(AFTER_PART),
        }
    }

    /// No more bytes came in time: what is held is a key by itself, or noise.
    pub fn expire(&mut self, out: &mut Vec<Input>) {
        if let Some(text) = self.paste.take() {
            out.push(pasted(&text));
        }
        match std::mem::take(&mut self.pending).as_slice() {
            [ESC] => out.push(key(KeyCode::Esc, KeyModifiers::NONE)),
            [ESC, b'['] => out.push(key(KeyCode::Char('['), KeyModifiers::ALT)),
            [ESC, b'O'] => out.push(key(KeyCode::Char('O'), KeyModifiers::ALT | KeyModifiers::SHIFT)),
            _ => {}
        }
    }

    /// Bytes inside a paste; answers how many were used. The end marker may be cut anywhere.
    fn feed_paste(&mut self, bytes: &[u8], out: &mut Vec<Input>) -> usize {
        let Some(text) = self.paste.as_mut() else { return 0 };
        let before = text.len();
        text.extend_from_slice(bytes);
        let from = before.saturating_sub(PASTE_END.len() - 1);
        let end = text.get(from..).and_then(|tail| tail.windows(PASTE_END.len()).position(|window| window == PASTE_END));
        let Some(end) = end.map(|offset| from + offset) else {
            if text.len() > PASTE_LIMIT + PASTE_END.len() {
                text.drain(PASTE_LIMIT..text.len() - (PASTE_END.len() - 1)); // keep a half end marker
            }
            return bytes.len();
        };
        let used = end + PASTE_END.len() - before;
        out.push(pasted(text.get(..end.min(PASTE_LIMIT)).unwrap_or_default()));
        self.paste = None;
        used
    }
}

fn pasted(text: &[u8]) -> Input {
    Input::Paste(String::from_utf8_lossy(text).into_owned())
}

pub(super) fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

/// Read the front of `bytes`, which are not empty.
fn front(bytes: &[u8]) -> Step {
    match bytes {
        [ESC] => Step::More,
        [ESC, b'[', ..] => control_sequence(bytes),
        [ESC, b'O'] => Step::More,
        [ESC, b'O', last, ..] => {
            keys::application(*last).map_or(Step::Skip(3), |code| Step::Take(3, key(code, KeyModifiers::NONE)))
        }
        [ESC, ESC, ..] => Step::Take(1, key(KeyCode::Esc, KeyModifiers::NONE)),
        [ESC, rest @ ..] => with_alt(character(rest)),
        _ => character(bytes),
    }
}

/// Alt sends an escape before the key.
fn with_alt(step: Step) -> Step {
    match step {
        Step::Take(count, Input::Key(mut event)) => {
            event.modifiers |= KeyModifiers::ALT;
            Step::Take(count + 1, Input::Key(event))
        }
        Step::Skip(count) => Step::Skip(count + 1),
        other => other,
    }
}

/// A control character or one character of UTF-8.
fn character(bytes: &[u8]) -> Step {
    let Some(first) = bytes.first() else { return Step::More };
    if *first < 0x20 || *first == 0x7f {
        return Step::Take(1, Input::Key(keys::control(*first)));
    }
    let window = bytes.get(..4).unwrap_or(bytes);
    let (valid, error) = match std::str::from_utf8(window) {
        Ok(text) => (text, None),
        Err(error) => {
            (window.get(..error.valid_up_to()).and_then(|part| std::str::from_utf8(part).ok()).unwrap_or_default(), Some(error))
        }
    };
    match (valid.chars().next(), error) {
        (Some(letter), _) if letter.is_control() => Step::Skip(letter.len_utf8()), // C1
        (Some(letter), _) => {
            let modifiers = if letter.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
            Step::Take(letter.len_utf8(), key(KeyCode::Char(letter), modifiers))
        }
        (None, Some(error)) => error.error_len().map_or(Step::More, Step::Skip),
        (None, None) => Step::More,
    }
}

/// `ESC [`, parameters, one final byte (ECMA-48 §5.4), and the three that break the rule: X10 mouse and the Linux console's F1 to F5.
fn control_sequence(bytes: &[u8]) -> Step {
    match bytes.get(2) {
        None => return Step::More,
        Some(b'[') => return bytes.get(3).map_or(Step::More, |last| named(4, keys::console(*last))),
        Some(b'M') => return bytes.get(3..6).map_or(Step::More, |report| mouse::x10(report, 6)),
        Some(_) => {}
    }
    for (offset, byte) in bytes.iter().enumerate().take(SEQUENCE_LIMIT).skip(2) {
        match *byte {
            0x20..=0x3f => {}
            0x40..=0x7e => return complete(bytes.get(2..offset).unwrap_or_default(), *byte, offset + 1),
            ESC => return Step::Skip(offset), // a new sequence cancels this one
            _ => return Step::Skip(offset + 1),
        }
    }
    if bytes.len() >= SEQUENCE_LIMIT { Step::Skip(SEQUENCE_LIMIT) } else { Step::More }
}

fn named(length: usize, code: Option<KeyCode>) -> Step {
    code.map_or(Step::Skip(length), |code| Step::Take(length, key(code, KeyModifiers::NONE)))
}

fn complete(parameters: &[u8], last: u8, length: usize) -> Step {
    if let Some(report) = parameters.strip_prefix(b"<") {
        let whole = report.split(|byte| *byte == b';').all(|part| !part.is_empty() && part.iter().all(u8::is_ascii_digit));
        return if whole { mouse::sgr(&numbers(report), last, length) } else { Step::Skip(length) };
    }
    match (parameters, last) {
        (b"", b'I') => Step::Take(length, Input::FocusGained),
        (b"", b'O') => Step::Take(length, Input::FocusLost),
        (b"200", b'~') => Step::Paste(length),
        _ => match keys::control_sequence(&numbers(parameters), last) {
            Some(event) => Step::Take(length, Input::Key(event)),
            None => Step::Skip(length),
        },
    }
}

/// `1;5` → 1, 5. A missing or strange one is 0, too large a one 65535; of `a:b` only a counts.
fn numbers(parameters: &[u8]) -> Vec<u16> {
    parameters
        .split(|byte| *byte == b';')
        .map(|part| {
            let digits = part.iter().take_while(|byte| byte.is_ascii_digit());
            digits.fold(0_u16, |sum, digit| sum.saturating_mul(10).saturating_add(u16::from(digit - b'0')))
        })
        .collect()
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
