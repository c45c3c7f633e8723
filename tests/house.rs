//! The house rules of architecture.md, held by reading the sources: who may know whom, what the engine
//! does without, what scores may not see, and how large a room may be.
#![allow(clippy::unwrap_used, clippy::panic)]
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Whom each room may know beside itself. `rules` may use `scoring` (R17 is the competence factor, R26 asks
/// for wishes); `matching` is numbers only and knows nobody.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("scoring", &["model"]),
    ("rules", &["model", "scoring"]),
    ("matching", &[]),
    ("metrics", &["model", "scoring", "rules"]),
    ("desk", &["model", "scoring", "rules", "matching", "metrics"]),
    ("store", &["model", "scoring", "rules", "matching", "metrics", "desk"]),
    // The words: they name what every room below the screen finds.
    ("text", &["model", "scoring", "rules", "matching", "metrics", "desk", "store"]),
    ("app", &["model", "scoring", "rules", "matching", "metrics", "desk", "store"]),
    ("ui", &["model", "scoring", "rules", "matching", "metrics", "desk", "store", "app", "text"]),
    ("term", &[]),
    // The outer edge may know everybody.
    ("cli", &["*"]),
    ("runtime", &["*"]),
    ("plain", &["*"]),
    ("main", &["*"]),
    ("lib", &["*"]),
];

/// Arrows beside the table, each with its reason.
const ALSO: &[(&str, &str, &str)] = &[
    ("store/import/report.rs", "text", "the written list of problems is a document"),
    ("app/palette.rs", "text", "commands are found by the words of their titles"),
    ("text/errors.rs", "app", "a planner's own keys may be wrong"),
    ("text/views/", "app", "words for the values in views"),
    ("text/plain.rs", "app", "refusals are worded by the screen, which names keys"),
    ("text/screen/", "app", "words for the screen's commands, forms and notices"),
];

/// Where `ui` has letters that are signs: what stands for ✗ where only ASCII is drawn.
const SIGNS: &[&str] = &["ui/theme.rs", "ui/symbols.rs"];

