//! Mouse reports (xterm's ctlseqs, "Mouse Tracking"): SGR, and the older X10 form that a terminal without ?1006 sends.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::decode::Step;
use super::{Direction, Input, Wheel};

/// `ESC [ < code ; column ; row` and `M` for press or drag, `m` for release.
pub(super) fn sgr(numbers: &[u16], last: u8, length: usize) -> Step {
    match (numbers, last) {
        ([code, column, row], b'M' | b'm') => report(*code, *column, *row, last == b'm', length),
        _ => Step::Skip(length),
    }
}

/// `ESC [ M` and three bytes, each 32 more than its value; no release tells its button.
pub(super) fn x10(bytes: &[u8], length: usize) -> Step {
    match bytes {
        [code, column, row] => {
            let value = |byte: &u8| u16::from(byte.saturating_sub(32));
            let released = value(code) & 0b1110_0011 == 3;
            let code = if released { value(code) & !3 } else { value(code) };
            report(code, value(column), value(row), released, length)
        }
        _ => Step::Skip(length),
    }
}

fn report(code: u16, column: u16, row: u16, released: bool, length: usize) -> Step {
    // Columns and rows count from 1; a 0 is nobody's, and wraps to where no screen reaches, so that a release still ends a drag.
    let (column, row) = (column.wrapping_sub(1), row.wrapping_sub(1));
    let modifiers = [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|(bit, _)| code & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one);
    let wheel = |direction| Input::Wheel(Wheel { direction, steps: 1, column, row, modifiers });
    let input = match (code & !0b11100, released) {
        (64, false) => wheel(Direction::Up),
        (65, false) => wheel(Direction::Down),
        (66, false) => wheel(Direction::Left),
        (67, false) => wheel(Direction::Right),
        (plain, _) => match button_event(plain, released) {
            Some(kind) => Input::Mouse(MouseEvent { kind, column, row, modifiers }),
            None => return Step::Skip(length),
        },
    };
    Step::Take(length, input)
}

/// Bit 32 is motion. Button 3 is none: motion without a button, which we never asked for.
fn button_event(code: u16, released: bool) -> Option<MouseEventKind> {
    let button = match code & !32 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        2 => MouseButton::Right,
        _ => return None,
    };
    Some(match (released, code & 32 != 0) {
        (true, _) => MouseEventKind::Up(button),
        (false, true) => MouseEventKind::Drag(button),
        (false, false) => MouseEventKind::Down(button),
    })
}
