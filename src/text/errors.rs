//! Errors that end a command, in words.
use super::{Lang, import, packs, screen};
use crate::app::keymap::KeysError;
use crate::model::{Nip, PositionId};
use crate::store::config::ConfigError;
use crate::store::import::ImportError;
use crate::store::journal::{ChainError, JournalError};
use crate::store::rosters::RosterError;
use crate::store::sample::SampleError;
use crate::store::session::OpenError;
use crate::store::workspace::WorkspaceError;

/// What an argument names is not there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    /// No employee has that NIP.
    #[error("no employee has the NIP {0}")]
    Employee(Nip),
    /// No position has that id.
    #[error("there is no position {0}")]
    Position(PositionId),
}

/// Any error, with what it happened to.
pub fn any(lang: Lang, error: &anyhow::Error) -> String {
    if let Some(error) = error.downcast_ref::<OpenError>() {
        return match error {
            OpenError::Workspace(error) => workspace(lang, error),
            OpenError::Journal(error) => journal(lang, error),
        };
    }
    if let Some(error) = error.downcast_ref::<WorkspaceError>() {
        return workspace(lang, error);
    }
    if let Some(error) = error.downcast_ref::<JournalError>() {
        return journal(lang, error);
    }
    if let Some(error) = error.downcast_ref::<RosterError>() {
        return import::roster_error(error, lang);
    }
    if let Some(error) = error.downcast_ref::<ImportError>() {
        return import::error(error, lang);
    }
    match error.downcast_ref::<SampleError>() {
        Some(SampleError::Workspace(error)) => return workspace(lang, error),
        Some(SampleError::Journal(error)) => return journal(lang, error),
        _ => {}
    }
    if let Some(error) = error.downcast_ref::<ConfigError>() {
        return screen::config_error(lang, error);
    }
    if let Some(error) = error.downcast_ref::<KeysError>() {
        return screen::keys_error(lang, error);
    }
    if let Some(error) = error.downcast_ref::<NotFound>() {
        return not_found(lang, error);
    }
    format!("{error:#}")
}

fn either(lang: Lang, id: String, en: String) -> String {
    if lang == Lang::Id { id } else { en }
}

fn not_found(lang: Lang, error: &NotFound) -> String {
    match error {
        NotFound::Employee(nip) => either(lang, format!("tidak ada pegawai dengan NIP {nip}"), error.to_string()),
        NotFound::Position(id) => either(lang, format!("tidak ada jabatan {id}"), error.to_string()),
    }
}

/// What the system said; what often happens in the planner's language.
fn system(lang: Lang, error: &std::io::Error) -> String {
    use std::io::ErrorKind::{NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull};
    let known = match error.kind() {
        StorageFull => "ruang penyimpanan penuh",
        PermissionDenied => "tidak ada izin menulis",
        ReadOnlyFilesystem => "penyimpanan hanya dapat dibaca",
        NotFound => "berkas tidak ditemukan",
        _ => return error.to_string(),
    };
    either(lang, known.to_owned(), error.to_string())
}

/// Why a workspace cannot be used.
pub fn workspace(lang: Lang, error: &WorkspaceError) -> String {
    let id = match error {
        WorkspaceError::Missing(folder) => {
            let folder = folder.display();
            format!("{folder}: tidak ada workspace.ron di sini; buat dengan: mutasi new {folder}")
        }
        WorkspaceError::Io { path, source } if source.kind() == std::io::ErrorKind::AlreadyExists => {
            format!("{}: sudah ada; tidak ditimpa", path.display())
        }
        WorkspaceError::Io { path, source } => format!("{}: {source}", path.display()),
        WorkspaceError::Settings { path, source } => format!("{}:{source}", path.display()),
        WorkspaceError::Weights { path, sum } => format!("{}: jumlah bobot {sum}, seharusnya 100", path.display()),
        WorkspaceError::UnknownId { path, key, id } => {
            format!("{}: {key}: {id} tidak ada di antara fakta yang diimpor; betulkan atau hapus", path.display())
        }
        WorkspaceError::Range { path, key, figure } => {
            format!("{}: {key} = {figure}: seharusnya 0 sampai 1.000.000.000", path.display())
        }
        WorkspaceError::Pack(error) => packs::error(error),
        WorkspaceError::Profile { path, list, name, known } => {
            format!("{}: parameters: profiles: {list} = “{name}”; yang ada: {known}", path.display())
        }
        WorkspaceError::Typed(error) => return journal(lang, error),
        WorkspaceError::Rosters(error) => return import::roster_error(error, lang),
        WorkspaceError::PlanName(name) => format!("“{name}” bukan nama rencana: hanya huruf, angka, - dan _"),
        WorkspaceError::NoPlan { name, known } => format!("tidak ada rencana {name}; yang ada: {known}"),
        WorkspaceError::PlanSetting { key, value, expected } => format!("pengaturan rencana {key} = “{value}”: {expected}"),
    };
    either(lang, id, error.to_string())
}

/// Why a journal cannot be opened or written.
pub fn journal(lang: Lang, error: &JournalError) -> String {
    match error {
        JournalError::Io { path, source } => format!("{}: {}", path.display(), system(lang, source)),
        JournalError::Chain { path, source } => format!("{}: {}", path.display(), chain(lang, source)),
        JournalError::Locked(holder) => either(
            lang,
            format!("rencana sedang dibuka program lain ({holder}); tutup dahulu, atau buka hanya baca"),
            format!("the plan is open in another program ({holder}); close it first, or open it read-only"),
        ),
        JournalError::ReadOnly => either(lang, "dibuka hanya baca".into(), "opened read-only".into()),
        JournalError::Changed => {
            either(lang, "diubah oleh program lain; buka lagi".into(), "changed by another program; open it again".into())
        }
    }
}

/// What breaks a chain.
pub fn chain(lang: Lang, error: &ChainError) -> String {
    match error {
        ChainError::Unreadable { line, what } => {
            either(lang, format!("baris {line} tidak dapat dibaca: {what}"), format!("line {line} cannot be read: {what}"))
        }
        ChainError::Broken { line } => either(
            lang,
            format!("baris {line} tidak bersambung dengan baris sebelumnya: ada yang diubah, dihapus atau disisipkan"),
            format!("line {line} does not follow from the line before: something was changed, removed or put in"),
        ),
    }
}
