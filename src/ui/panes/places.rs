//! Lowong / Unit kerja.
use super::{framed, glance, row_style};
use crate::app::State;
use crate::app::command::Id;
use crate::app::hit::{HitMap, Place};
use crate::app::lists::places::{Mode, PlaceRow, Section};
use crate::app::state::Pane;
use crate::desk::preview::Target;
use crate::model::{EmployeeIx, PositionIx, Seat, UnitIx};
use crate::text::figures;
use crate::text::screen::{self, Said, Word, word};
use crate::ui::symbols;
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws the pane.
pub fn places(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) {
    let list = &state.places;
    let (first, second) =
        if list.mode == Mode::Vacancies { (Word::Vacancies, Word::Units) } else { (Word::Units, Word::Vacancies) };
    let count =
        if list.mode == Mode::Vacancies { format!(" {}", figures::count(state.lang, list.vacant())) } else { String::new() };
    let switch = screen::first_key(state.lang, &state.keymap, Id::SwitchPlaces);
    let title = format!("{}{count} · {switch} {}", word(state.lang, first), word(state.lang, second).to_lowercase());
    let inside = framed(frame, area, Pane::Places, &title, state, theme, hits);
    let top = search_line(frame, inside, state, theme, Pane::Places, &list.query);
    let body = Rect { y: inside.y + top, height: inside.height.saturating_sub(top), ..inside };
    hits.lists[Pane::Places.at()] = body;
    if list.rows.is_empty() {
        frame.render_widget(Line::from(screen::said(state.lang, &state.keymap, Said::NothingFound)), body);
    }
    for (line, row) in list.rows.iter().skip(list.offset).take(usize::from(body.height)).enumerate() {
        let area = Rect { y: body.y + line as u16, height: 1, ..body };
        let is_selected = list.selected == Some(*row);
        let under_hand = state.carry.carried().is_some_and(|carried| carried.over.is_some() && carried.over == row.target());
        let style = row_style(state, Pane::Places, is_selected && !under_hand, theme);
        let mut shown = row_line(state, theme, row, usize::from(body.width)).style(style);
        if under_hand {
            super::mark_target(&mut shown, theme);
        }
        frame.render_widget(shown, area);
        if let Some(target) = row.target() {
            hits.add(area, Place::Spot(Pane::Places, target));
        }
    }
}

/// The search line of a pane, where one is typed or stands; tells its rows.
pub fn search_line(frame: &mut Frame<'_>, inside: Rect, state: &State, theme: &Theme, pane: Pane, query: &str) -> u16 {
    let typing = state.focus == pane && state.searching.is_some();
    if query.is_empty() && !typing {
        return 0;
    }
    let line = Rect { height: 1, ..inside };
    frame.render_widget(
        Line::from(vec![
            Span::styled("/ ", theme.focus),
            Span::raw(text::cut(query, usize::from(inside.width).saturating_sub(3))),
        ]),
        line,
    );
    if let (true, Some(input)) = (typing, &state.searching) {
        let column = (input.visual_cursor() as u16).min(inside.width.saturating_sub(3));
        frame.set_cursor_position((inside.x + 2 + column, inside.y));
    }
    1
}

fn row_line(state: &State, theme: &Theme, row: &PlaceRow, columns: usize) -> Line<'static> {
    let heading = |text: String| Line::styled(text::left(&text, columns), theme.quiet);
    match row {
        PlaceRow::Heading(Section::Vacant) if state.places.vacant() == 0 => heading(word(state.lang, Word::NoVacancy).to_owned()),
        PlaceRow::Heading(Section::Vacant) => heading(vacancy_head(state, columns)),
        PlaceRow::Heading(Section::Soon) => heading(format!("{0} {1} {0}", "──", word(state.lang, Word::SoonVacant))),
        PlaceRow::Heading(Section::Lowest) => heading(format!("{0} {1} {0}", "──", word(state.lang, Word::LowestUnits))),
        PlaceRow::Tray => {
            let people = state.places.rows.iter().filter(|row| matches!(row, PlaceRow::Seatless(_))).count();
            let head = format!("{} {}", word(state.lang, Word::NoPost), figures::count(state.lang, people));
            heading(format!("{0} {head} {0}", "──"))
        }
        PlaceRow::Seatless(who) => seatless_line(state, theme, *who, columns),
        PlaceRow::Vacant(post) => post_line(state, theme, *post, 0, columns, &vacancy_text(state, *post)),
        PlaceRow::Soon(post, _, date) => {
            post_line(state, theme, *post, 0, columns, &format!("{} {}", figures::month(state.lang, *date), date.year()))
        }
        PlaceRow::Post(post, depth) => post_line(state, theme, *post, *depth, columns, &heads_text(state, *post)),
        PlaceRow::Unit(unit, depth) => unit_line(state, theme, *unit, *depth, columns),
    }
}

