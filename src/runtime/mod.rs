//! The loop: drain what came, update, run effects, draw once if something changed. Nothing ticks, but
//! for what a state waits for ([`wake`]) and for a follower, who looks once a second whether the plan it reads has grown.
//!
//! Input, answers of workers and signals arrive on one channel. Decisions are written here, by the one
//! [`Session`], before the screen shows them as saved. Long work runs on a worker: the newest request
//! wins, an answer for an older plan is dropped. So does the opening, before there is a board: `loading`.
mod best;
mod effects;
mod loading;
mod opening;
mod options;
mod ranker;
mod stats;
mod waiting;
mod work;

pub use options::{Face, Options};

use best::Ask;
use opening::{Opened, keymap, look};
use ranker::Ranker;
use stats::Stats;
use waiting::Waits;

use crate::app::held::Held;
use crate::app::loading::Loading;
use crate::app::told::Told;
use crate::app::{self, Message, State, hit::HitMap, pointer, wake};
use crate::store::session::Session;
use crate::store::stage::Stage;
use crate::store::workspace::Workspace;
use crate::term::guard::Guard;
use crate::term::input::{Direction, Input};
use crate::term::leave::OnExit;
use crate::term::output::Screen;
use crate::term::{input, panics, signals, watchdog};
use crate::text::screen;
use crate::text::stats::{Cause, table};
use crate::ui;
use anyhow::Context;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What the loop waits for.
enum Event {
    /// With the moment it was read.
    Input(Input, Instant),
    Resumed,
    Message(Message),
    /// A follower's plan, read again; `None` where that failed.
    Reread(Option<Box<Session>>),
    /// How far the opening is.
    Stage(Stage),
    /// Its end.
    Opened(Box<loading::Answer>),
}

/// Opens a plan in the terminal interface, until the planner quits.
///
/// # Errors
/// Where the workspace cannot be opened, or there is no terminal. Nothing is left on the screen.
pub fn open(root: &Path, plan: &str, options: Options) -> anyhow::Result<()> {
    let mut stats = Stats::new(options.face.stats);
    let workspace = Workspace::open(root)?;
    let keymap = keymap()?;
    anyhow::ensure!(
        std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
        screen::word(options.lang, screen::Word::NeedsTerminal)
    );
    let loading = Loading::new(workspace.settings.title.clone(), plan.to_owned(), look(options.face), keymap);
    let (sender, receiver) = channel();
    let guard = enter(root, options, &sender)?;
    let mut screen = Screen::new()?;
    let lang = panics::told(|| {
        let size = screen.size()?;
        loading::start(sender.clone(), workspace, plan.to_owned(), options, (size.width, size.height));
        let Some(opened) = loading::wait(loading, options, &receiver, &mut screen, &mut stats)? else { return Ok(options.lang) };
        let Opened { session, state } = opened;
        let best = best::start(sender.clone(), session.workspace.clone())?;
        let mut program = Program {
            session,
            state,
            guard,
            best,
            ranker: Ranker::start(sender.clone())?,
            sender,
            held: Held::default(),
            job: None,
            is_reading: false,
            waits: Waits::default(),
            screen,
            hits: HitMap::default(),
            stats: &mut stats,
        };
        program.begin()?;
        program.run(&receiver)?;
        anyhow::Ok(program.state.lang)
        // Here the terminal is given back.
    })?;
    if let Some(rows) = stats.rows() {
        // Nobody may be there to read it.
        let _ = writeln!(std::io::stderr(), "{}", table(lang, &rows));
    }
    Ok(())
}

/// Takes the terminal; from here on every way out gives it back.
fn enter(root: &Path, options: Options, sender: &Sender<Event>) -> anyhow::Result<Guard> {
    let gone = options.throw_away.then(|| root.to_owned());
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
    let guard = Guard::enter(options.face.mouse)
        .context("the terminal interface needs a terminal; the commands (mutasi --help) do not")?;
    watchdog::watch(on_exit)?;
    input::listen(sender.clone(), |input| Event::Input(input, Instant::now()))?;
    Ok(guard)
}

/// The end of the input. The watchdog is ending the process already, with the status of a hang-up.
fn gone() -> anyhow::Error {
    std::thread::sleep(Duration::from_millis(500));
    anyhow::anyhow!("the terminal is gone")
}

/// The running program.
struct Program<'a> {
    session: Session,
    state: State,
    guard: Guard,
    sender: Sender<Event>,
    /// Whoever keeps the best plan possible.
    best: Sender<Ask>,
    /// Whoever ranks long lists.
    ranker: Ranker,
    /// Keys that wait for such a list.
    held: Held,
    /// The worker's stop.
    job: Option<Arc<AtomicBool>>,
    /// Whether the plan is being read again.
    is_reading: bool,
    /// What the state waits for.
    waits: Waits,
    screen: Screen,
    hits: HitMap,
    /// Bytes and times, where they are asked for.
    stats: &'a mut Stats,
}

impl Program<'_> {
    /// The board comes first; only then is the best plan asked for.
    fn begin(&mut self) -> anyhow::Result<()> {
        let sent = self.screen.bytes();
        self.draw()?;
        let cause = if self.stats.has(Cause::Opening) { Cause::Board } else { Cause::Opening };
        self.note(cause, self.stats.start, sent);
        if self.state.follows_best {
            self.ask(Ask::Best);
        }
        Ok(())
    }

    fn run(&mut self, receiver: &Receiver<Event>) -> anyhow::Result<()> {
        while !self.state.is_over {
            let Some(batch) = self.wait(receiver) else { break };
            let ((cause, since), sent) = (stats::owed(&batch), self.screen.bytes());
            for event in batch {
                if matches!(event, Event::Input(Input::Closed, _)) {
                    return Err(gone());
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
            self.note(cause, since, sent);
        }
        self.cancel();
        Ok(())
    }

    /// Notes the frame just drawn: since when it was owed, and what had been sent before it.
    fn note(&mut self, cause: Cause, since: Instant, sent: u64) {
        self.stats.note(cause, since.elapsed(), self.screen.bytes() - sent);
    }

    fn handle(&mut self, event: Event) -> anyhow::Result<()> {
        let message = match event {
            Event::Resumed => {
                self.screen.repaint();
                return Ok(());
            }
            Event::Message(message) => Some(message),
            Event::Reread(session) => self.reread(session),
            // The plan is open.
            Event::Stage(_) | Event::Opened(_) => None,
            Event::Input(input, _) => self.message_of(input),
        };
        let mut next = message.and_then(|message| self.held.admit(&self.state, message));
        while let Some(message) = next {
            self.ranker.hear(&message);
            for effect in app::update(&mut self.state, message) {
                self.run_effect(effect)?;
            }
            next = self.held.next(&self.state);
        }
        Ok(())
    }

    fn message_of(&self, input: Input) -> Option<Message> {
        Some(match input {
            Input::Key(key) => Message::Key(key),
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
        let state = &mut self.state;
        self.hits = self.screen.draw(|frame| ui::settled(frame, state))?;
        self.ask_for_joint();
        self.ask_for_prices();
        self.ask_for_lists();
        self.waits.renew(wake::wanted(&self.state), Instant::now());
        Ok(())
    }
}
