//! Bezetting: need and holders of every unit, by jenjang, before and after the plan.
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::command::Id;
use crate::app::table::{Better, Cell, Column, RowId, Rows, Section};
use crate::desk::tally::Tally;
use crate::metrics::UnitFill;
use crate::model::{Grade, JabatanKind, Jenjang, PositionIx, UnitIx};

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Needs, command: Some(Id::Needs), about: about_nothing, content, enter: card, detail: no_detail };

/// Kinds of posts, the highest first.
const GROUPS: [Label; 6] = [Label::Jpt, Label::Administrators, Label::Supervisors, Label::Experts, Label::Skilled, Label::Staff];

/// Need and holders of a unit's posts, by kind.
type Groups = [(u32, u32); 6];

fn content(state: &State, _: Option<RowId>) -> Content {
    let (desk, grounds) = (&state.desk, state.desk.grounds());
    let mut groups: Vec<Groups> = vec![Groups::default(); grounds.facts.units.len()];
    let mut all = Groups::default();
    for post in grounds.posts_in_scope() {
        let Some(unit) = grounds.projection.group[post.at()] else { continue };
        let (need, heads) = (grounds.projection.need[post.at()], desk.placement.heads(post));
        let kind = group(state, post);
        for total in [&mut groups[unit.at()][kind], &mut all[kind]] {
            (total.0, total.1) = (total.0 + need, total.1 + heads);
        }
    }
    // What no unit has needs no column.
    let shown: Vec<usize> = (0..GROUPS.len()).filter(|at| all[*at].0 + all[*at].1 > 0).collect();
    let mut units: Vec<(i64, UnitIx)> = desk.tally.fills().map(|fill| (fill.permille(), fill.unit)).collect();
    units.sort_by_key(|(share, _)| *share);
    let most = |of: fn(&UnitFill) -> u32, tally: &Tally| tally.fills().map(of).max().unwrap_or(0);
    let [need, heads, before] =
        [most(|fill| fill.need, &desk.tally), most(|fill| fill.heads, &desk.tally), most(|fill| fill.heads, desk.before().1)];
    let mut columns = vec![
        Column::words(Label::Unit, 16, 40, 0),
        Column::counts(Label::NeedShort, 5, need, 1),
        Column::pairs(Label::HoldersShort, 7, [before, heads], 1),
        Column::counts(Label::Surplus, 5, need.max(heads), 0),
        Column::words(Label::Nothing, 6, 16, 2),
        Column::figures(Label::Filled, 10, 0),
    ];
    columns.extend(shown.iter().map(|at| Column::pairs(GROUPS[*at], 10, [heads, need], 2 + u8::from(*at < 2))));
    let ids = units.into_iter().map(|(_, unit)| RowId::Unit(unit)).collect();
    let rows = Rows::looked(ids, move |state, row| cells(state, row, &groups, &shown));
    Content {
        facts: if rows.is_empty() { Vec::new() } else { totals(state) },
        sections: vec![Section { title: None, columns, rows, empty: Label::NoPosts }],
    }
}

/// Of all units, before the plan and after it.
fn totals(state: &State) -> Vec<(Label, Cell)> {
    let sum = |tally: &Tally| {
        let nothing = UnitFill { unit: UnitIx(0), need: 0, heads: 0, filled: 0 };
        tally.fills().fold(nothing, |sum, fill| UnitFill {
            need: sum.need + fill.need,
            heads: sum.heads + fill.heads,
            filled: sum.filled + fill.filled,
            ..sum
        })
    };
    let (before, after) = (sum(state.desk.before().1), sum(&state.desk.tally));
    let [today, plan] = state.desk.shortage_spread();
    vec![
        (Label::Need, Cell::Number(after.need.into())),
        (Label::Holders, Cell::Moved(before.heads.into(), after.heads.into(), Better::Neither)),
        (Label::Surplus, Cell::Surplus(surplus(&after))),
        (Label::Filled, Cell::Share(before.permille(), after.permille())),
        (Label::Gini, Cell::Fraction(today.gini_permille, plan.gini_permille)),
    ]
}

fn surplus(fill: &UnitFill) -> i64 {
    i64::from(fill.heads) - i64::from(fill.need)
}

fn cells(state: &State, row: RowId, groups: &[Groups], shown: &[usize]) -> Vec<Cell> {
    let RowId::Unit(unit) = row else { return Vec::new() };
    let Some((before, after)) = state.desk.before().1.fill(unit).zip(state.desk.tally.fill(unit)) else { return Vec::new() };
    let mut cells = vec![
        Cell::Unit(unit),
        Cell::Number(after.need.into()),
        Cell::Moved(before.heads.into(), after.heads.into(), Better::Neither),
        Cell::Surplus(surplus(after)),
        Cell::Bar(after.filled.into(), after.need.into()),
        if after.need > 0 { Cell::Share(before.permille(), after.permille()) } else { Cell::Blank },
    ];
    cells.extend(shown.iter().map(|at| groups[unit.at()][*at]).map(|(need, heads)| Cell::Heads(heads, need)));
    cells
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
