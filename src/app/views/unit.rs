//! The posts of a unit.
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::table::{Better, Cell, Column, RowId, Rows, Section};
use crate::model::PositionIx;

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::UnitPosts, command: None, about: about_nothing, content, enter: card, detail: no_detail };

/// So many holders are named in a row.
const NAMED: usize = 2;

fn content(state: &State, about: Option<RowId>) -> Content {
    let Some(RowId::Unit(unit)) = about else { return Content::default() };
    let grounds = state.desk.grounds();
    let mut posts: Vec<PositionIx> =
        grounds.posts_in_scope().filter(|post| grounds.projection.group[post.at()] == Some(unit)).collect();
    let level = |post: &PositionIx| grounds.posts[post.at()].grade.map_or(0, |grade| grade.level().0);
    posts.sort_by_key(|post| (std::cmp::Reverse(level(post)), grounds.facts.positions[post.at()].echelon));
    Content { facts: Vec::new(), sections: vec![of_posts(state, &posts, Label::NoPosts)] }
}

/// Posts with need and holders.
pub(super) fn of_posts(state: &State, posts: &[PositionIx], empty: Label) -> Section {
    let desk = &state.desk;
    let projection = &desk.grounds().projection;
    let most = |of: &dyn Fn(PositionIx) -> u32| posts.iter().map(|post| of(*post)).max().unwrap_or(0);
    let (need, heads) = (most(&|post| projection.need[post.at()]), most(&|post| desk.placement.heads(post)));
    let before = most(&|post| projection.holders[post.at()]);
    let columns = vec![
        Column::words(Label::Position, 20, 50, 0),
        Column::words(Label::Grade, 7, 13, 3),
        Column::figures(Label::Class, 5, 5),
        Column::counts(Label::NeedShort, 3, need, 1),
        Column::pairs(Label::HoldersShort, 5, [before, heads], 1),
        Column::counts(Label::Surplus, 4, need.max(heads), 0),
        Column::figures(Label::DaysVacant, 9, 4),
        Column::words(Label::HolderNames, 14, 44, 2),
    ];
    Section { title: None, columns, rows: Rows::looked(posts.iter().map(|post| RowId::Post(*post)).collect(), row), empty }
}

fn row(state: &State, row: RowId) -> Vec<Cell> {
    let Some(post) = row.post() else { return Vec::new() };
    let grounds = state.desk.grounds();
    let position = &grounds.facts.positions[post.at()];
    let (need, before, heads) =
        (grounds.projection.need[post.at()], grounds.projection.holders[post.at()], state.desk.placement.heads(post));
    vec![
        Cell::Post(post),
        Cell::Grade(post),
        position.class.map_or(Cell::Blank, |class| Cell::Number(class.into())),
        Cell::Number(need.into()),
        Cell::Moved(before.into(), heads.into(), Better::Neither),
        Cell::Surplus(i64::from(heads) - i64::from(need)),
        days_vacant(state, post),
        holders(state, post),
    ]
}

fn holders(state: &State, post: PositionIx) -> Cell {
    let all: Vec<_> = state.desk.holders(post).collect();
    let mut cells: Vec<Cell> = all.iter().take(NAMED).map(|who| Cell::Person(*who)).collect();
    if all.len() > NAMED {
        cells.push(Cell::Text(format!("+{}", all.len() - NAMED)));
    }
    if cells.is_empty() { Cell::Missing(Label::Vacant) } else { Cell::All(cells) }
}

/// How long a post has been without a holder; that the plan opens it.
pub(super) fn days_vacant(state: &State, post: PositionIx) -> Cell {
    let grounds = state.desk.grounds();
    let position = &grounds.facts.positions[post.at()];
    if !position.is_structural() || state.desk.placement.heads(post) > 0 {
        return Cell::Blank;
    }
    if grounds.projection.holders[post.at()] > 0 {
        return Cell::Missing(Label::OpenedByPlan);
    }
    grounds.vacant_days(post).map_or(Cell::Missing(Label::SinceUnknown), |days| Cell::Days(days.into()))
}
