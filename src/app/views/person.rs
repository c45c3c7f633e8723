//! One employee: what is known, strengths and gaps, the nine-box advice, wishes, best posts, what the law says.
use super::{Content, Kind, Label, line, no_detail, worst};
use crate::app::State;
use crate::app::command::{Id, Unavailable};
use crate::app::table::{Cell, Column, Row, RowId, Section};
use crate::desk::ranking::{Ranking, Rated};
use crate::desk::talent::NineBox;
use crate::model::{EmployeeIx, PositionIx, WishTarget, whole_months};
use crate::rules::Outcome;

/// The view.
pub static VIEW: Kind = Kind { title: Label::Person, command: Some(Id::PersonCard), about, content, enter, detail: no_detail };

/// So many of the best posts are shown.
const BEST: usize = 12;
/// Rows about nothing are numbered from here: wishes, verdicts.
const WISHES: usize = 1_000;
const VERDICTS: usize = 2_000;

fn about(state: &State) -> Result<Option<RowId>, Unavailable> {
    state.selected_person().map(|who| Some(RowId::Person(who))).ok_or(Unavailable::NobodySelected)
}

/// A post of the card opens the post.
const fn enter(row: RowId) -> Option<(&'static Kind, RowId)> {
    match row.post() {
        Some(post) => Some((&super::POST, RowId::Post(post))),
        None => super::card(row),
    }
}

fn content(state: &State, about: Option<RowId>) -> Content {
    let Some(RowId::Person(who)) = about else { return Content::default() };
    Content {
        facts: facts(state, who),
        sections: vec![competence(state, who), wishes(state, who), posts(state, who), law(state, who)],
    }
}

fn facts(state: &State, who: EmployeeIx) -> Vec<(Label, Cell)> {
    let grounds = state.desk.grounds();
    let (employee, person, terms) =
        (&grounds.facts.employees[who.at()], &grounds.facts.people[who.at()], &grounds.people[who.at()]);
    let text = |text: String| if text.is_empty() { Cell::Missing(Label::Unknown) } else { Cell::Text(text) };
    let predicates = terms.predicates.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join(" · ");
    let boxed = NineBox::of_person(grounds, who);
    let mut facts = vec![
        (Label::Nip, Cell::Nip(who)),
        (Label::RankInFull, text(employee.rank.map(|rank| rank.to_string()).unwrap_or_default())),
        (Label::Education, text(employee.education_name.to_string())),
        (Label::Position, grounds.present(who).map_or(Cell::Missing(Label::NoPost), Cell::Post)),
        (
            Label::InPost,
            terms
                .in_post_since
                .map_or(Cell::Missing(Label::Unknown), |since| Cell::Months(whole_months(since, grounds.policy.tmt).into())),
        ),
        (Label::Retires, terms.retires.map_or(Cell::Missing(Label::Unknown), Cell::Date)),
        (Label::Performance, text(predicates)),
        (Label::Potential, person.potential.map_or(Cell::Missing(Label::Unknown), |points| Cell::Points(points.0.into()))),
        (Label::NineBox, Cell::Box(boxed)),
        (Label::Advice, Cell::Advice(boxed)),
    ];
    if let Some(post) = state.desk.placement.target(who) {
        facts.insert(4, (Label::Proposal, Cell::Post(post)));
    }
    facts
}

/// Every competency held or asked for: by the present post, and by the one proposed.
fn competence(state: &State, who: EmployeeIx) -> Section {
    let facts = &state.desk.grounds().facts;
    let asked = |post: Option<PositionIx>| {
        post.map_or(&[][..], |post| facts.requirement_sets[facts.requirement_set[post.at()] as usize].as_slice())
    };
    let (now, then) = (asked(state.desk.grounds().present(who)), asked(state.desk.placement.target(who)));
    let held = &facts.people[who.at()].levels;
    let mut codes: Vec<u16> = now.iter().chain(then).chain(held).map(|(code, _)| *code).collect();
    codes.sort_unstable();
    codes.dedup();
    let level = |list: &[(u16, u8)], code: u16| list.iter().find(|(known, _)| *known == code).map(|(_, level)| *level);
    let mut columns = vec![
        Column::words(Label::Code, 14, 24, 0),
        Column::figures(Label::Held, 13, 0),
        Column::figures(Label::Asked, 8, 0),
        Column::words(Label::Strength, 16, 22, 0),
    ];
    if !then.is_empty() {
        columns.extend([Column::figures(Label::AskedThere, 13, 1), Column::words(Label::StrengthThere, 16, 22, 1)]);
    }
    let row = |(at, code): (usize, u16)| {
        let held = level(held, code);
        let (here, there) = (level(now, code), level(then, code));
        let number = |level: Option<u8>| level.map_or(Cell::Blank, |level| Cell::Number(level.into()));
        let mut cells = vec![
            Cell::Text(facts.competencies[usize::from(code)].to_string()),
            held.map_or(Cell::Missing(Label::NotAssessed), |level| Cell::Number(level.into())),
            number(here),
            Cell::Level(held, here),
        ];
        if !then.is_empty() {
            cells.extend([number(there), Cell::Level(held, there)]);
        }
        line(at, cells)
    };
    Section {
        title: Some(Label::Competence),
        columns,
        rows: codes.into_iter().enumerate().map(row).collect(),
        empty: Label::NoCompetence,
    }
}

