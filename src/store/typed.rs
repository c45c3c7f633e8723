//! Facts typed by people, apart from those imported: the workspace's own journal, `facts/journal.ron`, in the format of
//! a plan's. They are laid on the lists each time these are read, so that an import replaces none of them.
//!
//! A new sort of fact (a wish) is a variant of [`Typed`] and a line in `Typed::lay_on`.
use super::journal::{Entry, Journal, JournalError};
use crate::model::records::{Acting, Workload};
use crate::model::{JabatanId, Kind, Nip, PositionId, Rosters, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A fact typed by somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Typed {
    /// Somebody acts on a post (Plt, Plh); one typed or imported before for both is replaced.
    Acting(Acting),
    /// Somebody acts there no longer.
    ActingEnds {
        /// Who.
        employee: Nip,
        /// Where.
        position: PositionId,
        /// The last day.
        on: Date,
    },
    /// A programme that takes hours; one typed or imported before of that name and place is replaced.
    Workload(Workload),
    /// A programme is taken away, whether it was typed or imported.
    WorkloadEnds {
        /// Of which unit.
        unit: UnitId,
        /// For which jabatan.
        jabatan: Option<JabatanId>,
        /// Its name.
        programme: String,
    },
    /// The entry with that sequence does not count.
    Undo {
        /// Its sequence.
        entry: u64,
    },
}

impl Typed {
    /// Lays it on the lists.
    fn lay_on(&self, lists: &mut Rosters) {
        match self {
            Self::Acting(it) => {
                lists.acting.retain(|other| (other.nip, &other.unit, &other.jabatan) != (it.nip, &it.unit, &it.jabatan));
                lists.acting.push(it.clone());
                if !lists.imported.contains(&Kind::Acting) {
                    lists.imported.push(Kind::Acting);
                }
            }
            Self::ActingEnds { employee, position, on } => {
                let is_meant =
                    |it: &&mut Acting| it.nip == *employee && it.unit == position.unit && it.jabatan == position.jabatan;
                lists.acting.iter_mut().filter(is_meant).for_each(|it| it.until = Some(*on));
            }
            Self::Workload(it) => {
                lists.workload.retain(|other| !is_same_programme(other, it));
                lists.workload.push(it.clone());
                if !lists.imported.contains(&Kind::Workload) {
                    lists.imported.push(Kind::Workload);
                }
            }
            Self::WorkloadEnds { unit, jabatan, programme } => {
                let is_meant =
                    |it: &Workload| it.unit == *unit && it.jabatan == *jabatan && it.programme.trim() == programme.trim();
                lists.workload.retain(|it| !is_meant(it));
            }
            Self::Undo { .. } => {}
        }
    }
}

/// Whether two rows are of one programme: name, unit and jabatan are the same.
pub fn is_same_programme(a: &Workload, b: &Workload) -> bool {
    (&a.unit, &a.jabatan, a.programme.trim()) == (&b.unit, &b.jabatan, b.programme.trim())
}

/// What was typed, in order, without what was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedFacts(Vec<Typed>);

impl TypedFacts {
    /// Reads what was typed; nothing where nobody typed anything.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn read(facts_folder: &Path) -> Result<Self, JournalError> {
        let (_, entries) = Journal::open_read_only::<Typed>(facts_folder)?;
        Ok(Self::counting(&entries))
    }

    fn counting(entries: &[Entry<Typed>]) -> Self {
        let undone = |entry: &&Entry<Typed>| match entry.action {
            Typed::Undo { entry } => Some(entry),
            _ => None,
        };
        let undone: Vec<u64> = entries.iter().filter_map(|entry| undone(&entry)).collect();
        let counts = entries.iter().filter(|entry| !undone.contains(&entry.sequence));
        Self(counts.map(|entry| entry.action.clone()).collect())
    }

    /// Lays all of it on the lists.
    pub fn lay_on(&self, lists: &mut Rosters) {
        self.0.iter().for_each(|it| it.lay_on(lists));
    }
}

/// Writes one down: on disk when this returns.
///
/// # Errors
/// [`JournalError`]; it then does not count.
pub fn record(facts_folder: &Path, fact: Typed) -> Result<Entry<Typed>, JournalError> {
    super::files::make_folder(facts_folder).map_err(|source| JournalError::Io { path: facts_folder.to_owned(), source })?;
    let (mut journal, _) = Journal::open::<Typed>(facts_folder)?;
    journal.append(super::now(), super::actor(), fact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn acting(letter: &str) -> Acting {
        let position = PositionId::parse("A/LURAH").unwrap();
        Acting {
            nip: Nip::parse("198001012005011999").unwrap(),
            unit: position.unit,
            jabatan: position.jabatan,
            from: Some(date(2026, 9, 1)),
            until: None,
            letter: letter.into(),
        }
    }

    #[test]
    fn what_was_typed_lies_on_what_was_imported_and_may_be_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let laid = || {
            let mut lists = Rosters { acting: vec![acting("impor")], ..Rosters::default() };
            TypedFacts::read(folder.path()).unwrap().lay_on(&mut lists);
            lists.acting.iter().map(|it| (it.letter.clone(), it.until)).collect::<Vec<_>>()
        };
        assert_eq!(laid(), [("impor".to_owned(), None)]);
        record(folder.path(), Typed::Acting(acting("821/1"))).unwrap();
        assert_eq!(laid(), [("821/1".to_owned(), None)], "the same person on the same post: the letter is another");
        let (employee, position) = (acting("").nip, PositionId::parse("A/LURAH").unwrap());
        let on = date(2026, 12, 1);
        let ends = record(folder.path(), Typed::ActingEnds { employee, position, on }).unwrap();
        assert_eq!(laid(), [("821/1".to_owned(), Some(on))]);
        record(folder.path(), Typed::Undo { entry: ends.sequence }).unwrap();
        assert_eq!(laid(), [("821/1".to_owned(), None)]);
    }

    #[test]
    fn a_line_changed_by_hand_is_found() {
        let folder = tempfile::tempdir().unwrap();
        record(folder.path(), Typed::Acting(acting("821/1"))).unwrap();
        let path = Journal::path_in(folder.path());
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("821/1", "821/2")).unwrap();
        assert!(matches!(TypedFacts::read(folder.path()), Err(JournalError::Chain { .. })));
    }
}
