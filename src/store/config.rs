//! What a planner sets for all workspaces: the keys, in the user's own configuration folder. A small part of RON,
//! read with the line and column of everything, so that whatever is wrong can be told where it stands.
use std::path::{Path, PathBuf};

/// A place in a file, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// A text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The text.
    pub text: String,
    /// Where it begins.
    pub at: At,
}

/// Keys as a file has them, not understood yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysFile {
    /// The file.
    pub path: PathBuf,
    /// Commands and the keys for each.
    pub lines: Vec<(Placed, Vec<Placed>)>,
}

/// What should stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// This sign.
    Sign(char),
    /// One of these two.
    Either(char, char),
    /// The name of a command.
    Name,
    /// A key between quotes.
    Key,
    /// The quote that ends a key.
    EndOfKey,
    /// The end of a comment.
    EndOfComment,
    /// Nothing more.
    End,
}

/// Why the keys cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file system said no.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What it said.
        source: std::io::Error,
    },
    /// No RON.
    #[error("{}:{}:{}: expected {expected:?}", path.display(), at.line, at.column)]
    Syntax {
        /// The file.
        path: PathBuf,
        /// Where.
        at: At,
        /// What should stand there.
        expected: Expected,
    },
}

/// Where the keys are looked for: `$XDG_CONFIG_HOME/mutasi/keys.ron`, or below `~/.config`.
pub fn keys_path() -> Option<PathBuf> {
    let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = absolute("XDG_CONFIG_HOME").or_else(|| Some(absolute("HOME")?.join(".config")))?;
    Some(folder.join("mutasi").join("keys.ron"))
}

/// Reads the keys; `None` where there is no file.
///
/// # Errors
/// Where it cannot be read.
pub fn keys(path: &Path) -> Result<Option<KeysFile>, ConfigError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(ConfigError::Io { path: path.to_owned(), source }),
    };
    let lines = parsed(&text).map_err(|(at, expected)| ConfigError::Syntax { path: path.to_owned(), at, expected })?;
    Ok(Some(KeysFile { path: path.to_owned(), lines }))
}

/// Something else stands there.
type Wrong = (At, Expected);

/// `(command: ["key", "key"], command: ["key"])`, commas at the end and comments allowed.
fn parsed(text: &str) -> Result<Vec<(Placed, Vec<Placed>)>, Wrong> {
    let mut reader = Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text), at: At { line: 1, column: 1 } };
    let mut lines = Vec::new();
    reader.sign('(')?;
    while !reader.takes(')')? {
        let name = reader.name()?;
        reader.sign(':')?;
        reader.sign('[')?;
        let mut keys = Vec::new();
        while !reader.takes(']')? {
            keys.push(reader.key()?);
            if !reader.takes(',')? && reader.peek()? != Some(']') {
                return Err((reader.at, Expected::Either(',', ']')));
            }
        }
        lines.push((name, keys));
        if !reader.takes(',')? && reader.peek()? != Some(')') {
            return Err((reader.at, Expected::Either(',', ')')));
        }
    }
    match reader.peek()? {
        None => Ok(lines),
        Some(_) => Err((reader.at, Expected::End)),
    }
}

struct Reader<'a> {
    rest: &'a str,
    at: At,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = letters.next()?;
        self.rest = letters.as_str();
        self.at =
            if letter == '\n' { At { line: self.at.line + 1, column: 1 } } else { At { column: self.at.column + 1, ..self.at } };
        Some(letter)
    }

    /// The next sign after spaces and comments.
    fn peek(&mut self) -> Result<Option<char>, Wrong> {
        loop {
            if self.rest.starts_with("//") {
                while self.rest.chars().next().is_some_and(|letter| letter != '\n') {
                    self.next();
                }
            } else if self.rest.starts_with("/*") {
                let begins = self.at;
                while !self.rest.starts_with("*/") {
                    self.next().ok_or((begins, Expected::EndOfComment))?;
                }
                self.next();
                self.next();
            } else if self.rest.chars().next().is_some_and(char::is_whitespace) {
                self.next();
            } else {
                return Ok(self.rest.chars().next());
            }
        }
    }

    fn takes(&mut self, sign: char) -> Result<bool, Wrong> {
        let is_there = self.peek()? == Some(sign);
        if is_there {
            self.next();
        }
        Ok(is_there)
    }

    fn sign(&mut self, sign: char) -> Result<(), Wrong> {
        if self.takes(sign)? { Ok(()) } else { Err((self.at, Expected::Sign(sign))) }
    }

    fn name(&mut self) -> Result<Placed, Wrong> {
        self.peek()?;
        let at = self.at;
        let mut text = String::new();
        while let Some(letter) = self.rest.chars().next().filter(|letter| letter.is_alphanumeric() || "_-".contains(*letter)) {
            text.push(letter);
            self.next();
        }
        if text.is_empty() { Err((at, Expected::Name)) } else { Ok(Placed { text, at }) }
    }

    fn key(&mut self) -> Result<Placed, Wrong> {
        if self.peek()? != Some('"') {
            return Err((self.at, Expected::Key));
        }
        let at = self.at;
        self.next();
        let mut text = String::new();
        loop {
            match self.next() {
                Some('"') => return Ok(Placed { text, at }),
                Some('\\') => text.extend(self.next()),
                Some('\n') | None => return Err((at, Expected::EndOfKey)),
                Some(letter) => text.push(letter),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_what_ron_reads() {
        let text = "// mine\n(\n  carry: [\"space\", \"a\"], /* two */ solve: [\"\\\\\", \"\\\"\"],\n  undo: [],\n)\n";
        let read = parsed(text).unwrap();
        assert_eq!(read[0].0, Placed { text: "carry".into(), at: At { line: 3, column: 3 } });
        assert_eq!(read[0].1[1], Placed { text: "a".into(), at: At { line: 3, column: 20 } });
        #[derive(serde::Deserialize)]
        struct Keys {
            carry: Vec<String>,
            solve: Vec<String>,
            undo: Vec<String>,
        }
        let keys: Keys = ron::from_str(text).unwrap();
        let texts = |at: usize| read[at].1.iter().map(|key| key.text.clone()).collect::<Vec<_>>();
        assert_eq!([texts(0), texts(1), texts(2)], [keys.carry, keys.solve, keys.undo]);
        assert_eq!(parsed("()"), Ok(Vec::new()));
    }

    #[test]
    fn typos_are_told_where_they_stand() {
        let at = |line, column| At { line, column };
        for (text, wrong) in [
            ("", (at(1, 1), Expected::Sign('('))),
            ("carry: []", (at(1, 1), Expected::Sign('('))),
            ("(\n  carry [\"a\"])", (at(2, 9), Expected::Sign(':'))),
            ("(carry: \"a\")", (at(1, 9), Expected::Sign('['))),
            ("(carry: [a])", (at(1, 10), Expected::Key)),
            ("(carry: [\"a\" \"b\"])", (at(1, 14), Expected::Either(',', ']'))),
            ("(carry: [\"a])", (at(1, 10), Expected::EndOfKey)),
            ("(carry: [\"a\"]\n solve: [])", (at(2, 2), Expected::Either(',', ')'))),
            ("(carry: [\"a\"]", (at(1, 14), Expected::Either(',', ')'))),
            ("(\"carry\": [])", (at(1, 2), Expected::Name)),
            ("(/* (carry: [])", (at(1, 2), Expected::EndOfComment)),
            ("() x", (at(1, 4), Expected::End)),
        ] {
            assert_eq!(parsed(text), Err(wrong), "{text}");
        }
    }
}
