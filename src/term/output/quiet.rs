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

impl<W: Write> Backend for Quiet<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.at = None;
        self.inner.draw(content)
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
