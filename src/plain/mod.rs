//! The program as lines of text: for screen readers, for lines too slow or terminals too plain for a board, and for
//! scripts. One line asks, sentences answer; what is decided goes the same way as on the board, through
//! [`Session`], so that undo, journal and refusals are the same.
//!
//! `ask` reads a line, `lists` shows people, posts and proposals with the numbers by which the next line names them, `carrying`
//! holds somebody over posts, `composing` lets the core compose.
mod ask;
mod carrying;
mod composing;
mod lists;

use crate::app::alphabet::Alphabet;
use crate::app::lists::people::People;
use crate::desk::composition::Composition;
use crate::desk::edit::Edit;
use crate::desk::live::LiveBest;
use crate::model::{EmployeeIx, PositionIx};
use crate::store::session::{ChangeError, Session};
use crate::text::plain::{self, Said};
use crate::text::screen::{person, post};
use crate::text::{Lang, journal, reports};
use ask::Ask;
use std::io::{self, BufRead, Write};

/// What the number of a listed line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Person(EmployeeIx),
    Post(PositionIx),
}

/// The program.
struct Plain<'a> {
    session: Session,
    lang: Lang,
    out: &'a mut dyn Write,
    /// The employees, as the board lists and finds them.
    people: People,
    /// What the numbers of the last list stand for.
    listed: Vec<Item>,
    carried: Option<EmployeeIx>,
    /// Kept up with the plan once somebody was picked up.
    best: Option<LiveBest>,
    /// The core's plan that waits to be taken.
    composed: Option<Box<Composition>>,
    is_read_only: bool,
    is_masked: bool,
}

/// Answers lines until one says to leave, or there are no more. With `is_prompting` each line is asked for.
///
/// # Errors
/// Of input and output, and of the journal's file: everything else is answered in words.
pub fn run(
    session: Session,
    lang: Lang,
    is_read_only: bool,
    is_prompting: bool,
    input: &mut impl BufRead,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let people = People::new(&session.desk, &Alphabet::of(&session.desk.grounds().facts));
    let mut it = Plain {
        session,
        people,
        lang,
        out,
        listed: Vec::new(),
        carried: None,
        best: None,
        composed: None,
        is_read_only,
        is_masked: false,
    };
    it.welcome()?;
    loop {
        if is_prompting {
            write!(it.out, "> ")?;
        }
        it.out.flush()?;
        let mut line = Vec::new();
        // A line that is no UTF-8 is a line all the same.
        if io::Read::take(&mut *input, LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let line = String::from_utf8_lossy(&line);
        match ask::read(&line) {
            Ok(None) => {}
            Ok(Some(Ask::Quit)) => return Ok(()),
            Ok(Some(ask)) => it.answer(ask)?,
            Err(unknown) => it.say(&plain::unknown(it.lang, &unknown))?,
        }
    }
}

/// Bytes of a line that are read at once.
const LONGEST: u64 = 1 << 16;

impl Plain<'_> {
    /// Writes a sentence. Names come from files of others: what is no sign to be read does not reach the terminal.
    fn say(&mut self, sentence: &str) -> io::Result<()> {
        let shown: String = sentence.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
        writeln!(self.out, "{shown}")
    }

    fn said(&mut self, said: Said) -> io::Result<()> {
        self.say(plain::said(self.lang, said))
    }

    /// What a report writes.
    fn report(&mut self, write: impl FnOnce(&mut dyn Write, &Self) -> io::Result<()>) -> io::Result<()> {
        let mut text = Vec::new();
        write(&mut text, self)?;
        let text = String::from_utf8_lossy(&text);
        self.say(text.trim_end())
    }

    fn welcome(&mut self) -> io::Result<()> {
        let title = self.session.workspace.settings.title.clone();
        self.say(&title)?;
        self.figures()?;
        if self.is_read_only {
            self.said(Said::ReadOnly)?;
        }
        self.said(Said::Welcome)
    }

    fn answer(&mut self, ask: Ask) -> anyhow::Result<()> {
        match ask {
            Ask::People(query) => self.people(&query)?,
            Ask::Vacancies(query) => self.vacancies(&query)?,
            Ask::Posts(query) => self.posts(&query)?,
            Ask::Proposals => self.proposals()?,
            Ask::Candidates(which) => self.candidates(&which)?,
            Ask::PickUp(which) => self.pick_up(&which)?,
            Ask::Targets(query) => self.targets(&query)?,
            Ask::Why(which) => self.why(&which)?,
            Ask::Drop(which) => self.drop_on(&which)?,
            Ask::PutBack => self.put_back()?,
            Ask::Withdraw(which) => self.withdraw(&which)?,
            Ask::Reason(which, text) => self.reason(&which, &text)?,
            Ask::Figures => self.figures()?,
            Ask::Compose(limit) => self.compose(limit)?,
            Ask::Accept => self.accept()?,
            Ask::Discard => self.discard()?,
            Ask::Undo => self.change(|session| session.undo().map(|_| ()))?,
            Ask::Redo => self.change(|session| session.redo().map(|_| ()))?,
            Ask::Journal => self.journal()?,
            Ask::Mask => {
                self.is_masked = !self.is_masked;
                self.said(if self.is_masked { Said::Masked } else { Said::Unmasked })?;
            }
            Ask::Language(lang) => {
                self.lang = lang;
                self.said(Said::Welcome)?;
            }
            Ask::Help => self.said(Said::Help)?,
            Ask::Quit => {}
        }
        Ok(())
    }

    /// Makes a change, and says what it was and where the plan stands then.
    fn change(&mut self, make: impl FnOnce(&mut Session) -> Result<(), ChangeError>) -> anyhow::Result<()> {
        if self.is_read_only {
            return Ok(self.said(Said::ReadOnly)?);
        }
        match make(&mut self.session) {
            Ok(()) => {
                self.composed = None;
                if let Some(entry) = self.session.entries.last() {
                    let what = journal::entry(self.lang, &self.session.desk, &self.session.entries, entry, self.is_masked);
                    self.say(&plain::saved(self.lang, &what))?;
                }
                self.figures()?;
            }
            Err(ChangeError::Refused(refusal)) => {
                let words = plain::refused(self.lang, &self.session.desk, &refusal, self.is_masked);
                self.say(&words)?;
            }
            Err(ChangeError::Journal(error)) => return Err(error.into()),
        }
        Ok(())
    }

    fn edit(&mut self, edit: Edit) -> anyhow::Result<()> {
        self.change(|session| session.edit(edit).map(|_| ()))
    }

    fn figures(&mut self) -> io::Result<()> {
        let best = self.known_best();
        self.report(|out, it| {
            let gain = best.and_then(|best| it.session.desk.metrics.gain_permille(best));
            reports::metrics(out, it.lang, &it.session.desk, gain)
        })
    }

    fn person(&self, who: EmployeeIx) -> String {
        person(self.lang, &self.session.desk, who, self.is_masked)
    }

    fn post(&self, at: PositionIx) -> String {
        post(&self.session.desk, at)
    }
}
