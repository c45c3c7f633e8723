//! `mutasi`: the transfer desk for Indonesian civil servants, in a terminal.
//!
//! # The map of the house
//! | room | what it holds | knows |
//! |---|---|---|
//! | [`model`] | facts and decisions as plain values; the facts projected to the plan's date | nothing |
//! | [`scoring`] | one file a factor; the score and its breakdown; the value the core maximises | model |
//! | [`rules`] | one file a rule; verdicts with typed reasons; the dated packs that choose them | model, scoring |
//! | [`matching`] | the matching core: problem, solver, prices (the certificate), limit on moves, DIMACS; knows no people | nothing |
//! | [`metrics`] | the figures of a plan and its objective | model, scoring, rules |
//! | [`desk`] | all of it on one desk: edits decided, previews, the core's plan composed and proved, rankings, guard rails | the above |
//! | [`store`] | the workspace on disk: rosters, journal, lock, import, certificates | the above |
//! | [`app`] | the terminal program's state and decisions | the above |
//! | [`ui`] | drawing only | app |
//! | [`term`] | all that touches the terminal | nothing |
//! | [`text`] | the words, Indonesian and English | whatever it words |
//! | [`cli`], [`runtime`], [`plain`] | the outer edge: commands; the loop; the program as lines of text | everything |
//!
//! The engine (`model` … `desk`) is pure: same input, same output, on any machine, in any thread order.
//! `tests/house.rs` holds the arrows.
//!
//! # How data flows
//! 1. Files → [`store::import`] (what is wrong is a value, with row and column) → [`model::Rosters`] → [`model::Facts`].
//! 2. Facts + policy → [`model::Grounds`] → scores and verdicts for every pair → [`desk::staffing`], the matching problem.
//! 3. A plan = facts + the journal's entries folded in order ([`model::History`]). Everything that changes a plan is one
//!    [`model::plan::Action`], decided by [`desk::Desk::decide`] and written by [`store::session::Session`]: one path for mouse,
//!    keyboard, command line and solver. Undo is an entry.
//! 4. Terminal: input, answers of workers and signals arrive on one channel → [`app::Message`] → [`app::update()`] → effects → one
//!    draw, which tells what it drew where for the next mouse event.
//!
//! # Where things go
//! A new factor: a file in `scoring/`, a variant of [`scoring::Factor`], a weight. A new rule: a file in `rules/pair`,
//! `rules/plan` or `rules/gate`, a variant of [`rules::RuleId`], an entry in the pack, its words in `text/rules`; the least or most of a
//! fact needs none of that, but a line in a pack ([`rules::LocalRule`]). A new threshold on which agencies differ: a dated profile of the pack. A new command of the program: a line in
//! [`app::command::COMMANDS`] and what it does in `app/update/commands.rs`. A new view: a file in `app/views`, a line in `app::views::VIEWS`;
//! rows that may be tens of thousands are made when somebody looks at them ([`app::table::Rows::looked`]).
//! A new figure of the strip: a variant of
//! [`app::figures::Figure`] with the list behind it, its text in `ui/panes/strip.rs`, its words in `text/screen/strip.rs`.
//! A new command of the shell: a file in `cli/`. A new kind of
//! file: a record in [`model::records`], a list in [`model::Rosters`], a file in `store/import/kinds`.
pub mod app;
pub mod cli;
pub mod desk;
pub mod matching;
pub mod metrics;
pub mod model;
pub mod plain;
pub mod rules;
pub mod runtime;
pub mod scoring;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
