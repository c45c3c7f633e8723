//! The worker that keeps the best plan possible while the plan is edited: one thread, the newest of each
//! question wins. What takes long (what the next moves buy, what pins cost) has a thread of its own, so that whoever is picked up
//! does not wait for it.
use super::Event;
use crate::app::Message;
use crate::app::sought::{Beside, Found, Seek};
use crate::app::told::Told;
use crate::desk::Desk;
use crate::desk::composition::ComposeError;
use crate::desk::constraints::ConstraintPrices;
use crate::desk::live::{LiveBest, Seats};
use crate::desk::preview::Target;
use crate::matching::{Control, Progress};
use crate::model::EmployeeIx;
use crate::rules::Pack;
use crate::store::session::desk_before;
use crate::store::workspace::Workspace;
use crate::term::panics;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// Plans on the curve of moves: enough for a tenth of the moves at a glance.
const POINTS: usize = 24;

/// So many months a pool is looked ahead: as far as retirements are.
const MONTHS: usize = 24;

/// A plan, with the number of its problem and its version.
#[derive(Clone)]
pub(super) struct Asked {
    pub desk: Arc<Desk>,
    pub problem: u64,
    pub version: u64,
}

/// A question.
pub(super) enum Ask {
    /// What the best plan earns.
    Best(Asked),
    /// Biaya of every target of a person.
    Totals(Asked, EmployeeIx),
    /// Biaya of drops that move several people, the first of them in hand.
    Joint(Asked, EmployeeIx, Vec<(Target, Seats)>),
    /// What a view shows and takes long.
    Seek(Asked, Seek),
}

/// Starts the worker; it ends when nobody can ask any more.
pub(super) fn start(sender: Sender<Event>, workspace: Workspace) -> std::io::Result<Sender<Ask>> {
    let (ask, asks) = channel();
    let worker = Worker { sender, workspace, best: None, aside: None };
    std::thread::Builder::new().name("best".into()).spawn(move || worker.run(&asks))?;
    Ok(ask)
}

struct Worker {
    sender: Sender<Event>,
    /// Where the facts of before the last import are.
    workspace: Workspace,
    best: Option<LiveBest>,
    /// Stops the thread that works at what takes long.
    aside: Option<Arc<AtomicBool>>,
}

impl Worker {
    fn run(mut self, asks: &Receiver<Ask>) {
        let mut open: [Option<Ask>; 4] = [const { None }; 4];
        loop {
            if open.iter().all(Option::is_none) {
                match asks.recv() {
                    Ok(ask) => put(&mut open, ask),
                    Err(_) => return,
                }
            }
            asks.try_iter().for_each(|ask| put(&mut open, ask));
            let Some(ask) = open.iter_mut().find_map(Option::take) else { continue };
            match panics::contained(|| self.answer(ask)) {
                Ok(Some(message)) => self.send(message),
                Ok(None) => {}
                Err(text) => {
                    // What it left behind is not to be trusted.
                    self.best = None;
                    self.send(Message::NotSaved(Told::Failed(text)));
                }
            }
        }
    }

    fn send(&self, message: Message) {
        // Nobody listens any more when the program ends.
        let _ = self.sender.send(Event::Message(message));
    }

    fn answer(&mut self, ask: Ask) -> Option<Message> {
        match ask {
            Ask::Best(asked) => {
                self.stop_aside();
                let answer = self.follow(&asked.desk).map(|best| best.total());
                Some(Message::Best { problem: asked.problem, answer })
            }
            Ask::Totals(asked, who) => {
                // Where it fails nothing is known of anyone, and nothing is waited for.
                let best = self.follow(&asked.desk);
                let costs = best.and_then(|best| best.costs(&asked.desk, who, &Control::unattended())).unwrap_or_default();
                Some(Message::Totals { problem: asked.problem, who, costs })
            }
            Ask::Joint(asked, who, drops) => {
                // Where it fails nothing is known of any, and nothing is waited for.
                let mut best = self.follow(&asked.desk).ok();
                let mut cost = |seats: &Seats| best.as_mut()?.joint_cost(&asked.desk, seats, &Control::unattended()).ok()?;
                let costs = drops.iter().map(|(target, seats)| (*target, cost(seats))).collect();
                Some(Message::Joint { version: asked.version, who, costs })
            }
            Ask::Seek(asked, seek) => self.seek(asked, seek),
        }
    }

