//! While a plan is opened: a worker reads it, the screen tells how far it is, and a key leaves.
use super::opening::{Opened, open_session, state_of};
use super::stats::Stats;
use super::{Event, Options, gone};
use crate::app::loading::Loading;
use crate::store::workspace::Workspace;
use crate::term::input::Input;
use crate::term::output::Screen;
use crate::term::panics;
use crate::text::stats::Cause;
use crate::ui;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// What is open by then needs no picture of its opening.
const PATIENCE: Duration = Duration::from_millis(40);
/// At most ten pictures a second.
const BETWEEN: Duration = Duration::from_millis(100);

/// What became of it: open, an error, or the message of a panic.
pub(super) type Answer = Result<anyhow::Result<Opened>, String>;

/// Opens the plan on a worker, for a window of that size; [`Event::Stage`] tells how far it is, [`Event::Opened`] ends it.
pub(super) fn start(sender: Sender<Event>, workspace: Workspace, plan: String, options: Options, size: (u16, u16)) {
    let run = move || {
        // Nobody listens any more when the planner has left.
        let watch = |stage| drop(sender.send(Event::Stage(stage)));
        let open = || {
            let (session, access) = open_session(workspace, &plan, options.read_only, &watch)?;
            Ok(Opened { state: state_of(&session, access, options, size), session })
        };
        let _ = sender.send(Event::Opened(Box::new(panics::contained(open))));
    };
    // On the pool that reads the lists: what reading them took and gave back serves what is made of them.
    rayon::spawn(run);
}

/// Draws until the plan is open; `None` where the planner left before. What else is typed meanwhile is dropped.
pub(super) fn wait(
    mut loading: Loading,
    options: Options,
    receiver: &Receiver<Event>,
    screen: &mut Screen,
    stats: &mut Stats,
) -> anyhow::Result<Option<Opened>> {
    let (mut due, mut last): (Option<Instant>, Option<Instant>) = (Some(stats.start + PATIENCE), None);
    let mut opened = None;
    loop {
        let now = Instant::now();
        if opened.is_none() && due.is_some_and(|due| due <= now) {
            let sent = screen.bytes();
            screen.draw(|frame| ui::loading(frame, &loading, options.lang))?;
            let (cause, since) = if last.is_none() { (Cause::Opening, stats.start) } else { (Cause::Answer, now) };
            stats.note(cause, since.elapsed(), screen.bytes() - sent);
            (due, last) = (None, Some(now));
        }
        let event = match (&opened, due) {
            (Some(_), _) => receiver.try_recv().ok(),
            (None, None) => Some(receiver.recv()?),
            (None, Some(due)) => match receiver.recv_timeout(due.saturating_duration_since(now)) {
                Err(RecvTimeoutError::Timeout) => continue,
                event => Some(event?),
            },
        };
        let Some(event) = event else { break };
        let next = last.map_or(now, |last| last + BETWEEN);
        match event {
            Event::Opened(answer) => match *answer {
                Ok(answer) => opened = Some(answer?),
                // As if it had happened here: the terminal is given back, and the message told.
                Err(panicked) => std::panic::resume_unwind(Box::new(panicked)),
            },
            Event::Stage(stage) => {
                loading.told(stage);
                due.get_or_insert(next);
            }
            Event::Resumed => {
                screen.repaint();
                due.get_or_insert(next);
            }
            Event::Input(Input::Resize(..), _) => drop(due.get_or_insert(next)),
            Event::Input(Input::Key(key), _) if loading.is_left_by(key) => return Ok(None),
            Event::Input(Input::Closed, _) => return Err(gone()),
            Event::Input(..) | Event::Message(_) | Event::Reread(_) => {}
        }
    }
    Ok(opened.map(|opened| opened.seen_in(screen, loading)).transpose()?)
}
