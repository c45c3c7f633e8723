//! What several tests build on.
#![allow(dead_code)] // each test binary uses its own part
pub mod cli;
pub mod naive;
pub mod random;
pub mod world;
