//! Frames: one draw is at most one synchronized write, and a draw that changes nothing writes nothing.
//!
//! ```text
//! view(&mut Frame) → ratatui's diff → Quiet (drops what the terminal knows) → FrameWriter (Begin … End, one write, counts) → Tty
//! ```
//! The update's end cannot be lost to a panic or an error in the view: nothing is written before the frame is complete.

mod quiet;
mod writer;

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use ratatui::layout::Size;
use ratatui::{Frame, Terminal};

use super::guard::Tty;
use quiet::Quiet;
use writer::{FrameWriter, Traffic};

/// The screen the program draws on.
pub struct Screen<W: Write = Tty> {
    terminal: Terminal<Quiet<W>>,
    traffic: Arc<Traffic>,
    repaint: bool,
}

impl Screen<Tty> {
    /// The terminal of this process. Take it first ([`super::guard::Guard::enter`]): until then frames go nowhere.
    ///
    /// # Errors
    /// When the terminal does not tell its size.
    pub fn new() -> io::Result<Self> {
        Self::over(Tty, None)
    }
}

impl<W: Write> Screen<W> {
    /// A screen over any writer, of a fixed size or the terminal's.
    ///
    /// # Errors
    /// When the terminal does not tell its size.
    pub fn over(out: W, size: Option<Size>) -> io::Result<Self> {
        let traffic = Arc::new(Traffic::default());
        let backend = Quiet::new(FrameWriter::new(out, Arc::clone(&traffic)), size);
        Ok(Self { terminal: Terminal::new(backend)?, traffic, repaint: true })
    }

    /// Draw one frame, and answer what `view` answers (the hit map). The cursor is shown where `view` sets it, hidden if it sets none.
    ///
    /// # Errors
    /// What the terminal answers to the write.
    pub fn draw<R>(&mut self, view: impl FnOnce(&mut Frame<'_>) -> R) -> io::Result<R> {
        if std::mem::take(&mut self.repaint) {
            self.terminal.backend_mut().forget();
            self.terminal.clear()?;
        }
        let mut answer = None;
        self.terminal.draw(|frame| answer = Some(view(frame)))?;
        answer.ok_or_else(|| io::Error::other("the view was not called"))
    }

    /// Make the next draw send every cell: after the terminal was given back and taken again, or when the user asks (Ctrl-L).
    pub fn repaint(&mut self) {
        self.repaint = true;
    }

    /// The size the next frame will have.
    ///
    /// # Errors
    /// When the terminal does not tell its size.
    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Frames that sent something, so far.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.traffic.frames.load(Ordering::Relaxed)
    }

    /// Bytes sent, so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.traffic.bytes.load(Ordering::Relaxed)
    }
}

/// The terminal's size. A serial line that says 0 × 0 counts as 80 × 24. Not `crossterm::terminal::size`, which runs `tput` when the
/// terminal is gone.
///
/// # Errors
/// When there is no terminal.
pub fn terminal_size() -> io::Result<Size> {
    let window = crossterm::terminal::window_size()?;
    let known = |cells: u16, usual: u16| if cells == 0 { usual } else { cells };
    Ok(Size::new(known(window.columns, 80), known(window.rows, 24)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Color, Style};

    fn screen(sent: &mut Vec<u8>) -> Screen<&mut Vec<u8>> {
        Screen::over(sent, Some(Size::new(80, 24))).unwrap()
    }

    fn text(frame: &mut Frame<'_>, text: &str) {
        frame.render_widget(text, frame.area());
    }

    #[test]
    fn a_frame_is_one_synchronized_update() {
        let mut sent = Vec::new();
        screen(&mut sent).draw(|frame| text(frame, "hai")).unwrap();
        let sent = String::from_utf8(sent).unwrap();
        assert!(sent.starts_with("\x1b[?2026h") && sent.ends_with("\x1b[?2026l") && sent.contains("hai"), "{sent:?}");
        assert_eq!(sent.matches("2026").count(), 2);
    }

    fn draw(screen: &mut Screen<&mut Vec<u8>>, cursor: Option<(u16, u16)>) {
        let view = |frame: &mut Frame<'_>| {
            text(frame, "hai");
            cursor.into_iter().for_each(|at| frame.set_cursor_position(at));
        };
        screen.draw(view).unwrap();
    }

    #[test]
    fn a_frame_without_change_sends_nothing_with_and_without_cursor() {
        let mut sent = Vec::new();
        let mut screen = screen(&mut sent);
        for cursor in [None, Some((3, 4)), None] {
            draw(&mut screen, cursor);
            let before = (screen.frames(), screen.bytes());
            draw(&mut screen, cursor);
            assert_eq!((screen.frames(), screen.bytes()), before);
        }
        assert_eq!(screen.frames(), 3, "the first frame, the cursor shown, the cursor hidden");
        let counted = screen.bytes();
        drop(screen);
        assert_eq!(counted, u64::try_from(sent.len()).unwrap());
    }

    #[test]
    fn one_changed_cell_costs_under_a_hundred_bytes_and_the_cursor_comes_back() {
        let mut sent = Vec::new();
        let mut screen = screen(&mut sent);
        let mut before = 0;
        for label in ["a", "b"] {
            before = screen.bytes();
            screen
                .draw(|frame| {
                    frame.buffer_mut().set_string(9, 9, label, Style::new().fg(Color::Red).bg(Color::Blue));
                    frame.set_cursor_position((1, 2));
                })
                .unwrap();
        }
        assert!(screen.bytes() - before < 100, "{}", screen.bytes() - before);
        drop(screen);
        assert!(String::from_utf8(sent).unwrap().ends_with("\x1b[3;2H\x1b[?2026l"));
    }

    #[test]
    fn repainting_sends_every_cell_again_in_one_frame() {
        let mut sent = Vec::new();
        let mut screen = screen(&mut sent);
        screen.draw(|frame| text(frame, "hai")).unwrap();
        screen.repaint();
        screen.draw(|frame| text(frame, "hai")).unwrap();
        assert_eq!(screen.frames(), 2);
        drop(screen);
        assert_eq!(String::from_utf8(sent).unwrap().matches("hai").count(), 2);
    }

    #[test]
    fn a_panicking_view_has_sent_nothing() {
        let mut sent = Vec::new();
        let mut screen = screen(&mut sent);
        let failed = crate::term::panics::contained(|| screen.draw(|_| -> u8 { panic!("view") }));
        assert!(failed.is_err());
        drop(screen);
        assert_eq!(sent, b"");
    }
}
