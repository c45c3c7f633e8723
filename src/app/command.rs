//! Every command: id, key, title, group, and whether it can be used now. Hints, help and keys come
//! from this one table.
use super::overlay::Overlay;
use super::state::{Access, Pane, State};
use crate::text::Lang;

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Id {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    NextPane,
    PreviousPane,
    Fold,
    Unfold,
    Open,
    Back,
    Search,
    SwitchPlaces,
    Proposals,
    Carry,
    Best,
    NextTarget,
    PreviousTarget,
    Withdraw,
    Pin,
    Ban,
    Unban,
    Override,
    Reason,
    Comment,
    Solve,
    Undo,
    Redo,
    Mask,
    Mouse,
    Help,
    Suspend,
    Repaint,
    Quit,
}

/// A part of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Moving around.
    Move,
    /// Carrying people.
    Carry,
    /// The plan.
    Plan,
    /// The program.
    Program,
}

/// Why a command cannot be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The plan is open to be read only.
    ReadOnly,
    /// Nobody is selected.
    NobodySelected,
    /// No proposal is selected.
    NoProposal,
    /// No pair of person and post is selected.
    NoPair,
    /// Nothing to undo.
    NothingToUndo,
    /// Nothing to redo.
    NothingToRedo,
    /// Only while somebody is carried.
    NobodyCarried,
    /// Not while somebody is carried.
    WhileCarrying,
    /// The person has no ban.
    NoBan,
    /// No rule an official could override stands in the way.
    NothingToOverride,
}

/// A line of the table.
#[derive(Debug)]
pub struct Command {
    /// Which.
    pub id: Id,
    /// Its keys, the first as shown in hints.
    pub keys: &'static [&'static str],
    /// Its title in Indonesian and English.
    titles: (&'static str, &'static str),
    /// Where in the help.
    pub group: Group,
}

impl Command {
    /// Its title.
    pub const fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.titles.0,
            Lang::En => self.titles.1,
        }
    }
}

const fn command(id: Id, keys: &'static [&'static str], titles: (&'static str, &'static str), group: Group) -> Command {
    Command { id, keys, titles, group }
}

