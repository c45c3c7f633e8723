//! All that touches the terminal, and nothing else: what is decided or drawn is decided and drawn elsewhere.
//!
//! # Rooms
//! | room | what it owns |
//! |---|---|
//! | [`capabilities`] | what the terminal can show, told by the environment: colours, symbols, the smallest size |
//! | [`guard`] | raw mode, alternate screen, mouse, paste, focus: taken in [`guard::Guard::enter`], given back on every way out |
//! | [`panics`] | the panic hook, and [`panics::contained`] for work whose panic must not end the program |
//! | [`input`] | bytes from the keyboard and mouse → [`input::Input`], on one thread, into the caller's channel |
//! | [`output`] | [`output::Screen`]: one draw = at most one synchronized write; no change = no byte |
//! | [`signals`] | HUP, INT, QUIT, TERM → flush, restore, exit; TSTP and CONT → suspend and come back |
//! | [`watchdog`] | the terminal is gone → exit within a second, without using the processor |
//! | [`leave`] | the one way out that signals and watchdog share |
//!
//! # Order of use
//! [`signals::watch`] (first, so that no signal finds the terminal taken and nobody to give it back) → [`guard::Guard::enter`] (holds the
//! terminal until dropped; refuses when there is none) → [`watchdog::watch`], with the same flush as the signals → [`input::listen`] into the runtime's channel → [`output::Screen::new`] → block on the channel, drain it, [`input::Input::absorb`]
//! bursts, update, [`output::Screen::draw`] if something changed. Ctrl-Z is a key in raw mode: call [`signals::suspend`].
//! When the terminal was given back and taken again (CONT) call [`output::Screen::repaint`] and draw.
//!
//! # Why the bytes are read here and not by `crossterm::event`
//! crossterm 0.29 decides that an escape byte at the end of a read is the Esc key, so over SSH a mouse report cut after its first byte
//! turns into Esc and a row of letters, which are commands here; its reader spins and never returns when the terminal is gone; and it
//! subtracts without check in the report `ESC[<0;0;0M` (reference/terminal.md §4.1, §4.4). [`input::Decoder`] waits 50 ms for the rest of a
//! sequence, and any split of the bytes gives the same inputs. Types, raw mode and size are crossterm's.
//!
//! # What is set, and in which order it is undone
//! raw mode · `?1049` alternate screen · `?1000 ?1002 ?1006` mouse: press, drag, release, wheel, and never any-motion (`?1003`) · `?2004`
//! bracketed paste · `?1004` focus · `?25` cursor hidden. No question is ever asked of the terminal, so a slow line delays nothing.

pub mod capabilities;
pub mod guard;
pub mod input;
pub mod leave;
pub mod output;
pub mod panics;
pub mod signals;
pub mod watchdog;
