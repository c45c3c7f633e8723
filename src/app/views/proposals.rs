//! Usulan: every move of the plan.
use super::{Content, Kind, Label, about_nothing, card, worst};
use crate::app::State;
use crate::app::command::Id;
use crate::app::table::{Better, Cell, Column, Move, RowId, Rows, Section};
use crate::model::plan::Source;
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::{Scope, Verdict};

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Proposals, command: Some(Id::Proposals), about: about_nothing, content, enter: card, detail };

fn content(state: &State, _: Option<RowId>) -> Content {
    let mut moves: Vec<(EmployeeIx, PositionIx)> = state.desk.placement.moves().collect();
    moves.sort_by_key(|(who, _)| state.alphabet.person(*who));
    let columns = vec![
        Column::words(Label::Name, 14, 28, 0),
        Column::words(Label::From, 12, 34, 6),
        Column::words(Label::To, 14, 34, 0),
        Column::words(Label::Kind, 9, 9, 4),
        Column::figures(Label::Class, 5, 7),
        Column::figures(Label::PersonChange, 6, 2),
        Column::figures(Label::Cost, 7, 1),
        Column::words(Label::Rules, 9, 28, 0),
        Column::words(Label::Reason, 10, 40, 3),
        Column::words(Label::Status, 9, 20, 5),
    ];
    let rows = moves.into_iter().map(|(who, post)| RowId::Pair(who, post)).collect();
    let ahead = (state.people_in_scope > 0).then_some((Label::Nothing, Cell::Ahead));
    Content {
        facts: ahead.into_iter().collect(),
        sections: vec![Section { title: None, columns, rows: Rows::looked(rows, row), empty: Label::NoProposals }],
    }
}

fn row(state: &State, row: RowId) -> Vec<Cell> {
    let RowId::Pair(who, post) = row else { return Vec::new() };
    let desk = &state.desk;
    let grounds = desk.grounds();
    let nip = state.nip(who);
    let class = grounds.people[who.at()].class.zip(grounds.facts.positions[post.at()].class);
    let class = class.map_or(Cell::Blank, |(from, to)| Cell::Moved(from.into(), to.into(), Better::More));
    let reason = desk.plan.reasons.get(&nip).map_or(Cell::Missing(Label::NoReason), |text| Cell::Text(text.clone()));
    let source = desk.plan.proposals.get(&nip).map_or(Source::Hand, |proposal| proposal.source);
    let status = if desk.plan.pins.contains_key(&nip) {
        Cell::All(vec![Cell::By(source), Cell::Word(Label::Pinned)])
    } else {
        Cell::By(source)
    };
    vec![
        Cell::Person(who),
        grounds.present(who).map_or(Cell::Missing(Label::NoPost), Cell::Post),
        Cell::Post(post),
        Cell::Kind(kind(state, who, post)),
        class,
        Cell::Change(desk.score_change(who, post)),
        Cell::Cost(who, post),
        Cell::Sign(worst_of_plan(state, who)),
        reason,
        status,
    ]
}

/// How the move changes the career.
pub(super) fn kind(state: &State, who: EmployeeIx, post: PositionIx) -> Move {
    let grounds = state.desk.grounds();
    if grounds.present(who).is_none() {
        return Move::Placement;
    }
    match (grounds.people[who.at()].grade, grounds.posts[post.at()].grade) {
        (Some(from), Some(to)) if from.is_below(to) => Move::Promotion,
        (Some(from), Some(to)) if to.is_below(from) => Move::Demotion,
        (Some(_), Some(_)) => Move::Rotation,
        _ => Move::Unknown,
    }
}

/// The verdict of the plan that decides on somebody's move, without the steps still to be taken.
pub fn worst_of_plan(state: &State, who: EmployeeIx) -> Option<Verdict> {
    Verdict::deciding(state.desk.verdicts_on(who).filter(|verdict| verdict.scope != Scope::Gate).copied())
}

/// Reason, remark and what the law says, in full.
pub(super) fn detail(state: &State, row: RowId) -> Vec<(Label, Cell)> {
    let RowId::Pair(who, post) = row else { return Vec::new() };
    let (plan, nip) = (&state.desk.plan, state.nip(who));
    let text = |label, text: Option<&String>| text.map(|text| (label, Cell::Text(text.clone())));
    let written = [text(Label::Reason, plan.reasons.get(&nip)), text(Label::Remark, plan.comments.get(&nip))];
    let verdict = worst(state, who, post).or(worst_of_plan(state, who));
    let law = (Label::Rules, verdict.map_or(Cell::Sign(None), Cell::Verdict));
    std::iter::once(law).chain(written.into_iter().flatten()).collect()
}
