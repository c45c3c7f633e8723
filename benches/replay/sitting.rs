//! The program open in a pseudo-terminal: inputs played, and what became of each.
use super::Fallible;
use super::harness::Session;
use super::script::Input;
use std::path::Path;
use std::time::{Duration, Instant};

/// The program is done when it has sent nothing for so long and none of its threads ran.
const QUIET: Duration = Duration::from_millis(60);
const LOOK: Duration = Duration::from_millis(5);
/// What it works out in silence for longer than that (the best plan for 200,000 people) goes on behind the next inputs.
const BEHIND: Duration = Duration::from_millis(400);
/// The board of a million people takes its time on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// A lone Esc is an Esc only when nothing has followed it for so long (`term/input/decode.rs`): that is no work of the program.
const AFTER_ESC: Duration = Duration::from_millis(50);
/// People tried before giving up on one with a lawful target.
const TRIES: usize = 20;
/// What ends a frame.
const END: &[u8] = b"\x1b[?2026l";

/// What became of one input.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// Bytes of the first frame, and of all until quiet.
    pub first: usize,
    pub bytes: usize,
    /// From the input written to the first frame read; `None` where nothing was sent.
    pub time: Option<Duration>,
}

pub struct Sitting {
    session: Session,
    size: (u16, u16),
    pub first_paint: Duration,
    pub board: Duration,
}

impl Sitting {
    /// Opens a workspace and waits for the board and all that comes of itself.
    pub fn open(binary: &Path, workspace: &Path, size: (u16, u16)) -> Fallible<Self> {
        let (binary, workspace) = (binary.to_str().ok_or("a path in UTF-8")?, workspace.to_str().ok_or("a path in UTF-8")?);
        let start = Instant::now();
        let arguments = ["--lang", "id", "open", workspace, "--stats"];
        let mut session = Session::start(size.0, size.1, binary, &arguments, &[("XDG_CONFIG_HOME", "/nonexistent")]);
        while !session.screen_text().contains("Lowong ") {
            if start.elapsed() > PATIENCE {
                return Err(format!("no board:\n{}", session.screen_text()).into());
            }
            session.listen(Duration::from_millis(1));
        }
        let since = |arrival: Option<&(Instant, usize)>| arrival.map_or(Duration::ZERO, |(moment, _)| *moment - start);
        let board = since(session.arrivals().last());
        let painted = end_of_frame(session.raw()).unwrap_or(0);
        let first_paint = since(session.arrivals().iter().find(|(_, bytes)| *bytes >= painted));
        let mut sitting = Self { session, size, first_paint, board };
        // What the board asks for by itself, the best plan above all, is in before anybody types.
        sitting.settle(PATIENCE);
        Ok(sitting)
    }

    /// Plays an input.
    pub fn play(&mut self, input: &Input) -> Vec<Taken> {
        let (columns, rows) = self.size;
        let cell = |x: u16, y: u16| [(x, columns), (y, rows)].map(|(part, of)| (u32::from(part) * u32::from(of) / 1000) as u16);
        match *input {
            Input::Keys(keys) => keys.split(' ').map(|key| self.pressed(key)).collect(),
            Input::Again(times, key) => (0..times).map(|_| self.pressed(key)).collect(),
            Input::Wheel(times, x, y) => {
                let [x, y] = cell(x, y);
                (0..times).map(|_| self.measured(|session| session.wheel(true, x, y))).collect()
            }
            Input::Press(x, y) => {
                let [x, y] = cell(x, y);
                vec![self.measured(|session| session.press(x, y))]
            }
            Input::Drag(x, y, over) => {
                let [x, y] = cell(x, y);
                (0..over).map(|row| self.measured(|session| session.drag(x, y + row))).collect()
            }
            Input::Release(x, y) => {
                let [x, y] = cell(x, y);
                vec![self.measured(|session| session.release(x, y))]
            }
            Input::Resize(fewer, lower) => vec![self.measured(|session| session.resize(columns - fewer, rows - lower))],
            Input::Somebody => {
                self.pick_somebody();
                Vec::new()
            }
            Input::Rest => vec![self.measured(|session| {
                session.listen(Duration::from_secs(1));
            })],
        }
    }

    fn pick_somebody(&mut self) {
        self.pressed("backtab");
        for _ in 0..TRIES {
            for key in ["down", "space", "b"] {
                self.pressed(key);
            }
            if self.session.screen_text().contains("Letakkan di sini") {
                return;
            }
            for key in ["esc", "backtab"] {
                self.pressed(key);
            }
        }
    }

    fn pressed(&mut self, key: &str) -> Taken {
        let taken = self.measured(|session| session.keys(key));
        let held = if key == "esc" { AFTER_ESC } else { Duration::ZERO };
        Taken { time: taken.time.map(|time| time.saturating_sub(held)), ..taken }
    }

    fn measured(&mut self, input: impl FnOnce(&mut Session)) -> Taken {
        let (before, pieces, start) = (self.session.bytes(), self.session.arrivals().len(), Instant::now());
        input(&mut self.session);
        self.settle(BEHIND);
        let bytes = self.session.bytes() - before;
        let first = end_of_frame(&self.session.raw()[before..]).unwrap_or(bytes);
        let read = self.session.arrivals()[pieces..].iter().find(|(_, came)| *came >= before + first);
        Taken { first, bytes, time: read.map(|(moment, _)| *moment - start) }
    }

    /// Waits until the program sends nothing and sleeps; not longer than so much of silence.
    fn settle(&mut self, patience: Duration) {
        let (mut silent, mut asleep) = (Instant::now(), Instant::now());
        while asleep.elapsed() < QUIET && silent.elapsed() < patience {
            let has_sent = self.session.listen(LOOK) > 0;
            if has_sent {
                silent = Instant::now();
            }
            if has_sent || self.is_running() {
                asleep = Instant::now();
            }
        }
    }

    /// Whether any thread of the program runs, or would.
    fn is_running(&self) -> bool {
        let tasks = std::fs::read_dir(format!("{}/task", self.process())).into_iter().flatten().flatten();
        let state = |stat: String| stat.rsplit(") ").next().and_then(|rest| rest.chars().next());
        let states = tasks.filter_map(|task| state(std::fs::read_to_string(task.path().join("stat")).ok()?));
        states.into_iter().any(|state| matches!(state, 'R' | 'D'))
    }

    fn process(&self) -> String {
        format!("/proc/{}", self.session.pid().as_raw_nonzero())
    }

    /// The most resident memory so far, kB.
    pub fn peak_kb(&self) -> u64 {
        let status = std::fs::read_to_string(format!("{}/status", self.process())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    }

    /// Leaves; answers what the program then tells of its frames.
    pub fn quit(mut self) -> String {
        self.session.keys("q");
        self.session.wait_exit();
        let text = String::from_utf8_lossy(self.session.raw()).into_owned();
        let told = text.rsplit("\x1b[").next().and_then(|rest| rest.find("sebab").map(|at| rest[at..].to_owned()));
        told.unwrap_or_default().replace('\r', "").trim_end().to_owned()
    }
}

/// Bytes up to the end of the first frame.
fn end_of_frame(bytes: &[u8]) -> Option<usize> {
    bytes.windows(END.len()).position(|window| window == END).map(|at| at + END.len())
}
