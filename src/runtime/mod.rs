//! The loop: drain what came, update, run effects, draw once if something changed. Nothing ticks, but
//! for a follower, who looks once a second whether the plan it reads has grown.
//!
//! Input, answers of workers and signals arrive on one channel. Decisions are written here, by the one
//! [`Session`], before the screen shows them as saved. Long work runs on a worker: the newest request
//! wins, an answer for an older plan is dropped.
mod best;
mod opening;
mod work;

use best::{Ask, Asked};
use opening::{clock, first_state, keymap, open_session, reversible, theme};
use work::progress_to;

use crate::app::keymap::Key;
use crate::app::told::Told;
use crate::app::{self, Effect, Message, State, hit::HitMap, pointer, swaps};
use crate::desk::composition::{ComposeError, Composition};
use crate::matching::Control;
use crate::store::journal::Journal;
use crate::store::session::{Access, ChangeError, Session};
use crate::store::workspace::Workspace;
use crate::term::guard::Guard;
use crate::term::input::{Direction, Input};
use crate::term::leave::OnExit;
use crate::term::output::Screen;
use crate::term::{input, panics, signals, watchdog};
use crate::text::{Lang, screen};
use crate::ui::{self, Theme};
use anyhow::Context;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A dragged person is put back after this long without any event (a lost release).
const SILENCE: Duration = Duration::from_secs(30);
/// How often a follower looks whether the plan it reads has grown.
const FOLLOW: Duration = Duration::from_secs(1);

/// What the loop waits for.
enum Event {
    Input(Input),
    Resumed,
    Message(Message),
}

/// Opens a plan in the terminal interface, until the planner quits.
///
/// # Errors
/// Where the workspace cannot be opened, or there is no terminal. Nothing is left on the screen.
pub fn open(root: &Path, plan: &str, read_only: bool, lang: Lang, is_throw_away: bool) -> anyhow::Result<()> {
    let workspace = Workspace::open(root)?;
    let keymap = keymap()?;
    anyhow::ensure!(
        std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
        screen::word(lang, screen::Word::NeedsTerminal)
    );
    let (session, access) = open_session(workspace, plan, read_only)?;
    let mut state = first_state(&session, access, lang, is_throw_away)?;
    state.keymap = keymap;
    let (sender, receiver) = channel();
    let gone = is_throw_away.then(|| root.to_owned());
    // Every acknowledged edit is on disk already: only a throw-away copy is left to be removed.
    let on_exit: OnExit = Arc::new(move || {
        if let Some(root) = &gone {
            let _ = std::fs::remove_dir_all(root);
        }
    });
    let resumed = Mutex::new(sender.clone());
    signals::watch(on_exit.clone(), move || {
        if let Ok(resumed) = resumed.lock() {
            let _ = resumed.send(Event::Resumed);
        }
    })?;
    let guard =
        Guard::enter(state.has_mouse).context("the terminal interface needs a terminal; the commands (mutasi --help) do not")?;
    watchdog::watch(on_exit)?;
    input::listen(sender.clone(), Event::Input)?;
    let best = best::start(sender.clone())?;
    let (theme, screen, hits) = (theme(), Screen::new()?, HitMap::default());
    let mut program = Program { session, state, guard, sender, best, job: None, theme, screen, hits };
    program.ask(Ask::Best);
    panics::told(|| {
        program.draw()?;
        program.run(&receiver)
    })
}

/// The running program.
struct Program {
    session: Session,
    state: State,
    guard: Guard,
    sender: Sender<Event>,
    /// Whoever keeps the best plan possible.
    best: Sender<Ask>,
    /// The worker's stop.
    job: Option<Arc<AtomicBool>>,
    theme: Theme,
    screen: Screen,
    hits: HitMap,
}

impl Program {
    fn run(&mut self, receiver: &Receiver<Event>) -> anyhow::Result<()> {
        while !self.state.is_over {
            let Some(batch) = self.wait(receiver) else { break };
            for event in batch {
                if matches!(event, Event::Input(Input::Closed)) {
                    // The watchdog is ending the process already, with the status of a hang-up.
                    std::thread::sleep(Duration::from_millis(500));
                    anyhow::bail!("the terminal is gone");
                }
                self.handle(event)?;
                if self.state.is_over {
                    break;
                }
            }
            for note in panics::take_notes() {
                self.state.warn(Told::Failed(note));
            }
            self.draw()?;
        }
        self.cancel();
        Ok(())
    }

    /// Blocks until something comes, then takes all there is; bursts of motion and wheel become one.
    fn wait(&mut self, receiver: &Receiver<Event>) -> Option<Vec<Event>> {
        let dragging = self.state.carry.is_dragging();
        let following = !self.session.journal.is_writable();
        let first = if dragging {
            match receiver.recv_timeout(SILENCE) {
                Err(RecvTimeoutError::Timeout) => Event::Message(Message::Silence),
                other => other.ok()?,
            }
        } else if following {
            loop {
                match receiver.recv_timeout(FOLLOW) {
                    Err(RecvTimeoutError::Timeout) => {
                        if let Some(message) = self.follow() {
                            break Event::Message(message);
                        }
                    }
                    other => break other.ok()?,
                }
            }
        } else {
            receiver.recv().ok()?
        };
        let mut batch: Vec<Event> = Vec::new();
        for event in std::iter::once(first).chain(receiver.try_iter()) {
            if let (Some(Event::Input(last)), Event::Input(next)) = (batch.last_mut(), &event)
                && last.absorb(next)
            {
                continue;
            }
            batch.push(event);
        }
        Some(batch)
    }

