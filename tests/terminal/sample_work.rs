//! What the tests of the real binary share: a workspace with the sample, and its people.
#![allow(dead_code, reason = "each test target uses a part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// The binary under test.
pub const BINARY: &str = env!("CARGO_BIN_EXE_mutasi");

/// Name and NIP of everybody in the sample.
pub static PEOPLE: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let text = include_str!("../../data/banyumanik/employees.ron");
    let field = |line: &str, name: &str| Some(line.split_once(&format!("{name}: \""))?.1.split('"').next()?.to_owned());
    text.lines().filter_map(|line| Some((field(line, " name")?, field(line, "(nip")?))).collect()
});

/// The NIP of somebody in the sample.
pub fn nip(name: &str) -> &'static str {
    let found = PEOPLE.iter().find(|(other, _)| other == name);
    found.map(|(_, nip)| nip.as_str()).unwrap_or_else(|| panic!("nobody is called {name}"))
}

/// A workspace with the sample, gone at the end of the test.
pub struct Work {
    folder: tempfile::TempDir,
}

impl Work {
    pub fn new() -> Self {
        let work = Self { folder: tempfile::tempdir().unwrap() };
        let made = Command::new(BINARY).arg("new").arg(work.root()).args(["--sample", "banyumanik"]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        work
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().join("w")
    }

    /// Its folder as an argument.
    pub fn arg(&self) -> String {
        self.root().to_str().unwrap().to_owned()
    }

    pub fn plan_folder(&self) -> PathBuf {
        self.root().join("plans/utama")
    }

    pub fn journal(&self) -> PathBuf {
        self.plan_folder().join("journal.ron")
    }

    /// The lines of the journal.
    pub fn lines(&self) -> Vec<String> {
        std::fs::read_to_string(self.journal()).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// `mutasi --lang id COMMAND DIR ARGS…`, not yet started.
    pub fn command(&self, command: &str, args: &[&str]) -> Command {
        command_on(&self.root(), command, args)
    }

    /// The same, to its end.
    pub fn run(&self, command: &str, args: &[&str]) -> Output {
        self.command(command, args).output().unwrap()
    }

    /// The journal holds together and every certificate holds.
    #[track_caller]
    pub fn verify(&self) {
        let verified = self.run("verify", &[]);
        assert!(verified.status.success(), "verify: {}{}", said(&verified.stdout), said(&verified.stderr));
    }
}

pub fn command_on(root: &Path, command: &str, args: &[&str]) -> Command {
    let mut it = Command::new(BINARY);
    it.args(["--lang", "id", command]).arg(root).args(args).stdin(Stdio::null());
    it
}

pub fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
