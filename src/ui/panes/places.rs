//! Lowong / Unit kerja.
use super::glance::{self, Columns};
use super::{framed, search_line};
use crate::app::State;
use crate::app::command::Id;
use crate::app::hit::{HitMap, Place};
use crate::app::lists::places::{Mode, PlaceRow, Section};
use crate::app::state::Pane;
use crate::desk::preview::Target;
use crate::metrics::UnitFill;
use crate::model::{EmployeeIx, PositionIx, Seat, UnitIx};
use crate::text::figures;
use crate::text::screen::{self, Said, Word, word};
use crate::ui::row::{self, Row, Status};
use crate::ui::theme::Theme;
use crate::ui::{symbols, text};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws the pane.
pub fn places(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) {
    let list = &state.places;
    let inside = framed(frame, area, Pane::Places, &title(state), state, theme, hits);
    let top = search_line(frame, inside, state, theme, Pane::Places, &list.query);
    let body = Rect { y: inside.y + top, height: inside.height.saturating_sub(top), ..inside };
    hits.lists[Pane::Places.at()] = body;
    if list.rows.is_empty() {
        let told = if list.query.is_empty() {
            word(state.lang, Word::NoUnits).to_owned()
        } else {
            screen::said(state.lang, &state.keymap, Said::NothingFound)
        };
        super::told_instead(frame, body, told);
    }
    if !list.rows.is_empty() && list.rows.iter().all(|row| row.target().is_none()) && !state.desk.tally.has_posts() {
        return super::told_instead(frame, body, word(state.lang, Word::NoPostsHere).to_owned());
    }
    let columns = usize::from(body.width).saturating_sub(1);
    for (line, place) in list.rows.iter().skip(list.offset).take(usize::from(body.height)).enumerate() {
        let area = Rect { y: body.y + line as u16, height: 1, ..body };
        let Some(target) = place.target() else {
            frame.render_widget(Line::styled(heading(state, place, columns), theme.quiet), area);
            continue;
        };
        let status = Status {
            is_carried: sits_there(state, target),
            is_marked: matches!(place, PlaceRow::Seatless(who) if state.people.marked.contains(who)),
            is_locked: match target {
                Target::Unit(unit) => state.is_protected(unit),
                Target::Post(post) => state.is_level_locked(post),
                Target::Person(_) | Target::Tray => false,
            },
            ..Status::of(state, list.selected == Some(*place), Some(target))
        };
        row::draw(frame, area, state, theme, Pane::Places, (row(state, theme, place, columns), status));
        hits.add(area, Place::Spot(Pane::Places, target));
    }
}

fn title(state: &State) -> String {
    let is_vacancies = state.places.mode == Mode::Vacancies;
    let (first, second) = if is_vacancies { (Word::Vacancies, Word::Units) } else { (Word::Units, Word::Vacancies) };
    let count = if is_vacancies { format!(" {}", figures::count(state.lang, state.places.vacant())) } else { String::new() };
    let switch = screen::first_key(state.lang, &state.keymap, Id::SwitchPlaces);
    format!("{}{count} · {switch} {}", word(state.lang, first), word(state.lang, second).to_lowercase())
}

/// Whether whoever is carried sits on a post.
fn sits_there(state: &State, target: Target) -> bool {
    let (Some(carried), Target::Post(post)) = (state.carry.carried(), target) else {
        return state.carry.carried().is_some_and(|carried| matches!(target, Target::Person(who) if carried.holds(who)));
    };
    state.desk.placement.post(&state.desk.grounds().projection, carried.who) == Some(post)
}

fn heading(state: &State, place: &PlaceRow, columns: usize) -> String {
    let part = |label| format!("── {} ──", word(state.lang, label));
    match place {
        PlaceRow::Heading(Section::Soon) => part(Word::SoonVacant),
        PlaceRow::Heading(Section::Lowest) => part(Word::LowestUnits),
        _ if state.carry.carried().is_some() => {
            let columns = Columns::of(columns);
            format!(" {}{}", text::left("", columns.name), glance::head(state, columns))
        }
        _ if state.places.vacant() == 0 => format!(" {}", word(state.lang, Word::NoVacancy)),
        _ => {
            format!(" {}", text::right(&format!("{} {}", word(state.lang, Word::Vacant), word(state.lang, Word::Days)), columns))
        }
    }
}

fn row(state: &State, theme: &Theme, place: &PlaceRow, columns: usize) -> Row {
    match *place {
        PlaceRow::Vacant(post) => post_row(state, theme, (post, 0), columns, &vacancy_text(state, post)),
        PlaceRow::Soon(post, _, date) => {
            post_row(state, theme, (post, 0), columns, &format!("{} {}", figures::month(state.lang, date), date.year()))
        }
        PlaceRow::Post(post, depth) => post_row(state, theme, (post, depth), columns, &heads_text(state, post)),
        PlaceRow::Unit(unit, depth) => unit_row(state, theme, unit, depth, columns),
        PlaceRow::Tray => {
            let people = state.places.rows.iter().filter(|row| matches!(row, PlaceRow::Seatless(_))).count();
            let head = format!("── {} {} ──", word(state.lang, Word::NoPost), figures::count(state.lang, people));
            Row { lead: String::new(), name: head, style: theme.quiet, columns, rest: Vec::new() }
        }
        PlaceRow::Seatless(who) => seatless_row(state, theme, who, columns),
        PlaceRow::Heading(_) => Row { lead: String::new(), name: String::new(), style: Style::new(), columns, rest: Vec::new() },
    }
}

