//! The journal: every decision one appended, synced, hash-chained line.
//!
//! A line is one RON value `(sequence, time, actor, previous, action, sum)`; `previous` is the SHA-256 of
//! the whole line before, in hex (of nothing: 64 zeros), `sum` the first 16 hex digits of the SHA-256 of
//! what stands before `,sum:` in its own line. A line counts once it is on disk; a torn last line
//! (a crash in the middle of writing) is set aside in a file of its own, never lost in silence.
mod chain;
mod lock;

pub use chain::{ChainError, Entry, Scan, hash_of, read};
pub use lock::{Holder, Lock};

use super::files;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a journal cannot be opened or written.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The file system said no.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
    /// A line in the middle does not hold.
    #[error("{path}: {source}")]
    Chain {
        /// Which file.
        path: PathBuf,
        /// Which line, and what is wrong.
        source: ChainError,
    },
    /// Another program has it open for writing.
    #[error("open in another program ({0})")]
    Locked(Holder),
    /// Opened to be read only.
    #[error("opened read-only")]
    ReadOnly,
    /// Another program wrote to it in spite of the lock.
    #[error("changed by another program; open it again")]
    Changed,
}

/// A torn last line, set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// Where it was put; `None` where the journal is only read.
    pub kept_in: Option<PathBuf>,
    /// How many bytes.
    pub bytes: usize,
}

/// An open journal.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    writer: Option<Writer>,
    next: u64,
    head: String,
    length: u64,
    /// A torn last line found on opening.
    pub torn: Option<Torn>,
}

#[derive(Debug)]
struct Writer {
    file: File,
    _lock: Lock,
}

impl Journal {
    /// The file of a plan's journal.
    pub fn path_in(plan_folder: &Path) -> PathBuf {
        plan_folder.join("journal.ron")
    }

    /// Opens a journal for writing, alone, and reads it. A torn last line is moved to `journal.torn-N`.
    ///
    /// # Errors
    /// [`JournalError`]; `Locked` names who has it.
    pub fn open<A: DeserializeOwned>(plan_folder: &Path) -> Result<(Self, Vec<Entry<A>>), JournalError> {
        let path = Self::path_in(plan_folder);
        let io = |source| JournalError::Io { path: path.clone(), source };
        let lock = Lock::take(&plan_folder.join("lock")).map_err(io)?.map_err(JournalError::Locked)?;
        let mut file = files::open_to_append(&path).map_err(io)?;
        let bytes = std::fs::read(&path).map_err(io)?;
        let scan = read(&bytes).map_err(|source| JournalError::Chain { path: path.clone(), source })?;
        let torn =
            if scan.good < bytes.len() { Some(set_aside(plan_folder, &mut file, &bytes, scan.good).map_err(io)?) } else { None };
        let writer = Writer { file, _lock: lock };
        Ok((
            Self {
                path,
                writer: Some(writer),
                next: scan.entries.len() as u64 + 1,
                head: scan.head,
                length: scan.good as u64,
                torn,
            },
            scan.entries,
        ))
    }

    /// Reads a journal without a lock; nothing is changed.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn open_read_only<A: DeserializeOwned>(plan_folder: &Path) -> Result<(Self, Vec<Entry<A>>), JournalError> {
        let path = Self::path_in(plan_folder);
        let bytes = match std::fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            other => other.map_err(|source| JournalError::Io { path: path.clone(), source })?,
        };
        let scan = read(&bytes).map_err(|source| JournalError::Chain { path: path.clone(), source })?;
        let torn = (scan.good < bytes.len()).then(|| Torn { kept_in: None, bytes: bytes.len() - scan.good });
        Ok((
            Self { path, writer: None, next: scan.entries.len() as u64 + 1, head: scan.head, length: bytes.len() as u64, torn },
            scan.entries,
        ))
    }

    /// Bytes read or written so far: another length on disk means another program wrote.
    pub const fn length(&self) -> u64 {
        self.length
    }

    /// Whether it can be written.
    pub const fn is_writable(&self) -> bool {
        self.writer.is_some()
    }

    /// Appends an action: on disk when this returns.
    ///
    /// # Errors
    /// [`JournalError`]; the action then does not count.
    pub fn append<A: Serialize>(&mut self, time: String, actor: String, action: A) -> Result<Entry<A>, JournalError> {
        let io = |source| JournalError::Io { path: self.path.clone(), source };
        let writer = self.writer.as_mut().ok_or(JournalError::ReadOnly)?;
        if writer.file.metadata().map_err(io)?.len() != self.length {
            return Err(JournalError::Changed);
        }
        let mut entry = Entry { sequence: self.next, time, actor, previous: self.head.clone(), action, hash: String::new() };
        let mut line = entry.line();
        entry.hash = hash_of(line.as_bytes());
        line.push('\n');
        if let Err(source) = writer.file.write_all(line.as_bytes()).and_then(|()| writer.file.sync_data()) {
            // Half a line must not stand before the next one.
            let _ = writer.file.set_len(self.length);
            return Err(io(source));
        }
        self.length += line.len() as u64;
        self.next += 1;
        self.head.clone_from(&entry.hash);
        Ok(entry)
    }
}

/// Moves what stands behind the last good line to a file of its own.
fn set_aside(folder: &Path, file: &mut File, bytes: &[u8], good: usize) -> io::Result<Torn> {
    let free = (1..).map(|n| folder.join(format!("journal.torn-{n}"))).find(|path| !path.exists());
    let kept_in = free.unwrap_or_else(|| folder.join("journal.torn"));
    files::write_atomically(&kept_in, &bytes[good..])?;
    file.set_len(good as u64)?;
    file.sync_all()?;
    Ok(Torn { kept_in: Some(kept_in), bytes: bytes.len() - good })
}
