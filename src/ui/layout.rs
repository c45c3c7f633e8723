//! Which area each part of the screen gets: a function a layout.
use crate::app::State;
use crate::app::carry::By;
use crate::app::layout::Layout as Size;
use crate::app::state::Pane;
use ratatui::layout::{Constraint, Layout, Rect};

/// The areas of one frame; empty where a part is not shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Areas {
    /// Head line.
    pub head: Rect,
    /// People, places, details.
    pub panes: [Rect; 3],
    /// Figures.
    pub strip: Rect,
    /// What letting go would do, what happened, or what is selected.
    pub line: Rect,
    /// Hints.
    pub hints: Rect,
}

/// From so many columns on the third pane shows a list and what is opened of it beside each other.
const BESIDE: u16 = 98;

/// Divides the window.
pub fn areas(area: Rect, state: &State) -> Areas {
    match state.layout() {
        Size::Nothing => Areas::default(),
        Size::Tiny => tiny(area, state),
        Size::Narrow => narrow(area, state),
        Size::Small => small(area, state),
        Size::Normal => normal(area, state),
        Size::Wide => wide(area),
    }
}

/// Whether one pane is shown, so that the others are to be reached by their names.
pub fn is_single(state: &State) -> bool {
    match state.layout() {
        Size::Small => has_keys_carry(state),
        layout => layout < Size::Small,
    }
}

/// The window above the strip: overlays leave in sight what is told below.
pub fn above_the_strip(area: Rect, state: &State) -> Rect {
    Rect { height: areas(area, state).strip.y.saturating_sub(area.y), ..area }
}

/// With the mouse nothing moves while somebody is carried: another pane would lie under the hand.
fn has_keys_carry(state: &State) -> bool {
    state.carry.carried().is_some_and(|carried| carried.by == By::Keys)
}

/// ```text
/// head
/// ┌ Pegawai ──┬ Lowong ─────┬ Kandidat ────────────────────────┐
/// │ at most   │ at most     │ list          │ from 98 columns  │
/// │ 44 to 62  │ 54          │ ─ opened ──── │ opened here      │
/// └───────────┴─────────────┴──────────────────────────────────┘
/// strip, three lines, hints
/// ```
fn wide(area: Rect) -> Areas {
    let (areas, board) = parts(area, [1, 1, 3, 1]);
    let places = (board.width * 33 / 100).min(54);
    let people = (board.width * 28 / 100).min(44);
    // What the third pane has no use for shows names and posts of people in full.
    let spare = board.width.saturating_sub(places + BESIDE).min(62);
    let people = people.max(spare);
    let columns = Layout::horizontal([Constraint::Length(people), Constraint::Length(places), Constraint::Fill(1)]);
    Areas { panes: columns.areas(board), ..areas }
}

/// ```text
/// ┌ Pegawai ───┬ Lowong ─────┬ Kandidat ──────┐    ┌ Lowong ────────────┬ Tujuan ─────────────┐
/// │ 30 %       │ 34 %        │ 36 %           │    │ carried by keys:   │ names can be read   │
/// └────────────┴─────────────┴────────────────┘    └────────────────────┴─────────────────────┘
/// ```
fn normal(area: Rect, state: &State) -> Areas {
    let (areas, board) = parts(area, [1, 1, 3, 1]);
    if has_keys_carry(state) {
        return Areas { panes: pair(board, state.focus != Pane::People, 50), ..areas };
    }
    let shares = [30, 34, 36].map(Constraint::Percentage);
    Areas { panes: Layout::horizontal(shares).areas(board), ..areas }
}

/// ```text
/// ┌ Pegawai ───┬ Lowong ────┐  ┌ Lowong ────┬ Kandidat ──┐  ┌ Tujuan ─── Pegawai · Lowong ┐
/// │ until the third has     │  │ until the first has     │  │ carried by keys: all of     │
/// │ the focus               │  │ the focus again         │  │ the figures and words       │
/// └────────────┴────────────┘  └────────────┴────────────┘  └─────────────────────────────┘
/// ```
fn small(area: Rect, state: &State) -> Areas {
    let (areas, board) = parts(area, [1, 2, 3, 1]);
    if has_keys_carry(state) {
        return Areas { panes: single(board, state.focus), ..areas };
    }
    let share = if state.shows_details { 42 } else { 46 };
    Areas { panes: pair(board, state.shows_details, share), ..areas }
}

/// ```text
/// head
/// ┌ Lowong ── Pegawai · Kandidat ┐
/// └──────────────────────────────┘
/// strip of two figures, two lines, hints
/// ```
fn narrow(area: Rect, state: &State) -> Areas {
    let (areas, board) = parts(area, [1, 1, 2, 1]);
    Areas { panes: single(board, state.focus), ..areas }
}

/// ```text
/// Lowong
/// rows of the list, at least the selected one
/// one line, the way out
/// ```
fn tiny(area: Rect, state: &State) -> Areas {
    let (areas, board) = parts(area, [0, 0, 1, 1]);
    Areas { panes: single(board, state.focus), ..areas }
}

/// Head, strip, line and hints of so many rows each, and the board between them.
fn parts(area: Rect, [head, strip, line, hints]: [u16; 4]) -> (Areas, Rect) {
    let rows = [
        Constraint::Length(head),
        Constraint::Fill(1),
        Constraint::Length(strip),
        Constraint::Length(line),
        Constraint::Length(hints),
    ];
    let [head, board, strip, line, hints] = Layout::vertical(rows).areas(area);
    (Areas { head, panes: [Rect::default(); 3], strip, line, hints }, board)
}

fn single(board: Rect, shown: Pane) -> [Rect; 3] {
    let mut panes = [Rect::default(); 3];
    panes[shown.at()] = board;
    panes
}

/// The first two panes or the last two; the left one with a share of the columns.
fn pair(board: Rect, is_last: bool, share: u16) -> [Rect; 3] {
    let [left, right] = Layout::horizontal([Constraint::Percentage(share), Constraint::Fill(1)]).areas(board);
    if is_last { [Rect::default(), left, right] } else { [left, right, Rect::default()] }
}
