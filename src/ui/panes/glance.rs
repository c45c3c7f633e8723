//! A target at a glance, the same in every list at every width: Orang, Rencana, Biaya, then sign and rule. Where room is
//! scarce words go before figures, and tenths before names.
use crate::app::State;
use crate::app::carry::{Carried, Cost};
use crate::desk::preview::{Glance, Obstacle, Target};
use crate::text::screen::{self, Word, word};
use crate::text::{figures, rules};
use crate::ui::theme::Theme;
use crate::ui::{symbols, text};
use ratatui::style::Style;
use ratatui::text::Span;

/// How much the verdict says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Words,
    Rule,
    Sign,
}

/// The columns of a row: the name, three figures, the verdict.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// Of the name with what leads it.
    pub name: usize,
    figures: [usize; 3],
    verdict: usize,
    says: Says,
    /// Whether figures are whole points; the line below has the tenths.
    is_whole: bool,
}

impl Columns {
    /// For a row of that many columns, its marks not counted.
    pub(super) const fn of(columns: usize) -> Self {
        let (figures, verdict, says, is_whole) = match columns {
            58.. => ([7, 9, 8], 14 + (columns - 58) * 2 / 5, Says::Words, false),
            43..58 => ([6, 7, 7], 7, Says::Rule, false),
            35..43 => ([5, 5, 5], 6, Says::Rule, true),
            _ => ([4, 4, 4], 2, Says::Sign, true),
        };
        let taken = figures[0] + figures[1] + figures[2] + verdict;
        Self { name: columns.saturating_sub(taken), figures, verdict, says, is_whole }
    }

    /// Whether a name has room for what leads it.
    pub(super) const fn has_lead(&self) -> bool {
        self.name >= 26
    }
}

/// The heads of the figures, to stand behind the name's.
pub(super) fn head(state: &State, columns: Columns) -> String {
    let labels = match (columns.says, columns.is_whole) {
        (_, true) => [Word::PersonTiny, Word::PlanTiny, Word::CostTiny],
        (Says::Words, false) => [Word::Person, Word::Plan, Word::Cost],
        (_, false) => [Word::Person, Word::PlanShort, Word::Cost],
    };
    let figures = labels.into_iter().zip(columns.figures).map(|(label, wide)| text::right(word(state.lang, label), wide));
    let figures: String = figures.collect();
    if columns.says != Says::Words {
        return format!("{figures}{}", " ".repeat(columns.verdict));
    }
    format!("{figures}{}", text::left(&format!("   {}", word(state.lang, Word::Rules)), columns.verdict))
}

/// A target at a glance.
pub(super) fn spans(glance: &Glance, carried: &Carried, state: &State, theme: &Theme, columns: Columns) -> Vec<Span<'static>> {
    let change =
        |change| if columns.is_whole { figures::whole_change(state.lang, change) } else { figures::change(state.lang, change) };
    let figure = |known: Option<i64>| match known {
        Some(known) => (change(known), theme.by_sign(known)),
        None => (symbols::NONE.to_owned(), theme.quiet),
    };
    let plan = glance.is_allowed.then(|| glance.plan.unwrap_or_else(|| state.desk.glance_change(carried.who, glance)));
    let never = glance.is_here || (!glance.is_allowed && !carried.others.is_empty());
    let cost = match if never { Cost::Never } else { carried.cost(glance.target, glance.post, glance.other) } {
        Cost::Pending => (symbols::PENDING.to_owned(), theme.quiet),
        Cost::Never => figure(None),
        Cost::Is(cost) => figure(Some(cost)),
    };
    let shown = [figure(glance.person), figure(plan), cost];
    let mut spans: Vec<Span<'static>> = shown
        .into_iter()
        .zip(columns.figures)
        .map(|((text, style), wide)| Span::styled(text::right(&text, wide), style))
        .collect();
    let (sign, style) = sign(glance, state, theme);
    let said = match columns.says {
        Says::Words => format!(" {sign} {}", words(glance, state)),
        Says::Rule => match glance.worst.filter(|_| !glance.is_here) {
            Some(verdict) if columns.is_whole => format!(" {sign}{}", verdict.rule),
            Some(verdict) => format!(" {sign} {}", verdict.rule),
            None if glance.other.is_some() => format!(" {sign} {}", symbols::SWAP),
            None => format!(" {sign}"),
        },
        Says::Sign => format!(" {sign}"),
    };
    spans.push(Span::styled(text::left(&said, columns.verdict), style));
    spans
}

/// Biaya in words.
pub(super) fn cost_text(cost: Cost, state: &State) -> String {
    match cost {
        Cost::Pending => symbols::PENDING.to_owned(),
        Cost::Never => symbols::NONE.to_owned(),
        Cost::Is(cost) => figures::change(state.lang, cost),
    }
}

/// Looks at a target for whoever is carried.
pub(super) fn at(state: &State, target: Target) -> Option<(&Carried, Glance)> {
    let carried = state.carry.carried()?;
    Some((carried, carried.glance_at(&state.desk, target)?))
}

/// The sign of a verdict, in its colour.
fn sign(glance: &Glance, state: &State, theme: &Theme) -> (&'static str, Style) {
    let style = match (glance.is_here, glance.is_allowed, glance.worst) {
        (true, ..) => theme.quiet,
        (_, false, _) => theme.bad,
        (.., Some(_)) => theme.warning,
        _ => theme.good,
    };
    let sign = match glance.worst {
        _ if glance.is_here => "·",
        Some(verdict) => rules::mark(state.lang, verdict.severity, verdict.outcome).0,
        None if glance.is_allowed => "✓",
        None => "✗",
    };
    (sign, style)
}

fn words(glance: &Glance, state: &State) -> String {
    let lang = state.lang;
    match glance.worst {
        _ if glance.is_here => word(lang, Word::StaysThere).to_owned(),
        Some(verdict) => format!("{} {}", verdict.rule, rules::name(lang, &state.desk.base.pack, verdict.rule)),
        None if !glance.is_allowed => {
            let why = match glance.obstacle {
                Some(Obstacle::Pinned) => Word::Pinned,
                Some(Obstacle::Banned) => Word::Banned,
                Some(Obstacle::OutOfScope) => Word::OutOfScope,
                Some(Obstacle::Other) | None => Word::NoRoom,
            };
            word(lang, why).to_owned()
        }
        None => match glance.other {
            Some(other) => format!("{} {}", word(lang, Word::Swap), screen::person(lang, &state.desk, other, state.is_masked)),
            None => word(lang, Word::Lawful).to_owned(),
        },
    }
}
