//! Texts that many records repeat: of two hundred thousand employees few have a jabatan, a unit or an education of their own.
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::cell::RefCell;
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::ops::Deref;
use std::sync::Arc;

/// So many texts are remembered on each thread that makes any: more than a province has units.
const REMEMBERED: usize = 1 << 15;

thread_local! {
    /// The texts made last, each in the place its hash gives it.
    static LAST: RefCell<Vec<SharedText>> = const { RefCell::new(Vec::new()) };
}

/// A text that does not change, held once by all who had it from [`SharedText::from`] while it was remembered.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SharedText(Arc<str>);

impl SharedText {
    /// The text.
    pub fn as_str(&self) -> &str {
        self
    }
}

impl From<&str> for SharedText {
    fn from(text: &str) -> Self {
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(text);
        LAST.with_borrow_mut(|last| {
            if last.is_empty() {
                last.resize(REMEMBERED, Self::default());
            }
            let known = &mut last[hash as usize % REMEMBERED];
            if known.as_str() != text {
                *known = Self(text.into());
            }
            known.clone()
        })
    }
}
impl From<String> for SharedText {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl Deref for SharedText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}
impl Borrow<str> for SharedText {
    fn borrow(&self) -> &str {
        self
    }
}
impl PartialEq<str> for SharedText {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}
impl PartialEq<&str> for SharedText {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}
impl fmt::Display for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}
impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
impl Serialize for SharedText {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self)
    }
}
impl<'de> Deserialize<'de> for SharedText {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        super::read_text(d, |text| Ok::<_, std::convert::Infallible>(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_made_again_is_the_same_one() {
        let (one, other) = (SharedText::from("Guru Kelas Ahli Muda"), SharedText::from(String::from("Guru Kelas Ahli Muda")));
        assert!(Arc::ptr_eq(&one.0, &other.0));
    }

    #[test]
    fn more_texts_than_are_remembered_are_each_what_they_were_made_from() {
        let texts: Vec<SharedText> = (0..3 * REMEMBERED).map(|at| at.to_string().into()).collect();
        assert!(texts.iter().enumerate().all(|(at, text)| *text == at.to_string().as_str()));
    }
}
