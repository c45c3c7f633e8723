//! From a workspace to the first state.
use super::options::{Face, Options};
use crate::app::State;
use crate::app::keymap::Keymap;
use crate::app::loading::Loading;
use crate::app::look::{Look, Symbols, ThemeName};
use crate::app::sought::Beside;
use crate::app::state::{Access as MayEdit, Heading};
use crate::app::told::Told;
use crate::store::config;
use crate::store::journal::JournalError;
use crate::store::session::{Access, OpenError, Session};
use crate::store::stage::Watch;
use crate::store::workspace::Workspace;
use crate::term::capabilities::{Capabilities, Colours, Symbols as Signs};
use crate::term::output::Screen;
use std::sync::Arc;

/// A plan opened, and the state it begins with.
pub(super) struct Opened {
    pub session: Session,
    pub state: State,
}

impl Opened {
    /// In the window as it is now, with the looks and keys of its opening.
    pub(super) fn seen_in(mut self, screen: &Screen, loading: Loading) -> std::io::Result<Self> {
        let size = screen.size()?;
        self.state.size = (size.width, size.height);
        (self.state.look, self.state.keymap) = (loading.look, loading.keymap);
        Ok(self)
    }
}

/// Opens for writing; where another program has the plan, follows it read-only.
pub(super) fn open_session(
    workspace: Workspace,
    plan: &str,
    read_only: bool,
    watch: Watch<'_>,
) -> anyhow::Result<(Session, MayEdit)> {
    let read = |workspace| Session::open_watched(workspace, plan, Access::Read, watch);
    if read_only {
        return Ok((read(workspace)?, MayEdit::ReadOnly(String::new())));
    }
    match Session::open_watched(workspace.clone(), plan, Access::Write, watch) {
        Ok(session) => Ok((session, MayEdit::Write)),
        Err(OpenError::Journal(JournalError::Locked(holder))) => Ok((read(workspace)?, MayEdit::ReadOnly(holder.to_string()))),
        Err(error) => Err(error.into()),
    }
}

/// The first state, for a window of that size.
pub(super) fn state_of(session: &Session, access: MayEdit, options: Options, size: (u16, u16)) -> State {
    let policy = &session.desk.grounds().policy;
    let heading = Heading {
        title: session.workspace.settings.title.clone(),
        plan: session.name.clone(),
        tmt: policy.tmt,
        pack: session.desk.base.pack.name.clone(),
        throw_away: options.throw_away,
    };
    let mut state = State::new(Arc::new(session.desk.clone()), heading, options.lang, size);
    state.mouse.is_on = options.face.mouse;
    state.mouse.shift_selects = Capabilities::detect().shift_selects;
    state.beside = session.workspace.pack_beside(&session.desk.base.pack).map(|pack| Beside(Arc::new(pack)));
    state.actor = crate::store::actor();
    state.reversible = reversible(session);
    state.journal.clone_from(&session.entries);
    state.saved_at = session.entries.last().map(|entry| clock(&entry.time));
    match (&session.journal.torn, &access) {
        (Some(torn), _) => state.warn(Told::Torn(torn.clone())),
        (None, MayEdit::ReadOnly(holder)) if !holder.is_empty() => state.warn(Told::Followed(holder.clone())),
        _ if options.throw_away => state.tell(Told::ThrowAway),
        _ => {}
    }
    state.access = access;
    state
}

/// The planner's own keys over those of the table.
pub(super) fn keymap() -> anyhow::Result<Keymap> {
    let file = config::keys_path().map(|path| config::keys(&path)).transpose()?.flatten();
    Ok(file.map(|file| Keymap::own(&file)).transpose()?.unwrap_or_default())
}

/// What was asked for, else what the terminal can show.
pub(super) fn look(face: Face) -> Look {
    let shown = Capabilities::detect();
    let theme = if shown.colours == Colours::None { ThemeName::Mono } else { ThemeName::default() };
    let symbols = match shown.symbols {
        Signs::Unicode => Symbols::Unicode,
        Signs::Wgl4 => Symbols::Wgl4,
        Signs::Ascii => Symbols::Ascii,
    };
    Look { theme: face.theme.unwrap_or(theme), symbols: face.symbols.unwrap_or(symbols) }
}

pub(super) fn reversible(session: &Session) -> (bool, bool) {
    (session.history.undo_target().is_some(), session.history.redo_target().is_some())
}

/// `2026-11-24T10:42:07+07:00` → `10.42`.
pub(super) fn clock(time: &str) -> String {
    time.get(11..16).unwrap_or_default().replace(':', ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_read_off_the_entry() {
        assert_eq!(clock("2026-11-24T10:42:07+07:00"), "10.42");
        assert_eq!(clock("x"), "");
    }
}
