//! Bezetting: need and holders of every unit, by jenjang, before and after the plan.
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::command::Id;
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::metrics::permille;
use crate::model::{Grade, JabatanKind, Jenjang, PositionIx, UnitIx};
use std::collections::BTreeMap;

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Needs, command: Some(Id::Needs), about: about_nothing, content, enter: card, detail: no_detail };

/// Kinds of posts, the highest first.
const GROUPS: [Label; 6] = [Label::Jpt, Label::Administrators, Label::Supervisors, Label::Experts, Label::Skilled, Label::Staff];

/// Need and holders of some posts.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    need: u32,
    heads: u32,
    before: u32,
    filled: u32,
    filled_before: u32,
}

impl Count {
    fn add(&mut self, need: u32, before: u32, heads: u32) {
        self.need += need;
        self.heads += heads;
        self.before += before;
        self.filled += heads.min(need);
        self.filled_before += before.min(need);
    }

    fn share(&self) -> Cell {
        Cell::Share(permille(self.filled_before, self.need), permille(self.filled, self.need))
    }

    fn surplus(&self) -> i64 {
        i64::from(self.heads) - i64::from(self.need)
    }
}

/// A unit: all its posts, then each group.
type Unit = (Count, [Count; 6]);

fn content(state: &State, _: Option<RowId>) -> Content {
    let grounds = state.desk.grounds();
    let mut units: BTreeMap<UnitIx, Unit> = BTreeMap::new();
    let mut all: Unit = Default::default();
    for post in grounds.posts_in_scope() {
        let Some(unit) = grounds.projection.group[post.at()] else { continue };
        let figures =
            (grounds.projection.need[post.at()], grounds.projection.holders[post.at()], state.desk.placement.heads(post));
        let group = group(state, post);
        for (total, groups) in [units.entry(unit).or_default(), &mut all] {
            total.add(figures.0, figures.1, figures.2);
            groups[group].add(figures.0, figures.1, figures.2);
        }
    }
    // What no unit has needs no column.
    let shown: Vec<usize> = (0..GROUPS.len()).filter(|at| all.1[*at].need + all.1[*at].heads > 0).collect();
    let mut rows: Vec<(i64, Row)> =
        units.iter().map(|(unit, of)| (permille(of.0.filled, of.0.need), row(*unit, of, &shown))).collect();
    rows.sort_by_key(|(share, _)| *share);
    let mut columns = vec![
        Column::words(Label::Unit, 16, 40, 0),
        Column::figures(Label::NeedShort, 5, 1),
        Column::figures(Label::HoldersShort, 7, 1),
        Column::figures(Label::Surplus, 5, 0),
        Column::words(Label::Nothing, 6, 16, 2),
        Column::figures(Label::Filled, 10, 0),
    ];
    columns.extend(shown.iter().map(|at| Column::figures(GROUPS[*at], 10, 2 + u8::from(*at < 2))));
    Content {
        facts: if rows.is_empty() { Vec::new() } else { totals(&all.0) },
        sections: vec![Section {
            title: None,
            columns,
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            empty: Label::NoPosts,
        }],
    }
}

fn totals(all: &Count) -> Vec<(Label, Cell)> {
    vec![
        (Label::Need, Cell::Number(all.need.into())),
        (Label::Holders, Cell::Moved(all.before.into(), all.heads.into(), Better::Neither)),
        (Label::Surplus, Cell::Surplus(all.surplus())),
        (Label::Filled, all.share()),
    ]
}

fn row(unit: UnitIx, (all, groups): &Unit, shown: &[usize]) -> Row {
    let mut cells = vec![
        Cell::Unit(unit),
        Cell::Number(all.need.into()),
        Cell::Moved(all.before.into(), all.heads.into(), Better::Neither),
        Cell::Surplus(all.surplus()),
        Cell::Bar(all.filled.into(), all.need.into()),
        all.share(),
    ];
    cells.extend(shown.iter().map(|at| Cell::Heads(groups[*at].heads, groups[*at].need)));
    Row { id: RowId::Unit(unit), cells }
}

fn group(state: &State, post: PositionIx) -> usize {
    let position = &state.desk.grounds().facts.positions[post.at()];
    match (position.kind, position.grade()) {
        (JabatanKind::Structural, Some(grade)) if grade.is_jpt() => 0,
        (JabatanKind::Structural, Some(grade)) if grade.is_administrator() => 1,
        (JabatanKind::Structural, _) => 2,
        (JabatanKind::Functional, Some(Grade::Functional(Jenjang::Pm | Jenjang::Tr | Jenjang::Mh | Jenjang::Py))) => 4,
        (JabatanKind::Functional, _) => 3,
        (JabatanKind::Staff, _) => 5,
    }
}
