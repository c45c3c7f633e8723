//! What several tests build on.
#![allow(dead_code, unused_imports, missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)] // each test binary uses its own part
pub mod binary;
pub mod naive;
pub mod random;
pub mod world;

pub use binary::*;
