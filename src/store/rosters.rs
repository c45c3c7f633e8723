//! The rosters under `facts/`.
