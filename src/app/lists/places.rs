//! Lowong / Unit kerja: vacancies by eselon and days, posts that fall vacant soon, the units that are
//! worst off; or the whole tree; or what a search finds.
use super::vacant::Candidates;
pub use super::vacant::{soon_vacant, vacancies};
use crate::app::reload::Renumbering;
use crate::app::search::Searched;
use crate::desk::Desk;
use crate::desk::preview::Target;
use crate::metrics::{UnitFill, unit_fills};
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// A part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Structural posts without a holder after the plan.
    Vacant,
    /// Structural posts whose holder retires within 24 months after TMT.
    Soon,
    /// Units, the worst off first.
    Lowest,
}

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceRow {
    /// A heading; never selected.
    Heading(Section),
    /// Those without a post: their number, and where a proposal is taken back.
    Tray,
    /// Somebody without a post after the plan.
    Seatless(EmployeeIx),
    /// A vacant post.
    Vacant(PositionIx),
    /// A post that falls vacant, whose holder, when.
    Soon(PositionIx, EmployeeIx, Date),
    /// A unit at a depth.
    Unit(UnitIx, u16),
    /// A post of an unfolded unit at a depth, or found by a search.
    Post(PositionIx, u16),
}

impl PlaceRow {
    /// What a person could be dropped on here.
    pub const fn target(&self) -> Option<Target> {
        match self {
            Self::Heading(_) => None,
            Self::Tray => Some(Target::Tray),
            Self::Seatless(who) => Some(Target::Person(*who)),
            Self::Vacant(post) | Self::Soon(post, ..) | Self::Post(post, _) => Some(Target::Post(*post)),
            Self::Unit(unit, _) => Some(Target::Unit(*unit)),
        }
    }

    /// The same row among other facts.
    fn renumbered(self, numbers: &Renumbering<'_>) -> Option<Self> {
        Some(match self {
            Self::Heading(section) => Self::Heading(section),
            Self::Tray => Self::Tray,
            Self::Seatless(who) => Self::Seatless(numbers.person(who)?),
            Self::Vacant(post) => Self::Vacant(numbers.post(post)?),
            Self::Soon(post, who, date) => Self::Soon(numbers.post(post)?, numbers.person(who)?, date),
            Self::Unit(unit, depth) => Self::Unit(numbers.unit(unit)?, depth),
            Self::Post(post, depth) => Self::Post(numbers.post(post)?, depth),
        })
    }
}

/// What the pane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Vacancies and the worst units.
    Vacancies,
    /// The tree of units.
    Tree,
}

/// The list of vacancies and units.
#[derive(Debug)]
pub struct Places {
    /// What it shows.
    pub mode: Mode,
    /// Its rows.
    pub rows: Vec<PlaceRow>,
    /// Need and holders per unit, before the plan.
    pub fills_before: HashMap<UnitIx, UnitFill>,
    candidates: Candidates,
    vacancies: Vec<PositionIx>,
    /// The search.
    pub query: String,
    /// The row selected.
    pub selected: Option<PlaceRow>,
    /// First row shown.
    pub offset: usize,
    unfolded: HashSet<UnitIx>,
    children: Vec<Vec<UnitIx>>,
    posts: HashMap<UnitIx, Vec<PositionIx>>,
    /// What searches posts and units.
    pub searched: Searched,
    searchable: Vec<PlaceRow>,
}

impl Places {
    /// For a plan.
    pub fn new(desk: &Desk) -> Self {
        let grounds = desk.grounds();
        let mut posts: HashMap<UnitIx, Vec<PositionIx>> = HashMap::new();
        for post in grounds.posts_in_scope() {
            if let Some(unit) = grounds.facts.position_unit[post.at()] {
                posts.entry(unit).or_default().push(post);
            }
        }
        for list in posts.values_mut() {
            list.sort_by_cached_key(|post| order_of(desk, *post));
        }
        let mut children = vec![Vec::new(); grounds.facts.units.len()];
        for (at, parent) in grounds.facts.parent.iter().enumerate() {
            if let Some(parent) = parent {
                children[parent.at()].push(UnitIx::of(at));
            }
        }
        let before = crate::model::Placement::status_quo(&grounds.projection);
        let searchable: Vec<PlaceRow> = grounds
            .posts_in_scope()
            .map(|post| PlaceRow::Post(post, 0))
            .chain(
                (0..children.len()).map(UnitIx::of).filter(|unit| posts.contains_key(unit)).map(|unit| PlaceRow::Unit(unit, 0)),
            )
            .collect();
        let searched = Searched::new(searchable.iter().map(|row| search_key(desk, row)));
        let mut places = Self {
            mode: Mode::Vacancies,
            rows: Vec::new(),
            fills_before: unit_fills(grounds, &before).into_iter().map(|fill| (fill.unit, fill)).collect(),
            candidates: Candidates::of(desk),
            vacancies: Vec::new(),
            query: String::new(),
            selected: None,
            offset: 0,
            unfolded: HashSet::new(),
            children,
            posts,
            searched,
            searchable,
        };
        places.unfold_top();
        places.rebuild(desk);
        places.selected = places.rows.iter().copied().find(|row| *row != PlaceRow::Tray && row.target().is_some());
        places
    }

