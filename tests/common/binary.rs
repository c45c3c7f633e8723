//! The binary, run as a user runs it.
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A command that ended.
pub struct Ended {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ended {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.stdout, self.stderr))
    }

    /// Asserts the exit status, showing what was said.
    pub fn expect(self, status: i32) -> Self {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }
}

pub fn mutasi(args: &[&str]) -> Ended {
    ended(command(args).output().unwrap())
}

pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mutasi"));
    command.args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "id_ID.UTF-8");
    // Nobody's own keys.
    command.env("XDG_CONFIG_HOME", "/nonexistent");
    command
}

fn ended(output: Output) -> Ended {
    Ended {
        status: output.status.code().expect("ended by a signal"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A workspace in a temporary folder.
pub struct Desk {
    _folder: tempfile::TempDir,
    pub root: PathBuf,
}

impl Desk {
    /// The Banyumanik sample.
    pub fn sample() -> Self {
        Self::new(&["--sample", "banyumanik"])
    }

    pub fn new(more: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("w");
        let desk = Self { _folder: folder, root };
        let args: Vec<&str> = ["new", desk.path()].into_iter().chain(more.iter().copied()).collect();
        mutasi(&args).expect(0);
        desk
    }

    pub fn path(&self) -> &str {
        self.root.to_str().unwrap()
    }

    /// Runs `mutasi COMMAND DIR …`.
    pub fn run(&self, name: &str, more: &[&str]) -> Ended {
        let args: Vec<&str> = [name, self.path()].into_iter().chain(more.iter().copied()).collect();
        mutasi(&args)
    }

    pub fn edit(&self, more: &[&str]) -> Ended {
        self.run("edit", more)
    }

    pub fn journal(&self) -> PathBuf {
        self.root.join("plans/utama/journal.ron")
    }

    /// Replaces a text in `workspace.ron`.
    pub fn set(&self, from: &str, to: &str) {
        let path = self.root.join("workspace.ron");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from} is not in workspace.ron");
        std::fs::write(path, text.replacen(from, to, 1)).unwrap();
    }
}

/// Employee and target of every assignment.
pub fn assignments(plan: &Value) -> Vec<(String, String)> {
    let text = |it: &Value, key: &str| it[key].as_str().unwrap().to_owned();
    plan["assignments"].as_array().unwrap().iter().map(|it| (text(it, "employee"), text(it, "to"))).collect()
}

/// A plan's JSON without what may differ between two runs.
pub fn without_timings(mut plan: Value) -> Value {
    plan.as_object_mut().unwrap().remove("timings_ms").unwrap();
    plan
}

pub fn sha256_of(path: &Path) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(std::fs::read(path).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect()
}
