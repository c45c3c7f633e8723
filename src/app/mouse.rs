//! The mouse, as far as the terminal lets it through: some consoles and some lines (OpenSSH of Windows) never report it.

/// After so many keys without a report of the mouse it may be that there is none.
const UNHEARD: u32 = 40;

/// Whether the mouse was ever reported since it is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heard {
    Yes,
    /// Not with so many keys.
    NotYet(u32),
    /// Not with so many keys that the planner was told.
    Silent,
}

/// The mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// Whether the terminal is asked to report it.
    pub is_on: bool,
    /// Whether a drag with Shift held selects text meanwhile: on a console it does not.
    pub shift_selects: bool,
    heard: Heard,
}

impl Default for Mouse {
    fn default() -> Self {
        Self { is_on: true, shift_selects: true, heard: Heard::NotYet(0) }
    }
}

impl Mouse {
    /// On or off: it is listened for anew.
    pub fn switch(&mut self) {
        *self = Self { is_on: !self.is_on, heard: Heard::NotYet(0), ..*self };
    }

    /// It was reported.
    pub fn hear(&mut self) {
        self.heard = Heard::Yes;
    }

    /// A key was pressed.
    pub fn pass(&mut self) {
        if let Heard::NotYet(keys) = &mut self.heard {
            *keys = keys.saturating_add(1);
        }
    }

    /// Whether the planner is to be told that it was never reported.
    pub fn is_to_be_told(&self) -> bool {
        self.is_on && matches!(self.heard, Heard::NotYet(UNHEARD..))
    }

    /// The planner was told.
    pub fn told(&mut self) {
        self.heard = Heard::Silent;
    }

    /// Whether it is on, was never reported, and the planner was told so.
    pub const fn is_silent(&self) -> bool {
        self.is_on && matches!(self.heard, Heard::Silent)
    }
}