fn wishes(state: &State, who: EmployeeIx) -> Section {
    let grounds = state.desk.grounds();
    let person = &grounds.facts.people[who.at()];
    let seat = state.desk.placement.post(&grounds.projection, who);
    let served = |target: Option<WishTarget>| match target {
        Some(WishTarget::Position(post)) => seat == Some(post),
        Some(WishTarget::Unit(unit)) => seat.is_some_and(|post| grounds.facts.position_unit[post.at()] == Some(unit)),
        None => false,
    };
    let word = |is_served: bool| Cell::Word(if is_served { Label::Served } else { Label::Open });
    let mut rows: Vec<Row> = Vec::new();
    for wish in &person.wishes {
        let (id, target) = match wish.target {
            Some(WishTarget::Position(post)) => (Some(RowId::Post(post)), Cell::Post(post)),
            Some(WishTarget::Unit(unit)) => (Some(RowId::Unit(unit)), Cell::Unit(unit)),
            None => (None, Cell::Missing(Label::UnknownPost)),
        };
        let cells = vec![Cell::Number(wish.order.into()), target, word(served(wish.target))];
        let id = id.filter(|id| rows.iter().all(|row| row.id != *id));
        rows.push(id.map_or_else(|| line(WISHES + rows.len(), cells.clone()), |id| Row { id, cells: cells.clone() }));
    }
    if person.asks_to_stay {
        let stays = state.desk.placement.target(who).is_none();
        rows.push(line(WISHES + rows.len(), vec![Cell::Blank, Cell::Word(Label::AsksToStay), word(stays)]));
    }
    let columns = vec![
        Column::words(Label::Order, 14, 24, 0),
        Column::words(Label::Wished, 20, 50, 0),
        Column::words(Label::State, 10, 16, 1),
    ];
    Section { title: Some(Label::Wishes), columns, rows: rows.into(), empty: Label::NoWishes }
}

fn posts(state: &State, who: EmployeeIx) -> Section {
    let ranked = state.list_of(Ranking::Posts(who));
    let others =
        ranked.iter().flat_map(|ranked| ranked.iter()).filter(|it| state.desk.grounds().present(who) != Some(it.post)).take(BEST);
    let row = |it: &Rated| {
        let cells = vec![
            Cell::Post(it.post),
            Cell::Points(it.total),
            Cell::Change(state.desk.score_change(who, it.post)),
            Cell::Cost(who, it.post),
            Cell::Sign(worst(state, who, it.post)),
        ];
        Row { id: RowId::Pair(who, it.post), cells }
    };
    Section {
        title: Some(Label::BestPosts),
        columns: vec![
            Column::words(Label::Position, 20, 44, 0),
            Column::figures(Label::Score, 7, 1),
            Column::figures(Label::PersonChange, 7, 0),
            Column::figures(Label::Cost, 7, 0),
            Column::words(Label::Rules, 12, 40, 0),
        ],
        rows: others.map(row).collect(),
        empty: if ranked.is_some() { Label::NoPosts } else { Label::Ranking },
    }
}

/// What does not simply pass, where the plan has the person.
fn law(state: &State, who: EmployeeIx) -> Section {
    let verdicts = state.desk.verdicts_on(who).filter(|verdict| verdict.outcome != Outcome::Pass);
    let rows = verdicts.enumerate().map(|(at, verdict)| line(VERDICTS + at, vec![Cell::Verdict(*verdict)])).collect();
    Section {
        title: Some(Label::Verdicts),
        columns: vec![Column::words(Label::Rules, 30, 200, 0)],
        rows,
        empty: Label::NoVerdicts,
    }
}
