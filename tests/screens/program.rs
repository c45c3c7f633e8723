//! The program without terminal and disk: messages in, effects applied by the desk, a screen out.

use std::sync::{Arc, LazyLock};

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use jiff::civil::Date;
use mutasi::app::effect::Effect;
use mutasi::app::held::Held;
use mutasi::app::hit::{HitMap, Place};
use mutasi::app::look::Look;
use mutasi::app::message::Message;
use mutasi::app::sought::Beside;
use mutasi::app::state::{Heading, Pane, State};
use mutasi::app::told::Told;
use mutasi::app::{pointer, update};
use mutasi::desk::composition::Composition;
use mutasi::desk::edit::Edit;
use mutasi::desk::live::LiveBest;
use mutasi::desk::preview::Target;
use mutasi::desk::{Desk, Foundation};
use mutasi::matching::Control;
use mutasi::model::History;
use mutasi::model::plan::{Action, Plan, SolveRecord};
use mutasi::store::journal::Entry;
use mutasi::store::workspace::DEFAULT_PLAN;
use mutasi::text::{Lang, screen};
use mutasi::ui::settled;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[path = "workers.rs"]
mod workers;

pub use crate::grounds::{CITY, EMPTY, SAMPLE};
pub use crate::key::key;

/// The best plan of the sample under nobody's decisions: asked for by every test.
static BEST: LazyLock<Arc<Composition>> =
    LazyLock::new(|| Arc::new(Desk::new(SAMPLE.clone(), Plan::default()).compose(None, &Control::unattended()).unwrap()));

/// The running program.
pub struct Program {
    pub state: State,
    pub hits: HitMap,
    history: History,
    entries: Vec<Entry>,
    best: Option<LiveBest>,
    /// Whether the workers keep their answers back, and what they were asked meanwhile.
    is_waiting: bool,
    waiting: Vec<Effect>,
    held: Held,
    /// Whether anybody was ever pinned: a pin at home may leave two people on one post, for the core to work around.
    pub has_pinned: bool,
    /// The facts as they were before an import.
    pub before_import: Option<Arc<Desk>>,
    /// Whether the effective date was ever moved.
    pub has_moved_date: bool,
    /// The effective date of the workspace.
    tmt: Date,
    /// The row given to the clipboard last.
    pub copied: String,
    /// The last screen, a line a row.
    pub screen: Vec<String>,
    /// Where the cursor stands; `None` where it is hidden.
    pub cursor: Option<(u16, u16)>,
    /// The last frame, with its styles.
    pub buffer: Buffer,
    /// The area of the last frame.
    pub area: Rect,
}

impl Program {
    /// On the sample, in Indonesian, in colour.
    pub fn sample(size: (u16, u16)) -> Self {
        Self::on(&SAMPLE, Lang::Id, Look::default(), size)
    }

    /// On any foundation.
    pub fn on(base: &Arc<Foundation>, lang: Lang, look: Look, size: (u16, u16)) -> Self {
        let desk = Arc::new(Desk::new(base.clone(), Plan::default()));
        let heading = Heading {
            title: "Rencana Mutasi 2027 · Banyumanik".into(),
            plan: DEFAULT_PLAN.into(),
            tmt: base.grounds.policy.tmt,
            pack: base.pack.name.clone(),
            throw_away: false,
        };
        let mut state = State::new(desk, heading, lang, size);
        state.beside = mutasi::rules::Pack::built_in("2025-07").ok().map(|pack| Beside(Arc::new(pack)));
        (state.actor, state.look) = ("rahayu".into(), look);
        // Tests press many keys without a mouse: who is told so has a test of its own.
        state.mouse.hear();
        let mut program = Self {
            state,
            hits: HitMap::default(),
            history: History::default(),
            entries: Vec::new(),
            best: None,
            is_waiting: false,
            waiting: Vec::new(),
            held: Held::default(),
            has_pinned: false,
            before_import: None,
            has_moved_date: false,
            tmt: base.grounds.policy.tmt,
            copied: String::new(),
            screen: Vec::new(),
            cursor: None,
            buffer: Buffer::default(),
            area: Rect::default(),
        };
        if program.state.follows_best {
            program.follow();
        }
        program.draw();
        program
    }

