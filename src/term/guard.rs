//! The terminal, taken and given back: [`Guard`] on the usual way, [`restore_now`] on every other (panic, signal, hang-up).
//!
//! The state is the process's, for there is one terminal: a few atomics, so that any thread can restore without waiting for the one
//! that draws.

use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::panics;

/// Some guard lives: after a suspension the terminal is to be taken again.
static HELD: AtomicBool = AtomicBool::new(false);
/// The modes are set now: there is something to undo, and frames may be written.
static ENTERED: AtomicBool = AtomicBool::new(false);
/// Mouse reports are wanted.
static MOUSE: AtomicBool = AtomicBool::new(false);
/// Held during each write, so that a restoration does not land inside a frame.
static WRITING: Mutex<()> = Mutex::new(());

/// Press, drag, release and wheel, in decimal coordinates. Not ?1003 (every motion would cross the network) nor ?1015 (an older
/// encoding some terminals prefer if offered).
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
/// End of a synchronized update first: a frame may have been cut in two. An escape inside a cut sequence cancels it.
const LEAVE_BEFORE_MOUSE: &str = "\x1b[?2026l\x1b[0m\x1b[?25h\x1b[?1004l\x1b[?2004l";
const LEAVE_AFTER_MOUSE: &str = "\x1b[?1049l";
/// How long a restoration waits for a frame being written, and again for a terminal that takes no bytes (Ctrl-S, a dead line).
const PATIENCE: Duration = Duration::from_millis(200);

/// Holds the terminal; dropping it gives everything back. There can be one at a time.
#[derive(Debug)]
pub struct Guard {
    _private: (),
}

impl Guard {
    /// Take the terminal: raw mode, alternate screen, mouse reports if `mouse`, bracketed paste, focus reports, no cursor. Installs the
    /// panic hook, and makes this thread the one whose panic restores the terminal.
    ///
    /// # Errors
    /// `Unsupported` when standard input or output is no terminal, `AlreadyExists` when a guard lives, or what the system answers.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "standard input and output must be a terminal"));
        }
        if HELD.swap(true, Ordering::SeqCst) {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, "the terminal is already held"));
        }
        panics::install();
        // Under NO_COLOR crossterm 0.29 writes an empty SGR, which resets bold and reverse: a selected row would vanish. Colours are left
        // out by the monochrome theme instead.
        crossterm::style::force_color_output(true);
        MOUSE.store(mouse, Ordering::SeqCst);
        let guard = Self { _private: () };
        retake().map(|()| guard) // on an error the guard is dropped here, which undoes the half
    }

    /// Turn mouse reports on or off. Off sets no mode at all, so that the terminal's own selecting and copying works.
    ///
    /// # Errors
    /// What the system answers to the write.
    pub fn set_mouse(&self, on: bool) -> io::Result<()> {
        MOUSE.store(on, Ordering::SeqCst);
        Tty.write_all(if on { MOUSE_ON } else { MOUSE_OFF }.as_bytes())
    }

    /// Gives a text to the clipboard of whoever sits before the terminal, also over SSH (OSC 52). Many terminals let no
    /// program do that, or ask first; none tells. Nothing is ever read back.
    ///
    /// # Errors
    /// What the system answers to the write.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        let mut sequence = String::new();
        let written = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
        if written.is_ok() { Tty.write_all(sequence.as_bytes()) } else { Ok(()) }
    }

    /// Whether mouse reports are on.
    #[must_use]
    pub fn mouse(&self) -> bool {
        MOUSE.load(Ordering::SeqCst)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        HELD.store(false, Ordering::SeqCst);
        restore_now();
    }
}

/// Whether the terminal's modes are set now.
#[must_use]
pub fn entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Give the terminal back, from any thread, at any moment, as often as one likes: only the first call after a taking does something.
/// Later frames go nowhere. Never blocks longer than 0.4 s, even on a terminal that takes no bytes. Errors are not told: there may be
/// no terminal any more, and nobody to tell.
pub fn restore_now() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let _writing = patient_lock();
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_OFF } else { "" };
    let sequence = format!("{LEAVE_BEFORE_MOUSE}{mouse}{LEAVE_AFTER_MOUSE}");
    let mut rest = sequence.as_bytes();
    while !rest.is_empty() && takes_bytes() {
        match rustix::io::write(io::stdout().as_fd(), rest) {
            Ok(written) if written > 0 => rest = rest.get(written..).unwrap_or_default(),
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
            _ => break,
        }
    }
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Take the terminal again after a suspension; also after a mere CONT, for the shell may have changed its modes. True when it was
/// taken and all must be drawn anew; false when no guard lives or the terminal is gone.
pub(super) fn resume() -> bool {
    if !HELD.load(Ordering::SeqCst) {
        return false;
    }
    // crossterm keeps the first modes it saw: undo, so that the shell's present ones are the ones to come back to.
    let _ = crossterm::terminal::disable_raw_mode();
    retake().is_ok()
}

fn retake() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst); // before the fact: a signal in between restores too much rather than too little
    crossterm::terminal::enable_raw_mode()?;
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_ON } else { "" };
    Tty.write_all(format!("\x1b[?1049h{mouse}\x1b[?2004h\x1b[?1004h\x1b[?25l").as_bytes())
}

/// The lock, or after [`PATIENCE`] nothing: the writer may hang in a terminal that takes no bytes.
fn patient_lock() -> Option<MutexGuard<'static, ()>> {
    let start = Instant::now();
    loop {
        match WRITING.try_lock() {
            Ok(lock) => return Some(lock),
            Err(std::sync::TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(std::sync::TryLockError::WouldBlock) if start.elapsed() > PATIENCE => return None,
            Err(std::sync::TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(2)),
        }
    }
}

/// Whether standard output takes bytes within [`PATIENCE`].
fn takes_bytes() -> bool {
    let stdout = io::stdout();
    let mut fds = [PollFd::new(&stdout, PollFlags::OUT)];
    let patience = Timespec { tv_sec: 0, tv_nsec: PATIENCE.as_nanos().try_into().unwrap_or(0) };
    poll(&mut fds, Some(&patience)).is_ok_and(|ready| ready > 0) && fds[0].revents().contains(PollFlags::OUT)
}

/// Standard output, unbuffered, while the terminal is held; bytes written at another time are dropped.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tty;

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            let writing = WRITING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if !entered() {
                return Ok(bytes.len());
            }
            match rustix::io::write(io::stdout().as_fd(), bytes) {
                Ok(written) => return Ok(written),
                Err(rustix::io::Errno::INTR) => {}
                // Somebody who shares the terminal made it non-blocking: wait here, or half a frame would be lost.
                Err(rustix::io::Errno::AGAIN) => {
                    drop(writing);
                    takes_bytes();
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn restoring_what_was_never_taken_is_harmless() {
        restore_now();
        restore_now();
        assert!(!entered());
        assert!(!resume());
    }

    #[test]
    fn bytes_go_nowhere_while_the_terminal_is_not_held() {
        assert_eq!(Tty.write(b"\x1b[?1049h").unwrap(), 8);
    }
}
