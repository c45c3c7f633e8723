//! How far the opening of a plan is, told while it lasts.
use crate::model::Kind;
use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};

/// What is done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The journal is opened, and another program that has the plan is waited for.
    Journal,
    /// The list of a kind is begun; others may still be under way.
    List(Kind),
    /// So many bytes of the lists are read, of so many.
    Read(u64, u64),
    /// All is read: facts are linked and judged.
    Judging,
}

/// Who is told: from several threads, every few thousand rows.
pub type Watch<'a> = &'a (dyn Fn(Stage) + Sync);

/// Counts the bytes of lists that are read side by side.
pub(super) struct Meter<'a> {
    watch: Watch<'a>,
    read: AtomicU64,
    of: u64,
}

impl<'a> Meter<'a> {
    /// For lists of so many bytes together.
    pub(super) fn new(watch: Watch<'a>, of: u64) -> Self {
        Self { watch, read: AtomicU64::new(0), of }
    }

    /// The bytes of the list of a kind, counted as they are read.
    pub(super) fn over<R: Read>(&self, kind: Kind, bytes: R) -> Metered<'_, R> {
        (self.watch)(Stage::List(kind));
        Metered { bytes, meter: self }
    }
}

/// Bytes that are counted.
pub(super) struct Metered<'a, R> {
    bytes: R,
    meter: &'a Meter<'a>,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(into)?;
        let before = self.meter.read.fetch_add(count as u64, Ordering::Relaxed);
        (self.meter.watch)(Stage::Read(before + count as u64, self.meter.of));
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn lists_read_side_by_side_are_counted_together() {
        let told = Mutex::new(Vec::new());
        let watch = |stage| told.lock().unwrap().push(stage);
        let meter = Meter::new(&watch, 5);
        for (kind, bytes) in [(Kind::Units, &b"abc"[..]), (Kind::Positions, b"de")] {
            meter.over(kind, bytes).read_to_end(&mut Vec::new()).unwrap();
        }
        let mut told = told.into_inner().unwrap();
        told.dedup();
        let expected = [Stage::List(Kind::Units), Stage::Read(3, 5), Stage::List(Kind::Positions), Stage::Read(5, 5)];
        assert_eq!(told, expected);
    }
}
