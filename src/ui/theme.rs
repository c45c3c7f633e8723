//! Styles by role, a table a theme. The named colours follow the user's own palette and the background is the terminal's own (but
//! for high contrast); meaning is never told by colour alone; blue and orange rather than red and green.
use crate::app::look::ThemeName;
use ratatui::style::{Color, Modifier, Style};

/// A style a role.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// The whole screen, before anything is drawn.
    pub ground: Style,
    /// Head line, titles, keys.
    pub title: Style,
    /// The border and title of the focused pane.
    pub focus: Style,
    /// Borders, column heads, what stands back.
    pub quiet: Style,
    /// The one selected row with the focus.
    pub selected: Style,
    /// The name of the selected row elsewhere.
    pub selected_elsewhere: Style,
    /// A field of a form.
    pub field: Style,
    /// What gets better, what is lawful.
    pub good: Style,
    /// What gets worse, what is refused.
    pub bad: Style,
    /// A warning.
    pub warning: Style,
    /// The person carried, and what is told of the carry.
    pub carried: Style,
    /// The name of what the person is held over.
    pub target: Style,
}

const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);
const REVERSED: Style = PLAIN.add_modifier(Modifier::REVERSED);

/// No colour: attributes and signs carry everything.
const MONO: Theme = Theme {
    ground: PLAIN,
    title: BOLD,
    focus: BOLD,
    quiet: PLAIN.add_modifier(Modifier::DIM),
    selected: REVERSED,
    selected_elsewhere: BOLD,
    field: PLAIN.add_modifier(Modifier::UNDERLINED),
    good: PLAIN,
    bad: BOLD,
    warning: PLAIN,
    carried: BOLD,
    target: REVERSED.add_modifier(Modifier::BOLD),
};

const DARK: Theme = Theme {
    focus: BOLD.fg(Color::Cyan),
    quiet: PLAIN.fg(Color::DarkGray),
    good: PLAIN.fg(Color::Cyan),
    bad: BOLD.fg(Color::Yellow),
    warning: PLAIN.fg(Color::Yellow),
    carried: BOLD.fg(Color::Magenta),
    target: REVERSED.add_modifier(Modifier::BOLD).fg(Color::Magenta),
    ..MONO
};

/// On white, yellow and cyan cannot be read: blue stands for good, red for bad.
const LIGHT: Theme = Theme {
    focus: BOLD.fg(Color::Blue),
    quiet: PLAIN.fg(Color::DarkGray),
    good: PLAIN.fg(Color::Blue),
    bad: BOLD.fg(Color::Red),
    warning: PLAIN.fg(Color::Red),
    carried: BOLD.fg(Color::Magenta),
    target: REVERSED.add_modifier(Modifier::BOLD).fg(Color::Magenta),
    ..MONO
};

/// Its own background, nothing dim, and whole blocks where others only tint.
const CONTRAST: Theme = Theme {
    ground: PLAIN.fg(Color::White).bg(Color::Black),
    title: BOLD.fg(Color::White),
    focus: BOLD.fg(Color::LightCyan),
    quiet: PLAIN.fg(Color::White),
    selected: BOLD.fg(Color::Black).bg(Color::White),
    selected_elsewhere: BOLD.fg(Color::White).add_modifier(Modifier::UNDERLINED),
    field: PLAIN.fg(Color::White).add_modifier(Modifier::UNDERLINED),
    good: BOLD.fg(Color::LightCyan),
    bad: BOLD.fg(Color::LightYellow),
    warning: PLAIN.fg(Color::LightYellow),
    carried: BOLD.fg(Color::LightMagenta),
    target: BOLD.fg(Color::Black).bg(Color::LightMagenta),
};

impl Theme {
    /// The table of a name.
    pub const fn of(name: ThemeName) -> &'static Self {
        match name {
            ThemeName::Dark => &DARK,
            ThemeName::Light => &LIGHT,
            ThemeName::Contrast => &CONTRAST,
            ThemeName::Mono => &MONO,
        }
    }

    /// As if nothing had been drawn there: what is drawn next has its own look only.
    pub fn blank(&self) -> Style {
        Style::reset().patch(self.ground)
    }

    /// Good or bad by sign.
    pub const fn by_sign(&self, figure: i64) -> Style {
        match figure {
            0 => PLAIN,
            1.. => self.good,
            _ => self.bad,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(theme: &Theme) -> [Style; 11] {
        let Theme { title, focus, quiet, selected, selected_elsewhere, field, good, bad, warning, carried, target, .. } = *theme;
        [title, focus, quiet, selected, selected_elsewhere, field, good, bad, warning, carried, target]
    }

    #[test]
    fn without_colours_there_is_none() {
        for style in roles(&MONO) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn the_selection_the_target_and_the_focus_are_seen_without_their_colours() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            let stands_out = |style: Style| style.bg.is_some() || style.add_modifier.contains(Modifier::REVERSED);
            assert!(stands_out(theme.selected) && stands_out(theme.target), "{name:?}");
            for style in [theme.title, theme.focus, theme.bad, theme.carried, theme.selected_elsewhere] {
                assert!(style.add_modifier.contains(Modifier::BOLD), "{name:?}");
            }
        }
    }

    #[test]
    fn themes_keep_to_the_named_colours_and_only_high_contrast_has_a_ground() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            assert_eq!(theme.ground != PLAIN, name == ThemeName::Contrast);
            let colours = roles(theme).into_iter().flat_map(|style| [style.fg, style.bg]).flatten();
            assert!(colours.into_iter().all(|colour| !matches!(colour, Color::Rgb(..) | Color::Indexed(_))), "{name:?}");
        }
        for unread in [Color::Yellow, Color::Cyan, Color::White, Color::Gray] {
            assert!(roles(&LIGHT).iter().all(|style| style.fg != Some(unread)), "{unread:?} on white");
        }
    }
}
