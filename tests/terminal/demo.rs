//! The program under test: the smallest loop over `mutasi::term`, run by this very test binary when [`ASKED`] is set.
//!
//! Keys: q quit · p panic · w panic on a worker · r the same, handed on to the owner · x panic inside `contained` · c change one cell · m mouse off or on · z suspend ·
//! k show the cursor · d draw without change · b draw for ever. Everything that arrives is counted and listed.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crossterm::event::{KeyCode, MouseEvent, MouseEventKind};
use mutasi::term::guard::Guard;
use mutasi::term::input::{Input, Wheel, listen};
use mutasi::term::leave::OnExit;
use mutasi::term::output::Screen;
use mutasi::term::{panics, signals, watchdog};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Span, Text};

/// Set: be the program. Its words: `signals` and `watchdog` start those threads, `slow` makes the flush hang.
pub const ASKED: &str = "MUTASI_TERMINAL_DEMO";
/// A file that the flush writes.
pub const MARK: &str = "MUTASI_TERMINAL_MARK";

enum Event {
    Input(Input),
    Resumed,
}

#[derive(Default)]
struct State {
    count: usize,
    log: Vec<String>,
    cell: bool,
    cursor: bool,
    busy: bool,
    note: String,
}

pub fn run(asked: &str) {
    let on_exit: OnExit = {
        let (mark, slow) = (std::env::var(MARK).ok(), asked.contains("slow"));
        Arc::new(move || {
            mark.iter().for_each(|path| std::fs::write(path, "flushed").unwrap());
            if slow {
                std::thread::sleep(Duration::from_secs(60));
            }
        })
    };
    let (sender, receiver) = channel();
    if asked.contains("signals") {
        let resumed = sender.clone();
        signals::watch(Arc::clone(&on_exit), move || drop(resumed.send(Event::Resumed))).unwrap();
    }
    let guard = Guard::enter(true).unwrap();
    if asked.contains("watchdog") {
        watchdog::watch(on_exit).unwrap();
    }
    listen(sender, Event::Input).unwrap();
    panics::told(|| main_loop(&guard, &receiver));
}

fn main_loop(guard: &Guard, receiver: &Receiver<Event>) {
    let mut screen = Screen::new().unwrap();
    let mut state = State::default();
    screen.draw(|frame| view(frame, &state)).unwrap();
    while let Ok(first) = receiver.recv() {
        let mut waiting: Vec<Input> = Vec::new();
        for event in std::iter::once(first).chain(receiver.try_iter()) {
            match event {
                Event::Input(Input::Closed) => loop {
                    std::thread::park(); // a loop that does not notice: the watchdog and the signals must do without it
                },
                Event::Input(input) if waiting.last_mut().is_some_and(|last| last.absorb(&input)) => {}
                Event::Input(input) => waiting.push(input),
                Event::Resumed => {
                    state.log.push("resumed".into());
                    screen.repaint();
                }
            }
        }
        for input in waiting {
            if !update(guard, &mut state, &input) {
                return;
            }
        }
        let mut drawn = screen.draw(|frame| view(frame, &state));
        while state.busy && drawn.is_ok() {
            screen.repaint();
            drawn = screen.draw(|frame| view(frame, &state));
        }
        while drawn.is_err() {
            std::thread::park();
        }
    }
}

fn update(guard: &Guard, state: &mut State, input: &Input) -> bool {
    if let Input::Key(key) = input {
        match key.code {
            KeyCode::Char('q') => return false,
            KeyCode::Char('p') => panic!("the demo panics"),
            KeyCode::Char('w') => {
                let _ = std::thread::spawn(|| panic!("the worker panics")).join();
                state.note = panics::take_notes().join(" ");
            }
            KeyCode::Char('r') => {
                let handed_on = std::thread::spawn(|| panic!("the pool panics")).join();
                std::panic::resume_unwind(handed_on.unwrap_err());
            }
            KeyCode::Char('x') => state.note = panics::contained(|| panic!("held")).unwrap_or_else(|text: String| text),
            KeyCode::Char('c') => state.cell = !state.cell,
            KeyCode::Char('m') => guard.set_mouse(!guard.mouse()).unwrap(),
            KeyCode::Char('z') => state.note = format!("suspends: {}", signals::suspend()),
            KeyCode::Char('b') => state.busy = true,
            KeyCode::Char('k') => state.cursor = true,
            _ => {}
        }
        if matches!(key.code, KeyCode::Char('c' | 'd')) {
            return true;
        }
    }
    state.count += 1;
    state.log.push(worded(input));
    true
}

fn worded(input: &Input) -> String {
    match input {
        Input::Key(key) => format!("{:?}", key.code),
        Input::Mouse(MouseEvent { kind, column, row, .. }) => match kind {
            MouseEventKind::Down(_) => format!("down {column},{row}"),
            MouseEventKind::Drag(_) => format!("drag {column},{row}"),
            _ => format!("up {column},{row}"),
        },
        Input::Wheel(Wheel { direction, steps, .. }) => format!("wheel {direction:?} {steps}"),
        Input::Paste(text) => format!("paste {} {}", text.len(), text.bytes().map(u64::from).sum::<u64>()),
        other => format!("{other:?}"),
    }
}

fn view(frame: &mut Frame<'_>, state: &State) {
    let area = frame.area();
    let recent = state.log.iter().rev().take(12).rev().cloned().collect::<Vec<_>>().join("\n");
    let text = format!(
        "demo ready {}x{}\ncount {}\ncell {}\nnote {}\n{recent}",
        area.width,
        area.height,
        state.count,
        if state.cell { "X" } else { "O" },
        state.note
    );
    frame.render_widget(Text::raw(text), area);
    let corner = Rect::new(area.right().saturating_sub(1), area.bottom().saturating_sub(1), 1, 1);
    let selected = Style::new().red().bold().reversed();
    frame.render_widget(Span::styled("+", selected), corner.intersection(area));
    if state.cursor {
        frame.set_cursor_position((2, 1));
    }
}
