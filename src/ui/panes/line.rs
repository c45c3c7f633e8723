//! The two lines below: while a person is carried, what letting go would do, in the order a planner
//! asks: verdict and article · the hole left and who could follow · need and holders of both units ·
//! biaya · class · tenure and retirement · wish. Else what just happened.
use crate::app::State;
use crate::app::carry::Carried;
use crate::desk::preview::{Landing, Preview};
use crate::model::{EmployeeIx, PositionIx, whole_months};
use crate::scoring::{WishKind, wish_kind};
use crate::text::screen::{self, Word, word};
use crate::text::{brief, figures, rules};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws them.
pub fn line(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let (lead, body, style) = match (&state.notice, state.carry.carried()) {
        (Some(notice), _) => (String::new(), notice.text.clone(), if notice.is_bad { theme.bad() } else { theme.good() }),
        (None, Some(carried)) => carrying(state, carried, theme),
        (None, None) => return,
    };
    let columns = usize::from(area.width).saturating_sub(2);
    let all = theme.plain(&format!("{lead}{body}"));
    let mut lines = text::wrap(&all, columns);
    if lines.len() > usize::from(area.height) {
        // The second line ends in … where something is lost.
        let rest = lines.split_off(1).join(" ");
        lines.push(text::cut(&rest, columns));
    }
    for (at, line) in lines.into_iter().take(usize::from(area.height)).enumerate() {
        let row = Rect { x: area.x + 1, y: area.y + at as u16, height: 1, width: area.width.saturating_sub(1) };
        frame.render_widget(Line::from(Span::styled(line, style)), row);
    }
}

fn carrying(state: &State, carried: &Carried, theme: &Theme) -> (String, String, Style) {
    let lang = state.lang;
    let name = screen::person(lang, &state.desk, carried.who, state.is_masked);
    let lead = format!("{} {name} · ", word(lang, Word::Carrying));
    let Some(preview) = &carried.preview else {
        return (lead, word(lang, Word::NoTargetHere).to_owned(), theme.carried());
    };
    match &preview.landing {
        Landing::Refused(refusal) => (lead, brief::refusal(lang, &state.desk, refusal, state.is_masked), theme.bad()),
        Landing::Stays => (lead, word(lang, Word::StaysThere).to_owned(), theme.carried()),
        Landing::PutsBack => (lead, word(lang, Word::PutsBack).to_owned(), theme.carried()),
        Landing::Takes(post) | Landing::Swaps(_, post) => {
            (lead, parts(state, carried, preview, *post).join(" · "), theme.carried())
        }
    }
}

fn parts(state: &State, carried: &Carried, preview: &Preview, post: PositionIx) -> Vec<String> {
    let lang = state.lang;
    let mut parts = vec![format!("{}: {}", word(lang, Word::DropHere), screen::post(&state.desk, post)), verdict(state, preview)];
    if let Landing::Swaps(other, _) = preview.landing {
        parts.push(format!("{} {}", word(lang, Word::Swaps), screen::person(lang, &state.desk, other, state.is_masked)));
    } else {
        parts.extend(hole(state, carried.who));
    }
    parts.extend(units(state, carried.who, post));
    let plan = preview.plan.map_or_else(|| "…".to_owned(), |plan| figures::change(lang, plan));
    parts.push(format!("{} {plan}", word(lang, Word::Plan)));
    let cost = match carried.costs.as_ref().map(|costs| costs.get(&post).copied().flatten()) {
        None => "…".to_owned(),
        Some(None) => "–".to_owned(),
        Some(Some(cost)) => figures::change(lang, cost),
    };
    parts.push(format!("{} {cost}", word(lang, Word::Cost)));
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
fn units(state: &State, who: EmployeeIx, to: PositionIx) -> Vec<String> {
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
    [told(into, 1), told(from, -1)].into_iter().flatten().collect()
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
