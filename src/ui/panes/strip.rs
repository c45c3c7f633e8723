//! The strip: the plan's figures, before → after; while a person is carried, now → then.
use crate::app::State;
use crate::app::figures::Figure;
use crate::app::hit::{HitMap, Place};
use crate::app::state::Best;
use crate::metrics::{Metrics, UnitFill};
use crate::text::figures;
use crate::text::screen::{self, Word, word};
use crate::ui::theme::Theme;
use crate::ui::{symbols, text};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// A figure: label, text, bar or course behind it, look; and whether it is another one than before.
struct Shown {
    which: Figure,
    label: &'static str,
    text: String,
    blocks: String,
    style: Style,
    is_changed: bool,
}

impl Shown {
    /// With the two blanks behind it.
    fn columns(&self) -> usize {
        text::width(self.label) + 1 + text::width(&self.text) + text::width(&self.blocks) + 2
    }
}

/// Draws it, on as many lines as it has; notes where each figure lies.
pub fn strip(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme, hits: &mut HitMap) {
    for (at, mut figures) in shown(figures_of(state, theme), area, state.figure).into_iter().enumerate() {
        fill_up(&mut figures, usize::from(area.width), state);
        let (mut x, y) = (area.x + 1, area.y + at as u16);
        let mut spare = spare(&figures, usize::from(area.width)) as u16;
        for figure in figures {
            let wide = figure.columns() as u16;
            let kept = kept(state, figure.which).saturating_sub(wide - 2).min(spare);
            spare -= kept;
            let here = Rect { x, y, width: wide - 2, height: 1 }.intersection(area);
            hits.add(here, Place::Figure(figure.which));
            hits.figures.push(figure.which);
            draw(frame, here, figure, state, theme);
            x += wide + kept;
        }
    }
}

/// The selected one is reversed where it has the focus, with a sign before it and the cursor on it.
fn draw(frame: &mut Frame<'_>, here: Rect, figure: Shown, state: &State, theme: &Theme) {
    let has_focus = state.focused_figure() == Some(figure.which) && state.overlay.is_none();
    let style = figure.style.add_modifier(Modifier::BOLD);
    let [label, body] = if has_focus { [theme.selected; 2] } else { [theme.quiet, style] };
    let line = Line::from(vec![
        Span::styled(format!("{} ", figure.label), label),
        Span::styled(figure.text, body),
        // Reversed blocks would say the opposite.
        Span::styled(figure.blocks, style),
    ]);
    frame.render_widget(line, here);
    if state.figure == Some(figure.which) {
        frame.render_widget(Span::styled(symbols::SELECTED, theme.focus), Rect { x: here.x - 1, width: 1, ..here });
    }
    if has_focus {
        frame.set_cursor_position((here.x, here.y));
    }
}

/// What is left over of a line goes to the course of capaian, then to the name of the worst unit. Not while somebody is
/// carried: from target to target as little as can be moves.
fn fill_up(line: &mut [Shown], columns: usize, state: &State) {
    if state.carry.carried().is_some() {
        return;
    }
    let room = spare(line, columns).saturating_sub(1);
    let heights = state
        .trend
        .eighths()
        .filter(|_| room > 1 && matches!(state.best, Best::Known(best) if best > state.desk.metrics.status_quo));
    if let (Some(heights), Some(gain)) = (heights, line.iter_mut().find(|it| it.which == Figure::Gain)) {
        // The newest are told where there is no room for all.
        let newest = &heights[heights.len().saturating_sub(room)..];
        gain.blocks = format!(" {}", text::course(newest));
    }
    let room = spare(line, columns);
    if let Some(worst) = line.iter_mut().find(|it| it.which == Figure::Lowest) {
        worst.text = lowest(state, &state.before, &state.desk.metrics, NAME + room);
    }
}

/// Columns of a line that no figure needs: a blank stands before the first, none is needed behind the last.
fn spare(line: &[Shown], columns: usize) -> usize {
    (columns + 1).saturating_sub(line.iter().map(Shown::columns).sum())
}

/// Columns that a figure keeps while somebody is in hand.
fn kept(state: &State, figure: Figure) -> u16 {
    state.carry.carried().and_then(|carried| carried.figures.get(&figure).copied()).unwrap_or(0)
}

/// Columns of a capaian that is known: `0 % kurang 592,7`.
const KNOWN: usize = 16;

/// Columns of the worst unit's name where there is no room to spare.
const NAME: usize = 18;

/// Those that have room, a line each row, each in its usual place: what changes first of all, then what matters most; where one
/// has the focus, it and those around it.
fn shown(figures: Vec<Shown>, area: Rect, selected: Option<Figure>) -> Vec<Vec<Shown>> {
    let mut order: Vec<usize> = (0..figures.len()).collect();
    match figures.iter().position(|figure| selected == Some(figure.which)) {
        Some(focus) => order.sort_by_key(|at| at.abs_diff(focus)),
        None => order.sort_by_key(|at| !figures[*at].is_changed),
    }
    let mut chosen: Vec<usize> = Vec::new();
    for at in order {
        let mut with: Vec<usize> = chosen.iter().copied().chain([at]).collect();
        with.sort_unstable();
        if laid(&figures, &with, area.width).len() <= usize::from(area.height) {
            chosen = with;
        }
    }
    let lines = laid(&figures, &chosen, area.width);
    let mut figures: Vec<Option<Shown>> = figures.into_iter().map(Some).collect();
    lines.into_iter().map(|line| line.into_iter().filter_map(|at| figures[at].take()).collect()).collect()
}

