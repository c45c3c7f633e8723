//! Class, tenure, months to retirement, rank of the wish: of everyone who moves.
use super::Step;
use super::parts::Part;
use crate::app::State;
use crate::model::whole_months;
use crate::scoring::{WishKind, wish_kind, wish_rank};
use crate::text::figures;
use crate::text::screen::{self, Word, word};

pub(super) fn parts(state: &State, steps: &[Step]) -> Vec<Part> {
    let lang = state.lang;
    let grounds = state.desk.grounds();
    let (tmt, months) = (grounds.policy.tmt, word(lang, Word::Months));
    let class = |(who, to): &Step| {
        let (from, to) = grounds.people[who.at()].class.zip(grounds.facts.positions[to.at()].class)?;
        Some(figures::changed(from.to_string(), to.to_string()))
    };
    let tenure = |(who, _): &Step| Some(whole_months(grounds.people[who.at()].in_post_since?, tmt).to_string());
    let left = |(who, _): &Step| Some(whole_months(tmt, grounds.people[who.at()].retires?).to_string());
    let told = [
        (of_all(steps, class).map(|text| format!("{} {text}", word(lang, Word::Class))), 3),
        (of_all(steps, tenure).map(|text| format!("{} {text} {months}", word(lang, Word::InPost))), 5),
        (of_all(steps, left).map(|text| format!("{} {text} {months}", word(lang, Word::ToRetirement))), 2),
    ];
    let mut parts: Vec<Part> = told.into_iter().filter_map(|(text, spare)| text.map(|text| Part::spare(text, spare))).collect();
    for (at, (who, to)) in steps.iter().enumerate().filter(|(_, (who, to))| wish_kind(grounds, *who, *to) == WishKind::Wished) {
        let wish = format!("{}{}", word(lang, Word::Wish), wish_rank(grounds, *who, *to).unwrap_or(1));
        // Of the other person in a swap by name.
        let whose =
            if at == 0 { String::new() } else { format!(" {}", screen::person(lang, &state.desk, *who, state.is_masked)) };
        parts.push(Part::kept(format!("{wish}{whose}")));
    }
    parts
}

/// A figure of everyone, `?` where it is not known of one; nothing where it is of none.
fn of_all(steps: &[Step], figure: impl Fn(&Step) -> Option<String>) -> Option<String> {
    let figures: Vec<Option<String>> = steps.iter().map(figure).collect();
    if figures.iter().all(Option::is_none) {
        return None;
    }
    Some(figures.into_iter().map(|figure| figure.unwrap_or_else(|| "?".to_owned())).collect::<Vec<_>>().join(" / "))
}
