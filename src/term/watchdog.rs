//! Notices that the terminal is gone when no signal tells so (SIGHUP ignored by a parent such as nohup, or by a multiplexer).
//!
//! A thread blocks in `poll(2)` on standard input asking for no event at all: hang-up and error are reported unasked, keys are not, so
//! it steals none and uses no processor time until the end.

use std::io;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::leave::{OnExit, leave};

/// The status a shell gives to a process that SIGHUP ended (128 + 1): hang-up ends the same way with and without the signal.
pub const HUNG_UP: i32 = 129;

/// Start the thread. When the terminal goes it flushes through `on_exit` and ends the process with [`HUNG_UP`].
///
/// # Errors
/// When no thread can be started.
pub fn watch(on_exit: OnExit) -> io::Result<()> {
    thread::Builder::new().name("watchdog".into()).spawn(move || {
        wait_for_hang_up();
        leave(HUNG_UP, &on_exit)
    })?;
    Ok(())
}

fn wait_for_hang_up() {
    let stdin = io::stdin();
    loop {
        let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut fds, None) {
            Ok(_) if fds[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) => return,
            Ok(_) | Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return, // cannot watch, so cannot promise: better out than a spinning orphan
        }
    }
}
