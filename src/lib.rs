//! `mutasi`: the transfer desk in a terminal.
pub mod app;
pub mod cli;
pub mod desk;
pub mod matching;
pub mod metrics;
pub mod model;
pub mod rules;
pub mod runtime;
pub mod scoring;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
