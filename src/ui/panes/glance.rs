//! A target at a glance, in as many columns as there are: Orang, Rencana, Biaya, then sign and rule.
use crate::app::State;
use crate::app::carry::{Carried, Cost};
use crate::desk::preview::{Glance, Target};
use crate::text::screen::{self, Word, word};
use crate::text::{figures, rules};
use crate::ui::text;
use crate::ui::theme::Theme;
use ratatui::text::Span;

/// Which figures there is room for.
#[derive(Clone, Copy)]
struct Room {
    has_plan: bool,
    has_cost: bool,
    words: usize,
    /// Only a rule's number fits.
    is_narrow: bool,
}

const PERSON: usize = 6;
const FIGURE: usize = 8;
const SIGN: usize = 3;
const RULE: usize = 3;

fn room(columns: usize) -> Room {
    let has_cost = columns >= PERSON + FIGURE + SIGN + RULE;
    let has_plan = columns >= PERSON + 2 * FIGURE + SIGN + 10;
    let taken = PERSON + SIGN + if has_cost { FIGURE } else { 0 } + if has_plan { FIGURE } else { 0 };
    let words = columns.saturating_sub(taken);
    Room { has_plan, has_cost, words, is_narrow: words < 2 * RULE }
}

/// The heads of the figures.
pub(super) fn head(state: &State, columns: usize) -> String {
    let lang = state.lang;
    let room = room(columns);
    let figure = |label| format!(" {}", text::right(word(lang, label), FIGURE - 1));
    let mut line = text::right(word(lang, Word::Person), PERSON);
    if room.has_plan {
        line.push_str(&figure(Word::Plan));
    }
    if room.has_cost {
        line.push_str(&figure(Word::Cost));
    }
    let rules = if room.is_narrow { "" } else { word(lang, Word::Rules) };
    text::left(&format!("{line}   {rules}"), columns)
}

/// A target at a glance.
pub(super) fn spans(glance: &Glance, carried: &Carried, state: &State, theme: &Theme, columns: usize) -> Vec<Span<'static>> {
    let room = room(columns);
    let change = glance.person.map_or_else(|| "–".to_owned(), |change| figures::change(state.lang, change));
    let (sign, words) = glance_words(glance, state);
    let words = match glance.worst.filter(|_| room.is_narrow && !glance.is_here) {
        Some(verdict) => verdict.rule.to_string(),
        None if room.is_narrow => if glance.other.is_some() { "<>" } else { "" }.to_owned(),
        None => words,
    };
    let style = if !glance.is_allowed {
        theme.bad
    } else if glance.worst.is_some() {
        theme.warning
    } else {
        theme.good
    };
    let mut spans = vec![Span::styled(text::right(&change, PERSON), theme.by_sign(glance.person.unwrap_or(0)))];
    if room.has_plan {
        let plan = state.desk.target_change(carried.who, glance.post);
        let shown = if glance.is_allowed { figures::change(state.lang, plan) } else { "–".to_owned() };
        spans.push(Span::styled(text::right(&shown, FIGURE), if glance.is_allowed { theme.by_sign(plan) } else { theme.quiet }));
    }
    if room.has_cost {
        let cost = if glance.is_here { Cost::Never } else { carried.cost(glance.post, glance.other) };
        spans.push(cost_span(cost, state, theme, FIGURE));
    }
    spans.push(Span::styled(format!(" {} ", sign), style));
    spans.push(Span::styled(text::left(&words, room.words), style));
    spans
}

/// Biaya, exact, or `…`, or that there is none.
pub(super) fn cost_span(cost: Cost, state: &State, theme: &Theme, columns: usize) -> Span<'static> {
    let style = match cost {
        Cost::Is(cost) => theme.by_sign(cost),
        Cost::Pending | Cost::Never => theme.quiet,
    };
    Span::styled(text::right(&cost_text(cost, state), columns), style)
}

/// Biaya in words.
pub(super) fn cost_text(cost: Cost, state: &State) -> String {
    match cost {
        Cost::Pending => "…".to_owned(),
        Cost::Never => "–".to_owned(),
        Cost::Is(cost) => figures::change(state.lang, cost),
    }
}

/// Looks at a target for whoever is carried.
pub(super) fn at(state: &State, target: Target) -> Option<(&Carried, Glance)> {
    let carried = state.carry.carried()?;
    Some((carried, state.desk.glance(carried.who, target)?))
}

/// Sign and words of a glance.
fn glance_words(glance: &Glance, state: &State) -> (&'static str, String) {
    let lang = state.lang;
    if glance.is_here {
        return ("·", screen::word(lang, screen::Word::StaysThere).to_owned());
    }
    match glance.worst {
        Some(verdict) => {
            let (sign, _) = rules::mark(lang, verdict.severity, verdict.outcome);
            (sign, format!("{} {}", verdict.rule, rules::name(lang, verdict.rule)))
        }
        None if glance.other.is_some() => ("✓", screen::word(lang, screen::Word::Swap).to_owned()),
        None if glance.is_allowed => ("✓", screen::word(lang, screen::Word::Lawful).to_owned()),
        None => ("✗", screen::word(lang, screen::Word::Pinned).to_owned()),
    }
}
