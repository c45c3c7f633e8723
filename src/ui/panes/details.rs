//! Kandidat / Nilai.
use super::glance::{self, Columns};
use super::{breakdown, framed};
use crate::app::State;
use crate::app::hit::{HitMap, Place};
use crate::app::state::Pane;
use crate::desk::preview::Target;
use crate::desk::ranking::{Ranking, Rated};
use crate::rules::Verdict;
use crate::text::screen::{self, Word, word};
use crate::text::{figures, rules};
use crate::ui::row::{self, Row, Status};
use crate::ui::theme::Theme;
use crate::ui::{symbols, text};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws the pane: the list above, the selected pair opened below.
pub fn details(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) {
    let inside = framed(frame, area, Pane::Details, &title(state), state, theme, hits);
    let (list, opened) = breakdown::divided(inside, state);
    let columns = usize::from(list.width).saturating_sub(1);
    let heads = super::head_rows(state);
    frame.render_widget(Span::styled(format!(" {}", head(state, columns)), theme.quiet), Rect { height: heads, ..list });
    let body = Rect { y: list.y + heads, height: list.height.saturating_sub(heads), ..list };
    hits.lists[Pane::Details.at()] = body;
    let rows = &state.details.rows;
    if rows.is_empty() {
        let empty = match state.details.of {
            _ if state.details.due().is_some() => word(state.lang, Word::Ranking),
            None => word(state.lang, Word::ChooseVacancy),
            Some(_) => word(state.lang, Word::NoCandidates),
        };
        super::told_instead(frame, body, empty.to_owned());
    }
    let of_person = matches!(state.details.of, Some(Ranking::Posts(_)));
    for (line, ranked) in rows.iter().skip(state.details.offset).take(usize::from(body.height)).enumerate() {
        let area = Rect { y: body.y + line as u16, height: 1, ..body };
        let target = Target::Post(ranked.post);
        let is_selected = state.details.selected == Some((ranked.who, ranked.post));
        let status = Status {
            is_marked: !of_person && state.people.marked.contains(&ranked.who),
            is_carried: !of_person && state.carry.carried().is_some_and(|carried| carried.holds(ranked.who)),
            is_pinned: state.desk.plan.pins.get(&state.nip(ranked.who)) == Some(&state.position_id(ranked.post)),
            ..Status::of(state, is_selected, of_person.then_some(target))
        };
        row::draw(frame, area, state, theme, Pane::Details, (row(state, theme, ranked, columns), status));
        let place = if of_person { Place::Spot(Pane::Details, target) } else { Place::Person(Pane::Details, ranked.who) };
        hits.add(area, place);
    }
    breakdown::draw(frame, opened, state, theme);
}

fn title(state: &State) -> String {
    let lang = state.lang;
    match state.details.of {
        None => word(lang, Word::Candidates).to_owned(),
        Some(Ranking::People(post)) => format!("{} · {}", word(lang, Word::Candidates), screen::post(&state.desk, post)),
        Some(Ranking::Posts(who)) => {
            let label = if state.carry.carried().is_some() { Word::Targets } else { Word::PostsFor };
            format!("{} · {}", word(lang, label), screen::person(lang, &state.desk, who, state.is_masked))
        }
    }
}

/// The widths of the columns while nobody is carried: name, each figure, and what remains.
struct Widths {
    name: usize,
    figure: usize,
    rest: usize,
}

fn widths(columns: usize) -> Widths {
    let figure = if columns >= 48 { 8 } else { 7 };
    let room = columns.saturating_sub(2 + figure * 2);
    let name = room * 11 / 20;
    Widths { name, figure, rest: room - name }
}

