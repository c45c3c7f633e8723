//! The worker that makes long lists. The newest question wins: the one before is told to stop. It has threads of its
//! own, so that no list waits for the core.
use super::Event;
use crate::app::Message;
use crate::app::ranks::{Answer, Question};
use crate::app::told::Told;
use crate::desk::Desk;
use crate::term::panics;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// A question to a desk, and the stop of whoever answers it.
#[derive(Clone)]
struct Ask {
    desk: Arc<Desk>,
    question: Question,
    stop: Arc<AtomicBool>,
}

/// Asks the worker; it ends when nobody can ask any more.
pub(super) struct Ranker {
    asks: Sender<Ask>,
    /// What is being answered.
    open: Option<Ask>,
}

impl Ranker {
    pub(super) fn start(sender: Sender<Event>) -> anyhow::Result<Self> {
        let (asks, receiver) = channel();
        let pool = rayon::ThreadPoolBuilder::new().thread_name(|at| format!("rank-{at}")).build()?;
        std::thread::Builder::new().name("rank".into()).spawn(move || run(&receiver, &pool, &sender))?;
        Ok(Self { asks, open: None })
    }

    /// Asks, unless that is being answered.
    pub(super) fn ask(&mut self, desk: &Arc<Desk>, question: Question) {
        if let Some(open) = &self.open {
            if open.question.is_same(&open.desk, &question, desk) {
                return;
            }
            open.stop.store(true, Ordering::Relaxed);
        }
        let ask = Ask { desk: desk.clone(), question, stop: Arc::default() };
        // Where the worker is gone the list stays awaited, and every key but those in it works.
        let _ = self.asks.send(ask.clone());
        self.open = Some(ask);
    }

    /// Takes note of an answer.
    pub(super) fn hear(&mut self, message: &Message) {
        if let Message::Listed(desk, question, _) = message {
            self.open = self.open.take().filter(|open| !open.question.is_same(&open.desk, question, desk));
        }
    }
}

fn run(asks: &Receiver<Ask>, pool: &rayon::ThreadPool, sender: &Sender<Event>) {
    while let Ok(first) = asks.recv() {
        let Ask { desk, question, stop } = asks.try_iter().last().unwrap_or(first);
        let answer = match panics::contained(|| pool.install(|| question.answer(&desk, &stop))) {
            Ok(Some(answer)) => answer,
            // Another question has come.
            Ok(None) => continue,
            Err(text) => {
                let _ = sender.send(Event::Message(Message::NotSaved(Told::Failed(text))));
                Answer::Failed
            }
        };
        // Nobody listens any more when the program ends.
        let _ = sender.send(Event::Message(Message::Listed(desk, question, answer)));
    }
}
