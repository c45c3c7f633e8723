//! What is seen while a plan is opened, before there is a state.
use super::command::Id;
use super::keymap::Keymap;
use super::look::Look;
use crate::model::Kind;
use crate::store::stage::Stage;
use crossterm::event::KeyEvent;

/// A step of the opening, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The journal.
    Journal,
    /// The lists under `facts/`.
    Lists,
    /// What follows from them.
    Judging,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 3] = [Self::Journal, Self::Lists, Self::Judging];
}

/// A plan being opened.
#[derive(Debug)]
pub struct Loading {
    /// Title of the workspace.
    pub title: String,
    /// Name of the plan.
    pub plan: String,
    /// How it looks.
    pub look: Look,
    /// The keys in use.
    pub keymap: Keymap,
    /// What is done now.
    pub step: Step,
    /// The list begun last.
    pub list: Option<Kind>,
    /// How much of the lists is read, 0–1,000.
    pub permille: u64,
}

impl Loading {
    /// At its beginning.
    pub const fn new(title: String, plan: String, look: Look, keymap: Keymap) -> Self {
        Self { title, plan, look, keymap, step: Step::Journal, list: None, permille: 0 }
    }

    /// Takes in how far it is. Lists are read side by side: of two threads the slower one tells nothing new.
    pub fn told(&mut self, stage: Stage) {
        let step = match stage {
            Stage::Journal => Step::Journal,
            Stage::List(kind) => {
                self.list = Some(kind);
                Step::Lists
            }
            Stage::Read(read, of) => {
                self.permille = self.permille.max(read.saturating_mul(1000).checked_div(of).unwrap_or(0).min(1000));
                Step::Lists
            }
            Stage::Judging => Step::Judging,
        };
        self.step = self.step.max(step);
    }

    /// Whether a key leaves; every other one is dropped, for there is nothing yet that it could mean.
    pub fn is_left_by(&self, key: KeyEvent) -> bool {
        matches!(self.keymap.command(key), Some(Id::Back | Id::Quit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    #[test]
    fn it_never_goes_back() {
        let mut loading = Loading::new(String::new(), String::new(), Look::default(), Keymap::default());
        let stages = [Stage::Journal, Stage::List(Kind::Employees), Stage::Read(6, 10), Stage::Read(5, 10), Stage::Judging];
        stages.into_iter().for_each(|stage| loading.told(stage));
        loading.told(Stage::Read(3, 10));
        assert_eq!((loading.step, loading.list, loading.permille), (Step::Judging, Some(Kind::Employees), 600));
        loading.told(Stage::Read(0, 0));
        assert_eq!(loading.permille, 600, "no list at all is no division");
    }

    #[test]
    fn the_keys_that_leave_are_those_of_the_keymap() {
        let loading = Loading::new(String::new(), String::new(), Look::default(), Keymap::default());
        let key = |code, modifiers| loading.is_left_by(KeyEvent::new(code, modifiers));
        assert!(key(KeyCode::Esc, KeyModifiers::NONE) && key(KeyCode::Char('q'), KeyModifiers::NONE));
        assert!(key(KeyCode::Char('c'), KeyModifiers::CONTROL));
        assert!(!key(KeyCode::Char('c'), KeyModifiers::NONE) && !key(KeyCode::Enter, KeyModifiers::NONE));
    }
}