fn vacancy_head(state: &State, columns: usize) -> String {
    if state.carry.carried().is_some() {
        let rest = glance_columns(columns);
        return format!("{}{}", text::left("", columns.saturating_sub(rest)), glance::head(state, rest));
    }
    let since = format!("{} {}", word(state.lang, Word::Vacant), word(state.lang, Word::Days));
    format!("{}{}", text::left("", columns.saturating_sub(text::width(&since))), since)
}

/// A post: eselon, name, and at the right what the section tells of it, or the glance while carrying.
fn post_line(state: &State, theme: &Theme, post: PositionIx, depth: u16, columns: usize, right: &str) -> Line<'static> {
    let desk = &state.desk;
    let position = &desk.grounds().facts.positions[post.at()];
    let echelon =
        position.echelon.filter(|_| position.is_structural()).map_or_else(|| "  · ".to_owned(), |echelon| echelon.to_string());
    let indent = " ".repeat(usize::from(depth) * 2);
    // Under its unit a post needs no unit in its name.
    let name = if depth > 0 { screen::post_alone(desk, post) } else { screen::post(desk, post) };
    let lead = format!("{indent}{} ", text::left(&echelon, 5));
    if let Some((carried, glance)) = glance::at(state, Target::Post(post)) {
        let rest = glance_columns(columns);
        // A narrow pane has no room for the eselon: the name and the verdict matter now.
        let lead = if columns < 44 { indent } else { lead };
        let left = text::left(&format!("{lead}{name}"), columns.saturating_sub(rest));
        let mut spans = vec![Span::raw(left)];
        spans.extend(glance::spans(&glance, carried, state, theme, rest));
        return Line::from(spans);
    }
    let room = columns.saturating_sub(text::width(&lead) + text::width(right) + 1);
    Line::from(vec![
        Span::styled(lead, theme.quiet),
        Span::raw(text::left(&name, room)),
        Span::raw(" "),
        Span::styled(right.to_owned(), theme.quiet),
    ])
}

/// Somebody without a post: name, golongan, and why.
fn seatless_line(state: &State, theme: &Theme, who: EmployeeIx, columns: usize) -> Line<'static> {
    let grounds = state.desk.grounds();
    let is_unmapped = grounds.projection.standing[who.at()].seat() == Some(Seat::Unmapped);
    let why = word(state.lang, if is_unmapped { Word::Unmapped } else { Word::NoPost });
    let rank = grounds.facts.employees[who.at()].rank.map_or_else(|| "?".to_owned(), |rank| rank.to_string());
    let right = format!("{rank} {why}");
    let is_carried = state.carry.carried().is_some_and(|carried| carried.who == who);
    let name = format!("  {}", screen::person(state.lang, &state.desk, who, state.is_masked));
    let room = columns.saturating_sub(text::width(&right) + 1);
    let style = if is_carried { theme.carried } else { Style::new() };
    Line::from(vec![Span::styled(text::left(&name, room), style), Span::raw(" "), Span::styled(right, theme.quiet)])
}

/// Columns of a glance: the figures, sign, and as much of the words as leaves the name readable.
const fn glance_columns(columns: usize) -> usize {
    match columns {
        56.. => columns * 7 / 12,
        44..56 => 27,
        _ => 20,
    }
}

