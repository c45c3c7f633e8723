//! Rows that belong to others: below a row that is a stem stand those that belong to it, up to the next stem. They keep
//! together in any order, a filter shows the whole of what it finds a part of, and a stem folds over them.
use super::{Line, RowId, Table};
use std::collections::HashSet;

/// How a row stands in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limb {
    /// Others belong to it; whether they are shown.
    Stem(bool),
    /// It belongs to a stem; whether it is the last one.
    Branch(bool),
}

const fn is_stem(id: RowId) -> bool {
    matches!(id, RowId::Place(..))
}

/// Up to where rows belong to this one.
fn ends(ids: &[RowId], at: usize) -> usize {
    if !is_stem(ids[at]) {
        return at + 1;
    }
    (at + 1..ids.len()).find(|next| is_stem(ids[*next])).unwrap_or(ids.len())
}

/// How many rows there are; of a tree those that belong to no other.
pub(super) fn count(ids: impl Iterator<Item = RowId>, is_tree: bool) -> usize {
    ids.filter(|id| !is_tree || is_stem(*id)).count()
}

/// The rows that belong to none of which a filter finds something.
pub(super) fn found(ids: &[RowId], found: Option<&HashSet<RowId>>) -> Vec<usize> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < ids.len() {
        let end = ends(ids, at);
        if found.is_none_or(|found| ids[at..end].iter().any(|id| found.contains(id))) {
            rows.push(at);
        }
        at = end;
    }
    rows
}

/// These rows, with what belongs to those that are open.
pub(super) fn unfolded(ids: &[RowId], rows: Vec<usize>, is_open: impl Fn(&RowId) -> bool) -> Vec<usize> {
    let with = |at: usize| if is_open(&ids[at]) { at..ends(ids, at) } else { at..at + 1 };
    rows.into_iter().flat_map(with).collect()
}

impl Table {
    /// Whether some of the rows belong to others.
    pub fn is_tree(&self) -> bool {
        self.sections.iter().any(|section| section.rows.ids().first().is_some_and(|id| is_stem(*id)))
    }

    /// How the row of a line stands in its tree; `None` where it stands in none.
    pub fn limb(&self, line: usize) -> Option<Limb> {
        let (Line::Row(section, _), id) = (*self.lines.get(line)?, self.id(line)?) else { return None };
        if is_stem(id) {
            return Some(Limb::Stem(!self.folded.contains(&id) || !self.query.is_empty()));
        }
        self.sections.get(section)?.rows.ids().first().filter(|first| is_stem(**first))?;
        let next = self.lines.get(line + 1).filter(|next| next.section() == section).and(self.id(line + 1));
        Some(Limb::Branch(next.is_none_or(is_stem)))
    }

    /// Folds or unfolds where the selected row is; whether that was for the tree to do. The rows are still to be arranged.
    pub fn fold(&mut self, unfold: bool) -> bool {
        let Some(at) = self.at() else { return false };
        let Some(limb) = self.limb(at) else { return false };
        // What is open already opens the card.
        if unfold && limb != Limb::Stem(false) {
            return false;
        }
        if let Some(stem) = self.stem(at) {
            self.selected = Some(stem);
            if unfold {
                self.folded.remove(&stem)
            } else {
                self.folded.insert(stem)
            };
        }
        true
    }

    /// The stem that the selected row is, or belongs to.
    pub fn selected_stem(&self) -> Option<RowId> {
        self.stem(self.at()?)
    }

    /// Folds every stem, or unfolds all where none is open. The rows are still to be arranged.
    pub fn fold_all(&mut self) {
        let ids = self.sections.iter().flat_map(|section| section.rows.ids()).copied();
        let stems: HashSet<RowId> = ids.filter(|id| is_stem(*id)).collect();
        let is_open = stems.iter().any(|stem| !self.folded.contains(stem));
        // Whose row is hidden now is selected by the stem.
        self.selected = self.at().and_then(|at| self.stem(at)).or(self.selected);
        self.folded = if is_open { stems } else { HashSet::new() };
    }

    /// The stem of a line.
    fn stem(&self, line: usize) -> Option<RowId> {
        (0..=line).rev().filter_map(|line| self.id(line)).find(|id| is_stem(*id))
    }

    fn id(&self, line: usize) -> Option<RowId> {
        self.row(*self.lines.get(line)?)
    }
}
