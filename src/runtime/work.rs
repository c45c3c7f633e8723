//! How workers tell how far they are.
use super::Event;
use crate::app::Message;
use crate::matching::Progress;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Progress reaches the screen at most ten times a second.
pub(super) fn progress_to(sender: Sender<Event>) -> impl Fn(Progress) {
    let last = std::cell::Cell::new(std::time::Instant::now());
    move |progress| {
        if last.get().elapsed() >= Duration::from_millis(100) {
            last.set(std::time::Instant::now());
            let _ = sender.send(Event::Message(Message::Progress(progress.done, progress.total)));
        }
    }
}
