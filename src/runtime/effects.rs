//! What the state asks to be done outside: decisions written, workers asked and stopped, the terminal's modes.
use super::best::{Ask, Asked};
use super::opening::{clock, reversible};
use super::work::progress_to;
use super::{Event, Program};
use crate::app::told::Told;
use crate::app::{self, Effect, Message, State, joint, prices, ranks};
use crate::desk::composition::{ComposeError, Composition};
use crate::matching::Control;
use crate::model::PositionIx;
use crate::store::journal::Entry;
use crate::store::session::ChangeError;
use crate::term::{panics, signals};
use crate::text::screen;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

impl Program<'_> {
    pub(super) fn run_effect(&mut self, effect: Effect) -> anyhow::Result<()> {
        match effect {
            Effect::Edit(edit) => {
                let changed = self.session.edit(edit).map(|_| ());
                self.tell(changed);
            }
            Effect::Appoint(it) => {
                let appointed = self.session.appoint(&it);
                let is_done = appointed.is_ok();
                self.tell(appointed);
                if is_done {
                    self.state.tell(Told::Appointed(it.employee, it.position));
                }
            }
            Effect::Undo => {
                let changed = self.session.undo().map(|_| ());
                self.tell(changed);
            }
            Effect::GoBack(sequence, count) => {
                let (mut done, mut failed) = (0, None);
                while done < count && failed.is_none() {
                    match self.session.undo() {
                        Ok(_) => done += 1,
                        Err(error) => failed = Some(error),
                    }
                }
                // What was written before one could not be is on disk, and the screen must show it.
                if done > 0 {
                    self.tell(Ok(()));
                }
                match failed {
                    Some(error) => self.tell(Err(error)),
                    None => self.state.tell(Told::WentBack(sequence, count)),
                }
            }
            Effect::Redo => {
                let changed = self.session.redo().map(|_| ());
                self.tell(changed);
            }
            Effect::Solve(composition) => {
                let changed = self.session.record_solve(&composition).map(|_| ());
                self.tell(changed);
            }
            Effect::Compose => self.compose(),
            Effect::Fill(post, depth) => self.fill(post, depth),
            Effect::Follow => self.ask(Ask::Best),
            Effect::Totals(who) => self.ask(|asked| Ask::Totals(asked, who)),
            Effect::Seek(seek) => self.ask(|asked| Ask::Seek(asked, seek)),
            Effect::Cancel => self.cancel(),
            Effect::Copy(who, post) => self.guard.copy(&screen::copied(&self.state, who, post))?,
            Effect::Mouse(on) => self.guard.set_mouse(on)?,
            Effect::Suspend => {
                if !signals::suspend() {
                    self.state.warn(Told::CannotSuspend);
                }
            }
            Effect::Repaint => self.screen.repaint(),
        }
        Ok(())
    }

    /// Tells the state what became of a decision: it is on disk, or it changed nothing.
    fn tell(&mut self, changed: Result<(), ChangeError>) {
        let message = match changed {
            Ok(()) => {
                let at = self.session.entries.last().map(|entry| clock(&entry.time)).unwrap_or_default();
                self.state.tell(Told::saved(&self.session.entries, at.clone()));
                Message::Saved {
                    desk: Arc::new(self.session.desk.clone()),
                    at,
                    reversible: reversible(&self.session),
                    entries: self.newer(),
                }
            }
            Err(ChangeError::Refused(refusal)) => Message::NotSaved(Told::Refused(refusal)),
            Err(ChangeError::Journal(error)) => Message::NotSaved(Told::NotWritten(Arc::new(error))),
        };
        for effect in app::update(&mut self.state, message) {
            // After a change the only effects are to work out what is possible.
            match effect {
                Effect::Follow => self.ask(Ask::Best),
                Effect::Seek(seek) => self.ask(|asked| Ask::Seek(asked, seek)),
                _ => {}
            }
        }
    }

    pub(super) fn cancel(&mut self) {
        if let Some(stop) = self.job.take() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Starts a worker; the one before is told to stop.
    fn work(&mut self, job: impl FnOnce(&Control<'_>) -> Message + Send + 'static) {
        self.cancel();
        let stop = Arc::new(AtomicBool::new(false));
        self.job = Some(stop.clone());
        let sender = self.sender.clone();
        let told = sender.clone();
        let run = move || {
            let progress = progress_to(told);
            let control = Control { cancelled: &stop, progress: &progress };
            match panics::contained(|| job(&control)) {
                // Whoever was told to stop has nothing to say any more: half an answer would stand for a whole one.
                Ok(_) if stop.load(Ordering::Relaxed) => {}
                Ok(message) => drop(sender.send(Event::Message(message))),
                Err(text) => drop(sender.send(Event::Message(Message::NotSaved(Told::Failed(text))))),
            }
        };
        if let Err(error) = std::thread::Builder::new().name("worker".into()).spawn(run) {
            self.state.warn(Told::Failed(error.to_string()));
        }
    }

    fn compose(&mut self) {
        let (desk, version) = (self.state.desk.clone(), self.state.version);
        self.work(move |control| {
            let answer: Result<Composition, ComposeError> = desk.compose(None, control);
            Message::Composed { version, answer: answer.map(Arc::new) }
        });
    }

    fn fill(&mut self, post: PositionIx, depth: usize) {
        let (desk, version) = (self.state.desk.clone(), self.state.version);
        self.work(move |control| {
            let answer = desk.fillings(post, depth, control).map(Arc::new);
            Message::Filled { version, post, depth, answer }
        });
    }

    /// Asks whoever keeps the best plan, of the plan as it is now.
    pub(super) fn ask(&mut self, ask: impl FnOnce(Asked) -> Ask) {
        let State { desk, problem, version, .. } = &self.state;
        let asked = Asked { desk: desk.clone(), problem: *problem, version: *version };
        if self.best.send(ask(asked)).is_err() {
            self.state.warn(Told::NoBest);
        }
    }

    /// The journal's entries that the state does not have yet.
    pub(super) fn newer(&self) -> Vec<Entry> {
        self.session.entries.get(self.state.journal.len()..).unwrap_or_default().to_vec()
    }

    /// Biaya of the drops in sight that move several people.
    pub(super) fn ask_for_joint(&mut self) {
        let drops = joint::wanted(&self.state, &self.hits);
        if let Some(who) = self.state.carry.carried().map(|carried| carried.who).filter(|_| !drops.is_empty()) {
            self.ask(|asked| Ask::Joint(asked, who, drops));
        }
    }

    /// The list that a card or the third pane waits for, or who could follow whoever is carried.
    pub(super) fn ask_for_lists(&mut self) {
        if let Some(question) = ranks::wanted(&self.state) {
            self.ranker.ask(&self.state.desk, question);
        }
    }

    /// Biaya of the pairs of a view in sight, one person after the other.
    pub(super) fn ask_for_prices(&mut self) {
        if self.state.must_ask_for_best(&self.hits) {
            self.ask(Ask::Best);
        }
        if let Some(who) = prices::wanted(&self.state, &self.hits) {
            self.state.prices.ask(who);
            self.ask(|asked| Ask::Totals(asked, who));
        }
    }
}
