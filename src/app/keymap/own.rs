//! A planner's own keys over those of the table. What does not hold is told all at once, each with its place.
use super::{Key, Keymap, names};
use crate::app::command::{COMMANDS, Command, Id};
use crate::store::config::{At, KeysFile, Placed};
use std::collections::HashMap;
use std::path::PathBuf;

/// Keys that stay what they are: accept, close, leave. Digits choose while somebody is carried.
const RESERVED: [(&str, Id); 3] = [("enter", Id::Open), ("esc", Id::Back), ("ctrl-c", Id::Quit)];

/// What a file has for a command: where, and its keys.
type Line = (At, Vec<(Key, Placed)>);

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such command; the nearest name.
    UnknownCommand(Placed, Option<&'static str>),
    /// There is no such key; the nearest name.
    UnknownKey(Placed, Option<String>),
    /// The command stands there twice; where before.
    Twice(Placed, At),
    /// A command without a key could not be reached, and texts could not name it.
    NoKeys(Placed),
    /// The key stays what it is.
    Reserved(Placed, &'static str),
    /// Two commands on one key; the other, and where it gets the key: in the file, or (`None`) from the table.
    Conflict(Placed, &'static str, &'static str, Option<At>),
}

impl Fault {
    /// Where.
    pub const fn at(&self) -> At {
        match self {
            Self::UnknownCommand(it, _)
            | Self::UnknownKey(it, _)
            | Self::Twice(it, _)
            | Self::NoKeys(it)
            | Self::Reserved(it, _)
            | Self::Conflict(it, ..) => it.at,
        }
    }
}

/// The keys of a file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}: {faults:?}", path.display())]
pub struct KeysError {
    /// The file.
    pub path: PathBuf,
    /// What does not hold, in the order of the file.
    pub faults: Vec<Fault>,
}

impl Keymap {
    /// The table's keys, with those of a file in place of the table's for the commands it names.
    ///
    /// # Errors
    /// Everything that does not hold.
    pub fn own(file: &KeysFile) -> Result<Self, KeysError> {
        let mut faults = Vec::new();
        let mut named: HashMap<Id, Line> = HashMap::new();
        for (name, keys) in &file.lines {
            let Some(command) = COMMANDS.iter().find(|command| command.name == name.text) else {
                let near = nearest(&name.text, COMMANDS.iter().map(|command| command.name));
                faults.push(Fault::UnknownCommand(name.clone(), near));
                continue;
            };
            if let Some((before, _)) = named.get(&command.id) {
                faults.push(Fault::Twice(name.clone(), *before));
                continue;
            }
            if keys.is_empty() {
                faults.push(Fault::NoKeys(name.clone()));
            }
            let read = keys.iter().filter_map(|key| read(key, command, &mut faults)).collect();
            named.insert(command.id, (name.at, read));
        }
        let chosen = together(&named, &mut faults);
        if faults.is_empty() {
            return Ok(Self::of(chosen.into_iter()));
        }
        faults.sort_by_key(Fault::at);
        Err(KeysError { path: file.path.clone(), faults })
    }
}

/// One key of a command; `None` where it is none, or stays what it is.
fn read(key: &Placed, command: &Command, faults: &mut Vec<Fault>) -> Option<(Key, Placed)> {
    let Ok(parsed) = key.text.parse::<Key>() else {
        faults.push(Fault::UnknownKey(key.clone(), nearest(&key.text.to_lowercase(), names())));
        return None;
    };
    let written = parsed.to_string();
    let is_digit = matches!(written.as_bytes(), [b'1'..=b'9']);
    let reserved = RESERVED.iter().find(|(of, _)| *of == written).map(|(_, id)| *id);
    if is_digit || reserved.is_some_and(|id| id != command.id) {
        let by = reserved.and_then(crate::app::command::of).map_or("1-9", |command| command.name);
        faults.push(Fault::Reserved(key.clone(), by));
        return None;
    }
    Some((parsed, key.clone()))
}

/// The keys of every command, where no two have the same.
fn together(named: &HashMap<Id, Line>, faults: &mut Vec<Fault>) -> Vec<(Id, Vec<Key>)> {
    let table = Keymap::default();
    let mut taken: HashMap<Key, (&'static str, Option<At>)> = HashMap::new();
    // First the keys of the table: a conflict is told where the file has it.
    for command in COMMANDS.iter().filter(|command| !named.contains_key(&command.id)) {
        taken.extend(table.keys(command.id).iter().map(|key| (*key, (command.name, None))));
    }
    let mut chosen = Vec::new();
    for command in COMMANDS {
        let Some((_, keys)) = named.get(&command.id) else {
            chosen.push((command.id, table.keys(command.id).to_vec()));
            continue;
        };
        let mut own = Vec::new();
        for (key, placed) in keys {
            if let Some((other, at)) = taken.insert(*key, (command.name, Some(placed.at))) {
                faults.push(Fault::Conflict(placed.clone(), command.name, other, at));
            }
            own.push(*key);
        }
        // Accept, close and leave are never lost.
        let kept = RESERVED.iter().filter(|(_, id)| *id == command.id).filter_map(|(key, _)| key.parse().ok());
        let missing: Vec<Key> = kept.filter(|key| !own.contains(key)).collect();
        own.extend(missing);
        chosen.push((command.id, own));
    }
    chosen
}

/// The nearest of some names, where one is near.
fn nearest<T: AsRef<str>>(text: &str, names: impl Iterator<Item = T>) -> Option<T> {
    let near = names.map(|name| (distance(text, name.as_ref()), name)).min_by_key(|(distance, _)| *distance);
    near.filter(|(distance, name)| *distance <= 1 + name.as_ref().len() / 3).map(|(_, name)| name)
}

/// How many letters have to be put in, taken out or changed.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (to, compared) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *compared);
            diagonal = row[to + 1];
            row[to + 1] = changed.min(diagonal + 1).min(row[to] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_slip_is_near() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(nearest("carri", ["carry", "solve"].into_iter()), Some("carry"));
        assert_eq!(nearest("zzzzzz", ["carry", "solve"].into_iter()), None);
    }
}
