//! What the terminal can show, from the environment alone: asking the terminal would delay the first frame over SSH, and sshd
//! forwards little more than `TERM` and the locale.

/// How many colours a theme may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// The sixteen named colours, which follow the user's own palette.
    Sixteen,
    /// None: bold, reverse and underline carry the meaning (`NO_COLOR`, or a terminal without colour).
    None,
}

/// Which signs a screen may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbols {
    /// Lines, arrows and dots.
    Unicode,
    /// Those of WGL4, the fonts of Windows: PuTTY where it says that it is one (it mostly says xterm).
    Wgl4,
    /// ASCII only: the locale is not UTF-8, or the console has too few glyphs.
    Ascii,
}

/// What this terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// How many colours.
    pub colours: Colours,
    /// Which signs.
    pub symbols: Symbols,
    /// Whether a drag with Shift held selects text while the program has the mouse: windows do so, consoles have no such thing.
    pub shift_selects: bool,
}

impl Capabilities {
    /// Read from this process's environment.
    #[must_use]
    pub fn detect() -> Self {
        Self::of(|name| std::env::var(name).ok())
    }

    /// Read from any environment: `get` answers the value of a variable. An empty value counts as unset, as `NO_COLOR`'s text and POSIX say.
    pub fn of(get: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name: &str| get(name).filter(|value| !value.is_empty());
        let term = get("TERM").unwrap_or_else(|| "dumb".to_owned());
        let colourless = term == "dumb" || term.starts_with("vt") || term.ends_with("-m") || term.ends_with("-mono");
        // COLORTERM tells of a colour terminal behind a TERM that does not (a serial line set to vt220, say).
        let coloured = !colourless || get("COLORTERM").is_some();
        let colours = if get("NO_COLOR").is_none() && coloured { Colours::Sixteen } else { Colours::None };
        // POSIX: LC_ALL wins over LC_CTYPE, which wins over LANG.
        let locale = get("LC_ALL").or_else(|| get("LC_CTYPE")).or_else(|| get("LANG")).unwrap_or_default().to_ascii_lowercase();
        let utf8 = locale.contains("utf-8") || locale.contains("utf8");
        let few_glyphs = term == "linux" || term == "dumb" || term.starts_with("vt");
        let symbols = if !utf8 || few_glyphs {
            Symbols::Ascii
        } else if term.starts_with("putty") {
            Symbols::Wgl4
        } else {
            Symbols::Unicode
        };
        Self { colours, symbols, shift_selects: !few_glyphs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Capabilities {
        Capabilities::of(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn a_usual_terminal_has_colours_and_unicode() {
        let found = of(&[("TERM", "xterm-256color"), ("LANG", "id_ID.UTF-8")]);
        assert_eq!(found, Capabilities { colours: Colours::Sixteen, symbols: Symbols::Unicode, shift_selects: true });
    }

    #[test]
    fn no_color_takes_the_colours_and_an_empty_one_does_not() {
        assert_eq!(of(&[("TERM", "xterm"), ("NO_COLOR", "1")]).colours, Colours::None);
        assert_eq!(of(&[("TERM", "xterm"), ("NO_COLOR", "")]).colours, Colours::Sixteen);
        assert_eq!(of(&[("TERM", "xterm"), ("NO_COLOR", "1"), ("COLORTERM", "truecolor")]).colours, Colours::None);
    }

    #[test]
    fn consoles_without_colour_or_glyphs_are_known() {
        let utf8 = ("LANG", "C.UTF-8");
        assert_eq!(
            of(&[("TERM", "linux"), utf8]),
            Capabilities { colours: Colours::Sixteen, symbols: Symbols::Ascii, shift_selects: false }
        );
        assert_eq!(
            of(&[("TERM", "vt100"), utf8]),
            Capabilities { colours: Colours::None, symbols: Symbols::Ascii, shift_selects: false }
        );
        assert_eq!(of(&[utf8]), Capabilities { colours: Colours::None, symbols: Symbols::Ascii, shift_selects: false });
        assert_eq!(
            of(&[("TERM", "putty-256color"), utf8]),
            Capabilities { colours: Colours::Sixteen, symbols: Symbols::Wgl4, shift_selects: true }
        );
        assert_eq!(of(&[("TERM", "vt220"), ("COLORTERM", "1"), utf8]).colours, Colours::Sixteen);
    }

    #[test]
    fn the_locale_is_read_in_the_order_of_posix() {
        let term = ("TERM", "xterm");
        assert_eq!(of(&[term]).symbols, Symbols::Ascii);
        assert_eq!(of(&[term, ("LC_ALL", "C"), ("LANG", "id_ID.UTF-8")]).symbols, Symbols::Ascii);
        assert_eq!(of(&[term, ("LC_ALL", ""), ("LC_CTYPE", "en_US.utf8"), ("LANG", "C")]).symbols, Symbols::Unicode);
    }
}