/// The table.
pub const COMMANDS: &[Command] = &[
    command(Id::Up, &["up", "k"], ("naik", "up"), Group::Move),
    command(Id::Down, &["down", "j"], ("turun", "down"), Group::Move),
    command(Id::PageUp, &["pgup", "ctrl-u"], ("satu layar naik", "page up"), Group::Move),
    command(Id::PageDown, &["pgdn", "ctrl-d"], ("satu layar turun", "page down"), Group::Move),
    command(Id::First, &["home", "g"], ("paling atas", "first"), Group::Move),
    command(Id::Last, &["end", "G"], ("paling bawah", "last"), Group::Move),
    command(Id::NextPane, &["tab"], ("panel berikut", "next pane"), Group::Move),
    command(Id::PreviousPane, &["shift-tab"], ("panel sebelum", "previous pane"), Group::Move),
    command(Id::Unfold, &["right", "l"], ("buka unit", "unfold unit"), Group::Move),
    command(Id::Fold, &["left", "h"], ("lipat unit", "fold unit"), Group::Move),
    command(Id::Open, &["enter"], ("kandidat / nilai", "candidates / scores"), Group::Move),
    command(Id::Search, &["/"], ("cari", "search"), Group::Move),
    command(Id::SwitchPlaces, &["v"], ("lowong atau unit kerja", "vacancies or units"), Group::Move),
    command(Id::Proposals, &["p"], ("usulan", "proposals"), Group::Move),
    command(Id::Carry, &["a", "space"], ("angkat pegawai", "pick up employee"), Group::Carry),
    command(Id::Best, &["b"], ("tujuan nilai tertinggi", "target with the highest score"), Group::Carry),
    command(Id::NextTarget, &["n"], ("tujuan berikut", "next target"), Group::Carry),
    command(Id::PreviousTarget, &["N"], ("tujuan sebelum", "previous target"), Group::Carry),
    command(Id::Back, &["esc"], ("kembalikan / tutup", "put back / close"), Group::Carry),
    command(Id::Solve, &["s"], ("susun rencana terbaik", "propose the best plan"), Group::Plan),
    command(Id::Withdraw, &["d", "del"], ("batalkan usulan", "withdraw proposal"), Group::Plan),
    command(Id::Pin, &["m"], ("sematkan / lepas sematan", "pin / unpin"), Group::Plan),
    command(Id::Ban, &["x"], ("kecualikan pasangan ini", "ban this pair"), Group::Plan),
    command(Id::Unban, &["X"], ("hapus pengecualian pegawai", "lift bans of employee"), Group::Plan),
    command(Id::Override, &["o"], ("catat izin pejabat", "record override"), Group::Plan),
    command(Id::Reason, &["r"], ("tulis alasan", "write reason"), Group::Plan),
    command(Id::Comment, &["c"], ("tulis komentar", "write remark"), Group::Plan),
    command(Id::Undo, &["u"], ("urungkan", "undo"), Group::Plan),
    command(Id::Redo, &["ctrl-r", "U"], ("ulangi", "redo"), Group::Plan),
    command(Id::Mask, &["f9"], ("samarkan nama", "mask names"), Group::Program),
    command(Id::Mouse, &["f8"], ("tetikus nyala / mati", "mouse on / off"), Group::Program),
    command(Id::Help, &["?", "f1"], ("bantuan", "help"), Group::Program),
    command(Id::Repaint, &["ctrl-l"], ("gambar ulang layar", "redraw the screen"), Group::Program),
    command(Id::Suspend, &["ctrl-z"], ("tunda program", "suspend"), Group::Program),
    command(Id::Quit, &["q", "ctrl-c"], ("keluar", "quit"), Group::Program),
];

/// A command in a word or two, for the hints; its title where that is short already.
pub fn short(id: Id, lang: Lang) -> &'static str {
    match (id, lang) {
        (Id::Open, Lang::Id) => "buka",
        (Id::Open, Lang::En) => "open",
        (Id::Solve, Lang::Id) => "susun",
        (Id::Solve, Lang::En) => "solve",
        (Id::Undo, Lang::Id) => "urungkan",
        (Id::Undo, Lang::En) => "undo",
        (Id::SwitchPlaces, Lang::Id) => "unit",
        (Id::SwitchPlaces, Lang::En) => "units",
        (Id::Search, Lang::Id) => "cari",
        (Id::Search, Lang::En) => "search",
        (Id::Proposals, Lang::Id) => "usulan",
        (Id::Proposals, Lang::En) => "proposals",
        (Id::Help, Lang::Id) => "bantuan",
        (Id::Help, Lang::En) => "help",
        (Id::Quit, Lang::Id) => "keluar",
        (Id::Quit, Lang::En) => "quit",
        (Id::Carry, Lang::Id) => "angkat",
        (Id::Carry, Lang::En) => "pick up",
        (Id::Pin, Lang::Id) => "sematkan",
        (Id::Pin, Lang::En) => "pin",
        (Id::Withdraw, Lang::Id) => "batalkan",
        (Id::Withdraw, Lang::En) => "withdraw",
        (Id::Ban, Lang::Id) => "kecualikan",
        (Id::Ban, Lang::En) => "ban",
        (Id::Override, Lang::Id) => "izin",
        (Id::Override, Lang::En) => "override",
        (Id::Reason, Lang::Id) => "alasan",
        (Id::Reason, Lang::En) => "reason",
        (Id::Back, Lang::Id) => "kembalikan",
        (Id::Back, Lang::En) => "put back",
        (Id::NextTarget, Lang::Id) => "berikut",
        (Id::NextTarget, Lang::En) => "next",
        (Id::PreviousTarget, Lang::Id) => "sebelum",
        (Id::PreviousTarget, Lang::En) => "previous",
        (Id::Best, Lang::Id) => "tertinggi",
        (Id::Best, Lang::En) => "highest",
        (Id::NextPane, Lang::Id) => "panel",
        (Id::NextPane, Lang::En) => "pane",
        _ => of(id).map_or("", |command| command.title(lang)),
    }
}

