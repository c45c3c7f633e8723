//! Which role each cell of a picture has: what themes are held to.

use mutasi::app::look::{Symbols, ThemeName};
use mutasi::ui::Theme;
use ratatui::buffer::Cell;
use ratatui::style::Style;

use crate::program::Program;

/// Which role each cell has, told from what it looks like in every theme: a letter a cell.
pub fn roles(program: &mut Program) -> String {
    program.state.look.symbols = Symbols::default();
    let looks: Vec<_> = ThemeName::ALL
        .into_iter()
        .map(|theme| {
            program.state.look.theme = theme;
            program.draw();
            (Theme::of(theme), program.buffer.clone())
        })
        .collect();
    let looks_so = |cell: &Cell, theme: &Theme, role: Style| {
        let expected = Style::reset().patch(theme.ground).patch(role);
        (cell.fg, cell.bg, cell.modifier)
            == (expected.fg.unwrap_or_default(), expected.bg.unwrap_or_default(), expected.add_modifier)
    };
    let letter = |at: usize| {
        let is = |role: fn(&Theme) -> Style| looks.iter().all(|(theme, cells)| looks_so(&cells.content[at], theme, role(theme)));
        let found = ROLES.iter().find(|(_, role)| is(*role));
        found.map_or_else(
            || {
                let cells: Vec<_> = looks.iter().map(|(_, cells)| &cells.content[at]).collect();
                panic!("a look without a role at {at}: {cells:?}\n{}", program.text())
            },
            |(letter, _)| *letter,
        )
    };
    let columns = usize::from(program.area.width);
    let rows = (0..usize::from(program.area.height)).map(|row| (0..columns).map(|at| letter(row * columns + at)).collect());
    rows.map(|row: String| format!("{}\n", row.trim_end())).collect()
}

/// The roles of a theme; what looks the same in every theme counts as the first.
type Role = fn(&Theme) -> Style;

const ROLES: &[(char, Role)] = &[
    (' ', |_| Style::new()),
    ('q', |theme| theme.quiet),
    ('T', |theme| theme.title),
    ('F', |theme| theme.focus),
    ('S', |theme| theme.selected),
    ('e', |theme| theme.selected_elsewhere),
    ('_', |theme| theme.field),
    ('g', |theme| theme.good),
    ('b', |theme| theme.bad),
    ('w', |theme| theme.warning),
    ('c', |theme| theme.carried),
    ('t', |theme| theme.target),
];
