//! The strip: the plan's figures, before → after; while a person is carried, now → then.
use crate::app::State;
use crate::app::state::Best;
use crate::metrics::{Metrics, UnitFill};
use crate::text::figures;
use crate::text::screen::{self, Word, word};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws it, on as many lines as it has.
pub fn strip(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let figures = figures_of(state, theme);
    let columns = usize::from(area.width);
    let mut lines: Vec<Vec<Span<'static>>> = vec![vec![Span::raw(" ")]];
    let mut used = 1;
    for (label, figure, style) in figures {
        let wide = text::width(label) + 1 + text::width(&figure) + 2;
        if used + wide > columns + 2 && lines.len() < usize::from(area.height) {
            lines.push(vec![Span::raw(" ")]);
            used = 1;
        }
        let Some(line) = lines.last_mut() else { continue };
        if used + wide <= columns + 2 {
            line.push(Span::styled(format!("{label} "), theme.quiet));
            line.push(Span::styled(figure, style.add_modifier(ratatui::style::Modifier::BOLD)));
            line.push(Span::raw("  "));
            used += wide;
        }
    }
    for (at, spans) in lines.into_iter().take(usize::from(area.height)).enumerate() {
        frame.render_widget(Line::from(spans), Rect { y: area.y + at as u16, height: 1, ..area });
    }
}

/// Label, figure and style of each; the most important first, since a narrow window drops the last.
fn figures_of(state: &State, theme: &Theme) -> Vec<(&'static str, String, Style)> {
    let lang = state.lang;
    let desk = &state.desk;
    let start = &state.before;
    let after = state.carry.carried().and_then(|carried| carried.after.as_ref());
    let (from, to): (&Metrics, &Metrics) = after.map_or((start, &desk.metrics), |after| (&desk.metrics, after));
    let arrow = |from: String, to: String| if from == to { to } else { format!("{from}→{to}") };
    let number = |number: u32| figures::count(lang, number as usize);
    let count = |from: u32, to: u32| arrow(number(from), number(to));
    let less = |from: u32, to: u32| theme.by_sign(i64::from(from) - i64::from(to));
    let percent = |permille: i64| ((permille + 5) / 10).to_string();
    let in_scope = i64::from(state.people_in_scope.max(1));
    let wishes = |m: &Metrics| m.wishes_met + m.wishes_partly;
    let wishers = to.wishes_met + to.wishes_partly + to.wishes_open;
    // While carrying, what changes from target to target keeps its place.
    let padded = |text: String, columns: usize| {
        if state.carry.carried().is_some() { text::left(&text, columns.max(text::width(&text))) } else { text }
    };
    vec![
        (
            word(lang, Word::Vacancies),
            padded(count(from.structural_vacant, to.structural_vacant), 4),
            less(from.structural_vacant, to.structural_vacant),
        ),
        (word(lang, Word::Lowest), lowest(state, from, to), Style::new()),
        (word(lang, Word::Gain), padded(gain(state, after), 22), Style::new()),
        (
            word(lang, Word::Moves),
            padded(
                format!(
                    "{} ({} %)",
                    count(if after.is_some() { from.moves } else { to.moves }, to.moves),
                    crate::model::round_half_up(i64::from(to.moves) * 100, in_scope)
                ),
                10,
            ),
            Style::new(),
        ),
        (
            word(lang, Word::Blocked),
            count(if after.is_some() { from.blocked } else { to.blocked }, to.blocked),
            if to.blocked > 0 { theme.bad } else { Style::new() },
        ),
        (
            word(lang, Word::Filled),
            format!("{} %", arrow(percent(from.filled_permille), percent(to.filled_permille))),
            theme.by_sign(to.filled_permille - from.filled_permille),
        ),
        (
            word(lang, Word::Wishes),
            format!("{}/{}", count(wishes(from), wishes(to)), number(wishers)),
            theme.by_sign(i64::from(wishes(to)) - i64::from(wishes(from))),
        ),
        (word(lang, Word::Warnings), count(if after.is_some() { from.warnings } else { to.warnings }, to.warnings), Style::new()),
    ]
}

fn lowest(state: &State, from: &Metrics, to: &Metrics) -> String {
    let Some((unit, permille)) = to.worst_unit else { return "–".to_owned() };
    let name = screen::unit(&state.desk, unit);
    let name = if state.carry.carried().is_some() { text::left(&name, 14) } else { text::cut(&name, 14) };
    let before = from.worst_unit.filter(|(other, _)| *other == unit).map(|(_, permille)| permille);
    let before = before.or_else(|| state.places.fills_before.get(&unit).map(UnitFill::permille)).unwrap_or(permille);
    let figure = if before == permille {
        figures::percent(permille)
    } else {
        format!("{}→{}", (before + 5) / 10, figures::percent(permille))
    };
    format!("{name} {figure}")
}

/// Capaian, and how far the plan is from the best one; `…` until that is known.
fn gain(state: &State, after: Option<&Metrics>) -> String {
    let best = match state.best {
        Best::Unknown => return "…".to_owned(),
        Best::Infeasible => return word(state.lang, Word::Infeasible).to_owned(),
        Best::Known(best) => best,
    };
    let percent = |metrics: &Metrics| {
        let permille = metrics.gain_permille(best);
        permille.map_or_else(|| "–".to_owned(), |permille| ((permille + 5).div_euclid(10)).to_string())
    };
    let now = percent(&state.desk.metrics);
    let figure = match after.map(percent) {
        Some(then) if then != now => format!("{now}→{then}"),
        _ => now,
    };
    if figure == "–" {
        return figure;
    }
    let figure = format!("{} %", &figure.replace('-', "−"));
    let short = best - after.unwrap_or(&state.desk.metrics).objective;
    if short <= 0 {
        return figure;
    }
    format!("{figure} {} {}", word(state.lang, Word::Short), &figures::points(state.lang, short))
}
