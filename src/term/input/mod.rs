//! What the user does: [`Input`]. [`listen`] reads it on a thread of its own; [`Decoder`] turns bytes into it; [`coalesce`] shortens bursts.

mod decode;
mod keys;
mod mouse;
mod reader;

use crossterm::event::{KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};

pub use decode::Decoder;
pub use reader::listen;

/// One thing that came from the terminal. Coordinates are cells from 0, and untrusted: they may lie outside the screen (a report for
/// column 0 becomes 65535). Ask `Rect::contains`; never index with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key pressed or repeated; never a release. `Shift` is set for upper-case letters and `BackTab`, as crossterm does.
    Key(KeyEvent),
    /// A button pressed, dragged or released; never mere motion, never the wheel.
    Mouse(MouseEvent),
    /// The wheel.
    Wheel(Wheel),
    /// Pasted text as it came: lines may end in `\r`, and it may hold control characters.
    Paste(String),
    /// The new size in columns and rows.
    Resize(u16, u16),
    /// The window lost the focus: let go of what is being dragged.
    FocusLost,
    /// The window has the focus again.
    FocusGained,
    /// Nothing will come any more: the terminal is gone.
    Closed,
}

/// Turns of the wheel in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wheel {
    /// Where to.
    pub direction: Direction,
    /// How many notches, from 1.
    pub steps: u16,
    /// The column under the pointer, from 0, untrusted.
    pub column: u16,
    /// The row under the pointer, from 0, untrusted.
    pub row: u16,
    /// Keys held meanwhile.
    pub modifiers: KeyModifiers,
}

/// A direction of the wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

impl Input {
    /// Take in `next` where the two may be handled as one: the later of two drags with the same button or of two sizes; the sum of
    /// two wheel turns at the same place and in the same direction. True when it was taken in, and `next` is not to be handled.
    ///
    /// For a loop whose channel carries more than inputs: fold neighbours while draining it.
    pub fn absorb(&mut self, next: &Self) -> bool {
        match (self, next) {
            (Self::Mouse(last), Self::Mouse(new)) => {
                let joins = matches!((last.kind, new.kind), (MouseEventKind::Drag(a), MouseEventKind::Drag(b)) if a == b);
                if joins {
                    *last = *new;
                }
                joins
            }
            (Self::Wheel(last), Self::Wheel(new)) => {
                let joins = Wheel { steps: new.steps, ..*last } == *new;
                if joins {
                    last.steps = last.steps.saturating_add(new.steps);
                }
                joins
            }
            (Self::Resize(columns, rows), Self::Resize(new_columns, new_rows)) => {
                (*columns, *rows) = (*new_columns, *new_rows);
                true
            }
            _ => false,
        }
    }
}

/// Shorten bursts by [`Input::absorb`], keeping the order of what stays: fifty drags drawn one by one cost 42 times the bytes of one.
#[must_use]
pub fn coalesce(inputs: Vec<Input>) -> Vec<Input> {
    let mut kept: Vec<Input> = Vec::with_capacity(inputs.len());
    for input in inputs {
        if !kept.last_mut().is_some_and(|last| last.absorb(&input)) {
            kept.push(input);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, MouseButton};

    fn mouse(kind: MouseEventKind, column: u16) -> Input {
        Input::Mouse(MouseEvent { kind, column, row: 3, modifiers: KeyModifiers::NONE })
    }

    fn drag(column: u16) -> Input {
        mouse(MouseEventKind::Drag(MouseButton::Left), column)
    }

    fn wheel(direction: Direction, steps: u16, row: u16) -> Input {
        Input::Wheel(Wheel { direction, steps, column: 1, row, modifiers: KeyModifiers::NONE })
    }

    #[test]
    fn only_the_last_drag_of_a_burst_stays_and_press_and_release_always() {
        let press = mouse(MouseEventKind::Down(MouseButton::Left), 1);
        let release = mouse(MouseEventKind::Up(MouseButton::Left), 9);
        let burst = vec![press.clone(), drag(2), drag(3), drag(9), release.clone(), drag(1)];
        assert_eq!(coalesce(burst), vec![press, drag(9), release, drag(1)]);
    }

    #[test]
    fn drags_with_different_buttons_stay_apart() {
        let right = mouse(MouseEventKind::Drag(MouseButton::Right), 3);
        assert_eq!(coalesce(vec![drag(2), right.clone()]), vec![drag(2), right]);
    }

    #[test]
    fn wheel_turns_are_summed_at_one_place_in_one_direction() {
        let turns = vec![
            wheel(Direction::Down, 1, 5),
            wheel(Direction::Down, 2, 5),
            wheel(Direction::Up, 1, 5),
            wheel(Direction::Up, 1, 6),
        ];
        let summed = vec![wheel(Direction::Down, 3, 5), wheel(Direction::Up, 1, 5), wheel(Direction::Up, 1, 6)];
        assert_eq!(coalesce(turns), summed);
        let many = coalesce(vec![wheel(Direction::Down, u16::MAX, 5), wheel(Direction::Down, 2, 5)]);
        assert_eq!(many, vec![wheel(Direction::Down, u16::MAX, 5)]);
    }

    #[test]
    fn a_key_between_two_sizes_keeps_both() {
        let key = Input::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::NONE));
        let sizes = vec![Input::Resize(80, 24), Input::Resize(90, 30), key.clone(), Input::Resize(100, 30)];
        assert_eq!(coalesce(sizes), vec![Input::Resize(90, 30), key.clone(), Input::Resize(100, 30)]);
        assert_eq!(coalesce(vec![key.clone(), key.clone()]), vec![key.clone(), key]);
    }
}
