//! Writing files that only their owner can read, whole or not at all.
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Opening a symbolic link fails: a link planted in a workspace must not lead writes out of it.
pub const NO_LINK: i32 = rustix::fs::OFlags::NOFOLLOW.bits() as i32;

/// The mode of a file in that folder: 0600, or 0660 in a setgid folder (a folder shared by a group).
pub fn mode_in(folder: &Path) -> u32 {
    let setgid = folder.metadata().is_ok_and(|meta| meta.mode() & 0o2000 != 0);
    if setgid { 0o660 } else { 0o600 }
}

/// Makes a folder that only its owner can enter (or the group, in a setgid folder), with those above it.
///
/// # Errors
/// Of the file system.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    // The parent of a bare name is the empty path: the current folder.
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make_folder(above)?;
    }
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let shared = folder.parent().is_some_and(|above| above.metadata().is_ok_and(|meta| meta.mode() & 0o2000 != 0));
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(if shared { 0o2770 } else { 0o700 }))
}

/// Replaces a file: writes beside it, syncs, renames, syncs the folder. A reader sees the old file or
/// the new one, also after a crash.
///
/// # Errors
/// Of the file system.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(mode_in(folder)))?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Opens a file to append to, made with the right mode where it does not exist.
///
/// # Errors
/// Of the file system.
pub fn open_to_append(path: &Path) -> io::Result<File> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let existed = path.exists();
    let file = OpenOptions::new().read(true).append(true).create(true).mode(mode_in(folder)).custom_flags(NO_LINK).open(path)?;
    if !existed {
        file.set_permissions(std::fs::Permissions::from_mode(mode_in(folder)))?;
        sync_folder(folder)?;
    }
    Ok(file)
}

/// Syncs a folder: makes a rename or a new file in it last.
///
/// # Errors
/// Of the file system.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}
