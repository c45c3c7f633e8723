//! Everything there is to see.
use super::alphabet::Alphabet;
use super::carry::Carry;
use super::figures::Figure;
use super::hit::Place;
use super::keymap::Keymap;
use super::layout::Layout;
use super::lists::details::Details;
use super::lists::people::People;
use super::lists::places::{PlaceRow, Places};
use super::look::Look;
use super::mouse::Mouse;
use super::overlay::Overlay;
use super::prices::Prices;
use super::sought::{Beside, SoughtAfter};
use super::told::Told;
use super::trend::Trend;
use super::views::View;
use crate::desk::Desk;
use crate::desk::ranking::{Ranking, Rated};
use crate::metrics::Metrics;
use crate::model::Seat;
use crate::model::plan::Plan;
use crate::store::journal::Entry;
use crate::text::Lang;
use jiff::civil::Date;
use std::sync::Arc;

/// A pane, in the order of Tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Pegawai.
    People,
    /// Lowong / Unit kerja.
    Places,
    /// Kandidat / Nilai.
    Details,
}

impl Pane {
    /// All three.
    pub const ALL: [Self; 3] = [Self::People, Self::Places, Self::Details];

    /// Its number.
    pub const fn at(self) -> usize {
        self as usize
    }

    /// The next one, or the one before.
    pub fn step(self, by: i32) -> Self {
        Self::ALL[(self.at() as i32 + by).rem_euclid(3) as usize]
    }
}

/// What the head line says of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Title of the workspace.
    pub title: String,
    /// Name of the plan.
    pub plan: String,
    /// TMT.
    pub tmt: Date,
    /// Rule pack.
    pub pack: String,
    /// Whether the workspace is thrown away at the end.
    pub throw_away: bool,
}

/// What is known of the best plan possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Best {
    /// Nobody has asked: with so many people it is worked out only where it is needed ([`State::must_ask_for_best`]).
    Unasked,
    /// Being worked out: the screen says `…`, never an old number.
    #[default]
    Unknown,
    /// What it earns under the plan's pins, bans and permissions, hundredths of a point.
    Known(i64),
    /// There is none: the pins cannot hold together.
    Infeasible,
}

/// A line to read, until the next key.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What it says.
    pub told: Told,
    /// Whether something went wrong.
    pub is_bad: bool,
}

/// What may be done to the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everything.
    Write,
    /// Nothing; why.
    ReadOnly(String),
}

/// With more people the best plan takes long to find and much memory: it is not looked for before it is needed.
const MANY: usize = 50_000;

/// Everything there is to see. Only [`update`](super::update()) changes it.
#[derive(Debug)]
pub struct State {
    /// The plan on its foundation.
    pub desk: Arc<Desk>,
    /// Counts the plans: an answer for an older one is dropped.
    pub version: u64,
    /// Counts the problems: pins, bans and permissions decide what is possible, proposals do not.
    pub problem: u64,
    /// Head line.
    pub heading: Heading,
    /// Who works.
    pub actor: String,
    /// When the plan was last saved, as `10.42`; `None` before the first change.
    pub saved_at: Option<String>,
    /// Whether the plan can be changed.
    pub access: Access,
    /// Whether undo and redo are open.
    pub reversible: (bool, bool),
    /// Language.
    pub lang: Lang,
    /// The keys.
    pub keymap: Keymap,
    /// Colours and signs.
    pub look: Look,
    /// Whether names are masked (someone stands at the desk).
    pub is_masked: bool,
    /// The mouse.
    pub mouse: Mouse,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Rows that each pane shows, as last drawn; and the overlay's.
    pub rows: ([u16; 3], u16),
    /// Rows that a view's table shows, as last drawn.
    pub table_rows: u16,
    /// The largest first row of the help, as last drawn.
    pub overlay_last: usize,
    /// The pane that has the focus, or has it again once the strip is left.
    pub focus: Pane,
    /// The figure of the strip that has the focus.
    pub figure: Option<Figure>,
    /// The figures that the strip shows, as last drawn.
    pub figures: Vec<Figure>,
    /// Where two panes have room: whether the third is one of them. Stays until the hidden one has the focus, so that
    /// nothing moves under the hand.
    pub shows_details: bool,
    /// The place of every name.
    pub alphabet: Alphabet,
    /// Pegawai.
    pub people: People,
    /// Lowong / Unit kerja.
    pub places: Places,
    /// Kandidat / Nilai.
    pub details: Details,
    /// A person carried.
    pub carry: Carry,
    /// Views over the board, the last on top.
    pub views: Vec<View>,
    /// The journal.
    pub journal: Vec<Entry>,
    /// The entry that was asked to go back to: asked again, it is done.
    pub asked_back: Option<u64>,
    /// Biaya of pairs that views show.
    pub prices: Prices,
    /// The list of the card on top, where it was worth waiting for.
    pub card: Option<(Ranking, Vec<Rated>)>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// The search under way, in the focused pane.
    pub searching: Option<tui_input::Input>,
    /// A line to read.
    pub notice: Option<Notice>,
    /// The hint or figure that was clicked once: the next click on it acts.
    pub clicked: Option<Place>,
    /// People in scope: those of the plan without the pool.
    pub people_in_scope: u32,
    /// The figures of "nobody moves".
    pub before: Metrics,
    /// The plan's value in this sitting.
    pub trend: Trend,
    /// The best plan possible.
    pub best: Best,
    /// Whether it is worked out anew whenever it changes.
    pub follows_best: bool,
    /// What the next moves buy.
    pub sought: SoughtAfter,
    /// The effective date tried in its view.
    pub trial: Option<Date>,
    /// The pack that the one in force is looked at beside.
    pub beside: Option<Beside>,
    /// The chains found for a post.
    pub filled: Option<super::filling::Filled>,
    /// Whether the program ends.
    pub is_over: bool,
}

