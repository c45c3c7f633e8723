//! How the program is opened.
use crate::app::look::{Symbols, ThemeName};
use crate::text::Lang;

/// What the command line decides for the terminal interface.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Language at the start.
    pub lang: Lang,
    /// Whether the plan is only read.
    pub read_only: bool,
    /// Whether the workspace is thrown away at the end.
    pub throw_away: bool,
    /// How it looks and listens.
    pub face: Face,
}

/// How the screen looks and what it listens to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// The signs; `None`: after what the terminal can show.
    pub symbols: Option<Symbols>,
    /// Whether the mouse is on at the start.
    pub mouse: bool,
    /// The theme; `None`: after what the terminal can show.
    pub theme: Option<ThemeName>,
    /// Whether bytes and times are told at the end.
    pub stats: bool,
}
