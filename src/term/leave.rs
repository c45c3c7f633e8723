//! The way out that does not go through the event loop: a signal, or a terminal that is gone. The loop may hang in a write.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{guard, panics};

/// What must be done before the process ends: flush what is not on disk yet. Called at most once, on a thread of its own, perhaps while
/// the loop runs: take locks with `try_lock` or be short. What the screen showed as saved is on disk already.
pub type OnExit = Arc<dyn Fn() + Send + Sync>;

/// How long the flush may take before the process ends without it: gone within a second.
pub const FLUSH_LIMIT: Duration = Duration::from_millis(500);

static LEAVING: AtomicBool = AtomicBool::new(false);

/// Flush, give the terminal back, end the process with `status`. A second caller waits for the first one's end.
pub fn leave(status: i32, on_exit: &OnExit) -> ! {
    if LEAVING.swap(true, Ordering::SeqCst) {
        loop {
            thread::park();
        }
    }
    let (done, finished) = mpsc::channel();
    let flush = Arc::clone(on_exit);
    let started = thread::Builder::new().name("flush".into()).spawn(move || {
        let _ = panics::contained(|| flush());
        let _ = done.send(());
    });
    if started.is_ok() {
        let _ = finished.recv_timeout(FLUSH_LIMIT);
    }
    guard::restore_now();
    std::process::exit(status)
}