    /// One message, its effects, one draw.
    pub fn send(&mut self, message: Message) {
        let admitted = self.held.admit(&self.state, message);
        if let Some(message) = admitted {
            self.take(message);
        }
        self.draw();
    }

    /// Keys by their names in the command table; anything longer that is no name is typed.
    pub fn keys(&mut self, names: &str) {
        for name in names.split(' ') {
            match key(name) {
                Some(key) => self.send(Message::Key(key)),
                None => self.type_text(name),
            }
        }
    }

    /// Typed letter by letter.
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.send(Message::Key(KeyCode::Char(letter).into()));
        }
    }

    /// A mouse event at a cell, read against what was drawn last.
    pub fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) {
        if let Some(message) = pointer::message(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }, &self.hits) {
            self.send(message);
        }
    }

    pub fn press(&mut self, cell: (u16, u16)) {
        self.mouse(MouseEventKind::Down(MouseButton::Left), cell);
    }

    pub fn drag(&mut self, cell: (u16, u16)) {
        self.mouse(MouseEventKind::Drag(MouseButton::Left), cell);
    }

    pub fn release(&mut self, cell: (u16, u16)) {
        self.mouse(MouseEventKind::Up(MouseButton::Left), cell);
    }

    /// Where a place lies.
    pub fn cell_of(&self, wanted: &Place) -> Option<(u16, u16)> {
        self.hits.places().iter().rev().find(|(_, place)| place == wanted).map(|(area, _)| (area.x + area.width / 2, area.y))
    }

    /// The panes whose selected row is out of sight, of those drawn.
    pub fn out_of_sight(&self) -> Vec<Pane> {
        let state = &self.state;
        let drawn = |pane: &Pane| {
            self.hits.lists[pane.at()].height > 0 && self.hits.places().iter().any(|(_, it)| it.pane() == Some(*pane))
        };
        let is_seen = |pane: &Pane| match pane {
            Pane::People => state.people.selected.is_none_or(|who| self.cell_of(&Place::Person(Pane::People, who)).is_some()),
            Pane::Places => {
                let target = state.places.selected.and_then(|row| row.target());
                target.is_none_or(|target| self.cell_of(&Place::Spot(Pane::Places, target)).is_some())
            }
            Pane::Details => state.details.row().is_none_or(|row| {
                let post = Place::Spot(Pane::Details, Target::Post(row.post));
                self.cell_of(&post).or(self.cell_of(&Place::Person(Pane::Details, row.who))).is_some()
            }),
        };
        Pane::ALL.into_iter().filter(|pane| drawn(pane) && !is_seen(pane)).collect()
    }

    /// Where a text stands.
    #[track_caller]
    pub fn find(&self, text: &str) -> (u16, u16) {
        let found = self.screen.iter().enumerate().find_map(|(row, line)| {
            let at = line.find(text)?;
            Some((line[..at].chars().count() as u16, row as u16))
        });
        found.unwrap_or_else(|| panic!("{text:?} is not on the screen\n{}", self.text()))
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        self.screen.iter().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    /// What is told, in words.
    pub fn told(&self) -> String {
        self.state.notice.as_ref().map(|notice| screen::told(&self.state, &notice.told)).unwrap_or_default()
    }

    /// The size in the text, as a resize does.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.send(Message::Resized(columns, rows));
    }

    fn take(&mut self, message: Message) {
        for effect in update(&mut self.state, message) {
            self.run(effect);
        }
    }

    fn run(&mut self, effect: Effect) {
        match effect {
            Effect::Edit(edit) => self.edit(edit),
            Effect::Undo => match self.history.undo_target() {
                Some((entry, _)) => self.record(Action::Undo { entry }),
                None => self.take(Message::NotSaved(Told::Failed("nothing to undo".into()))),
            },
            Effect::GoBack(sequence, count) => {
                for _ in 0..count {
                    self.run(Effect::Undo);
                }
                self.state.tell(Told::WentBack(sequence, count));
            }
            Effect::Redo => match self.history.redo_target() {
                Some((entry, _)) => self.record(Action::Redo { entry }),
                None => self.take(Message::NotSaved(Told::Failed("nothing to redo".into()))),
            },
            Effect::Solve(composition) => self.solve(&composition),
            Effect::Compose | Effect::Fill(..) | Effect::Follow | Effect::Totals(_) | Effect::Seek(_) if self.is_waiting => {
                self.waiting.push(effect)
            }
            Effect::Appoint(it) => {
                let acting = self.state.desk.appoint(&it).unwrap();
                let base = Arc::new(self.state.desk.base.with_acting(acting));
                let desk = Arc::new(Desk::new(base, (*self.state.desk.plan).clone()));
                let reversible = self.state.reversible;
                self.take(Message::Saved { desk, at: "10.42".into(), reversible, entries: Vec::new() });
                self.state.tell(Told::Appointed(it.employee, it.position));
            }
            Effect::Compose => self.compose(),
            Effect::Fill(post, depth) => self.fill(post, depth),
            Effect::Follow => self.follow(),
            Effect::Totals(who) => self.totals(who),
            Effect::Seek(seek) => self.seek(seek),
            Effect::Copy(who, post) => self.copied = screen::copied(&self.state, who, post),
            Effect::Cancel | Effect::Mouse(_) | Effect::Suspend | Effect::Repaint => {}
        }
    }

    fn edit(&mut self, edit: Edit) {
        match self.state.desk.decide(edit) {
            Ok(action) => self.record(action),
            Err(refusal) => self.take(Message::NotSaved(Told::Refused(refusal))),
        }
    }

    /// The journal that is no file.
    pub fn record(&mut self, action: Action) {
        self.has_moved_date |= matches!(action, Action::Set { .. });
        self.has_pinned |= matches!(action, Action::Pin { .. });
        let sequence = self.entries.len() as u64 + 1;
        self.history.push(sequence, action.clone());
        self.entries.push(Entry {
            sequence,
            time: "2026-11-01T10:42:00+07:00".into(),
            actor: "rahayu".into(),
            previous: String::new(),
            action,
            hash: String::new(),
        });
        let desk = Arc::new(self.desk_of(self.history.plan()));
        self.state.tell(Told::saved(&self.entries, "10.42".into()));
        let reversible = (self.history.undo_target().is_some(), self.history.redo_target().is_some());
        let entries = self.entries[self.state.journal.len()..].to_vec();
        self.take(Message::Saved { desk, at: "10.42".into(), reversible, entries });
    }

    /// A plan on its foundation, on the effective date it sets.
    fn desk_of(&self, plan: Plan) -> Desk {
        let base = &self.state.desk.base;
        let set = plan.settings.get(Plan::EFFECTIVE_DATE).map(|day| day.parse().unwrap());
        let day = set.unwrap_or(self.tmt);
        let base = if day == base.grounds.policy.tmt { base.clone() } else { Arc::new(base.on(day)) };
        Desk::new(base, plan)
    }

    fn solve(&mut self, composition: &Composition) {
        let facts = &self.state.desk.grounds().facts;
        let moves =
            composition.moves.iter().map(|it| (facts.employees[it.who.at()].nip, facts.positions[it.to.at()].id())).collect();
        let record =
            SolveRecord { objective: composition.objective, bound: composition.bound, certificate: "certificate".into() };
        self.record(Action::Solve { record, moves });
    }

    /// From now on the workers keep their answers back.
    pub fn wait(&mut self) {
        self.is_waiting = true;
    }

    /// The workers answer what they were asked since, as if the plan had stayed as it was then or not.
    pub fn answer(&mut self) {
        self.is_waiting = false;
        for effect in std::mem::take(&mut self.waiting) {
            self.run(effect);
        }
        self.draw();
    }

    /// Draws, and again once the drops in sight have their Biaya.
    pub fn draw(&mut self) {
        self.draw_once();
        while self.list() || self.joint() || self.prices() {
            self.draw_once();
        }
    }

    /// Draws, and keeps what the next events are read against.
    fn draw_once(&mut self) {
        let (columns, rows) = self.state.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let state = &mut self.state;
        let (mut hits, mut area) = (HitMap::default(), Rect::default());
        terminal
            .draw(|frame| {
                area = frame.area();
                hits = settled(frame, state);
            })
            .unwrap();
        (self.hits, self.area) = (hits, area);
        let is_shown = terminal.backend().cursor_visible();
        self.cursor = is_shown.then(|| terminal.backend().cursor_position().into());
        let buffer = terminal.backend().buffer();
        self.buffer = buffer.clone();
        self.screen =
            (0..rows).map(|row| (0..columns).map(|column| buffer[(column, row)].symbol()).collect::<String>()).collect();
    }
}
