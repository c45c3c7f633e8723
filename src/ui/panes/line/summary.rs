//! What is selected, in a sentence, while nothing else is to be told.
use super::parts::{self, Part};
use super::verdict;
use crate::app::State;
use crate::app::figures::Figure;
use crate::app::lists::places::PlaceRow;
use crate::app::state::Pane;
use crate::app::table::RowId;
use crate::desk::preview::Target;
use crate::model::{EmployeeIx, PositionIx, UnitIx, whole_months};
use crate::text::figures;
use crate::text::screen::{self, Word, word};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::text::{Line, Span};

pub(super) fn lines(state: &State, theme: &Theme, columns: usize, rows: usize) -> Vec<Line<'static>> {
    let told = match state.focus {
        _ if state.view().is_some() => of_row(state, theme),
        _ if let Some(figure) = state.figure => Some(of_figure(state, figure)),
        Pane::People => state.people.selected.map(|who| person(state, who)),
        Pane::Places => match state.places.selected {
            Some(PlaceRow::Unit(unit, _)) => unit_parts(state, unit),
            _ => state.places.selected_post().map(|post| post_parts(state, post)),
        },
        Pane::Details => state.details.row().map(|row| pair(state, theme, row.who, row.post)),
    };
    let Some((name, rest)) = told else { return Vec::new() };
    let first = Part::kept(name.clone());
    let packed = parts::packed(std::iter::once(first).chain(rest).collect(), columns, rows);
    packed
        .into_iter()
        .enumerate()
        .map(|(at, line)| match line.strip_prefix(name.as_str()).filter(|_| at == 0) {
            Some(rest) => Line::from(vec![Span::styled(name.clone(), theme.title), Span::raw(rest.to_owned())]),
            None => Line::raw(line),
        })
        .collect()
}

type Told = (String, Vec<Part>);

/// Over a view: what its selected row is about.
fn of_row(state: &State, theme: &Theme) -> Option<Told> {
    match state.selected_row()? {
        RowId::Pair(who, post) => Some(pair(state, theme, who, post)),
        RowId::Person(who) | RowId::Verdict(who, _) => Some(person(state, who)),
        RowId::Post(post) => Some(post_parts(state, post)),
        RowId::Unit(unit) => unit_parts(state, unit),
        RowId::Entry(_) | RowId::Line(_) => None,
    }
}

/// What a figure tells; of the lowest fill whose it is, with the whole name.
fn of_figure(state: &State, figure: Figure) -> Told {
    let lang = state.lang;
    let meaning = Part::kept(screen::strip::meaning(lang, figure).to_owned());
    let worst = state.desk.metrics.worst_unit.filter(|_| figure == Figure::Lowest);
    let worst = worst.and_then(|(unit, _)| unit_parts(state, unit));
    let of_worst = worst.into_iter().flat_map(|(name, rest)| std::iter::once(Part::kept(name)).chain(rest));
    (screen::strip::figure(lang, figure).to_owned(), std::iter::once(meaning).chain(of_worst).collect())
}

/// NIP, rank, post, tenure, retirement.
fn person(state: &State, who: EmployeeIx) -> Told {
    let lang = state.lang;
    let grounds = state.desk.grounds();
    let (employee, person) = (&grounds.facts.employees[who.at()], &grounds.people[who.at()]);
    let months = word(lang, Word::Months);
    let mut parts = Vec::new();
    if !state.is_masked {
        parts.push(Part::spare(employee.nip.spaced(), 3));
    }
    if let Some(rank) = employee.rank {
        parts.push(Part::spare(rank.to_string(), 2));
    }
    if let Some(post) = grounds.present(who) {
        parts.push(Part::kept(screen::post(&state.desk, post)));
    }
    if let Some(since) = person.in_post_since {
        parts.push(Part::spare(format!("{} {} {months}", word(lang, Word::InPost), whole_months(since, grounds.policy.tmt)), 4));
    }
    if let Some(retires) = person.retires {
        parts.push(Part::spare(screen::retires(lang, retires), 5));
    }
    if let Some(post) = state.desk.placement.target(who) {
        parts.push(Part::kept(format!("→ {}", screen::post(&state.desk, post))));
    }
    (screen::person(lang, &state.desk, who, state.is_masked), parts)
}

/// Class, need and holders, who holds it.
fn post_parts(state: &State, post: PositionIx) -> Told {
    let lang = state.lang;
    let desk = &state.desk;
    let position = &desk.grounds().facts.positions[post.at()];
    let mut parts = Vec::new();
    if let Some(echelon) = position.echelon.filter(|_| position.is_structural()) {
        parts.push(Part::spare(echelon.to_string(), 4));
    }
    if let Some(class) = position.class {
        parts.push(Part::spare(format!("{} {class}", word(lang, Word::Class)), 3));
    }
    let need = desk.grounds().projection.need[post.at()];
    parts.push(Part::spare(need_and_holders(state, need, desk.placement.heads(post)), 2));
    let holders: Vec<String> = desk.holders(post).take(3).map(|who| screen::person(lang, desk, who, state.is_masked)).collect();
    let held = if holders.is_empty() {
        word(lang, Word::Vacant).to_owned()
    } else {
        format!("{} {}", word(lang, Word::Holder), holders.join(", "))
    };
    parts.push(Part::kept(held));
    (screen::post(desk, post), parts)
}

fn unit_parts(state: &State, unit: UnitIx) -> Option<Told> {
    let fill = state.desk.tally.fill(unit)?;
    let before = state.places.fills_before.get(&unit).map_or(fill.permille(), |before| before.permille());
    let now = figures::percent(fill.permille());
    let percent = if before == fill.permille() { now } else { format!("{}→{now}", (before + 5) / 10) };
    let parts = vec![
        Part::kept(need_and_holders(state, fill.need, fill.heads)),
        Part::kept(format!("{} {percent}", word(state.lang, Word::Filled).to_lowercase())),
    ];
    Some((screen::unit(&state.desk, unit), parts))
}

fn need_and_holders(state: &State, need: u32, heads: u32) -> String {
    format!("{} {need} {} {heads}", word(state.lang, Word::NeedShort), word(state.lang, Word::HoldersShort))
}

/// A candidate: where from, where to, which verdict.
fn pair(state: &State, theme: &Theme, who: EmployeeIx, post: PositionIx) -> Told {
    let desk = &state.desk;
    let name = screen::person(state.lang, desk, who, state.is_masked);
    let from = desk.grounds().present(who).map_or_else(String::new, |from| format!("{} ", screen::post(desk, from)));
    let way = Part::kept(format!("{from}→ {}", screen::post(desk, post)));
    let (told, _) = verdict::words(state, &desk.preview(who, Target::Post(post)), theme);
    (name, vec![way, Part::kept(text::cut(&told, 120))])
}
