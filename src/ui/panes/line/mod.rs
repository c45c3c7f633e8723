//! The lines below the board: while a person is carried, what letting go would do, in the order a planner asks: verdict and
//! article · the hole left and who could follow · need and holders of both units · rencana · biaya · class · tenure and
//! retirement · wish · relations; for a swap of both people. Else what just happened, or what is selected.
mod career;
mod hole;
mod parts;
mod relations;
mod summary;
mod units;
mod verdict;

use super::glance;
use crate::app::State;
use crate::app::carry::Carried;
use crate::desk::preview::{Landing, Preview, Target};
use crate::desk::together::Spread;
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::Verdict;
use crate::text::figures;
use crate::text::screen::{self, Word, brief, word};
use crate::ui::theme::Theme;
use crate::ui::{symbols, text};
use parts::Part;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws them.
pub fn line(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let columns = usize::from(area.width).saturating_sub(2);
    let rows = usize::from(area.height);
    let lines = match (&state.notice, state.carry.carried()) {
        (Some(notice), _) => {
            let style = if notice.is_bad { theme.bad } else { theme.good };
            styled(text::fitted(&screen::told(state, &notice.told), columns, rows), style)
        }
        (None, Some(carried)) => carrying(state, carried, theme, columns, rows),
        (None, None) => summary::lines(state, theme, columns, rows),
    };
    for (at, line) in lines.into_iter().take(rows).enumerate() {
        let row = Rect { x: area.x + 1, y: area.y + at as u16, height: 1, width: area.width.saturating_sub(1) };
        frame.render_widget(line, row);
    }
}

fn styled(lines: Vec<String>, style: Style) -> Vec<Line<'static>> {
    lines.into_iter().map(|line| Line::styled(line, style)).collect()
}

/// A person and the post to come to.
type Step = (EmployeeIx, PositionIx);

fn carrying(state: &State, carried: &Carried, theme: &Theme, columns: usize, rows: usize) -> Vec<Line<'static>> {
    let lang = state.lang;
    let first = screen::person(lang, &state.desk, carried.who, state.is_masked);
    let name = match carried.others.len() {
        0 => first,
        others => format!("{} ({first} +{others})", screen::together::people(lang, others + 1)),
    };
    let Some(preview) = &carried.preview else {
        let told = format!("{} {name} · {}", word(lang, Word::Carrying), word(lang, Word::NoTargetHere));
        return styled(text::fitted(&told, columns, rows), theme.carried);
    };
    let nowhere = || if preview.landing == Landing::PutsBack { word(lang, Word::NoPost).to_owned() } else { String::new() };
    let target = match carried.over {
        Some(Target::Unit(unit)) if !carried.others.is_empty() => screen::unit(&state.desk, unit),
        _ => preview.post.map_or_else(nowhere, |post| screen::post(&state.desk, post)),
    };
    let lead = format!("{} {name} → {target}", word(lang, Word::Carrying));
    let post = match &preview.landing {
        Landing::Refused(refusal) => {
            let told = brief::refusal(lang, &state.desk, refusal, state.is_masked, &state.keymap);
            // One line has room for the reason alone: who is carried where stands in the list.
            if rows == 1 {
                return styled(text::fitted(&told, columns, rows), theme.bad);
            }
            let mut lines = vec![Line::styled(text::cut(&lead, columns), theme.carried)];
            lines.extend(styled(text::fitted(&told, columns, rows - 1), theme.bad));
            return lines;
        }
        Landing::Stays => return styled(vec![format!("{lead} · {}", word(lang, Word::StaysThere))], theme.carried),
        Landing::PutsBack if preview.post.is_none() => {
            return styled(vec![format!("{lead} · {}", word(lang, Word::Withdrawn))], theme.carried);
        }
        Landing::PutsBack => return styled(vec![format!("{lead} · {}", word(lang, Word::PutsBack))], theme.carried),
        Landing::Spreads(spread) => {
            let mut lines = vec![Line::styled(text::cut(&lead, columns), theme.carried)];
            lines.extend(
                parts::packed(together(state, carried, spread, preview), columns, rows.saturating_sub(1))
                    .into_iter()
                    .map(Line::raw),
            );
            return lines;
        }
        Landing::Takes(post) | Landing::Swaps(_, post) => *post,
    };
    let decides = Verdict::deciding(preview.verdicts.iter().copied());
    let (verdict, style) = verdict::words(state, decides.as_ref(), theme);
    let room = columns.saturating_sub(text::width(&lead) + 3);
    let first = Line::from(vec![
        Span::styled(text::cut(&lead, columns), theme.carried),
        Span::raw(" · "),
        Span::styled(text::cut(&verdict, room), style),
    ]);
    let mut lines = vec![first];
    let consequences = parts::packed(consequences(state, carried, preview, post), columns, rows.saturating_sub(1));
    lines.extend(consequences.into_iter().map(Line::raw));
    lines
}

/// Where each of several people goes, and what the plan gains.
fn together(state: &State, carried: &Carried, spread: &Spread, preview: &Preview) -> Vec<Part> {
    let lang = state.lang;
    let figure = |label, value: Option<i64>| {
        format!("{} {}", word(lang, label), value.map_or_else(|| symbols::NONE.to_owned(), |value| figures::change(lang, value)))
    };
    let cost = carried.over.map(|target| glance::cost_text(carried.joint_cost(target), state)).unwrap_or_default();
    let cost = format!("{} {cost}", word(lang, Word::Cost));
    let figures = [figure(Word::Person, preview.person), figure(Word::Plan, preview.plan), cost].map(Part::kept);
    let each = screen::together::each(lang, &state.desk, spread, state.is_masked).into_iter().map(|one| Part::spare(one, 1));
    figures.into_iter().chain(each).collect()
}

/// All that follows the verdict, in the order of the question.
fn consequences(state: &State, carried: &Carried, preview: &Preview, post: PositionIx) -> Vec<Part> {
    let lang = state.lang;
    let other = match preview.landing {
        Landing::Swaps(other, _) => Some(other),
        _ => None,
    };
    let from = state.desk.placement.post(&state.desk.grounds().projection, carried.who);
    let mut steps: Vec<Step> = vec![(carried.who, post)];
    steps.extend(other.zip(from));
    let mut parts = vec![Part::kept(match steps.get(1) {
        Some(step) => hole::swap(state, *step),
        None => hole::left(state, carried.who),
    })];
    parts.extend(units::parts(state, carried.who, post, other.is_some()));
    let plan = preview.plan.map_or_else(|| "…".to_owned(), |plan| figures::change(lang, plan));
    parts.push(Part::spare(format!("{} {plan}", word(lang, Word::Plan)), 6));
    let cost = glance::cost_text(carried.cost(Target::Post(post), post, other), state);
    parts.push(Part::kept(format!("{} {cost}", word(lang, Word::Cost))));
    parts.extend(career::parts(state, &steps));
    parts.extend(relations::parts(state, &steps));
    parts
}