    /// The best plan under the desk's pins, bans and permissions.
    fn follow(&mut self, desk: &Desk) -> Result<&mut LiveBest, ComposeError> {
        let calm = Control::unattended();
        let mut best = match self.best.take() {
            Some(best) => best,
            None => LiveBest::of(desk, &calm)?,
        };
        let followed = best.follow(desk, &calm);
        let best = self.best.insert(best);
        followed.map(|_| best)
    }

    /// Starts a thread for what takes long; the one before is told to stop.
    fn seek(&mut self, asked: Asked, seek: Seek) -> Option<Message> {
        self.stop_aside();
        let problem = asked.problem;
        let work: Box<dyn FnOnce(&Control<'_>) -> Found + Send> = match seek {
            Seek::Gains => match self.follow(&asked.desk).ok()?.outlook() {
                Ok(outlook) => Box::new(move |control| Found::Gains(outlook.curve(POINTS, control).ok().map(Arc::new))),
                Err(_) => return Some(Message::Sought { problem, found: Found::Gains(None) }),
            },
            Seek::Constraints => Box::new(move |control| {
                let prices = LiveBest::of(&asked.desk, control);
                let prices = prices.and_then(|mut best| ConstraintPrices::of(&asked.desk, &mut best, control));
                Found::Constraints(prices.ok().map(Arc::new))
            }),
            Seek::Review => {
                let workspace = self.workspace.clone();
                Box::new(move |_| {
                    let before = desk_before(&workspace, &asked.desk.plan).ok().flatten();
                    Found::Review(before.map(|before| Arc::new(asked.desk.reviewed(&before))))
                })
            }
            Seek::Contradiction => {
                Box::new(move |_| Found::Contradiction(asked.desk.contradiction().ok().flatten().map(Arc::new)))
            }
            Seek::Packs(Beside(pack)) => Box::new(move |_| {
                let other = asked.desk.under(Pack::clone(&pack));
                Found::Packs(Some(Arc::new(asked.desk.beside_pack(&other))))
            }),
            Seek::Shift(tmt) => {
                Box::new(move |control| Found::Shift(tmt, asked.desk.shifted(tmt, control.cancelled).map(Arc::new)))
            }
            Seek::Pool(of) => Box::new(move |control| Found::Pool(of, asked.desk.pool(of, MONTHS, control).map(Arc::new))),
            Seek::Otherwise(of) => Box::new(move |control| {
                let found = asked.desk.otherwise(&of, control).ok().map(Arc::new);
                Found::Otherwise(of, found)
            }),
        };
        self.work_aside(problem, work);
        None
    }

    fn work_aside(&mut self, problem: u64, work: Box<dyn FnOnce(&Control<'_>) -> Found + Send>) {
        let stop = Arc::new(AtomicBool::new(false));
        self.aside = Some(stop.clone());
        let sender = self.sender.clone();
        let run = move || {
            let control = Control { cancelled: &stop, progress: &|_: Progress| {} };
            let found = panics::contained(|| work(&control));
            if !stop.load(Ordering::Relaxed) {
                let message = match found {
                    Ok(found) => Message::Sought { problem, found },
                    Err(text) => Message::NotSaved(Told::Failed(text)),
                };
                let _ = sender.send(Event::Message(message));
            }
        };
        if let Err(error) = std::thread::Builder::new().name("aside".into()).spawn(run) {
            self.send(Message::NotSaved(Told::Failed(error.to_string())));
        }
    }

    fn stop_aside(&mut self) {
        if let Some(stop) = self.aside.take() {
            stop.store(true, Ordering::Relaxed);
        }
    }
}

/// Keeps the newest question of each sort; the best total is asked first, what takes longest last.
fn put(open: &mut [Option<Ask>; 4], ask: Ask) {
    let at = match ask {
        Ask::Best(_) => 0,
        Ask::Totals(..) => 1,
        Ask::Joint(..) => 2,
        Ask::Seek(..) => 3,
    };
    open[at] = Some(ask);
}
