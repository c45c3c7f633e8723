//! Bytes and times of each frame, by what it answered: told at the end where that was asked for.
use super::Event;
use crate::app::Message;
use crate::term::input::Input;
use crate::text::stats::{Cause, Row};
use crossterm::event::MouseEventKind;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// The frames so far, where they are asked for.
#[derive(Debug)]
pub(super) struct Stats {
    /// When the program began.
    pub start: Instant,
    frames: Option<BTreeMap<Cause, Vec<(Duration, u64)>>>,
}

impl Stats {
    /// From now on.
    pub(super) fn new(is_asked: bool) -> Self {
        Self { start: Instant::now(), frames: is_asked.then(BTreeMap::default) }
    }

    /// Notes a frame: since when it was owed, and what it sent.
    pub(super) fn note(&mut self, cause: Cause, took: Duration, bytes: u64) {
        if let Some(frames) = &mut self.frames {
            frames.entry(cause).or_default().push((took, bytes));
        }
    }

    /// Whether there is a frame of that cause.
    pub(super) fn has(&self, cause: Cause) -> bool {
        self.frames.as_ref().is_some_and(|frames| frames.contains_key(&cause))
    }

    /// A row a cause, where they are asked for.
    pub(super) fn rows(&self) -> Option<Vec<Row>> {
        Some(self.frames.as_ref()?.iter().map(|(cause, frames)| row(*cause, frames)).collect())
    }
}

fn row(cause: Cause, frames: &[(Duration, u64)]) -> Row {
    let mut times: Vec<Duration> = frames.iter().map(|(took, _)| *took).collect();
    times.sort_unstable();
    let at = |percent: usize| {
        let rank = (times.len() * percent).div_ceil(100).max(1) - 1;
        times.get(rank).copied().unwrap_or_default()
    };
    let sent = frames.iter().map(|(_, bytes)| *bytes);
    Row { cause, count: frames.len(), bytes: [sent.clone().sum(), sent.max().unwrap_or(0)], took: [50, 99, 100].map(at) }
}

/// What a batch of events is counted as, and since when its frame is owed: the first one's, for it waited longest.
pub(super) fn owed(batch: &[Event]) -> (Cause, Instant) {
    batch.first().map_or((Cause::Answer, Instant::now()), |event| match event {
        Event::Input(input, read) => (cause(input), *read),
        Event::Message(Message::Woke(_)) => (Cause::Wake, Instant::now()),
        Event::Message(_) | Event::Stage(_) | Event::Opened(_) | Event::Reread(_) => (Cause::Answer, Instant::now()),
        Event::Resumed => (Cause::Window, Instant::now()),
    })
}

fn cause(input: &Input) -> Cause {
    match input {
        Input::Key(_) => Cause::Key,
        Input::Mouse(event) if matches!(event.kind, MouseEventKind::Drag(_)) => Cause::Motion,
        Input::Mouse(_) => Cause::Button,
        Input::Wheel(_) => Cause::Wheel,
        Input::Paste(_) => Cause::Paste,
        Input::Resize(..) | Input::FocusLost | Input::FocusGained | Input::Closed => Cause::Window,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_the_nearest_rank() {
        let mut stats = Stats::new(true);
        (1..=200).rev().for_each(|ms| stats.note(Cause::Key, Duration::from_millis(ms), ms));
        stats.note(Cause::Wheel, Duration::from_millis(7), 0);
        let expected = [
            Row { cause: Cause::Key, count: 200, bytes: [20_100, 200], took: [100, 198, 200].map(Duration::from_millis) },
            Row { cause: Cause::Wheel, count: 1, bytes: [0, 0], took: [7; 3].map(Duration::from_millis) },
        ];
        assert_eq!(stats.rows().unwrap(), expected);
    }
}
