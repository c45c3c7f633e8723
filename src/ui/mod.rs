//! Drawing, and nothing else: `view` draws the state and tells what it drew where.
//!
//! ```text
//! head line: title · TMT · rule pack · status                                saved · who
//! ┌ Pegawai ──────────┬ Lowong / Unit kerja ────────┬ Kandidat / Nilai ──────────────────┐
//! │ list              │ vacancies, or the tree      │ list                               │
//! │                   │                             │ ─ factor by factor, verdicts ───── │
//! └───────────────────┴─────────────────────────────┴────────────────────────────────────┘
//! strip: the plan's figures, before → after
//! three lines: what letting go would do, or what just happened
//! hints
//! ```
//! Below 100 columns two panes stand beside each other, below 80 one; Tab brings the others (`layout`).
mod layout;
mod loading;
mod overlays;
mod panes;
mod row;
mod search;
mod symbols;
mod table;
mod text;
mod theme;
mod view;
mod views;

pub use loading::loading;
pub use theme::Theme;
pub use view::settled;
