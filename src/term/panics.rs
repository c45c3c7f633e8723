//! Panics under a held terminal. Printed there, a message would be lost with the alternate screen or shift it.
//!
//! - On the thread that took the terminal: restore it, then do what was done before (the message, exit status 101).
//! - On another thread, and handed on to that one (a pool does so, and no hook runs then): [`told`] restores and tells.
//! - Inside [`contained`]: the program goes on; the caller gets the message.
//! - On any other thread (a worker of a pool, say): the program goes on, and the message waits in [`take_notes`].

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::io::Write;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread::ThreadId;

use super::guard;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}
static OWNER: Mutex<Option<ThreadId>> = Mutex::new(None);
static NOTES: Mutex<Vec<String>> = Mutex::new(Vec::new());
/// The owner's panic was told by the hook.
static SPOKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();
/// More than this tells nothing new.
const MAX_NOTES: usize = 64;

/// Install the hook, once in the life of the process, and make this thread the owner of the terminal.
pub(super) fn install() {
    *OWNER.lock().unwrap_or_else(PoisonError::into_inner) = Some(std::thread::current().id());
    HOOK.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if DEPTH.get() > 0 {
                LAST.with_borrow_mut(|last| *last = Some(worded(info)));
            } else if guard::entered() && !owner_panics() {
                note(worded(info));
            } else {
                guard::restore_now();
                SPOKEN.store(true, Ordering::SeqCst);
                previous(info);
            }
        }));
    });
}

/// Run `work`; if it panics, the terminal stays as it is and the message, with its place, is the error. Values that `work` shares with
/// others may be half changed: give it its own, or drop them.
///
/// # Errors
/// The panic's message.
///
/// ```
/// let answer = mutasi::term::panics::contained(|| 6 * 7);
/// assert_eq!(answer, Ok(42));
/// ```
pub fn contained<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    DEPTH.set(DEPTH.get() + 1);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    DEPTH.set(DEPTH.get() - 1);
    // The hook knows the place too; it does not speak when the panic came over from another thread.
    outcome.map_err(|payload| LAST.take().unwrap_or_else(|| said(&*payload)))
}

/// Run the owner's loop. When a panic of another thread ends it, the terminal is given back and the message printed, as
/// the hook does for a panic of the owner; then the panic goes on (exit status 101).
pub fn told<T>(work: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        guard::restore_now();
        if !SPOKEN.load(Ordering::SeqCst) {
            let mut notes = take_notes();
            if notes.is_empty() {
                notes.push(said(&*payload));
            }
            for note in notes {
                // Nobody may be there to read it.
                let _ = writeln!(std::io::stderr(), "{note}");
            }
        }
        resume_unwind(payload)
    })
}

fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(ToString::to_string).or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "panic".to_owned())
}

/// Messages of panics on other threads since the last call, oldest first: for a line on the screen and for the log.
#[must_use]
pub fn take_notes() -> Vec<String> {
    std::mem::take(&mut NOTES.lock().unwrap_or_else(PoisonError::into_inner))
}

fn note(text: String) {
    let mut notes = NOTES.lock().unwrap_or_else(PoisonError::into_inner);
    if notes.len() < MAX_NOTES {
        notes.push(text);
    }
}

fn owner_panics() -> bool {
    // Never wait inside a hook: if the lock is taken, restoring is the safe side.
    OWNER.try_lock().map_or(true, |owner| *owner == Some(std::thread::current().id()))
}

fn worded(info: &PanicHookInfo<'_>) -> String {
    let said = info.payload_as_str().unwrap_or("panic");
    info.location().map_or_else(|| said.to_owned(), |place| format!("{said} ({}:{})", place.file(), place.line()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contained_panic_is_an_error_and_the_next_run_is_clean() {
        let failed = contained(|| -> u8 { panic!("no such post") });
        assert!(failed.unwrap_err().contains("no such post"));
        assert_eq!(contained(|| 1), Ok(1));
    }

    #[test]
    fn containers_nest() {
        let outer = contained(|| contained(|| -> u8 { panic!("inner") }).unwrap_or(7));
        assert_eq!(outer, Ok(7));
    }
}