fn head(state: &State, columns: usize) -> String {
    let lang = state.lang;
    let label = word(lang, if matches!(state.details.of, Some(Ranking::Posts(_))) { Word::Position } else { Word::Name });
    if state.carry.carried().is_some() {
        let columns = Columns::of(columns);
        return format!("{}{}", text::left(label, columns.name), glance::head(state, columns));
    }
    let widths = widths(columns);
    let last = match state.details.of {
        Some(Ranking::People(_)) => Word::LeavesBehind,
        _ => Word::Rules,
    };
    let figure = |label| text::right(word(lang, label), widths.figure);
    let figures = format!("{}{}", figure(Word::Score), figure(Word::Person));
    text::cut(&format!("{}{figures}   {}", text::left(label, widths.name), word(lang, last)), columns)
}

fn row(state: &State, theme: &Theme, ranked: &Rated, columns: usize) -> Row {
    let lang = state.lang;
    let name = if matches!(state.details.of, Some(Ranking::Posts(_))) {
        screen::post(&state.desk, ranked.post)
    } else {
        screen::person(lang, &state.desk, ranked.who, state.is_masked)
    };
    let row = Row { lead: String::new(), name, style: Style::new(), columns: 0, rest: Vec::new() };
    if let Some((carried, glance)) = glance::at(state, Target::Post(ranked.post)) {
        let columns = Columns::of(columns);
        return Row { columns: columns.name, rest: glance::spans(&glance, carried, state, theme, columns), ..row };
    }
    let Widths { name, figure, rest } = widths(columns);
    let (sign, words, style) = verdict_words(state, theme, ranked);
    let change = state.desk.score_change(ranked.who, ranked.post);
    let told = change.map_or_else(|| symbols::NONE.to_owned(), |change| figures::change(lang, change));
    let total = format!("{}{}", figures::points(lang, ranked.total), if ranked.is_complete { "" } else { "?" });
    let mut spans = vec![
        Span::raw(text::right(&total, figure)),
        Span::styled(text::right(&told, figure), theme.by_sign(change.unwrap_or(0))),
        Span::styled(format!(" {sign}"), style),
    ];
    let last = match state.details.of {
        Some(Ranking::People(_)) if words.is_empty() => from_words(state, ranked),
        Some(Ranking::People(_)) => format!("{words} {}", from_words(state, ranked)),
        _ => words,
    };
    spans.push(Span::styled(text::left(&format!(" {last}"), rest), style));
    Row { columns: name, rest: spans, ..row }
}

/// Sign, rule and style of the verdict that decides on a pair.
fn verdict_words(state: &State, theme: &Theme, ranked: &Rated) -> (&'static str, String, Style) {
    let lang = state.lang;
    let nip = state.nip(ranked.who);
    if state.desk.plan.bans.contains(&(nip, state.position_id(ranked.post))) {
        return ("✗", word(lang, Word::Banned).to_owned(), theme.bad);
    }
    let worst = match state.details.of {
        // The plan may stand in the way too: a full post, a relative.
        Some(Ranking::Posts(_)) => state.desk.glance(ranked.who, Target::Post(ranked.post)).and_then(|glance| glance.worst),
        _ => Verdict::deciding(state.desk.judge().verdicts(ranked.who, ranked.post)),
    };
    match worst {
        Some(verdict) => {
            let (sign, _) = rules::mark(lang, verdict.severity, verdict.outcome);
            let style = if verdict.blocks() { theme.bad } else { theme.warning };
            // A candidate's row also says where from: the rule's number is enough, its words stand below.
            let words = if matches!(state.details.of, Some(Ranking::People(_))) {
                verdict.rule.to_string()
            } else {
                format!("{} {}", verdict.rule, rules::name(lang, &state.desk.base.pack, verdict.rule))
            };
            (sign, words, style)
        }
        None if ranked.is_eligible => (
            "✓",
            if matches!(state.details.of, Some(Ranking::Posts(_))) { word(lang, Word::Lawful).to_owned() } else { String::new() },
            theme.good,
        ),
        None => ("✗", String::new(), theme.bad),
    }
}

fn from_words(state: &State, ranked: &Rated) -> String {
    state
        .desk
        .placement
        .post(&state.desk.grounds().projection, ranked.who)
        .map_or_else(|| word(state.lang, Word::NoPost).to_owned(), |post| screen::post(&state.desk, post))
}
