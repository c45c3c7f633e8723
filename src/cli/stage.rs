//! One line on standard error that says what goes on, where someone watches it.
use std::cell::Cell;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::time::{Duration, Instant};

/// How often a line is written anew.
const EVERY: Duration = Duration::from_millis(200);

/// The line; nothing is written unless standard error is a terminal. It is gone when dropped.
pub(super) struct Stage {
    is_watched: bool,
    shown: Cell<Option<Instant>>,
}

impl Stage {
    pub fn new() -> Self {
        Self { is_watched: io::stderr().is_terminal(), shown: Cell::new(None) }
    }

    /// What begins now: said at once, since nobody knows how long it will take.
    pub fn begin(&self, text: &str) {
        if self.is_watched {
            self.write(text);
        }
    }

    /// How far it is: written five times a second at most.
    pub fn update(&self, text: impl FnOnce() -> String) {
        if self.is_watched && self.shown.get().is_none_or(|shown| shown.elapsed() > EVERY) {
            self.write(&text());
        }
    }

    /// Takes the line away.
    pub fn end(&self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }

    fn write(&self, text: &str) {
        // Standard error may be gone: there is nobody to tell.
        let _ = write!(io::stderr(), "\r{text}\x1b[K");
        self.shown.set(Some(Instant::now()));
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.end();
    }
}

/// Input that tells how many bytes of it have been used.
pub(super) struct Counted<R, F> {
    input: R,
    used: u64,
    tell: F,
}

impl<R, F: FnMut(u64)> Counted<R, F> {
    pub fn new(input: R, tell: F) -> Self {
        Self { input, used: 0, tell }
    }
}

impl<R: Read, F: FnMut(u64)> Read for Counted<R, F> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(into)?;
        self.used += read as u64;
        (self.tell)(self.used);
        Ok(read)
    }
}

impl<R: BufRead, F: FnMut(u64)> BufRead for Counted<R, F> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, used: usize) {
        self.input.consume(used);
        self.used += used as u64;
        (self.tell)(self.used);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_counted_however_it_is_read() {
        let mut told = Vec::new();
        let mut input = Counted::new(&b"one\ntwo\nthree"[..], |used| told.push(used));
        let mut line = String::new();
        input.read_line(&mut line).unwrap();
        let mut rest = Vec::new();
        input.read_to_end(&mut rest).unwrap();
        assert_eq!((line.as_str(), rest.as_slice()), ("one\n", &b"two\nthree"[..]));
        assert_eq!((told.first(), told.last()), (Some(&4), Some(&13)));
    }
}