/// Figures on lines of so many columns.
fn laid(figures: &[Shown], chosen: &[usize], columns: u16) -> Vec<Vec<usize>> {
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
fn figures_of(state: &State, theme: &Theme) -> Vec<Shown> {
    let lang = state.lang;
    let desk = &state.desk;
    let after = state.carry.carried().and_then(|carried| carried.after.as_ref());
    let (from, to): (&Metrics, &Metrics) = after.map_or((&state.before, &desk.metrics), |after| (&desk.metrics, after));
    let number = |number: u32| figures::count(lang, number as usize);
    let count = |from: u32, to: u32| figures::changed(number(from), number(to));
    // Counts of what is wrong or done are told as they are until a target is held.
    let held = |from: u32, to: u32| count(if after.is_some() { from } else { to }, to);
    let wishes = |m: &Metrics| m.wishes_met + m.wishes_partly;
    let wishers = to.wishes_met + to.wishes_partly + to.wishes_open;
    let share = crate::model::round_half_up(i64::from(to.moves) * 100, i64::from(state.people_in_scope.max(1)));
    let plain = Style::new();
    let figure = |which, text: String, style| {
        let label = screen::strip::figure(lang, which);
        Shown { which, label, is_changed: text.contains('→'), text, blocks: String::new(), style }
    };
    let bar =
        |permille: i64| if state.size.0 >= WITH_BARS { format!(" {}", text::bar(permille, 1000, 10)) } else { String::new() };
    // Of nothing nothing is filled.
    let filled = match desk.tally.fills().any(|fill| fill.need > 0) {
        true => figures::percent_changed(lang, from.filled_permille, to.filled_permille),
        false => symbols::NONE.to_owned(),
    };
    let filled = figure(Figure::Filled, filled, theme.by_sign(to.filled_permille - from.filled_permille));
    vec![
        figure(
            Figure::Vacancies,
            count(from.structural_vacant, to.structural_vacant),
            theme.by_sign(i64::from(from.structural_vacant) - i64::from(to.structural_vacant)),
        ),
        figure(Figure::Lowest, lowest(state, from, to, NAME), plain),
        figure(Figure::Gain, gain(state, after), plain),
        figure(Figure::Moves, format!("{} ({share} %)", held(from.moves, to.moves)), plain),
        figure(Figure::Blocked, held(from.blocked, to.blocked), if to.blocked > 0 { theme.bad } else { plain }),
        Shown { blocks: bar(to.filled_permille), ..filled },
        figure(
            Figure::Wishes,
            format!("{}/{}", count(wishes(from), wishes(to)), number(wishers)),
            theme.by_sign(i64::from(wishes(to)) - i64::from(wishes(from))),
        ),
        figure(Figure::Warnings, held(from.warnings, to.warnings), plain),
    ]
}

/// From so many columns on there is room for a bar.
const WITH_BARS: u16 = 150;

fn lowest(state: &State, from: &Metrics, to: &Metrics, columns: usize) -> String {
    let Some((unit, permille)) = to.worst_unit else { return symbols::NONE.to_owned() };
    let name = screen::unit(&state.desk, unit);
    let name = text::cut(&name, columns);
    let before = from.worst_unit.filter(|(other, _)| *other == unit).map(|(_, permille)| permille);
    let before = before.or_else(|| state.places.fills_before.get(&unit).map(UnitFill::permille)).unwrap_or(permille);
    format!("{name} {}", figures::percent_changed(state.lang, before, permille))
}

/// Capaian, and how far the plan is from the best one; `…` until that is known.
fn gain(state: &State, after: Option<&Metrics>) -> String {
    let best = match state.best {
        Best::Unasked => return word(state.lang, Word::NotWorkedOut).to_owned(),
        // As wide as it mostly is once it is known: what stands right of it stays.
        Best::Unknown => return text::left(symbols::PENDING, KNOWN),
        Best::Infeasible => return word(state.lang, Word::Infeasible).to_owned(),
        Best::Known(best) => best,
    };
    let (now, then) = (&state.desk.metrics, after.unwrap_or(&state.desk.metrics));
    let Some((from, to)) = now.gain_permille(best).zip(then.gain_permille(best)) else { return "–".to_owned() };
    let figure = figures::percent_changed(state.lang, from, to);
    let short = best - then.objective;
    if short <= 0 {
        return figure;
    }
    format!("{figure} {} {}", word(state.lang, Word::Short), figures::points(state.lang, short))
}
