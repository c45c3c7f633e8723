//! Pegawai.
use super::framed;
use super::glance::{self, Columns};
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::state::Pane;
use crate::desk::preview::Target;
use crate::model::{EmployeeIx, Seat};
use crate::text::figures;
use crate::text::screen::{self, Said, Word, word};
use crate::ui::row::{self, Row, Status};
use crate::ui::theme::Theme;
use crate::ui::{symbols, text};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws the pane.
pub fn people(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) {
    let list = &state.people;
    let total = figures::count(state.lang, list.total());
    let count = if list.query.is_empty() {
        total
    } else {
        format!("{} {} {total}", figures::count(state.lang, list.rows.len()), word(state.lang, Word::Of))
    };
    let inside = framed(frame, area, Pane::People, &format!("{} {count}", word(state.lang, Word::People)), state, theme, hits);
    let top = super::search_line(frame, inside, state, theme, Pane::People, &list.query);
    let columns = usize::from(inside.width);
    let head = format!("  {}", head(state, columns.saturating_sub(2)));
    let heads = super::head_rows(state);
    frame
        .render_widget(Span::styled(text::cut(&head, columns), theme.quiet), Rect { y: inside.y + top, height: heads, ..inside });
    let body = Rect { y: inside.y + top + heads, height: inside.height.saturating_sub(top + heads), ..inside };
    hits.lists[Pane::People.at()] = body;
    if list.rows.is_empty() {
        let empty = if list.total() == 0 {
            word(state.lang, Word::NobodyHere).to_owned()
        } else {
            screen::said(state.lang, &state.keymap, Said::NothingFound)
        };
        super::told_instead(frame, body, empty);
    }
    for (line, who) in list.rows.iter().skip(list.offset).take(usize::from(body.height)).enumerate() {
        let area = Rect { y: body.y + line as u16, height: 1, ..body };
        let status = Status {
            is_carried: state.carry.carried().is_some_and(|carried| carried.holds(*who)),
            is_marked: state.people.marked.contains(who),
            is_pinned: state.desk.plan.pins.contains_key(&state.nip(*who)),
            ..Status::of(state, list.selected == Some(*who), Some(Target::Person(*who)))
        };
        row::draw(frame, area, state, theme, Pane::People, (row(state, theme, *who, columns.saturating_sub(2)), status));
        hits.add(area, Place::Person(Pane::People, *who));
    }
}

const RANK: usize = 6;

const fn name_columns(columns: usize) -> usize {
    // Hardly a name is longer; posts are.
    let share = columns.saturating_sub(RANK + 1) * 11 / 20;
    if share < 26 { share } else { 26 }
}

fn head(state: &State, columns: usize) -> String {
    let name = word(state.lang, Word::Name);
    if state.carry.carried().is_some() {
        let columns = Columns::of(columns);
        return format!("{}{}", text::left(name, columns.name), glance::head(state, columns));
    }
    let rank = text::left(word(state.lang, Word::Rank), RANK);
    format!("{} {rank}{}", text::left(name, name_columns(columns)), word(state.lang, Word::Position))
}

fn row(state: &State, theme: &Theme, who: EmployeeIx, columns: usize) -> Row {
    let desk = &state.desk;
    let wish = if desk.grounds().facts.people[who.at()].has_wish() { symbols::WISH } else { " " };
    let name = screen::person(state.lang, desk, who, state.is_masked);
    let row = Row { lead: wish.to_owned(), name, style: Style::new(), columns: 0, rest: Vec::new() };
    if let Some((carried, glance)) = glance::at(state, Target::Person(who)).filter(|(carried, _)| !carried.holds(who)) {
        let columns = Columns::of(columns);
        return Row { columns: columns.name + 1, rest: glance::spans(&glance, carried, state, theme, columns), ..row };
    }
    let room = if state.carry.carried().is_some() { Columns::of(columns).name } else { name_columns(columns) };
    let rank = desk.grounds().facts.employees[who.at()].rank.map_or_else(|| "?".to_owned(), |rank| rank.to_string());
    let (post, moves) = post_text(state, who);
    let rest = vec![
        Span::styled(format!(" {}", text::left(&rank, RANK)), theme.quiet),
        Span::styled(text::left(&post, columns.saturating_sub(room + RANK + 1)), if moves { theme.good } else { Style::new() }),
    ];
    Row { columns: room + 1, rest, ..row }
}

/// Where someone sits after the plan; whether that is a move.
fn post_text(state: &State, who: EmployeeIx) -> (String, bool) {
    let desk = &state.desk;
    if let Some(post) = desk.placement.target(who) {
        return (format!("→ {}", screen::post(desk, post)), true);
    }
    let text = match desk.grounds().projection.standing[who.at()].seat() {
        Some(Seat::Tray) => word(state.lang, Word::NoPost).to_owned(),
        Some(Seat::Unmapped) => word(state.lang, Word::Unmapped).to_owned(),
        Some(Seat::Pool(None)) => word(state.lang, Word::Pool).to_owned(),
        Some(Seat::Pool(Some(post))) => format!("{} · {}", word(state.lang, Word::Pool), screen::post(desk, post)),
        _ => desk.grounds().present(who).map_or_else(String::new, |post| screen::post(desk, post)),
    };
    (text, false)
}
