//! ratatui's crossterm backend, less what the terminal knows already.
//!
//! Of its own it sends three resets for an empty diff, the cursor's state with every frame, and clears the screen outside the frame; and
//! to clear, it asks the terminal where the cursor is, which over SSH waits for an answer that our reader takes.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType as Cleared};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::terminal_size;
use super::writer::FrameWriter;

pub(super) struct Quiet<W: Write> {
    inner: CrosstermBackend<FrameWriter<W>>,
    size: Option<Size>,
    /// Where the view wants the cursor, and whether it is to be seen.
    wanted: (Position, bool),
    /// Where the terminal has it, if we know.
    at: Option<Position>,
    /// Whether the terminal shows it, if we know.
    visible: Option<bool>,
}

impl<W: Write> Quiet<W> {
    pub(super) fn new(writer: FrameWriter<W>, size: Option<Size>) -> Self {
        Self { inner: CrosstermBackend::new(writer), size, wanted: (Position::ORIGIN, false), at: None, visible: None }
    }

    /// The terminal's state is not known any more.
    pub(super) fn forget(&mut self) {
        (self.at, self.visible) = (None, None);
    }
}

/// A space without any attribute.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.modifier.is_empty() && (cell.fg, cell.bg) == (Color::Reset, Color::Reset)
}

/// The attributes the terminal writes with. A frame begins and ends without any.
#[derive(Default)]
struct Pen {
    colours: (Color, Color),
    modifiers: Modifier,
}

impl Pen {
    /// Sends what differs, in one sequence.
    fn change(&mut self, cell: &Cell, out: &mut impl Write) -> io::Result<()> {
        let mut codes: Vec<String> = Vec::new();
        let wanted = (cell.fg, cell.bg);
        if !cell.modifier.contains(self.modifiers) {
            // Nothing can be taken off alone on every terminal (22 takes bold and dim): start anew.
            codes.push("0".into());
            *self = Self::default();
        }
        for (modifier, code) in MODIFIERS {
            if cell.modifier.contains(modifier) && !self.modifiers.contains(modifier) {
                codes.push(code.into());
            }
        }
        if self.colours.0 != wanted.0 {
            codes.push(colour(wanted.0, 30));
        }
        if self.colours.1 != wanted.1 {
            codes.push(colour(wanted.1, 40));
        }
        (self.colours, self.modifiers) = (wanted, cell.modifier);
        if codes.is_empty() { Ok(()) } else { write!(out, "\x1b[{}m", codes.join(";")) }
    }

    fn lift(self, out: &mut impl Write) -> io::Result<()> {
        if self.colours == Default::default() && self.modifiers.is_empty() { Ok(()) } else { out.write_all(b"\x1b[0m") }
    }
}

/// Goes to the right: shorter than naming the column.
fn forward(by: u16, out: &mut impl Write) -> io::Result<()> {
    if by == 1 { out.write_all(b"\x1b[C") } else { write!(out, "\x1b[{by}C") }
}

const MODIFIERS: [(Modifier, &str); 8] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The code of a colour; `base` is 30 for what is written, 40 for what lies behind.
fn colour(colour: Color, base: u8) -> String {
    let named = |at: u8| (base + at).to_string();
    let bright = |at: u8| (base + 60 + at).to_string();
    match colour {
        Color::Reset => named(9),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(index) => format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
    }
}

