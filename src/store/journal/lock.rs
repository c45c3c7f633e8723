//! One writer a plan: an advisory lock on a file that also says who has it.
use super::files;
use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long to wait for another program's lock.
const PATIENCE: Duration = Duration::from_millis(800);

/// Who has a lock, as far as the lock file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// The account.
    pub user: String,
    /// The process.
    pub pid: String,
    /// The machine.
    pub host: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, pid {}, {}", self.user, self.pid, self.host)
    }
}

/// A lock held; given back when dropped, or when the process ends however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or tells who has it.
    ///
    /// # Errors
    /// Of the file system.
    pub fn take(path: &Path) -> io::Result<Result<Self, Holder>> {
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        let existed = path.exists();
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(files::mode_in(folder))
            .custom_flags(files::NO_LINK)
            .open(path)?;
        if !existed {
            // The mode asked for at opening is cut by the umask; a group that shares the folder needs it whole.
            file.set_permissions(std::fs::Permissions::from_mode(files::mode_in(folder)))?;
        }
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                // Another command is over in a moment; another screen is not.
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => std::thread::sleep(PATIENCE / 20),
                Err(TryLockError::WouldBlock) => return Ok(Err(holder(&mut file))),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
        file.set_len(0)?;
        file.rewind()?;
        write!(file, "{}\n{}\n{host}\n", crate::store::actor(), std::process::id())?;
        Ok(Ok(Self { _file: file }))
    }
}

fn holder(file: &mut File) -> Holder {
    let mut text = String::new();
    let _ = file.take(1024).read_to_string(&mut text);
    let mut lines = text.lines().map(|line| line.chars().filter(|c| !c.is_control()).collect::<String>());
    let mut next = || lines.next().filter(|line| !line.is_empty()).unwrap_or_else(|| "?".to_owned());
    Holder { user: next(), pid: next(), host: next() }
}
