//! Gathers a frame and sends it as one synchronized update in one write.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A terminal that knows the pair shows the frame at once, without tearing; others ignore it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// A full frame of 200 × 60 in colours is under a quarter of it.
const CAPACITY: usize = 64 << 10;

/// What has been sent.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    pub(super) frames: AtomicU64,
    pub(super) bytes: AtomicU64,
}

pub(super) struct FrameWriter<W> {
    frame: Vec<u8>,
    out: W,
    traffic: Arc<Traffic>,
}

impl<W: Write> FrameWriter<W> {
    pub(super) fn new(out: W, traffic: Arc<Traffic>) -> Self {
        Self { frame: Vec::with_capacity(CAPACITY), out, traffic }
    }
}

impl<W: Write> Write for FrameWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.frame.is_empty() {
            self.frame.extend_from_slice(BEGIN);
        }
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        self.frame.extend_from_slice(END);
        let sent = self.out.write_all(&self.frame).and_then(|()| self.out.flush());
        self.traffic.frames.fetch_add(1, Ordering::Relaxed);
        self.traffic.bytes.fetch_add(u64::try_from(self.frame.len()).unwrap_or(0), Ordering::Relaxed);
        self.frame.clear();
        sent
    }
}
