//! Pegawai.
use super::{framed, glance, row_style};
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::state::Pane;
use crate::desk::preview::Target;
use crate::model::{EmployeeIx, Seat};
use crate::text::figures;
use crate::text::screen::{self, Said, Word, word};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

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
    let top = super::places::search_line(frame, inside, state, theme, Pane::People, &list.query);
    let columns = usize::from(inside.width);
    let rank = 6;
    let name = (columns.saturating_sub(rank + 3)) * 11 / 20;
    let (second, third) = if state.carry.carried().is_some() {
        (glance::head(state, columns.saturating_sub(2 + name + 1)), "")
    } else {
        (text::left(word(state.lang, Word::Rank), rank), word(state.lang, Word::Position))
    };
    let head = format!("  {}{second}{third}", text::left(word(state.lang, Word::Name), name + 1));
    frame.render_widget(Span::styled(text::cut(&head, columns), theme.quiet), Rect { y: inside.y + top, height: 1, ..inside });
    let body = Rect { y: inside.y + top + 1, height: inside.height.saturating_sub(top + 1), ..inside };
    hits.lists[Pane::People.at()] = body;
    if list.rows.is_empty() {
        let empty = if list.total() == 0 {
            word(state.lang, Word::NobodyHere).to_owned()
        } else {
            screen::said(state.lang, &state.keymap, Said::NothingFound)
        };
        frame.render_widget(ratatui::widgets::Paragraph::new(empty).wrap(ratatui::widgets::Wrap { trim: true }), body);
    }
    for (line, who) in list.rows.iter().skip(list.offset).take(usize::from(body.height)).enumerate() {
        let area = Rect { y: body.y + line as u16, height: 1, ..body };
        let style = row_style(state, Pane::People, list.selected == Some(*who), theme);
        let mut shown = row(state, theme, *who, [name, rank, columns]).style(style);
        if super::is_under_hand(state, Target::Person(*who)) {
            super::mark_target(&mut shown, theme);
        }
        frame.render_widget(shown, area);
        hits.add(area, Place::Person(Pane::People, *who));
    }
}

fn row(state: &State, theme: &Theme, who: EmployeeIx, [name, rank, columns]: [usize; 3]) -> Line<'static> {
    let desk = &state.desk;
    let employee = &desk.grounds().facts.employees[who.at()];
    let carried = state.carry.carried();
    let is_carried = carried.is_some_and(|carried| carried.who == who);
    let name_text = screen::person(state.lang, desk, who, state.is_masked);
    let mut spans = vec![
        Span::styled(marks(state, who), theme.carried),
        Span::styled(text::left(&name_text, name), if is_carried { theme.carried } else { ratatui::style::Style::new() }),
        Span::raw(" "),
    ];
    let rest = columns.saturating_sub(2 + name + 1);
    if !is_carried && let Some((carried, glance)) = glance::at(state, Target::Person(who)) {
        spans.extend(glance::spans(&glance, carried, state, theme, rest));
        return Line::from(spans);
    }
    let golongan = employee.rank.map_or_else(|| "?".to_owned(), |rank| rank.to_string());
    let (post, moves) = post_text(state, who);
    spans.push(Span::styled(text::left(&golongan, rank), theme.quiet));
    spans.push(Span::styled(
        text::left(&post, rest.saturating_sub(rank)),
        if moves { theme.good } else { ratatui::style::Style::new() },
    ));
    Line::from(spans)
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
        Some(Seat::Pool(post)) => {
            format!("{} · {}", word(state.lang, Word::Pool), post.map_or_else(String::new, |post| screen::post(desk, post)))
        }
        _ => desk.grounds().present(who).map_or_else(String::new, |post| screen::post(desk, post)),
    };
    (text, false)
}

/// Two columns of marks: carried or pinned, and a wish.
fn marks(state: &State, who: EmployeeIx) -> String {
    let pinned = state.desk.plan.pins.contains_key(&state.nip(who));
    let carried = state.carry.carried().is_some_and(|carried| carried.who == who);
    let first = if carried {
        "▌"
    } else if pinned {
        word(state.lang, Word::PinnedShort)
    } else {
        " "
    };
    let wish = state.desk.grounds().facts.people[who.at()].has_wish();
    format!("{first}{}", if wish { "♥" } else { " " })
}
