//! The three lines below: while a person is carried, what letting go would do, in the order a planner
//! asks: verdict and article; the hole left and who could follow; need and holders of both units ·
//! biaya · class · tenure and retirement · wish. Else what just happened.
use super::glance;
use crate::app::State;
use crate::app::carry::Carried;
use crate::desk::preview::{Landing, Preview};
use crate::model::{EmployeeIx, PositionIx, whole_months};
use crate::scoring::{WishKind, wish_kind};
use crate::text::screen::{self, Word, brief, word};
use crate::text::{figures, rules};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws them.
pub fn line(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let columns = usize::from(area.width).saturating_sub(2);
    let (lines, style) = match (&state.notice, state.carry.carried()) {
        (Some(notice), _) => {
            (fitted(&screen::told(state, &notice.told), columns, 3), if notice.is_bad { theme.bad } else { theme.good })
        }
        (None, Some(carried)) => carrying(state, carried, theme, columns),
        (None, None) => return,
    };
    let is_carrying = state.notice.is_none();
    for (at, line) in lines.into_iter().take(usize::from(area.height)).enumerate() {
        // Who is carried where looks the same whatever the rules say of it.
        let style = if is_carrying && at == 0 { theme.carried } else { style };
        let row = Rect { x: area.x + 1, y: area.y + at as u16, height: 1, width: area.width.saturating_sub(1) };
        frame.render_widget(Line::from(Span::styled(text::cut(&line, columns), style)), row);
    }
}

/// A text on so many lines; the last one ends in … where something is lost.
fn fitted(body: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines = text::wrap(body, columns);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(text::cut(&rest, columns));
    }
    lines
}

fn carrying(state: &State, carried: &Carried, theme: &Theme, columns: usize) -> (Vec<String>, Style) {
    let lang = state.lang;
    let name = screen::person(lang, &state.desk, carried.who, state.is_masked);
    let lead = format!("{} {name}", word(lang, Word::Carrying));
    let Some(preview) = &carried.preview else {
        return (vec![format!("{lead} · {}", word(lang, Word::NoTargetHere))], theme.carried);
    };
    let nowhere = || if preview.landing == Landing::PutsBack { word(lang, Word::NoPost).to_owned() } else { String::new() };
    let target = preview.post.map_or_else(nowhere, |post| screen::post(&state.desk, post));
    // What changes from target to target stays in its place: less to read anew, and less to send.
    let target = if columns >= 100 { text::left(&target, TARGET_COLUMNS) } else { target };
    let lead = format!("{lead} → {target}");
    match &preview.landing {
        Landing::Refused(refusal) => {
            let mut lines = vec![lead];
            lines.extend(fitted(&brief::refusal(lang, &state.desk, refusal, state.is_masked, &state.keymap), columns, 2));
            (lines, theme.bad)
        }
        Landing::Stays => (vec![format!("{lead} · {}", word(lang, Word::StaysThere))], theme.carried),
        Landing::PutsBack => (vec![format!("{lead} · {}", word(lang, Word::PutsBack))], theme.carried),
        Landing::Takes(post) | Landing::Swaps(_, post) => {
            let first = format!("{lead} · {}", verdict(state, preview));
            let second = format!("{}: {}", word(lang, Word::DropHere), leaving(state, carried, preview));
            let third = parts(state, carried, preview, *post, columns >= 100).join(" · ");
            (vec![first, second, third], theme.carried)
        }
    }
}

const TARGET_COLUMNS: usize = 26;

/// Who takes the post left behind.
fn leaving(state: &State, carried: &Carried, preview: &Preview) -> String {
    let lang = state.lang;
    if let Landing::Swaps(other, _) = preview.landing {
        return format!("{} {}", word(lang, Word::Swaps), screen::person(lang, &state.desk, other, state.is_masked));
    }
    hole(state, carried.who).unwrap_or_else(|| word(lang, Word::NoPost).to_owned())
}

