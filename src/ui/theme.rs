//! Colours and symbols by role. The 16 named colours and the terminal's own background; meaning is
//! never told by colour alone; blue and orange rather than red and green. Without colours, bold and
//! reverse carry the roles.
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// Roles and symbols.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    has_colours: bool,
    /// Whether only ASCII is drawn.
    pub is_ascii: bool,
}

impl Theme {
    /// A theme for what the terminal can show.
    pub const fn new(has_colours: bool, is_ascii: bool) -> Self {
        Self { has_colours, is_ascii }
    }

    fn coloured(&self, colour: Color) -> Style {
        if self.has_colours { Style::new().fg(colour) } else { Style::new() }
    }

    /// Head line and titles.
    pub fn title(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }
    /// The border and title of the focused pane.
    pub fn focus(&self) -> Style {
        self.coloured(Color::Cyan).add_modifier(Modifier::BOLD)
    }
    /// Borders, column heads, what stands back.
    pub fn quiet(&self) -> Style {
        if self.has_colours { Style::new().fg(Color::DarkGray) } else { Style::new().add_modifier(Modifier::DIM) }
    }
    /// The selected row of the focused pane.
    pub fn selected(&self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }
    /// The selected row elsewhere.
    pub fn selected_elsewhere(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }
    /// What gets better, what is lawful.
    pub fn good(&self) -> Style {
        self.coloured(Color::Cyan)
    }
    /// What gets worse, what is refused.
    pub fn bad(&self) -> Style {
        self.coloured(Color::Yellow).add_modifier(Modifier::BOLD)
    }
    /// A warning.
    pub fn warning(&self) -> Style {
        self.coloured(Color::Yellow)
    }
    /// The person carried, and the target under the hand.
    pub fn carried(&self) -> Style {
        self.coloured(Color::Magenta).add_modifier(Modifier::BOLD)
    }
    /// Good or bad by sign.
    pub fn by_sign(&self, figure: i64) -> Style {
        match figure {
            0 => Style::new(),
            1.. => self.good(),
            _ => self.bad(),
        }
    }

    /// Lines of a pane; those of the focused one are heavier.
    pub const fn border(&self, is_focused: bool) -> border::Set<'static> {
        const ASCII: border::Set<'static> = border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        };
        match (self.is_ascii, is_focused) {
            (true, _) => ASCII,
            (false, true) => border::THICK,
            (false, false) => border::PLAIN,
        }
    }

    /// A symbol, or what stands for it in ASCII.
    pub fn symbol(&self, symbol: &'static str) -> &'static str {
        if !self.is_ascii {
            return symbol;
        }
        match symbol {
            "✓" => "+",
            "✗" => "x",
            "⊘" => "o",
            "▾" => "v",
            "▸" => ">",
            "→" => ">",
            "⇄" => "<>",
            "…" => "...",
            "·" => "-",
            "▌" => ">",
            "−" => "-",
            "♥" => "*",
            other => other,
        }
    }

    /// A text with its symbols replaced where only ASCII is drawn.
    pub fn plain(&self, text: &str) -> String {
        if !self.is_ascii {
            return text.to_owned();
        }
        text.chars()
            .map(|c| match c {
                '✓' => '+',
                '✗' => 'x',
                '⊘' => 'o',
                '→' | '▸' => '>',
                '−' | '─' => '-',
                '·' => '-',
                '…' => '.',
                '×' => 'x',
                '‹' => '<',
                '›' => '>',
                '♥' => '*',
                other => other,
            })
            .collect()
    }
}
