//! The words of the screen, by topic. What the screen tells is a value in the state; only here it gets
//! its words, when it is drawn, so that another language holds for everything in sight at once.
pub mod brief;
mod commands;
mod config;
mod copied;
mod forms;
mod keyed;
mod loading;
mod names;
pub mod strip;
pub mod together;
mod told;
mod words;

pub use commands::{group, short, title, unavailable};
pub use config::{config_error, keys_error};
pub use copied::copied;
pub use forms::{form_labels, form_title};
pub use keyed::{Said, first_key, help_notes, key, listed_key, said};
pub use loading::{opening, step};
pub use names::{person, post, post_alone, unit};
pub use told::told;
pub use words::{Word, factor, retires, vacant_for, word};