impl<W: Write> Backend for Quiet<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        // crossterm's own writer sends a whole position for every gap and one sequence for every attribute: over a slow line that is
        // most of a frame.
        let mut pen = Pen::default();
        let mut next: Option<Position> = None;
        // How wide a terminal draws what is not ASCII is its own affair (an arrow takes two columns in East Asian fonts): after
        // such a sign a column is named, and only then.
        let mut is_ascii = true;
        let mut content = content.peekable();
        while let Some((x, y, cell)) = content.next() {
            self.at = None;
            let mut blanks = u16::from(is_blank(cell));
            match next {
                Some(at) if (at.x, at.y) == (x, y) => {}
                Some(at) if at.y == y && is_ascii && at.x < x => forward(x - at.x, &mut self.inner)?,
                Some(at) if at.y == y => {
                    write!(self.inner, "\x1b[{}G", u32::from(x) + 1)?;
                    is_ascii = true;
                }
                _ => {
                    queue!(self.inner, MoveTo(x, y))?;
                    is_ascii = true;
                }
            }
            pen.change(cell, &mut self.inner)?;
            if blanks > 0 {
                while content.next_if(|(at, line, cell)| (*at, *line) == (x + blanks, y) && is_blank(cell)).is_some() {
                    blanks += 1;
                }
                if blanks >= 8 {
                    // Erased at once; the cursor stays.
                    write!(self.inner, "\x1b[{blanks}X")?;
                    next = Some(Position::new(x, y));
                } else {
                    write!(self.inner, "{:width$}", "", width = usize::from(blanks))?;
                    next = Some(Position::new(x + blanks, y));
                }
                continue;
            }
            self.inner.write_all(cell.symbol().as_bytes())?;
            is_ascii &= cell.symbol().is_ascii();
            // Where the cursor stands after a wide sign is the terminal's to know.
            next = (UnicodeWidthStr::width(cell.symbol()) == 1).then(|| Position::new(x.saturating_add(1), y));
        }
        pen.lift(&mut self.inner)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.wanted.1 = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.wanted.1 = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.wanted.0)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.wanted.0 = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let region = match region {
            ClearType::All => Cleared::All,
            ClearType::AfterCursor => Cleared::FromCursorDown,
            ClearType::BeforeCursor => Cleared::FromCursorUp,
            ClearType::CurrentLine => Cleared::CurrentLine,
            ClearType::UntilNewLine => Cleared::UntilNewLine,
        };
        queue!(self.inner, Clear(region))
    }

    fn size(&self) -> io::Result<Size> {
        self.size.map_or_else(terminal_size, Ok)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    /// The end of a frame.
    fn flush(&mut self) -> io::Result<()> {
        let (position, visible) = self.wanted;
        if self.visible != Some(visible) {
            if visible {
                queue!(self.inner, Show)?
            } else {
                queue!(self.inner, Hide)?
            }
            self.visible = Some(visible);
        }
        if visible && self.at != Some(position) {
            queue!(self.inner, MoveTo(position.x, position.y))?;
            self.at = Some(position);
        }
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Style, Stylize};
    use ratatui::text::{Line, Span};
    use ratatui::widgets::Widget;

    const COLOURS: [Color; 6] =
        [Color::Reset, Color::Cyan, Color::DarkGray, Color::LightRed, Color::Indexed(200), Color::Rgb(1, 2, 3)];

    /// What we send, drawn by a terminal, is what was asked for: any style after any other, with gaps and wide signs between.
    #[test]
    fn a_terminal_shows_what_was_drawn_whatever_came_before() {
        let mut terminal = vt100::Parser::new(10.try_into().unwrap(), 60.try_into().unwrap(), 0);
        let mut random = fastrand::Rng::with_seed(7);
        let area = Rect::new(0, 0, 60, 10);
        let mut before = Buffer::empty(area);
        for _ in 0..200 {
            let mut after = before.clone();
            for _ in 0..random.usize(1..8) {
                let (x, y) = (random.u16(0..50), random.u16(0..10));
                let mut style =
                    Style::new().fg(*random.choice(COLOURS.iter()).unwrap()).bg(*random.choice(COLOURS.iter()).unwrap());
                for modifier in [Modifier::BOLD, Modifier::UNDERLINED, Modifier::REVERSED] {
                    if random.bool() {
                        style = style.add_modifier(modifier);
                    }
                }
                // Wide signs in rows of their own: half of one under something narrow is the terminal's to draw.
                let (x, text) = if y % 3 == 0 {
                    (x / 10 * 10, "漢字")
                } else {
                    (x, *random.choice(["a", "Lurah", "→ 7 %"].iter()).unwrap())
                };
                Line::from(vec![Span::styled(text, style), "…        ".into(), "…".bold()])
                    .render(Rect::new(x, y, 10, 1), &mut after);
            }
            let mut sent = Vec::new();
            let mut backend = Quiet::new(FrameWriter::new(&mut sent, Default::default()), Some(Size::new(60, 10)));
            backend.draw(before.diff(&after).into_iter()).unwrap();
            Backend::flush(&mut backend).unwrap();
            drop(backend);
            terminal.process(&sent);
            for y in 0..10 {
                let mut x = 0;
                while x < 60 {
                    let (cell, shown) = (&after[(x, y)], terminal.screen().cell(y, x).unwrap());
                    let contents = if shown.contents().is_empty() { " " } else { shown.contents() };
                    let expected =
                        (cell.symbol(), cell.modifier.contains(Modifier::BOLD), cell.modifier.contains(Modifier::REVERSED));
                    assert_eq!((contents, shown.bold(), shown.inverse()), expected, "at {x},{y}");
                    assert_eq!(shown.underline(), cell.modifier.contains(Modifier::UNDERLINED), "at {x},{y}");
                    assert_eq!(shown.fgcolor(), seen(cell.fg), "at {x},{y}");
                    x += UnicodeWidthStr::width(cell.symbol()).max(1) as u16;
                }
            }
            before = after;
        }
    }

    fn seen(colour: Color) -> vt100::Color {
        match colour {
            Color::Cyan => vt100::Color::Idx(6),
            Color::DarkGray => vt100::Color::Idx(8),
            Color::LightRed => vt100::Color::Idx(9),
            Color::Indexed(index) => vt100::Color::Idx(index),
            Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
            _ => vt100::Color::Default,
        }
    }
}
