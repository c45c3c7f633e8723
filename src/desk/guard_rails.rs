//! guard_rails