    fn handle(&mut self, event: Event) -> anyhow::Result<()> {
        let message = match event {
            Event::Resumed => {
                self.screen.repaint();
                return Ok(());
            }
            Event::Message(message) => Some(message),
            Event::Input(input) => self.message_of(input),
        };
        let Some(message) = message else { return Ok(()) };
        for effect in app::update(&mut self.state, message) {
            self.run_effect(effect)?;
        }
        Ok(())
    }

    fn message_of(&self, input: Input) -> Option<Message> {
        Some(match input {
            Input::Key(key) => {
                // Backspace of some terminals is Ctrl-H.
                let key = if Key::of(key).is_some_and(|key| key.to_string() == "ctrl-h") {
                    crossterm::event::KeyCode::Backspace.into()
                } else {
                    key
                };
                Message::Key(key)
            }
            Input::Mouse(event) => return pointer::message(event, &self.hits),
            Input::Wheel(wheel) => {
                let rows = i32::from(wheel.steps.min(100)) * 3;
                let signed = match wheel.direction {
                    Direction::Up => -rows,
                    Direction::Down => rows,
                    _ => return None,
                };
                Message::Wheeled(self.hits.at(wheel.column, wheel.row), signed)
            }
            Input::Paste(text) => Message::Pasted(text),
            Input::Resize(columns, rows) => Message::Resized(columns, rows),
            Input::FocusLost => Message::FocusLost,
            Input::FocusGained | Input::Closed => return None,
        })
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        let (state, theme) = (&mut self.state, &self.theme);
        self.hits = self.screen.draw(|frame| ui::settled(frame, state, theme))?;
        self.ask_for_swaps();
        Ok(())
    }

    fn run_effect(&mut self, effect: Effect) -> anyhow::Result<()> {
        match effect {
            Effect::Edit(edit) => {
                let changed = self.session.edit(edit).map(|_| ());
                self.tell(changed);
            }
            Effect::Undo => {
                let changed = self.session.undo().map(|_| ());
                self.tell(changed);
            }
            Effect::Redo => {
                let changed = self.session.redo().map(|_| ());
                self.tell(changed);
            }
            Effect::Solve(composition) => {
                let changed = self.record_solve(&composition);
                self.tell(changed);
            }
            Effect::Compose => self.compose(),
            Effect::Follow => self.ask(Ask::Best),
            Effect::Totals(who) => self.ask(|asked| Ask::Totals(asked, who)),
            Effect::Gains => self.ask(Ask::Gains),
            Effect::Cancel => self.cancel(),
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

    fn record_solve(&mut self, composition: &Composition) -> Result<(), ChangeError> {
        self.session.record_solve(composition).map(|_| ()).map_err(ChangeError::Journal)
    }

    /// Tells the state what became of a decision: it is on disk, or it changed nothing.
    fn tell(&mut self, changed: Result<(), ChangeError>) {
        let message = match changed {
            Ok(()) => {
                let at = self.session.entries.last().map(|entry| clock(&entry.time)).unwrap_or_default();
                self.state.tell(Told::saved(&self.session.entries, at.clone()));
                Message::Saved { desk: Arc::new(self.session.desk.clone()), at, reversible: reversible(&self.session) }
            }
            Err(ChangeError::Refused(refusal)) => Message::NotSaved(Told::Refused(refusal)),
            Err(ChangeError::Journal(error)) => Message::NotSaved(Told::NotWritten(Arc::new(error))),
        };
        for effect in app::update(&mut self.state, message) {
            // After a change the only effects are to work out what is possible.
            match effect {
                Effect::Follow => self.ask(Ask::Best),
                Effect::Gains => self.ask(Ask::Gains),
                _ => {}
            }
        }
    }

    /// A follower looks whether the plan has grown, and reads it again.
    fn follow(&mut self) -> Option<Message> {
        let length = std::fs::metadata(Journal::path_in(&self.session.folder)).ok()?.len();
        if length == self.session.journal.length() {
            return None;
        }
        let session = Session::open(self.session.workspace.clone(), &self.session.name, Access::Read).ok()?;
        self.session = session;
        let at = self.session.entries.last().map(|entry| clock(&entry.time)).unwrap_or_default();
        Some(Message::Saved { desk: Arc::new(self.session.desk.clone()), at, reversible: (false, false) })
    }

    fn cancel(&mut self) {
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

    /// Asks whoever keeps the best plan, of the plan as it is now.
    fn ask(&mut self, ask: impl FnOnce(Asked) -> Ask) {
        let State { desk, problem, version, .. } = &self.state;
        let asked = Asked { desk: desk.clone(), problem: *problem, version: *version };
        if self.best.send(ask(asked)).is_err() {
            self.state.warn(Told::NoBest);
        }
    }

    /// Biaya of the swaps in sight.
    fn ask_for_swaps(&mut self) {
        let others = swaps::wanted(&self.state, &self.hits);
        if let Some(who) = self.state.carry.carried().map(|carried| carried.who).filter(|_| !others.is_empty()) {
            self.ask(|asked| Ask::Swaps(asked, who, others));
        }
    }
}