/// The figures of a target, while somebody is carried.
fn figures_of(state: &State, theme: &Theme, target: Target, columns: Columns) -> Option<Vec<Span<'static>>> {
    state.carry.carried()?;
    Some(
        glance::at(state, target)
            .map_or_else(Vec::new, |(carried, glance)| glance::spans(&glance, carried, state, theme, columns)),
    )
}

/// A post: eselon, name, and at the right what the section tells of it, or the glance while carrying.
fn post_row(state: &State, theme: &Theme, (post, depth): (PositionIx, u16), columns: usize, right: &str) -> Row {
    let desk = &state.desk;
    let position = &desk.grounds().facts.positions[post.at()];
    let echelon =
        position.echelon.filter(|_| position.is_structural()).map_or_else(|| "  · ".to_owned(), |echelon| echelon.to_string());
    let indent = " ".repeat(usize::from(depth) * 2);
    // Under its unit a post needs no unit in its name.
    let name = if depth > 0 { screen::post_alone(desk, post) } else { screen::post(desk, post) };
    let lead = format!("{indent}{} ", text::left(&echelon, 5));
    let row = Row { lead, name, style: Style::new(), columns: 0, rest: Vec::new() };
    let figures = Columns::of(columns);
    if let Some(rest) = figures_of(state, theme, Target::Post(post), figures) {
        // A narrow pane has no room for the eselon: the name and the verdict matter now.
        let lead = if figures.has_lead() { row.lead } else { indent };
        return Row { lead, columns: figures.name, rest, ..row };
    }
    let room = columns.saturating_sub(text::width(right) + 1);
    Row { columns: room, rest: vec![Span::raw(" "), Span::styled(right.to_owned(), theme.quiet)], ..row }
}

/// Somebody without a post: name, golongan, and why.
fn seatless_row(state: &State, theme: &Theme, who: EmployeeIx, columns: usize) -> Row {
    let grounds = state.desk.grounds();
    let is_unmapped = grounds.projection.standing[who.at()].seat() == Some(Seat::Unmapped);
    let why = word(state.lang, if is_unmapped { Word::Unmapped } else { Word::NoPost });
    let rank = grounds.facts.employees[who.at()].rank.map_or_else(|| "?".to_owned(), |rank| rank.to_string());
    let right = format!("{rank} {why}");
    let room = columns.saturating_sub(text::width(&right) + 1);
    let name = screen::person(state.lang, &state.desk, who, state.is_masked);
    let rest = vec![Span::raw(" "), Span::styled(right, theme.quiet)];
    Row { lead: " ".to_owned(), name, style: Style::new(), columns: room, rest }
}

/// A unit: need and holders, a bar, per cent of need filled; or the glance of its best post while carrying.
fn unit_row(state: &State, theme: &Theme, unit: UnitIx, depth: u16, columns: usize) -> Row {
    let fold = if state.places.is_unfolded(unit) { symbols::UNFOLDED } else { symbols::FOLDED };
    let lead = format!("{}{fold} ", " ".repeat(usize::from(depth) * 2));
    let row = Row { lead, name: screen::unit(&state.desk, unit), style: Style::new(), columns, rest: Vec::new() };
    let figures = Columns::of(columns);
    if let Some(rest) = figures_of(state, theme, Target::Unit(unit), figures) {
        return Row { columns: figures.name, rest, ..row };
    }
    let Some(fill) = state.desk.tally.fill(unit) else { return Row { style: theme.title, ..row } };
    let before = state.places.fills_before.get(&unit).map_or(fill.permille(), UnitFill::permille);
    let (k, b) = (word(state.lang, Word::NeedShort), word(state.lang, Word::HoldersShort));
    let missing = figures::signed(state.lang, i64::from(fill.heads) - i64::from(fill.need));
    let percent =
        if fill.need > 0 { figures::percent_changed(state.lang, before, fill.permille()) } else { symbols::NONE.to_owned() };
    let percent = text::right(&percent, 8);
    let [need, heads] = [fill.need, fill.heads].map(|count| figures::thousands(state.lang, count.into()));
    let long = format!("{k} {need:>2} {b} {heads:>2} {missing:>3}");
    let short = format!("{heads:>2}/{need:<2} {missing:>3}");
    let bar = |columns| text::bar(fill.permille(), 1000, columns);
    // Deep in the tree the name has less room: the bar gives way first.
    let right = match columns.saturating_sub(usize::from(depth) * 2) {
        70.. => format!("{long} {} {percent}", bar(16)),
        55..70 => format!("{long} {} {percent}", bar(8)),
        43..55 => format!("{short} {} {percent}", bar(8)),
        38..43 => format!("{short} {} {percent}", bar(4)),
        30..38 => format!("{short} {percent}"),
        _ => format!("{missing:>3} {percent}"),
    };
    let room = columns.saturating_sub(text::width(&right) + 1);
    let rest = vec![Span::raw(" "), Span::styled(right, theme.by_sign(fill.permille() - before))];
    Row { columns: room, rest, ..row }
}

/// Days vacant, or that the plan opened it; and the acting holder.
fn vacancy_text(state: &State, post: PositionIx) -> String {
    let grounds = state.desk.grounds();
    let plt = if grounds.acting(post).next().is_some() { format!(" {}", word(state.lang, Word::Acting)) } else { String::new() };
    if grounds.projection.holders[post.at()] > 0 {
        return format!("{}{plt}", word(state.lang, Word::OpenedByPlan));
    }
    format!("{}{plt}", screen::vacant_for(state.lang, grounds.vacant_days(post)))
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
    format!("{k} {need} {b} {heads} {:>2}", figures::signed(state.lang, i64::from(heads) - i64::from(need)))
}
