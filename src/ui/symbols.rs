//! Signs. Everything is drawn with the signs of the first column; where a terminal has fewer, the finished frame gets those of
//! another column, cell by cell: one place, whatever was cut, joined or typed before.
use crate::app::look::Symbols;
use ratatui::buffer::Buffer;

/// Who is carried.
pub const CARRIED: &str = "●";
/// Marked, to be carried with others.
pub const MARKED: &str = "○";
/// What the person is held over.
pub const TARGET: &str = "►";
/// The selected row.
pub const SELECTED: &str = "▌";
/// Pinned to a post.
pub const PINNED: &str = "■";
/// A unit or level that is locked.
pub const LOCKED: &str = "◘";
/// Has a wish.
pub const WISH: &str = "♥";
/// Two people change posts.
pub const SWAP: &str = "⇄";
/// What is not known yet.
pub const PENDING: &str = "…";
/// What there is none of.
pub const NONE: &str = "–";
/// A unit whose posts are shown.
pub const UNFOLDED: &str = "▾";
/// A unit whose posts are not shown.
pub const FOLDED: &str = "▸";
/// A row that belongs to another.
pub const BRANCH: &str = "├";
/// The last one.
pub const LAST_BRANCH: &str = "└";
/// Unicode, WGL4, ASCII. A sign that is in WGL4 stands twice.
const TABLE: &[(char, char, char)] = &[
    // Verdicts.
    ('✓', '√', '+'),
    ('✗', '×', 'x'),
    ('⊘', 'Ø', 'o'),
    // Marks.
    ('●', '●', '@'),
    ('○', '○', 'o'),
    ('►', '►', '>'),
    ('▾', '▼', 'v'),
    ('▸', '►', '>'),
    ('■', '■', '#'),
    ('◘', '◘', '&'),
    ('♥', '♥', '*'),
    // Between words and figures.
    ('→', '→', '>'),
    ('←', '←', '<'),
    ('↑', '↑', '^'),
    ('↓', '↓', 'v'),
    ('⇄', '↔', '='),
    ('↔', '↔', '='),
    ('≠', '#', '#'),
    ('−', '−', '-'),
    ('–', '–', '-'),
    ('—', '—', '-'),
    ('·', '·', '-'),
    ('…', '…', '.'),
    ('×', '×', 'x'),
    ('‹', '‹', '<'),
    ('›', '›', '>'),
    // Bars: eighths, then halves, then what is nearest.
    ('█', '█', '#'),
    ('▉', '█', '#'),
    ('▊', '█', '='),
    ('▋', '▌', '='),
    ('▌', '▌', '|'),
    ('▍', '▌', '-'),
    ('▎', '▌', '-'),
    ('▏', ' ', ' '),
    ('░', '░', '.'),
    // A course: eighths from below; no digits, which would be read as figures.
    ('▁', '_', '_'),
    ('▂', '_', '.'),
    ('▃', '▄', '-'),
    ('▄', '▄', '-'),
    ('▅', '▄', '='),
    ('▆', '█', '='),
    ('▇', '█', '#'),
    // Borders; those of the focused pane are heavier.
    ('─', '─', '-'),
    ('│', '│', '|'),
    ('┌', '┌', '+'),
    ('┐', '┐', '+'),
    ('├', '├', '+'),
    ('└', '└', '+'),
    ('┘', '┘', '+'),
    ('━', '═', '='),
    ('┃', '║', '|'),
    ('┏', '╔', '+'),
    ('┓', '╗', '+'),
    ('┗', '╚', '+'),
    ('┛', '╝', '+'),
];

/// Puts the signs of a set into a finished frame. Letters of people's names stay as they are.
pub fn put(buffer: &mut Buffer, symbols: Symbols) {
    if symbols == Symbols::Unicode {
        return;
    }
    for cell in &mut buffer.content {
        let mut signs = cell.symbol().chars();
        let (Some(sign), None) = (signs.next(), signs.next()) else { continue };
        if sign.is_ascii() {
            continue;
        }
        if let Some((_, wgl4, ascii)) = TABLE.iter().find(|(unicode, ..)| *unicode == sign) {
            cell.set_char(if symbols == Symbols::Wgl4 { *wgl4 } else { *ascii });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthChar;

    #[test]
    fn every_sign_takes_one_column_in_every_set_and_stands_once() {
        for (at, (unicode, wgl4, ascii)) in TABLE.iter().enumerate() {
            assert_eq!([unicode, wgl4, ascii].map(|sign| sign.width()), [Some(1); 3], "{unicode}");
            assert!(ascii.is_ascii());
            assert!(TABLE[at + 1..].iter().all(|(other, ..)| other != unicode), "{unicode} stands twice");
        }
    }

    #[test]
    fn a_frame_gets_the_signs_of_its_set_and_keeps_names() {
        let shown = |symbols| {
            let mut buffer = Buffer::with_lines(["✓ Łucja ▊ e\u{301} ┏━"]);
            put(&mut buffer, symbols);
            buffer.content.iter().map(|cell| cell.symbol().to_owned()).collect::<String>()
        };
        assert_eq!(shown(Symbols::Unicode), "✓ Łucja ▊ e\u{301} ┏━");
        assert_eq!(shown(Symbols::Wgl4), "√ Łucja █ e\u{301} ╔═");
        assert_eq!(shown(Symbols::Ascii), "+ Łucja = e\u{301} +=");
    }
}
