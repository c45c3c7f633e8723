//! What a planner does: actions by name, each of one or more inputs. It begins on the board as it opens, on the vacancies, in Indonesian.

/// What is put into the terminal. Places are in permille of its columns and rows.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    /// Keys by name, one after another, each measured.
    Keys(&'static str),
    /// The same key so many times.
    Again(usize, &'static str),
    /// A notch of the wheel downwards, so many times.
    Wheel(usize, u16, u16),
    /// The button pressed.
    Press(u16, u16),
    /// The pointer moved with the button held: over so many rows from there on.
    Drag(u16, u16, u16),
    /// The button let go.
    Release(u16, u16),
    /// A window narrower and lower by so much, or as it was.
    Resize(u16, u16),
    /// Nothing for a second.
    Rest,
    /// Not measured: down the people to one with a lawful target, who is picked up and held over the best.
    Somebody,
}

use Input::{Again, Drag, Keys, Press, Release, Resize, Rest, Somebody, Wheel};

const LISTS: &str = "enter esc left";

/// The actions.
pub const SCRIPT: &[(&str, &[Input])] = &[
    ("idle", &[Rest]),
    ("candidates of the first row", &[Keys("enter")]),
    ("back to the vacancies", &[Keys("esc")]),
    ("down, vacancies", &[Again(10, "down")]),
    ("page down, vacancies", &[Again(4, "pagedown")]),
    ("last, first row", &[Keys("end home")]),
    ("other pane", &[Keys("backtab tab backtab")]),
    ("down, people", &[Again(10, "down")]),
    ("page down, people", &[Again(4, "pagedown")]),
    ("person's card, opened", &[Keys("i")]),
    ("person's card, down", &[Again(5, "down")]),
    ("person's card, closed", &[Keys("esc")]),
    ("search, a letter", &[Keys("/ s a n")]),
    ("search, left", &[Keys("esc")]),
    ("picked up", &[Keys("space")]),
    ("down, targets", &[Again(10, "down")]),
    ("put back", &[Keys("esc")]),
    ("(somebody with a lawful target)", &[Somebody]),
    ("next target", &[Again(5, "n")]),
    ("previous target", &[Keys("N")]),
    ("best target", &[Keys("b")]),
    ("last row, a unit", &[Keys("end")]),
    ("next unit as target", &[Again(5, "up")]),
    ("best target again", &[Keys("b")]),
    ("drop", &[Keys("enter")]),
    ("undo", &[Keys("u")]),
    ("redo", &[Keys("U")]),
    ("proposals, opened", &[Keys("p")]),
    ("proposals, closed", &[Keys("esc")]),
    ("needs, opened", &[Keys("B")]),
    ("needs, down", &[Again(5, "down")]),
    ("needs, page down", &[Again(3, "pagedown")]),
    ("needs, sorted", &[Keys("> <")]),
    ("needs, a unit opened", &[Keys("enter")]),
    ("post's card, opened", &[Keys("enter")]),
    ("post's card, down", &[Again(5, "down")]),
    ("post's card, closed", &[Keys("esc")]),
    ("needs again", &[Keys("esc")]),
    ("needs, closed", &[Keys("esc")]),
    ("journal, opened", &[Keys("R")]),
    ("journal, closed", &[Keys("esc")]),
    ("figures", &[Keys("f")]),
    ("next figure", &[Again(7, "right")]),
    // From the last figure back to the first; where fewer have room the first list is opened again.
    ("lists behind the figures", &[Keys(LISTS), Keys(LISTS), Keys(LISTS), Keys(LISTS), Keys(LISTS), Keys(LISTS), Keys(LISTS)]),
    ("its rows", &[Keys("enter"), Again(5, "down"), Again(3, "pagedown")]),
    ("figures, left", &[Keys("esc esc")]),
    ("to the people", &[Keys("backtab")]),
    ("wheel, people", &[Wheel(10, 100, 500)]),
    ("wheel, vacancies", &[Wheel(10, 550, 500)]),
    ("drag begun", &[Press(100, 400), Drag(100, 450, 1)]),
    ("drag over targets", &[Drag(550, 300, 10)]),
    ("drag put back", &[Keys("esc"), Release(550, 300)]),
    ("help, opened and closed", &[Keys("? esc")]),
    ("resize", &[Resize(10, 4), Resize(0, 0)]),
    ("full repaint", &[Keys("ctrl-l")]),
];
