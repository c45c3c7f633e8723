//! The mouse: a pure function from an event and what was drawn to a message.
use super::hit::HitMap;
use super::message::Message;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

/// The message of a mouse event; none for what nobody listens to (no hover: PuTTY does not send it).
pub fn message(event: MouseEvent, hits: &HitMap) -> Option<Message> {
    let place = hits.at(event.column, event.row);
    let cell = (event.column, event.row);
    Some(match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Message::Pressed(place, cell),
        MouseEventKind::Drag(MouseButton::Left) => Message::Dragged(place, cell),
        // X10 reports do not say which button was released.
        MouseEventKind::Up(_) => Message::Released(place),
        MouseEventKind::Down(MouseButton::Right) => Message::RightPressed,
        _ => return None,
    })
}
