//! How the screen looks: values of the state's own kind; what they look like is `ui`'s.

/// A theme by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeName {
    /// The sixteen colours on the terminal's own background.
    Dark,
    /// No colours: bold, reverse and underline.
    Mono,
}

impl ThemeName {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Dark, Self::Mono];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Mono => "mono",
        }
    }

    /// The theme of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}
