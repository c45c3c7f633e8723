//! The palette: every command, found by the words of its title in either language.
use super::command::{COMMANDS, Group, Id};
use super::lists;
use super::search::Finder;
use crate::text::{Lang, screen};
use tui_input::Input;

/// The palette.
#[derive(Clone, Debug)]
pub struct Palette {
    /// What is typed.
    pub input: Input,
    /// The commands found.
    pub rows: Vec<Id>,
    /// The row selected.
    pub at: usize,
    /// First row shown.
    pub offset: usize,
}

impl Default for Palette {
    /// All commands.
    fn default() -> Self {
        Self { input: Input::default(), rows: all().collect(), at: 0, offset: 0 }
    }
}

/// What is done comes before how one moves: everybody knows the arrows.
fn all() -> impl Iterator<Item = Id> {
    let of = |moves: bool| COMMANDS.iter().filter(move |command| (command.group == Group::Move) == moves);
    of(false).chain(of(true)).map(|command| command.id).filter(|id| *id != Id::Palette)
}

impl Palette {
    /// Takes what is written now.
    pub fn write(&mut self, input: Input) {
        if input.value() != self.input.value() {
            self.search(input.value());
        }
        self.input = input;
    }

    /// Shows the commands that a text finds, best first.
    fn search(&mut self, text: &str) {
        let titles = |id| format!("{} {}", screen::title(Lang::Id, id), screen::title(Lang::En, id));
        let everything: Vec<Id> = all().collect();
        let found = Finder::new(everything.iter().map(|id| titles(*id))).find(text);
        self.rows = found.into_iter().map(|at| everything[at]).collect();
        // A whole title comes first, then one that begins so.
        let typed = text.trim().to_lowercase();
        self.rows.sort_by_key(|id| {
            let titles = [Lang::Id, Lang::En].map(|lang| screen::title(lang, *id).to_lowercase());
            (!titles.contains(&typed), !titles.iter().any(|title| title.starts_with(&typed)))
        });
        (self.at, self.offset) = (0, 0);
    }

    /// Selects by steps.
    pub fn step(&mut self, by: i64) {
        self.at = lists::step(Some(self.at), by, self.rows.len()).unwrap_or(0);
    }

    /// The command selected.
    pub fn selected(&self) -> Option<Id> {
        self.rows.get(self.at).copied()
    }
}
