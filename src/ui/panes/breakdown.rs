//! The selected pair opened: factor by factor, present post beside the other, then the verdicts that
//! are worth telling with their article.
use crate::app::State;
use crate::app::layout::Layout;
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::{Outcome, Severity, Verdict};
use crate::scoring::{Factor, Factors, MatchScore, factors};
use crate::text::figures;
use crate::text::match_score;
use crate::text::screen::{self, Word, brief, word};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A pane so wide has the list and the opened pair beside each other.
const BESIDE: u16 = 96;

/// The list's part of a pane, and that of the opened pair: a line, six factors, and up to four lines of verdicts or reason.
pub(super) fn divided(inside: Rect, state: &State) -> (Rect, Rect) {
    let carries = state.carry.carried().is_some();
    // Where room is scarce more targets are worth more than the factors of one.
    let is_opened = pair(state).is_some() && !(carries && state.layout() < Layout::Normal);
    if is_opened && inside.width >= BESIDE {
        let list = Rect { width: inside.width * 11 / 20, ..inside };
        return (list, Rect { x: list.right() + 1, width: inside.width - list.width - 1, ..inside });
    }
    let rows = match inside.height {
        // The line and the six factors: what the law says of whoever is in hand stands below already.
        14.. if is_opened && carries => 7,
        14.. if is_opened => (7 + inside.height / 5).clamp(9, 13).min(inside.height / 2 + 3),
        _ => 0,
    };
    let list = Rect { height: inside.height - rows, ..inside };
    (list, Rect { y: list.bottom(), height: rows, ..inside })
}

/// What the person in hand is held over; else the selected row.
fn pair(state: &State) -> Option<(EmployeeIx, PositionIx)> {
    let selected = state.details.selected.filter(|_| state.details.at().is_some());
    let carried = state.carry.carried().filter(|carried| carried.others.is_empty());
    carried.and_then(|carried| Some((carried.who, carried.preview.as_ref()?.post?))).or(selected)
}

/// Draws it.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let Some((who, post)) = pair(state).filter(|_| area.height > 0) else { return };
    let mut lines = vec![title(state, theme, who, post, usize::from(area.width))];
    lines.extend(factor_lines(state, theme, who, post, usize::from(area.width)));
    if state.carry.carried().is_none() {
        lines.extend(telling(state, theme, who, post, usize::from(area.width)));
    }
    for (at, line) in lines.into_iter().take(usize::from(area.height)).enumerate() {
        frame.render_widget(line, Rect { y: area.y + at as u16, height: 1, ..area });
    }
}

fn title(state: &State, theme: &Theme, who: EmployeeIx, post: PositionIx, columns: usize) -> Line<'static> {
    let name = screen::person(state.lang, &state.desk, who, state.is_masked);
    let present = state.desk.grounds().present(who).map(|own| state.desk.score(who, own));
    let there = state.desk.score(who, post);
    let now = present.map_or_else(|| "–".to_owned(), |score| figures::points(state.lang, score.total));
    let range = if there.is_complete {
        String::new()
    } else {
        format!(" ({}–{})", figures::points(state.lang, there.low), figures::points(state.lang, there.high))
    };
    let text = format!(
        "─ {name}: {} {now} → {} {}{range} ",
        word(state.lang, Word::Now),
        screen::post(&state.desk, post),
        figures::points(state.lang, there.total)
    );
    let text = text::cut(&text, columns);
    let fill = "─".repeat(columns.saturating_sub(text::width(&text)));
    Line::styled(format!("{text}{fill}"), theme.quiet)
}

fn factor_lines(state: &State, theme: &Theme, who: EmployeeIx, post: PositionIx, columns: usize) -> Vec<Line<'static>> {
    let grounds = state.desk.grounds();
    let now: Factors = grounds.present(who).map_or([None; 6], |own| factors(grounds, who, own));
    let there = factors(grounds, who, post);
    let weights = grounds.policy.weights.in_order();
    let bar = columns.saturating_sub(12 + 5 + 7 + 3 + 7 + 2).min(16);
    let figure = |value: Option<u16>| value.map_or_else(|| "?".to_owned(), |value| figures::points(state.lang, i64::from(value)));
    Factor::ALL
        .into_iter()
        .enumerate()
        .map(|(at, factor)| {
            let change = now[at].zip(there[at]).map_or(0, |(now, there)| i64::from(there) - i64::from(now));
            Line::from(vec![
                Span::raw(text::left(screen::factor(state.lang, factor), 12)),
                Span::styled(text::right(&format!("{}%", weights[at]), 4), theme.quiet),
                Span::styled(text::right(&figure(now[at]), 7), theme.quiet),
                Span::styled(format!(" {} ", "→"), theme.quiet),
                Span::styled(text::right(&figure(there[at]), 6), theme.by_sign(change)),
                Span::raw(" "),
                Span::styled(text::bar(i64::from(there[at].unwrap_or(0)), 10_000, bar), theme.by_sign(change)),
            ])
        })
        .collect()
}

/// The verdicts that do not simply pass, with their article.
fn telling(state: &State, theme: &Theme, who: EmployeeIx, post: PositionIx, columns: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let mut verdicts = state.desk.judge().verdicts(who, post);
    verdicts.retain(|verdict| verdict.outcome != Outcome::Pass);
    verdicts.sort_by_key(Verdict::order);
    // What only informs stands in nobody's way.
    if verdicts.iter().all(|verdict| verdict.severity == Severity::I) {
        lines.push(Line::styled(format!("✓ {}", word(state.lang, Word::Lawful)), theme.good));
    }
    for verdict in &verdicts {
        lines.extend(verdict_lines(state, theme, verdict, columns));
    }
    lines.extend(match_lines(state, theme, who, post, columns));
    lines
}

/// The match score of Kepka BKN 411/2025, of whom the list of talent says something towards it.
fn match_lines(state: &State, theme: &Theme, who: EmployeeIx, post: PositionIx, columns: usize) -> Vec<Line<'static>> {
    let grounds = state.desk.grounds();
    if grounds.facts.people[who.at()].match_inputs.is_none() {
        return Vec::new();
    }
    let told = match_score::line(state.lang, &MatchScore::of(grounds, who, post));
    text::fitted(&told, columns, 2).into_iter().map(|line| Line::styled(line, theme.quiet)).collect()
}

/// `✗ R29 … : reason · article`, on as many lines as it takes.
fn verdict_lines(state: &State, theme: &Theme, verdict: &Verdict, columns: usize) -> Vec<Line<'static>> {
    let style = if verdict.blocks() { theme.bad } else { theme.warning };
    let text = &brief::verdict(state.lang, &state.desk, verdict, state.is_masked);
    text::fitted(text, columns, 3).into_iter().map(|line| Line::styled(line, style)).collect()
}