/// Days vacant, or that the plan opened it; and the acting holder.
fn vacancy_text(state: &State, post: PositionIx) -> String {
    let grounds = state.desk.grounds();
    let position = &grounds.facts.positions[post.at()];
    let tmt = grounds.policy.tmt;
    let acting = grounds
        .facts
        .acting
        .iter()
        .any(|it| it.unit == position.unit && it.jabatan == position.jabatan && it.until.is_none_or(|until| tmt <= until));
    let plt = if acting { format!(" {}", word(state.lang, Word::Acting)) } else { String::new() };
    if grounds.projection.holders[post.at()] > 0 {
        return format!("{}{plt}", word(state.lang, Word::OpenedByPlan));
    }
    let days = position.vacant_since.and_then(|since| since.until(grounds.policy.today).ok()).map(|span| span.get_days().max(0));
    format!("{}{plt}", screen::vacant_for(state.lang, days))
}

/// Holders and need of a post: `B 2 K 3 −1`, and the name of the only holder of a structural one.
fn heads_text(state: &State, post: PositionIx) -> String {
    let desk = &state.desk;
    let (heads, need) = (desk.placement.heads(post), desk.grounds().projection.need[post.at()]);
    if desk.grounds().facts.positions[post.at()].is_structural() {
        return match desk.holders(post).next() {
            Some(holder) if heads == 1 => text::cut(&screen::person(state.lang, desk, holder, state.is_masked), 16),
            _ if heads == 0 => word(state.lang, Word::Vacant).to_owned(),
            _ => format!("{} {heads}", word(state.lang, Word::HoldersShort)),
        };
    }
    let (k, b) = (word(state.lang, Word::NeedShort), word(state.lang, Word::HoldersShort));
    format!("{k} {need} {b} {heads} {}", signed(i64::from(heads) - i64::from(need)))
}

fn signed(number: i64) -> String {
    match number {
        0 => " 0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("−{}", -number),
    }
}

fn unit_line(state: &State, theme: &Theme, unit: UnitIx, depth: u16, columns: usize) -> Line<'static> {
    let fold = if state.places.is_unfolded(unit) { symbols::UNFOLDED } else { symbols::FOLDED };
    let lead = format!("{}{fold} ", " ".repeat(usize::from(depth) * 2));
    let name = screen::unit(&state.desk, unit);
    if let Some(carried) = state.carry.carried() {
        let rest = glance_columns(columns);
        let mut spans = vec![Span::raw(text::left(&format!("{lead}{name}"), columns.saturating_sub(rest)))];
        match state.desk.glance(carried.who, Target::Unit(unit)) {
            Some(glance) => spans.extend(glance::spans(&glance, carried, state, theme, rest)),
            None => spans.push(Span::raw(" ".repeat(rest))),
        }
        return Line::from(spans);
    }
    let Some(fill) = state.places.fills.get(&unit) else {
        return Line::styled(text::left(&format!("{lead}{name}"), columns), theme.title);
    };
    let before = state.places.fills_before.get(&unit).map_or(fill.permille(), |before| before.permille());
    let (k, b) = (word(state.lang, Word::NeedShort), word(state.lang, Word::HoldersShort));
    let figures =
        format!("{k} {:>2} {b} {:>2} {:>3}", fill.need, fill.heads, signed(i64::from(fill.heads) - i64::from(fill.need)));
    let percent = if before == fill.permille() {
        figures::percent(fill.permille())
    } else {
        format!("{}→{}", (before + 5) / 10, figures::percent(fill.permille()))
    };
    let missing = signed(i64::from(fill.heads) - i64::from(fill.need));
    let short = format!("{:>2}/{:<2} {missing:>3}", fill.heads, fill.need);
    let right = match columns {
        56.. => format!("{figures} {} {}", text::bar(fill.permille(), 1000, 8), text::right(&percent, 8)),
        44..56 => format!("{short} {} {}", text::bar(fill.permille(), 1000, 8), text::right(&percent, 8)),
        36..44 => format!("{short} {}", text::right(&percent, 8)),
        _ => format!("{:>3} {}", signed(i64::from(fill.heads) - i64::from(fill.need)), text::right(&percent, 8)),
    };
    let room = columns.saturating_sub(text::width(&lead) + text::width(&right) + 1);
    let style: Style = theme.by_sign(fill.permille() - before);
    Line::from(vec![Span::raw(format!("{lead}{} ", text::left(&name, room))), Span::styled(right, style)])
}
