//! What is selected, in a sentence, while nothing else is to be told.
use super::parts::{self, Part};
use super::verdict;
use crate::app::State;
use crate::app::figures::Figure;
use crate::app::lists::places::PlaceRow;
use crate::app::state::Pane;
use crate::app::table::{Cell, Column, RowId};
use crate::app::views::worst_of_plan;
use crate::desk::preview::Target;
use crate::model::{EmployeeIx, PositionIx, UnitIx, whole_months};
use crate::rules::Verdict;
use crate::text::figures;
use crate::text::screen::{self, Word, word};
use crate::text::views::{cell, label};
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
        RowId::Person(who) => Some(person(state, who)),
        RowId::Post(post) | RowId::Place(post, _) | RowId::Left(post, _) => Some(post_parts(state, post)),
        RowId::Unit(unit) => unit_parts(state, unit),
        RowId::Verdict(..) | RowId::Entry(_) | RowId::Line(_) => in_full(state),
    }
}

/// A row that is about nothing else: what its columns may have cut.
fn in_full(state: &State) -> Option<Told> {
    let table = &state.view()?.table;
    let line = table.lines[table.at()?];
    let (cells, section) = (state.cells(table, line), table.sections.get(line.section())?);
    let told = |(it, column): (&Cell, &Column)| {
        let words = cell(state, it);
        // Figures and plain words say nothing without their head.
        let needs_head = column.is_right || matches!(it, Cell::Word(_));
        if words.is_empty() || !needs_head { words } else { format!("{} {words}", label(state.lang, column.label)) }
    };
    let mut cells = cells.iter().zip(&section.columns);
    let (first, _) = cells.next()?;
    let rest = cells.map(told).filter(|words| !words.is_empty());
    Some((cell(state, first), rest.map(Part::kept).collect()))
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
    parts.push(Part::kept(match desk.grounds().vacant_days(post) {
        _ if !holders.is_empty() => format!("{} {}", word(lang, Word::Holder), holders.join(", ")),
        None => word(lang, Word::Vacant).to_owned(),
        days => format!("{} {}", word(lang, Word::Vacant), screen::vacant_for(lang, days)),
    }));
    let acting = desk.grounds().acting(post).filter_map(|it| desk.grounds().facts.employee(&it.nip));
    let acting = acting.map(|who| screen::person(lang, desk, who, state.is_masked));
    parts.extend(acting.map(|name| Part::kept(format!("{} {name}", word(lang, Word::Acting)))));
    (screen::post(desk, post), parts)
}

fn unit_parts(state: &State, unit: UnitIx) -> Option<Told> {
    let fill = state.desk.tally.fill(unit)?;
    let before = state.places.fills_before.get(&unit).map_or(fill.permille(), |before| before.permille());
    let percent = figures::percent_changed(state.lang, before, fill.permille());
    let parts = vec![
        Part::kept(need_and_holders(state, fill.need, fill.heads)),
        Part::kept(format!("{} {percent}", word(state.lang, Word::Filled).to_lowercase())),
    ];
    Some((screen::unit(&state.desk, unit), parts))
}

fn need_and_holders(state: &State, need: u32, heads: u32) -> String {
    let [need, heads] = [need, heads].map(|count| figures::thousands(state.lang, count.into()));
    format!("{} {need} {} {heads}", word(state.lang, Word::NeedShort), word(state.lang, Word::HoldersShort))
}

/// A candidate: where from, where to, which verdict.
fn pair(state: &State, theme: &Theme, who: EmployeeIx, post: PositionIx) -> Told {
    let desk = &state.desk;
    let name = screen::person(state.lang, desk, who, state.is_masked);
    let from = desk.grounds().present(who).map_or_else(String::new, |from| format!("{} ", screen::post(desk, from)));
    let way = Part::kept(format!("{from}→ {}", screen::post(desk, post)));
    // Of a proposal it is the plan's verdict.
    let is_proposed = desk.placement.target(who) == Some(post);
    let decides =
        if is_proposed { worst_of_plan(state, who) } else { Verdict::deciding(desk.preview(who, Target::Post(post)).verdicts) };
    let (told, _) = verdict::words(state, decides.as_ref(), theme);
    (name, vec![way, Part::kept(text::cut(&told, 120))])
}
