//! The terminal program's state and decisions. Knows the engine; knows no terminal.
//!
//! [`State`] is all there is to see; [`fn@update`] is the only place that changes it: one [`Message`] in,
//! [`Effect`]s out; after a frame [`seen`] tells it what was drawn. Keys become messages through the command table ([`command`], [`keymap`]), mouse
//! events through the map of what was drawn where ([`hit`], [`mod@pointer`]). Keyboard and mouse carry a
//! person through the same machine ([`carry`]) onto the same drop.
pub mod alphabet;
pub mod carry;
pub mod command;
pub mod effect;
pub mod figures;
pub mod filling;
pub mod held;
pub mod hit;
pub mod joint;
pub mod keymap;
pub mod layout;
pub mod lists;
pub mod loading;
pub mod look;
pub mod message;
pub mod mouse;
pub mod overlay;
pub mod palette;
pub mod pointer;
pub mod prices;
pub mod ranks;
pub mod reload;
pub mod search;
pub mod sought;
pub mod state;
pub mod table;
pub mod told;
pub mod trend;
pub mod update;
pub mod views;
pub mod wake;

pub use effect::Effect;
pub use message::Message;
pub use state::State;
pub use update::{seen, update};
pub use wake::Wake;