    /// For a plan on other facts: what is shown, searched, unfolded and selected stays as it was before.
    pub fn reloaded(&self, desk: &Desk, numbers: &Renumbering<'_>) -> Self {
        let mut next = Self::new(desk);
        next.mode = self.mode;
        next.unfolded = self.unfolded.iter().filter_map(|unit| numbers.unit(*unit)).collect();
        next.selected = self.selected.and_then(|row| row.renumbered(numbers));
        next.query.clone_from(&self.query);
        next.searched.ask(&self.query);
        next.offset = self.offset;
        next.list_near(desk, self.at());
        next
    }

    /// How many structural posts are vacant after the plan.
    pub const fn vacant(&self) -> usize {
        self.vacancies.len()
    }

    /// Structural posts without a holder after the plan, in the order of the list.
    pub fn vacancies(&self) -> &[PositionIx] {
        &self.vacancies
    }

    /// Counts and makes the rows anew for a changed plan.
    pub fn rebuild(&mut self, desk: &Desk) {
        self.vacancies = self.candidates.vacancies(desk);
        self.list(desk);
    }

    /// Makes the rows anew for another mode, search or fold; the selection stays where it can.
    fn list(&mut self, desk: &Desk) {
        self.list_near(desk, self.at());
    }

    /// The same, where the selected row was the `at`-th.
    fn list_near(&mut self, desk: &Desk, at: Option<usize>) {
        self.rows = match (self.query.is_empty(), self.mode) {
            (false, _) => self.searched.found().iter().map(|at| self.searchable[*at]).collect(),
            (true, Mode::Tree) => self.tree(),
            (true, Mode::Vacancies) => self.board(desk),
        };
        if self.selected.is_none_or(|row| !self.rows.contains(&row)) {
            let same_target =
                self.selected.and_then(|row| self.rows.iter().copied().find(|other| other.target() == row.target()));
            self.selected = same_target.or_else(|| {
                at.and_then(|at| self.rows[at.min(self.rows.len())..].iter().copied().find(|row| row.target().is_some()))
            });
        }
        if self.selected.is_none() {
            self.selected = self.rows.iter().copied().find(|row| row.target().is_some());
        }
    }

    /// Shows what a search finds.
    pub fn search(&mut self, desk: &Desk, query: &str) {
        query.clone_into(&mut self.query);
        if self.searched.ask(query) {
            self.show_found(desk);
        }
    }

    /// Shows what the search found.
    pub fn show_found(&mut self, desk: &Desk) {
        self.offset = 0;
        self.list(desk);
        if !self.query.is_empty() {
            self.selected = self.rows.first().copied();
        }
    }

    /// Vacancies or tree.
    pub fn switch(&mut self, desk: &Desk) {
        self.mode = if self.mode == Mode::Tree { Mode::Vacancies } else { Mode::Tree };
        self.query.clear();
        self.searched.ask("");
        self.offset = 0;
        self.list(desk);
    }

    /// The post selected, where a post is.
    pub const fn selected_post(&self) -> Option<PositionIx> {
        match self.selected {
            Some(PlaceRow::Vacant(post) | PlaceRow::Soon(post, ..) | PlaceRow::Post(post, _)) => Some(post),
            _ => None,
        }
    }

    /// Whether a unit is unfolded.
    pub fn is_unfolded(&self, unit: UnitIx) -> bool {
        self.unfolded.contains(&unit)
    }

    /// Folds or unfolds the selected unit (or the unit of the selected post).
    pub fn fold(&mut self, desk: &Desk, unfold: bool) {
        match self.selected {
            Some(PlaceRow::Unit(unit, _)) if unfold => drop(self.unfolded.insert(unit)),
            Some(PlaceRow::Unit(unit, _)) => drop(self.unfolded.remove(&unit)),
            Some(PlaceRow::Post(post, depth)) if !unfold && depth > 0 => {
                if let Some(unit) = desk.grounds().facts.position_unit[post.at()] {
                    self.unfolded.remove(&unit);
                    self.selected =
                        self.rows.iter().copied().find(|row| matches!(row, PlaceRow::Unit(other, _) if *other == unit));
                }
            }
            _ => return,
        }
        self.list(desk);
    }

    /// Whether a unit is closed and has something to show below it.
    pub fn opens(&self, unit: UnitIx) -> bool {
        let has_rows = self.posts.contains_key(&unit) || (self.mode == Mode::Tree && self.has_posts_below(unit));
        self.query.is_empty() && !self.is_unfolded(unit) && has_rows
    }

    /// Unfolds a unit, selected or not.
    pub fn unfold(&mut self, desk: &Desk, unit: UnitIx) {
        self.unfolded.insert(unit);
        self.rebuild(desk);
    }

