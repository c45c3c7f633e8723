//! The worker that ranks long lists. The newest question wins: the one before is told to stop. It has threads of its
//! own, so that no list waits for the core.
use super::Event;
use crate::app::Message;
use crate::app::ranks::Question;
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

impl Ask {
    /// Whether the same question to a desk has the same answer.
    fn is_same(&self, desk: &Arc<Desk>, question: Question) -> bool {
        let is_same_desk = match question {
            Question::List(_) => self.desk.rates_as(desk),
            Question::Successor(..) => Arc::ptr_eq(&self.desk, desk),
        };
        self.question == question && is_same_desk
    }
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
            if open.is_same(desk, question) {
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
        let (desk, question) = match message {
            Message::Ranked { desk, of, .. } => (desk, Question::List(*of)),
            Message::Successor(desk, post, who) => (desk, Question::Successor(*post, *who)),
            _ => return,
        };
        self.open = self.open.take().filter(|open| !open.is_same(desk, question));
    }
}

fn run(asks: &Receiver<Ask>, pool: &rayon::ThreadPool, sender: &Sender<Event>) {
    while let Ok(first) = asks.recv() {
        let ask = asks.try_iter().last().unwrap_or(first);
        let answer = panics::contained(|| pool.install(|| answer(&ask)));
        let message = match (answer, ask.question) {
            (Ok(answer), _) => answer,
            (Err(text), question) => {
                let _ = sender.send(Event::Message(Message::NotSaved(Told::Failed(text))));
                match question {
                    Question::List(of) => Some(Message::Ranked { desk: ask.desk, of, rows: None }),
                    Question::Successor(..) => None,
                }
            }
        };
        if let Some(message) = message {
            // Nobody listens any more when the program ends.
            let _ = sender.send(Event::Message(message));
        }
    }
}

/// `None` where another question has come.
fn answer(ask: &Ask) -> Option<Message> {
    let desk = ask.desk.clone();
    Some(match ask.question {
        Question::List(of) => {
            let rows = Some(desk.rated_unless(of, &ask.stop)?);
            Message::Ranked { desk, of, rows }
        }
        Question::Successor(post, who) => {
            desk.successor(post, who);
            Message::Successor(desk, post, who)
        }
    })
}
