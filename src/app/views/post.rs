//! One post: what it asks for, who holds it, who could.
use super::{Content, Kind, Label, card, line, no_detail, worst};
use crate::app::State;
use crate::app::command::{Id, OfViews, Unavailable};
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::desk::ranking::{Ranking, Rated};
use crate::model::{EmployeeIx, PositionIx, whole_months};

/// The view.
pub static VIEW: Kind = Kind { title: Label::Post, command: Some(Id::PostCard), about, content, enter: card, detail: no_detail };

/// So many of the best candidates are shown.
const BEST: usize = 12;

/// The selected post; else where the selected person sits.
fn about(state: &State) -> Result<Option<RowId>, Unavailable> {
    let seat = || state.desk.placement.post(&state.desk.grounds().projection, state.selected_person()?);
    state.selected_place().or_else(seat).map(|post| Some(RowId::Post(post))).ok_or(Unavailable::Views(OfViews::NoPostSelected))
}

fn content(state: &State, about: Option<RowId>) -> Content {
    let Some(RowId::Post(post)) = about else { return Content::default() };
    Content { facts: facts(state, post), sections: vec![asked(state, post), holders(state, post), candidates(state, post)] }
}

fn facts(state: &State, post: PositionIx) -> Vec<(Label, Cell)> {
    let grounds = state.desk.grounds();
    let position = &grounds.facts.positions[post.at()];
    let text = |text: String| if text.is_empty() { Cell::Missing(Label::NotAsked) } else { Cell::Text(text) };
    let ranks = [position.rank_min, position.rank_max].into_iter().flatten().map(|rank| rank.to_string());
    let unit = grounds.facts.position_unit[post.at()].map_or(Cell::Missing(Label::Unknown), Cell::Unit);
    let (before, heads) = (grounds.projection.holders[post.at()], state.desk.placement.heads(post));
    let mut facts = vec![
        (Label::Unit, unit),
        (Label::GradeInFull, Cell::Grade(post)),
        (Label::Class, position.class.map_or(Cell::Missing(Label::Unknown), |class| Cell::Number(class.into()))),
        (Label::Need, Cell::Number(grounds.projection.need[post.at()].into())),
        (Label::Holders, Cell::Moved(before.into(), heads.into(), Better::Neither)),
        (Label::Education, text(position.education_min.map(|level| level.to_string()).unwrap_or_default())),
        (Label::Fields, text(position.fields.0.join(", "))),
        (Label::RankInFull, text(ranks.collect::<Vec<_>>().join("–"))),
    ];
    let vacant = super::unit::days_vacant(state, post);
    if vacant != Cell::Blank {
        facts.insert(5, (Label::Vacant, vacant));
    }
    facts.extend(grounds.acting(post).filter_map(|it| Some((Label::Acting, Cell::Person(grounds.facts.employee(&it.nip)?)))));
    facts
}

fn asked(state: &State, post: PositionIx) -> Section {
    let facts = &state.desk.grounds().facts;
    let set = &facts.requirement_sets[facts.requirement_set[post.at()] as usize];
    let row = |(at, (code, level)): (usize, &(u16, u8))| {
        line(at, vec![Cell::Text(facts.competencies[usize::from(*code)].to_string()), Cell::Number((*level).into())])
    };
    Section {
        title: Some(Label::Requirements),
        columns: vec![Column::words(Label::Code, 22, 34, 0), Column::figures(Label::Asked, 8, 0)],
        rows: set.iter().enumerate().map(row).collect(),
        empty: Label::NothingAsked,
    }
}

fn holders(state: &State, post: PositionIx) -> Section {
    let grounds = state.desk.grounds();
    let row = |who: EmployeeIx| {
        let terms = &grounds.people[who.at()];
        let comes = state.desk.placement.target(who) == Some(post);
        let since = terms.in_post_since.filter(|_| !comes);
        let cells = vec![
            Cell::Person(who),
            Cell::Text(grounds.facts.employees[who.at()].rank.map_or_else(String::new, |rank| rank.to_string())),
            since.map_or(Cell::Missing(if comes { Label::Comes } else { Label::Unknown }), |since| {
                Cell::Months(whole_months(since, grounds.policy.tmt).into())
            }),
            terms.retires.map_or(Cell::Missing(Label::Unknown), Cell::Date),
        ];
        Row { id: RowId::Person(who), cells }
    };
    Section {
        title: Some(Label::HolderNames),
        columns: vec![
            Column::words(Label::Name, 22, 34, 0),
            Column::words(Label::Rank, 6, 8, 2),
            Column::figures(Label::InPost, 12, 0),
            Column::figures(Label::Retires, 13, 1),
        ],
        rows: state.desk.holders(post).map(row).collect(),
        empty: Label::NobodyHolds,
    }
}

fn candidates(state: &State, post: PositionIx) -> Section {
    let grounds = state.desk.grounds();
    let ranked = state.list_of(Ranking::People(post));
    let others = ranked
        .iter()
        .flat_map(|ranked| ranked.iter())
        .filter(|it| state.desk.placement.post(&grounds.projection, it.who) != Some(post))
        .take(BEST);
    let row = |it: &Rated| {
        let from = state.desk.placement.post(&grounds.projection, it.who);
        let cells = vec![
            Cell::Person(it.who),
            Cell::Points(it.total),
            Cell::Change(state.desk.score_change(it.who, post)),
            Cell::Cost(it.who, post),
            Cell::Sign(worst(state, it.who, post)),
            from.map_or(Cell::Missing(Label::NoPost), Cell::Post),
        ];
        Row { id: RowId::Pair(it.who, post), cells }
    };
    Section {
        title: Some(Label::Candidates),
        columns: vec![
            Column::words(Label::Name, 22, 34, 0),
            Column::figures(Label::Score, 7, 1),
            Column::figures(Label::PersonChange, 7, 0),
            Column::figures(Label::Cost, 7, 0),
            Column::words(Label::Rules, 8, 30, 0),
            Column::words(Label::From, 14, 36, 2),
        ],
        rows: others.map(row).collect(),
        empty: if ranked.is_some() { Label::NoCandidates } else { Label::Ranking },
    }
}
