//! The thread that reads: it blocks in `poll(2)` on the terminal and on a pipe that the size-change signal writes to.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{SendError, Sender};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGWINCH;

use super::{Decoder, Input};
use crate::term::{output, panics};

/// A defect in the decoder may cost a few keys, not the session, and not the processor either.
const MAX_RESTARTS: u32 = 16;

/// Start reading: each input goes through `wrap` into `sender`, so that one channel carries inputs, answers and signals. Ends when the
/// receiver is gone, or with [`Input::Closed`] when the terminal is. Start it once, after the terminal is taken.
///
/// # Errors
/// When the size-change signal cannot be caught or no thread can be started.
pub fn listen<T: Send + 'static>(sender: Sender<T>, wrap: impl Fn(Input) -> T + Send + 'static) -> io::Result<()> {
    let (mut resized, on_signal) = UnixStream::pair()?;
    resized.set_nonblocking(true)?;
    signal_hook::low_level::pipe::register(SIGWINCH, on_signal)?;
    thread::Builder::new().name("input".into()).spawn(move || {
        for _ in 0..MAX_RESTARTS {
            match panics::contained(|| read_all(&mut resized, &mut |input| sender.send(wrap(input)))) {
                Ok(Ended::ReceiverGone) => return,
                Ok(Ended::TerminalGone) => break,
                Err(_) => {} // a fresh decoder, and on
            }
        }
        let _ = sender.send(wrap(Input::Closed));
    })?;
    Ok(())
}

enum Ended {
    ReceiverGone,
    TerminalGone,
}

fn read_all<T>(resized: &mut UnixStream, send: &mut impl FnMut(Input) -> Result<(), SendError<T>>) -> Ended {
    let stdin = io::stdin();
    let mut decoder = Decoder::default();
    let mut bytes = [0_u8; 16 << 10];
    let mut inputs = Vec::new();
    loop {
        let mut fds = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(resized, PollFlags::IN)];
        match poll(&mut fds, decoder.waits().map(timespec).as_ref()) {
            Ok(0) => decoder.expire(&mut inputs),
            Ok(_) => {}
            Err(Errno::INTR | Errno::AGAIN) => continue,
            Err(_) => return Ended::TerminalGone,
        }
        let (keys, size) = (!fds[0].revents().is_empty(), !fds[1].revents().is_empty());
        if size {
            while matches!(resized.read(&mut bytes), Ok(count) if count > 0) {}
            inputs.extend(output::terminal_size().ok().map(|size| Input::Resize(size.width, size.height)));
        }
        if keys {
            match rustix::io::read(stdin.as_fd(), &mut bytes) {
                // In raw mode a read of nothing is no Ctrl-D: it is the end.
                Ok(0) => return Ended::TerminalGone,
                Ok(count) => decoder.feed(bytes.get(..count).unwrap_or_default(), &mut inputs),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => return Ended::TerminalGone,
            }
        }
        for input in inputs.drain(..) {
            if send(input).is_err() {
                return Ended::ReceiverGone;
            }
        }
    }
}

fn timespec(wait: Duration) -> Timespec {
    Timespec { tv_sec: i64::try_from(wait.as_secs()).unwrap_or(i64::MAX), tv_nsec: i64::from(wait.subsec_nanos()) }
}
