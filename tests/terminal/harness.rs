//! A program in a pseudo-terminal: bytes in, a screen out, and waits that say what they waited for.
//!
//! Every wait has a name and ends in ten seconds with the last screen: no test sleeps and hopes. Use it from another test target with
//! `#[path = "terminal/harness.rs"] mod harness;`.
#![allow(dead_code, reason = "each test target uses a part")]

#[path = "harness_keys.rs"]
mod names;

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::num::NonZeroU16;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take, on a loaded machine.
const DEADLINE: Duration = Duration::from_secs(10);
/// No byte for so long means that the program has drawn what it had to.
const QUIET: Duration = Duration::from_millis(150);

/// A running program and its terminal.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    input: Option<File>,
    reader: Option<JoinHandle<()>>,
    stop_reading: Arc<AtomicBool>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    raw: Vec<u8>,
    arrivals: Vec<(Instant, usize)>,
}

impl Session {
    /// Start `program` in a terminal of `cols` × `rows`, as xterm, in UTF-8, with colours; `envs` come on top.
    pub fn start(cols: u16, rows: u16, program: &str, args: &[&str], envs: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size(cols, rows)).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(std::env::current_dir().expect("a working directory"));
        for name in ["NO_COLOR", "COLORTERM", "LC_ALL", "LC_CTYPE"] {
            command.env_remove(name);
        }
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("RUST_BACKTRACE", "0")].iter().chain(envs) {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave); // else the end of the program is not the end of the file
        let input = own_copy(pair.master.as_ref());
        let (sender, output) = channel();
        let stop_reading = Arc::new(AtomicBool::new(false));
        let (mut from, stop) = (input.try_clone().expect("a copy of the master"), Arc::clone(&stop_reading));
        let reader = std::thread::spawn(move || {
            let mut bytes = vec![0; 64 << 10];
            while !stop.load(Ordering::SeqCst) {
                if !readable(&from, Duration::from_millis(20)) {
                    continue;
                }
                match from.read(&mut bytes) {
                    Ok(count) if count > 0 && sender.send((Instant::now(), bytes[..count].to_vec())).is_ok() => {}
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    _ => return, // EIO: the last writer closed the terminal
                }
            }
        });
        Self {
            child,
            master: Some(pair.master),
            input: Some(input),
            reader: Some(reader),
            stop_reading,
            output,
            parser: parser(cols, rows),
            raw: Vec::new(),
            arrivals: Vec::new(),
        }
    }

    /// Send bytes as they are.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let input = self.input.as_mut().expect("the terminal is not hung up");
        input.write_all(bytes.as_ref()).expect("the terminal takes bytes");
    }

    /// Send keys by name, separated by spaces: `enter esc tab backtab up down left right home end pageup pagedown delete backspace space
    /// f1`…`f12`, `ctrl-x`, `alt-x`; anything else is typed.
    pub fn keys(&mut self, names: &str) {
        for name in names.split(' ') {
            self.send(names::bytes(name));
        }
    }

    /// Press the left button on a cell, counted from 0.
    pub fn press(&mut self, col: u16, row: u16) {
        self.mouse(0, col, row, 'M');
    }

    /// Move with the left button held.
    pub fn drag(&mut self, col: u16, row: u16) {
        self.mouse(32, col, row, 'M');
    }

    /// Let the left button go.
    pub fn release(&mut self, col: u16, row: u16) {
        self.mouse(0, col, row, 'm');
    }

    /// Turn the wheel one notch.
    pub fn wheel(&mut self, down: bool, col: u16, row: u16) {
        self.mouse(64 + u16::from(down), col, row, 'M');
    }

    /// Any report: SGR code, cell from 0 (on the wire they count from 1), `M` or `m`.
    pub fn mouse(&mut self, code: u16, col: u16, row: u16, last: char) {
        self.send(format!("\x1b[<{code};{};{}{last}", u32::from(col) + 1, u32::from(row) + 1));
    }

    /// Wait until the screen is as wished; after ten seconds panic with `what`, the last screen and the bytes so far.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, wished: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        loop {
            if wished(self.parser.screen()) {
                return;
            }
            assert!(start.elapsed() < DEADLINE, "waited in vain until {what}\n{}", self.report());
            if !self.receive(Duration::from_millis(50)) && !wished(self.parser.screen()) {
                panic!("the program ended before {what}\n{}", self.report());
            }
        }
    }

    /// Wait until the screen shows `text`.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("the screen shows {text:?}"), |screen| screen.contents().contains(text));
    }

    /// Wait until nothing has come for a while.
    #[track_caller]
    pub fn settle(&mut self) {
        let start = Instant::now();
        let mut last = self.bytes();
        let mut quiet_since = Instant::now();
        while quiet_since.elapsed() < QUIET {
            assert!(start.elapsed() < DEADLINE, "the program does not stop writing\n{}", self.report());
            if !self.receive(Duration::from_millis(20)) {
                return;
            }
            if self.bytes() != last {
                (last, quiet_since) = (self.bytes(), Instant::now());
            }
        }
    }

    /// Collect what comes during `time`, and answer how many bytes came.
    pub fn listen(&mut self, time: Duration) -> usize {
        let (before, start) = (self.bytes(), Instant::now());
        while start.elapsed() < time && self.receive(time.saturating_sub(start.elapsed())) {}
        self.bytes() - before
    }

    /// Change the size of the terminal.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.master.as_ref().expect("the terminal is not hung up").resize(size(cols, rows)).expect("a new size");
        self.parser.screen_mut().set_size(cells(rows), cells(cols));
    }

    /// Close the only handle on the terminal, as a lost connection does. A copy left in the reading thread would keep it open.
    pub fn hang_up(&mut self) {
        self.stop_reading();
        self.input = None;
        self.master = None;
    }

    /// Read no more: the terminal fills up, as behind a stalled connection.
    pub fn stop_reading(&mut self) {
        self.stop_reading.store(true, Ordering::SeqCst);
        self.reader.take().into_iter().for_each(|reader| reader.join().expect("the reader ends"));
    }

    /// Let time pass where nothing can be waited for.
    pub fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }

    /// Wait for the program's end; answer its exit status and the time since the call.
    #[track_caller]
    pub fn wait_exit(&mut self) -> (u32, Duration) {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the child can be asked") {
                let took = start.elapsed();
                if self.reader.is_some() {
                    while self.receive(Duration::from_millis(100)) && start.elapsed() < DEADLINE {}
                }
                return (status.exit_code(), took);
            }
            assert!(start.elapsed() < DEADLINE, "waited in vain for the end\n{}", self.report());
            self.receive(Duration::from_millis(5));
        }
    }

    /// Send a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("the program lives");
    }

    /// The program's process id.
    pub fn pid(&self) -> Pid {
        let id = self.child.process_id().and_then(|id| i32::try_from(id).ok());
        id.and_then(Pid::from_raw).expect("the program lives")
    }

    /// Processor time used, in clock ticks (100 a second on Linux), user and system.
    pub fn cpu_ticks(&self) -> u64 {
        cpu_ticks(self.pid())
    }

    /// Bytes that came from the program.
    pub fn bytes(&self) -> usize {
        self.raw.len()
    }

    /// All bytes that came from the program.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// When each piece came, and how many bytes had come with it.
    pub fn arrivals(&self) -> &[(Instant, usize)] {
        &self.arrivals
    }

    /// The screen as it is.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The screen's text, a line a row.
    pub fn screen_text(&self) -> String {
        self.screen().contents()
    }

    /// Where `text` stands: column and row of its first cell, from 0.
    pub fn find(&self, text: &str) -> Option<(u16, u16)> {
        let (rows, cols) = self.screen().size();
        let wanted: Vec<char> = text.chars().collect();
        for row in 0..rows.get() {
            // One entry a cell that holds something; the right half of a wide sign holds nothing.
            let line: Vec<(u16, String)> = (0..cols.get())
                .filter_map(|col| {
                    self.screen()
                        .cell(row, col)
                        .filter(|cell| !cell.is_wide_continuation())
                        .map(|cell| (col, cell.contents().to_owned()))
                })
                .map(|(col, sign)| (col, if sign.is_empty() { " ".to_owned() } else { sign }))
                .collect();
            for (start, (col, _)) in line.iter().enumerate() {
                let rest = line[start..].iter().flat_map(|(_, sign)| sign.chars());
                if rest.take(wanted.len()).eq(wanted.iter().copied()) {
                    return Some((*col, row));
                }
            }
        }
        None
    }

    /// Take in what comes within `patience`; false when nothing can come any more.
    fn receive(&mut self, patience: Duration) -> bool {
        match self.output.recv_timeout(patience) {
            Ok((moment, bytes)) => {
                self.parser.process(&bytes);
                self.raw.extend_from_slice(&bytes);
                self.arrivals.push((moment, self.raw.len()));
                true
            }
            Err(RecvTimeoutError::Timeout) => true,
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(patience.min(Duration::from_millis(5))); // else a loop that waits for the end would spin
                false
            }
        }
    }

    fn report(&self) -> String {
        format!("--- {} bytes, last screen:\n{}\n---", self.bytes(), self.screen_text())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.stop_reading.store(true, Ordering::SeqCst);
    }
}

