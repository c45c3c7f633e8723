//! Waiting: for what comes on the channel, for the time the state waits for, and (a follower) for the plan to grow.
use super::opening::clock;
use super::{Event, Program};
use crate::app::{Message, Wake};
use crate::store::journal::Journal;
use crate::store::session::Session;
use crate::term::panics;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often a follower looks whether the plan it reads has grown.
const FOLLOW: Duration = Duration::from_secs(1);

/// What the state waits for, and when it is due.
#[derive(Debug, Default)]
pub(super) struct Waits(Vec<(Wake, Instant)>);

impl Waits {
    /// What is wished for again keeps its time (or gets an earlier one); what is wished for no more is forgotten.
    pub(super) fn renew(&mut self, wanted: Vec<(Wake, Duration)>, now: Instant) {
        let due = |wake: Wake, after: Duration| {
            let before = self.0.iter().find(|(other, _)| *other == wake).map(|(_, due)| *due);
            before.map_or(now + after, |before| before.min(now + after))
        };
        self.0 = wanted.into_iter().map(|(wake, after)| (wake, due(wake, after))).collect();
    }

    /// What is due first.
    fn first(&self) -> Option<(Wake, Instant)> {
        self.0.iter().copied().min_by_key(|(_, due)| *due)
    }
}

impl Program<'_> {
    /// Blocks until something comes, then takes all there is; bursts of motion and wheel become one.
    pub(super) fn wait(&mut self, receiver: &Receiver<Event>) -> Option<Vec<Event>> {
        let first = self.first(receiver)?;
        let mut batch: Vec<Event> = Vec::new();
        for event in std::iter::once(first).chain(receiver.try_iter()) {
            if let (Some(Event::Input(last, _)), Event::Input(next, _)) = (batch.last_mut(), &event)
                && last.absorb(next)
            {
                continue;
            }
            batch.push(event);
        }
        Some(batch)
    }

    fn first(&mut self, receiver: &Receiver<Event>) -> Option<Event> {
        let is_follower = !self.session.journal.is_writable();
        loop {
            let wake = self.waits.first();
            let look = is_follower.then(|| Instant::now() + FOLLOW);
            let Some(until) = wake.map(|(_, due)| due).into_iter().chain(look).min() else { return receiver.recv().ok() };
            match receiver.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Err(RecvTimeoutError::Timeout) => {}
                other => return other.ok(),
            }
            if let Some((wake, _)) = wake.filter(|(_, due)| *due <= Instant::now()) {
                return Some(Event::Message(Message::Woke(wake)));
            }
            self.look();
        }
    }

    /// A follower looks whether the plan has grown, and has it read again.
    fn look(&mut self) {
        let length = std::fs::metadata(Journal::path_in(&self.session.folder)).map(|metadata| metadata.len());
        if self.is_reading || length.is_ok_and(|length| length == self.session.journal.length()) {
            return;
        }
        let (reader, sender) = (self.session.reader(), self.sender.clone());
        let read = move || {
            // What cannot be read now may be in the next second.
            let session = panics::contained(|| reader.read()).ok().and_then(Result::ok);
            let _ = sender.send(Event::Reread(session.map(Box::new)));
        };
        self.is_reading = std::thread::Builder::new().name("reader".into()).spawn(read).is_ok();
    }

    /// The plan was read again.
    pub(super) fn reread(&mut self, session: Option<Box<Session>>) -> Option<Message> {
        self.is_reading = false;
        self.session = *session?;
        let at = self.session.entries.last().map(|entry| clock(&entry.time)).unwrap_or_default();
        Some(Message::Saved { desk: Arc::new(self.session.desk.clone()), at, reversible: (false, false), entries: self.newer() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wished_for_again_keeps_its_time_and_an_earlier_one_wins() {
        let (start, second) = (Instant::now(), Duration::from_secs(1));
        let mut waits = Waits::default();
        waits.renew(vec![(Wake::Silence(1), 30 * second)], start);
        waits.renew(vec![(Wake::Silence(1), 30 * second)], start + second);
        assert_eq!(waits.first(), Some((Wake::Silence(1), start + 30 * second)));
        waits.renew(vec![(Wake::Silence(1), 2 * second)], start + second);
        assert_eq!(waits.first(), Some((Wake::Silence(1), start + 3 * second)));
    }

    #[test]
    fn another_gesture_begins_anew_and_what_nobody_wishes_for_never_comes() {
        let (start, second) = (Instant::now(), Duration::from_secs(1));
        let mut waits = Waits::default();
        waits.renew(vec![(Wake::Silence(1), 30 * second)], start);
        waits.renew(vec![(Wake::Silence(2), 30 * second)], start + second);
        assert_eq!(waits.first(), Some((Wake::Silence(2), start + 31 * second)));
        waits.renew(Vec::new(), start + second);
        assert_eq!(waits.first(), None);
    }
}
