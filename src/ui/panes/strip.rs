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
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// A figure: label, text, look; and whether it is another one than before.
struct Figure {
    label: &'static str,
    text: String,
    style: Style,
    is_changed: bool,
}

impl Figure {
    fn columns(&self) -> usize {
        text::width(self.label) + 1 + text::width(&self.text) + 2
    }
}

/// Draws it, on as many lines as it has.
pub fn strip(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    for (at, figures) in shown(figures_of(state, theme), area).into_iter().enumerate() {
        let mut spans = vec![Span::raw(" ")];
        for figure in figures {
            spans.push(Span::styled(format!("{} ", figure.label), theme.quiet));
            spans.push(Span::styled(figure.text, figure.style.add_modifier(Modifier::BOLD)));
            spans.push(Span::raw("  "));
        }
        frame.render_widget(Line::from(spans), Rect { y: area.y + at as u16, height: 1, ..area });
    }
}

/// Those that have room, a line each row: what changes first of all, then what matters most; each in its usual place.
fn shown(figures: Vec<Figure>, area: Rect) -> Vec<Vec<Figure>> {
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_by_key(|at| !figures[*at].is_changed);
    let mut chosen: Vec<usize> = Vec::new();
    for at in order {
        let mut with: Vec<usize> = chosen.iter().copied().chain([at]).collect();
        with.sort_unstable();
        if laid(&figures, &with, area.width).len() <= usize::from(area.height) {
            chosen = with;
        }
    }
    let lines = laid(&figures, &chosen, area.width);
    let mut figures: Vec<Option<Figure>> = figures.into_iter().map(Some).collect();
    lines.into_iter().map(|line| line.into_iter().filter_map(|at| figures[at].take()).collect()).collect()
}

/// Figures on lines of so many columns.
fn laid(figures: &[Figure], chosen: &[usize], columns: u16) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    let mut used = 0;
    for at in chosen {
        let wide = figures[*at].columns();
        // One of the blanks behind the last figure of a line needs no room.
        if lines.is_empty() || used + wide > usize::from(columns) + 1 {
            lines.push(Vec::new());
            used = 1;
        }
        used += wide;
        if let Some(line) = lines.last_mut() {
            line.push(*at);
        }
    }
    lines
}

/// The most important first.
fn figures_of(state: &State, theme: &Theme) -> Vec<Figure> {
    let lang = state.lang;
    let desk = &state.desk;
    let after = state.carry.carried().and_then(|carried| carried.after.as_ref());
    let (from, to): (&Metrics, &Metrics) = after.map_or((&state.before, &desk.metrics), |after| (&desk.metrics, after));
    let number = |number: u32| figures::count(lang, number as usize);
    let change = |from: String, to: String| if from == to { to } else { format!("{from}→{to}") };
    let count = |from: u32, to: u32| change(number(from), number(to));
    // Counts of what is wrong or done are told as they are until a target is held.
    let held = |from: u32, to: u32| count(if after.is_some() { from } else { to }, to);
    let percent = |permille: i64| ((permille + 5) / 10).to_string();
    let wishes = |m: &Metrics| m.wishes_met + m.wishes_partly;
    let wishers = to.wishes_met + to.wishes_partly + to.wishes_open;
    let share = crate::model::round_half_up(i64::from(to.moves) * 100, i64::from(state.people_in_scope.max(1)));
    let plain = Style::new();
    let figure = |label, text: String, style| Figure { label: word(lang, label), is_changed: text.contains('→'), text, style };
    let bar =
        |permille: i64| if state.size.0 >= WITH_BARS { format!(" {}", text::bar(permille, 1000, 10)) } else { String::new() };
    let filled = format!("{} %{}", change(percent(from.filled_permille), percent(to.filled_permille)), bar(to.filled_permille));
    vec![
        figure(
            Word::Vacancies,
            count(from.structural_vacant, to.structural_vacant),
            theme.by_sign(i64::from(from.structural_vacant) - i64::from(to.structural_vacant)),
        ),
        figure(Word::Lowest, lowest(state, from, to), plain),
        figure(Word::Gain, gain(state, after), plain),
        figure(Word::Moves, format!("{} ({share} %)", held(from.moves, to.moves)), plain),
        figure(Word::Blocked, held(from.blocked, to.blocked), if to.blocked > 0 { theme.bad } else { plain }),
        figure(Word::Filled, filled, theme.by_sign(to.filled_permille - from.filled_permille)),
        figure(
            Word::Wishes,
            format!("{}/{}", count(wishes(from), wishes(to)), number(wishers)),
            theme.by_sign(i64::from(wishes(to)) - i64::from(wishes(from))),
        ),
        figure(Word::Warnings, held(from.warnings, to.warnings), plain),
    ]
}

/// From so many columns on there is room for a bar.
const WITH_BARS: u16 = 150;

fn lowest(state: &State, from: &Metrics, to: &Metrics) -> String {
    let Some((unit, permille)) = to.worst_unit else { return "–".to_owned() };
    let name = screen::unit(&state.desk, unit);
    let name = text::cut(&name, 18);
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
    let figure = format!("{} %", figure.replace('-', "−"));
    let short = best - after.unwrap_or(&state.desk.metrics).objective;
    if short <= 0 {
        return figure;
    }
    format!("{figure} {} {}", word(state.lang, Word::Short), figures::points(state.lang, short))
}
