//! Pegawai: everyone in the plan, by name, or those a search finds, best match first.
use crate::app::alphabet::Alphabet;
use crate::app::reload::Renumbering;
use crate::app::search::Searched;
use crate::desk::Desk;
use crate::model::EmployeeIx;
use std::collections::BTreeSet;

/// The list of employees.
#[derive(Debug)]
pub struct People {
    /// Everyone in the plan, by name.
    everyone: Vec<EmployeeIx>,
    /// What searches them.
    pub searched: Searched,
    /// Those shown.
    pub rows: Vec<EmployeeIx>,
    /// The search.
    pub query: String,
    /// The one selected.
    pub selected: Option<EmployeeIx>,
    /// Those marked, to be carried together.
    pub marked: BTreeSet<EmployeeIx>,
    /// First row shown.
    pub offset: usize,
}

impl People {
    /// Everyone in the plan.
    pub fn new(desk: &Desk, alphabet: &Alphabet) -> Self {
        let grounds = desk.grounds();
        let is_planned = |who: &EmployeeIx| grounds.projection.standing[who.at()].seat().is_some();
        let everyone: Vec<EmployeeIx> = alphabet.everyone().iter().copied().filter(is_planned).collect();
        let keys = everyone.iter().map(|who| {
            let employee = &grounds.facts.employees[who.at()];
            let present = grounds.present(*who);
            let post = present.map_or("", |post| grounds.facts.positions[post.at()].name.as_str());
            let unit = present.and_then(|post| grounds.facts.position_unit[post.at()]);
            let unit = unit.map_or("", |unit| grounds.facts.units[unit.at()].name.as_str());
            format!("{} {} {post} {unit}", employee.full_name(), employee.nip)
        });
        let searched = Searched::new(keys);
        let rows = everyone.clone();
        Self {
            selected: rows.first().copied(),
            everyone,
            searched,
            rows,
            query: String::new(),
            marked: BTreeSet::new(),
            offset: 0,
        }
    }

    /// Everyone in a plan on other facts: what is searched and who is selected stays as it was before.
    pub fn reloaded(&self, desk: &Desk, alphabet: &Alphabet, numbers: &Renumbering<'_>) -> Self {
        let mut next = Self::new(desk, alphabet);
        next.search(&self.query);
        let same = self.selected.and_then(|who| numbers.person(who)).filter(|who| next.rows.contains(who));
        let near = self.at().and_then(|at| next.rows.get(at).or(next.rows.last())).copied();
        next.selected = same.or(near).or(next.selected);
        next.marked = self.marked.iter().filter_map(|who| numbers.person(*who)).collect();
        next.offset = self.offset;
        next
    }

    /// How many there are without a search.
    pub fn total(&self) -> usize {
        self.everyone.len()
    }

    /// Shows those a search finds.
    pub fn search(&mut self, query: &str) {
        query.clone_into(&mut self.query);
        if self.searched.ask(query) {
            self.show_found();
        }
    }

    /// Shows those that the search found.
    pub fn show_found(&mut self) {
        self.rows = self.searched.found().iter().map(|at| self.everyone[*at]).collect();
        if !self.query.is_empty() || self.selected.is_none_or(|who| !self.rows.contains(&who)) {
            self.selected = self.rows.first().copied();
        }
        self.offset = 0;
    }

    /// The selected row.
    pub fn at(&self) -> Option<usize> {
        self.rows.iter().position(|who| Some(*who) == self.selected)
    }

    /// Selects by steps.
    pub fn step(&mut self, by: i64) {
        self.selected = super::step(self.at(), by, self.rows.len()).map(|at| self.rows[at]);
    }

    /// Keeps the selected row in sight.
    pub fn scroll(&mut self, rows: u16) {
        self.offset = super::scrolled(self.offset, self.at(), rows, self.rows.len());
    }
}
