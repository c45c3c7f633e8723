//! Every command: id, name, keys, group, and whether it can be used now. Hints, help, palette, keymap and
//! README's table of keys come from this one table; titles stand with the words, in both languages.
mod available;
mod hints;

pub use available::{OfViews, Unavailable, available};
pub use hints::hints;

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
    Figures,
    Proposals,
    Needs,
    PersonCard,
    PostCard,
    Pool,
    Shift,
    Packs,
    Earlier,
    Later,
    SetDate,
    Review,
    Constraints,
    Chains,
    Holes,
    FoldAll,
    OnBoard,
    Journal,
    GoBack,
    SortNext,
    SortTurn,
    Carry,
    Mark,
    MarkUp,
    MarkDown,
    Best,
    NextTarget,
    PreviousTarget,
    Withdraw,
    Pin,
    LockLevel,
    ProtectUnit,
    Ban,
    Unban,
    Override,
    Reason,
    Comment,
    Solve,
    Fill,
    Appoint,
    Undo,
    Redo,
    Mask,
    Copy,
    Mouse,
    Help,
    Suspend,
    Repaint,
    Language,
    Theme,
    Palette,
    Quit,
}

impl Id {
    /// Whether it changes only how the screen looks: it works over everything, and what was told stays.
    pub const fn is_anywhere(self) -> bool {
        matches!(self, Self::Mask | Self::Mouse | Self::Language | Self::Theme | Self::Repaint | Self::Suspend)
    }
}

/// A part of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Moving around.
    Move,
    /// Views.
    View,
    /// Carrying people.
    Carry,
    /// The plan.
    Plan,
    /// The program.
    Program,
}

/// A line of the table.
#[derive(Debug)]
pub struct Command {
    /// Which.
    pub id: Id,
    /// Its name in the file of keys.
    pub name: &'static str,
    /// Its keys, the first as shown in hints.
    pub keys: &'static [&'static str],
    /// Where in the help.
    pub group: Group,
}

const fn command(id: Id, name: &'static str, keys: &'static [&'static str], group: Group) -> Command {
    Command { id, name, keys, group }
}

/// The table.
pub const COMMANDS: &[Command] = &[
    command(Id::Up, "up", &["up", "k"], Group::Move),
    command(Id::Down, "down", &["down", "j"], Group::Move),
    command(Id::PageUp, "page_up", &["pgup", "ctrl-u"], Group::Move),
    command(Id::PageDown, "page_down", &["pgdn", "ctrl-d"], Group::Move),
    command(Id::First, "first", &["home", "g"], Group::Move),
    command(Id::Last, "last", &["end", "G"], Group::Move),
    command(Id::NextPane, "next_pane", &["tab"], Group::Move),
    command(Id::PreviousPane, "previous_pane", &["shift-tab"], Group::Move),
    command(Id::Unfold, "unfold", &["right", "l"], Group::Move),
    command(Id::Fold, "fold", &["left", "h"], Group::Move),
    command(Id::Open, "open", &["enter"], Group::Move),
    command(Id::Search, "search", &["/"], Group::Move),
    command(Id::SwitchPlaces, "switch_places", &["v"], Group::Move),
    command(Id::Figures, "figures", &["f"], Group::Move),
    command(Id::Proposals, "proposals", &["p"], Group::View),
    command(Id::Needs, "needs", &["B"], Group::View),
    command(Id::PersonCard, "person_card", &["i"], Group::View),
    command(Id::PostCard, "post_card", &["I"], Group::View),
    command(Id::Pool, "pool", &["w"], Group::View),
    command(Id::Shift, "effective_date", &["T"], Group::View),
    command(Id::Earlier, "earlier", &["["], Group::View),
    command(Id::Later, "later", &["]"], Group::View),
    command(Id::SetDate, "set_date", &["="], Group::View),
    command(Id::Review, "review", &["V"], Group::View),
    command(Id::Packs, "rules", &["E"], Group::View),
    command(Id::Constraints, "constraints", &["P"], Group::View),
    command(Id::Holes, "holes", &["O"], Group::View),
    command(Id::Chains, "chains", &["C"], Group::View),
    command(Id::FoldAll, "fold_all", &["Z"], Group::View),
    command(Id::OnBoard, "on_board", &["J"], Group::View),
    command(Id::Journal, "journal", &["R"], Group::View),
    command(Id::GoBack, "go_back", &["H"], Group::View),
    command(Id::SortNext, "sort_next", &[">"], Group::View),
    command(Id::SortTurn, "sort_turn", &["<"], Group::View),
    command(Id::Carry, "carry", &["a", "space"], Group::Carry),
    command(Id::Mark, "mark", &["t", "ins"], Group::Carry),
    command(Id::MarkUp, "mark_up", &["shift-up"], Group::Carry),
    command(Id::MarkDown, "mark_down", &["shift-down"], Group::Carry),
    command(Id::Best, "best", &["b"], Group::Carry),
    command(Id::NextTarget, "next_target", &["n"], Group::Carry),
    command(Id::PreviousTarget, "previous_target", &["N"], Group::Carry),
    command(Id::Back, "back", &["esc"], Group::Carry),
    command(Id::Solve, "solve", &["s"], Group::Plan),
    command(Id::Fill, "fill", &["F"], Group::Plan),
    command(Id::Appoint, "appoint", &["D"], Group::Plan),
    command(Id::Withdraw, "withdraw", &["d", "del"], Group::Plan),
    command(Id::Pin, "pin", &["m"], Group::Plan),
    command(Id::LockLevel, "lock_level", &["K"], Group::Plan),
    command(Id::ProtectUnit, "protect_unit", &["L"], Group::Plan),
    command(Id::Ban, "ban", &["x"], Group::Plan),
    command(Id::Unban, "unban", &["X"], Group::Plan),
    command(Id::Override, "override", &["o"], Group::Plan),
    command(Id::Reason, "reason", &["r"], Group::Plan),
    command(Id::Comment, "comment", &["c"], Group::Plan),
    command(Id::Undo, "undo", &["u"], Group::Plan),
    command(Id::Redo, "redo", &["ctrl-r", "U"], Group::Plan),
    command(Id::Mask, "mask", &["f9"], Group::Program),
    command(Id::Copy, "copy", &["y"], Group::Program),
    command(Id::Mouse, "mouse", &["f8"], Group::Program),
    command(Id::Help, "help", &["?", "f1"], Group::Program),
    command(Id::Palette, "palette", &[":", "ctrl-p"], Group::Program),
    command(Id::Language, "language", &["f7"], Group::Program),
    command(Id::Theme, "theme", &["f6"], Group::Program),
    command(Id::Repaint, "repaint", &["ctrl-l"], Group::Program),
    command(Id::Suspend, "suspend", &["ctrl-z"], Group::Program),
    command(Id::Quit, "quit", &["q", "ctrl-c"], Group::Program),
];

/// The line of a command.
pub fn of(id: Id) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.id == id)
}
