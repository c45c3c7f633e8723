//! Signals, on a thread of their own: a flag polled by the loop is never seen when the loop hangs in a write to a dead terminal.

use std::io;
use std::thread;

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::guard;
use super::leave::{OnExit, leave};

/// Start the thread. HUP, INT, QUIT and TERM (number n) flush through `on_exit`, restore the terminal and end the process with 128 + n.
/// TSTP gives the terminal back and stops; CONT takes it again and calls `resumed`, which must make the loop repaint everything.
///
/// # Errors
/// When a handler cannot be installed or no thread can be started.
pub fn watch(on_exit: OnExit, resumed: impl Fn() + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => stop(),
                SIGCONT if guard::resume() => resumed(),
                SIGCONT => {}
                ending => leave(128 + ending, &on_exit),
            }
        }
    })?;
    Ok(())
}

/// Whether somebody is there to bring a stopped program back. A program that is its session's first (an SSH command, a tmux window),
/// or in that one's process group, has no shell above it: stopped, it would be stuck.
#[must_use]
pub fn can_suspend() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// What Ctrl-Z asks for. True when the program will stop; false when it must not, and the screen should say so.
#[must_use]
pub fn suspend() -> bool {
    can_suspend() && signal_hook::low_level::raise(SIGTSTP).is_ok()
}

/// Restore first, stop then: the whole group, as the terminal's own Ctrl-Z does, or the shell would wait for `cargo run` while we sleep.
/// CONT comes back through the loop above, for this thread may run on for a moment after the call.
fn stop() {
    if can_suspend() {
        guard::restore_now();
        let _ = kill_current_process_group(Signal::STOP);
    }
}
