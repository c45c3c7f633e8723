//! `mutasi`: the transfer desk in a terminal.
pub mod model;
pub mod store;
pub mod term;
pub mod text;
