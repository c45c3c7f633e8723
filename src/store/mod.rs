//! The workspace on disk: settings, rosters, plans. The only room of the engine's side that reads and
//! writes files, and the only one that asks for time and account.
pub mod certificates;
pub mod config;
pub mod files;
pub mod import;
pub mod journal;
pub mod leaves;
mod packs;
pub mod rosters;
pub mod sample;
pub mod session;
pub mod stage;
pub mod synthetic;
pub mod typed;
pub mod workspace;

/// The OS account that acts, as `name (uid)`: the name alone could be forged by the environment.
pub fn actor() -> String {
    let uid = uzers::get_current_uid();
    let name = uzers::get_user_by_uid(uid).map(|user| user.name().to_string_lossy().into_owned());
    name.map_or_else(|| format!("uid {uid}"), |name| format!("{name} ({uid})"))
}

/// Now, to the second, with the offset of this machine: a record, never a reason.
pub fn now() -> String {
    let now = jiff::ZonedDateTime::now();
    now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