/// Processor time of any process; 0 when it is gone.
pub fn cpu_ticks(pid: Pid) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap_or_default();
    // The name, in parentheses, may hold spaces: count from the last one. Fields 14 and 15 of proc(5).
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    [11, 12].iter().filter_map(|index| fields.get(*index)?.parse::<u64>().ok()).sum()
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a size above 0")
}

fn parser(cols: u16, rows: u16) -> vt100::Parser {
    vt100::Parser::new(cells(rows), cells(cols), 0)
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn readable(file: &File, patience: Duration) -> bool {
    let wait = Timespec { tv_sec: 0, tv_nsec: i64::from(patience.subsec_nanos()) };
    poll(&mut [PollFd::new(file, PollFlags::IN)], Some(&wait)).is_ok_and(|ready| ready > 0)
}

/// A handle of our own: portable-pty's reader cannot be stopped, and its writer types an end-of-file when dropped.
fn own_copy(master: &dyn MasterPty) -> File {
    let raw = master.as_raw_fd().expect("a Unix pseudo-terminal");
    // SAFETY: `master` is borrowed for the whole call, so its descriptor stays open while it is copied.
    #[allow(unsafe_code, reason = "portable-pty tells only the number")]
    let borrowed = unsafe { BorrowedFd::borrow_raw(raw) };
    let owned: OwnedFd = borrowed.as_fd().try_clone_to_owned().expect("a copy of the master");
    File::from(owned)
}
