//! What stands on the screen, without a terminal: pictures of every state, and what holds for any sequence of events.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

#[path = "screens/anything.rs"]
mod anything;
#[path = "screens/best.rs"]
mod best;
#[path = "screens/chains.rs"]
mod chains;
#[path = "screens/edges.rs"]
mod edges;
#[path = "screens/figures.rs"]
mod figures;
#[path = "screens/fill.rs"]
mod fill;
#[path = "screens/forgiving.rs"]
mod forgiving;
#[path = "screens/gallery.rs"]
mod gallery;
#[path = "screens/grounds.rs"]
mod grounds;
#[path = "screens/key.rs"]
mod key;
#[path = "screens/keys.rs"]
mod keys;
#[path = "screens/loading.rs"]
mod loading;
#[path = "screens/locks.rs"]
mod locks;
#[path = "screens/pictures.rs"]
mod pictures;
#[path = "screens/program.rs"]
mod program;
#[path = "screens/ranks.rs"]
mod ranks;
#[path = "screens/roles.rs"]
mod roles;
#[path = "screens/steady.rs"]
mod steady;
#[path = "screens/together.rs"]
mod together;
#[path = "screens/tray.rs"]
mod tray;
#[path = "screens/views.rs"]
mod views;
#[path = "screens/walk.rs"]
mod walk;