fn parts(state: &State, carried: &Carried, preview: &Preview, post: PositionIx, is_wide: bool) -> Vec<String> {
    let lang = state.lang;
    let padded = |text: String, columns: usize| if is_wide { text::left(&text, columns.max(text::width(&text))) } else { text };
    // A swap leaves both units as many.
    let by = if matches!(preview.landing, Landing::Swaps(..)) { 0 } else { 1 };
    let mut parts = units(state, carried.who, post, by);
    if let Some(first) = parts.first_mut() {
        *first = padded(std::mem::take(first), TARGET_COLUMNS);
    }
    let plan = preview.plan.map_or_else(|| "…".to_owned(), |plan| figures::change(lang, plan));
    parts.push(padded(format!("{} {plan}", word(lang, Word::Plan)), 14));
    let other = match preview.landing {
        Landing::Swaps(other, _) => Some(other),
        _ => None,
    };
    let cost = glance::cost_text(carried.cost(post, other), state);
    parts.push(padded(format!("{} {cost}", word(lang, Word::Cost)), 12));
    parts.extend(career(state, carried.who, post));
    parts
}

fn verdict(state: &State, preview: &Preview) -> String {
    let lang = state.lang;
    // Long enough in a post is a reason to move, not one against it.
    let first = preview.verdicts.iter().find(|verdict| verdict.rule != crate::rules::RuleId::R06);
    match first {
        None => format!("✓ {}", word(lang, Word::Lawful)),
        Some(first) => {
            let (sign, sense) = rules::mark(lang, first.severity, first.outcome);
            format!(
                "{sign} {sense} {} {} ({})",
                first.rule,
                rules::name(lang, first.rule),
                state.desk.base.pack.entry(first.rule).citation
            )
        }
    }
}

/// The post left behind, and who could follow.
fn hole(state: &State, who: EmployeeIx) -> Option<String> {
    let lang = state.lang;
    let desk = &state.desk;
    let left = desk.placement.post(&desk.grounds().projection, who)?;
    let name = screen::post(desk, left);
    if !desk.grounds().projection.in_scope[left.at()] {
        return Some(format!("{} {name} ({})", word(lang, Word::LeavesPost), word(lang, Word::OutsideHole)));
    }
    if desk.placement.heads(left) > desk.grounds().projection.need[left.at()] {
        return Some(format!("{} {name}", word(lang, Word::LeavesPost)));
    }
    let successor = desk.successor(left, who).map_or_else(
        || word(lang, Word::NoSuccessor).to_owned(),
        |next| format!("{}: {}", word(lang, Word::Successor), screen::person(lang, desk, next, state.is_masked)),
    );
    Some(format!("{} {name} ({successor})", word(lang, Word::LeavesPost)))
}

/// Holders of both units, before and after.
fn units(state: &State, who: EmployeeIx, to: PositionIx, by: i64) -> Vec<String> {
    let desk = &state.desk;
    let group = |post: PositionIx| desk.grounds().projection.group[post.at()];
    let from = desk.placement.post(&desk.grounds().projection, who).and_then(group);
    let into = group(to);
    if from == into {
        return Vec::new();
    }
    let told = |unit: Option<crate::model::UnitIx>, by: i64| {
        let fill = state.places.fills.get(&unit?)?;
        let heads = i64::from(fill.heads);
        Some(format!("{} {heads}→{} {} {}", screen::unit(desk, fill.unit), heads + by, word(state.lang, Word::Of), fill.need))
    };
    [told(into, by), told(from, -by)].into_iter().flatten().collect()
}

/// Class, tenure, months to retirement, wish.
fn career(state: &State, who: EmployeeIx, to: PositionIx) -> Vec<String> {
    let lang = state.lang;
    let grounds = state.desk.grounds();
    let person = &grounds.people[who.at()];
    let mut parts = Vec::new();
    if let Some((from, to)) = person.class.zip(grounds.facts.positions[to.at()].class) {
        parts.push(format!("{} {from}→{to}", word(lang, Word::Class)));
    }
    if let Some(since) = person.in_post_since {
        parts.push(format!(
            "{} {} {}",
            word(lang, Word::InPost),
            whole_months(since, grounds.policy.tmt),
            word(lang, Word::Months)
        ));
    }
    if let Some(retires) = person.retires {
        parts.push(format!(
            "{} {} {}",
            word(lang, Word::ToRetirement),
            whole_months(grounds.policy.tmt, retires),
            word(lang, Word::Months)
        ));
    }
    if wish_kind(grounds, who, to) == WishKind::Wished {
        let rank = crate::scoring::wish_rank(grounds, who, to).unwrap_or(1);
        parts.push(format!("{}{rank}", word(lang, Word::Wish)));
    }
    parts
}
