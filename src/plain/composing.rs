//! The core composes; its plan is told, and taken or left.
use super::Plain;
use crate::matching::Control;
use crate::text::best;
use crate::text::plain::{self, Said};
use std::io;

impl Plain<'_> {
    pub(super) fn compose(&mut self, limit: Option<usize>) -> io::Result<()> {
        self.said(Said::Composing)?;
        self.out.flush()?;
        let desk = self.session.desk.clone();
        let composition = match desk.compose(limit, &Control::unattended()) {
            Ok(composition) => composition,
            Err(error) => return self.say(&plain::not_composed(self.lang, &desk, &error, self.is_masked)),
        };
        let head = best::solved(self.lang, &composition, desk.metrics.status_quo);
        self.say(&head)?;
        for it in composition.moves.iter().take(super::lists::MOST) {
            let line = format!("{} → {}", self.person(it.who), self.post(it.to));
            self.say(&line)?;
        }
        if let Some(more) = composition.moves.len().checked_sub(super::lists::MOST).filter(|more| *more > 0) {
            self.say(&plain::more(self.lang, more))?;
        }
        self.composed = Some(Box::new(composition));
        self.said(Said::AcceptOrDiscard)
    }

    pub(super) fn accept(&mut self) -> anyhow::Result<()> {
        let Some(composition) = self.composed.take() else { return Ok(self.said(Said::NothingComposed)?) };
        self.change(|session| session.record_solve(&composition).map(|_| ()))
    }

    pub(super) fn discard(&mut self) -> io::Result<()> {
        let said = if self.composed.take().is_some() { Said::Discarded } else { Said::NothingComposed };
        self.said(said)
    }
}