/// The line of a command.
pub fn of(id: Id) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.id == id)
}

/// Whether a command can be used now.
///
/// # Errors
/// Why not.
pub fn available(id: Id, state: &State) -> Result<(), Unavailable> {
    let carrying = state.carry.carried().is_some();
    match id {
        Id::Best | Id::NextTarget | Id::PreviousTarget => require(carrying, Unavailable::NobodyCarried),
        Id::Solve
        | Id::Undo
        | Id::Redo
        | Id::Pin
        | Id::Ban
        | Id::Unban
        | Id::Override
        | Id::Reason
        | Id::Comment
        | Id::Withdraw
            if carrying =>
        {
            Err(Unavailable::WhileCarrying)
        }
        Id::Carry if !carrying => writable(state).and(require(state.selected_person().is_some(), Unavailable::NobodySelected)),
        Id::Solve => writable(state),
        Id::Undo => writable(state).and(require(state.reversible.0, Unavailable::NothingToUndo)),
        Id::Redo => writable(state).and(require(state.reversible.1, Unavailable::NothingToRedo)),
        Id::Pin | Id::Reason | Id::Comment => {
            writable(state).and(require(state.selected_person().is_some(), Unavailable::NobodySelected))
        }
        Id::Withdraw => {
            let moves = state.selected_person().is_some_and(|who| state.desk.placement.target(who).is_some());
            writable(state).and(require(moves, Unavailable::NoProposal))
        }
        Id::Ban => writable(state).and(require(state.selected_pair().is_some(), Unavailable::NoPair)),
        Id::Override => writable(state)
            .and(require(state.selected_pair().is_some(), Unavailable::NoPair))
            .and(require(state.overridable().is_some(), Unavailable::NothingToOverride)),
        Id::Unban => {
            let nip = state.selected_person().map(|who| state.desk.grounds().facts.employees[who.at()].nip);
            let banned = nip.is_some_and(|nip| state.desk.plan.bans.iter().any(|(whose, _)| *whose == nip));
            writable(state).and(require(banned, Unavailable::NoBan))
        }
        _ => Ok(()),
    }
}

fn require(holds: bool, otherwise: Unavailable) -> Result<(), Unavailable> {
    if holds { Ok(()) } else { Err(otherwise) }
}

fn writable(state: &State) -> Result<(), Unavailable> {
    require(state.access == Access::Write, Unavailable::ReadOnly)
}

/// The commands worth a hint where the state is now, the most useful first.
pub fn hints(state: &State) -> Vec<Id> {
    if state.carry.carried().is_some() {
        return vec![Id::Open, Id::Back, Id::NextTarget, Id::PreviousTarget, Id::Best, Id::Search, Id::NextPane];
    }
    match (&state.overlay, state.focus) {
        (Some(Overlay::Help { .. }), _) => vec![Id::Back],
        (Some(_), _) => Vec::new(),
        (None, Pane::People) => vec![Id::Carry, Id::Solve, Id::Undo, Id::Pin, Id::Search, Id::Proposals, Id::Help, Id::Quit],
        (None, Pane::Places) => {
            vec![Id::Open, Id::Solve, Id::Undo, Id::SwitchPlaces, Id::Search, Id::Proposals, Id::Help, Id::Quit]
        }
        (None, Pane::Details) => {
            vec![Id::Carry, Id::Withdraw, Id::Pin, Id::Ban, Id::Override, Id::Reason, Id::Solve, Id::Undo, Id::Help, Id::Quit]
        }
    }
}