/// The engine: same input, same output, on any machine.
const PURE: &[&str] = &["model", "scoring", "rules", "matching", "metrics", "desk"];

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for file in sources() {
        let Some((_, known)) = MAY_KNOW.iter().find(|(room, _)| *room == file.room) else {
            panic!("src/{}: a room that is not in MAY_KNOW: say whom it may know", file.path);
        };
        for other in file.rooms_named() {
            let also = ALSO.iter().any(|(path, room, _)| file.path.starts_with(path) && *room == other);
            if other != file.room && !known.contains(&"*") && !known.contains(&other.as_str()) && !also {
                wrong.push(format!("src/{} knows {other}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_path_climbs_out_of_its_room() {
    for file in sources() {
        for line in file.code.lines() {
            let climbed = line.split("super::").count() - 1;
            let consecutive = (1..=climbed).rev().find(|n| line.contains(&"super::".repeat(*n))).unwrap_or(0);
            assert!(consecutive < file.depth(), "src/{}: {line}", file.path);
        }
    }
}

#[test]
fn the_engine_has_no_file_clock_terminal_or_chance() {
    let foreign = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "SystemTime",
        "Instant",
        "ratatui",
        "crossterm",
        "rustix",
        "fastrand",
        "tempfile",
        "println!",
        "eprintln!",
        "Zoned::now",
        "Timestamp::now",
        "thread::spawn",
    ];
    for file in sources().iter().filter(|file| PURE.contains(&file.room.as_str())) {
        for line in file.code.lines() {
            for word in foreign {
                assert!(!line.contains(word), "src/{}: {word}: {}", file.path, line.trim());
            }
        }
    }
}

/// R31: no score may use religion, ethnicity, sex, marital status, politics, age or disability. They are not
/// kept; and of what is kept (the NIP tells birth and sex) scoring reads nothing.
#[test]
fn no_score_can_see_what_the_law_forbids() {
    // Whole words, and beginnings of words.
    let whole = ["sex", "age", "umur", "usia", "party"];
    let begun = [
        "gender", "kelamin", "religi", "agama", "marital", "married", "kawin", "ethnic", "suku", "disab", "difabel", "politic",
        "partai",
    ];
    for file in sources().iter().filter(|file| file.room == "model") {
        for field in file.fields() {
            let is_forbidden =
                field.split('_').any(|part| whole.contains(&part) || begun.iter().any(|word| part.starts_with(word)));
            assert!(!is_forbidden, "src/{}: field {field}", file.path);
        }
    }
    let personal = ["sex_digit", "birth_date", "born(", "appointed(", ".nip", ".employees", "retires", ".home", ".relations"];
    for file in sources().iter().filter(|file| file.room == "scoring") {
        for line in file.code.lines() {
            assert!(!personal.iter().any(|word| line.contains(word)), "src/{}: {}", file.path, line.trim());
        }
    }
}

#[test]
fn no_room_is_too_large() {
    for path in ["src", "tests", "benches"].into_iter().flat_map(files).filter(|path| path.extension().is_some_and(|e| e == "rs"))
    {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 400, "{}: {lines} lines, at most 400", path.display());
    }
}

/// What the screen says stands in `text/`, in both languages: drawing has signs and spaces only.
#[test]
fn no_text_is_written_in_ui() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| file.room == "ui" && !SIGNS.contains(&file.path.as_str())) {
        for line in file.code.lines() {
            // What stands between quotes; the names that `{…}` puts in are code.
            for literal in line.split('"').skip(1).step_by(2) {
                let mut depth = 0_u32;
                let mut said = String::new();
                for letter in literal.chars() {
                    match letter {
                        '{' => depth += 1,
                        '}' => depth = depth.saturating_sub(1),
                        _ if depth == 0 => said.push(letter),
                        _ => {}
                    }
                }
                if said.chars().any(char::is_alphabetic) && said != "[x]" {
                    wrong.push(format!("src/{}: {}", file.path, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_left_to_be_done_and_no_registry_is_named() {
    let notes = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];
    let hosts = [concat!("crates", ".io"), concat!("npm", "js."), concat!("pypi", ".org"), concat!("proxy.", "golang")];
    let mut texts: Vec<PathBuf> = ["src", "tests", "data", "benches", ".ci"].into_iter().flat_map(files).collect();
    texts.extend(["Cargo.toml", "README.md", "deny.toml", "clippy.toml", "rustfmt.toml"].map(|name| root().join(name)));
    for path in texts {
        // What is not text (or not there) has no words.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for word in notes.iter().chain(&hosts) {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
    assert!(!root().join(".cargo").exists(), "no machine's own registry in the house");
}

#[test]
fn the_sources_are_read() {
    let rooms: BTreeSet<String> = sources().into_iter().map(|file| file.room).collect();
    let named: BTreeSet<String> = MAY_KNOW.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(named, rooms, "every room says whom it may know, and no other does");
    for room in MAY_KNOW.iter().flat_map(|(_, known)| *known).chain(PURE).filter(|room| **room != "*") {
        assert!(rooms.contains(*room), "{room}: no such room");
    }
    for (path, room, why) in ALSO {
        let is_needed = sources().iter().any(|file| file.path.starts_with(path) && file.rooms_named().contains(*room));
        assert!(is_needed, "{path} knows no {room}: {why}");
    }
    let with_words =
        Source { path: "a/b.rs".into(), room: "a".into(), code: code_of("//! crate::x\nuse crate::y::Z; // crate::w\n") };
    assert_eq!(with_words.rooms_named(), BTreeSet::from(["y".to_owned()]));
    assert_eq!(with_words.depth(), 2);
}

/// A source file of the program, its comments and tests left out.
struct Source {
    /// Below `src/`.
    path: String,
    /// Its top folder, or the name of a file at the top.
    room: String,
    code: String,
}

impl Source {
    /// The rooms the code names as `crate::room`. A language is no word: `Lang` travels everywhere.
    fn rooms_named(&self) -> BTreeSet<String> {
        let code = self.code.replace("crate::text::Lang", "");
        let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
        let plain: BTreeSet<String> = code.split("crate::").skip(1).map(name).filter(|name| !name.is_empty()).collect();
        assert!(!code.contains("use crate::{"), "src/{}: one `use` a room, so that arrows can be read", self.path);
        plain
    }

    /// How many `super::` lead to the crate's root.
    fn depth(&self) -> usize {
        let parts = self.path.split('/').count();
        if self.path.ends_with("mod.rs") { parts - 1 } else { parts }
    }

    /// Names of public fields.
    fn fields(&self) -> Vec<String> {
        let field = |line: &str| {
            let (name, _) = line.trim().strip_prefix("pub ")?.split_once(": ")?;
            name.chars().all(|c| c.is_ascii_lowercase() || c == '_').then(|| name.to_owned())
        };
        self.code.lines().filter_map(field).collect()
    }
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let read = |path: PathBuf| {
        let below = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        let room = below.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        Source { code: code_of(&fs::read_to_string(&path).unwrap()), path: below, room }
    };
    let is_test = |path: &PathBuf| path.to_string_lossy().contains("tests");
    let rust = |path: &PathBuf| path.extension().is_some_and(|e| e == "rs");
    files("src").into_iter().filter(|path| rust(path) && !is_test(path)).map(read).collect()
}

/// Without comments, and without what follows `#[cfg(test)]` (tests stand last in a file, or in one of
/// their own).
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            // `mod tests;` is one line; `mod tests {` is the rest of the file.
            if lines.peek().is_some_and(|next| next.trim_end().ends_with('{')) {
                break;
            }
            lines.next();
            continue;
        }
        let bare = line.split("//").next().unwrap_or_default();
        code.push_str(bare);
        code.push('\n');
    }
    code
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