impl State {
    /// The state at the start.
    pub fn new(desk: Arc<Desk>, heading: Heading, lang: Lang, size: (u16, u16)) -> Self {
        let (people_in_scope, before) = at_the_start(&desk);
        let alphabet = Alphabet::of(&desk.grounds().facts);
        let mut state = Self {
            people: People::new(&desk, &alphabet),
            alphabet,
            places: Places::new(&desk),
            details: Details::default(),
            trend: Trend::new(desk.metrics.objective),
            desk,
            version: 0,
            problem: 0,
            heading,
            actor: String::new(),
            saved_at: None,
            access: Access::Write,
            reversible: (false, false),
            lang,
            keymap: Keymap::default(),
            look: Look::default(),
            is_masked: false,
            mouse: Mouse::default(),
            size,
            rows: ([10; 3], 10),
            table_rows: 10,
            overlay_last: usize::MAX,
            focus: Pane::Places,
            figure: None,
            figures: Vec::new(),
            shows_details: false,
            carry: Carry::Idle,
            views: Vec::new(),
            journal: Vec::new(),
            asked_back: None,
            prices: Prices::default(),
            card: None,
            overlay: None,
            searching: None,
            notice: None,
            clicked: None,
            people_in_scope,
            before,
            best: Best::Unknown,
            follows_best: false,
            sought: SoughtAfter::default(),
            trial: None,
            beside: None,
            filled: None,
            is_over: false,
        };
        state.follows_best = state.desk.grounds().facts.employees.len() <= MANY;
        state.forget_best();
        state.follow_selection();
        state
    }

    /// The best plan is another one.
    pub(super) fn forget_best(&mut self) {
        self.best = if self.follows_best { Best::Unknown } else { Best::Unasked };
    }

    /// How much of the board the window has room for.
    pub const fn layout(&self) -> Layout {
        Layout::of(self.size)
    }

    /// The first row shown of a pane's list, and the largest there can be.
    pub fn span(&self, pane: Pane) -> [usize; 2] {
        let (offset, length) = match pane {
            Pane::People => (self.people.offset, self.people.rows.len()),
            Pane::Places => (self.places.offset, self.places.rows.len()),
            Pane::Details => (self.details.offset, self.details.rows.len()),
        };
        [offset, length.saturating_sub(usize::from(self.rows.0[pane.at()]))]
    }

    /// Tells something.
    pub fn tell(&mut self, told: Told) {
        self.notice = Some(Notice { told, is_bad: false });
    }

    /// Tells that something did not happen.
    pub fn warn(&mut self, told: Told) {
        self.notice = Some(Notice { told, is_bad: true });
    }

    /// Shows in the third pane what belongs to what is selected in the others.
    pub fn follow_selection(&mut self) {
        if self.details.is_fixed() {
            return;
        }
        match self.focus {
            Pane::People => {
                if let Some(who) = self.people.selected {
                    self.details.show(&self.desk, Ranking::Posts(who));
                }
            }
            Pane::Places => {
                if let Some(PlaceRow::Seatless(who)) = self.places.selected {
                    self.details.show(&self.desk, Ranking::Posts(who));
                } else if let Some(post) = self.places.selected_post() {
                    self.details.show(&self.desk, Ranking::People(post));
                }
            }
            Pane::Details => {}
        }
    }
}

/// People in scope, and the figures of "nobody moves": what the facts alone decide.
pub(super) fn at_the_start(desk: &Desk) -> (u32, Metrics) {
    let seats = desk.grounds().projection.standing.iter().filter_map(|standing| standing.seat());
    let in_scope = seats.filter(|seat| !matches!(seat, Seat::Pool(_))).count() as u32;
    (in_scope, Desk::new(desk.base.clone(), Plan::default()).metrics)
}
