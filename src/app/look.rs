//! How the screen looks: values of the state, so that a command changes them while the program runs.

/// A table of styles by role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// The sixteen named colours on a dark background of the terminal's own.
    #[default]
    Dark,
    /// The same on a light one.
    Light,
    /// White on black and the brightest colours.
    Contrast,
    /// No colour: bold, dim, underline and reverse.
    Mono,
}

impl ThemeName {
    /// Every theme, in the order in which a command goes through them.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Contrast, Self::Mono];

    /// As it is written on the command line and in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Mono => "mono",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The one after it.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// Which signs may be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Symbols {
    /// All of them.
    #[default]
    Unicode,
    /// Those of WGL4, which the fonts of Windows have: PuTTY.
    Wgl4,
    /// ASCII only.
    Ascii,
}

impl Symbols {
    /// Every set, the largest first.
    pub const ALL: [Self; 3] = [Self::Unicode, Self::Wgl4, Self::Ascii];

    /// As it is written on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unicode => "unicode",
            Self::Wgl4 => "wgl4",
            Self::Ascii => "ascii",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|symbols| symbols.name() == name)
    }
}

/// Colours and signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// Colours.
    pub theme: ThemeName,
    /// Signs.
    pub symbols: Symbols,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_go_round_and_are_found_by_name() {
        let mut theme = ThemeName::default();
        for expected in ThemeName::ALL {
            assert_eq!((theme, ThemeName::named(theme.name())), (expected, Some(expected)));
            theme = theme.next();
        }
        assert_eq!((theme, ThemeName::named("x")), (ThemeName::Dark, None));
        assert_eq!(Symbols::ALL.map(|symbols| Symbols::named(symbols.name())), Symbols::ALL.map(Some));
    }
}
