//! What is wrong with a planner's own keys, each with file, line and column.
use crate::app::keymap::{Fault, KeysError};
use crate::store::config::{At, ConfigError, Expected};
use crate::text::Lang;
use std::path::Path;

/// The file is no list of keys.
pub fn config_error(lang: Lang, error: &ConfigError) -> String {
    match error {
        ConfigError::Io { path, source } => format!("{}: {source}", path.display()),
        ConfigError::Syntax { path, at, expected } => {
            let what = self::expected(lang, *expected);
            match lang {
                Lang::Id => format!("{} di sini seharusnya {what}", place(path, *at)),
                Lang::En => format!("{} expected {what} here", place(path, *at)),
            }
        }
    }
}

fn place(path: &Path, at: At) -> String {
    format!("{}:{}:{}:", path.display(), at.line, at.column)
}

fn expected(lang: Lang, expected: Expected) -> String {
    match (expected, lang) {
        (Expected::Sign(sign), _) => format!("“{sign}”"),
        (Expected::Either(one, other), Lang::Id) => format!("“{one}” atau “{other}”"),
        (Expected::Either(one, other), Lang::En) => format!("“{one}” or “{other}”"),
        (Expected::Name, Lang::Id) => "nama perintah tanpa tanda kutip".to_owned(),
        (Expected::Name, Lang::En) => "the name of a command, without quotes".to_owned(),
        (Expected::Key, Lang::Id) => "tombol di antara tanda kutip, seperti \"ctrl-r\"".to_owned(),
        (Expected::Key, Lang::En) => "a key between quotes, such as \"ctrl-r\"".to_owned(),
        (Expected::EndOfKey, Lang::Id) => "tombol yang ditutup tanda kutip di baris yang sama".to_owned(),
        (Expected::EndOfKey, Lang::En) => "a key that ends in a quote on the same line".to_owned(),
        (Expected::EndOfComment, Lang::Id) => "komentar yang ditutup */".to_owned(),
        (Expected::EndOfComment, Lang::En) => "a comment that ends in */".to_owned(),
        (Expected::End, Lang::Id) => "akhir berkas".to_owned(),
        (Expected::End, Lang::En) => "the end of the file".to_owned(),
    }
}

/// The keys do not hold together: a line each.
pub fn keys_error(lang: Lang, error: &KeysError) -> String {
    let lines = error.faults.iter().map(|fault| format!("{} {}", place(&error.path, fault.at()), self::fault(lang, fault)));
    lines.collect::<Vec<_>>().join("\n")
}

fn fault(lang: Lang, fault: &Fault) -> String {
    match (fault, lang) {
        (Fault::UnknownCommand(name, near), Lang::Id) => {
            format!("tidak ada perintah {}{}", name.text, meant(lang, near.map(str::to_owned)))
        }
        (Fault::UnknownCommand(name, near), Lang::En) => {
            format!("there is no command {}{}", name.text, meant(lang, near.map(str::to_owned)))
        }
        (Fault::UnknownKey(key, near), Lang::Id) => format!("tidak ada tombol “{}”{}", key.text, meant(lang, near.clone())),
        (Fault::UnknownKey(key, near), Lang::En) => format!("there is no key “{}”{}", key.text, meant(lang, near.clone())),
        (Fault::Twice(name, before), Lang::Id) => format!("{} sudah ada di baris {}", name.text, before.line),
        (Fault::Twice(name, before), Lang::En) => format!("{} stands on line {} already", name.text, before.line),
        (Fault::NoKeys(name), Lang::Id) => format!("{} tanpa tombol: beri paling sedikit satu", name.text),
        (Fault::NoKeys(name), Lang::En) => format!("{} without a key: give it one at least", name.text),
        (Fault::Reserved(key, by), Lang::Id) => format!("“{}” tetap milik {by}: pilih tombol lain", key.text),
        (Fault::Reserved(key, by), Lang::En) => format!("“{}” always belongs to {by}: choose another key", key.text),
        (Fault::Conflict(key, name, other, Some(at)), Lang::Id) => {
            format!("“{}” untuk {name}, dan untuk {other} di baris {}", key.text, at.line)
        }
        (Fault::Conflict(key, name, other, Some(at)), Lang::En) => {
            format!("“{}” for {name}, and for {other} on line {}", key.text, at.line)
        }
        (Fault::Conflict(key, name, other, None), Lang::Id) => {
            format!("“{}” untuk {name}, dan bawaan untuk {other}: beri {other} tombol lain juga", key.text)
        }
        (Fault::Conflict(key, name, other, None), Lang::En) => {
            format!("“{}” for {name}, and {other} has it by default: give {other} another key too", key.text)
        }
    }
}

fn meant(lang: Lang, near: Option<String>) -> String {
    match (near, lang) {
        (None, _) => String::new(),
        (Some(near), Lang::Id) => format!("; mungkin {near}?"),
        (Some(near), Lang::En) => format!("; {near} perhaps?"),
    }
}