    /// The selected row.
    pub fn at(&self) -> Option<usize> {
        let selected = self.selected?;
        self.rows.iter().position(|row| *row == selected)
    }

    /// Selects by steps; headings are passed over.
    pub fn step(&mut self, by: i64) {
        let stops: Vec<usize> = (0..self.rows.len()).filter(|at| self.rows[*at].target().is_some()).collect();
        let at = self.at().and_then(|at| stops.iter().position(|stop| *stop == at));
        if let Some(stop) = super::step(at, by, stops.len()) {
            self.selected = Some(self.rows[stops[stop]]);
        }
    }

    /// Keeps the selected row in sight, with a heading right above it.
    pub fn scroll(&mut self, rows: u16) {
        let at = self.at();
        self.offset = super::scrolled(self.offset, at, rows, self.rows.len());
        let heading_above =
            rows > 1 && self.offset > 0 && at == Some(self.offset) && matches!(self.rows[self.offset - 1], PlaceRow::Heading(_));
        self.offset -= usize::from(heading_above);
    }

    /// The tree opens on what is planned: every unit on the way down to the first ones with posts, and
    /// those, where they have units below.
    fn unfold_top(&mut self) {
        let mut is_child = vec![false; self.children.len()];
        for below in self.children.iter().flatten() {
            is_child[below.at()] = true;
        }
        let mut level: Vec<UnitIx> = (0..self.children.len()).map(UnitIx::of).filter(|unit| !is_child[unit.at()]).collect();
        for _ in 0..2 {
            level.retain(|unit| !self.children[unit.at()].is_empty() && self.has_posts_below(*unit));
            self.unfolded.extend(&level);
            level = level.iter().flat_map(|unit| self.children[unit.at()].clone()).collect();
        }
    }

    fn board(&self, desk: &Desk) -> Vec<PlaceRow> {
        let mut rows = self.candidates.tray(desk);
        rows.push(PlaceRow::Heading(Section::Vacant));
        rows.extend(self.vacancies.iter().copied().map(PlaceRow::Vacant));
        let soon = self.candidates.soon_vacant(desk);
        if !soon.is_empty() {
            rows.push(PlaceRow::Heading(Section::Soon));
            rows.extend(soon);
        }
        let mut units: Vec<&UnitFill> = desk.tally.fills().filter(|fill| fill.need > 0).collect();
        units.sort_by_cached_key(|fill| (fill.permille(), std::cmp::Reverse(fill.need - fill.filled), fill.unit));
        if !units.is_empty() {
            rows.push(PlaceRow::Heading(Section::Lowest));
        }
        for fill in units {
            self.push_unit(&mut rows, fill.unit, 0, false);
        }
        rows
    }

    fn tree(&self) -> Vec<PlaceRow> {
        let mut rows = Vec::new();
        let mut is_child = vec![false; self.children.len()];
        for below in self.children.iter().flatten() {
            is_child[below.at()] = true;
        }
        for unit in (0..self.children.len()).map(UnitIx::of).filter(|unit| !is_child[unit.at()]) {
            self.push_unit(&mut rows, unit, 0, true);
        }
        rows
    }

    /// A unit, and below it, where unfolded, its posts and (in the tree) its units. Units without any
    /// planned post below are left out.
    fn push_unit(&self, rows: &mut Vec<PlaceRow>, unit: UnitIx, depth: u16, with_units: bool) {
        if with_units && !self.has_posts_below(unit) {
            return;
        }
        rows.push(PlaceRow::Unit(unit, depth));
        if !self.unfolded.contains(&unit) {
            return;
        }
        rows.extend(self.posts.get(&unit).into_iter().flatten().map(|post| PlaceRow::Post(*post, depth + 1)));
        if with_units {
            for below in &self.children[unit.at()] {
                self.push_unit(rows, *below, depth + 1, true);
            }
        }
    }

    fn has_posts_below(&self, unit: UnitIx) -> bool {
        self.posts.contains_key(&unit) || self.children[unit.at()].iter().any(|below| self.has_posts_below(*below))
    }
}

/// The order of posts in a unit: managerial first by eselon, then by class from above, then by name.
fn order_of(desk: &Desk, post: PositionIx) -> (u8, std::cmp::Reverse<u8>, String) {
    let position = &desk.grounds().facts.positions[post.at()];
    let echelon = position.echelon.filter(|_| position.is_structural()).map_or(99, crate::model::Echelon::code);
    (echelon, std::cmp::Reverse(position.class.unwrap_or(0)), position.name.to_string())
}

fn search_key(desk: &Desk, row: &PlaceRow) -> String {
    let facts = &desk.grounds().facts;
    match row {
        PlaceRow::Unit(unit, _) => facts.units[unit.at()].name.clone(),
        PlaceRow::Post(post, _) => {
            let unit = facts.position_unit[post.at()].map_or("", |unit| facts.units[unit.at()].name.as_str());
            format!("{} {unit}", facts.positions[post.at()].name)
        }
        _ => String::new(),
    }
}
